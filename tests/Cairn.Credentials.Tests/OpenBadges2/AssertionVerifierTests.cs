using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.Tests.Jose;
using Cairn.JsonLd;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.OpenBadges2;

/// <summary>Assertions of Open Badges 2.0, as far as that design can be verified.</summary>
public sealed class AssertionVerifierTests
{
    [Fact]
    public void A_hosted_assertion_that_was_changed_is_invalid()
    {
        var report = Verify(Badge.Assertion(json => json["expires"] = "2040-01-01T00:00:00Z"), Badge.Hosting(Badge.Assertion()));

        report.Verdict.ShouldBe(Verdict.Invalid);
        report.Decisive!.Check.ShouldBe("proof");
    }

    [Fact]
    public void An_assertion_hosted_by_somebody_else_is_invalid()
    {
        var stolen = Badge.Assertion(json => json["id"] = "https://mill.example/1");

        Verify(stolen, Badge.Hosting(stolen)).Decisive!.Check.ShouldBe("issuer");
    }

    [Fact]
    public void A_hosted_assertion_that_is_not_at_hand_is_unknown() => Verify(Badge.Assertion(), Badge.Hosting()).Verdict.ShouldBe(Verdict.Unknown);

    [Fact]
    public void An_assertion_that_was_withdrawn_where_it_is_hosted_is_invalid()
    {
        var report = Verify(Badge.Assertion(), Badge.Hosting(new JsonObject { ["id"] = Badge.Id, ["type"] = "Assertion", ["revoked"] = true }));

        report.Decisive!.Check.ShouldBe("status");
    }

