using System.Text.Json.Nodes;
using Cairn.JsonLd.Tests;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Verdicts;

/// <summary>JSON Web Signatures inside credentials and presentations, and as status lists, are verified like the rest.</summary>
public sealed class EnvelopesInsideTests
{
    private static readonly string Jws = JwsSigner.Sign(Award.New(), Award.Key);

    private static string Changed => Jws[..^4] + (Jws[^4] == 'A' ? "B" : "A") + Jws[^3..];

    /// <summary>The published contexts of Open Badges do not define endorsementJwt; the context of examples has a word for everything.</summary>
    private static JsonObject Endorsed(string endorsement) => Award.Signed(award =>
    {
        award["@context"]!.AsArray().Add("https://www.w3.org/ns/credentials/examples/v2");
        award["credentialSubject"]!["achievement"]!["endorsementJwt"] = new JsonArray(endorsement);
    });

    private static JsonObject Presentation(string id) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["type"] = new JsonArray("VerifiablePresentation"),
        ["verifiableCredential"] = new JsonArray(new JsonObject { ["@context"] = "https://www.w3.org/ns/credentials/v2", ["id"] = id, ["type"] = "EnvelopedVerifiableCredential" }),
    };

    [Theory]
    [InlineData("data:application/vc+jwt,")]
    [InlineData("data:application/vc+jwt,nonsense")]
    public void An_envelope_with_nothing_in_it_is_invalid(string id) => Award.Verify(Presentation(id)).Verdict.ShouldBe(Verdict.Invalid);

    [Theory]
    [InlineData("data:application/vc+jwt")]
    [InlineData("data:application/vc+sd-jwt,eyJhbGciOiJFUzI1NiJ9.e30.AA~")]
    public void An_envelope_of_another_kind_leaves_it_unknown(string id) => Award.Verify(Presentation(id)).Verdict.ShouldBe(Verdict.Unknown);

    [Fact]
    public void A_changed_envelope_in_a_presentation_is_invalid() => Award.Verify(Presentation("data:application/vc+jwt," + Changed)).Verdict.ShouldBe(Verdict.Invalid);

    [Theory]
    [InlineData("data:application/vc+jwt,")]
    [InlineData("data:application/jwt,")]
    public void A_sound_envelope_in_a_presentation_is_valid(string before)
    {
        var report = Award.Verify(Presentation(before + Jws));

        report.Verdict.ShouldBe(Verdict.Valid, report.ToJson().ToJsonString());
        report.Nested.Single().Pointer.ShouldBe("/verifiableCredential/0");
    }

    [Fact]
    public void A_changed_endorsement_in_an_envelope_is_invalid() =>
        Award.Verify(Endorsed(Changed)).Row("nested").Outcome.ShouldBe(CheckOutcome.Failed);

    [Fact]
    public void A_sound_endorsement_in_an_envelope_is_listed() =>
        Award.Verify(Endorsed(Jws)).ShouldSatisfyAllConditions(
            report => report.Verdict.ShouldBe(Verdict.Valid, report.ToJson().ToJsonString()), report => report.Nested.Single().Pointer.ShouldBe("/credentialSubject/achievement/endorsementJwt/0"));

    [Theory]
    [InlineData(false, CheckOutcome.Passed)]
    [InlineData(true, CheckOutcome.Failed)]
    public void A_status_list_may_come_in_an_envelope(bool revoked, CheckOutcome outcome)
    {
        const string url = "https://issuer.example/status/1";
        var list = StatusList.Create();
        list.Set(7, revoked ? 1 : 0);
        var jws = JwsSigner.Sign(list.ToCredential(url, Award.Key.Controller, "revocation", Award.Now), Award.Key);

        var row = Award.Verify(Award.Signed(award => award["credentialStatus"] = StatusList.EntryOf(url, 7, "revocation")), new MemoryLoader((url, jws))).Row("status");

        row.Outcome.ShouldBe(outcome, row.Reason);
    }

    [Fact]
    public void A_status_list_in_an_envelope_by_another_leaves_it_unknown()
    {
        const string url = "https://issuer.example/status/1";
        var jws = JwsSigner.Sign(StatusList.Create().ToCredential(url, Award.Key.Controller, "revocation", Award.Now), Award.Other);

        Award.Verify(Award.Signed(award => award["credentialStatus"] = StatusList.EntryOf(url, 7, "revocation")), new MemoryLoader((url, jws))).Row("status").Outcome.ShouldBe(CheckOutcome.NotChecked);
    }
}
