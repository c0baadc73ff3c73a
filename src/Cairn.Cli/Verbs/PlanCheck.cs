using System.CommandLine;
using Cairn.Planning.Checking;
using Cairn.Planning.Contract;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn plan check REQUEST ANSWER</c></summary>
internal static class PlanCheck
{
    private const string Description = """
        Check every rule of the contract on an answer, whoever made it.

        Exit 0 when every rule holds. Otherwise exit 1, one broken rule per line.
        What needs solving again (that no better plan exists) is not checked; everything else is, with code of its own.

        Examples:
          cairn plan check request.json answer.json
          cairn plan solve request.json --json | cairn plan check request.json -
        """;

    internal static Command Verb(Streams streams)
    {
        var request = new Argument<string>("REQUEST") { Description = "The request, or - for standard input." };
        var answer = new Argument<string>("ANSWER") { Description = "The answer, or - for standard input." };
        var verb = new Command("check", Description) { request, answer };
        verb.Validators.Add(words =>
        {
            if (words.GetValue(request) == InputFile.StandardInput && words.GetValue(answer) == InputFile.StandardInput)
            {
                words.AddError("Only one of REQUEST and ANSWER can be standard input.");
            }
        });
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(request), parsed.GetRequiredValue(answer), streams));
        return verb;
    }

    private static int Run(string requestFile, string answerFile, Streams streams)
    {
        PlanReading<PlanRequest> request = PlanRequestJson.Read(InputFile.ReadAll(requestFile, streams.Input));
        if (request.Value is null)
        {
            throw new UnreadableInputException(request.Error!.ToJson());
        }

        PlanReading<PlanAnswer> answer = PlanAnswerJson.Read(InputFile.ReadAll(answerFile, streams.Input), request.Value.Currency);
        if (answer.Error is { Code: PlanError.Unreadable } unreadable)
        {
            throw new UnreadableInputException(unreadable.ToJson());
        }

        IReadOnlyList<string> broken = answer.Value is { } value
            ? PlanChecker.Check(request.Value, value)
            : [$"The answer has another shape than the contract's. {answer.Error}"];
        foreach (string rule in broken)
        {
            streams.Print(Plain.Text(rule));
        }

        if (broken.Count == 0)
        {
            streams.Error.WriteLine("The answer keeps every rule.");
        }

        return broken.Count == 0 ? ExitCode.Done : ExitCode.Invalid;
    }
}
