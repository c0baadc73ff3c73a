using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Lines;

/// <summary>The operation <c>verify</c> of <c>cairn lines</c>.</summary>
public sealed class VerifyLineTests : IDisposable
{
    private readonly SignedAward _award = new();

    public void Dispose() => _award.Dispose();

    private static async Task<JsonElement> AnswerAsync(string members)
    {
        Finished run = await CairnProcess.RunAsync($$"""{"id":1,"op":"verify"{{members}}}""" + "\n", ["lines"]);
        run.ExitCode.ShouldBe(0);
        return JsonDocument.Parse(run.Lines.Single()).RootElement;
    }

    [Theory]
    [InlineData("", "no credential")]
    [InlineData(""","credential":{},"checks":"proof" """, "checks")]
    [InlineData(""","credential":{},"checks":["proof","status"]""", "checks")]
    [InlineData(""","credential":{},"checks":[]""", "checks")]
    [InlineData(""","credential":{},"checks":null""", "checks")]
    [InlineData(""","credential":{},"at":"yesterday" """, "at is yesterday")]
    [InlineData(""","credential":{},"at":7""", "at is not a text")]
    [InlineData(""","credential":{},"challenge":7""", "challenge is not a text")]
    [InlineData(""","credential":{},"documents":[]""", "documents")]
    [InlineData(""","credential":{},"documents":{"a":1,"a":2}""", "documents")]
    [InlineData(""","credential":{},"documents":{"a":"\ud800"}""", "documents has half of a surrogate pair")]
    public async Task A_wrong_member_is_an_error(string members, string sentence) => (await AnswerAsync(members)).GetProperty("error").GetString()!.ShouldContain(sentence);

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":"\ud800"}""")]
    public async Task What_is_no_credential_is_a_report(string credential)
    {
        JsonElement result = (await AnswerAsync($",\"credential\":{credential}")).GetProperty("result");

        result.GetProperty("verdict").GetString().ShouldBe("invalid");
        result.GetProperty("checks")[0].GetProperty("outcome").GetString().ShouldBe("failed");
        result.GetProperty("checks").GetArrayLength().ShouldBe(9);
    }

    [Fact]
    public async Task A_valid_award_has_the_whole_report()
    {
        JsonElement result = (await AnswerAsync($",\"credential\":{_award.Award().ToJsonString()},\"expectedHolder\":\"did:example:ana\"")).GetProperty("result");

        result.GetProperty("verdict").GetString().ShouldBe("valid", result.GetRawText());
        result.GetProperty("checks").EnumerateArray().Last().GetProperty("check").GetString().ShouldBe("holder");
        result.GetProperty("nested").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(true, false, "invalid")]
    [InlineData(false, false, "valid")]
    [InlineData(false, true, "valid")]
    public async Task Documents_are_given_as_JSON_or_as_text(bool revoked, bool asText, string verdict)
    {
        JsonNode list = _award.List(revoked);
        var documents = new JsonObject { [SignedAward.ListUrl] = asText ? list.ToJsonString() : list };

        (await AnswerAsync($",\"credential\":{_award.Award(withStatus: true).ToJsonString()},\"documents\":{documents.ToJsonString()}")).GetProperty("result").GetProperty("verdict").GetString().ShouldBe(verdict);
    }

    [Fact]
    public async Task The_moment_and_proof_only_are_respected()
    {
        string credential = _award.Award().ToJsonString();

        (await AnswerAsync($",\"credential\":{credential},\"at\":\"2100-01-01T00:00:00Z\"")).GetProperty("result").GetProperty("verdict").GetString().ShouldBe("invalid");
        (await AnswerAsync($",\"credential\":{credential},\"at\":\"2100-01-01T00:00:00Z\",\"checks\":[\"proof\"]")).GetProperty("result").GetProperty("verdict").GetString().ShouldBe("valid");
    }
}
