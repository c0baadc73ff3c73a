using System.Globalization;
using Cairn.Testing;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Shared;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Goals;

/// <summary>The clock of these tests stands at 24 November 2026.</summary>
public sealed class LimitsFormTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en"), Spanish = CultureInfo.GetCultureInfo("es");
    private readonly Dictionary<string, string> _refused = [];

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("169")]
    [InlineData("6.5")]
    [InlineData("1e3")]
    [InlineData("many")]
    [InlineData("999999999999999")]
    public void Hours_that_no_week_has_are_refused_with_what_was_found(string hours)
    {
        Read(new LimitsForm { Hours = hours });

        _refused[nameof(LimitsForm.Hours)].ShouldContain(hours);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("85 dollars and a bit")]
    [InlineData("1.234.5")]
    [InlineData("99999999999999999999")]
    [InlineData("NaN")]
    public void What_is_no_amount_is_refused(string budget)
    {
        Read(new LimitsForm { Budget = budget });

        _refused[nameof(LimitsForm.Budget)].ShouldContain(budget);
    }

    [Fact]
    public void A_deadline_in_the_past_is_refused()
    {
        Read(new LimitsForm { FinishBy = "2026-11-01" });

        _refused[nameof(LimitsForm.FinishBy)].ShouldContain("1 November 2026");
    }

    [Fact]
    public void A_deadline_in_a_hundred_years_is_refused()
    {
        Read(new LimitsForm { FinishBy = "2126-11-01" });

        _refused.ShouldContainKey(nameof(LimitsForm.FinishBy));
    }

    [Fact]
    public void What_is_no_day_is_refused()
    {
        Read(new LimitsForm { FinishBy = "31 February" });

        _refused[nameof(LimitsForm.FinishBy)].ShouldContain("31 February");
    }

    [Fact]
    public void What_is_no_currency_is_refused()
    {
        Read(new LimitsForm { Currency = "DOLLARS" });

        _refused[nameof(LimitsForm.Currency)].ShouldContain("DOLLARS");
    }

    [Fact]
    public void What_is_no_language_is_refused()
    {
        Read(new LimitsForm { WithLanguages = true, Languages = ["<script>"] });

        _refused[nameof(LimitsForm.Languages)].ShouldContain("<script>");
    }

    [Theory]
    [InlineData("600", 60_000)]
    [InlineData("$600", 60_000)]
    [InlineData("1,200.50", 120_050)]
    [InlineData("85.5", 8_550)]
    [InlineData("85,50", 8_550)]
    [InlineData("600 USD", 60_000)]
    [InlineData("0", 0)]
    public void An_amount_is_read_as_people_write_it(string budget, long minorUnits) =>
        Read(new LimitsForm { Budget = budget }).Budget.ShouldBe(minorUnits);

    [Theory]
    [InlineData("1.200,50", 120_050)]
    [InlineData("1.200", 120_000)]
    [InlineData("85,5", 8_550)]
    public void An_amount_is_read_as_the_language_writes_it(string budget, long minorUnits) =>
        Read(new LimitsForm { Budget = budget }, Spanish).Budget.ShouldBe(minorUnits);

    [Fact]
    public void A_currency_without_decimals_takes_none()
    {
        Read(new LimitsForm { Currency = "JPY", Budget = "65.5" });

        _refused.ShouldContainKey(nameof(LimitsForm.Budget));
    }

    [Fact]
    public void Empty_fields_that_may_be_empty_do_not_limit() =>
        Read(new LimitsForm { Budget = "", FinishBy = "" }).ShouldSatisfyAllConditions(
            limits => limits.Budget.ShouldBeNull(),
            limits => limits.FinishBy.ShouldBeNull());

    [Fact]
    public void The_day_is_the_persons_own()
    {
        // At nine in the morning of the 24th in London it is still the evening of the 23rd in Samoa.
        Read(new LimitsForm { StartOn = "2026-11-23", Zone = "Pacific/Pago_Pago" }).StartOn.ShouldBe(new DateOnly(2026, 11, 23));
        _refused.ShouldBeEmpty();
    }

    [Fact]
    public void A_deadline_before_the_first_day_is_refused_with_both_days()
    {
        Read(new LimitsForm { StartOn = "2027-06-01", FinishBy = "2027-03-01" });

        _refused[nameof(LimitsForm.FinishBy)].ShouldSatisfyAllConditions(said => said.ShouldContain("1 March 2027"), said => said.ShouldContain("1 June 2027"), said => said.ShouldContain("7 June 2027"));
    }

    [Fact]
    public void A_deadline_before_the_coming_monday_has_its_week_is_refused()
    {
        Read(new LimitsForm { FinishBy = "2026-12-05" });

        _refused[nameof(LimitsForm.FinishBy)].ShouldSatisfyAllConditions(said => said.ShouldContain("30 November 2026"), said => said.ShouldContain("6 December 2026"));
    }

    [Fact]
    public void A_deadline_that_leaves_one_week_is_taken()
    {
        Read(new LimitsForm { FinishBy = "2026-12-06" }).FinishBy.ShouldBe(new DateOnly(2026, 12, 6));
        _refused.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_form_shows_is_read_back_as_it_was()
    {
        var limits = new GoalLimits { Budget = 8_550, FinishBy = new DateOnly(2027, 6, 28), Languages = "en es", AllowOlder = true };

        LimitsForm.Of(limits, Spanish).Read(new GoalLimits(), Texts.Load(), Spanish, new FixedClock(), (field, said) => _refused[field] = said).ShouldBe(limits);
        _refused.ShouldBeEmpty();
    }

    private GoalLimits Read(LimitsForm form, CultureInfo? culture = null)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = culture ?? English;
        return form.Read(new GoalLimits(), Texts.Load(), culture ?? English, new FixedClock(), (field, said) => _refused[field] = said);
    }
}
