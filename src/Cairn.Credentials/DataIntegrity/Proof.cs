using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// A proof that has the shape of one, if it is of a type that is known here (Verifiable Credential Data Integrity 1.0, W3C Recommendation of 15 May 2025,
/// section 2.1): nothing that must be there is missing, and every member is of its kind.
/// </summary>
internal sealed class Proof
{
    public const string DataIntegrityProof = "DataIntegrityProof";

    private static readonly string[] Texts = ["id", "created", "expires", "challenge", "nonce", "cryptosuite"];

    private Proof(JsonObject json) => Json = json;

    public JsonObject Json { get; }

    public string? Id => Json.Text("id");

    public string Type => Json.Text("type")!;

    public string? Cryptosuite => Json.Text("cryptosuite");

    public string VerificationMethod => Json.Text("verificationMethod")!;

    public string Purpose => Json.Text("proofPurpose")!;

    public string Value => Json.Text("proofValue")!;

    public string? Challenge => Json.Text("challenge");

    /// <summary>Whom the proof is for; none when it does not say.</summary>
    public IEnumerable<string> Domains => Json.Items("domain").Select(item => item.AsText()!);

    /// <summary>The proofs that this one was made over, by id; none in a set.</summary>
    public IEnumerable<string> PreviousProofs => Json.Items("previousProof").Select(item => item.AsText()!);

    /// <summary>From when on it is no longer good; null when it does not say.</summary>
    public DateTimeOffset? Expires { get; private init; }

    /// <summary>Whether proofs of its type are read here at all; of others nothing is known but the type.</summary>
    public bool IsOfAKnownType => Type is DataIntegrityProof or Ed25519Signature2020.ProofType;

    /// <param name="node">The proof.</param>
    /// <param name="proof">The same, read.</param>
    /// <param name="problem">What is wrong with it, in one sentence.</param>
    public static bool TryRead(JsonNode? node, [NotNullWhen(true)] out Proof? proof, [NotNullWhen(false)] out string? problem)
    {
        proof = null;
        if (node is not JsonObject json)
        {
            problem = "A proof is no object.";
            return false;
        }

        var unknown = new Proof(json);
        problem = null;
        if (json.Text("type") is not null && !unknown.IsOfAKnownType)
        {
            proof = unknown;
            return true;
        }

        problem = Missing(json) ?? NoText(json) ?? NoDate(json, "created") ?? NoDate(json, "expires");
        if (problem is null && !AbsoluteUrl.Is(json.Text("verificationMethod")))
            problem = $"The verificationMethod of the proof is {JsonReading.Excerpt(json["verificationMethod"])}; expected an absolute URL, such as a DID with a fragment.";
        if (problem is not null)
            return false;
        proof = new Proof(json) { Expires = XsdDateTime.TryRead(json.Text("expires"), out var expires) ? expires : null };
        return true;
    }

    private static string? Missing(JsonObject json)
    {
        string[] needed = json.Text("type") == DataIntegrityProof
            ? ["type", "cryptosuite", "verificationMethod", "proofPurpose", "proofValue"]
            : ["type", "verificationMethod", "proofPurpose", "proofValue"];
        return Array.Find(needed, member => json.Text(member) is null or "") is { } wrong
            ? $"The proof has no {wrong}{(json.ContainsKey(wrong) ? $" as text: it is {JsonReading.Excerpt(json[wrong])}" : "")}."
            : null;
    }

    private static string? NoText(JsonObject json)
    {
        if (Array.Find(Texts, member => json.ContainsKey(member) && json.Text(member) is null) is { } text)
            return $"The {text} of the proof is {JsonReading.Excerpt(json[text])}; expected a text.";
        return Array.Find(["domain", "previousProof"], member => json.ContainsKey(member) && !AreTexts(json, member)) is { } texts
            ? $"The {texts} of the proof is {JsonReading.Excerpt(json[texts])}; expected a text, or an array of texts."
            : null;
    }

    private static bool AreTexts(JsonObject json, string member) => json.Items(member).Any() && json.Items(member).All(item => item.AsText() is not null);

    private static string? NoDate(JsonObject json, string member) => !json.ContainsKey(member) || XsdDateTime.TryRead(json.Text(member), out _) ? null
        : $"The date {member} of the proof is {JsonReading.Excerpt(json[member])}; expected a date and time with an offset, such as 2026-01-31T12:00:00Z.";
}
