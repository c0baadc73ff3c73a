using Cairn.Planning.Checking;
using Cairn.Planning.Contract;
using Cairn.Planning.Tests.Fixtures;
using Cairn.Planning.Tests.Reference;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests.Checking;

/// <summary>What the planner answers is checked by code that shares nothing with it.</summary>
public sealed class CheckedAnswersTests
{
    public static TheoryData<string> Fixtures => [.. KnownOptima.All.Select(optimum => optimum.File)];

    [Fact]
    public void Answers_to_random_requests_keep_every_rule()
    {
        List<string> broken = [];
        foreach (int seed in Enumerable.Range(2_000, 80))
        {
            PlanRequest request = Asking(RandomRequests.TightRequest(seed), seed);

            broken.AddRange(PlanChecker.Check(request, PathwayPlanner.Solve(request)).Select(sentence => $"seed {seed}: {sentence}"));
        }

        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Answers_survive_writing_and_reading()
    {
        foreach (int seed in Enumerable.Range(2_000, 40))
        {
            PlanRequest request = Asking(RandomRequests.TightRequest(seed), seed);
            string written = PlanAnswerJson.Write(PathwayPlanner.Solve(request), request.Currency);

            PlanReading<PlanAnswer> reading = PlanAnswerJson.Read(System.Text.Encoding.UTF8.GetBytes(written), request.Currency);

            reading.Error.ShouldBeNull($"seed {seed}");
            PlanAnswerJson.Write(reading.Value!, request.Currency).ShouldBe(written);
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Known_optima_are_proven(string file)
    {
        KnownOptimum known = KnownOptima.Of(file);
        PlanRequest request = known.Request;

        PlanAnswer answer = PathwayPlanner.Solve(request);

        LearnerPlan plan = answer.Plans[known.Plan];
        (plan.Status, known.Plan == "cheapest" ? plan.Cost : plan.Recognition).ShouldBe((PlanStatus.Proven, known.Value));
        PlanChecker.Check(request, answer).ShouldBeEmpty();
    }

    /// <summary>Everything that can be asked.</summary>
    private static PlanRequest Asking(PlanRequest request, int seed) => request with
    {
        Goals = [new PlanGoal("first", [.. request.Needs.Take(1)]), new PlanGoal("rest", [.. request.Needs.Skip(1)]), new PlanGoal("all", request.Needs)],
        Ask = request.Ask with { Transitions = new TransitionQuestion(seed % 2 == 0 ? "cost" : "weeks", 2) },
    };
}
