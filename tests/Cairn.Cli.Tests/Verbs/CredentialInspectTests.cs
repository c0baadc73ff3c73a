using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Verbs;

/// <summary><c>cairn credential inspect</c>, run as a shell runs it.</summary>
public sealed class CredentialInspectTests : IDisposable
{
    private readonly SignedAward _award = new();

    public void Dispose() => _award.Dispose();

    [Theory]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("<svg/>")]
    public async Task What_is_no_document_is_65(string text)
    {
        Finished run = await CairnProcess.RunAsync(text, ["credential", "inspect", "-"]);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(65), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldStartWith("cairn: standard input: "));
    }

    [Fact]
    public async Task It_says_what_stands_there_and_that_nothing_was_checked()
    {
        Finished run = await CairnProcess.RunAsync(_award.Award().ToJsonString(), ["credential", "inspect", "-"]);

        run.ExitCode.ShouldBe(0);
        run.Lines[0].ShouldContain("Nothing was checked");
        run.Lines.ShouldContain("Name          Añá 😀");
        run.Lines.ShouldContain($"Says it is by Northgate ({_award.Did})");
    }

    [Theory]
    [InlineData("valid")]
    [InlineData("verified")]
    [InlineData("genuine")]
    [InlineData("trust")]
    public async Task It_never_says_that_it_is_valid(string word) =>
        (await CairnProcess.RunAsync(_award.Award().ToJsonString(), ["credential", "inspect", "-"])).Output.ShouldNotContain(word);

    [Theory]
    [InlineData("a\u001b[31mb\nc", "a\uFFFD[31mb c")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    public async Task Signs_that_would_move_the_cursor_or_turn_the_text_are_shown_as_one_sign(string name, string shown)
    {
        string text = new JsonObject { ["type"] = "VerifiableCredential", ["name"] = name }.ToJsonString();

        (await CairnProcess.RunAsync(text, ["credential", "inspect", "-"])).Lines.ShouldContain("Name          " + shown);
    }

    [Fact]
    public async Task The_machine_form_is_the_document() =>
        JsonNode.DeepEquals(JsonNode.Parse((await CairnProcess.RunAsync(_award.Award(validUntil: "2030-01-01T00:00:00Z").ToJsonString(), ["credential", "inspect", "-", "--json"])).Output)!["validUntil"], "2030-01-01T00:00:00Z").ShouldBeTrue();
}
