using System.CommandLine;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests;

/// <summary>What happens around a verb, with verbs of its own.</summary>
public sealed class InvocationTests
{
    private static (int ExitCode, string Error) Run(Action action)
    {
        using var error = new StringWriter();
        var verb = new Command("verb", "A verb of this test.");
        verb.SetAction(_ => action());
        int exitCode = Invocation.Run(new RootCommand("The tests' own.") { verb }, ["verb"], new Streams(Stream.Null, Stream.Null, error, PersonReads: false));
        return (exitCode, error.ToString());
    }

    [Fact]
    public void A_bug_of_ours_is_70_and_shows_no_stack() => Run(() => throw new InvalidDataException("of all things")).ShouldBe(
        (70, $"cairn: this is a bug in cairn: InvalidDataException: of all things{Environment.NewLine}"));

    [Fact]
    public void A_reader_that_went_away_is_no_bug() =>
        Run(() => throw new IOException("Broken pipe")).Error.ShouldBe($"cairn: cannot write the result: Broken pipe{Environment.NewLine}");

    [Fact]
    public void Unreadable_input_is_65_with_its_own_sentence() =>
        Run(() => throw new UnreadableInputException("cannot read it")).ShouldBe((65, $"cannot read it{Environment.NewLine}"));
}
