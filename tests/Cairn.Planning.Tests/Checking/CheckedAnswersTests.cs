using Cairn.Planning.Checking;
using Cairn.Planning.Contract;
using Cairn.Planning.Tests.Reference;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests.Checking;

/// <summary>What the planner answers is checked by code that shares nothing with it.</summary>
public sealed class CheckedAnswersTests
{
    [Fact]
    public void Answers_to_random_requests_keep_every_rule()
    {
        List<string> broken = [];
        foreach (int seed in Enumerable.Range(2_000, 80))
        {
            PlanRequest request = RandomRequests.TightRequest(seed) with { Ask = PlanQuestions.NamedPlans };
            broken.AddRange(PlanChecker.Check(request, PathwayPlanner.Solve(request)).Where(s => !s.StartsWith("No plan is possible", StringComparison.Ordinal)).Select(sentence => $"seed {seed}: {sentence}"));
        }

        broken.ShouldBeEmpty();
    }
}
