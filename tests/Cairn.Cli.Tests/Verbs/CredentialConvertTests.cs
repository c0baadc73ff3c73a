using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Verbs;

/// <summary><c>cairn credential convert</c>, run as a shell runs it.</summary>
public sealed class CredentialConvertTests : IDisposable
{
    private const string Assertion = """
        {"@context":"https://w3id.org/openbadges/v2","id":"https://old.example/1","type":"Assertion","uid":"u-1","recipient":{"type":"email","hashed":true,"salt":"s","identity":"sha256$abc"},
        "badge":"https://old.example/badge","issuedOn":"2020-01-01T00:00:00Z","verification":{"type":"HostedBadge"}}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData]
    [InlineData("a.json")]
    [InlineData("a.json", "--to", "open-badges-1")]
    public async Task Wrong_usage_is_64(params string[] words) => (await CairnProcess.RunAsync(["credential", "convert", .. words])).ExitCode.ShouldBe(64);

    [Fact]
    public async Task What_only_stands_elsewhere_is_65_and_named()
    {
        Finished run = await CairnProcess.RunAsync(Assertion, ["credential", "convert", "-", "--to", "open-badges-3"]);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(65), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldContain("At /badge: What stands at https://old.example/badge is needed"));
    }

    [Fact]
    public async Task What_is_no_award_is_65() =>
        (await CairnProcess.RunAsync("{}", ["credential", "convert", "-", "--to", "clr-2"])).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(65), run => run.Output.ShouldBeEmpty());

    [Fact]
    public async Task An_old_badge_is_converted_and_what_got_lost_is_told()
    {
        _folder.Write("index.json", """{"https://old.example/badge":"badge.json","https://old.example/issuer":"issuer.json"}""");
        _folder.Write("badge.json", """{"id":"https://old.example/badge","type":"BadgeClass","name":"Forklift","description":"Drives.","criteria":"https://old.example/criteria","issuer":"https://old.example/issuer"}""");
        _folder.Write("issuer.json", """{"id":"https://old.example/issuer","type":"Issuer","name":"Old College"}""");

        Finished run = await CairnProcess.RunAsync(Assertion, ["credential", "convert", "-", "--to", "open-badges-3", "--documents", _folder.Path]);

        JsonObject award = JsonNode.Parse(run.Output)!.AsObject();
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBe("cairn: not carried: /uid: Open Badges 3.0 has no place for it\n");
        award["issuer"]!["name"]!.GetValue<string>().ShouldBe("Old College");
        award.ContainsKey("proof").ShouldBeFalse();
    }

    /// <summary>An assertion of Open Badges 2.0 is as good as what stands at its address.</summary>
    [Fact]
    public async Task An_old_badge_is_verified_as_far_as_its_documents_go()
    {
        _folder.Write("index.json", """{"https://old.example/1":"1.json","https://old.example/badge":"badge.json"}""");
        string file = _folder.Write("1.json", Assertion);
        _folder.Write("badge.json", """{"id":"https://old.example/badge","type":"BadgeClass","name":"Forklift","description":"Drives.","criteria":"https://old.example/criteria","issuer":"https://old.example/issuer"}""");

        (await CairnProcess.RunAsync(["credential", "verify", file])).ExitCode.ShouldBe(2);
        (await CairnProcess.RunAsync(["credential", "verify", file, "--documents", _folder.Path])).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_converted_record_can_be_signed_and_verified()
    {
        using var award = new SignedAward();
        string signed = award.Award().ToJsonString();

        Finished record = await CairnProcess.RunAsync(signed, ["credential", "convert", "-", "--to", "clr-2"]);
        Finished resigned = await CairnProcess.RunAsync(record.Output, ["credential", "sign", "-", "--key", _folder.Write("k.json", award.KeyText)]);

        (await CairnProcess.RunAsync(resigned.Output, ["credential", "verify", "-"])).ExitCode.ShouldBe(0);
    }
}
