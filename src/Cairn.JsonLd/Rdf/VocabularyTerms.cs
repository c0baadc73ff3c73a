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

    public static void Keep(string iri)
    {
        if (Iris.Iri.IsWellFormed(iri))
            Terms.TryAdd(iri, Term.Iri(iri));
    }

    public static bool TryGet(string iri, out Term term) => Terms.TryGetValue(iri, out term!);
}
