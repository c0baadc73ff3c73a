using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class FinishesByTheDeadlineTests
{
    [Fact]
    public void The_last_day_of_the_week_is_in_time() => For(Program("p")).Within(l => l with { FinishBy = Monday.AddDays(6) }).Cheapest().ShouldHold("p");

    [Fact]
    public void A_deadline_inside_a_week_leaves_no_whole_week() => For(Program("p")).Within(l => l with { FinishBy = Monday.AddDays(5) }).Cheapest().ShouldBeImpossible();

    [Fact]
    public void A_cohort_counts_its_days()
    {
        var plan = For(Program("p", hours: 2).StartingOn(1, Monday.AddDays(-1), Monday.AddDays(2))).Within(l => l with { FinishBy = Monday.AddDays(8) }).Cheapest();

        plan.ShouldHold("p");
        plan.Weeks.ShouldBe(2);
    }

    [Fact]
    public void A_deadline_before_the_chain_is_over_is_named_as_what_blocks()
    {
        var answer = PathwayPlanner.Solve(For(Program("p", hours: 1).Requiring("t"), Program("q", "t", hours: 1)).Within(l => l with { FinishBy = Monday.AddDays(6) }));

        answer.BlockedBy.ShouldBe(["finishBy"]);
        answer.SmallestChanges!.Single().To.Date.ShouldBe(Monday.AddDays(13));
    }
}
