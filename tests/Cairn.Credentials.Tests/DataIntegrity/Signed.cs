using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;
using Cairn.JsonLd;

namespace Cairn.Credentials.Tests.DataIntegrity;

/// <summary>Small documents and proofs over them; also proofs that no honest signer makes, whose signatures are right all the same.</summary>
internal static class Signed
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A credential of which the key is the issuer's.</summary>
    public static JsonObject Credential(SigningKey key) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"),
        ["id"] = "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        ["type"] = new JsonArray("VerifiableCredential", "AlumniCredential"),
        ["issuer"] = key.Controller,
        ["validFrom"] = "2026-01-01T00:00:00Z",
        ["credentialSubject"] = new JsonObject { ["id"] = "did:example:ana", ["alumniOf"] = "The School of Examples" },
    };

    public static JsonObject Presentation(SigningKey key) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["type"] = "VerifiablePresentation",
        ["holder"] = key.Controller,
    };

    /// <summary>A proof as an honest signer makes it, without its value.</summary>
    public static JsonObject Proof(SigningKey key, string suite = "eddsa-rdfc-2022", string purpose = "assertionMethod") => new()
    {
        ["type"] = "DataIntegrityProof",
        ["cryptosuite"] = suite,
        ["created"] = "2026-05-01T00:00:00Z",
        ["verificationMethod"] = key.Id,
        ["proofPurpose"] = purpose,
    };

    /// <summary>Signs a proof as it is over a document as it is; proofs that are there stay.</summary>
    /// <param name="document">The document.</param>
    /// <param name="proof">The proof without its value.</param>
    /// <param name="key">The key.</param>
    /// <param name="previous">The proofs a chain's proof is over.</param>
    public static JsonObject With(this JsonObject document, JsonObject proof, SigningKey key, params JsonObject[] previous)
    {
        var hashed = document.DeepClone().AsObject();
        hashed.Remove("proof");
        if (previous.Length > 0)
            hashed["proof"] = new JsonArray([.. previous.Select(node => (JsonNode)node.DeepClone())]);
        var suite = Cryptosuites.All[proof.Text("cryptosuite")!];
        var signature = key.Sign(new HashData(DocumentsAtHand.With(null)).Of(JsonLdDocument.From(hashed), JsonLdDocument.From(proof), suite, key.Type));
        var signed = document.DeepClone().AsObject();
        var made = proof.DeepClone().AsObject();
        made["proofValue"] = Multibase.EncodeBase58(signature);
        signed["proof"] = signed["proof"] is null ? made : new JsonArray([.. signed.Items("proof").Select(old => old!.DeepClone()), made]);
        return signed;
    }

    public static VerificationReport Verify(JsonNode document, VerificationOptions? options = null) =>
        CredentialVerifier.Verify(Encoding.UTF8.GetBytes(document.ToJsonString()), (options ?? new VerificationOptions()) with { ProofOnly = true, At = options?.At ?? Now });

    /// <summary>What became of the proof; its shape is the business of the check <c>structure</c>.</summary>
    public static CheckResult ProofRow(JsonNode document, VerificationOptions? options = null) => Verify(document, options).Checks.First(check => check is { Check: "proof" } or { Check: "structure", Outcome: CheckOutcome.Failed });
}
