using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Verbs;

/// <summary><c>cairn status-list</c> and <c>cairn did</c>, run as a shell runs them.</summary>
public sealed class StatusListVerbsTests : IDisposable
{
    private readonly SignedAward _award = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _award.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("create")]
    [InlineData("create", "--id", "urn:a:b", "--purpose", "message", "--key", "k")]
    [InlineData("create", "--id", "not a url", "--purpose", "revocation", "--key", "k")]
    [InlineData("create", "--id", "https://issuer.example/<1>", "--purpose", "revocation", "--key", "k")]
    [InlineData("create", "--id", "urn:a:b", "--purpose", "revocation", "--key", "k", "--length", "100")]
    [InlineData("set", "file", "-x", "true", "--key", "k")]
    [InlineData("set", "file", "1", "maybe", "--key", "k")]
    [InlineData("get", "file")]
    public async Task Wrong_usage_is_64(params string[] words) => (await CairnProcess.RunAsync(["status-list", .. words])).ExitCode.ShouldBe(64);

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task What_is_no_list_is_65(string text) => (await CairnProcess.RunAsync("status-list", "get", _folder.Write("list.json", text), "0")).ExitCode.ShouldBe(65);

    [Theory]
    [InlineData("-1")]
    [InlineData("131072")]
    public async Task An_entry_that_is_not_there_is_65(string index) =>
        (await CairnProcess.RunAsync("status-list", "get", _folder.Write("list.json", _award.List(revoked: false).ToJsonString()), "--", index)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(65), run => run.Error.ShouldContain("0 to 131071"));

    [Fact]
    public async Task A_list_is_created_set_and_read_and_stays_signed()
    {
        string key = _folder.Write("key.json", _award.KeyText);
        Finished created = await CairnProcess.RunAsync("status-list", "create", "--id", SignedAward.ListUrl, "--purpose", "revocation", "--key", key);
        created.ExitCode.ShouldBe(0, created.Error);
        string list = _folder.Write("list.json", created.Output);
        Finished set = await CairnProcess.RunAsync("status-list", "set", list, "94567", "true", "--key", key);
        set.ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(0), run => run.Error.ShouldBeEmpty());
        _folder.Write("list.json", set.Output);

        (await CairnProcess.RunAsync("status-list", "get", list, "94567")).Output.ShouldBe("true\n");
        (await CairnProcess.RunAsync("status-list", "get", list, "94566")).Output.ShouldBe("false\n");
        (await CairnProcess.RunAsync("credential", "verify", list)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_list_of_another_issuer_is_signed_with_a_warning()
    {
        string list = _folder.Write("list.json", _award.List(revoked: false).ToJsonString().Replace($"\"issuer\":\"{_award.Did}\"", "\"issuer\":\"did:web:school.example\"", StringComparison.Ordinal));
        string key = _folder.Write("key.json", _award.KeyText);

        (await CairnProcess.RunAsync("status-list", "set", list, "1", "true", "--key", key)).Error.ShouldStartWith("cairn: warning: The issuer is did:web:school.example, but the key is controlled by did:key:");
    }

    [Fact]
    public async Task No_message_shows_the_secret()
    {
        string key = _folder.Write("key.json", _award.KeyText.Replace("\"publicKeyMultibase\":\"z", "\"publicKeyMultibase\":\"zz", StringComparison.Ordinal));
        Finished run = await CairnProcess.RunAsync("status-list", "create", "--id", SignedAward.ListUrl, "--purpose", "revocation", "--key", key);

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldNotContain(_award.KeyText.Split("secretKeyMultibase\":\"")[1][..20]);
    }

    [Theory]
    [InlineData("nonsense", 1)]
    [InlineData("did:key:zNonsense", 1)]
    [InlineData("did:example:1", 2)]
    [InlineData("did:web:issuer.example", 2)]
    public async Task What_does_not_resolve_says_why(string did, int exit) =>
        (await CairnProcess.RunAsync("did", "resolve", did)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(exit), run => run.Output.ShouldBeEmpty(), run => run.Error.ShouldContain("https://www.w3.org/ns/did#"));

    [Fact]
    public async Task A_did_key_resolves() =>
        (await CairnProcess.RunAsync("did", "resolve", _award.Did)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(0), run => run.Output.ShouldContain($"\"id\":\"{_award.Did}\""));
}
