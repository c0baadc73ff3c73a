using Cairn.JsonLd.Contexts;

namespace Cairn.JsonLd.Iris;

/// <summary>IRI expansion (JSON-LD 1.1 API, section 5.2.2).</summary>
internal static class IriExpansion
{
    /// <param name="active">The active context.</param>
    /// <param name="value">What to expand.</param>
    /// <param name="processing">The call.</param>
    /// <param name="vocab">Whether terms and the vocabulary mapping count.</param>
    /// <param name="documentRelative">Whether the base IRI counts.</param>
    /// <param name="creation">While a context is processed: terms it needs are created first.</param>
    /// <returns>A keyword, an IRI, a blank node identifier, or the value when it is none; null for what has the form of a keyword or is decoupled.</returns>
    public static string? Expand(ActiveContext active, string? value, Processing processing, bool vocab = false, bool documentRelative = false, TermCreation? creation = null)
    {
        // 1
        if (value is null || Keywords.Is(value))
            return value;
        // 2
        if (Keywords.HasForm(value))
        {
            processing.Dropped($"“{value}”, which has the form of a keyword");
            return null;
        }

        // 3
        if (creation?.IsMissing(value) == true)
            creation.Create(value);
        if (active.Terms.TryGetValue(value, out var definition))
        {
            // 4, 5
            if (vocab || Keywords.Is(definition.Iri))
                return definition.Iri;
        }

        // 6
        var colon = value.Length > 1 ? value.IndexOf(':', 1) : -1;
        if (colon > 0)
        {
            // 6.1, 6.2
            var prefix = value.AsSpan(0, colon);
            if (prefix is "_" || value.AsSpan(colon + 1).StartsWith("//"))
                return value;
            // 6.3
            if (creation is not null && prefix.ToString() is var needed && creation.IsMissing(needed))
                creation.Create(needed);
            // 6.4
            if (active.TermsBySpan.TryGetValue(prefix, out var start) && start is { Prefix: true, Iri: { } iri })
                return Made(string.Concat(iri, value.AsSpan(colon + 1)), processing);
            // 6.5
            if (Iri.IsAbsolute(value))
                return value;
        }

        // 7
        if (vocab && active.Vocab is { } vocabulary)
            return Made(vocabulary + value, processing);
        // 8
        return documentRelative ? Made(Iri.Resolve(active.Base, value), processing) : value;
    }

    private static string Made(string iri, Processing processing)
    {
        processing.Spend(iri);
        return iri;
    }
}
