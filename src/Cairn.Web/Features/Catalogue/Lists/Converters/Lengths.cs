using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cairn.Web.Features.Catalogue.Lists.Converters;

/// <summary>
/// A stated length in words, in English, Spanish, French, German or Chinese, as hours of work and calendar weeks. docs/estimates.md gives every rule and
/// the measurements behind it. Weeks alone give no hours; a range counts with its middle; hours are rounded up.
/// </summary>
internal static partial class Lengths
{
    /// <summary>Hours of work per hour of video: stopping, repeating, trying out. See docs/estimates.md.</summary>
    public const decimal WorkPerVideoHour = 2m;

    /// <summary>The most hours a week that can be meant as a weekly effort.</summary>
    private const decimal LongestWeek = 60;

    private const decimal WeeksPerMonth = 52m / 12m;

    /// <summary>More hours than any program takes: a wrong column or unit.</summary>
    private const decimal MostHours = 20_000;

    private enum Unit
    {
        None,
        Minute,
        Hour,
        Day,
        Week,
        Month,
        Year,
    }

    private readonly record struct Quantity(decimal Low, decimal High, Unit Unit, bool PerWeek)
    {
        public decimal Middle => (Low + High) / 2;
    }

    /// <summary>
    /// "Approx. 13 hours to complete", "3 months at 10 hours a week", "4 Weeks", "1h 19m", "4 meses". With <paramref name="kind"/> a length
    /// without hours is estimated from the measured table; without it, it stays calendar time.
    /// </summary>
    public static Length? Duration(string text, string? kind = null)
    {
        var words = Words(text);
        var quantities = Quantities(words);
        if (quantities.Count == 0)
            return null;
        var effort = quantities.FirstOrDefault(q => q.PerWeek);
        var calendar = quantities.FirstOrDefault(q => !q.PerWeek && q.Unit >= Unit.Day);
        if (effort.Unit != Unit.None && calendar.Unit != Unit.None)
            return FromEffort(InWeeks(calendar.Middle, calendar.Unit), InHours(effort), words);
        if (effort.Unit != Unit.None)
            return null;

        var clock = quantities.Where(q => q.Unit is Unit.Hour or Unit.Minute).ToArray();
        if (clock.Length == 0)
            return calendar.Unit == Unit.None ? null : CalendarOnly(calendar, words, kind);
        if (SaysAWeek().IsMatch(words))
            return null;
        var hours = clock.Sum(InHours);
        var length = words.StartsWith("less than", StringComparison.OrdinalIgnoreCase)
            ? Stated(hours, $"{words}: counted as {Number(hours)} hours", HoursBasis.Band)
            : Stated(hours, words, HoursBasis.Stated);
        return length is null || calendar.Unit == Unit.None ? length : length with { Weeks = Whole(InWeeks(calendar.Middle, calendar.Unit)) };
    }

    /// <summary>"4 Weeks" and "2–3 hours per week"; an effort without a unit is hours a week.</summary>
    public static Length? WeeksTimesEffort(string length, string effort)
    {
        var calendar = Quantities(Words(length)).FirstOrDefault(q => q.Unit >= Unit.Day);
        if (calendar.Unit == Unit.None)
            return null;
        var weeks = InWeeks(calendar.Middle, calendar.Unit);
        var hours = WeeklyHours(effort);
        var words = $"{Words(length)} × {Words(effort)}";
        return hours is null ? new Length(null, Whole(weeks), HoursBasis.Unknown, Words(length)) : FromEffort(weeks, hours.Value, words);
    }

    /// <summary>
    /// Hours a week as people write them: <c>3-5小时每周</c>, <c>每周3小时</c>, <c>2~3</c>, <c>40-60分钟每周</c>. Null when it cannot be one figure:
    /// two figures, a unit of weeks, "3-53-5", or more than 60 hours.
    /// </summary>
    public static decimal? WeeklyHours(string text)
    {
        var words = Words(text);
        if (ThreeFigures().IsMatch(words) || words.Contains("/3天", StringComparison.Ordinal))
            return null;
        var quantities = Quantities(words, Unit.Hour);
        var clock = quantities.Where(q => q.Unit is Unit.Hour or Unit.Minute).ToArray();
        if (clock.Length != 1 || quantities.Any(q => q.Unit == Unit.Week && !q.PerWeek))
            return null;
        var hours = InHours(clock[0]);
        return clock[0].High >= clock[0].Low && hours is > 0 and <= LongestWeek ? hours : null;
    }

