using Cairn.Planning.Contract;
using Cairn.Planning.Tests.Reference;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests.Fixtures;

/// <summary>The numbers beside the fixtures are checked too: by brute force, and for knapsacks by the textbook's recursion.</summary>
public sealed class KnownOptimaTests
{
    public static TheoryData<string> Small => [.. KnownOptima.All.Where(optimum => optimum.Request.Programs.Count <= 10).Select(optimum => optimum.File)];

    public static TheoryData<string> Knapsacks => [.. KnownOptima.All.Where(optimum => optimum.Plan == "bestRecognised").Select(optimum => optimum.File)];

    [Fact]
    public void There_are_set_covers_and_knapsacks() => KnownOptima.All.GroupBy(optimum => optimum.Plan).ShouldAllBe(plan => plan.Count() >= 4);

    [Theory]
    [MemberData(nameof(Small))]
    public void Brute_force_finds_the_known_optimum(string file)
    {
        KnownOptimum known = KnownOptima.Of(file);
        BruteForceAnswer truth = BruteForce.Solve(known.Request);

        (known.Plan == "cheapest" ? truth.Cheapest!.Value.Cost : truth.BestRecognised!.Value.Recognition).ShouldBe(known.Value);
    }

    public static TheoryData<string> Every => [.. KnownOptima.All.Select(optimum => optimum.File)];

    [Theory]
    [MemberData(nameof(Every))]
    public void The_planner_proves_the_known_optimum(string file)
    {
        KnownOptimum known = KnownOptima.Of(file);
        LearnerPlan plan = PathwayPlanner.Solve(known.Request with { TimeLimitSeconds = 60 }).Plans[known.Plan];

        plan.Status.ShouldBe(PlanStatus.Proven);
        (known.Plan == "cheapest" ? plan.Cost : plan.Recognition).ShouldBe(known.Value);
    }

    [Theory]
    [MemberData(nameof(Knapsacks))]
    public void The_textbook_recursion_finds_the_known_optimum(string file)
    {
        KnownOptimum known = KnownOptima.Of(file);
        PlanRequest request = known.Request;

        // Best value by cost, dominated entries dropped.
        SortedDictionary<long, long> best = new() { [0] = 0 };
        foreach ((PlanProgram item, SkillNeed need) in request.Programs.Zip(request.Needs))
        {
            List<KeyValuePair<long, long>> entries = [.. best.Concat(best.Select(e => KeyValuePair.Create(e.Key + item.PriceOnce!.Value, e.Value + need.Weight)))];
            best = [];
            long highest = -1;
            foreach ((long cost, long value) in entries.Where(e => e.Key <= request.Limits.Budget).OrderBy(e => e.Key).ThenByDescending(e => e.Value))
            {
                if (value > highest)
                {
                    highest = best[cost] = value;
                }
            }
        }

        best.Values.Max().ShouldBe(known.Value);
    }
}
