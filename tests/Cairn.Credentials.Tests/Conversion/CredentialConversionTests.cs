using System.Text.Json.Nodes;
using Cairn.Credentials.Models;
using Cairn.Credentials.Schemas;
using Cairn.Credentials.Tests.Models;
using Cairn.Credentials.Tests.OpenBadges2;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Conversion;

/// <summary>Awards from one format to another: unsigned, with everything that got lost told.</summary>
public sealed class CredentialConversionTests
{
    [Theory]
    [InlineData("""{"type":["VerifiableCredential"]}""", "/type")]
    [InlineData("""{"type":"BadgeClass"}""", "/type")]
    [InlineData("""{"type":"Assertion","badge":"https://old.example/badge"}""", "/badge")]
    [InlineData("""{"type":"Assertion","badge":{"id":"b","issuer":"https://old.example/issuer"}}""", "/badge/issuer")]
    [InlineData("""{"type":"Assertion","badge":{"id":"b","issuer":{"id":"i"}}}""", "/recipient")]
    public void What_cannot_be_converted_is_refused_with_its_place(string json, string place) =>
        Should.Throw<CredentialException>(() => Convert(JsonNode.Parse(json)!.AsObject(), CredentialFormat.OpenBadges3)).Pointer.ShouldBe(place);

    [Fact]
    public void A_date_without_an_offset_is_refused() =>
        Should.Throw<CredentialException>(() => Convert(Badge.Assertion(json => json["issuedOn"] = "2020-01-01"), CredentialFormat.OpenBadges3)).Pointer.ShouldBe("/issuedOn");

    [Fact]
    public void A_record_of_two_is_no_badge() =>
        Should.Throw<CredentialException>(() => Convert(Builders.Record(Builders.Credential().ToJson(), Builders.Credential().ToJson()).ToJson(), CredentialFormat.OpenBadges3)).Pointer.ShouldBe("/type");

    [Fact]
    public void An_assertion_becomes_an_award_of_the_formal_schema()
    {
        var converted = Convert(Badge.Assertion(), CredentialFormat.OpenBadges3).Credential;

        EmbeddedSchemas.Published("json_ob_v3p0_achievementcredential_schema.json").FlawOf(converted).ShouldBeNull();
        converted.ContainsKey("proof").ShouldBeFalse();
    }

    [Fact]
    public void An_assertion_keeps_its_dates_and_whose_it_is()
    {
        var converted = Convert(Badge.Assertion(), CredentialFormat.OpenBadges3).Credential;

        converted.ShouldSatisfyAllConditions(
            json => json["validFrom"]!.GetValue<string>().ShouldBe("2020-01-01T00:00:00Z"),
            json => json["validUntil"]!.GetValue<string>().ShouldBe("2030-01-01T00:00:00Z"),
            json => json["credentialSubject"]!["identifier"]!.ToJsonString().ShouldBe("""[{"type":"IdentityObject","hashed":true,"identityHash":"sha256$abc","identityType":"emailAddress","salt":"deadsea"}]"""),
            json => json["evidence"]!.ToJsonString().ShouldBe("""[{"id":"https://old.example/evidence","type":["Evidence"]}]"""),
            json => json["credentialSubject"]!["achievement"]!["tag"]!.ToJsonString().ShouldBe("""["forklift"]"""));
    }

    [Fact]
    public void What_has_no_place_is_told() => Convert(Badge.Assertion(json => json["badge"]!["extensions:mine"] = 1), CredentialFormat.OpenBadges3).NotCarried.ShouldBe(
        ["/badge/issuer/publicKey: Open Badges 3.0 has no place for it", "/badge/extensions:mine: Open Badges 3.0 has no place for it", "/uid: Open Badges 3.0 has no place for it"]);

    [Fact]
    public void What_stands_elsewhere_comes_from_the_documents()
    {
        var inside = Badge.Assertion();
        var badge = inside["badge"]!.DeepClone().AsObject();
        var issuer = badge["issuer"]!.DeepClone().AsObject();
        badge["issuer"] = Badge.Issuer;
        inside["badge"] = "https://old.example/badge";

        var converted = CredentialConversion.Convert(inside, CredentialFormat.OpenBadges3, Badge.Hosting(badge, issuer)).Credential;

        JsonNode.DeepEquals(converted, Convert(Badge.Assertion(), CredentialFormat.OpenBadges3).Credential).ShouldBeTrue();
    }

