using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class EveryProgramIsPaidOneWayTests
{
    private static PlanRequest Both(long once, long perMonth) =>
        For(Program("p", price: once) with { Subscription = "sub" }) with { Subscriptions = [new("sub", perMonth)] };

    [Fact]
    public void A_program_without_price_and_subscription_is_an_error() =>
        Should.Throw<ArgumentException>(() => For(Program("p", price: null)).Cheapest());

    [Fact]
    public void The_subscription_is_taken_where_it_is_cheaper() => Both(20_00, 10_00).Cheapest().Of("p").Pays.ShouldBe("sub");

    [Fact]
    public void The_single_price_is_taken_where_it_is_cheaper() => Both(5_00, 10_00).Cheapest().Of("p").Pays.ShouldBe("once");

    [Fact]
    public void Every_plan_is_paid_the_cheapest_way_whatever_it_is_best_in()
    {
        var request = Both(20_00, 10_00);

        request.Fastest().Cost.ShouldBe(10_00);
        request.BestRecognised().Cost.ShouldBe(10_00);
    }
}