    /// <summary>Hours of video, decimal: estimated with <see cref="WorkPerVideoHour"/>.</summary>
    public static Length? Video(string text)
    {
        var words = Words(text);
        var clock = Quantities(words, Unit.Hour).Where(q => q.Unit is Unit.Hour or Unit.Minute).ToArray();
        var hours = clock.Sum(InHours);
        var length = Stated(hours * WorkPerVideoHour, words, HoursBasis.Video);
        return length is null ? null : length with
        {
            Derivation = string.Create(CultureInfo.InvariantCulture, $"{Shown(hours)} of video × {WorkPerVideoHour:0.##}"),
        };
    }

    /// <summary>A bare number of hours: clock hours of a register. Nought is unknown.</summary>
    public static Length? Hours(string text) =>
        Quantities(Words(text), Unit.Hour) is [{ Unit: Unit.Hour } only] ? Stated(only.Middle, $"{Number(only.Middle)} clock hours", HoursBasis.Stated) : null;

    /// <summary>A bare number of weeks. Nought is unknown.</summary>
    public static Length? Weeks(string text) => Bare(text, Unit.Week, "weeks");

    /// <summary>A bare number of months. Nought is unknown.</summary>
    public static Length? Months(string text) => Bare(text, Unit.Month, "months");

    /// <summary>
    /// Weeks and a figure that may be hours a week or hours in total (California's filings). Up to 40 it is read as hours a week; above it cannot be told
    /// and the hours stay unknown.
    /// </summary>
    public static Length? WeeksAndFiledHours(string weeks, string hours)
    {
        if (Bare(weeks, Unit.Week, "weeks") is not { } calendar)
            return null;
        return Quantities(Words(hours), Unit.Hour) is [{ Unit: Unit.Hour, Middle: > 0 and <= 40 } effort]
            ? FromEffort(calendar.Weeks!.Value, effort.Middle, $"{calendar.Weeks} weeks × {Number(effort.Middle)} h, read as hours a week")
            : calendar;
    }

    private static Length? Bare(string text, Unit unit, string name) =>
        Quantities(Words(text), unit) is [{ Middle: > 0 } only] && only.Unit == unit && Whole(InWeeks(only.Middle, unit)) is { } weeks
            ? new Length(null, weeks, HoursBasis.Unknown, $"{Number(only.Middle)} {name}")
            : null;

    private static Length? CalendarOnly(Quantity calendar, string words, string? kind)
    {
        var weeks = calendar.Low == calendar.High ? Whole(InWeeks(calendar.Middle, calendar.Unit)) : null;
        if (kind is not null && LengthEstimates.For(kind, calendar.Low, calendar.High, calendar.Unit switch
            {
                Unit.Day => "day",
                Unit.Week => "week",
                Unit.Month => "month",
                _ => "year",
            }) is { } estimate)
        {
            return new Length(estimate.Hours, weeks, HoursBasis.Band, $"{words}: {estimate.Words}");
        }

        return new Length(null, weeks, HoursBasis.Unknown, words);
    }

    private static Length? FromEffort(decimal weeks, decimal hoursAWeek, string words)
    {
        var hours = Stated(weeks * hoursAWeek, words, HoursBasis.WeeksTimesEffort);
        return hours is null ? null : hours with { Weeks = Whole(weeks) };
    }

    private static Length? Stated(decimal hours, string words, HoursBasis basis) =>
        hours is > 0 and <= MostHours ? new Length((int)Math.Ceiling(hours), null, basis, words) : null;

    private static int? Whole(decimal weeks) => weeks is > 0 and <= 520 ? Math.Max(1, (int)Math.Round(weeks, MidpointRounding.AwayFromZero)) : null;

    private static decimal InHours(Quantity quantity) => quantity.Unit == Unit.Minute ? quantity.Middle / 60 : quantity.Middle;

