using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Verbs;

/// <summary><c>cairn credential verify</c>, run as a shell runs it.</summary>
public sealed class CredentialVerifyTests : IDisposable
{
    private readonly SignedAward _award = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _award.Dispose();
        _folder.Dispose();
    }

    private static Task<Finished> VerifyAsync(params string[] words) => CairnProcess.RunAsync(["credential", "verify", .. words]);

    [Theory]
    [InlineData]
    [InlineData("a.json", "--at", "yesterday")]
    [InlineData("a.json", "--at", "2026-01-01T00:00:00")]
    [InlineData("a.json", "--checks", "everything")]
    [InlineData("-", "-")]
    public async Task Wrong_usage_is_64(params string[] words) =>
        (await VerifyAsync(words)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(64), run => run.Output.ShouldBeEmpty(), run => run.Error.ShouldStartWith("cairn: "));

    [Fact]
    public async Task A_file_beyond_64_MB_is_65_and_not_read()
    {
        string file = _folder.Write("huge.json", "");
        using (FileStream huge = File.OpenWrite(file))
        {
            huge.SetLength((64L * 1024 * 1024) + 1);
        }

        (await CairnProcess.RunAsync("credential", "verify", file)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(65), run => run.Error.ShouldContain("larger than 64 MB"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_65()
    {
        Finished run = await VerifyAsync(Path.Combine(_folder.Path, "none.json"));

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(65), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldContain("there is no such file"));
    }

    [Fact]
    public async Task What_is_no_JSON_is_65()
    {
        Finished run = await VerifyAsync(_folder.Write("a.json", "{"));

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(65), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldContain("expected JSON"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("""{"a":1,"a":2}""")]
    public async Task JSON_that_is_no_credential_is_1(string text)
    {
        Finished run = await VerifyAsync(_folder.Write("a.json", text));

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(1), r => r.Output.ShouldStartWith("invalid: "), r => r.Error.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_changed_award_is_1_and_nothing_of_it_is_shown_as_fact()
    {
        Finished run = await VerifyAsync(_folder.Write("a.json", _award.Award().ToJsonString().Replace("did:example:ana", "did:example:ben", StringComparison.Ordinal)));

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(1), r => r.Output.ShouldStartWith("invalid: Not signed by who it says. "), r => r.Output.ShouldNotContain("Northgate"));
    }

    [Fact]
    public async Task A_status_list_that_is_not_at_hand_is_2()
    {
        Finished run = await VerifyAsync(_folder.Write("a.json", _award.Award(withStatus: true).ToJsonString()));

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(2), r => r.Output.ShouldStartWith("unknown: Signed by Northgate"), r => r.Output.ShouldContain("status            could not be checked"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_status_list_comes_from_the_folder_of_documents(bool revoked, int exit)
    {
        _folder.Write("documents/lists/1.json", _award.List(revoked).ToJsonString());
        _folder.Write("documents/index.json", new JsonObject { [SignedAward.ListUrl] = "lists/1.json" }.ToJsonString());

        (await VerifyAsync(_folder.Write("a.json", _award.Award(withStatus: true).ToJsonString()), "--documents", Path.Combine(_folder.Path, "documents"))).ExitCode.ShouldBe(exit);
    }

    [Theory]
    [InlineData("../outside.json")]
    [InlineData("/etc/hostname")]
    [InlineData("lists/../../outside.json")]
    [InlineData("link.json")]
    public async Task A_document_outside_its_folder_is_not_read(string name)
    {
        _folder.Write("outside.json", _award.List(revoked: false).ToJsonString());
        _folder.Write("documents/index.json", new JsonObject { [SignedAward.ListUrl] = name }.ToJsonString());
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "documents", "link.json"), Path.Combine(_folder.Path, "outside.json"));

        (await VerifyAsync(_folder.Write("a.json", _award.Award(withStatus: true).ToJsonString()), "--documents", Path.Combine(_folder.Path, "documents"))).ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"urn:a:b":7}""")]
    public async Task A_folder_without_a_sound_index_is_65(string? index)
    {
        if (index is not null)
        {
            _folder.Write("index.json", index);
        }

        (await VerifyAsync(_folder.Write("a.json", _award.Award().ToJsonString()), "--documents", _folder.Path)).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(65), run => run.Error.ShouldContain("index.json"));
    }

    [Fact]
    public async Task A_valid_award_is_0_with_one_sentence_and_a_row_for_each_check()
    {
        Finished run = await VerifyAsync(_folder.Write("a.json", _award.Award().ToJsonString()));

        run.ExitCode.ShouldBe(0, run.Output);
        run.Lines[0].ShouldBe($"valid: Signed by Northgate ({_award.Did}) on 1 January 2026, and nothing speaks against it.");
        run.Lines[1..].Select(line => line.Split(' ')[0]).ShouldBe(["structure", "context", "proof", "issuer", "validityPeriod", "status", "relatedResource", "schema", "nested"]);
        run.Output.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task The_moment_that_is_asked_for_rules_the_dates() =>
        (await VerifyAsync(_folder.Write("a.json", _award.Award().ToJsonString()), "--at", "2100-01-01T00:00:00Z")).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(1), run => run.Output.ShouldContain("expired on 31 December 2099"));

    [Fact]
    public async Task Standard_input_is_read()
    {
        Finished run = await CairnProcess.RunAsync(_award.Award().ToJsonString(), ["credential", "verify", "-", "--checks", "proof", "--json"]);

        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        run.ExitCode.ShouldBe(0);
        report.GetProperty("verdict").GetString().ShouldBe("valid");
        report.GetProperty("checks").EnumerateArray().Select(row => row.GetProperty("check").GetString()).ShouldBe(["structure", "context", "proof"]);
    }

    [Fact]
    public async Task Many_files_have_one_line_each_in_their_order_and_the_worst_exit()
    {
        string valid = _folder.Write("valid.json", _award.Award().ToJsonString());
        string unknown = _folder.Write("unknown.json", _award.Award(withStatus: true).ToJsonString());
        string invalid = _folder.Write("invalid.json", _award.Award(validUntil: "2026-01-02T00:00:00Z").ToJsonString());
        string broken = _folder.Write("broken.json", "{");

        (await VerifyAsync(valid, valid)).ExitCode.ShouldBe(0);
        (await VerifyAsync(valid, unknown)).ExitCode.ShouldBe(2);
        (await VerifyAsync(unknown, invalid, valid)).ExitCode.ShouldBe(1);
        Finished run = await VerifyAsync(invalid, broken, valid, unknown);

        run.ExitCode.ShouldBe(65);
        run.Lines.Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1])).ShouldBe([("invalid", invalid), ("unreadable", broken), ("valid", valid), ("unknown", unknown)]);
        run.Lines[0].ShouldBe($"invalid\t{invalid}\tIt expired on 2026-01-02T00:00:00Z.");
        run.Lines[2].ShouldBe($"valid\t{valid}\t");
    }

    [Fact]
    public async Task Many_files_as_JSON_are_one_object_each_with_the_file()
    {
        string[] files = [_folder.Write("1.json", _award.Award().ToJsonString()), _folder.Write("2.json", "{}")];

        Finished run = await VerifyAsync([.. files, "--json"]);

        run.Lines.Select(line => JsonDocument.Parse(line).RootElement).Select(report => (report.GetProperty("file").GetString(), report.GetProperty("verdict").GetString()))
            .ShouldBe([(files[0], "valid"), (files[1], "invalid")]);
    }
}
