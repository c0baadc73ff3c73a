using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class PrerequisitesComeFirstTests
{
    [Fact]
    public void A_required_skill_that_nobody_teaches_makes_the_program_unusable() => For(Program("p").Requiring("nobody")).Cheapest().ShouldBeImpossible();

    [Fact]
    public void A_program_does_not_prepare_for_itself() => For(Program("p").Requiring("s")).Cheapest().ShouldBeImpossible();

    [Fact]
    public void Programs_that_only_prepare_for_each_other_are_impossible() =>
        For(Program("p").Requiring("t"), Program("q", "t").Requiring("s")).Cheapest().ShouldBeImpossible();

    [Fact]
    public void A_ring_may_begin_from_outside() =>
        For(Program("p").Requiring("t"), Program("q", "t").Requiring("u"), Program("r", "u").Requiring("t"), Program("begin", "t", price: 50_00))
            .Needing("s", "u").Cheapest().ShouldHold("p", "r", "begin");

    [Fact]
    public void What_prepares_ends_in_an_earlier_week()
    {
        var plan = For(Program("p", hours: 1).Requiring("t"), Program("q", "t", hours: 1)).Fastest();

        plan.Weeks.ShouldBe(2);
        plan.Of("p").Start.ShouldBeGreaterThan(plan.Of("q").Finish);
    }

    [Fact]
    public void A_held_skill_needs_no_preparation() => (For(Program("p").Requiring("t", 2)) with { Has = [new("t", 2)] }).Cheapest().ShouldHold("p");

    [Fact]
    public void A_skill_held_too_low_is_no_preparation() => (For(Program("p").Requiring("t", 2)) with { Has = [new("t", 1)] }).Cheapest().ShouldBeImpossible();

    [Fact]
    public void A_long_chain_counts_whole_weeks() =>
        For(Program("p", hours: 1).Requiring("a"), Program("a", "a", hours: 1).Requiring("b"), Program("b", "b", hours: 1)).Fastest().Weeks.ShouldBe(3);
}
