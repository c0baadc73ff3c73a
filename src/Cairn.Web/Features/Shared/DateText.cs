using System.Globalization;

namespace Cairn.Web.Features.Shared;

/// <summary>Days as they are read. The day comes before the month in every language here, and the month is a word: 4/5 is two days.</summary>
internal static class DateText
{
    /// <summary>"13 Jun 2027", which no line breaks in two.</summary>
    public static string Of(DateOnly day) => day.ToString("d\u00A0MMM\u00A0yyyy", CultureInfo.CurrentCulture);

    /// <summary>"13 June 2027", "13 de junio de 2027"</summary>
    public static string Long(DateOnly day) => day.ToString(IsSpanish ? "d 'de' MMMM 'de' yyyy" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"13 Jun", where the year is said nearby.</summary>
    public static string WithoutYear(DateOnly day) => day.ToString("d\u00A0MMM", CultureInfo.CurrentCulture);

    /// <summary>"June 2027", "junio de 2027"</summary>
    public static string Month(DateOnly day) => day.ToString(IsSpanish ? "MMMM 'de' yyyy" : "MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"Jun", on an axis.</summary>
    public static string ShortMonth(DateOnly day) => day.ToString("MMM", CultureInfo.CurrentCulture);

    /// <summary>For the datetime attribute.</summary>
    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsSpanish => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "es";
}
