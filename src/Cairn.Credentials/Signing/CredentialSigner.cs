using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.DataModel;
using Cairn.Credentials.Json;
using Cairn.Credentials.Signing;
using Cairn.JsonLd;

namespace Cairn.Credentials;

/// <summary>
/// Signs credentials and presentations with Data Integrity proofs (Verifiable Credential Data Integrity 1.0, W3C Recommendation of 15 May 2025, section
/// 4.2). What has not the shape of one, or would lose anything as linked data, is refused. Safe to call from many threads.
/// </summary>
public static class CredentialSigner
{
    private static readonly string[] TypesWhoseSchemaWantsAnArray = ["OpenBadgeCredential", "AchievementCredential", "EndorsementCredential", "ClrCredential"];

    /// <summary>Adds a proof to a credential. Nothing else of it changes, and its members keep their order.</summary>
    /// <param name="credential">The credential. It is not changed.</param>
    /// <param name="key">Who signs; the proof names its <see cref="SigningKey.Id"/>.</param>
    /// <param name="options">Suite and date; defaults when null.</param>
    /// <returns>
    /// The credential with <c>proof</c>: an array for the types of Open Badges 3.0 and CLR 2.0, whose schemas want one, else an object; appended where
    /// there is a proof already.
    /// </returns>
    /// <exception cref="KeyException">The key cannot do the suite.</exception>
    /// <exception cref="CredentialException">The credential cannot be signed as it is; the pointer says where.</exception>
    public static JsonObject Sign(JsonObject credential, SigningKey key, SigningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return WithProof(credential, MakeProof(credential, static json => JsonLdDocument.From(json), false, key, options ?? SigningOptions.Default));
    }

    /// <summary>Adds a proof to a credential that is given as text: the way for many, because the text is read once and written on.</summary>
    /// <param name="utf8">The credential.</param>
    /// <inheritdoc cref="Sign(JsonObject, SigningKey, SigningOptions?)"/>
    /// <param name="key">Who signs; the proof names its <see cref="SigningKey.Id"/>.</param>
    /// <param name="options">Suite and date; defaults when null.</param>
    /// <returns>The signed credential, with a warning when its issuer is not who controls the key.</returns>
    public static SignedCredential Sign(ReadOnlySpan<byte> utf8, SigningKey key, SigningOptions? options = null)
    {
        options ??= SigningOptions.Default;
        var document = CredentialDocument.Parse(utf8, options.Budget);
        var json = document.ToObject();
        var proof = MakeProof(json, _ => document.LinkedData, document.NothingIsDropped, key, options);
        return new SignedCredential(json.ContainsKey("proof") ? Encoding.UTF8.GetBytes(WithProof(json, proof).ToJsonString(JsonReading.Plain)) : Append(utf8, json, proof), Warning(json, key));
    }

    /// <summary>What whoever verifies will stumble over; null when nothing.</summary>
    internal static string? Warning(JsonObject json, SigningKey key)
    {
        var signer = json.Names("type", "VerifiablePresentation") ? "holder" : "issuer";
        return json.IdOf(signer) is not { } id || id == key.Controller ? null
            : $"The {signer} is {id}, but the key is controlled by {key.Controller}: whoever verifies this will find it invalid.";
    }

    private static byte[] MakeProof(JsonObject json, Func<JsonObject, JsonLdDocument> linkedData, bool nothingIsDropped, SigningKey key, SigningOptions options)
    {
        ArgumentNullException.ThrowIfNull(key);
        var draft = new ProofDraft(key, options);
        if (CredentialShape.FirstProblem(json, nothingIsDropped) is { } problem)
            throw new CredentialException(problem.Problem, problem.Pointer, problem.Found);
        if (json.Items("proof").Any(old => old is not JsonObject))
            throw new CredentialException(ProblemTypes.MalformedValue, "/proof", $"Found {JsonReading.Excerpt(json["proof"])}; expected a proof as an object, or an array of such.");
        try
        {
            return draft.Sign(json, linkedData(json).Without("proof"));
        }
        catch (Exception wrong) when (ProofFinding.Of(wrong, draft.IsAtProof) is { } finding)
        {
            throw draft.IsAtProof
                ? new CredentialException(finding.Problem!, "/@context", $"Found no context that defines the words of a proof; expected {DataModelVersion.Context2}, or beside {DataModelVersion.Context1} https://w3id.org/security/data-integrity/v2.", wrong)
                : NotKept(wrong, finding);
        }
    }

    /// <summary>Why a document cannot be signed as linked data, with the place where that is known.</summary>
    internal static CredentialException NotKept(Exception wrong, ProofFinding finding) => wrong is JsonLdException lost
        ? new CredentialException(finding.Problem!, lost.Pointer ?? "", $"Found {lost.Found}; expected what linked data keeps.", wrong)
        : new CredentialException(finding.Problem!, "", finding.Reason!, wrong);

    private static JsonObject WithProof(JsonObject credential, byte[] utf8)
    {
        var signed = credential.DeepClone().AsObject();
        var proof = JsonNode.Parse(utf8, documentOptions: new JsonDocumentOptions { MaxDepth = JsonReading.Plain.MaxDepth })!;
        signed["proof"] = signed["proof"] switch
        {
            JsonArray proofs => new JsonArray([.. proofs.Select(old => old?.DeepClone()), proof]),
            JsonObject one => new JsonArray(one.DeepClone(), proof),
            _ when WantsAnArray(signed) => new JsonArray(proof),
            _ => proof,
        };
        return signed;
    }

    /// <summary>The text with a last member; that it is an object with members was seen.</summary>
    private static byte[] Append(ReadOnlySpan<byte> utf8, JsonObject json, byte[] proof)
    {
        var open = WantsAnArray(json) ? ",\"proof\":["u8 : ",\"proof\":"u8;
        var close = WantsAnArray(json) ? "]}"u8 : "}"u8;
        return [.. utf8[..utf8.LastIndexOf((byte)'}')].TrimEnd(" \t\r\n"u8), .. open, .. proof, .. close];
    }

    private static bool WantsAnArray(JsonObject json) => TypesWhoseSchemaWantsAnArray.Any(type => json.Names("type", type));
}
