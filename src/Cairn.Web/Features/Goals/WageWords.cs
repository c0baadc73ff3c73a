using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Shared;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Goals;

/// <summary>Pay as pages say it: a range, never one figure, with whose it is, where and when.</summary>
internal static class WageWords
{
    /// <summary>"$61,250–$93,600": from the lowest tenth to the middle, where newcomers usually are.</summary>
    public static string Range(this Texts t, Wage wage) => wage.P10 is null && wage.Median is null && wage.TopCode is null
        ? t["not published"]
        : $"{t.Amount(wage.P10, wage)}–{t.Amount(wage.Median, wage)}";

    public static string Place(this Texts t, Wage wage) => wage.Place == "US" ? t["United States"] : wage.Place;

    /// <summary>Whose figures they are, when they are not the occupation's own; null when they are.</summary>
    public static string? OfGroup(this Texts t, string? group) =>
        group is null ? null : t["For the wider group “{0}”; there is no figure for this occupation alone.", group];

    public static string SourceName(this Texts t, string source) => source switch
    {
        "bls" => t["U.S. Bureau of Labor Statistics (BLS)"],
        _ => FrameworkWords.Short(source),
    };

    private static string Amount(this Texts t, long? amount, Wage wage) => amount is { } known ? MoneyText.Of(known, wage.Currency)
        : wage.TopCode is { } top ? t["{0} or more", MoneyText.Of(top, wage.Currency)]
        : t["not published"];
}