    private static decimal InWeeks(decimal value, Unit unit) => unit switch
    {
        Unit.Day => value / 7,
        Unit.Week => value,
        Unit.Month => value * WeeksPerMonth,
        _ => value * 52,
    };

    private static List<Quantity> Quantities(string words, Unit bare = Unit.None)
    {
        var found = new List<Quantity>();
        foreach (Match match in QuantityPattern().Matches(words))
        {
            if (!TryNumber(match.Groups["low"].Value, out var low))
                continue;
            var high = match.Groups["high"].Success && TryNumber(match.Groups["high"].Value, out var top) ? top : low;
            var unit = UnitOf(match.Groups["unit"].Value);
            if (unit == Unit.None)
            {
                if (bare == Unit.None || found.Count > 0 || match.Length != words.Length)
                    continue;
                unit = bare;
            }

            var perWeek = match.Groups["per"].Success || match.Groups["before"].Success;
            found.Add(new Quantity(low, high, unit, perWeek && unit is Unit.Hour or Unit.Minute));
        }

        return found;
    }

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static Unit UnitOf(string word) => word.ToLowerInvariant() switch
    {
        "" => Unit.None,
        "m" or "min" or "mins" or "minute" or "minutes" or "minuto" or "minutos" or "minuten" or "分钟" or "分鐘" => Unit.Minute,
        "d" or "day" or "days" or "día" or "días" or "dia" or "dias" or "jour" or "jours" or "tag" or "tage" or "天" => Unit.Day,
        "w" or "wk" or "wks" or "week" or "weeks" or "semana" or "semanas" or "semaine" or "semaines" or "woche" or "wochen" or "周" or "週" => Unit.Week,
        "mo" or "month" or "months" or "mes" or "meses" or "mois" or "monat" or "monate" or "个月" or "月" => Unit.Month,
        "y" or "yr" or "yrs" or "year" or "years" or "año" or "años" or "an" or "ans" or "jahr" or "jahre" or "年" => Unit.Year,
        _ => Unit.Hour,
    };

    /// <summary>One line, full-width forms made plain, every dash and tilde a hyphen.</summary>
    private static string Words(string text)
    {
        var plain = Texts.Clean(text).Normalize(NormalizationForm.FormKC);
        return Dashes().Replace(plain, "-").TrimEnd('.', ' ');
    }

    private static string Shown(decimal hours) => hours < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(hours * 60):0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{hours:0.##} h");

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s*(?:[-‐‑‒–—―~〜−]+|至|到)\s*|(?<=\d)\s+(?:to|a|or|o|à|bis)\s+(?=\d)")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"(?:/|\bper |\ba |\beach )\s*(?:wk|week|semana)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysAWeek();

    [GeneratedRegex(@"\d-\d+(?:\.\d+)?-\d")]
    private static partial Regex ThreeFigures();

    // A number or range, its unit, and whether it is said per week, before (每周3小时) or after (3 hours a week, 3小时/周).
    [GeneratedRegex(
        @"(?<before>(?:每周|每週)(?:[^\d\s]{0,4})?)?\s*(?<low>\d+(?:[.,]\d+)?)(?:-(?<high>\d+(?:[.,]\d+)?))?\s*\+?\s*" +
        @"(?<unit>个小时|小时|小時|个学时|學時|学时|课时|分钟|分鐘|个月|天|周|週|月|年|(?:hours?|hrs?|horas?|heures?|stunden?|h|minutes?|minutos?|minuten|mins?|m|days?|d[ií]as?|jours?|tage?|weeks?|wks?|semanas?|semaines?|wochen?|months?|mes(?:es)?|mois|monate?|mo|years?|yrs?|años?|ans?|jahre?|d|w|y)(?![A-Za-zÀ-ÿ]))?" +
        @"(?<per>\s*(?:左右)?\s*(?:/\s*每?(?:周|週)|每周|每週|第周|一周|為一周|(?:per|a|every|each|por|par|pro|à la)\s+(?:week|wk|semana|semaine|woche)|/\s*(?:week|wk|semana)|a la semana|weekly))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuantityPattern();
}
