using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Checks;

/// <summary>Every proof is a signature over this very document by a key that its controller allows for the purpose.</summary>
internal sealed class ProofIsValid() : Check("proof")
{
    public override IEnumerable<CheckResult> Run(Verification verification) => [OfDataIntegrity(verification)];

    /// <summary>All proofs of a set must verify (Verifiable Credential Data Integrity 1.0, section 4.6); the first that does not is the answer.</summary>
    private CheckResult OfDataIntegrity(Verification verification)
    {
        var nodes = verification.Json.Items("proof").ToList();
        if (nodes.Count == 0)
            return verification.IsPresentation && !verification.Json.ContainsKey("proof")
                ? NotApplicable("The presentation is not signed: it is as good as the credentials in it.")
                : Failed(ProblemTypes.ProofVerification, "It has no proof.");
        if (nodes.Count > verification.Options.Budget.MaxProofs)
            return Failed(ProblemTypes.ProofVerification, $"It has {nodes.Count} proofs; at most {verification.Options.Budget.MaxProofs} are read.");
        var proofs = new List<Proof>();
        foreach (var node in nodes)
        {
            if (!Proof.TryRead(node, out var proof, out var problem))
                return Failed(ProblemTypes.ProofVerification, problem);
            proofs.Add(proof);
        }

        if (!ProofChain.TryMatch(proofs, out var previous, out var broken))
            return Failed(ProblemTypes.ProofVerification, broken);
        return Row(Verify(proofs, previous, new ProofVerification(verification)));
    }

    private static ProofFinding Verify(List<Proof> proofs, IReadOnlyList<IReadOnlyList<Proof>> previous, ProofVerification verification)
    {
        ProofFinding? notChecked = null;
        for (var i = 0; i < proofs.Count; i++)
        {
            var finding = verification.Verify(proofs[i], previous[i]);
            if (finding.Outcome == CheckOutcome.Failed)
                return finding;
            if (finding.Outcome == CheckOutcome.NotChecked)
                notChecked ??= finding;
        }

        return notChecked ?? ProofFinding.Passed;
    }

    private CheckResult Row(ProofFinding finding) => new(Name, finding.Outcome, finding.Reason, finding.Problem);
}
