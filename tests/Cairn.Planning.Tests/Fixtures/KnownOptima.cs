using System.Text.Json;
using Cairn.Planning.Contract;
using Shouldly;

namespace Cairn.Planning.Tests.Fixtures;

/// <summary>A request whose best value is known from elsewhere.</summary>
/// <param name="File">Its name among the fixtures.</param>
/// <param name="Plan"><c>cheapest</c> or <c>bestRecognised</c>.</param>
/// <param name="Value">Minor units, or recognition.</param>
internal sealed record KnownOptimum(string File, string Plan, long Value)
{
    internal PlanRequest Request
    {
        get
        {
            PlanReading<PlanRequest> reading = PlanRequestJson.Read(System.IO.File.ReadAllBytes(KnownOptima.PathOf(File)));
            reading.Error.ShouldBeNull();
            return reading.Value!;
        }
    }
}

/// <summary>Set cover and knapsack, dressed as requests. Where each number comes from stands beside it in <c>known-optima.json</c>.</summary>
internal static class KnownOptima
{
    internal static IReadOnlyList<KnownOptimum> All { get; } = ReadAll();

    internal static KnownOptimum Of(string file) => All.Single(optimum => optimum.File == file);

    internal static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Fixtures", file);

    private static List<KnownOptimum> ReadAll()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(PathOf("known-optima.json")));
        return [.. document.RootElement.EnumerateArray().Select(entry =>
            new KnownOptimum(entry.GetProperty("file").GetString()!, entry.GetProperty("plan").GetString()!, entry.GetProperty("value").GetInt64()))];
    }
}
