using System.Text;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd.Contexts;

/// <summary>The inverse context (JSON-LD 1.1 API, section 4.3): from an IRI, a container and a type or language to the term to use.</summary>
internal sealed class InverseContext
{
    private readonly Dictionary<string, Dictionary<string, ContainerEntry>> _iris = new(StringComparer.Ordinal);

    /// <summary>Terms that may be prefixes, by their IRI: the shortest first, then in code point order.</summary>
    private readonly Dictionary<string, List<string>> _prefixes = new(StringComparer.Ordinal);
    private int[] _prefixLengths = [];

    /// <summary>The maps of a container.</summary>
    public sealed class ContainerEntry
    {
        public Dictionary<string, string> Language { get; } = new(StringComparer.Ordinal);
        public Dictionary<string, string> Type { get; } = new(StringComparer.Ordinal);
        public required string Any { get; init; }
    }

    public bool Has(string iri) => _iris.ContainsKey(iri);

    /// <summary>4.3.2</summary>
    public static InverseContext Of(ActiveContext active)
    {
        var result = new InverseContext();
        // 2
        var defaultLanguage = active.Language?.ToLowerInvariant() ?? Keywords.None;
        // 3: shortest first, then in code point order.
        foreach (var (term, definition) in active.Terms.OrderBy(entry => entry.Key.Length).ThenBy(entry => entry.Key, CodePointOrder.Instance))
        {
            // 3.1
            if (definition.Iri is not { } iri)
                continue;
            if (definition.Prefix)
                result.AddPrefix(iri, term);
            // 3.2 to 3.5
            if (!result._iris.TryGetValue(iri, out var containers))
                result._iris[iri] = containers = new(StringComparer.Ordinal);
            var container = Name(definition.Container);
            // 3.6, 3.7
            if (!containers.TryGetValue(container, out var entry))
                containers[container] = entry = new ContainerEntry { Any = term };
            // 3.8 to 3.10
            if (definition.Reverse)
                entry.Type.TryAdd(Keywords.Reverse, term);
            // 3.11
            else if (definition.Type == Keywords.None)
            {
                entry.Language.TryAdd(Keywords.Any, term);
                entry.Type.TryAdd(Keywords.Any, term);
            }

            // 3.12
            else if (definition.Type is { } type)
                entry.Type.TryAdd(type, term);
            // 3.13
            else if (definition is { HasLanguage: true, HasDirection: true })
                entry.Language.TryAdd(LanguageAndDirection(definition.Language, definition.Direction), term);
            // 3.14
            else if (definition.HasLanguage)
                entry.Language.TryAdd(definition.Language?.ToLowerInvariant() ?? Keywords.Null, term);
            // 3.15
            else if (definition.HasDirection)
                entry.Language.TryAdd(definition.Direction is { } direction ? "_" + direction : Keywords.None, term);
            // 3.16
            else if (active.Direction is { } defaultDirection)
            {
                entry.Language.TryAdd((active.Language is null ? "" : defaultLanguage) + "_" + defaultDirection, term);
                entry.Language.TryAdd(Keywords.None, term);
                entry.Type.TryAdd(Keywords.None, term);
            }

            // 3.17
            else
            {
                entry.Language.TryAdd(defaultLanguage, term);
                entry.Language.TryAdd(Keywords.None, term);
                entry.Type.TryAdd(Keywords.None, term);
            }
        }

        result._prefixLengths = [.. result._prefixes.Keys.Select(prefix => prefix.Length).Distinct().Order()];
        return result;
    }

    /// <summary>For each prefix with which an IRI begins and does not end, the terms that stand for it.</summary>
    public IEnumerable<List<string>> PrefixesOf(string iri)
    {
        foreach (var length in _prefixLengths)
        {
            if (length >= iri.Length)
                yield break;
            if (_prefixes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(iri.AsSpan(0, length), out var terms))
                yield return terms;
        }
    }

    private void AddPrefix(string iri, string term)
    {
        if (!_prefixes.TryGetValue(iri, out var terms))
            _prefixes[iri] = terms = [];
        terms.Add(term);
    }

    /// <summary>Term selection (section 6.2.3 of the compaction chapter): the first container, and in it the first preferred value, that has a term.</summary>
    public string? Select(string iri, List<string> containers, string typeOrLanguage, List<string> preferred)
    {
        if (!_iris.TryGetValue(iri, out var entries))
            return null;
        foreach (var container in containers)
        {
            if (!entries.TryGetValue(container, out var entry))
                continue;
            if (typeOrLanguage == Keywords.Any)
                return entry.Any;
            var terms = typeOrLanguage == Keywords.Type ? entry.Type : entry.Language;
            foreach (var value in preferred)
            {
                if (terms.TryGetValue(value, out var term))
                    return term;
            }
        }

        return null;
    }

    private static string LanguageAndDirection(string? language, string? direction) => (language, direction) switch
    {
        (null, null) => Keywords.Null,
        (null, _) => "_" + direction,
        (_, null) => language.ToLowerInvariant(),
        _ => $"{language}_{direction}".ToLowerInvariant(),
    };

    /// <summary>The names of a container in code point order, one after the other.</summary>
    private static string Name(Containers container)
    {
        if (container == Containers.None)
            return Keywords.None;
        var name = new StringBuilder();
        if (container.HasFlag(Containers.Graph)) name.Append(Keywords.Graph);
        if (container.HasFlag(Containers.Id)) name.Append(Keywords.Id);
        if (container.HasFlag(Containers.Index)) name.Append(Keywords.Index);
        if (container.HasFlag(Containers.Language)) name.Append(Keywords.Language);
        if (container.HasFlag(Containers.List)) name.Append(Keywords.List);
        if (container.HasFlag(Containers.Set)) name.Append(Keywords.Set);
        if (container.HasFlag(Containers.Type)) name.Append(Keywords.Type);
        return name.ToString();
    }
}
