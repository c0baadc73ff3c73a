using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Verdicts;

/// <summary>The report as a whole: which checks there are, in which order, and what they come to.</summary>
public sealed class VerdictTests
{
    private static readonly string[] InOrder = ["structure", "context", "proof", "issuer", "validityPeriod", "status", "relatedResource", "schema", "nested"];

    [Fact]
    public void After_a_failed_proof_the_rest_is_not_looked_at_and_does_not_count()
    {
        var report = Award.Verify(Award.Signed().ToJsonString().Replace("safely", "badly", StringComparison.Ordinal));

        report.Verdict.ShouldBe(Verdict.Invalid);
        report.Checks.Select(row => row.Check).ShouldBe(InOrder);
        report.Row("proof").Outcome.ShouldBe(CheckOutcome.Failed);
        report.Checks.Skip(3).ShouldAllBe(row => row.Outcome == CheckOutcome.NotChecked && !row.Counts);
    }

    [Fact]
    public void A_sound_award_is_valid_and_every_check_stands_once_in_its_order()
    {
        var report = Award.Verify(Award.Signed());

        report.Verdict.ShouldBe(Verdict.Valid, report.ToJson().ToJsonString());
        report.Checks.Select(row => row.Check).ShouldBe(InOrder);
    }

    [Fact]
    public void Every_row_but_a_passed_one_has_a_reason() =>
        Award.Verify(Award.Signed()).Checks.ShouldAllBe(row => (row.Outcome == CheckOutcome.Passed) == (row.Reason == null));

    [Fact]
    public void Holder_stands_last_and_only_when_it_is_asked_for() =>
        Award.Verify(Award.Signed(), asked: options => options with { ExpectedHolder = "did:example:adaeze" }).Checks.Select(row => row.Check).ShouldBe([.. InOrder, "holder"]);

    [Fact]
    public void Proof_only_makes_three_checks() =>
        Award.Verify(Award.Signed(), asked: options => options with { ProofOnly = true }).Checks.Select(row => row.Check).ShouldBe(["structure", "context", "proof"]);

    [Fact]
    public void Proof_only_does_not_ask_whose_key_it_is() =>
        Award.Verify(Award.Signed(issuer: "did:example:somebody"), asked: options => options with { ProofOnly = true }).Verdict.ShouldBe(Verdict.Valid);

    [Theory]
    [InlineData("safely", "badly", "Not signed by who it says. ")]
    [InlineData("\"VerifiableCredential\",", "", "Not signed by who it says. ")]
    public void What_is_not_proved_is_not_in_the_sentence(string from, string to, string sentence)
    {
        var shown = Award.Verify(Award.Signed().ToJsonString().Replace(from, to, StringComparison.Ordinal)).Sentence;

        shown.ShouldStartWith(sentence);
        shown.ShouldNotContain("Northgate");
    }

    [Fact]
    public void The_sentence_of_a_valid_award_names_issuer_and_date() =>
        Award.Verify(Award.Signed()).Sentence.ShouldBe($"Signed by Northgate Community College ({Award.Key.Controller}) on 1 January 2026, and nothing speaks against it.");

    [Fact]
    public void The_sentence_of_an_expired_award_says_so() =>
        Award.Verify(Award.Signed(), asked: options => options with { At = Award.Now.AddYears(1) }).Sentence.ShouldEndWith("on 1 January 2026, expired on 31 December 2026.");

    [Fact]
    public void A_name_that_would_turn_the_sentence_around_is_made_plain() =>
        Award.Verify(Award.Signed(award => award["issuer"]!["name"] = "A\u202EB\nC")).Sentence.ShouldStartWith("Signed by A\uFFFDB\uFFFDC (");

    [Theory]
    [InlineData("نیم\u200Cفاصله")]
    [InlineData("क्\u200Dष")]
    [InlineData("👩\u200D🎓 Academy")]
    public void A_name_keeps_the_joiners_it_needs(string name) =>
        Award.Verify(Award.Signed(award => award["issuer"]!["name"] = name)).Sentence.ShouldStartWith($"Signed by {name} (");

    [Fact]
    public void An_empty_presentation_that_nobody_signed_says_that_it_says_nothing() =>
        Award.Verify("""{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiablePresentation"]}""").Sentence.ShouldBe("Nobody signed it, and there is nothing in it to rely on.");

    [Fact]
    public void What_is_no_JSON_is_no_report() =>
        Should.Throw<CredentialException>(() => Award.Verify("{\"a\":")).Problem.ShouldBe(ProblemTypes.Parsing);

    [Theory]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("null")]
    public void JSON_that_is_no_object_is_invalid(string json)
    {
        var report = Award.Verify(json);

        report.Verdict.ShouldBe(Verdict.Invalid);
        report.Checks.Select(row => row.Check).ShouldBe(InOrder);
    }
}
