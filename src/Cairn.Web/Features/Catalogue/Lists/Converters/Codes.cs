using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Web.Features.Catalogue.Lists.Converters;

/// <summary>Codes and days as lists write them.</summary>
internal static partial class Codes
{
    /// <summary>CIP 2020 as <c>NN.NNNN</c>; six digits get their dot, five their lost leading zero. Anything else is unknown.</summary>
    public static string? Cip(string text)
    {
        var digits = text.Trim().Replace(".", "", StringComparison.Ordinal);
        if (text.Contains('.', StringComparison.Ordinal) && !CipDotted().IsMatch(text.Trim()))
            return null;
        if (digits.Length == 5)
            digits = "0" + digits;
        return digits.Length == 6 && digits.All(char.IsAsciiDigit) && digits != "000000" ? $"{digits[..2]}.{digits[2..]}" : null;
    }

    /// <summary>SOC 2018 or O*NET codes, separated by ";" or ",", as O*NET-SOC: <c>17-3011</c> is <c>17-3011.00</c>.</summary>
    public static IEnumerable<string> Soc(string text) => SocPattern().Matches(text)
        .Select(m => m.Groups[1].Success ? m.Value : m.Value + ".00").Distinct();

    /// <summary>ISO dates and times, <c>dd-mm-yyyy</c>. A day before 1990 stands for "not stated".</summary>
    public static DateOnly? Day(string text)
    {
        text = text.Trim();
        if (text.Length > 10 && text[10] is 'T' or ' ')
            text = text[..10];
        return DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd-MM-yyyy", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1990
            ? day
            : null;
    }

    [GeneratedRegex(@"^\d{1,2}\.\d{4}$")]
    private static partial Regex CipDotted();

    [GeneratedRegex(@"\b\d{2}-\d{4}(\.\d{2})?\b")]
    private static partial Regex SocPattern();
}
