using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Verdicts;

/// <summary>The check <c>nested</c>: credentials inside records, presentations and endorsements.</summary>
public sealed class CredentialsInsideAreValidTests
{
    private static JsonObject Presentation(params JsonObject[] credentials) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["type"] = new JsonArray("VerifiablePresentation"),
        ["verifiableCredential"] = new JsonArray([.. credentials]),
    };

    private static JsonObject Clr(params JsonObject[] credentials)
    {
        var clr = Award.New();
        clr["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        clr["type"] = new JsonArray("VerifiableCredential", "ClrCredential");
        clr["credentialSubject"] = new JsonObject { ["id"] = "did:example:adaeze", ["type"] = new JsonArray("ClrSubject"), ["verifiableCredential"] = new JsonArray([.. credentials]) };
        return clr;
    }

    private static JsonObject Endorsement()
    {
        var endorsement = Award.New(Award.Other.Controller);
        endorsement["id"] = "https://other.example/endorsements/1";
        endorsement["type"] = new JsonArray("VerifiableCredential", "EndorsementCredential");
        endorsement["credentialSubject"] = new JsonObject { ["id"] = "https://issuer.example/awards/1", ["type"] = new JsonArray("EndorsementSubject"), ["endorsementComment"] = "Good." };
        return endorsement;
    }

    private static JsonObject Changed(JsonObject signed)
    {
        signed["name"] = "Crane Signals";
        return signed;
    }

    [Fact]
    public void One_invalid_credential_inside_a_presentation_fails_it()
    {
        var report = Award.Verify(Presentation(Award.Signed(), Changed(Award.Signed())));

        report.Verdict.ShouldBe(Verdict.Invalid);
        report.Nested.Select(nested => (nested.Pointer, nested.Report.Verdict)).ShouldBe([("/verifiableCredential/0", Verdict.Valid), ("/verifiableCredential/1", Verdict.Invalid)]);
    }

    [Fact]
    public void A_credential_without_a_proof_inside_a_presentation_fails_it() => Award.Verify(Presentation(Award.New())).Verdict.ShouldBe(Verdict.Invalid);

    [Fact]
    public void A_credential_inside_that_could_not_be_checked_leaves_it_unknown() =>
        Award.Verify(Presentation(Award.Signed(key: Award.KeyOf(1, "https://issuer.example")))).ShouldSatisfyAllConditions(
            report => report.Verdict.ShouldBe(Verdict.Unknown), report => report.Row("nested").Outcome.ShouldBe(CheckOutcome.NotChecked));

    [Fact]
    public void A_text_inside_a_presentation_is_refused()
    {
        var presentation = Presentation();
        presentation["verifiableCredential"] = new JsonArray("eyJhbGciOiJub25lIn0.e30.");

        Award.Verify(presentation).Row("structure").Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Fact]
    public void An_unsigned_presentation_is_as_good_as_its_credentials()
    {
        var report = Award.Verify(Presentation(Award.Signed()));

        report.Verdict.ShouldBe(Verdict.Valid, report.ToJson().ToJsonString());
        report.Row("proof").Outcome.ShouldBe(CheckOutcome.NotApplicable);
        report.Row("issuer").Outcome.ShouldBe(CheckOutcome.NotApplicable);
    }

    [Fact]
    public void The_machine_form_lists_pointer_verdict_and_checks()
    {
        var inside = Award.Verify(Presentation(Presentation(Award.Signed()))).ToJson()["nested"]![0]!.AsObject();

        inside.Select(member => member.Key).ShouldBe(["pointer", "verdict", "checks", "nested"]);
        inside["nested"]![0]!.AsObject().Select(member => member.Key).ShouldBe(["pointer", "verdict", "checks"]);
    }

    [Fact]
    public void One_changed_award_inside_a_CLR_fails_it() =>
        Award.Verify(Award.Sign(Clr(Award.Signed(), Changed(Award.Signed())))).ShouldSatisfyAllConditions(
            report => report.Row("proof").Outcome.ShouldBe(CheckOutcome.Passed),
            report => report.Row("nested").Outcome.ShouldBe(CheckOutcome.Failed),
            report => report.Nested[1].Pointer.ShouldBe("/credentialSubject/verifiableCredential/1"));

    [Fact]
    public void A_CLR_with_an_award_without_a_proof_covers_it()
    {
        var report = Award.Verify(Award.Sign(Clr(Award.New())));

        report.Verdict.ShouldBe(Verdict.Valid, report.ToJson().ToJsonString());
        report.Row("nested").Outcome.ShouldBe(CheckOutcome.NotApplicable);
        report.Nested.ShouldBeEmpty();
    }

    [Fact]
    public void An_award_inside_with_the_same_id_and_other_dates_hides_nothing() =>
        Award.Verify(Award.Sign(Clr(Award.Signed(award => award["validUntil"] = "2026-12-30T00:00:00Z")))).Row("context").Outcome.ShouldBe(CheckOutcome.Passed);

    [Fact]
    public void A_CLR_of_fifty_awards_is_valid()
    {
        var report = Award.Verify(Award.Sign(Clr([.. Enumerable.Range(1, 50).Select(i => Award.Signed(award => award["id"] = $"https://issuer.example/awards/{i}"))])));

        report.Verdict.ShouldBe(Verdict.Valid, report.Decisive?.Reason);
        report.Nested.Count.ShouldBe(50);
    }

    [Fact]
    public void A_changed_endorsement_fails_the_award() =>
        Award.Verify(Award.Signed(award => award["endorsement"] = new JsonArray(Changed(Award.Sign(Endorsement(), Award.Other))))).Row("nested").Outcome.ShouldBe(CheckOutcome.Failed);

    [Fact]
    public void An_endorsement_by_another_is_verified_by_its_own_issuer() =>
        Award.Verify(Award.Signed(award => award["endorsement"] = new JsonArray(Award.Sign(Endorsement(), Award.Other)))).ShouldSatisfyAllConditions(
            report => report.Verdict.ShouldBe(Verdict.Valid, report.ToJson().ToJsonString()), report => report.Nested.Single().Pointer.ShouldBe("/endorsement/0"));

    [Fact]
    public void An_endorsement_of_the_achievement_is_found_too() =>
        Award.Verify(Award.Signed(award => award["credentialSubject"]!["achievement"]!["endorsement"] = new JsonArray(Changed(Award.Sign(Endorsement(), Award.Other))))).Nested.Single().Pointer
            .ShouldBe("/credentialSubject/achievement/endorsement/0");

    [Fact]
    public void More_credentials_inside_than_the_budget_leave_it_unknown() =>
        Award.Verify(Presentation([.. Enumerable.Range(1, 3).Select(_ => Award.Signed())]), asked: options => options with { Budget = new CredentialBudget { MaxNested = 2 } }).ShouldSatisfyAllConditions(
            report => report.Verdict.ShouldBe(Verdict.Unknown), report => report.Nested.Count.ShouldBe(2));

    [Fact]
    public void The_expected_holder_is_compared_with_each_credential_of_a_presentation() =>
        Award.Verify(Presentation(Award.Signed()), asked: options => options with { ExpectedHolder = "did:example:other" }).Verdict.ShouldBe(Verdict.Invalid);
}
