using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Credentials.Json;

/// <summary>xsd:dateTimeStamp (XML Schema 1.1 Part 2, section 3.4.28): a date and time with an offset. An offset is required: without one the moment is not known.</summary>
internal static partial class XsdDateTime
{
    private const string Usual = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Reads a date; fractions beyond a tenth of a microsecond are cut off, hour 24 is the next day's midnight.</summary>
    public static bool TryRead(string? text, out DateTimeOffset moment)
    {
        // Nearly all dates are written so, and a credential has ten of them.
        if (DateTimeOffset.TryParseExact(text, Usual, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
            return true;
        moment = default;
        if (text is null || text.Length > 64 || Pattern().Match(text) is not { Success: true } match)
            return false;
        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var endOfDay = match.Groups["hour"].ValueSpan is "24";
        if (endOfDay && (Part("minute") != 0 || Part("second") != 0 || match.Groups["fraction"].ValueSpan.Trim(".0").Length > 0))
            return false;
        var offset = match.Groups["offset"].ValueSpan is "Z" ? TimeSpan.Zero
            : new TimeSpan(Part("offsetHour"), Part("offsetMinute"), 0) * (match.Groups["offset"].ValueSpan[0] == '-' ? -1 : 1);
        if (offset.Duration() > TimeSpan.FromHours(14))
            return false;
        try
        {
            var local = new DateTime(Part("year"), Part("month"), Part("day"), endOfDay ? 0 : Part("hour"), Part("minute"), Part("second"), DateTimeKind.Unspecified)
                .AddTicks(Ticks(match.Groups["fraction"].ValueSpan)).AddDays(endOfDay ? 1 : 0);
            moment = new DateTimeOffset(local - offset, TimeSpan.Zero);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    /// <summary>As proofs are dated: UTC, whole seconds, Z.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Usual, CultureInfo.InvariantCulture);

    private static long Ticks(ReadOnlySpan<char> fraction)
    {
        Span<char> digits = ['0', '0', '0', '0', '0', '0', '0'];
        if (fraction.Length > 1)
            fraction[1..Math.Min(fraction.Length, 8)].CopyTo(digits);
        return long.Parse(digits, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4})-(?<month>[0-9][0-9])-(?<day>[0-9][0-9])T(?<hour>[0-9][0-9]):(?<minute>[0-9][0-9]):(?<second>[0-9][0-9])(?<fraction>\.[0-9]+)?(?<offset>Z|[+-](?<offsetHour>[0-9][0-9]):(?<offsetMinute>[0-5][0-9]))\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
