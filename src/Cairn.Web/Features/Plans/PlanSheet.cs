using Cairn.Planning.Contract;

namespace Cairn.Web.Features.Plans;

/// <summary>One of the plans to choose from.</summary>
internal sealed record PlanCard(string Key, LearnerPlan Plan);

/// <summary>Why a program is in the shown plan.</summary>
/// <param name="Planned">Its place in the plan.</param>
/// <param name="Payment">What is paid for it.</param>
/// <param name="Only">Needed skills that no other program of the plan reaches.</param>
/// <param name="Without">The answer without it; null when it was not asked.</param>
internal sealed record ProgramRow(PlannedProgram Planned, Payment Payment, IReadOnlyList<string> Only, Counterfactual? Without);

/// <summary>What a plan page shows, worked out from a question and its answer and nothing else.</summary>
internal sealed class PlanSheet
{
    public const string Cheapest = "cheapest", Fastest = "fastest", BestRecognised = "bestRecognised", Point = "point-";

    private PlanSheet()
    {
    }

    public required PlanRequest Request { get; init; }
    public required PlanFindings Findings { get; init; }
    public required PlanAssumptions Assumptions { get; init; }
    public required IReadOnlyDictionary<string, ProgramInPlan> Programs { get; init; }
    public required IReadOnlyList<PlanCard> Cards { get; init; }

    /// <summary>Key of the plan that is shown in full.</summary>
    public required string Chosen { get; init; }

    /// <summary>Null when nothing fits, or nothing is known yet.</summary>
    public LearnerPlan? Shown { get; init; }

    public required IReadOnlyList<ProgramRow> Rows { get; init; }

    /// <summary>The cards, those together that nothing compared here tells apart.</summary>
    public IReadOnlyList<IReadOnlyList<PlanCard>> Ways =>
        [.. Cards.GroupBy(card => (card.Plan.Cost, card.Plan.Weeks, card.Plan.Recognition)).Select(group => group.ToList())];

    public PlanAnswer Answer => Findings.Answer;
    public string Currency => Request.Currency;

    /// <summary>The planner has proven that nothing fits.</summary>
    public bool IsImpossible => Cards.Count == 0 && Answer.Plans.Values.Any(plan => plan.Status == PlanStatus.Infeasible);

    /// <summary>Needs that the shown plan reaches or that are held.</summary>
    public int Covered => Request.Needs.Count(need =>
        Request.Has.Any(held => held.Skill == need.Skill && held.Level >= need.Level) || Shown!.Programs.Any(program => program.Covers.Contains(need.Skill)));

    /// <param name="request">What was asked.</param>
    /// <param name="findings">What is known of the answer.</param>
    /// <param name="assumptions">What was taken for granted.</param>
    /// <param name="programs">Facts of the programs in the answer.</param>
    /// <param name="chosen">Key of the plan to show; another is shown when there is none of that key.</param>
    public static PlanSheet Of(PlanRequest request, PlanFindings findings, PlanAssumptions assumptions, IReadOnlyDictionary<string, ProgramInPlan> programs, string? chosen)
    {
        var answer = findings.Answer;
        List<PlanCard> cards =
        [
            .. new[] { Cheapest, Fastest, BestRecognised }
                .Where(key => answer.Plans.TryGetValue(key, out var plan) && plan.Status is PlanStatus.Proven or PlanStatus.Bounded)
                .Select(key => new PlanCard(key, answer.Plans[key])),
        ];
        var key = chosen is not null && (cards.Exists(card => card.Key == chosen) || PointOf(chosen, answer) is not null) ? chosen : cards.FirstOrDefault()?.Key ?? Cheapest;
        var shown = cards.Find(card => card.Key == key)?.Plan ?? PointOf(key, answer);
        return new PlanSheet
        {
            Request = request, Findings = findings, Assumptions = assumptions, Programs = programs,
            Cards = cards, Chosen = key, Shown = shown,
            Rows = shown is null ? [] : [.. shown.Programs.Select(planned => Row(planned, shown, key, answer, request))],
        };
    }

    /// <summary>Last day of its last program; the first day of the plan when nothing has to be done.</summary>
    public DateOnly Finish(LearnerPlan plan) =>
        plan.Programs.Count == 0 ? Request.Limits.StartOn : plan.Programs.Max(program => program.Finish);

    /// <summary>The name of a plan on the frontier, where it is one of the named ones.</summary>
    public string? NameOf(FrontierPoint point) =>
        Cards.FirstOrDefault(card => card.Plan.Cost == point.Cost && card.Plan.Weeks == point.Weeks && card.Plan.Recognition == point.Recognition)?.Key;

    public int ApprovedIn(LearnerPlan plan) => plan.Programs.Count(program => Programs.TryGetValue(program.Id, out var facts) && facts.Approved);

    private static LearnerPlan? PointOf(string key, PlanAnswer answer) =>
        key.StartsWith(Point, StringComparison.Ordinal) && int.TryParse(key.AsSpan(Point.Length), out var number) && answer.Frontier is { } frontier && number >= 0 && number < frontier.Count
            ? frontier[number].Plan
            : null;

    private static ProgramRow Row(PlannedProgram planned, LearnerPlan plan, string key, PlanAnswer answer, PlanRequest request)
    {
        var others = plan.Programs.Where(other => other.Id != planned.Id).SelectMany(other => other.Covers).ToHashSet();
        var reason = answer.Why?.GetValueOrDefault(key)?.FirstOrDefault(reason => reason.Id == planned.Id);
        return new ProgramRow(planned, Payments.Of(planned, request), [.. planned.Covers.Where(skill => !others.Contains(skill))], reason?.Without);
    }
}
