using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class CohortsStartOnTheirDatesTests
{
    [Fact]
    public void A_cohort_that_has_started_already_cannot_be_joined() => For(Program("p").StartingOn(1, Monday.AddDays(-1))).Cheapest().ShouldBeImpossible();

    [Fact]
    public void A_cohort_runs_from_its_date_for_its_weeks()
    {
        var planned = For(Program("p").StartingOn(2, Monday.AddDays(3))).Cheapest().Of("p");

        (planned.Start, planned.Finish).ShouldBe((Monday.AddDays(3), Monday.AddDays(16)));
    }

    [Fact]
    public void What_prepares_for_a_cohort_finishes_before_its_day()
    {
        var plan = For(Program("p").StartingOn(1, Monday.AddDays(7), Monday.AddDays(14)).Requiring("t"), Program("q", "t", hours: 8)).Fastest();

        plan.Of("p").Start.ShouldBe(Monday.AddDays(14));
    }

    [Fact]
    public void After_a_cohort_a_self_paced_program_starts_in_a_later_whole_week() =>
        For(Program("p").Requiring("t"), Program("q", "t").StartingOn(1, Monday.AddDays(2))).Fastest().Of("p").Start.ShouldBe(Monday.AddDays(14));

    [Fact]
    public void After_a_cohort_another_one_may_start_on_the_next_day() =>
        For(Program("p", hours: 2).StartingOn(1, Monday.AddDays(9)).Requiring("t"), Program("q", "t", hours: 2).StartingOn(1, Monday.AddDays(2)))
            .Fastest().Of("p").Start.ShouldBe(Monday.AddDays(9));
}
