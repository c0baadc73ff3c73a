using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class SubscriptionsArePaidByTheMonthTests
{
    private static LearnerPlan With(int hours) =>
        (For(Program("p", hours: hours, price: null) with { Subscription = "sub" }) with { Subscriptions = [new("sub", 10_00)] }).Cheapest();

    [Fact]
    public void A_month_has_the_whole_hours_of_a_twelfth_of_a_year() => With(17).Subscriptions.Single().MonthHours.ShouldBe(17);

    [Fact]
    public void One_hour_more_is_another_month()
    {
        With(17).Cost.ShouldBe(10_00);
        With(18).Cost.ShouldBe(20_00);
    }

    [Fact]
    public void Programs_of_one_subscription_share_its_months() =>
        (For(Program("p", hours: 8, price: null) with { Subscription = "sub" }, Program("q", "t", 9, null) with { Subscription = "sub" }).Needing("s", "t")
            with { Subscriptions = [new("sub", 10_00)] }).Cheapest().Cost.ShouldBe(10_00);

    [Fact]
    public void The_months_of_the_calendar_are_told_beside_those_that_are_paid()
    {
        var subscription = With(17).Subscriptions.Single();

        (subscription.Months, subscription.CalendarMonths).ShouldBe((1, 2));
    }

    [Fact]
    public void Programs_of_one_subscription_stand_together()
    {
        var plan = (For(
            Program("p", "s", 4, null) with { Subscription = "sub" },
            Program("q", "t", 40, 1_00),
            Program("r", "u", 4, null) with { Subscription = "sub" }).Needing("s", "t", "u") with { Subscriptions = [new("sub", 10_00)] }).Cheapest();

        plan.Subscriptions.Single().CalendarMonths.ShouldBe(1);
    }
}
