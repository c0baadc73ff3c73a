using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Cairn.Cli.Lines;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Lines;

/// <summary><c>cairn lines</c>, run as another program runs it.</summary>
public sealed class LinesVerbTests
{
    private static async Task<Dictionary<string, JsonElement>> AnswersAsync(params string[] lines)
    {
        Finished run = await CairnProcess.RunAsync(string.Join('\n', lines), ["lines"]);
        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(0), r => r.Error.ShouldBeEmpty(), r => r.Lines.Length.ShouldBe(lines.Length));
        return run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(answer => answer.GetProperty("id").GetRawText());
    }

    private static async Task<JsonElement> AnswerAsync(string line) => (await AnswersAsync(line)).Values.Single();

    [Theory]
    [InlineData("", "null", "not JSON")]
    [InlineData("nonsense", "null", "not JSON")]
    [InlineData("[]", "null", "not a JSON object")]
    [InlineData("7", "null", "not a JSON object")]
    [InlineData("""{"op":"solve","request":{}}""", "null", "no id")]
    [InlineData("""{"id":1}""", "1", "no op")]
    [InlineData("""{"id":1,"op":5}""", "1", "op is not a text")]
    [InlineData("""{"id":{"a":[1]},"op":"nope"}""", """{"a":[1]}""", "Unknown op nope")]
    [InlineData("""{"id":"x","id":"y","op":"solve"}""", "\"x\"", "twice")]
    [InlineData("""{"id":3,"op":"expand","input":{]}""", "3", "not JSON: expected JSON at column 32")]
    [InlineData("""{"id":4""", "null", "not JSON")]
    [InlineData("""{"id":5,"op":"nope" """, "5", "not JSON")]
    public async Task A_bad_line_is_answered_with_its_id_if_that_can_be_read(string line, string id, string sentence)
    {
        // A second line, because the process must go on; and an empty input would be no line at all.
        Finished run = await CairnProcess.RunAsync(line + "\n" + """{"id":"after","op":"solve","request":{}}""" + "\n", ["lines"]);

        run.ExitCode.ShouldBe(0);
        run.Lines.Length.ShouldBe(2);
        JsonElement bad = run.Lines.Select(text => JsonDocument.Parse(text).RootElement).Single(answer => answer.GetProperty("id").GetRawText() != "\"after\"");
        bad.GetProperty("id").GetRawText().ShouldBe(id);
        bad.GetProperty("error").GetString()!.ShouldContain(sentence);
    }

    [Fact]
    public async Task An_id_that_is_no_UTF_8_cannot_be_read()
    {
        Finished run = await CairnProcess.RunAsync([.. "{\"id\":\""u8, 0xFF, .. "\",\"op\":\"solve\"}\n"u8], ["lines"]);

        run.Output.ShouldStartWith("{\"id\":null,\"error\":");
    }

    [Fact]
    public async Task A_bad_request_is_answered_with_the_planners_error() =>
        (await AnswerAsync($$"""{"id":1,"op":"solve","request":{{Requests.Bad}}}""")).GetProperty("error").GetRawText()
            .ShouldBe("""{"code":"invalidRequest","path":"/programs/0/hours","expected":"an integer 1 to 100000","found":"-4"}""");

    [Fact]
    public async Task A_solve_line_that_breaks_off_is_answered_with_the_planners_error()
    {
        JsonElement answer = await AnswerAsync("""{"id":1,"op":"solve","request":{,}}""");

        answer.GetProperty("id").GetInt32().ShouldBe(1);
        answer.GetProperty("error").GetProperty("code").GetString().ShouldBe("unreadable");
        answer.GetProperty("error").GetProperty("column").GetInt32().ShouldBe(33);
    }

    [Fact]
    public async Task A_solve_without_a_request_is_an_error() =>
        (await AnswerAsync("""{"id":1,"op":"solve"}""")).GetProperty("error").GetProperty("path").GetString().ShouldBe("/request");

    [Fact]
    public async Task A_request_is_answered_with_its_id_unchanged()
    {
        JsonElement answer = await AnswerAsync($$"""{"id":"täg \u00e9 ☃","op":"solve","request":{{Requests.Simple}}}""");

        answer.GetProperty("id").GetString().ShouldBe("täg é ☃");
        answer.GetProperty("result").GetProperty("plans").GetProperty("cheapest").GetProperty("cost").GetString().ShouldBe("49.00");
    }

    [Fact]
    public async Task Many_requests_are_all_answered_once()
    {
        Dictionary<string, JsonElement> answers = await AnswersAsync([.. Enumerable.Range(0, 40).Select(i =>
            $$"""{"op":"solve","id":{{i}},"request":{{Requests.Simple.Replace("\"49\"", $"\"{i}\"", StringComparison.Ordinal)}}}""")]);

        answers.Count.ShouldBe(40);
        answers.ShouldAllBe(answer => answer.Value.GetProperty("result").GetProperty("plans").GetProperty("cheapest").GetProperty("cost").GetString() == $"{answer.Key}.00");
    }

    [Fact]
    public async Task Lines_may_end_in_CR_LF_and_the_last_needs_no_end() =>
        (await CairnProcess.RunAsync("{\"id\":1,\"op\":\"x\"}\r\n{\"id\":2,\"op\":\"x\"}\r\n{\"id\":3,\"op\":\"x\"}", ["lines"])).Lines.Length.ShouldBe(3);

    [Fact]
    public async Task A_line_that_is_too_long_is_skipped_and_answered_with_its_id()
    {
        byte[] input =
        [
            .. "{\"id\":1,\"op\":\"solve\",\"request\":\""u8, .. Enumerable.Repeat((byte)'a', LineSplitter.MostBytes), .. "\"}\n"u8,
            .. Encoding.UTF8.GetBytes($$"""{"id":2,"op":"solve","request":{{Requests.Simple}}}"""),
        ];

        Finished run = await CairnProcess.RunAsync(input, ["lines"]);

        run.ExitCode.ShouldBe(0);
        run.Lines.Length.ShouldBe(2);
        run.Lines.ShouldContain("""{"id":1,"error":"The line is longer than 16 MB."}""");
        run.Lines.ShouldContain(line => line.StartsWith("{\"id\":2,\"result\":", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_comes_while_input_is_still_open()
    {
        using Process cairn = CairnProcess.Start("lines");
        await cairn.StandardInput.WriteLineAsync("""{"id":1,"op":"nope"}""");
        await cairn.StandardInput.FlushAsync();

        (await cairn.StandardOutput.ReadLineAsync())!.ShouldStartWith("{\"id\":1,");

        cairn.StandardInput.Close();
        await cairn.WaitForExitAsync(TestContext.Current.CancellationToken);
        cairn.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task No_input_is_no_answer_and_no_error() => (await CairnProcess.RunAsync("lines")).ShouldBe(new Finished(0, "", ""));
}
