using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Bls;

/// <summary>
/// Occupational Employment and Wage Statistics. Only <c>detailed</c> rows are occupations; <c>broad</c> ones stand in where a detailed one is missing.
/// <c>*</c> is no estimate, <c>#</c> a wage at or above the highest one published; neither is a number.
/// </summary>
internal sealed partial class BlsWages
{
    private readonly Dictionary<string, Dictionary<string, (string Title, Wage Wage)>> _places = [];
    private readonly HashSet<(string Place, string Code)> _detailed = [];
    private long? _topAnnual;
    private long? _topHourly;

    public IReadOnlyList<string> Places => [.. _places.Keys];

    /// <summary>The sheet with the wages and its reference month; null when the workbook has none.</summary>
    public static (string Sheet, DateOnly AsOf)? Find(IReadOnlyList<string> sheets)
    {
        foreach (var sheet in sheets)
        {
            if (ReferenceMonth().Match(sheet) is { Success: true } month)
                return (sheet, new DateOnly(int.Parse(month.Groups["year"].Value, CultureInfo.InvariantCulture), 5, 1));
        }

        return null;
    }

    public static bool IsHeader(IReadOnlyList<string> row) => row.Contains("OCC_CODE", StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the notes of the workbook say what <c>#</c> stands for.</summary>
    public void TopCodes(string note)
    {
        if (TopCodeNote().Match(note) is not { Success: true } top)
            return;
        _topHourly = Cents(top.Groups["hour"].Value.Replace(",", "", StringComparison.Ordinal));
        _topAnnual = Cents(top.Groups["year"].Value.Replace(",", "", StringComparison.Ordinal));
    }

    public Action Row(SourceTable table, DateOnly asOf)
    {
        int code = table.Column("OCC_CODE"), title = table.Column("OCC_TITLE"), group = table.Column("O_GROUP"), areaType = table.Column("AREA_TYPE"),
            state = table.Column("PRIM_STATE"), industry = table.Column("I_GROUP"), hourlyOnly = table.Column("HOURLY");
        int[] annual = [.. Percentiles("A").Select(table.Column)], hourly = [.. Percentiles("H").Select(table.Column)];
        return () =>
        {
            // Other rows count the same people again, by group, by industry or by city.
            if (table[group] is not ("detailed" or "broad") || table[industry] != "cross-industry" || table[areaType] is not ("1" or "2"))
                return;
            var byHour = table[hourlyOnly].Equals("TRUE", StringComparison.OrdinalIgnoreCase);
            var columns = byHour ? hourly : annual;
            if (columns.Where(column => !IsWage(table[column])).Select(column => (int?)column).FirstOrDefault() is { } wrong)
                table.Refuse(wrong, "a wage, * or #");
            else
                Keep(table[group] == "detailed", table[code], table[title], new Wage
                {
                    OccupationId = default,
                    Place = table[areaType] == "1" ? "US" : "US-" + table[state],
                    AsOf = asOf,
                    Currency = "USD",
                    Annual = !byHour,
                    P10 = Cents(table[columns[0]]),
                    P25 = Cents(table[columns[1]]),
                    Median = Cents(table[columns[2]]),
                    P75 = Cents(table[columns[3]]),
                    P90 = Cents(table[columns[4]]),
                    TopCode = columns.Any(column => table[column] == "#") ? byHour ? _topHourly : _topAnnual : null,
                    Source = BlsReader.Source,
                });
        };
    }

    public IEnumerable<Wage> Of(SocOccupations occupations) => _places.Values.SelectMany(place => occupations
        .Join(place.ToDictionary(row => row.Key, row => Tuple.Create(row.Value.Title, row.Value.Wage)), row => row.Item1)
        .Select(found => found.Row.Item2 with { OccupationId = found.Id, GroupTitle = found.GroupTitle }));

    private void Keep(bool isDetailed, string code, string title, Wage wage)
    {
        // A row without any figure says nothing; the broader group may say more.
        if (wage is { P10: null, P25: null, Median: null, P75: null, P90: null, TopCode: null })
            return;
        if (!_places.TryGetValue(wage.Place, out var rows))
            _places.Add(wage.Place, rows = []);
        // What is merged stands twice, as broad and as detailed, with the same figures.
        if (isDetailed && _detailed.Add((wage.Place, code)))
            rows[code] = (title, wage);
        else
            rows.TryAdd(code, (title, wage));
    }

    private static IEnumerable<string> Percentiles(string unit) => [unit + "_PCT10", unit + "_PCT25", unit + "_MEDIAN", unit + "_PCT75", unit + "_PCT90"];

    private static bool IsWage(string text) => text is "*" or "#" or "" || Cents(text) is >= 0;

    private static long? Cents(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars)
        ? (long)decimal.Round(dollars * 100, MidpointRounding.AwayFromZero)
        : null;

    [GeneratedRegex(@"_M(?<year>20\d\d)_")]
    private static partial Regex ReferenceMonth();

    [GeneratedRegex(@"^#\s*=.*\$(?<hour>[\d,.]+) per hour or \$(?<year>[\d,.]+) per year")]
    private static partial Regex TopCodeNote();
}
