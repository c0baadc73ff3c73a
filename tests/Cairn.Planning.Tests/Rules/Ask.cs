using Cairn.Planning.Contract;
using Shouldly;

namespace Cairn.Planning.Tests.Rules;

/// <summary>Requests in which a test states only what its rule is about: USD, four hours a week from Monday 4 January 2027, needs s (and t).</summary>
internal static class Ask
{
    public static readonly DateOnly Monday = new(2027, 1, 4);

    public static PlanRequest For(params PlanProgram[] programs) => new()
    {
        Currency = "USD",
        Limits = new() { HoursPerWeek = 4, StartOn = Monday },
        Needs = [new("s", 1, 1)],
        Programs = programs,
    };

    public static PlanRequest Needing(this PlanRequest request, params string[] skills) =>
        request with { Needs = [.. skills.Select(s => new SkillNeed(s, 1, 1))] };

    public static PlanRequest Within(this PlanRequest request, Func<PlanLimits, PlanLimits> limits) => request with { Limits = limits(request.Limits) };

    /// <summary>Teaches one skill at level 1 for a price in cents.</summary>
    public static PlanProgram Program(string id, string teaches = "s", int hours = 4, long? price = 1_00) => new()
    {
        Id = id,
        Hours = hours,
        PriceOnce = price,
        Teaches = [.. teaches.Split(' ').Select(s => new SkillLevel(s, 1))],
    };

    public static PlanProgram Requiring(this PlanProgram program, string skill, int level = 1) => program with { Requires = [new(skill, level)] };

    public static PlanProgram StartingOn(this PlanProgram program, int weeks, params DateOnly[] days) => program with { Starts = days, Weeks = weeks };

    public static LearnerPlan Cheapest(this PlanRequest request) => Plan(request, "cheapest");

    public static LearnerPlan Fastest(this PlanRequest request) => Plan(request, "fastest");

    public static LearnerPlan BestRecognised(this PlanRequest request) => Plan(request, "bestRecognised");

    public static void ShouldHold(this LearnerPlan plan, params string[] ids)
    {
        plan.Status.ShouldBe(PlanStatus.Proven);
        plan.Programs.Select(p => p.Id).ShouldBe(ids, ignoreOrder: true);
    }

    public static void ShouldBeImpossible(this LearnerPlan plan) => plan.Status.ShouldBe(PlanStatus.Infeasible);

    public static PlannedProgram Of(this LearnerPlan plan, string id) => plan.Programs.Single(p => p.Id == id);

    private static LearnerPlan Plan(PlanRequest request, string name) => PathwayPlanner.Solve(request).Plans[name];
}
