using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Jose;

/// <summary>Tokens that must never be valid, each with the sentence that says why.</summary>
public sealed class HostileTokenTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("ES512")]
    [InlineData("PS256")]
    [InlineData("")]
    public void An_algorithm_that_is_not_allowed_is_refused(string algorithm) => Reason(header => header["alg"] = algorithm).ShouldContain("The header's alg is");

    [Theory]
    [InlineData("ES256")]
    [InlineData("RS256")]
    public void An_algorithm_of_another_kind_of_key_is_refused(string algorithm) => Reason(header => header["alg"] = algorithm).ShouldContain($"does not sign with {algorithm}");

    [Fact]
    public void A_header_without_an_algorithm_is_refused() => Reason(header => header.Remove("alg")).ShouldContain("The header's alg is");

    [Theory]
    [InlineData("crit", """["exp"]""")]
    [InlineData("crit", "[]")]
    [InlineData("b64", "false")]
    [InlineData("b64", "true")]
    public void What_must_be_understood_and_is_not_is_refused(string member, string value) => Reason(header => header[member] = JsonNode.Parse(value)).ShouldContain("crit or b64");

    [Theory]
    [InlineData("typ", "\"vp+jwt\"")]
    [InlineData("typ", "\"jwt\"")]
    [InlineData("typ", "\"at+jwt\"")]
    [InlineData("typ", "\"application/vc+jwt\"")]
    [InlineData("typ", "null")]
    [InlineData("cty", "\"vp\"")]
    [InlineData("cty", "\"JWT\"")]
    [InlineData("cty", "1")]
    public void Another_type_is_refused(string member, string value) => Reason(header => header[member] = JsonNode.Parse(value)).ShouldContain($"The header's {member} is");

    [Theory]
    [InlineData("\"#key-1\"")]
    [InlineData("\"key-1\"")]
    [InlineData("\"http://issuer.example/key\"")]
    [InlineData("\"did:key:z6Mk\"")]
    [InlineData("7")]
    public void A_key_name_that_is_no_url_is_refused(string kid) => Reason(header => header["kid"] = JsonNode.Parse(kid)).ShouldContain("kid");

    [Fact]
    public void A_header_that_names_no_key_is_refused() => Reason(header => header.Remove("kid")).ShouldContain("names no key");

    [Fact]
    public void A_key_elsewhere_is_never_fetched()
    {
        using var key = Tokens.Key();
        var header = new JsonObject { ["alg"] = "EdDSA", ["jku"] = "https://issuer.example/keys", ["x5u"] = "https://issuer.example/chain" };

        var token = Tokens.Sign(header, Tokens.Credential(key.Controller), key);

        Tokens.Proof(Tokens.Verify(token, ("https://issuer.example/keys", new JsonObject { ["keys"] = new JsonArray(key.PublicKey.ToJwk()) }.ToJsonString()))).Reason!.ShouldContain("names no key");
    }

    [Fact]
    public void A_header_with_a_secret_is_refused()
    {
        using var key = Tokens.Key();

        Reason(header => header["jwk"] = With(key.PublicKey.ToJwk(), "d", "AAAA")).ShouldContain("member d, the secret");
    }

    [Fact]
    public void A_header_with_another_key_than_its_name_is_refused()
    {
        using var other = Tokens.Key(first: 9);

        Reason(header => header["jwk"] = other.PublicKey.ToJwk()).ShouldContain("another key than its kid");
    }

    [Fact]
    public void A_key_in_the_header_that_the_issuer_does_not_list_is_refused()
    {
        using var issuers = Tokens.Key();
        using var foreign = Tokens.Key(first: 9);
        var token = Tokens.Sign(JwkHeader(foreign), Tokens.Credential(Tokens.Issuer), foreign);

        var proof = Tokens.Proof(Tokens.Verify(token, Tokens.Profile(Tokens.Method(Tokens.Issuer + "#1", issuers.PublicKey.ToJwk()))));

        proof.Outcome.ShouldBe(CheckOutcome.Failed);
        proof.Reason!.ShouldContain("is no key that the document of https://issuer.example/profile lists");
    }

    [Fact]
    public void A_key_in_the_header_without_the_issuers_document_is_unknown()
    {
        using var key = Tokens.Key();

        Tokens.Verify(Tokens.Sign(JwkHeader(key), Tokens.Credential(Tokens.Issuer), key)).Verdict.ShouldBe(Verdict.Unknown);
    }

    [Fact]
    public void A_key_in_the_header_that_did_not_sign_is_invalid_even_without_the_issuers_document()
    {
        using var key = Tokens.Key();
        using var other = Tokens.Key(first: 9);

        Tokens.Verify(Tokens.Sign(JwkHeader(key), Tokens.Credential(Tokens.Issuer), other)).Verdict.ShouldBe(Verdict.Invalid);
    }

    [Fact]
    public void A_key_beside_its_name_that_did_not_sign_is_invalid_even_without_the_issuers_document()
    {
        using var key = Tokens.Key();
        using var other = Tokens.Key(first: 9);

        Tokens.Verify(Tokens.Sign(With(JwkHeader(key), "kid", Tokens.Issuer + "#1"), Tokens.Credential(Tokens.Issuer), other)).Verdict.ShouldBe(Verdict.Invalid);
    }

    [Theory]
    [InlineData("exp", 1_770_000_000)]
    [InlineData("nbf", 1_900_000_000)]
    public void A_presentation_whose_token_is_not_good_at_the_moment_is_refused(string claim, long seconds)
    {
        using var holder = Tokens.Key();

        Tokens.Proof(Tokens.Verify(Tokens.Presentation(holder, claim, seconds))).Reason!.ShouldStartWith("The token ");
    }

    [Fact]
    public void A_presentation_that_answers_another_challenge_or_is_for_another_domain_is_refused()
    {
        using var holder = Tokens.Key();
        var token = Tokens.Presentation(holder, "nonce", "c");

        Tokens.Proof(Tokens.Verify(token, new VerificationOptions { Challenge = "x" })).Problem.ShouldBe(ProblemTypes.InvalidChallenge);
        Tokens.Proof(Tokens.Verify(token, new VerificationOptions { Domain = "x" })).Problem.ShouldBe(ProblemTypes.InvalidDomain);
    }

    [Fact]
    public void A_key_of_somebody_else_than_the_issuer_is_refused()
    {
        using var key = Tokens.Key();

        var report = Tokens.Verify(Tokens.Sign(Tokens.Header(key), Tokens.Credential("did:example:issuer"), key));

        report.Decisive!.Check.ShouldBe("issuer");
        report.Verdict.ShouldBe(Verdict.Invalid);
    }

    [Fact]
    public void A_revoked_key_is_refused()
    {
        using var key = Tokens.Key(controller: Tokens.Issuer);
        var method = With(Tokens.Method(Tokens.Issuer + "#1", key.PublicKey.ToJwk()), "revoked", "2026-05-01T00:00:00Z");

        Tokens.Proof(Tokens.Verify(Tokens.Sign(With(Tokens.Header(key), "kid", Tokens.Issuer + "#1"), Tokens.Credential(Tokens.Issuer), key), Tokens.Profile(method)))
            .Reason!.ShouldContain("was revoked");
    }

    [Theory]
    [InlineData("iss", "\"did:example:other\"")]
    [InlineData("iss", "null")]
    [InlineData("sub", "\"did:example:other\"")]
    [InlineData("jti", "\"urn:uuid:00000000-0000-0000-0000-000000000000\"")]
    [InlineData("nbf", "1767225601")]
    [InlineData("nbf", "\"1767225600\"")]
    [InlineData("nbf", "1e300")]
    [InlineData("exp", "null")]
    [InlineData("exp", "-1")]
    [InlineData("vc", "7")]
    [InlineData("vp", "[]")]
    public void A_claim_that_the_credential_does_not_bear_out_is_refused(string claim, string value)
    {
        using var key = Tokens.Key();
        var payload = Tokens.Credential(key.Controller);
        payload[claim] = JsonNode.Parse(value);

        Tokens.Proof(Tokens.Verify(Tokens.Sign(Tokens.Header(key), payload, key))).Reason!.ShouldContain(claim);
    }

    [Fact]
    public void A_claim_of_an_end_that_has_come_is_refused()
    {
        using var key = Tokens.Key();
        var payload = Tokens.Credential(key.Controller);
        payload["exp"] = 1_770_000_000;

        Tokens.Verify(Tokens.Sign(Tokens.Header(key), payload, key)).Decisive!.Check.ShouldBe("validityPeriod");
    }

    [Fact]
    public void A_credential_of_version_2_in_the_claim_of_version_1_is_refused()
    {
        using var key = Tokens.Key();
        var header = new JsonObject { ["alg"] = "EdDSA", ["typ"] = "JWT", ["kid"] = key.Id };

        Tokens.Proof(Tokens.Verify(Tokens.Sign(header, new JsonObject { ["vc"] = Tokens.Credential(key.Controller) }, key))).Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Theory]
    [InlineData("{\"alg\":\"EdDSA\",\"alg\":\"none\"}", "{}")]
    [InlineData("{\"alg\":\"EdDSA\"}", "{\"a\":1,\"a\":2}")]
    [InlineData("{\"alg\":\"EdDSA\"}", "{\"a\":\"\\ud800\"}")]
    [InlineData("{\"alg\":\"EdDSA\"}", "{\"a\":1e999}")]
    [InlineData("{\"alg\":\"EdDSA\"}", "[]")]
    [InlineData("{\"alg\":\"EdDSA\"}", "null")]
    public void Parts_that_are_not_strict_json_are_refused(string header, string payload)
    {
        using var key = Tokens.Key();
        Tokens.Verify(Tokens.Sign(header, payload, key.Sign)).Verdict.ShouldBe(Verdict.Invalid);
    }

    [Fact]
    public void Any_other_text_of_the_same_signature_is_refused()
    {
        var token = Good();
        var last = token[^1];
        const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

        // The last digit of 86 holds four bits that count and two that must be nought.
        var same = Digits[(Digits.IndexOf(last, StringComparison.Ordinal) & ~3) | 1];

        Tokens.Verify(token[..^1] + same).Verdict.ShouldBe(Verdict.Invalid);
    }

    [Theory]
    [InlineData("=")]
    [InlineData("AAAA")]
    public void A_longer_signature_is_refused(string more)
    {
        try
        {
            Tokens.Verify(Good() + more).Verdict.ShouldBe(Verdict.Invalid);
        }
        catch (CredentialException refused)
        {
            refused.Problem.ShouldBe(ProblemTypes.Parsing);
        }
    }

    [Fact]
    public void A_signature_in_der_is_refused()
    {
        using var key = Tokens.Key(KeyType.P256);
        byte[] Der(ReadOnlySpan<byte> data)
        {
            var raw = key.Sign(data);
            return [0x30, 68, 2, 32, .. raw[..32], 2, 32, .. raw[32..]];
        }

        Tokens.Proof(Tokens.Verify(Tokens.Sign(Tokens.Header(key).ToJsonString(), Tokens.Credential(key.Controller).ToJsonString(), Der))).Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Fact]
    public void A_token_without_a_signature_is_refused() => Tokens.Proof(Tokens.Verify(Good()[..(Good().LastIndexOf('.') + 1)])).Outcome.ShouldBe(CheckOutcome.Failed);

    /// <summary>A changed letter is another text, or no text at all; none is ever valid.</summary>
    [Fact]
    public void Any_changed_letter_is_refused()
    {
        var token = Good();
        for (var i = 0; i < token.Length; i += 3)
        {
            if (token[i] == '.')
                continue;
            var changed = string.Concat(token.AsSpan(0, i), token[i] == 'A' ? "B" : "A", token.AsSpan(i + 1));
            try
            {
                Tokens.Verify(changed).Verdict.ShouldNotBe(Verdict.Valid, $"letter {i}");
            }
            catch (CredentialException refused)
            {
                refused.Problem.ShouldBe(ProblemTypes.Parsing);
            }
        }
    }

    [Fact]
    public void A_presentation_that_answers_something_else_is_refused()
    {
        using var key = Tokens.Key();
        var header = new JsonObject { ["alg"] = "EdDSA", ["typ"] = "vp+jwt", ["kid"] = key.Id };
        var payload = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["type"] = "VerifiablePresentation",
            ["holder"] = key.Controller,
            ["nonce"] = "n-1",
            ["aud"] = "https://verifier.example",
        };

        Tokens.Proof(Tokens.Verify(Tokens.Sign(header, payload, key), new VerificationOptions { Challenge = "n-2" })).Reason!.ShouldContain("challenge");
        Tokens.Proof(Tokens.Verify(Tokens.Sign(header, payload, key), new VerificationOptions { Challenge = "n-1", Domain = "https://other.example" })).Reason!.ShouldContain("domain");
        Tokens.Proof(Tokens.Verify(Tokens.Sign(header, payload, key), new VerificationOptions { Challenge = "n-1", Domain = "https://verifier.example" })).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    private static string Good()
    {
        using var key = Tokens.Key();
        return JwsSigner.Sign(Tokens.Credential(key.Controller), key);
    }

    private static JsonObject JwkHeader(SigningKey key) => new() { ["alg"] = "EdDSA", ["typ"] = "JWT", ["jwk"] = key.PublicKey.ToJwk() };

    private static JsonObject With(JsonObject json, string member, string value)
    {
        json[member] = value;
        return json;
    }

    private static string Reason(Action<JsonObject> change)
    {
        using var key = Tokens.Key();
        var header = Tokens.Header(key);
        change(header);
        var report = Tokens.Verify(Tokens.Sign(header, Tokens.Credential(key.Controller), key));
        report.Verdict.ShouldBe(Verdict.Invalid);
        Tokens.Proof(report).Outcome.ShouldBe(CheckOutcome.Failed);
        return Tokens.Proof(report).Reason!;
    }
}
