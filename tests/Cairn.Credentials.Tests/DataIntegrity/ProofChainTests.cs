using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.DataIntegrity;

/// <summary>Proof sets and chains (Verifiable Credential Data Integrity 1.0, W3C Recommendation of 15 May 2025, sections 2.1.1, 2.1.2 and 4.6; vectors of the EdDSA cryptosuites, appendix A.6).</summary>
public sealed class ProofChainTests
{
    private const string Folder = "vc-di-eddsa/TestVectors/proof-set-chain";

    public static TheoryData<string> Published { get; } = ["signedProofSet1.json", "signedProofSet2.json", "signedProofChain1.json", "signedProofChain2.json"];

    [Fact]
    public void A_proof_that_the_chain_needs_is_missing()
    {
        var signed = Vectors.Json($"{Folder}/signedProofChain2.json");
        signed["proof"]!.AsArray().RemoveAt(0);

        Signed.ProofRow(signed).ShouldBe(new CheckResult("proof", CheckOutcome.Failed, "The proof that previousProof names is not there: urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544.", ProblemTypes.ProofVerification));
    }

    [Fact]
    public void A_name_that_two_proofs_have_says_nothing()
    {
        var signed = Vectors.Json($"{Folder}/signedProofChain1.json");
        signed["proof"]!.AsArray().Add(signed["proof"]![0]!.DeepClone());

        Signed.ProofRow(signed).Reason!.ShouldStartWith("Two proofs have the id urn:uuid:26329423");
    }

    [Theory]
    [InlineData("urn:a")]
    [InlineData("urn:a", "urn:b")]
    [InlineData("urn:a", "urn:b", "urn:c")]
    public void Proofs_in_a_circle_are_refused(params string[] ids)
    {
        using var key = TestKeys.Ed25519();
        var signed = Signed.Credential(key);
        for (var i = 0; i < ids.Length; i++)
        {
            var proof = Signed.Proof(key, "eddsa-jcs-2022");
            (proof["id"], proof["previousProof"]) = (ids[i], ids[(i + 1) % ids.Length]);
            signed = signed.With(proof, key);
        }

        Signed.ProofRow(signed).Reason.ShouldBe("The proofs name each other as previousProof in a circle.");
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022")]
    [InlineData("eddsa-jcs-2022")]
    public void A_proof_that_names_another_but_was_not_made_over_it_is_refused(string suite)
    {
        using var key = TestKeys.Ed25519();
        var first = Signed.Proof(key, suite);
        first["id"] = "urn:uuid:1";
        var second = Signed.Proof(key, suite);
        second["previousProof"] = "urn:uuid:1";

        Signed.ProofRow(Signed.Credential(key).With(first, key).With(second, key)).Problem.ShouldBe(ProblemTypes.CryptographicSecurity);
    }

    [Theory]
    [InlineData("signedProofChain1.json", 0, "created", "2023-02-24T23:36:39Z")]
    [InlineData("signedProofChain2.json", 2, "proofValue", "zWaPeEvBAkhQpNQj8pknuvg5STcKnt3cvM9t4kAYeJETFjvVMSXEEjadC4uxC9fKCn6JHbjt6fj2fhoaVNynBm6K")]
    [InlineData("signedProofSet2.json", 1, "created", "2023-02-24T23:36:39Z")]
    public void A_change_in_one_proof_is_enough(string file, int proof, string member, string value)
    {
        var signed = Vectors.Json($"{Folder}/{file}");
        signed["proof"]![proof]![member] = value;

        Signed.ProofRow(signed).Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Fact]
    public void A_long_chain_over_a_large_document_is_refused_in_bounded_time()
    {
        using var key = TestKeys.Ed25519();
        var credential = Signed.Credential(key);
        credential["credentialSubject"]!["alumniOf"] = new string('a', 3_000_000);
        string? last = null;
        var signed = credential;
        for (var i = 0; i < 64; i++)
        {
            var proof = Signed.Proof(key, "eddsa-jcs-2022");
            proof["id"] = $"urn:uuid:{i}";
            if (last is not null)
                proof["previousProof"] = last;
            last = $"urn:uuid:{i}";
            // Only the first few are right: the others are not come to.
            proof["proofValue"] = "z" + new string('2', 87);
            if (i < 30)
            {
                proof.Remove("proofValue");
                signed = signed.With(proof, key, [.. signed["proof"] is JsonArray proofs ? new[] { proofs[^1]!.AsObject() } : signed["proof"] is JsonObject one ? [one] : []]);
            }
            else
            {
                signed["proof"]!.AsArray().Add(proof);
            }
        }

        Signed.ProofRow(signed).Reason.ShouldBe("The proofs of the chain are over more text than is read.");
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void The_published_sets_and_chains_verify(string file) => Signed.ProofRow(Vectors.Json($"{Folder}/{file}")).Outcome.ShouldBe(CheckOutcome.Passed);

    [Theory]
    [InlineData("eddsa-rdfc-2022", "\"urn:uuid:1\"")]
    [InlineData("eddsa-jcs-2022", "\"urn:uuid:1\"")]
    [InlineData("eddsa-jcs-2022", "[\"urn:uuid:1\",\"urn:uuid:1\"]")]
    public void A_chain_of_two_verifies_in_any_order_of_its_proofs(string suite, string previous)
    {
        using var key = TestKeys.Ed25519();
        var first = Signed.Proof(key, suite);
        first["id"] = "urn:uuid:1";
        var signed = Signed.Credential(key).With(first, key);
        var second = Signed.Proof(key, suite);
        second["previousProof"] = JsonNode.Parse(previous);
        signed = signed.With(second, key, signed["proof"]!.AsObject());
        var turned = signed.DeepClone().AsObject();
        turned["proof"] = new JsonArray([.. signed["proof"]!.AsArray().Reverse().Select(proof => proof!.DeepClone())]);

        new[] { signed, turned }.Select(document => Signed.ProofRow(document).Outcome).ShouldAllBe(outcome => outcome == CheckOutcome.Passed);
    }
}
