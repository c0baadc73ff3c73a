using System.Text.Json;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Verbs;

/// <summary>The built program, run as a shell runs it.</summary>
public sealed class PlanVerbsTests
{
    [Theory]
    [InlineData]
    [InlineData("plan")]
    [InlineData("plan", "solve")]
    [InlineData("plan", "solve", "a", "b")]
    [InlineData("plan", "solve", "a", "--nope")]
    [InlineData("plan", "check", "a")]
    [InlineData("plan", "check", "-", "-")]
    [InlineData("lines", "a")]
    [InlineData("bogus")]
    public async Task Wrong_usage_is_64_and_says_what_is_wrong(params string[] words)
    {
        Finished run = await CairnProcess.RunAsync(words);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(64), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldStartWith("cairn: "));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_65()
    {
        Finished run = await CairnProcess.RunAsync("plan", "solve", "no-such-file.json");

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldBe("cairn: cannot read no-such-file.json: there is no such file. Expected a JSON file, or - for standard input.\n");
    }

    [Fact]
    public async Task A_folder_is_65() => (await CairnProcess.RunAsync("plan", "solve", Path.GetTempPath())).ShouldSatisfyAllConditions(
        r => r.ExitCode.ShouldBe(65),
        r => r.Error.ShouldContain("it is a folder"));

    [Fact]
    public async Task A_bad_request_is_65_with_the_error_object_on_standard_error()
    {
        using var file = new TemporaryFile(Requests.Bad);
        Finished run = await CairnProcess.RunAsync("plan", "solve", file.Path);

        run.ExitCode.ShouldBe(65);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldBe("""{"error":{"code":"invalidRequest","path":"/programs/0/hours","expected":"an integer 1 to 100000","found":"-4"}}""" + "\n");
    }

    [Fact]
    public async Task Text_that_is_not_JSON_is_65_with_line_and_column()
    {
        Finished run = await CairnProcess.RunAsync("{\n  \"currency\": }", ["plan", "solve", "-"]);

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldBe("""{"error":{"code":"unreadable","line":2,"column":15,"expected":"JSON","found":"\"}\""}}""" + "\n");
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    public async Task A_pipe_gets_the_answer_as_JSON(params string[] options)
    {
        Finished run = await CairnProcess.RunAsync(Requests.Simple, ["plan", "solve", "-", .. options]);

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        JsonElement plan = JsonDocument.Parse(run.Output).RootElement.GetProperty("plans").GetProperty("cheapest");
        (plan.GetProperty("status").GetString(), plan.GetProperty("cost").GetString(), plan.GetProperty("weeks").GetInt32()).ShouldBe(("proven", "49.00", 2));
    }

    [Fact]
    public async Task An_impossible_request_is_answered_with_0()
    {
        Finished run = await CairnProcess.RunAsync(Requests.Impossible, ["plan", "solve", "-"]);

        run.ExitCode.ShouldBe(0);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("plans").GetProperty("cheapest").GetProperty("status").GetString().ShouldBe("infeasible");
    }

    [Fact]
    public async Task An_answer_of_ours_is_checked_with_0()
    {
        using var request = new TemporaryFile(Requests.Simple);
        string answer = (await CairnProcess.RunAsync("plan", "solve", request.Path)).Output;

        Finished run = await CairnProcess.RunAsync(answer, ["plan", "check", request.Path, "-"]);

        (run.ExitCode, run.Output).ShouldBe((0, ""));
    }

    [Fact]
    public async Task A_changed_answer_is_1_with_one_broken_rule_a_line()
    {
        using var request = new TemporaryFile(Requests.Simple);
        string answer = (await CairnProcess.RunAsync("plan", "solve", request.Path)).Output;
        string changed = answer.Replace("49.00", "48.00", StringComparison.Ordinal).Replace("\"hours\":16", "\"hours\":15", StringComparison.Ordinal);

        Finished run = await CairnProcess.RunAsync(changed, ["plan", "check", request.Path, "-"]);

        run.ExitCode.ShouldBe(1);
        run.Lines.ShouldBe(["cheapest: It costs 49.00 USD, and the answer says 48.00 USD.", "cheapest: It takes 16 hours, and the answer says 15."]);
    }

    [Fact]
    public async Task An_answer_of_another_shape_is_1()
    {
        using var request = new TemporaryFile(Requests.Simple);

        Finished run = await CairnProcess.RunAsync("""{"plans":{"cheapest":{"status":"proven"}},"unreachable":[]}""", ["plan", "check", request.Path, "-"]);

        (run.ExitCode, run.Lines.Length).ShouldBe((1, 1));
        run.Output.ShouldContain("/plans/cheapest/cost");
    }

    [Fact]
    public async Task An_answer_that_is_not_JSON_is_65()
    {
        using var request = new TemporaryFile(Requests.Simple);

        (await CairnProcess.RunAsync("proven!", ["plan", "check", request.Path, "-"])).ExitCode.ShouldBe(65);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("plan", "solve", "--help")]
    [InlineData("plan", "check", "--help")]
    [InlineData("lines", "--help")]
    public async Task Help_is_shown_with_0(params string[] words)
    {
        Finished run = await CairnProcess.RunAsync(words);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(0), r => r.Output.ShouldContain("Usage:"), r => r.Error.ShouldBeEmpty());
    }
}
