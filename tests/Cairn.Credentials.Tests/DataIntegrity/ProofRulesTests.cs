using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;
using Cairn.JsonLd.Tests;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.DataIntegrity;

/// <summary>
/// What a proof must be beside a right signature (Verifiable Credential Data Integrity 1.0, W3C Recommendation of 15 May 2025, sections 2.1, 2.2 and 4.4).
/// Every proof here is signed as it stands, so that only the rule can refuse it.
/// </summary>
public sealed class ProofRulesTests
{
    [Theory]
    [InlineData("type", "null", "no type as text")]
    [InlineData("type", "[\"DataIntegrityProof\"]", "no type as text")]
    [InlineData("cryptosuite", null, "no cryptosuite")]
    [InlineData("cryptosuite", "7", "no cryptosuite as text")]
    [InlineData("verificationMethod", null, "no verificationMethod")]
    [InlineData("verificationMethod", "{\"id\":\"did:key:z6Mk\"}", "no verificationMethod as text")]
    [InlineData("verificationMethod", "\"#key\"", "expected an absolute URL")]
    [InlineData("verificationMethod", "\"did:key:zNonsense#zNonsense\"", "no Ed25519, P-256 or P-384 public key")]
    [InlineData("verificationMethod", "\"did:key:z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7#other\"", "has no verification method")]
    [InlineData("proofPurpose", null, "no proofPurpose")]
    [InlineData("proofPurpose", "\"authentication\"", "expected assertionMethod")]
    [InlineData("proofPurpose", "[\"assertionMethod\"]", "no proofPurpose as text")]
    [InlineData("created", "\"2026-05-01\"", "expected a date and time with an offset")]
    [InlineData("created", "\"2026-05-01T00:00:00\"", "expected a date and time with an offset")]
    [InlineData("created", "20260501", "expected a text")]
    [InlineData("expires", "\"tomorrow\"", "expected a date and time with an offset")]
    [InlineData("expires", "\"2026-06-01T11:59:59Z\"", "The proof expired on 2026-06-01T11:59:59Z.")]
    [InlineData("id", "[\"urn:uuid:1\"]", "expected a text")]
    [InlineData("domain", "[]", "expected a text, or an array of texts")]
    [InlineData("domain", "{}", "expected a text, or an array of texts")]
    [InlineData("challenge", "5", "expected a text")]
    [InlineData("nonce", "{}", "expected a text")]
    [InlineData("previousProof", "5", "expected a text, or an array of texts")]
    [InlineData("previousProof", "\"urn:uuid:nobody\"", "The proof that previousProof names is not there: urn:uuid:nobody.")]
    public void A_member_of_the_proof_is_refused(string member, string? json, string sentence)
    {
        using var key = TestKeys.Ed25519();
        var proof = Signed.Proof(key, "eddsa-jcs-2022");
        if (member != "cryptosuite")
            Set(proof, member, json);
        var signed = Signed.Credential(key).With(proof, key);
        if (member == "cryptosuite")
            Set(signed["proof"]!.AsObject(), member, json);

        var row = Signed.ProofRow(signed);

        row.ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe(CheckOutcome.Failed), r => r.Problem.ShouldBe(ProblemTypes.ProofVerification), r => r.Reason!.ShouldContain(sentence));
    }

    [Theory]
    [InlineData("cryptosuite", "eddsa-rdfc-2099")]
    [InlineData("type", "RsaSignature2018")]
    [InlineData("verificationMethod", "did:example:abc#key")]
    [InlineData("verificationMethod", "did:web:school.example#key")]
    public void What_is_not_known_here_is_not_checked(string member, string value)
    {
        using var key = TestKeys.Ed25519();
        var signed = Signed.Credential(key).With(Signed.Proof(key), key);
        signed["proof"]![member] = value;

        Signed.ProofRow(signed).Outcome.ShouldBe(CheckOutcome.NotChecked);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("1")]
    [InlineData("=")]
    public void One_letter_more_in_the_proofValue_is_refused(string more)
    {
        using var key = TestKeys.Ed25519();
        var signed = Signed.Credential(key).With(Signed.Proof(key), key);
        signed["proof"]!["proofValue"] = signed["proof"]!["proofValue"]!.GetValue<string>() + more;

        Signed.ProofRow(signed).Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Fact]
    public void The_same_signature_in_base64url_is_refused()
    {
        using var key = TestKeys.Ed25519();
        var signed = Signed.Credential(key).With(Signed.Proof(key), key);
        signed["proof"]!["proofValue"] = Multibase.EncodeBase64Url(Multibase.DecodeBase58(signed["proof"]!.AsObject().Text("proofValue"))!);

        Signed.ProofRow(signed).Reason.ShouldBe("The proofValue is not multibase with z (base58btc).");
    }

    [Fact]
    public void An_ECDSA_signature_in_DER_is_refused()
    {
        using var key = TestKeys.P256();
        var signed = Signed.Credential(key).With(Signed.Proof(key, "ecdsa-jcs-2019"), key);
        var raw = Multibase.DecodeBase58(signed["proof"]!.AsObject().Text("proofValue"))!;
        byte[] Number(byte[] part) => part[0] < 0x80 ? [0x02, 32, .. part] : [0x02, 33, 0, .. part];
        byte[] numbers = [.. Number(raw[..32]), .. Number(raw[32..])];
        signed["proof"]!["proofValue"] = Multibase.EncodeBase58([0x30, (byte)numbers.Length, .. numbers]);

        Signed.ProofRow(signed).Reason!.ShouldContain("a signature with P-256 has 64");
    }

    [Fact]
    public void A_key_of_another_kind_than_the_suites_is_refused()
    {
        using var ed25519 = TestKeys.Ed25519();
        using var p256 = TestKeys.P256();
        var signed = Signed.Credential(ed25519).With(Signed.Proof(ed25519), ed25519);
        signed["proof"]!["verificationMethod"] = p256.Id;

        Signed.ProofRow(signed).Reason.ShouldBe("A key of type P-256 does not sign with eddsa-rdfc-2022.");
    }

    [Fact]
    public void A_proof_that_is_no_object_is_refused()
    {
        using var key = TestKeys.Ed25519();
        var credential = Signed.Credential(key);
        credential["proof"] = new JsonArray("z58");

        Signed.ProofRow(credential).Reason.ShouldBe("A proof is no object.");
    }

    [Fact]
    public void More_proofs_than_the_budget_are_refused()
    {
        using var key = TestKeys.Ed25519();
        var proof = Signed.Proof(key, "eddsa-jcs-2022");
        var signed = Enumerable.Range(0, 3).Aggregate(Signed.Credential(key), (credential, _) => credential.With(proof, key));

        Signed.ProofRow(signed, new VerificationOptions { Budget = new CredentialBudget { MaxProofs = 2 } }).Reason.ShouldBe("It has 3 proofs; at most 2 are read.");
    }

    [Fact]
    public void One_bad_proof_of_a_set_is_enough()
    {
        using var key = TestKeys.Ed25519();
        using var other = TestKeys.OtherEd25519();
        var proof = Signed.Proof(key);
        var signed = Signed.Credential(key).With(proof, key).With(Signed.Proof(other), other).With(proof, other);

        Signed.ProofRow(signed).Problem.ShouldBe(ProblemTypes.CryptographicSecurity);
    }

    [Fact]
    public void A_bad_proof_counts_more_than_an_unknown_one()
    {
        using var key = TestKeys.Ed25519();
        using var other = TestKeys.OtherEd25519();
        var signed = Signed.Credential(key).With(Signed.Proof(key), key).With(Signed.Proof(key), other);
        signed["proof"]![0]!["cryptosuite"] = "eddsa-rdfc-2099";

        Signed.ProofRow(signed).Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Fact]
    public void A_set_of_good_proofs_passes()
    {
        using var key = TestKeys.Ed25519();
        using var other = TestKeys.P384();
        var signed = Signed.Credential(key).With(Signed.Proof(key), key).With(Signed.Proof(other, "ecdsa-rdfc-2019"), other);

        Signed.ProofRow(signed).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    [Theory]
    [InlineData("2026-06-01T12:00:00Z")]
    [InlineData("2026-06-01T14:00:00+02:00")]
    public void A_proof_is_good_to_the_very_moment_it_expires(string expires)
    {
        using var key = TestKeys.Ed25519();
        var proof = Signed.Proof(key);
        proof["expires"] = expires;

        Signed.ProofRow(Signed.Credential(key).With(proof, key)).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    [Theory]
    [InlineData("unheard", "\"of\"", ProblemTypes.DataLossDetection)]
    [InlineData("type", "[\"VerifiableCredential\",\"Unheard\"]", ProblemTypes.DataLossDetection)]
    [InlineData("@context", "[\"https://www.w3.org/ns/credentials/v2\",{\"VerifiableCredential\":\"https://evil.example/Credential\"}]", ProblemTypes.ProofTransformation)]
    public void What_linked_data_would_lose_or_redefine_fails_with_its_problem(string member, string json, string problem)
    {
        using var key = TestKeys.Ed25519();
        // Without the examples' context, which has a word for everything.
        var credential = Signed.Credential(key);
        (credential["@context"], credential["type"], credential["credentialSubject"]) = (new JsonArray("https://www.w3.org/ns/credentials/v2"), "VerifiableCredential", new JsonObject { ["id"] = "did:example:ana" });
        var signed = credential.With(Signed.Proof(key), key);
        signed[member] = JsonNode.Parse(json);

        var proof = new Checks.ProofIsValid().Run(new Checks.Verification(CredentialDocument.Of(signed), signed, new VerificationOptions { At = Signed.Now })).Single();

        (proof.Outcome, proof.Problem).ShouldBe((CheckOutcome.Failed, problem));
    }

    // Presentations

    [Fact]
    public void A_presentation_signed_for_assertion_is_refused()
    {
        using var key = TestKeys.Ed25519();

        Signed.ProofRow(Signed.Presentation(key).With(Signed.Proof(key), key)).Reason.ShouldBe("The proofPurpose is assertionMethod; expected authentication.");
    }

    [Theory]
    [InlineData("domain", null, ProblemTypes.InvalidDomain)]
    [InlineData("domain", "\"https://other.example\"", ProblemTypes.InvalidDomain)]
    [InlineData("domain", "[\"https://school.example\",\"https://other.example\"]", ProblemTypes.InvalidDomain)]
    [InlineData("challenge", null, ProblemTypes.InvalidChallenge)]
    [InlineData("challenge", "\"another\"", ProblemTypes.InvalidChallenge)]
    public void Another_domain_or_challenge_than_was_asked_is_refused(string member, string? json, string problem)
    {
        using var key = TestKeys.Ed25519();
        var proof = Signed.Proof(key, purpose: "authentication");
        (proof["domain"], proof["challenge"]) = ("https://school.example", "abc");
        Set(proof, member, json);

        Signed.ProofRow(Signed.Presentation(key).With(proof, key), Asked).Problem.ShouldBe(problem);
    }

    [Theory]
    [InlineData("\"https://school.example\"")]
    [InlineData("[\"https://school.example\"]")]
    public void The_domain_and_challenge_that_were_asked_pass(string domain)
    {
        using var key = TestKeys.Ed25519();
        var proof = Signed.Proof(key, purpose: "authentication");
        (proof["domain"], proof["challenge"]) = (JsonNode.Parse(domain), "abc");

        Signed.ProofRow(Signed.Presentation(key).With(proof, key), Asked).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    [Fact]
    public void Nothing_is_compared_that_was_not_asked()
    {
        using var key = TestKeys.Ed25519();
        var proof = Signed.Proof(key, purpose: "authentication");
        (proof["domain"], proof["challenge"]) = ("https://school.example", "abc");

        Signed.ProofRow(Signed.Presentation(key).With(proof, key)).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    // The documents of controllers

    [Theory]
    [InlineData("""{"assertionMethod":[]}""", "does not list")]
    [InlineData("""{"assertionMethod":[],"authentication":["#k"]}""", "does not list")]
    [InlineData("""{"verificationMethod":[]}""", "has no verification method")]
    [InlineData("""{"method":{"controller":"did:web:victim.example"}}""", "says that did:web:school.example#k is controlled by did:web:victim.example")]
    [InlineData("""{"method":{"expires":"2026-06-01T11:59:59Z"}}""", "expired on 2026-06-01T11:59:59Z")]
    [InlineData("""{"method":{"revoked":"2026-06-01T12:00:00Z"}}""", "was revoked on 2026-06-01T12:00:00Z")]
    [InlineData("""{"method":{"expires":"soon"}}""", "cannot be used")]
    [InlineData("""{"id":"did:web:other.example"}""", "says it is did:web:other.example")]
    public void A_key_that_its_controllers_document_does_not_allow_is_refused(string changes, string sentence)
    {
        var row = RowWith(changes);

        row.ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe(CheckOutcome.Failed), r => r.Reason!.ShouldContain(sentence));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"method":{"expires":"2026-06-01T12:00:00Z"}}""")]
    [InlineData("""{"method":{"revoked":"2026-06-01T12:00:01Z"}}""")]
    public void A_key_that_it_allows_passes(string changes) => RowWith(changes).Outcome.ShouldBe(CheckOutcome.Passed);

    private static VerificationOptions Asked => new() { Domain = "https://school.example", Challenge = "abc" };

    private static CheckResult RowWith(string changes)
    {
        using var key = TestKeys.Ed25519();
        var proof = Signed.Proof(key);
        proof["verificationMethod"] = "did:web:school.example#k";
        var method = new JsonObject { ["id"] = "did:web:school.example#k", ["type"] = "Multikey", ["controller"] = "did:web:school.example", ["publicKeyMultibase"] = key.PublicKey.ToMultibase() };
        var document = new JsonObject { ["id"] = "did:web:school.example", ["verificationMethod"] = new JsonArray(method), ["assertionMethod"] = new JsonArray("#k") };
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            if (name == "method")
                method[value!.AsObject().Single().Key] = value.AsObject().Single().Value!.DeepClone();
            else
                document[name] = value!.DeepClone();
        }

        var documents = new MemoryLoader(("https://school.example/.well-known/did.json", document.ToJsonString()));
        return Signed.ProofRow(Signed.Credential(key).With(proof, key), new VerificationOptions { Documents = documents });
    }

    private static void Set(JsonObject proof, string member, string? json)
    {
        if (json is null)
            proof.Remove(member);
        else
            proof[member] = JsonNode.Parse(json);
    }
}
