using System.CommandLine;
using Cairn.Planning;
using Cairn.Planning.Contract;

namespace Cairn.Cli.Verbs;

/// <summary><c>cairn plan solve FILE [--json]</c></summary>
internal static class PlanSolve
{
    private const string Description = """
        Work out the plans a request asks for, and say what was proved.

        A person at a terminal gets tables; a file, a pipe or --json gets the answer as JSON.
        Any answer, "infeasible" included, is exit 0. A bad request is exit 65, with the error as JSON on standard error.

        Examples:
          cairn plan solve request.json
          cairn plan solve request.json --json > answer.json
          cat request.json | cairn plan solve -
        """;

    internal static Command Verb(Streams streams)
    {
        var file = new Argument<string>("FILE") { Description = "The request, or - for standard input." };
        var json = new Option<bool>("--json") { Description = "The answer as JSON, also at a terminal." };
        var verb = new Command("solve", Description) { file, json };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(json), streams));
        return verb;
    }

    private static int Run(string file, bool json, Streams streams)
    {
        PlanReading<PlanRequest> reading = PlanRequestJson.Read(InputFile.ReadAll(file, streams.Input));
        if (reading.Value is not { } request)
        {
            throw new UnreadableInputException(reading.Error!.ToJson());
        }

        PlanAnswer answer = PathwayPlanner.Solve(request);
        streams.Print(json || !streams.PersonReads ? PlanAnswerJson.Write(answer, request.Currency) : PlanTables.Of(request, answer));
        return ExitCode.Done;
    }
}
