using Cairn.Web.Features.Shared;

namespace Cairn.Web.Drawing;

/// <summary>Where things stand on an axis of days, in percent of the width of a drawing.</summary>
internal readonly record struct DayAxis(DateOnly From, DateOnly To, double Left, double Right)
{
    public double At(DateOnly day)
    {
        var days = Math.Max(1, To.DayNumber - From.DayNumber);
        return Left + (Right - Left) * Math.Clamp((day.DayNumber - From.DayNumber) / (double)days, 0, 1);
    }

    /// <summary>First days of months that fit beside each other, with the year where it changes.</summary>
    /// <param name="atMost">How many names there is room for.</param>
    /// <param name="alsoTheFirst">Name the month the axis begins in, where it begins in the first half of it.</param>
    public IEnumerable<(double X, string Name)> Months(int atMost, bool alsoTheFirst = false)
    {
        var first = new DateOnly(From.Year, From.Month, 1);
        if (alsoTheFirst && From.Day is > 1 and <= 15) yield return (Left, DateText.ShortMonth(From));
        if (first < From) first = first.AddMonths(1);
        var count = (To.Year - first.Year) * 12 + To.Month - first.Month + 1;
        var step = Array.Find([1, 2, 3, 6, 12, 24, 60], s => count <= s * atMost);
        if (step == 0) step = 120;
        var year = From.Year;
        for (var month = first; month <= To; month = month.AddMonths(step))
        {
            yield return (At(month), month.Year == year ? DateText.ShortMonth(month) : $"{DateText.ShortMonth(month)} {month.Year}");
            year = month.Year;
        }
    }
}

/// <summary>How wide words are. No font is measured: the estimate is wide, so that words do not meet.</summary>
internal static class WordWidth
{
    /// <summary>The narrowest drawing that must be readable: a phone of 320 px less its margins.</summary>
    public const double Narrow = 288;

    /// <summary>The narrowest drawing where .only-wide is shown: 760 px less its margins.</summary>
    public const double Wide = 690;

    /// <summary>Pixels of a text of 14 px in bold.</summary>
    public static double Of(string text) => text.Length * 7.9;

    /// <summary>Share of a drawing, in percent; of the narrowest unless another is named.</summary>
    public static double PercentOf(string text, double drawing = Narrow) => Of(text) / drawing * 100;

    /// <summary>The text, shortened with an ellipsis where even the whole width is not enough.</summary>
    public static string Fitting(string text, double percent, double drawing = Narrow)
    {
        var letters = (int)(percent / 100 * drawing / 7.9);
        if (text.Length <= letters) return text;
        var cut = text[..Math.Max(1, letters - 1)];
        // Half a surrogate pair is not a letter.
        return (char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut).TrimEnd() + "…";
    }
}
