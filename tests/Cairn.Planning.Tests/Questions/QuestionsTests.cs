using Cairn.Planning.Contract;
using Cairn.Planning.Tests.Reference;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests.Questions;

/// <summary>Frontier, reasons, obstacles and changes, each held to brute force on small instances with every rule on.</summary>
public sealed class QuestionsTests
{
    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, 6)];

    private static IEnumerable<(int Seed, PlanRequest Request, BruteForceAnswer Truth)> Instances(int block, int most = 8)
    {
        for (var seed = 5001 + block * 25; seed < 5001 + (block + 1) * 25; seed++)
        {
            var request = RandomRequests.TightRequest(seed, most);
            yield return (seed, request, BruteForce.Solve(request));
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void The_frontier_is_the_one_of_brute_force(int block)
    {
        foreach (var (seed, request, truth) in Instances(block))
        {
            var answer = PathwayPlanner.Solve(request with { Ask = new() { Frontier = true } });

            answer.FrontierComplete.ShouldBe(true, $"seed {seed}");
            answer.Frontier!.Select(p => (p.Cost, p.Weeks, p.Recognition)).ShouldBe(truth.Frontier, $"seed {seed}");
            answer.Frontier!.ShouldAllBe(p => p.Plan.Cost == p.Cost && p.Plan.Weeks == p.Weeks && p.Plan.Recognition == p.Recognition);
            answer.Frontier!.Select(p => RandomRequests.InOrder(request, p.Plan)).ShouldBe(truth.FrontierPlans, $"seed {seed}");
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void Without_a_program_the_answer_is_the_one_of_brute_force(int block)
    {
        foreach (var (seed, request, _) in Instances(block, most: 7))
        {
            var answer = PathwayPlanner.Solve(request with { Ask = PlanQuestions.NamedPlans with { Why = true } });
            foreach (var (name, reasons) in answer.Why!)
            {
                reasons.Select(r => r.Id).ShouldBe(answer.Plans[name].Programs.Select(p => p.Id));
                foreach (var reason in reasons)
                {
                    var truth = BruteForce.Solve(request, new HashSet<string> { reason.Id });
                    reason.Without.Status.ShouldBe(truth.Feasible ? PlanStatus.Proven : PlanStatus.Infeasible);
                    var plan = truth.Plans.GetValueOrDefault(name);
                    (reason.Without.Cost, reason.Without.Weeks, reason.Without.CoverageMillionths)
                        .ShouldBe((plan?.Cost, plan?.Weeks, plan?.CoverageMillionths), $"seed {seed}, {name} without {reason.Id}");
                }
            }
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void What_blocks_cannot_hold_together_and_nothing_of_it_can_be_left_out(int block)
    {
        foreach (var (seed, request, truth) in Instances(block).Where(i => !i.Truth.Feasible))
        {
            var blockedBy = PathwayPlanner.Solve(request).BlockedBy.ShouldNotBeNull();

            BruteForce.Solve(Only(request, blockedBy)).Feasible.ShouldBeFalse($"seed {seed}");
            foreach (var limit in blockedBy)
                BruteForce.Solve(Only(request, [.. blockedBy.Where(l => l != limit)])).Feasible.ShouldBeTrue($"seed {seed}, {limit}");
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void Each_smallest_change_works_and_one_step_less_does_not(int block)
    {
        foreach (var (seed, request, _) in Instances(block).Where(i => !i.Truth.Feasible))
        {
            var changes = PathwayPlanner.Solve(request).SmallestChanges.ShouldNotBeNull();
            foreach (var dimension in Dimensions)
            {
                var change = changes.FirstOrDefault(c => c.Dimension == dimension);
                if (change is null)
                {
                    if (Widest(request.Limits, dimension) is { } widest)
                        BruteForce.Solve(request with { Limits = widest }).Feasible.ShouldBeFalse($"seed {seed}, {dimension}");
                    continue;
                }

                BruteForce.Solve(request with { Limits = Changed(request.Limits, change, 0) }).Feasible.ShouldBeTrue($"seed {seed}, {dimension}");
                if (dimension != "languages")
                    BruteForce.Solve(request with { Limits = Changed(request.Limits, change, 1) }).Feasible.ShouldBeFalse($"seed {seed}, {dimension}");
            }
        }
    }

    private static readonly string[] Dimensions = ["budget", "hoursPerWeek", "finishBy", "coverage", "maxPrograms", "maxAtOnce", "languages"];

    private static PlanLimits Changed(PlanLimits limits, SmallestChange change, int less) => change.Dimension switch
    {
        "budget" => limits with { Budget = change.To.Amount!.Value - less },
        "hoursPerWeek" => limits with { HoursPerWeek = change.To.Count!.Value - less },
        "finishBy" => limits with { FinishBy = change.To.Date!.Value.AddDays(-less) },
        "coverage" => limits with { CoverageMillionths = change.To.CoverageMillionths!.Value + less },
        "maxPrograms" => limits with { MaxPrograms = change.To.Count!.Value - less },
        "maxAtOnce" => limits with { MaxAtOnce = change.To.Count!.Value - less },
        _ => limits with { Languages = change.To.Languages },
    };

    /// <summary>The limit as wide as it can be; null when it is not there.</summary>
    private static PlanLimits? Widest(PlanLimits limits, string dimension) => dimension switch
    {
        "budget" => limits.Budget is null ? null : limits with { Budget = null },
        "hoursPerWeek" => limits with { HoursPerWeek = 168 },
        "finishBy" => limits.FinishBy is null ? null : limits with { FinishBy = null },
        "coverage" => limits.CoverageMillionths is null ? null : limits with { CoverageMillionths = 0 },
        "maxPrograms" => limits.MaxPrograms is null ? null : limits with { MaxPrograms = null },
        "maxAtOnce" => limits.MaxAtOnce is null ? null : limits with { MaxAtOnce = null },
        _ => limits.Languages is null ? null : limits with { Languages = null },
    };

    private static PlanRequest Only(PlanRequest request, IReadOnlyList<string> kept)
    {
        var limits = new PlanLimits { HoursPerWeek = 168, StartOn = request.Limits.StartOn };
        foreach (var limit in kept)
        {
            limits = limit switch
            {
                "budget" => limits with { Budget = request.Limits.Budget },
                "hoursPerWeek" => limits with { HoursPerWeek = request.Limits.HoursPerWeek },
                "finishBy" => limits with { FinishBy = request.Limits.FinishBy },
                "maxPrograms" => limits with { MaxPrograms = request.Limits.MaxPrograms },
                "maxAtOnce" => limits with { MaxAtOnce = request.Limits.MaxAtOnce },
                "languages" => limits with { Languages = request.Limits.Languages },
                _ => throw new ArgumentOutOfRangeException(nameof(kept), limit, "Not a limit that blocks."),
            };
        }

        return request with { Limits = limits };
    }
}
