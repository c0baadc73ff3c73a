using System.Diagnostics.CodeAnalysis;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// Which proofs each proof was made over (Verifiable Credential Data Integrity 1.0, W3C Recommendation of 15 May 2025, section 4.6, steps 3 to 5): in a
/// set none, in a chain those that <c>previousProof</c> names.
/// </summary>
internal static class ProofChain
{
    /// <param name="proofs">All proofs of the document.</param>
    /// <param name="previous">For each proof, in the same order, those it rests on.</param>
    /// <param name="problem">What is wrong with the chain, in one sentence.</param>
    public static bool TryMatch(IReadOnlyList<Proof> proofs, [NotNullWhen(true)] out IReadOnlyList<IReadOnlyList<Proof>>? previous, [NotNullWhen(false)] out string? problem)
    {
        (previous, problem) = (null, null);
        var byId = proofs.Where(proof => proof.Id is not null).ToLookup(proof => proof.Id!, StringComparer.Ordinal);
        var matched = new List<IReadOnlyList<Proof>>();
        foreach (var proof in proofs)
        {
            var named = proof.PreviousProofs.Distinct(StringComparer.Ordinal).ToList();
            problem = named.Find(id => byId[id].Count() != 1) is { } wrong
                ? byId.Contains(wrong) ? $"Two proofs have the id {wrong}, which a previousProof names." : $"The proof that previousProof names is not there: {wrong}."
                : null;
            if (problem is not null)
                return false;
            // In the order of the document, as whoever signed had them.
            matched.Add([.. proofs.Where(other => other.Id is { } id && named.Contains(id))]);
        }

        if (HasCycle(proofs, matched))
        {
            problem = "The proofs name each other as previousProof in a circle.";
            return false;
        }

        previous = matched;
        return true;
    }

    /// <summary>Takes away, again and again, the proofs that rest on none that is left.</summary>
    private static bool HasCycle(IReadOnlyList<Proof> proofs, List<IReadOnlyList<Proof>> previous)
    {
        var left = new HashSet<Proof>(proofs);
        while (left.Count > 0)
        {
            var free = Enumerable.Range(0, proofs.Count).Where(i => left.Contains(proofs[i]) && !previous[i].Any(left.Contains)).Select(i => proofs[i]).ToList();
            if (free.Count == 0)
                return true;
            left.ExceptWith(free);
        }

        return false;
    }
}
