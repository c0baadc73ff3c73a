using System.Text;
using Cairn.Cli.Lines;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Lines;

/// <summary>The loop with operations of its own, to see their order.</summary>
public sealed class LineLoopTests
{
    private static async Task<string[]> RunAsync(IReadOnlyDictionary<string, Operation> operations, params string[] lines)
    {
        using var output = new MemoryStream();
        await new LineLoop(operations, new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), output).RunAsync();
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public async Task Answers_come_in_the_order_in_which_they_are_ready()
    {
        var second = new TaskCompletionSource();
        var operations = new Dictionary<string, Operation>
        {
            // The first line waits until the second one is answered: were lines answered in order, this would never end.
            ["wait"] = async (_, answer) =>
            {
                await second.Task;
                answer.WriteString("result", "waited");
            },
            ["go"] = (_, answer) =>
            {
                answer.WriteString("result", "went");
                second.SetResult();
                return Task.CompletedTask;
            },
        };

        string[] answers = await RunAsync(operations, """{"id":1,"op":"wait"}""", """{"id":2,"op":"go"}""");

        answers.Order().ShouldBe(["""{"id":1,"result":"waited"}""", """{"id":2,"result":"went"}"""]);
    }

    [Fact]
    public async Task A_bug_in_one_operation_is_answered_and_the_rest_goes_on()
    {
        var operations = new Dictionary<string, Operation>
        {
            ["break"] = (_, answer) =>
            {
                // Half an answer is thrown away, not sent.
                answer.WriteStartObject("result");
                throw new InvalidDataException("of all things");
            },
            ["fine"] = (_, answer) =>
            {
                answer.WriteNumber("result", 1);
                return Task.CompletedTask;
            },
        };

        string[] answers = await RunAsync(operations, """{"id":1,"op":"break"}""", """{"id":2,"op":"fine"}""");

        answers.Order().ShouldBe(["""{"id":1,"error":"This is a bug in cairn: InvalidDataException: of all things"}""", """{"id":2,"result":1}"""]);
    }

    [Fact]
    public async Task More_than_fits_at_once_is_still_answered()
    {
        var operations = new Dictionary<string, Operation>
        {
            ["size"] = (line, answer) =>
            {
                answer.WriteNumber("result", line.TryGet("input", out ReadOnlySpan<byte> input) ? input.Length : 0);
                return Task.CompletedTask;
            },
        };
        string input = new('a', 10_000_000);

        string[] answers = await RunAsync(operations, [.. Enumerable.Range(0, 12).Select(i => $$"""{"id":{{i}},"op":"size","input":"{{input}}"}""")]);

        answers.Length.ShouldBe(12);
        answers.ShouldAllBe(answer => answer.EndsWith("\"result\":10000002}", StringComparison.Ordinal));
    }
}
