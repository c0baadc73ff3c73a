using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class CoverageIsReachedTests
{
    private static readonly PlanRequest Thirds = For(Program("s"), Program("t", "t"), Program("u", "u")).Needing("s", "t", "u");

    [Fact]
    public void Two_thirds_are_less_than_666667_millionths() =>
        Thirds.Within(l => l with { CoverageMillionths = 666_667 }).Cheapest().Programs.Count.ShouldBe(3);

    [Fact]
    public void Two_thirds_are_more_than_666666_millionths() =>
        Thirds.Within(l => l with { CoverageMillionths = 666_666 }).Cheapest().Programs.Count.ShouldBe(2);

    [Fact]
    public void Nothing_asked_is_the_empty_plan()
    {
        var plan = Thirds.Within(l => l with { CoverageMillionths = 0 }).Cheapest();

        plan.ShouldHold();
        (plan.Cost, plan.Weeks).ShouldBe((0, 0));
    }

    [Fact]
    public void A_lower_level_does_not_reach_a_need() =>
        (For(Program("low"), Program("high", price: 9_00) with { Teaches = [new("s", 3)] }) with { Needs = [new("s", 2, 1)] }).Cheapest().ShouldHold("high");

    [Fact]
    public void A_need_held_at_a_lower_level_is_open() =>
        (For(Program("p") with { Teaches = [new("s", 2)] }) with { Needs = [new("s", 2, 1)], Has = [new("s", 1)] }).Cheapest().ShouldHold("p");

    [Fact]
    public void Everything_held_is_the_empty_plan_proven() => (For(Program("p")) with { Has = [new("s", 3)] }).Cheapest().ShouldHold();

    [Fact]
    public void A_need_nobody_teaches_is_named_and_not_counted()
    {
        var answer = PathwayPlanner.Solve(For(Program("p")).Needing("s", "nobody"));

        answer.Unreachable.ShouldBe(["nobody"]);
        answer.Plans["cheapest"].CoverageMillionths.ShouldBe(1_000_000);
    }

    [Fact]
    public void A_limit_does_not_make_a_need_unreachable() =>
        PathwayPlanner.Solve(For(Program("p") with { Language = "es" }).Within(l => l with { Languages = ["en"] })).Unreachable.ShouldBeEmpty();
}
