using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Verdicts;

/// <summary>The check <c>validityPeriod</c>, at the edges of the dates.</summary>
public sealed class IsWithinItsDatesTests
{
    private static CheckResult Row(JsonObject award, string at) =>
        Award.Verify(award, asked: options => options with { At = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture) }).Row("validityPeriod");

    [Theory]
    [InlineData("2025-12-31T23:59:59.9999999Z", false)]
    [InlineData("2026-01-01T00:00:00Z", true)]
    [InlineData("2026-01-01T02:00:00+02:00", true)]
    [InlineData("2026-12-31T00:00:00Z", true)]
    [InlineData("2026-12-31T00:00:00.0000001Z", false)]
    public void It_is_valid_at_exactly_both_ends_and_not_a_tick_beyond(string at, bool passes) =>
        Row(Award.Signed(), at).Outcome.ShouldBe(passes ? CheckOutcome.Passed : CheckOutcome.Failed);

    [Fact]
    public void Its_problem_is_of_range() => Row(Award.Signed(), "2030-01-01T00:00:00Z").Problem.ShouldBe(ProblemTypes.Range);

    [Fact]
    public void Without_dates_there_is_nothing_to_check() => Row(Award.Signed(award =>
    {
        award.Remove("validFrom");
        award.Remove("validUntil");
    }), "2030-01-01T00:00:00Z").Outcome.ShouldBe(CheckOutcome.NotApplicable);

    [Theory]
    [InlineData("2025-12-31T23:59:59Z", false)]
    [InlineData("2026-06-01T00:00:00Z", true)]
    [InlineData("2026-12-31T00:00:01Z", false)]
    public void Version_1_has_its_own_names_for_them(string at, bool passes)
    {
        var old = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/2018/credentials/v1", "https://w3id.org/security/data-integrity/v2"),
            ["type"] = new JsonArray("VerifiableCredential"),
            ["issuer"] = Award.Key.Controller,
            ["issuanceDate"] = "2026-01-01T00:00:00Z",
            ["expirationDate"] = "2026-12-31T00:00:00Z",
            ["credentialSubject"] = new JsonObject { ["id"] = "did:example:a" },
        };

        Row(Award.Sign(old), at).Outcome.ShouldBe(passes ? CheckOutcome.Passed : CheckOutcome.Failed);
    }
}
