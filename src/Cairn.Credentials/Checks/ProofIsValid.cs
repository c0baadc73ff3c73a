using System.Text.Json.Nodes;
using Cairn.Credentials.Controllers;
using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Credentials.Checks;

/// <summary>Every proof is a signature over this very document by a key that its controller allows for the purpose.</summary>
internal sealed class ProofIsValid() : Check("proof")
{
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        if (verification.EnvelopeProof?.Run(verification).Single() is { } row && (row.Outcome != CheckOutcome.Passed || !verification.Json.ContainsKey("proof")))
            return [row];
        if (!verification.ContextsAreAtHand)
            return [NotChecked(ProblemTypes.ProofTransformation, "What was signed cannot be worked out, because a context is not at hand.")];
        var rows = verification.Json.Items("proof").Select(proof => Verify(proof as JsonObject, verification)).ToList();
        return [rows.Find(row => row.Outcome == CheckOutcome.Failed) ?? rows.Find(row => row.Outcome == CheckOutcome.NotChecked) ?? Passed()];
    }

    private CheckResult Verify(JsonObject? proof, Verification verification)
    {
        if (proof is null)
            return Failed(ProblemTypes.ProofVerification, "A proof is no object.");
        if (proof.Text("type") != "DataIntegrityProof" || !Cryptosuites.All.TryGetValue(proof.Text("cryptosuite") ?? "", out var suite))
            return NotChecked(ProblemTypes.ProofVerification, $"A proof of type {proof.Text("type")} with cryptosuite {proof.Text("cryptosuite")} is not known here.");
        if (proof.Text("verificationMethod") is not { } methodId || proof.Text("proofValue") is not { } proofValue)
            return Failed(ProblemTypes.ProofVerification, "The proof names no verificationMethod or no proofValue.");
        if (Multibase.DecodeBase58(proofValue) is not { } signature)
            return Failed(ProblemTypes.ProofVerification, "The proofValue is not multibase with z (base58btc).");
        switch (verification.Controllers.Resolve(methodId.Split('#')[0]))
        {
            case Resolution.NotObtained why:
                return NotChecked(ProblemTypes.ProofVerification, why.Reason);
            case Resolution.Malformed why:
                return Failed(ProblemTypes.ProofVerification, why.Reason);
            case Resolution.Found { Document: var controller }:
                if (controller.Find(methodId, verification.Purpose) is not { Method: { } method })
                    return Failed(ProblemTypes.ProofVerification, controller.Find(methodId, verification.Purpose).WhyNot!);
                if (!suite.Keys.Contains(method.Key.Type))
                    return Failed(ProblemTypes.ProofVerification, $"A key of type {PublicKey.NameOf(method.Key.Type)} does not sign with {suite.Name}.");
                verification.Methods.Add(method);
                return IsSignature(proof, suite, method.Key, signature, verification);
            default:
                throw new InvalidOperationException("A resolution is one of three.");
        }
    }

    private CheckResult IsSignature(JsonObject proof, Cryptosuite suite, PublicKey key, byte[] signature, Verification verification)
    {
        var configuration = JsonLdDocument.From(proof).Without("proofValue");
        try
        {
            var hashData = HashData.Of(verification.Document.LinkedData.Without("proof"), configuration, suite, key.Type, verification.Contexts);
            return key.Verify(hashData, signature) ? Passed()
                : Failed(ProblemTypes.CryptographicSecurity, "The signature is not that of this text: something was changed after signing, or another key signed.");
        }
        catch (JsonLdException wrong)
        {
            return Failed(wrong.Code == JsonLdErrorCode.DataLoss ? ProblemTypes.DataLossDetection : ProblemTypes.ProofTransformation, wrong.Message);
        }
        catch (WorkLimitException)
        {
            return Failed(ProblemTypes.ProofTransformation, "The document's graph has too many blank nodes that cannot be told apart.");
        }
    }
}
