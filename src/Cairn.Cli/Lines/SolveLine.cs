using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Cairn.Planning;
using Cairn.Planning.Contract;

namespace Cairn.Cli.Lines;

/// <summary><c>{"op":"solve","request":{…}}</c>: the answer of the planner, or the object of its error.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim whose wait handle is never asked for holds nothing to dispose of.")]
internal sealed class SolveLine(int cores)
{
    internal const string Name = "solve";

    /// <summary>One solve fills one core, and proves slower when they share; one core is left for everything else. Waiting is not solving: the time limit starts after it.</summary>
    private readonly SemaphoreSlim _solves = new(Math.Max(1, cores - 1));

    internal async Task AnswerAsync(Line line, Utf8JsonWriter answer)
    {
        PlanReading<PlanRequest> reading = Read(line);
        if (reading.Value is not { } request)
        {
            answer.WritePropertyName("error");
            reading.Error!.WriteTo(answer);
            return;
        }

        await _solves.WaitAsync();
        try
        {
            PlanAnswer plans = PathwayPlanner.Solve(request);
            answer.WritePropertyName("result");
            PlanAnswerJson.WriteTo(answer, plans, request.Currency);
        }
        finally
        {
            _solves.Release();
        }
    }

    private static PlanReading<PlanRequest> Read(Line line) => line.TryGet("request", out ReadOnlySpan<byte> json)
        ? PlanRequestJson.Read(json)
        : new PlanReading<PlanRequest>(new PlanError { Code = PlanError.InvalidRequest, Path = "/request", Expected = "an object", Found = "nothing" });
}