    [Fact]
    public void A_converted_award_can_be_signed() =>
        Award.Verify(Award.Sign(Convert(Badge.Assertion(), CredentialFormat.OpenBadges3).Credential)).Row("proof").Outcome.ShouldBe(CheckOutcome.Passed);

    [Fact]
    public void There_and_back_again_says_the_same()
    {
        var back = Convert(Convert(Badge.Assertion(), CredentialFormat.OpenBadges3).Credential, CredentialFormat.OpenBadges2).Credential;

        var (before, after) = (CredentialView.Of(Badge.Assertion()), CredentialView.Of(back));
        after.ShouldSatisfyAllConditions(
            view => view.Name.ShouldBe(before.Name),
            view => view.Identities.ShouldBe(before.Identities),
            view => view.IssuerId.ShouldBe(before.IssuerId),
            view => view.CriteriaNarrative.ShouldBe(before.CriteriaNarrative),
            view => view.ValidUntil.ShouldBe(before.ValidUntil),
            view => view.Alignments.ShouldBe(before.Alignments),
            view => view.Evidence.ShouldBe(before.Evidence));
    }

    [Fact]
    public void An_award_of_version_3_becomes_a_hosted_assertion()
    {
        var converted = Convert(Award.Signed(), CredentialFormat.OpenBadges2);

        converted.Credential["verification"]!.ToJsonString().ShouldBe("""{"type":"HostedBadge"}""");
        converted.Credential.ContainsKey("proof").ShouldBeFalse();
        converted.NotCarried.ShouldContain("/proof: the result is unsigned");
        converted.NotCarried.ShouldContain(line => line.StartsWith("/credentialSubject/achievement/image: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Results_have_no_place_in_version_2() =>
        Convert(Builders.Largest().ToJson(), CredentialFormat.OpenBadges2).NotCarried.ShouldContain("/credentialSubject/result: Open Badges 2.0 has no place for it");

    [Fact]
    public void An_award_becomes_a_record_that_holds_it_as_it_was_signed()
    {
        var award = Award.Signed();

        var record = Convert(award, CredentialFormat.Clr2).Credential;

        PublishedModels.FlawOfClr(record).ShouldBeNull();
        record.ContainsKey("proof").ShouldBeFalse();
        JsonNode.DeepEquals(record["credentialSubject"]!["verifiableCredential"]![0], award).ShouldBeTrue();
        Award.Verify(Award.Sign(record)).Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void An_assertion_becomes_a_record() => PublishedModels.FlawOfClr(Convert(Badge.Assertion(), CredentialFormat.Clr2).Credential).ShouldBeNull();

    [Fact]
    public void A_record_of_one_becomes_its_badge() =>
        Convert(Builders.Record(Builders.Credential().ToJson()).ToJson(), CredentialFormat.OpenBadges3).Credential["id"]!.GetValue<string>().ShouldBe("urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-000000000001");

    /// <summary>Open Badges 3.0 was first on data model 1.1.</summary>
    [Fact]
    public void An_award_of_data_model_1_becomes_one_of_2()
    {
        var old = Award.Signed(json => { });
        old["@context"] = new JsonArray("https://www.w3.org/2018/credentials/v1", "https://purl.imsglobal.org/spec/ob/v3p0/context.json", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", "https://example.org/own");
        old["issuanceDate"] = "2026-01-01T00:00:00Z";
        old["expirationDate"] = "2026-12-31T00:00:00Z";
        old.Remove("validFrom");
        old.Remove("validUntil");

        var converted = Convert(old, CredentialFormat.OpenBadges3);

        converted.Credential["@context"]!.ToJsonString().ShouldBe("""["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json","https://purl.imsglobal.org/spec/ob/v3p0/extensions.json","https://example.org/own"]""");
        converted.Credential["validUntil"]!.GetValue<string>().ShouldBe("2026-12-31T00:00:00Z");
        converted.NotCarried.ShouldBe(["/proof: the result is unsigned"]);
    }

    private static ConvertedCredential Convert(JsonObject credential, CredentialFormat format) => CredentialConversion.Convert(credential, format);
}
