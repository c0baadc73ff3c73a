using System.Globalization;

namespace Cairn.Web.Features.Shared;

/// <summary>Work, in hours. Under ten with a half where there is one; above that, whole hours: more would claim too much.</summary>
internal static class HoursText
{
    /// <summary>"24 h", "2.5 h"</summary>
    public static string Of(double hours) =>
        string.Format(CultureInfo.CurrentCulture, hours < 10 ? "{0:0.#}\u00A0h" : "{0:N0}\u00A0h", hours < 10 ? Math.Round(hours * 2) / 2 : hours);

    /// <summary>"18–24 h"; one number where both are the same.</summary>
    public static string Between(double least, double most)
    {
        var (from, to) = (Of(least), Of(most));
        return from == to ? to : $"{from[..^2]}–{to}";
    }
}
