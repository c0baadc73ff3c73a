using System.Text.Json.Nodes;
using Cairn.JsonLd.Tests;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.StatusLists;

/// <summary>1EdTechRevocationList, which 1EdTech certifies displayers with.</summary>
public sealed class RevocationListTests
{
    private const string Url = "https://issuer.example/revocations";

    private static CheckResult Row(string? list)
    {
        var award = Award.New();
        award["@context"]!.AsArray().Add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        award["credentialStatus"] = new JsonObject { ["id"] = Url, ["type"] = "1EdTechRevocationList" };
        return Award.Verify(Award.Sign(award), list is null ? null : new MemoryLoader((Url, list.Replace("ISSUER", Award.Key.Controller, StringComparison.Ordinal)))).Row("status");
    }

    [Theory]
    [InlineData(null, ProblemTypes.StatusRetrieval)]
    [InlineData("nonsense", ProblemTypes.StatusVerification)]
    [InlineData("[]", ProblemTypes.StatusVerification)]
    [InlineData("{}", ProblemTypes.StatusVerification)]
    [InlineData("""{"id":"https://issuer.example/other","revokedCredential":[]}""", ProblemTypes.StatusVerification)]
    [InlineData("""{"issuer":"did:example:other","revokedCredential":[]}""", ProblemTypes.StatusVerification)]
    [InlineData("""{"revokedCredential":7}""", ProblemTypes.StatusVerification)]
    [InlineData("""{"revokedCredential":null}""", ProblemTypes.StatusVerification)]
    [InlineData("""{"revokedCredential":[{"url":"https://issuer.example/awards/1"}]}""", ProblemTypes.StatusVerification)]
    public void A_list_that_is_not_there_or_anothers_leaves_it_unknown(string? list, string problem)
    {
        var row = Row(list);

        (row.Outcome, row.Problem).ShouldBe((CheckOutcome.NotChecked, problem));
    }

    [Theory]
    [InlineData("""{"id":"https://issuer.example/revocations","issuer":"ISSUER","revokedCredential":[{"id":"https://issuer.example/awards/1","revoked":true}]}""")]
    [InlineData("""{"revokedCredential":{"id":"https://issuer.example/awards/1"}}""")]
    [InlineData("""{"issuer":{"id":"ISSUER"},"revokedCredentials":["https://issuer.example/awards/1"]}""")]
    public void A_listed_credential_is_revoked(string list) => Row(list).Outcome.ShouldBe(CheckOutcome.Failed);

    [Theory]
    [InlineData("""{"revokedCredential":[]}""")]
    [InlineData("""{"issuer":"ISSUER","revokedCredential":[{"id":"https://issuer.example/awards/2","revoked":true}]}""")]
    [InlineData("""{"revokedCredential":[{"id":"https://issuer.example/awards/1","revoked":false}]}""")]
    public void Another_credential_is_not(string list) => Row(list).Outcome.ShouldBe(CheckOutcome.Passed);
}
