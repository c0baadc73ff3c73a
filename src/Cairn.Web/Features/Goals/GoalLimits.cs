namespace Cairn.Web.Features.Goals;

/// <summary>What the person has: hours, money, time, languages, and what may be planned with.</summary>
internal sealed record GoalLimits
{
    public const int MostHoursPerWeek = 168;

    /// <summary>Facts older than this are planned with only when the person allows it.</summary>
    public const int MonthsFresh = 12;

    public int HoursPerWeek { get; init; } = 6;

    /// <summary>Most to pay, in minor units of <see cref="Currency"/>; null does not limit.</summary>
    public long? Budget { get; init; }

    /// <summary>ISO 4217: the whole plan is in it.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Last day, inclusive, in <see cref="Zone"/>; null does not limit.</summary>
    public DateOnly? FinishBy { get; init; }

    /// <summary>IANA zone of the person: it decides which day today is.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>First day; null is the coming Monday.</summary>
    public DateOnly? StartOn { get; init; }

    /// <summary>BCP 47, separated by spaces; empty accepts every language.</summary>
    public string Languages { get; init; } = "";

    /// <summary>Share of the reachable weight to reach, 1 to 100.</summary>
    public int CoveragePercent { get; init; } = 80;

    /// <summary>Added to the hours a source states, in percent: people are slower than catalogues.</summary>
    public int SlackPercent { get; init; } = 20;

    public int MaxAtOnce { get; init; } = 2;
    public int MaxPrograms { get; init; } = 10;

    /// <summary>Plan with skills that were only guessed from a program's words.</summary>
    public bool AllowGuesses { get; init; }

    /// <summary>Plan with programs whose facts are older than twelve months.</summary>
    public bool AllowOlder { get; init; }

    /// <summary>Plan with programs whose price is unknown, at an estimate that is marked as one.</summary>
    public bool AllowEstimatedPrices { get; init; }

    public IReadOnlyList<string> LanguageList => Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As the planner reads it: <c>en</c> accepts <c>en-GB</c>; what states no language is accepted.</summary>
    public bool Accepts(string? language) => language is null || LanguageList.Count == 0 || LanguageList.Any(tag =>
        language.Equals(tag, StringComparison.OrdinalIgnoreCase) || language.StartsWith(tag + "-", StringComparison.OrdinalIgnoreCase));

    /// <summary>The day it is for this person.</summary>
    public DateOnly Today(TimeProvider clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(Zone)).DateTime);

    /// <summary>The day the plan begins: as asked while that is ahead, else the coming Monday.</summary>
    public DateOnly FirstDay(TimeProvider clock)
    {
        var today = Today(clock);
        if (StartOn is { } asked && asked >= today)
            return asked;
        var ahead = ((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7;
        return today.AddDays(ahead == 0 ? 7 : ahead);
    }
}
