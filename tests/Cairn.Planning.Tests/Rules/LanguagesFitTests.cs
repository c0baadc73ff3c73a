using Cairn.Planning.Contract;
using Shouldly;
using Xunit;
using static Cairn.Planning.Tests.Rules.Ask;

namespace Cairn.Planning.Tests.Rules;

public sealed class LanguagesFitTests
{
    private static LearnerPlan Among(string language) =>
        For(Program("p") with { Language = language }).Within(l => l with { Languages = ["en"] }).Cheapest();

    [Fact]
    public void Another_language_is_refused() => Among("es").ShouldBeImpossible();

    [Fact]
    public void A_longer_word_is_another_language() => Among("enm").ShouldBeImpossible();

    [Fact]
    public void A_region_of_the_language_fits_whatever_its_case() => Among("EN-gb").ShouldHold("p");

    [Fact]
    public void A_program_that_prepares_must_fit_too() =>
        For(Program("p").Requiring("t"), Program("q", "t") with { Language = "es" }).Within(l => l with { Languages = ["en"] }).Cheapest().ShouldBeImpossible();

    [Fact]
    public void A_program_without_a_language_fits() => For(Program("p")).Within(l => l with { Languages = ["en"] }).Cheapest().ShouldHold("p");
}
