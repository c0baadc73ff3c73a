using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Controllers;
using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.Json;
using Cairn.JsonLd;

namespace Cairn.Credentials;

/// <summary>
/// Makes, of a credential with a base proof of <c>ecdsa-sd-2023</c>, one that shows only some parts and can be verified (Data Integrity ECDSA
/// Cryptosuites 1.0, W3C Recommendation of 15 May 2025, section 3.6.6).
/// </summary>
public static class CredentialDeriver
{
    private const string Subject = "/credentialSubject";

    /// <summary>Derives a credential from its text, which is read strictly: what could be read in two ways is refused. Its members keep their order and form; other proofs are left out, because they are over the whole.</summary>
    /// <param name="utf8">The credential with its base proof.</param>
    /// <param name="selectivePointers">
    /// JSON Pointers (RFC 6901) to what is shown beside the mandatory parts; none shows those alone. With the mandatory ones they must name
    /// <c>/credentialSubject</c> or a part of it.
    /// </param>
    /// <param name="documents">Further contexts, and the documents of controllers; null knows those of the library.</param>
    /// <exception cref="CredentialException">There is no base proof, it is not this credential's, or a pointer names nothing.</exception>
    public static JsonObject Derive(ReadOnlySpan<byte> utf8, IReadOnlyList<string> selectivePointers, IDocumentLoader? documents = null) =>
        Derive(CredentialDocument.Parse(utf8).ToObject(), selectivePointers, documents);

    /// <summary>Derives a credential from one that was read; it is not changed.</summary>
    internal static JsonObject Derive(JsonObject credential, IReadOnlyList<string> selectivePointers, IDocumentLoader? documents = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(selectivePointers);
        var proof = BaseProof(credential);
        var value = proof.Text("proofValue") is { } text && Keys.Multibase.DecodeBase64Url(text) is { } bytes && BaseProofValue.TryRead(bytes, out var read) ? read
            : throw Refused("The proofValue is no base proof of ecdsa-sd-2023; what was derived already cannot be derived again.");
        if (selectivePointers.Count > 0 && !selectivePointers.Concat(value.MandatoryPointers).Any(IsOfSubject))
            throw new CredentialException(ProblemTypes.ProofGeneration, null, "No pointer names /credentialSubject or a part of it: a credential without a subject says nothing.");

        var contexts = DocumentsAtHand.With(documents);
        try
        {
            var unsecured = credential.DeepClone().AsObject();
            unsecured.Remove("proof");
            if (!EcdsaSd2023.IsBaseOf(JsonLdDocument.From(unsecured), JsonLdDocument.From(proof).Without("proofValue"), Key(proof, documents), value, contexts))
                throw Refused("The base proof is not that of this credential: something was changed after signing, or another key signed.");
            var (revealed, proofValue) = EcdsaSd2023.Derive(unsecured, value, selectivePointers, contexts);
            var derived = proof.DeepClone().AsObject();
            derived["proofValue"] = proofValue;
            revealed["proof"] = credential["proof"] is JsonArray ? new JsonArray(derived) : derived;
            return revealed;
        }
        catch (Exception wrong) when (ProofFinding.Of(wrong) is { } finding)
        {
            throw new CredentialException(finding.Problem!, (wrong as JsonLdException)?.Pointer, finding.Reason!, wrong);
        }
    }

    private static bool IsOfSubject(string pointer) => pointer is "" or Subject || pointer.StartsWith(Subject + "/", StringComparison.Ordinal);

    private static JsonObject BaseProof(JsonObject credential)
    {
        var proofs = credential.Items("proof").OfType<JsonObject>().Where(proof => proof.Text("cryptosuite") == EcdsaSd2023.Name).ToList();
        return proofs.Count == 1 ? proofs[0] : throw Refused($"The credential has {proofs.Count} proofs with the cryptosuite ecdsa-sd-2023; expected one.");
    }

    /// <summary>The issuer's key; null when its document is not at hand: whoever verifies what was derived needs it anyway.</summary>
    private static PublicKey? Key(JsonObject proof, IDocumentLoader? documents)
    {
        if (!Proof.TryRead(proof, out var read, out var problem))
            throw Refused(problem);
        switch (new ControllerResolver(documents).Resolve(read.VerificationMethod.Split('#')[0]))
        {
            case Resolution.Found { Document: var controller }:
                var (method, whyNot) = controller.Find(read.VerificationMethod, Relationship.AssertionMethod);
                return method is null ? throw Refused(whyNot!)
                    : EcdsaSd2023.Keys.Contains(method.Key.Type) ? method.Key
                    : throw Refused($"A key of type {PublicKey.NameOf(method.Key.Type)} does not sign with {EcdsaSd2023.Name}.");
            case Resolution.Malformed why:
                throw Refused(why.Reason);
            default:
                return null;
        }
    }

    private static CredentialException Refused(string found) => new(ProblemTypes.ProofVerification, "/proof", found);
}
