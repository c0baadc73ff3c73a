using System.Globalization;
using Cairn.Planning.Contract;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Shared;

namespace Cairn.Web.Features.Plans;

/// <summary>Limits that stand in the address while a person tries others with the sliders. The goal keeps its own until they say so.</summary>
internal sealed class TriedLimits
{
    /// <summary>Hours a week.</summary>
    public string? Hours { get; set; }

    /// <summary>Most to spend, in whole units of the currency.</summary>
    public string? Spend { get; set; }

    /// <summary>The end of the slider: at it, money does not limit.</summary>
    public string? SpendTop { get; set; }

    /// <summary>Weeks from the first day.</summary>
    public string? Weeks { get; set; }

    /// <summary>The end of the slider: at it, no date limits.</summary>
    public string? WeeksTop { get; set; }

    public bool Any => Hours is not null || Spend is not null || Weeks is not null;

    public GoalLimits Over(GoalLimits own, DateOnly firstDay, Texts t, Action<string, string> refuse)
    {
        Iso4217.TryGetMinorDigits(own.Currency, out var digits);
        var unit = (long)Math.Pow(10, digits);
        var hours = Whole(Hours, nameof(Hours), 1, GoalLimits.MostHoursPerWeek);
        var spend = Whole(Spend, nameof(Spend), 0, 1_000_000_000);
        var weeks = Whole(Weeks, nameof(Weeks), 1, 520);
        return own with
        {
            HoursPerWeek = hours ?? own.HoursPerWeek,
            Budget = spend is not { } money ? own.Budget
                : money.ToString(CultureInfo.InvariantCulture) == SpendTop ? null
                // The slider knows whole units only; where it was not moved, the cents stay.
                : own.Budget is { } exact && money == (exact + unit - 1) / unit ? exact : money * unit,
            FinishBy = weeks is not { } count ? own.FinishBy
                : count.ToString(CultureInfo.InvariantCulture) == WeeksTop ? null
                : own.FinishBy is { } day && WeeksTo(day, firstDay) == count ? day : firstDay.AddDays(7 * count - 1),
        };

        int? Whole(string? text, string field, int least, int most)
        {
            if (string.IsNullOrWhiteSpace(text))
                return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            refuse(field, t["“{0}” cannot be planned with. Write a whole number from {1:N0} to {2:N0}.", text, least, most]);
            return null;
        }
    }

    /// <summary>Whole weeks that fit between the first day and a last one.</summary>
    public static int WeeksTo(DateOnly last, DateOnly firstDay) => Math.Max(1, (last.DayNumber - firstDay.DayNumber + 1) / 7);
}
