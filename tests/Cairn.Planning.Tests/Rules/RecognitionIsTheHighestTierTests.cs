using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class RecognitionIsTheHighestTierTests
{
    [Fact]
    public void The_highest_tier_counts_once() =>
        For(Program("low") with { Recognition = 1 }, Program("high", price: 9_00) with { Recognition = 3 }).BestRecognised().Recognition.ShouldBe(3);

    [Fact]
    public void What_adds_no_recognition_is_not_in_the_plan() =>
        For(Program("low", price: 0) with { Recognition = 1 }, Program("high", price: 0) with { Recognition = 3 }).BestRecognised().ShouldHold("high");

    [Fact]
    public void Held_needs_give_nothing() =>
        (For(Program("p", "s t") with { Recognition = 2 }).Needing("s", "t") with { Has = [new("t", 1)] }).BestRecognised().Recognition.ShouldBe(2);

    [Fact]
    public void Without_any_recognition_the_best_recognised_is_the_cheapest() =>
        For(Program("dear", price: 2_00), Program("cheap")).BestRecognised().ShouldHold("cheap");
}
