using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Questions;
using Cairn.Planning.Searching;
using Cairn.Planning.Tests.Reference;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests.Questions;

public sealed class NamedPlansTests
{
    /// <summary>Small instances with every rule on; each block is one test so that a failure names its seeds.</summary>
    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, 16)];

    private const int SeedsInBlock = 25;

    [Theory, MemberData(nameof(Blocks))]
    public void Named_plans_have_the_optimum_of_brute_force(int block) => Compare(block, RequestOptimum);

    [Theory, MemberData(nameof(Blocks))]
    public void Choice_and_calendar_together_have_the_same_optimum(int block) => Compare(block, request => Optimum(request, roundsBeforeJoint: 0));

    [Theory, MemberData(nameof(Blocks))]
    public void A_choice_through_few_candidates_has_the_same_optimum(int block) => Compare(block, request => Optimum(request, roundsBeforeJoint: 12, few: 2));

    [Theory, MemberData(nameof(Blocks))]
    public void Of_equal_plans_the_one_that_stands_first_is_the_one_of_brute_force(int block)
    {
        for (var seed = 1 + block * SeedsInBlock; seed <= (block + 1) * SeedsInBlock; seed++)
        {
            var request = RandomRequests.TiedRequest(seed);
            var truth = BruteForce.Solve(request).Plans;
            var plans = PathwayPlanner.Solve(request with { Ask = PlanQuestions.NamedPlans }).Plans;
            foreach (var (name, plan) in plans.Where(_ => truth.Count > 0))
            {
                plan.Status.ShouldBe(PlanStatus.Proven);
                RandomRequests.InOrder(request, plan).ShouldBe(truth[name].Programs, $"seed {seed}, {name}");
                (plan.Cost, plan.Hours, plan.Weeks, plan.CoverageMillionths)
                    .ShouldBe((truth[name].Cost, (int)truth[name].Hours, truth[name].Weeks, truth[name].CoverageMillionths), $"seed {seed}, {name}");
            }
        }
    }

    private static void Compare(int block, Func<PlanRequest, (object?, object?, object?)> solve)
    {
        for (var seed = 1 + block * SeedsInBlock; seed <= (block + 1) * SeedsInBlock; seed++)
        {
            var request = RandomRequests.TightRequest(seed, mostPrograms: 9);
            var truth = BruteForce.Solve(request);
            solve(request).ShouldBe((truth.Cheapest, truth.Fastest, truth.BestRecognised), $"seed {seed}");
        }
    }

    private static (object?, object?, object?) RequestOptimum(PlanRequest request)
    {
        var plans = PathwayPlanner.Solve(request with { Ask = PlanQuestions.NamedPlans }).Plans;
        LearnerPlan? Proven(string name)
        {
            plans[name].Status.ShouldBeOneOf(PlanStatus.Proven, PlanStatus.Infeasible);
            return plans[name].Status == PlanStatus.Proven ? plans[name] : null;
        }

        var (cheapest, fastest, recognised) = (Proven("cheapest"), Proven("fastest"), Proven("bestRecognised"));
        return (
            cheapest is null ? null : (cheapest.Cost, (long)cheapest.Hours),
            fastest is null ? null : (fastest.Weeks, fastest.Cost),
            recognised is null ? null : (recognised.Recognition, recognised.Cost));
    }

    private static (object?, object?, object?) Optimum(PlanRequest request, int roundsBeforeJoint, int few = 160)
    {
        var problem = ProblemBuilder.Build(new Catalogue(request), request.Limits, request.Needs);
        var search = new PlanSearch(problem, roundsBeforeJoint, few);
        var patience = new Patience(60, TestContext.Current.CancellationToken);
        Draft? Proven(Found found)
        {
            found.Status.ShouldBeOneOf(PlanStatus.Proven, PlanStatus.Infeasible);
            return found.Draft;
        }

        var cheapest = Proven(NamedPlans.Cheapest(search, patience));
        var fastest = Proven(NamedPlans.Fastest(search, patience));
        var recognised = Proven(NamedPlans.BestRecognised(search, patience));
        return (
            cheapest is null ? null : (cheapest.Cost, cheapest.Hours),
            fastest is null ? null : (fastest.Weeks, fastest.Cost),
            recognised is null ? null : (recognised.Recognition, recognised.Cost));
    }
}
