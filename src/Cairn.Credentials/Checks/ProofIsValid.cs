using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.Jose;

namespace Cairn.Credentials.Checks;

/// <summary>Every proof is a signature over this very document by a key that its controller allows for the purpose.</summary>
internal sealed class ProofIsValid() : Check(CheckNames.Proof)
{
    /// <summary>The envelope and the proofs in the document, whichever there are: all must be good.</summary>
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        if (!verification.IsSigned)
            return [verification.IsPresentation ? NotApplicable("The presentation is not signed; it is as good as its credentials.") : Failed(ProblemTypes.ProofVerification, "It has no proof.")];
        var findings = Findings(verification).ToList();
        var worst = findings.Find(finding => finding.Outcome == CheckOutcome.Failed) ?? findings.Find(finding => finding.Outcome == CheckOutcome.NotChecked) ?? findings[0];
        return [new CheckResult(Name, worst.Outcome, worst.Reason, worst.Problem)];
    }

    /// <summary>All proofs of a set must verify (Verifiable Credential Data Integrity 1.0, section 4.6): after one that does not, no other is looked at.</summary>
    private static IEnumerable<ProofFinding> Findings(Verification verification)
    {
        if (verification.Envelope is { } envelope)
            yield return new JwsVerification(envelope, verification).Verify();
        var proofs = verification.Proofs.Proofs;
        IReadOnlyList<IReadOnlyList<Proof>>? previous = null;
        if ((verification.Proofs.Problem ?? (ProofChain.TryMatch(proofs, out previous, out var broken) ? null : broken)) is { } problem)
        {
            yield return ProofFinding.Failed(problem);
            yield break;
        }

        var verifier = new ProofVerification(verification);
        foreach (var (i, proof) in proofs.Index())
        {
            var finding = verifier.Verify(proof, previous![i]);
            yield return finding;
            if (finding.Outcome == CheckOutcome.Failed)
                yield break;
        }
    }
}
