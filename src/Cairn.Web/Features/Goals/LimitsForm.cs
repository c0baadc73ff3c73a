using System.Globalization;
using Cairn.Planning.Contract;
using Cairn.Web.Features.Shared;

namespace Cairn.Web.Features.Goals;

/// <summary>The limits as they were typed. Everything is text until it has been read, so that a refused form keeps it.</summary>
internal sealed class LimitsForm
{
    private const int DaysOfAWeek = 7;

    public string? Hours { get; set; }
    public string? Budget { get; set; }
    public string? Currency { get; set; }
    public string? FinishBy { get; set; }
    public string? StartOn { get; set; }
    public string? Zone { get; set; }
    public List<string>? Languages { get; set; }

    /// <summary>The form shows languages: none ticked then means any. Without it they stay as they were.</summary>
    public bool WithLanguages { get; set; }
    public string? Coverage { get; set; }
    public string? Slack { get; set; }
    public string? AtOnce { get; set; }
    public bool Guesses { get; set; }
    public bool Older { get; set; }
    public bool EstimatedPrices { get; set; }

    public static LimitsForm Of(GoalLimits limits, CultureInfo culture) => new()
    {
        Hours = limits.HoursPerWeek.ToString(culture),
        Budget = limits.Budget is { } budget ? AmountText.Plain(budget, limits.Currency, culture) : "",
        Currency = limits.Currency,
        FinishBy = limits.FinishBy is { } finish ? DateText.Machine(finish) : "",
        StartOn = limits.StartOn is { } start ? DateText.Machine(start) : "",
        Zone = limits.Zone,
        Languages = [.. limits.LanguageList],
        WithLanguages = true,
        Coverage = limits.CoveragePercent.ToString(culture),
        Slack = limits.SlackPercent.ToString(culture),
        AtOnce = limits.MaxAtOnce.ToString(culture),
        Guesses = limits.AllowGuesses,
        Older = limits.AllowOlder,
        EstimatedPrices = limits.AllowEstimatedPrices,
    };

    /// <summary>Reads what was typed; whatever cannot be read is refused by field, and keeps its earlier value.</summary>
    public GoalLimits Read(GoalLimits earlier, Texts t, CultureInfo culture, TimeProvider clock, Action<string, string> refuse)
    {
        var currency = Currency?.Trim().ToUpperInvariant() is { Length: > 0 } code ? code : earlier.Currency;
        if (!Iso4217.TryGetMinorDigits(currency, out _))
        {
            refuse(nameof(Currency), t["“{0}” is not a currency. Write three letters, such as USD or EUR.", currency]);
            currency = earlier.Currency;
        }

        var zone = Zone is { Length: > 0 } named && TimeZoneInfo.TryFindSystemTimeZoneById(named, out _) ? named : earlier.Zone;
        var limits = earlier with { Currency = currency, Zone = zone, AllowGuesses = Guesses, AllowOlder = Older, AllowEstimatedPrices = EstimatedPrices };
        var today = limits.Today(clock);
        limits = limits with
        {
            StartOn = Day(StartOn, nameof(StartOn), today, today.AddYears(2), t, culture, refuse,
                day => t["{0} is past. Choose today or later, or leave it empty for the coming Monday.", DateText.Long(day)]),
        };
        var firstDay = limits.FirstDay(clock);
        return limits with
        {
            HoursPerWeek = Whole(Hours, nameof(Hours), 1, GoalLimits.MostHoursPerWeek, earlier.HoursPerWeek,
                text => t["“{0}” hours a week cannot be planned with. Write a whole number from 1 to 168, the hours of a week.", text]),
            Budget = ReadBudget(currency, earlier, t, culture, refuse),
            // The planner counts whole weeks: a deadline leaves the first of them at least.
            FinishBy = Day(FinishBy, nameof(FinishBy), firstDay.AddDays(DaysOfAWeek - 1), today.AddYears(10), t, culture, refuse,
                day => t["{0} is too soon: you begin on {1}, and a plan takes a week at least. Choose {2} or later, or leave it empty.",
                    DateText.Long(day), DateText.Long(firstDay), DateText.Long(firstDay.AddDays(DaysOfAWeek - 1))]),
            Languages = ReadLanguages(earlier, t, refuse),
            CoveragePercent = Whole(Coverage, nameof(Coverage), 1, 100, earlier.CoveragePercent,
                text => t["“{0}” is not a share. Write a whole number from 1 to 100.", text]),
            SlackPercent = Whole(Slack, nameof(Slack), 0, 200, earlier.SlackPercent,
                text => t["“{0}” cannot be added to the hours. Write a whole number from 0 to 200.", text]),
            MaxAtOnce = Whole(AtOnce, nameof(AtOnce), 1, 10, earlier.MaxAtOnce,
                text => t["“{0}” programs at once cannot be planned with. Write a whole number from 1 to 10.", text]),
        };

        int Whole(string? text, string field, int least, int most, int unchanged, Func<string, string> wrong)
        {
            if (text is null || text.Trim().Length == 0)
                return unchanged;
            if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            refuse(field, wrong(text.Trim()));
            return unchanged;
        }
    }

    private long? ReadBudget(string currency, GoalLimits earlier, Texts t, CultureInfo culture, Action<string, string> refuse)
    {
        if (Budget is null)
            return earlier.Budget;
        if (Budget.Trim().Length == 0)
            return null;
        if (AmountText.TryRead(Budget, currency, culture, out var minorUnits))
            return minorUnits;
        refuse(nameof(Budget), t["“{0}” is not an amount of money. Write a number, such as 600 or 85.50, or leave it empty.", Budget.Trim()]);
        return earlier.Budget;
    }

    private static DateOnly? Day(
        string? text, string field, DateOnly least, DateOnly most, Texts t, CultureInfo culture, Action<string, string> refuse, Func<DateOnly, string> tooSoon)
    {
        if (text is null || text.Trim().Length == 0)
            return null;
        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && !DateOnly.TryParse(text.Trim(), culture, DateTimeStyles.None, out day))
            refuse(field, t["“{0}” is not a day. Write it like {1}.", text.Trim(), DateText.Machine(most.AddYears(-1))]);
        else if (day < least)
            refuse(field, tooSoon(day));
        else if (day > most)
            refuse(field, t["{0} is further away than plans reach. Choose a day before {1}, or leave it empty.", DateText.Long(day), DateText.Long(most)]);
        else
            return day;
        return null;
    }

    private string ReadLanguages(GoalLimits earlier, Texts t, Action<string, string> refuse)
    {
        if (!WithLanguages)
            return earlier.Languages;
        var tags = (Languages ?? []).Select(tag => tag?.Trim() ?? "").Where(tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(20).ToList();
        if (tags.Find(tag => tag.Length is < 2 or > 35 || !tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) is { } wrong)
        {
            refuse(nameof(Languages), t["“{0}” is not a language that programs here are in.", wrong]);
            return earlier.Languages;
        }

        return string.Join(' ', tags);
    }
}
