using System.Text.Json.Nodes;
using Cairn.Credentials.Models;
using Cairn.Credentials.Schemas;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Models;

/// <summary>Builders make what the formal schemas accept, and refuse the rest with its place.</summary>
public sealed class BuilderTests
{
    private const string Formal = "json_ob_v3p0_achievementcredential_schema.json";
    private const string LinkedData = "json-ld_ob_v3p0_achievementcredential_schema.json";

    [Fact]
    public void An_award_without_criteria_is_refused() => Pointer(() => Builders.Credential(Builders.Smallest(narrative: null))).ShouldBe("/credentialSubject/achievement/criteria");

    [Theory]
    [InlineData("forklift")]
    [InlineData("/achievements/1")]
    [InlineData("https://issuer.example/a b")]
    [InlineData("")]
    public void An_id_that_is_no_absolute_uri_is_refused(string id) => Pointer(() => Builders.Credential(Builders.Smallest(id: id))).ShouldBe("/credentialSubject/achievement/id");

    [Theory]
    [InlineData("Medal")]
    [InlineData("ext:")]
    public void An_unknown_type_of_achievement_is_refused(string type) => Pointer(() => Builders.Credential(Builders.Smallest(type: type))).ShouldBe("/credentialSubject/achievement/achievementType");

    [Theory]
    [InlineData("English")]
    [InlineData("en-us")]
    public void A_language_that_is_none_is_refused(string language) => Pointer(() => Builders.Credential(Builders.Smallest(language: language))).ShouldBe("/credentialSubject/achievement/inLanguage");

    [Fact]
    public void An_empty_text_is_refused() => Pointer(() => Builders.Credential(Builders.Smallest(narrative: " "))).ShouldBe("/credentialSubject/achievement/criteria/narrative");

    [Fact]
    public void An_end_before_the_beginning_is_refused() => Pointer(() => Builders.Credential(until: Builders.From.AddSeconds(-1))).ShouldBe("/validUntil");

    [Fact]
    public void Nobody_is_refused() => Pointer(() => Builders.Credential(subject: new AchievementSubject { Achievement = Builders.Smallest() })).ShouldBe("/credentialSubject/id");

    [Fact]
    public void A_result_of_nothing_is_refused() => Pointer(() => Builders.Credential(subject: new AchievementSubject
    {
        Id = "did:example:a",
        Achievement = Builders.Smallest(),
        Results = [new Result { ResultDescription = "urn:uuid:1", Value = "1" }],
    })).ShouldBe("/credentialSubject/result");

    [Fact]
    public void A_status_without_an_id_is_refused() => Pointer(() => Builders.Credential(status: new JsonObject { ["type"] = "BitstringStatusListEntry" })).ShouldBe("/credentialStatus/id");

    [Fact]
    public void A_number_that_is_none_is_refused() => Pointer(() => Builders.Credential(subject: new AchievementSubject { Id = "did:example:a", Achievement = Builders.Smallest(), CreditsEarned = double.NaN }))
        .ShouldBe("/credentialSubject/creditsEarned");

    [Fact]
    public void A_record_of_nothing_is_refused() => Pointer(() => Builders.Record()).ShouldBe("/credentialSubject/verifiableCredential");

    [Fact]
    public void A_record_of_something_else_is_refused() => Pointer(() => Builders.Record(new JsonObject { ["type"] = "Assertion" })).ShouldBe("/credentialSubject/verifiableCredential/0");

    [Theory]
    [InlineData(Formal)]
    [InlineData(LinkedData)]
    public void The_smallest_award_is_of_the_formal_schema(string schema) => EmbeddedSchemas.Published(schema).FlawOf(Builders.Credential().ToJson()).ShouldBeNull();

    [Theory]
    [InlineData(Formal)]
    [InlineData(LinkedData)]
    public void The_largest_award_is_of_the_formal_schema(string schema) => EmbeddedSchemas.Published(schema).FlawOf(Builders.Largest().ToJson()).ShouldBeNull();

    [Fact]
    public void An_endorsement_is_of_its_published_model() => PublishedModels.FlawOfEndorsement(Builders.Endorsement().ToJson()).ShouldBeNull();

    [Fact]
    public void A_record_is_of_its_published_model() => PublishedModels.FlawOfClr(Builders.Record(Builders.Credential().ToJson()).ToJson()).ShouldBeNull();

    /// <summary>Signing is in safe mode, so that no member was one that linked data would drop.</summary>
    [Fact]
    public void Everything_that_is_built_can_be_signed_and_is_valid()
    {
        foreach (var credential in new Credential[] { Builders.Credential(), Builders.Credential(namesItsSchema: true), Builders.Endorsement(), Builders.Record(Award.Sign(Builders.Credential().ToJson())) })
            Award.Verify(Award.Sign(credential.ToJson())).Verdict.ShouldBe(Verdict.Valid, credential.ToJson().ToJsonString());
    }

    [Fact]
    public void The_largest_award_keeps_all_of_itself_as_linked_data() => Award.Verify(Award.Sign(Builders.Largest().ToJson())).Row("proof").Outcome.ShouldBe(CheckOutcome.Passed);

    [Fact]
    public void A_signed_award_is_still_of_the_formal_schema() => EmbeddedSchemas.Published(Formal).FlawOf(Award.Sign(Builders.Largest().ToJson())).ShouldBeNull();

    [Fact]
    public void The_hash_of_an_identity_is_that_of_the_specification() => IdentityObject.Hashed("a@example.com", "emailAddress", "Kosher").Write("").ToJsonString()
        .ShouldBe("""{"type":"IdentityObject","hashed":true,"identityHash":"sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399","identityType":"emailAddress","salt":"Kosher"}""");

    private static string? Pointer(Func<Credential> build) => Should.Throw<CredentialException>(() => build().ToJson()).Pointer;
}
