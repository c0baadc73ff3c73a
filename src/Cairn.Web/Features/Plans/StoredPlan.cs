using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Planning.Contract;

namespace Cairn.Web.Features.Plans;

/// <summary>Reads back what a stored plan holds.</summary>
internal static class StoredPlan
{
    public static JsonSerializerOptions Json { get; } = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Write(PlanAssumptions assumptions, IReadOnlyDictionary<string, ProgramInPlan> programs) =>
        JsonSerializer.Serialize(new Kept(assumptions, programs), Json);

    public static PlanState State(Plan plan)
    {
        var request = PlanRequestJson.Read(plan.RequestText()).Value ?? throw new InvalidDataException($"Plan {plan.Id.Value} has a request that cannot be read.");
        var answer = PlanAnswerJson.Read(Encoding.UTF8.GetBytes(plan.Answer), request.Currency).Value
            ?? throw new InvalidDataException($"Plan {plan.Id.Value} has an answer that cannot be read.");
        var kept = JsonSerializer.Deserialize<Kept>(plan.Assumptions, Json)!;
        return new PlanState
        {
            Request = request,
            Assumptions = kept.Assumptions,
            Programs = kept.Programs,
            Findings = new PlanFindings(answer, Settled: true, plan.FollowUps is { } more ? JsonSerializer.Deserialize<FollowUps>(more, Json) : null),
            Plan = plan,
        };
    }

    private sealed record Kept(PlanAssumptions Assumptions, IReadOnlyDictionary<string, ProgramInPlan> Programs);
}
