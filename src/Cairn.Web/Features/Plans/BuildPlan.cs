using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cairn.Planning;
using Cairn.Planning.Contract;
using Cairn.Web.Data;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Goals;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Plans;

/// <summary>Turns a goal into plans: asks the catalogue, then the planner, and keeps the answer with the question. The same question is never solved twice.</summary>
internal sealed class BuildPlan(
    CairnDb db, NeedsOfGoal needsOfGoal, FindCandidates candidates, SolveQueue queue, KeepPlan keepPlan, MoneyRates rates, TimeProvider clock, ILogger<BuildPlan> log)
{
    private const int FollowUpSeconds = 4;

    public static string PlannerVersion { get; } =
        typeof(PathwayPlanner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <param name="goal">Whose plans.</param>
    /// <param name="limits">The limits to plan within: the goal's own, or others that the page tries.</param>
    /// <param name="address">Who asks, for taking turns.</param>
    /// <param name="patience">How long to wait for a proof before saying what is known.</param>
    /// <param name="cancellationToken">The visitor went away; the question stays in the queue.</param>
    public async Task<PlanState> RunAsync(Goal goal, GoalLimits limits, string address, TimeSpan patience, CancellationToken cancellationToken)
    {
        var question = await AskAsync(goal, limits, cancellationToken);
        var hoped = question.WithHopedForAid(goal);
        var text = PlanRequestJson.Write(question.Request);
        var catalogue = (await CatalogueVersion.ReadAsync(db, cancellationToken)).ToString();
        var fingerprint = Fingerprint(text, hoped is null ? "" : PlanRequestJson.Write(hoped with { Programs = [], Needs = [] }), question.Assumptions, catalogue);
        var state = new PlanState { Request = question.Request, Assumptions = question.Assumptions };
        if (await StoredAsync(goal, fingerprint, cancellationToken) is { FollowUps: not null } stored)
            return StoredPlan.State(stored);

        if (PlanRequestJson.Read(text).Error is { } refused)
            return state with { Refused = refused };
        var solve = queue.Ask(goal.Link, fingerprint, address, (self, stop) =>
            SolveAsync(self, question, hoped, answer => Plan.Of(
                goal, fingerprint, text, PlanAnswerJson.Write(answer, question.Request.Currency),
                StoredPlan.Write(question.Assumptions, ProgramInPlan.Of(answer, question.Considered)), PlannerVersion, catalogue, clock), stop));
        if (solve is null)
            return state with { Full = true };

        await Task.WhenAny(solve.Finished, Task.Delay(patience, clock, cancellationToken));
        if (solve.State == SolveState.Failed)
            log.LogError(solve.Failure, "A plan could not be worked out");
        return state with
        {
            Findings = solve.Latest,
            Programs = solve.Latest is { } found ? ProgramInPlan.Of(found.Answer, question.Considered) : state.Programs,
            Plan = solve.Latest is { Settled: true } ? await StoredAsync(goal, fingerprint, cancellationToken) : null,
            Working = !solve.Finished.IsCompleted || solve.State == SolveState.Replaced,
            Before = queue.Before(solve),
            Failed = solve.State == SolveState.Failed,
        };
    }

    private async Task<PlanQuestion> AskAsync(Goal goal, GoalLimits limits, CancellationToken cancellationToken)
    {
        var (needs, _) = await needsOfGoal.RunAsync(goal, cancellationToken);
        var planned = needs.Where(need => need.Planned).Select(need => new PlannedNeed(need.SkillId, need.Level, need.Weight)).ToList();
        var teaching = await candidates.RunAsync([.. planned.Select(need => need.SkillId)], cancellationToken);
        IReadOnlyList<PriceEstimate> estimates = limits.AllowEstimatedPrices ? await candidates.EstimatesAsync(limits.Currency, cancellationToken) : [];
        var today = limits.Today(clock);
        var question = PlanQuestion.Of(goal, limits, planned, teaching, estimates, rates, today, limits.FirstDay(clock));
        var (all, usable) = await candidates.ListedAsync(limits, rates, estimates, today, question.Request.Limits.StartOn, cancellationToken);
        return question with { Assumptions = question.Assumptions with { Catalogue = all, Listed = usable } };
    }

    private Task<Plan?> StoredAsync(Goal goal, string fingerprint, CancellationToken cancellationToken) =>
        db.Set<Plan>().AsNoTracking().Where(p => p.GoalId == goal.Id && p.Fingerprint == fingerprint).FirstOrDefaultAsync(cancellationToken);

    private async Task SolveAsync(Solve self, PlanQuestion question, PlanRequest? hoped, Func<PlanAnswer, Plan> keep, CancellationToken stop)
    {
        var answer = PathwayPlanner.Solve(question.Request, new Report(found => self.Report(new PlanFindings(found, Settled: false, null))), stop);
        var plan = keep(answer);
        await keepPlan.AddAsync(plan, stop);
        self.Report(new PlanFindings(answer, Settled: true, null));

        var more = AskMore(question.Request, answer, hoped, stop);
        await keepPlan.AnswerMoreAsync(plan.Id, JsonSerializer.Serialize(more, StoredPlan.Json), stop);
        self.Report(new PlanFindings(answer, Settled: true, more));
    }

    /// <summary>Questions that only a second solve can answer; each is asked after the plans are shown.</summary>
    private static FollowUps AskMore(PlanRequest request, PlanAnswer answer, PlanRequest? hoped, CancellationToken stop)
    {
        var only = new PlanQuestions { Cheapest = true };
        var cheapest = answer.Plans[PlanSheet.Cheapest];
        if (cheapest.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
            return new FollowUps { Ways = [.. (answer.SmallestChanges ?? []).Select(change => new Way(change, PathwayPlanner.Solve(Quick(request with { Limits = change.ApplyTo(request.Limits) }, only), null, stop).Plans[PlanSheet.Cheapest]))] };
        var fewer = request.Limits.HoursPerWeek > 1 ? Math.Max(1, request.Limits.HoursPerWeek - 2) : (int?)null;
        var fewerAnswer = fewer is { } hours
            ? PathwayPlanner.Solve(Quick(request, new PlanQuestions { Cheapest = true, Fastest = true }) with { Limits = request.Limits with { HoursPerWeek = hours } }, null, stop)
            : null;
        // Asked for one hour a week, a question without an answer says how many hours it would take.
        var least = request.Limits.FinishBy is null ? 1 : LeastHours(PathwayPlanner.Solve(Quick(request, only) with { Limits = request.Limits with { HoursPerWeek = 1 } }, null, stop));
        return new FollowUps
        {
            FewerHours = fewerAnswer is null ? null : new OtherHours(fewer!.Value, fewerAnswer.Plans[PlanSheet.Cheapest], fewerAnswer.Plans[PlanSheet.Fastest]),
            LeastHours = least,
            IfAidIsGranted = hoped is null ? null : PathwayPlanner.Solve(Quick(hoped, only), null, stop).Plans[PlanSheet.Cheapest],
        };
    }

    private static PlanRequest Quick(PlanRequest request, PlanQuestions ask) => request with { Ask = ask, TimeLimitSeconds = FollowUpSeconds };

    private static int? LeastHours(PlanAnswer answer) => answer.Plans[PlanSheet.Cheapest].Status switch
    {
        PlanStatus.Proven or PlanStatus.Bounded => 1,
        _ => answer.SmallestChanges?.FirstOrDefault(change => change.Dimension == "hoursPerWeek")?.To.Count,
    };

    /// <summary>Whatever a stored plan says of itself: two questions may be one to the planner and yet take different things for granted.</summary>
    private static string Fingerprint(string text, string hoped, PlanAssumptions assumptions, string catalogue) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{PlannerVersion}\n{catalogue}\n{JsonSerializer.Serialize(assumptions, StoredPlan.Json)}\n{hoped}\n{text}")));

    private sealed class Report(Action<PlanAnswer> tell) : IProgress<PlanAnswer>
    {
        void IProgress<PlanAnswer>.Report(PlanAnswer value) => tell(value);
    }
}