    [Theory]
    [InlineData("2019-12-31T23:59:59Z", Verdict.Invalid)]
    [InlineData("2020-01-01T00:00:00Z", Verdict.Valid)]
    [InlineData("2030-01-01T00:00:00Z", Verdict.Valid)]
    [InlineData("2030-01-01T00:00:01Z", Verdict.Invalid)]
    public void Its_dates_rule(string at, Verdict verdict) =>
        Verify(Badge.Assertion(), Badge.Hosting(Badge.Assertion()), at).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("id")]
    [InlineData("recipient")]
    [InlineData("badge")]
    [InlineData("issuedOn")]
    [InlineData("verification")]
    public void What_an_assertion_needs_must_be_there(string member) =>
        Verify(Badge.Assertion(json => json.Remove(member)), Badge.Hosting()).Decisive!.Check.ShouldBe("structure");

    [Fact]
    public void What_is_not_looked_at_has_the_problem_of_what_failed() =>
        Verify(Badge.Assertion(json => json.Remove("badge")), Badge.Hosting()).Checks.Where(row => row.Outcome == CheckOutcome.NotChecked).Select(row => row.Problem).Distinct().ShouldBe([ProblemTypes.MalformedValue]);

    [Fact]
    public void A_hosted_assertion_is_vouched_for_by_where_it_stands()
    {
        var report = Verify(Badge.Assertion(), Badge.Hosting(Badge.Assertion()));

        report.Verdict.ShouldBe(Verdict.Valid);
        report.Checks.Select(row => row.Check).ShouldBe(["structure", "context", "proof", "issuer", "validityPeriod", "status", "relatedResource", "schema", "nested"]);
    }

    [Fact]
    public void An_issuer_may_say_where_its_assertions_stand()
    {
        var elsewhere = Badge.Assertion(json => json["id"] = "https://host.example/college/1");
        var profile = Badge.Profile();
        profile["verification"] = new JsonObject { ["startsWith"] = "https://host.example/college/" };

        Verify(elsewhere, Badge.Hosting(elsewhere, profile)).Verdict.ShouldBe(Verdict.Valid);
        profile["verification"] = new JsonObject { ["startsWith"] = "https://host.example/other/" };
        Verify(elsewhere, Badge.Hosting(elsewhere, profile)).Verdict.ShouldBe(Verdict.Invalid);
    }

    [Fact]
    public void A_signed_assertion_by_a_key_of_its_issuer_is_valid() => VerifySigned(Badge.Profile(), Badge.Revoked()).Verdict.ShouldBe(Verdict.Valid);

    [Fact]
    public void A_signed_assertion_without_the_key_is_unknown()
    {
        using var rsa = TokenTests.Rsa();

        Verify(Sign(rsa), Badge.Hosting(Badge.Profile(), Badge.Revoked())).Verdict.ShouldBe(Verdict.Unknown);
    }

    [Fact]
    public void A_signed_assertion_without_the_issuers_profile_is_unknown() => VerifySigned(Badge.Revoked()).Verdict.ShouldBe(Verdict.Unknown);

    [Fact]
    public void A_signed_assertion_without_the_revocation_list_is_unknown() => VerifySigned(Badge.Profile()).Decisive!.Check.ShouldBe("status");

    [Theory]
    [InlineData("\"https://old.example/assertions/1\"")]
    [InlineData("""{"id":"https://old.example/assertions/1","revocationReason":"issued in error"}""")]
    [InlineData("""{"uid":"u-1"}""")]
    public void A_signed_assertion_on_the_revocation_list_is_invalid(string entry) => VerifySigned(Badge.Profile(), Badge.Revoked(JsonNode.Parse(entry)!)).Decisive!.Check.ShouldBe("status");

    [Fact]
    public void A_key_that_the_issuer_does_not_list_is_invalid()
    {
        var report = VerifySigned(Badge.Profile("https://old.example/another-key"), Badge.Revoked());

        report.Decisive!.Check.ShouldBe("issuer");
    }

    [Fact]
    public void Another_key_is_invalid()
    {
        using var other = RSA.Create(2048);
        using var rsa = TokenTests.Rsa();

        Verify(Sign(rsa), Badge.Hosting(Badge.Profile(), Badge.Revoked(), Badge.Key(other.ExportSubjectPublicKeyInfoPem()))).Decisive!.Check.ShouldBe("proof");
    }

    [Fact]
    public void A_private_key_in_the_place_of_a_public_one_is_invalid()
    {
        using var rsa = TokenTests.Rsa();

        Verify(Sign(rsa), Badge.Hosting(Badge.Profile(), Badge.Revoked(), Badge.Key(rsa.ExportPkcs8PrivateKeyPem()))).Decisive!.Check.ShouldBe("proof");
    }

    [Fact]
    public void A_signed_assertion_that_says_it_is_hosted_is_invalid()
    {
        using var rsa = TokenTests.Rsa();
        var token = Tokens.Sign("""{"alg":"RS256"}""", Badge.Assertion().ToJsonString(), data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        Verify(token, Badge.Hosting()).Decisive!.Check.ShouldBe("structure");
    }

    [Theory]
    [InlineData("a@example.com", CheckOutcome.Passed)]
    [InlineData("b@example.com", CheckOutcome.Failed)]
    [InlineData("Adaeze Obi", CheckOutcome.NotChecked)]
    public void The_expected_holder_is_compared_with_the_recipient(string expected, CheckOutcome outcome)
    {
        var assertion = Badge.Assertion(json => json["recipient"] = new JsonObject
        {
            ["type"] = "email",
            ["hashed"] = true,
            ["salt"] = "Kosher",
            ["identity"] = "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
        });

        var report = CredentialVerifier.Verify(Encoding.UTF8.GetBytes(assertion.ToJsonString()), new VerificationOptions { At = Award.Now, Documents = Badge.Hosting(assertion), ExpectedHolder = expected });

        report.Checks[^1].ShouldSatisfyAllConditions(row => row.Check.ShouldBe("holder"), row => row.Outcome.ShouldBe(outcome));
    }

    private static VerificationReport VerifySigned(params JsonObject[] documents)
    {
        using var rsa = TokenTests.Rsa();
        return Verify(Sign(rsa), Badge.Hosting([.. documents, Badge.Key(rsa.ExportSubjectPublicKeyInfoPem())]));
    }

    private static string Sign(RSA rsa)
    {
        var assertion = Badge.Assertion(json => json["verification"] = new JsonObject { ["type"] = "SignedBadge", ["creator"] = Badge.KeyId });
        return Tokens.Sign("""{"alg":"RS256"}""", assertion.ToJsonString(), data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private static VerificationReport Verify(JsonObject assertion, IDocumentLoader documents, string at = "2026-01-01T00:00:00Z") => Verify(assertion.ToJsonString(), documents, at);

    private static VerificationReport Verify(string text, IDocumentLoader documents, string at = "2026-01-01T00:00:00Z") => CredentialVerifier.Verify(Encoding.UTF8.GetBytes(text),
        new VerificationOptions { At = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Documents = documents });
}
