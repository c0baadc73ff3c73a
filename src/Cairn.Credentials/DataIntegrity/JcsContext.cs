using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// The @context of a proof of a jcs suite (Data Integrity EdDSA Cryptosuites 1.0, W3C Recommendation of 15 May 2025, section 3.3.2, step 4; the ECDSA
/// suites are the same).
/// </summary>
internal static class JcsContext
{
    /// <summary>Whether the document's contexts begin with those of the proof, in their order; so also when the proof has none.</summary>
    public static bool Matches(JsonObject document, JsonObject proof)
    {
        var signed = proof.Items("@context").ToList();
        return document.Items("@context").Take(signed.Count).SequenceEqual(signed, EqualAsJson.Instance);
    }

    private sealed class EqualAsJson : IEqualityComparer<JsonNode?>
    {
        public static EqualAsJson Instance { get; } = new();

        public bool Equals(JsonNode? x, JsonNode? y) => JsonNode.DeepEquals(x, y);

        public int GetHashCode(JsonNode? node) => 0;
    }
}
