using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists.Converters;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

public sealed class LengthsTests
{
    [Theory]
    [InlineData("Flexible schedule")]
    [InlineData("Estimated timeApprox. undefined undefined")]
    [InlineData("15+ hours of study/wk per course")]
    [InlineData("5 hours per week")]
    [InlineData("")]
    public void Words_without_a_length_give_nothing(string text) => Lengths.Duration(text).ShouldBeNull();

    [Theory]
    [InlineData("4 weeks", 4)]
    [InlineData("1 week", 1)]
    [InlineData("Estimated timeApprox. 2 Months", 9)]
    [InlineData("Approximately 3 months to complete", 13)]
    [InlineData("4 meses", 17)]
    [InlineData("24 meses.", 104)]
    [InlineData("2 years", 104)]
    [InlineData("4 \n                      months to complete", 17)]
    [InlineData("Estimated timeApprox. 5 Days", 1)]
    public void Weeks_alone_give_no_hours(string text, int weeks)
    {
        var length = Lengths.Duration(text)!;
        (length.Hours, length.Weeks, length.Basis).ShouldBe((null, weeks, HoursBasis.Unknown));
    }

    [Theory]
    [InlineData("Approx. 13 hours to complete", 13)]
    [InlineData("Approx. 1 hour to complete", 1)]
    [InlineData("1.5 hours ", 2)]
    [InlineData("2 horas", 2)]
    [InlineData("40 minutes", 1)]
    [InlineData("1h 19m", 2)]
    [InlineData("4 weeks, 10 hours in all", 10)]
    public void Stated_hours_are_rounded_up(string text, int hours)
    {
        var length = Lengths.Duration(text)!;
        (length.Hours, length.Basis).ShouldBe((hours, HoursBasis.Stated));
    }

    [Theory]
    [InlineData("3 months at 10 hours a week", 130, 13)]
    [InlineData("Approx. 3 months at 10 hours/week", 130, 13)]
    [InlineData("6 months at 4 hours a week", 104, 26)]
    public void Months_at_hours_a_week_are_multiplied(string text, int hours, int weeks)
    {
        var length = Lengths.Duration(text)!;
        (length.Hours, length.Weeks, length.Basis).ShouldBe((hours, weeks, HoursBasis.WeeksTimesEffort));
    }

    [Theory]
    [InlineData("Less Than 2 Hours", "course", 2)]
    [InlineData("1 - 4 Weeks", "course", 13)]
    [InlineData("1 - 3 Months", "course", 17)]
    [InlineData("3 - 6 Months", "course", 36)]
    [InlineData("1 - 3 Months", "series", 34)]
    [InlineData("3 - 6 Months", "series", 59)]
    [InlineData("3 - 6 Months", "certificate", 130)]
    [InlineData("1 - 3 Months", "certificate", 34)]
    [InlineData("Approximately 4 months to complete", "series", 47)]
    [InlineData("6 - 12 Months", "series", 106)]
    public void Bands_become_the_measured_median_and_are_marked(string text, string kind, int hours)
    {
        var length = Lengths.Duration(text, kind)!;
        (length.Hours, length.Basis).ShouldBe((hours, HoursBasis.Band));
        length.Derivation.ShouldNotBe(text);
    }

    [Theory]
    [InlineData("1 - 4 Years")]
    [InlineData("24 - 36 months")]
    [InlineData("2 to 4 years depending on beginning credits and course load")]
    [InlineData("18 a 24 meses")]
    public void Lengths_longer_than_any_measured_are_not_estimated(string text) => Lengths.Duration(text, "course")!.Hours.ShouldBeNull();

    [Theory]
    [InlineData("4 Weeks", "2–3 hours per week", 10, 4)]
    [InlineData("Estimated 6 weeks", "1 hours per week", 6, 6)]
    [InlineData("10周", "3-5小时每周", 40, 10)]
    [InlineData("12周", "4", 48, 12)]
    [InlineData("8周", "40-60分钟每周", 7, 8)]
    public void Weeks_times_effort_takes_the_middle_of_a_range(string weeks, string effort, int hours, int calendar)
    {
        var length = Lengths.WeeksTimesEffort(weeks, effort)!;
        (length.Hours, length.Weeks, length.Basis).ShouldBe((hours, calendar, HoursBasis.WeeksTimesEffort));
    }

    [Fact]
    public void Weeks_without_effort_keep_the_weeks()
    {
        var length = Lengths.WeeksTimesEffort("10周", "")!;
        (length.Hours, length.Weeks).ShouldBe((null, 10));
    }

    [Theory]
    [InlineData("65")]
    [InlineData("3-53-5小时每周")]
    [InlineData("20-40min/3天")]
    [InlineData("3-5周")]
    [InlineData("3-5周每小时")]
    [InlineData("每周授课45分钟，测验30分钟。")]
    public void An_effort_that_cannot_be_one_figure_is_unknown(string text) => Lengths.WeeklyHours(text).ShouldBeNull();

    [Theory]
    [InlineData("3-5小时每周", 4)]
    [InlineData("3小时每周", 3)]
    [InlineData("3-5", 4)]
    [InlineData("2~3小时每周", 2.5)]
    [InlineData("3～5小时每周", 4)]
    [InlineData("3－5小时每周", 4)]
    [InlineData("2——4小时每周", 3)]
    [InlineData("2---3小时", 2.5)]
    [InlineData("每周3小时", 3)]
    [InlineData("每周3~5小时", 4)]
    [InlineData("每周2个学时", 2)]
    [InlineData("每周学习5-7个小时", 6)]
    [InlineData("3学时每周", 3)]
    [InlineData("5小时／周", 5)]
    [InlineData("2小时 /每周", 2)]
    [InlineData("2小时左右/周", 2)]
    [InlineData("2-4h每周", 3)]
    [InlineData("3h", 3)]
    [InlineData("3至4小时", 3.5)]
    [InlineData("约3~4小时", 3.5)]
    [InlineData("2-3小時每周", 2.5)]
    [InlineData("1小時為一周", 1)]
    [InlineData("2-3小时每周，每周一、周五上线课程", 2.5)]
    [InlineData("3-6小时每周；正式开课时间为11月6日", 4.5)]
    [InlineData("1.2-1.5小时每周", 1.35)]
    [InlineData("2–3 hours per week", 2.5)]
    public void Weekly_effort_is_read_in_the_spellings_of_its_sources(string text, double hours) => Lengths.WeeklyHours(text).ShouldBe((decimal)hours);

    [Theory]
    [InlineData("1h 19m", 3, "1.32 h of video × 2")]
    [InlineData("30m", 1, "30 min of video × 2")]
    [InlineData("14.5", 29, "14.5 h of video × 2")]
    public void Video_hours_are_doubled_and_marked(string text, int hours, string derivation)
    {
        var length = Lengths.Video(text)!;
        (length.Hours, length.Basis, length.Derivation).ShouldBe((hours, HoursBasis.Video, derivation));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("-3")]
    [InlineData("999999")]
    public void Nought_and_absurd_clock_hours_are_unknown(string text) => Lengths.Hours(text).ShouldBeNull();

    [Fact]
    public void A_figure_above_forty_beside_weeks_is_not_taken_for_hours_a_week()
    {
        Lengths.WeeksAndFiledHours("26", "19")!.Hours.ShouldBe(494);
        Lengths.WeeksAndFiledHours("16", "50")!.Hours.ShouldBeNull();
        Lengths.WeeksAndFiledHours("16", "50")!.Weeks.ShouldBe(16);
    }
}
