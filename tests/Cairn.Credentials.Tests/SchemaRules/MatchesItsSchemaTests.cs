using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.SchemaRules;

/// <summary>The check <c>schema</c>: the published schemas, and the rules that stand in where there is none.</summary>
public sealed class MatchesItsSchemaTests
{
    private const string Formal = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
    private const string Singles = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json-ld/ob_v3p0_achievementcredential_schema.json";
    private const string Clr = "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json";
    private const string EndorsementUrl = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json";

    private static CheckResult Row(string url, Action<JsonObject>? change = null) => Award.Verify(Award.Signed(award =>
    {
        award["@context"]!.AsArray().Add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        award["credentialSchema"] = new JsonArray(new JsonObject { ["id"] = url, ["type"] = "1EdTechJsonSchemaValidator2019" });
        change?.Invoke(award);
    })).Row("schema");

    public static TheoryData<string> WhatTheFormalSchemaRefuses => ["no criteria", "type as text", "no validFrom", "result with another status", "other achievement type", "single schema"];

    [Theory]
    [MemberData(nameof(WhatTheFormalSchemaRefuses))]
    public void A_badge_of_another_form_is_refused(string what)
    {
        var row = Row(Formal, award =>
        {
            var achievement = award["credentialSubject"]!["achievement"]!.AsObject();
            switch (what)
            {
                case "no criteria":
                    achievement.Remove("criteria");
                    break;
                case "type as text":
                    achievement["type"] = "Achievement";
                    break;
                case "no validFrom":
                    award.Remove("validFrom");
                    break;
                case "result with another status":
                    award["credentialSubject"]!["result"] = new JsonArray(new JsonObject { ["type"] = new JsonArray("Result"), ["status"] = "Nonsense" });
                    break;
                case "other achievement type":
                    achievement["achievementType"] = "Nonsense";
                    break;
                default:
                    award["credentialSchema"] = award["credentialSchema"]![0]!.DeepClone();
                    break;
            }
        });

        row.ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe(CheckOutcome.Failed), r => r.Problem.ShouldBe(ProblemTypes.MalformedValue));
    }

    [Theory]
    [InlineData(Formal)]
    [InlineData(Singles)]
    public void A_sound_badge_passes(string url)
    {
        var row = Row(url);

        row.Outcome.ShouldBe(CheckOutcome.Passed, row.Reason);
    }

    [Fact]
    public void The_variant_for_linked_data_takes_single_values() =>
        Row(Singles, award => award["credentialSubject"]!["achievement"]!["type"] = "Achievement").Outcome.ShouldBe(CheckOutcome.Passed);

    [Fact]
    public void One_proof_that_is_no_array_is_accepted()
    {
        var award = Award.Signed(award =>
        {
            award["@context"]!.AsArray().Add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
            award["credentialSchema"] = new JsonArray(new JsonObject { ["id"] = Formal, ["type"] = "1EdTechJsonSchemaValidator2019" });
        });
        award["proof"] = award["proof"]![0]!.DeepClone();

        Award.Verify(award).Row("schema").Outcome.ShouldBe(CheckOutcome.Passed);
    }

    [Fact]
    public void An_unknown_schema_does_not_apply_and_says_why() =>
        Row("https://example.org/schema.json").ShouldSatisfyAllConditions(row => row.Outcome.ShouldBe(CheckOutcome.NotApplicable), row => row.Reason!.ShouldContain("https://example.org/schema.json"));

    [Theory]
    [InlineData(Clr)]
    [InlineData(EndorsementUrl)]
    public void A_badge_is_neither_a_CLR_nor_an_endorsement(string url) =>
        Row(url).ShouldSatisfyAllConditions(row => row.Outcome.ShouldBe(CheckOutcome.Failed), row => row.Reason!.ShouldContain("Cairn's rules"));

    [Fact]
    public void A_sound_endorsement_passes() => Row(EndorsementUrl, award =>
    {
        award["type"] = new JsonArray("VerifiableCredential", "EndorsementCredential");
        award["credentialSubject"] = new JsonObject { ["id"] = "https://issuer.example/awards/2", ["type"] = new JsonArray("EndorsementSubject"), ["endorsementComment"] = "Good." };
    }).Outcome.ShouldBe(CheckOutcome.Passed);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_CLR_has_credentials(bool has) => Row(Clr, award =>
    {
        award["@context"]!.AsArray().Insert(1, "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json");
        award["type"] = new JsonArray("VerifiableCredential", "ClrCredential");
        var subject = new JsonObject { ["id"] = "did:example:adaeze", ["type"] = new JsonArray("ClrSubject") };
        if (has)
            subject["verifiableCredential"] = new JsonArray(Award.Signed());
        award["credentialSubject"] = subject;
    }).Outcome.ShouldBe(has ? CheckOutcome.Passed : CheckOutcome.Failed);

    /// <summary>What 1EdTech certifies displayers with, too: a badge on version 1.1 of the data model.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_badge_on_version_1_is_compared_with_the_schema_of_both_versions(bool hasName)
    {
        var badge = Award.New();
        badge["@context"] = new JsonArray("https://www.w3.org/2018/credentials/v1", "https://purl.imsglobal.org/spec/ob/v3p0/context.json", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", "https://w3id.org/security/data-integrity/v2");
        badge["issuanceDate"] = badge["validFrom"]!.DeepClone();
        badge["expirationDate"] = badge["validUntil"]!.DeepClone();
        foreach (var member in (string[])["validFrom", "validUntil", .. hasName ? Array.Empty<string>() : ["name"]])
            badge.Remove(member);
        badge["credentialSchema"] = new JsonArray(new JsonObject { ["id"] = Formal, ["type"] = "1EdTechJsonSchemaValidator2019" });

        var report = Award.Verify(Award.Sign(badge));

        report.Row("schema").Outcome.ShouldBe(hasName ? CheckOutcome.Passed : CheckOutcome.Failed, report.Row("schema").Reason);
        report.Row("proof").Outcome.ShouldBe(CheckOutcome.Passed);
    }
}
