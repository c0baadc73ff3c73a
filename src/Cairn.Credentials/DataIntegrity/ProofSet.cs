using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>The proofs in a document, set or chain, read once for all checks (Verifiable Credential Data Integrity 1.0, W3C Recommendation of 15 May 2025, section 2.1).</summary>
/// <param name="Proofs">All of them; none when one cannot be read, or when there is no member <c>proof</c>.</param>
/// <param name="Problem">What is wrong with them, in one sentence; null when nothing is.</param>
internal sealed record ProofSet(IReadOnlyList<Proof> Proofs, string? Problem)
{
    /// <param name="json">The document.</param>
    /// <param name="most">Most proofs that are read.</param>
    public static ProofSet Read(JsonObject json, int most)
    {
        if (!json.ContainsKey("proof"))
            return new ProofSet([], null);
        var nodes = json.Items("proof").ToList();
        if (nodes.Count == 0)
            return new ProofSet([], "Its proof is an empty array.");
        if (nodes.Count > most)
            return new ProofSet([], $"It has {nodes.Count} proofs; at most {most} are read.");
        var proofs = new List<Proof>();
        foreach (var node in nodes)
        {
            if (!Proof.TryRead(node, out var proof, out var problem))
                return new ProofSet([], problem);
            proofs.Add(proof);
        }

        return new ProofSet(proofs, null);
    }
}
