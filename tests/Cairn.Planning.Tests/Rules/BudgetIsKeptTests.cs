using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class BudgetIsKeptTests
{
    [Fact]
    public void One_cent_too_little_is_too_little() => For(Program("p")).Within(l => l with { Budget = 99 }).Cheapest().ShouldBeImpossible();

    [Fact]
    public void The_budget_may_be_spent_to_the_last_cent() => For(Program("p")).Within(l => l with { Budget = 1_00 }).Cheapest().ShouldHold("p");

    [Fact]
    public void The_fastest_plan_keeps_it_too() =>
        For(Program("slow", hours: 8), Program("quick", price: 2_00)).Within(l => l with { Budget = 1_99 }).Fastest().ShouldHold("slow");

    [Fact]
    public void The_largest_amounts_of_the_contract_do_not_overflow() =>
        (For(Program("p", price: 1_000_000_000_000), Program("q", "t", price: 1_000_000_000_000)).Needing("s", "t")
            with { Needs = [new("s", 1, 1_000_000_000), new("t", 1, 1_000_000_000)] }).Cheapest().Cost.ShouldBe(2_000_000_000_000);

    [Fact]
    public void The_dearest_subscription_does_not_overflow() =>
        (For(Program("p", hours: 100_000, price: null) with { Subscription = "sub" }) with { Subscriptions = [new("sub", 1_000_000_000_000)] })
            .Cheapest().Cost.ShouldBe(5_883 * 1_000_000_000_000);
}
