using Cairn.Credentials.Controllers;

namespace Cairn.Credentials.Checks;

/// <summary>Retrieve Verification Method (Controlled Identifiers 1.0, W3C Recommendation of 15 May 2025, section 3.3), for proofs and JSON Web Signatures alike.</summary>
internal static class RetrieveVerificationMethod
{
    /// <param name="id">The absolute URL that the proof names.</param>
    /// <param name="verification">What is verified: it says the purpose and the moment.</param>
    /// <param name="method">The method; null when it may not be used or was not found.</param>
    /// <returns>Why not; null when it may be used.</returns>
    public static ProofFinding? Run(string id, Verification verification, out VerificationMethod? method)
    {
        method = null;
        switch (verification.Controllers.Resolve(id.Split('#')[0]))
        {
            case Resolution.NotObtained why:
                return ProofFinding.NotChecked(why.Reason);
            case Resolution.Malformed why:
                return ProofFinding.Failed(why.Reason);
            case Resolution.Found { Document: var controller }:
                (method, var whyNot) = controller.Find(id, verification.Purpose);
                if (method is null)
                    return ProofFinding.Failed(whyNot!);
                // A document may list the key of somebody else; it does not speak for them.
                if (method.Controller != controller.Id)
                    return ProofFinding.Failed($"The document of {controller.Id} says that {method.Id} is controlled by {(method.Controller.Length == 0 ? "nobody" : method.Controller)}.");
                return method.WhyNotAt(verification.At) is { } outOfDate ? ProofFinding.Failed(outOfDate) : null;
            default:
                throw new InvalidOperationException("A resolution is one of three.");
        }
    }
}
