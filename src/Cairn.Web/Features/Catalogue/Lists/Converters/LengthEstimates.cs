using System.Text.Json;

namespace Cairn.Web.Features.Catalogue.Lists.Converters;

/// <summary>
/// The one rule for lengths without hours: the median of the hours stated for programs of the same length and kind. The figures and on how
/// many programs each was measured stand in length-estimates.json; how, in docs/estimates.md.
/// </summary>
internal static class LengthEstimates
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Table Figures = Load();

    /// <summary>
    /// The estimate, or null where nothing comparable was measured (years: degrees). A length outside the measured bands counts by its
    /// middle in months; days and weeks alone are not estimated.
    /// </summary>
    /// <param name="kind"><c>course</c>, <c>series</c> or <c>certificate</c>.</param>
    public static (int Hours, string Words)? For(string kind, decimal from, decimal to, string unit)
    {
        var band = Chain(kind).Select(k => Figures.Bands.FirstOrDefault(b => b.Kind == k && b.From == from && b.To == to && b.Unit == unit))
            .FirstOrDefault(b => b is not null);
        if (band is not null)
            return (band.Hours, band.Words);
        var months = (from + to) / 2;
        if (unit != "month" || months > 12)
            return null;
        return ((int)Math.Ceiling(months * Figures.PerMonth.Hours), Figures.PerMonth.Words);
    }

    /// <summary>A kind that was not measured at this length counts as the next smaller kind.</summary>
    private static string[] Chain(string kind) => kind switch
    {
        "certificate" => ["certificate", "series", "course"],
        "series" => ["series", "course"],
        _ => [kind],
    };

    private static Table Load()
    {
        using var stream = typeof(LengthEstimates).Assembly.GetManifestResourceStream("length-estimates.json")!;
        return JsonSerializer.Deserialize<Table>(stream, Json)!;
    }

    private sealed record Table(string About, IReadOnlyList<Band> Bands, Rate PerMonth);

    private sealed record Band(string Kind, decimal From, decimal To, string Unit, int Hours, int MeasuredOn, string Words);

    private sealed record Rate(decimal Hours, int MeasuredOn, string Words);
}
