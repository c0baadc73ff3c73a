using System.Collections.Concurrent;
using Cairn.Rdf;

namespace Cairn.JsonLd.Rdf;

/// <summary>
/// The IRIs of contexts that live as long as the process, as terms that are made and written once. A document's own expansion hands on the very strings
/// of the context, so they are found by reference.
/// </summary>
internal static class VocabularyTerms
{
    private static readonly ConcurrentDictionary<string, Term> Terms = new(ReferenceEqualityComparer.Instance);

    /// <summary>The one string of each IRI: contexts are made again and again, and each time would add strings of their own.</summary>
    private static readonly ConcurrentDictionary<string, string> Strings = new(StringComparer.Ordinal);

    /// <returns>The string by which <see cref="TryGet"/> finds the term.</returns>
    public static string Keep(string iri)
    {
        if (!Iris.Iri.IsWellFormed(iri))
            return iri;
        var kept = Strings.GetOrAdd(iri, iri);
        if (!Terms.ContainsKey(kept))
            Terms.TryAdd(kept, Term.Iri(kept));
        return kept;
    }

    public static bool TryGet(string iri, out Term term) => Terms.TryGetValue(iri, out term!);
}
