using System.Globalization;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Plans;
using Cairn.Web.Features.Shared;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Plans;

public sealed class TriedLimitsTests
{
    private static readonly DateOnly Monday = new(2026, 11, 30);
    private readonly Dictionary<string, string> _refused = [];

    [Theory]
    [InlineData("0")]
    [InlineData("-4")]
    [InlineData("169")]
    [InlineData("six")]
    [InlineData("99999999999999999999")]
    public void Absurd_hours_are_refused_and_the_goals_own_stay(string hours)
    {
        Over(new TriedLimits { Hours = hours }).HoursPerWeek.ShouldBe(6);

        _refused.ShouldContainKey(nameof(TriedLimits.Hours));
    }

    [Fact]
    public void The_end_of_the_slider_is_no_limit() =>
        Over(new TriedLimits { Spend = "900", SpendTop = "900", Weeks = "104", WeeksTop = "104" }).ShouldSatisfyAllConditions(
            limits => limits.Budget.ShouldBeNull(),
            limits => limits.FinishBy.ShouldBeNull());

    [Fact]
    public void A_slider_that_was_not_moved_keeps_the_cents_and_the_day() =>
        Over(new TriedLimits { Spend = "86", SpendTop = "900", Weeks = "30", WeeksTop = "104" }).ShouldSatisfyAllConditions(
            limits => limits.Budget.ShouldBe(8_550),
            limits => limits.FinishBy.ShouldBe(new DateOnly(2027, 6, 28)));

    [Fact]
    public void A_moved_slider_ends_with_its_week() =>
        Over(new TriedLimits { Weeks = "2", WeeksTop = "104" }).FinishBy.ShouldBe(new DateOnly(2026, 12, 13));

    [Fact]
    public void Nothing_tried_changes_nothing() => Over(new TriedLimits()).ShouldBe(Own);

    private static GoalLimits Own => new() { Budget = 8_550, FinishBy = new DateOnly(2027, 6, 28) };

    private GoalLimits Over(TriedLimits tried)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        return tried.Over(Own, Monday, Texts.Load(), (field, said) => _refused[field] = said);
    }
}
