using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class AidIsGivenAtMostSoOftenTests
{
    private static PlanRequest Two(params Aid[] aid) =>
        For(Program("p", "s", price: 30_01), Program("q", "t", price: 50_00)).Needing("s", "t") with { Aid = aid };

    [Fact]
    public void Aid_that_may_be_given_once_goes_where_it_helps_most()
    {
        var plan = Two(new Aid("grant", ["p", "q"], 50, null, 1)).Cheapest();

        plan.Cost.ShouldBe(30_01 + 25_00);
        plan.Of("q").Pays.ShouldBe("grant");
    }

    [Fact]
    public void Aid_that_may_not_be_given_at_all_changes_nothing() => Two(new Aid("grant", ["p", "q"], 50, null, 0)).Cheapest().Cost.ShouldBe(80_01);

    [Fact]
    public void A_percentage_is_rounded_down_to_the_minor_unit() => Two(new Aid("grant", ["p"], 33.3m, null, null)).Cheapest().Cost.ShouldBe(30_01 - 9_99 + 50_00);

    [Fact]
    public void An_amount_is_not_more_than_the_price() => Two(new Aid("grant", ["p", "q"], null, 40_00, null)).Cheapest().Cost.ShouldBe(10_00);

    [Fact]
    public void One_program_has_one_aid_at_most() =>
        Two(new Aid("a", ["p"], null, 10_00, null), new Aid("b", ["p"], null, 15_00, null)).Cheapest().Cost.ShouldBe(15_01 + 50_00);

    [Fact]
    public void A_subscription_has_no_aid() =>
        (For(Program("p", price: null) with { Subscription = "sub" }) with { Subscriptions = [new("sub", 10_00)], Aid = [new("grant", ["p"], 100, null, null)] })
            .Cheapest().Cost.ShouldBe(10_00);
}
