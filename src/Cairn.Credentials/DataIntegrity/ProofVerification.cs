using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Controllers;
using Cairn.Credentials.Keys;
using Cairn.JsonLd;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// Verify Proof (Verifiable Credential Data Integrity 1.0, W3C Recommendation of 15 May 2025, section 4.4) for the proofs of one document: purpose,
/// expiry, whom it is for, the key and what its controller allows, and at last the signature.
/// </summary>
internal sealed class ProofVerification
{
    /// <summary>Canonical bytes over which the proofs of one document may be made, worked out in less than a second: a chain has another document for each.</summary>
    private const long MostHashed = 64 * 1024 * 1024;

    private readonly Verification _verification;
    private readonly HashData _hashData;
    private readonly JsonLdDocument _unsecured;

    public ProofVerification(Verification verification)
    {
        _verification = verification;
        _unsecured = verification.Document.LinkedData.Without("proof");
        // The check of the contexts has worked out what the document says.
        _hashData = new HashData(verification.Contexts, _unsecured, verification.Dataset);
    }

    /// <param name="proof">The proof.</param>
    /// <param name="previous">The proofs it was made over: none in a set.</param>
    public ProofFinding Verify(Proof proof, IReadOnlyList<Proof> previous)
    {
        if (!proof.IsOfAKnownType)
            return ProofFinding.NotChecked($"A proof of type {proof.Type} is not known here.");
        var suite = Cryptosuites.Of(proof);
        if (suite is null && proof.Cryptosuite != EcdsaSd2023.Name)
            return ProofFinding.NotChecked($"A proof with the cryptosuite {proof.Cryptosuite} is not known here.");
        if (Refusal(proof) is { } refused)
            return refused;
        if (suite?.Canonicalization != Canonicalization.Jcs && !_verification.ContextsAreAtHand)
            return ProofFinding.NotChecked("What was signed cannot be worked out, because a context is not at hand.", ProblemTypes.ProofTransformation);
        var value = suite is null ? Multibase.DecodeBase64Url(proof.Value) : Multibase.DecodeBase58(proof.Value);
        if (value is null)
            return ProofFinding.Failed($"The proofValue is not multibase with {(suite is null ? "u (base64url without padding)" : "z (base58btc)")}.");
        if (RetrieveVerificationMethod.Run(proof.VerificationMethod, _verification, out var method) is { } noKey)
            return noKey;
        if (!(suite?.Keys ?? EcdsaSd2023.Keys).Contains(method!.Key.Type))
            return ProofFinding.Failed($"A key of type {PublicKey.NameOf(method.Key.Type)} does not sign with {proof.Cryptosuite ?? proof.Type}.");
        if (suite is not null && value.Length != method.Key.SignatureLength)
            return ProofFinding.Failed($"The proofValue has {value.Length} bytes; a signature with {PublicKey.NameOf(method.Key.Type)} has {method.Key.SignatureLength}.");

        if (suite?.Canonicalization != Canonicalization.Jcs && _verification.Loss is { } loss)
            return ProofFinding.Of(loss)!;

        _verification.Methods.Add(method);
        var configuration = JsonLdDocument.From(proof.Json).Without("proofValue");
        try
        {
            if (suite is null)
                return EcdsaSd2023.VerifyDerived(With(previous), configuration, method.Key, value, _verification.Contexts);
            if (suite.Canonicalization == Canonicalization.Jcs && !JcsContext.Matches(_verification.Json, proof.Json))
                return ProofFinding.Failed("The document's @context does not begin with the contexts that the proof was made with.");
            if (_hashData.Hashed > MostHashed)
                return ProofFinding.Failed("The proofs of the chain are over more text than is read.");
            return method.Key.Verify(_hashData.Of(With(previous), configuration, suite, method.Key.Type), value) ? ProofFinding.Passed : ProofFinding.NotThisText();
        }
        catch (Exception wrong) when (ProofFinding.Of(wrong, _hashData.IsAtProof) is { } finding)
        {
            return finding;
        }
    }

    /// <summary>What the proof says of itself that does not fit; null when all does.</summary>
    private ProofFinding? Refusal(Proof proof)
    {
        var purpose = _verification.Purpose == Relationship.Authentication ? "authentication" : "assertionMethod";
        if (proof.Purpose != purpose)
            return ProofFinding.Failed($"The proofPurpose is {proof.Purpose}; expected {purpose}.");
        if (_verification.At > proof.Expires)
            return ProofFinding.Failed($"The proof expired on {Json.XsdDateTime.Write(proof.Expires.Value)}.");
        if (!_verification.IsPresentation)
            return null;
        // Section 4.4, step 6: the same strings, not only one of them.
        if (_verification.Options.Domain is { } domain && !proof.Domains.Distinct(StringComparer.Ordinal).SequenceEqual([domain]))
            return ProofFinding.Failed("The proof is for another domain than was asked for, or for none.", ProblemTypes.InvalidDomain);
        if (_verification.Options.Challenge is { } challenge && proof.Challenge != challenge)
            return ProofFinding.Failed("The proof answers another challenge than was asked, or none.", ProblemTypes.InvalidChallenge);
        return null;
    }

    /// <summary>The document as it was when the proof was made: a chain's proof is over the proofs before it too.</summary>
    private JsonLdDocument With(IReadOnlyList<Proof> previous) => previous.Count == 0 ? _unsecured
        : _unsecured.With("proof", JsonLdDocument.From(new JsonArray([.. previous.Select(proof => proof.Json.DeepClone())])));
}
