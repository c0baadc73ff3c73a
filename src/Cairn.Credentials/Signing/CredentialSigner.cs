using System.Text.Json.Nodes;
using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.Json;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Credentials;

/// <summary>Signs credentials with Data Integrity proofs (Verifiable Credential Data Integrity 1.0, W3C Recommendation of 15 May 2025, section 4.2).</summary>
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
    /// <exception cref="CredentialException">The credential cannot be signed as it is.</exception>
    public static JsonObject Sign(JsonObject credential, SigningKey key, SigningOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(key);
        options ??= SigningOptions.Default;
        var name = options.Cryptosuite ?? (key.Type == KeyType.Ed25519 ? "eddsa-rdfc-2022" : "ecdsa-rdfc-2019");
        if (!Cryptosuites.All.TryGetValue(name, out var suite) || !suite.Keys.Contains(key.Type))
            throw new KeyException($"A key of type {PublicKey.NameOf(key.Type)} does not sign with {name}.");

        var proof = new JsonObject { ["type"] = "DataIntegrityProof", ["cryptosuite"] = suite.Name };
        if (!options.WithoutCreated)
            proof["created"] = options.Created ?? XsdDateTime.Write(options.Time.GetUtcNow());
        proof["verificationMethod"] = key.Id;
        proof["proofPurpose"] = "assertionMethod";
        if (suite.Canonicalization == Canonicalization.Jcs && credential["@context"] is { } context)
            proof["@context"] = context.DeepClone();

        try
        {
            var document = CredentialDocument.Of(credential).LinkedData.Without("proof");
            var hashData = HashData.Of(document, JsonLdDocument.From(proof), suite, key.Type, DocumentsAtHand.With(options.Documents));
            proof["proofValue"] = Keys.Multibase.EncodeBase58(key.Sign(hashData));
        }
        catch (JsonLdException wrong)
        {
            throw new CredentialException(wrong.Code == JsonLdErrorCode.DataLoss ? ProblemTypes.DataLossDetection : ProblemTypes.ProofTransformation, wrong.Pointer, wrong.Found, wrong);
        }
        catch (WorkLimitException wrong)
        {
            throw new CredentialException(ProblemTypes.ProofTransformation, "", "The document's graph has too many blank nodes that cannot be told apart.", wrong);
        }

        return WithProof(credential, proof);
    }

    private static JsonObject WithProof(JsonObject credential, JsonObject proof)
    {
        var signed = credential.DeepClone().AsObject();
        signed["proof"] = signed["proof"] switch
        {
            JsonArray proofs => new JsonArray([.. proofs.Select(old => old?.DeepClone()), proof]),
            JsonObject one => new JsonArray(one.DeepClone(), proof),
            _ when TypesWhoseSchemaWantsAnArray.Any(type => credential.Names("type", type)) => new JsonArray(proof),
            _ => proof,
        };
        return signed;
    }
}
