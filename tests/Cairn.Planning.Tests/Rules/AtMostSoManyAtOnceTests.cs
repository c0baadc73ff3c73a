using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class AtMostSoManyAtOnceTests
{
    private static LearnerPlan Two(int? atOnce) =>
        For(Program("p", hours: 3), Program("q", "t", hours: 5)).Needing("s", "t").Within(l => l with { MaxAtOnce = atOnce }).Fastest();

    [Fact]
    public void The_week_in_which_one_ends_and_another_begins_counts_both()
    {
        Two(null).Weeks.ShouldBe(2);
        Two(1).Weeks.ShouldBe(3);
    }

    [Fact]
    public void Two_cohorts_at_once_are_one_too_many() =>
        For(Program("p", hours: 1).StartingOn(1, Monday), Program("q", "t", hours: 1).StartingOn(1, Monday)).Needing("s", "t")
            .Within(l => l with { MaxAtOnce = 1 }).Cheapest().ShouldBeImpossible();

    [Fact]
    public void A_self_paced_program_waits_for_the_cohort() =>
        For(Program("p", hours: 1).StartingOn(2, Monday), Program("q", "t", hours: 1)).Needing("s", "t")
            .Within(l => l with { MaxAtOnce = 1 }).Fastest().Weeks.ShouldBe(3);
}
