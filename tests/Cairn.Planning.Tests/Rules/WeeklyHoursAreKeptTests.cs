using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class WeeklyHoursAreKeptTests
{
    [Fact]
    public void A_cohort_that_takes_more_than_a_week_has_is_impossible() => For(Program("p", hours: 5).StartingOn(1, Monday)).Cheapest().ShouldBeImpossible();

    [Fact]
    public void Two_cohorts_in_one_week_share_its_hours() =>
        For(Program("p", hours: 3).StartingOn(1, Monday), Program("q", "t", hours: 2).StartingOn(1, Monday)).Needing("s", "t").Cheapest().ShouldBeImpossible();

    [Fact]
    public void Self_paced_programs_share_a_week() => For(Program("p", hours: 2), Program("q", "t", hours: 2)).Needing("s", "t").Fastest().Weeks.ShouldBe(1);

    [Fact]
    public void Self_paced_programs_get_what_cohorts_leave() =>
        For(Program("p", hours: 6).StartingOn(2, Monday), Program("q", "t", hours: 3)).Needing("s", "t").Fastest().Weeks.ShouldBe(3);

    [Fact]
    public void The_hours_of_a_cohort_are_rounded_up_in_every_week_it_touches() =>
        For(Program("p", hours: 5).StartingOn(2, Monday.AddDays(1)), Program("q", "t", hours: 4)).Needing("s", "t").Fastest().Weeks.ShouldBe(4);
}
