using Cairn.Planning.Checking;
using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;
using Cairn.Planning.Tests.Reference;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests;

/// <summary>What is true of every answer, and how answers change when the question does.</summary>
public sealed class PathwayPlannerTests
{
    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, 4)];

    private static IEnumerable<(int Seed, PlanRequest Request)> Requests(int block, int most = 9)
    {
        for (var seed = 9001 + block * 25; seed < 9001 + (block + 1) * 25; seed++)
            yield return (seed, RandomRequests.Request(seed, most));
    }

    private static IEnumerable<(int Seed, PlanRequest Request)> TiedRequests(int block)
    {
        for (var seed = 9501 + block * 20; seed < 9501 + (block + 1) * 20; seed++) yield return (seed, RandomRequests.TiedRequest(seed, 9));
    }

    private static string Text(PlanAnswer answer) => PlanAnswerJson.Write(answer, "USD");

    [Fact]
    public void A_cancelled_request_is_not_answered()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => PathwayPlanner.Solve(RandomRequests.Request(1), cancellationToken: cancelled.Token));
    }

    [Theory, MemberData(nameof(Blocks))]
    public void Every_answer_keeps_every_rule_of_the_independent_check(int block)
    {
        foreach (var (seed, request) in Requests(block))
            PlanChecker.Check(request, PathwayPlanner.Solve(request)).ShouldBeEmpty($"seed {seed}");
    }

    [Theory, MemberData(nameof(Blocks))]
    public void Everything_that_is_told_on_the_way_is_valid_too(int block)
    {
        foreach (var (seed, request) in Requests(block).Take(10))
        {
            var told = new Listener();
            var answer = PathwayPlanner.Solve(request with { Ask = PlanQuestions.NamedPlans }, told);

            // An answer without a plan says why only at its end.
            foreach (var part in told.Parts.Where(_ => answer.BlockedBy is null)) PlanChecker.Check(request with { Ask = Of(part) }, part).ShouldBeEmpty($"seed {seed}");
            if (told.Parts.Count > 0 && answer.BlockedBy is null) Text(told.Parts[^1]).ShouldBe(Text(answer));
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void Without_time_nothing_is_claimed(int block)
    {
        foreach (var (seed, request) in Requests(block).Take(10))
        {
            var hurried = request with { TimeLimitSeconds = 1e-9 };
            var answer = PathwayPlanner.Solve(hurried);
            var truth = BruteForce.Solve(request);

            PlanChecker.Check(hurried, answer).ShouldBeEmpty($"seed {seed}");
            answer.Plans.Values.ShouldAllBe(p => p.Status != PlanStatus.Infeasible || !truth.Feasible);
            if (truth.Cheapest?.Hours > 0) answer.Plans["cheapest"].Status.ShouldBeOneOf(PlanStatus.Bounded, PlanStatus.Unknown);
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void The_same_request_has_the_same_answer(int block)
    {
        foreach (var (_, request) in Requests(block).Take(6)) Text(PathwayPlanner.Solve(request)).ShouldBe(Text(PathwayPlanner.Solve(request)));
    }

    [Theory, MemberData(nameof(Blocks))]
    public void Renaming_changes_only_names(int block)
    {
        foreach (var (seed, request) in Requests(block).Take(10))
        {
            var renamed = Renamed(request);

            var (one, other) = (PathwayPlanner.Solve(request), PathwayPlanner.Solve(renamed));
            Numbers(one).ShouldBe(Numbers(other), $"seed {seed}");
            one.Plans.Values.SelectMany(p => p.Programs).Select(p => $"{p.Id}{p.Start}{p.Finish}")
                .ShouldBe(other.Plans.Values.SelectMany(p => p.Programs).Select(p => $"{Original(p.Id)}{p.Start}{p.Finish}"), $"seed {seed}");
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void More_budget_never_raises_the_cheapest_cost(int block)
    {
        foreach (var (seed, request) in Requests(block).Take(12))
        {
            var before = PathwayPlanner.Solve(request).Plans["cheapest"];
            if (request.Limits.Budget is not { } budget || before.Status != PlanStatus.Proven) continue;

            PathwayPlanner.Solve(request with { Limits = request.Limits with { Budget = budget + 50_00 } }).Plans["cheapest"].Cost
                .ShouldBe(before.Cost, $"seed {seed}");
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void A_program_that_makes_nothing_reachable_never_makes_a_plan_worse(int block)
    {
        foreach (var (seed, request) in Requests(block).Take(12))
        {
            var copy = request.Programs[0] with { Id = "more", PriceOnce = 7_00, Subscription = null, Requires = [], After = [] };

            var (before, after) = (PathwayPlanner.Solve(request).Plans, PathwayPlanner.Solve(request with { Programs = [copy, .. request.Programs] }).Plans);
            if (before["cheapest"].Status != PlanStatus.Proven) continue;
            after["cheapest"].Cost.ShouldBeLessThanOrEqualTo(before["cheapest"].Cost, $"seed {seed}");
            after["fastest"].Weeks.ShouldBeLessThanOrEqualTo(before["fastest"].Weeks, $"seed {seed}");
            after["bestRecognised"].Recognition.ShouldBeGreaterThanOrEqualTo(before["bestRecognised"].Recognition, $"seed {seed}");
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void A_program_that_nothing_uses_can_go_and_nothing_changes(int block)
    {
        var gone = 0;
        foreach (var (seed, request) in TiedRequests(block))
        {
            var answer = PathwayPlanner.Solve(request);
            if (answer.BlockedBy is not null) continue;
            var used = answer.Plans.Values.Concat(answer.Frontier!.Select(f => f.Plan)).SelectMany(p => p.Programs).Select(p => p.Id).ToHashSet();
            foreach (var spare in request.Programs.Where(p => !used.Contains(p.Id) && IsNotNeededToTeach(request, p)))
            {
                // What a counterfactual uses is not in the answer: it is asked about here, and only what none uses goes.
                if (used.Any(id => IsUsedWithout(request, id, spare.Id))) continue;
                gone++;
                Text(PathwayPlanner.Solve(Without(request, spare))).ShouldBe(Text(answer), $"seed {seed} without {spare.Id}");
            }
        }

        gone.ShouldBeGreaterThan(5);
    }

    [Theory, MemberData(nameof(Blocks))]
    public void A_copy_that_stands_last_changes_nothing(int block)
    {
        foreach (var (seed, tied) in TiedRequests(block))
        {
            // Without preparation: a program may prepare for its own copy.
            var ask = PlanQuestions.NamedPlans with { Frontier = true };
            var request = tied with { Programs = [.. tied.Programs.Select(p => p with { Requires = [], After = [] })] };
            var copied = request with
            {
                Programs = [.. request.Programs, .. request.Programs.Select(p => p with { Id = "copy of " + p.Id })],
                Aid = [.. request.Aid.Select(a => a with { Programs = [.. a.Programs, .. a.Programs.Select(id => "copy of " + id)] })],
                Ask = ask,
            };
            var (one, other) = (PathwayPlanner.Solve(request with { Ask = ask }), PathwayPlanner.Solve(copied));
            if (one.BlockedBy is null) Text(other).ShouldBe(Text(one), $"seed {seed}");
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void In_the_opposite_order_only_ties_change(int block)
    {
        foreach (var (seed, request) in TiedRequests(block).Take(12))
        {
            var (one, other) = (PathwayPlanner.Solve(request), PathwayPlanner.Solve(request with { Programs = [.. request.Programs.Reverse()] }));
            if (one.BlockedBy is null) Numbers(other).ShouldBe(Numbers(one), $"seed {seed}");
        }
    }

    [Theory, MemberData(nameof(Blocks))]
    public void The_greedy_plan_is_valid_and_never_better_than_the_optimum(int block)
    {
        var made = 0;
        foreach (var (seed, request) in Requests(block))
        {
            var greedy = GreedyPlan.Of(ProblemBuilder.Build(new Catalogue(request), request.Limits, request.Needs));
            if (greedy is null) continue;
            made++;
            greedy.Cost.ShouldBeGreaterThanOrEqualTo(BruteForce.Solve(request).Cheapest!.Value.Cost, $"seed {seed}");
        }

        made.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Goals_are_ranked_by_what_they_cost_and_the_rest_is_pruned_with_proof()
    {
        for (var seed = 9301; seed < 9321; seed++)
        {
            var request = RandomRequests.Request(seed, 9);
            var goals = Enumerable.Range(0, 6).Select(g => new PlanGoal($"g{g}", [.. RandomRequests.Request(seed * 31 + g, 9).Needs])).ToList();
            var answer = PathwayPlanner.Solve(request with { Goals = goals, Ask = new() { Transitions = new("cost", 3) } }).Transitions!;

            var truth = goals.Select(g => (g.Id, BruteForce.Solve(request with { Needs = g.Needs }).Cheapest?.Cost))
                .Where(g => g.Cost is not null).OrderBy(g => g.Cost).Take(3).ToList();
            answer.Proven.ShouldBeTrue();
            answer.Goals.Select(g => (g.Id, (long?)g.Cost)).ShouldBe(truth, $"seed {seed}");
            (answer.Solved + answer.Pruned).ShouldBe(goals.Count);
        }
    }

    private static PlanQuestions Of(PlanAnswer answer) => new()
    {
        Cheapest = answer.Plans.ContainsKey("cheapest"),
        Fastest = answer.Plans.ContainsKey("fastest"),
        BestRecognised = answer.Plans.ContainsKey("bestRecognised"),
    };

    /// <summary>The numbers that the aims decide; what they leave open may differ between equals.</summary>
    private static string Numbers(PlanAnswer answer) =>
        string.Join("; ", answer.Plans.Select(p => p.Key switch
        {
            "cheapest" => $"{p.Value.Status} {p.Value.Cost} {p.Value.Hours}",
            "fastest" => $"{p.Value.Status} {p.Value.Weeks} {p.Value.Cost}",
            _ => $"{p.Value.Status} {p.Value.Recognition} {p.Value.Cost}",
        })) + " | " + string.Join("; ", (answer.Frontier ?? []).Select(f => $"{f.Cost} {f.Weeks} {f.Recognition}"));

    private static string Original(string id) => id[1..];

    /// <summary>The new ids sort the other way round.</summary>
    private static PlanRequest Renamed(PlanRequest request)
    {
        string New(string id) => $"{(char)('z' - request.Programs.ToList().FindIndex(p => p.Id == id))}{id}";
        return request with
        {
            Programs = [.. request.Programs.Select(p => p with { Id = New(p.Id), After = [.. p.After.Select(New)] })],
            Aid = [.. request.Aid.Select(a => a with { Programs = [.. a.Programs.Select(New)] })],
        };
    }

    private static bool IsUsedWithout(PlanRequest request, string forbidden, string id) =>
        BruteForce.Solve(request, new HashSet<string> { forbidden }).Plans.Values.Any(p => p.Programs.Split(' ').Contains(id));

    private static PlanRequest Without(PlanRequest request, PlanProgram spare) => request with
    {
        Programs = [.. request.Programs.Where(p => p.Id != spare.Id)],
        Aid = [.. request.Aid.Select(a => a with { Programs = [.. a.Programs.Where(id => id != spare.Id)] })],
    };

    private static bool IsNotNeededToTeach(PlanRequest request, PlanProgram program) =>
        !request.Programs.Any(p => p.After.Contains(program.Id))
        && request.Needs.All(n => !Teaches(program, n) || request.Programs.Any(p => p.Id != program.Id && Teaches(p, n)));

    private static bool Teaches(PlanProgram program, SkillNeed need) => program.Teaches.Any(t => t.Skill == need.Skill && t.Level >= need.Level);

    private sealed class Listener : IProgress<PlanAnswer>
    {
        public List<PlanAnswer> Parts { get; } = [];

        public void Report(PlanAnswer value) => Parts.Add(value);
    }
}
