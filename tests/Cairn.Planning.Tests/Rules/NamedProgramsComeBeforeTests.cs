using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class NamedProgramsComeBeforeTests
{
    [Fact]
    public void A_named_program_is_in_the_plan_and_ends_before()
    {
        var plan = For(Program("p") with { After = ["q"] }, Program("q", "t")).Fastest();

        plan.ShouldHold("p", "q");
        plan.Of("p").Start.ShouldBeGreaterThan(plan.Of("q").Finish);
    }

    [Fact]
    public void A_named_program_that_cannot_be_taken_makes_it_impossible() =>
        For(Program("p") with { After = ["q"] }, Program("q", "t") with { Language = "es" }).Within(l => l with { Languages = ["en"] }).Cheapest().ShouldBeImpossible();

    [Fact]
    public void A_name_nobody_has_is_an_error() =>
        Should.Throw<ArgumentException>(() => For(Program("p") with { After = ["nobody"] }).Cheapest());
}
