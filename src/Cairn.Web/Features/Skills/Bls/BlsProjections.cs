using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Bls;

/// <summary>
/// Employment projections, Table 1.2: how employment is expected to change, openings a year, and what is typical for entry. Employment and openings are
/// in thousands; a dash is no figure.
/// </summary>
internal sealed partial class BlsProjections
{
    public const string Sheet = "Table 1.2";

    private readonly Dictionary<string, Projection> _rows = new(StringComparer.Ordinal);

    private sealed record Projection(string Title, int FromYear, int ToYear, int? ChangePermille, int? Openings, string Education, string Experience, string Training);

    public static bool IsHeader(IReadOnlyList<string> row) => row.Any(cell => cell.EndsWith("National Employment Matrix code", StringComparison.Ordinal));

    public Action Row(SourceTable table)
    {
        int title = table.ColumnThat("National Employment Matrix title"), code = table.ColumnThat("National Employment Matrix code"),
            change = table.ColumnThat("Employment change, percent"), openings = table.ColumnThat("Occupational openings"),
            education = table.ColumnThat("Typical education"), experience = table.ColumnThat("Work experience"), training = table.ColumnThat("on-the-job training");
        if (Period().Match(table.Columns[change]) is not { Success: true } period)
            throw table.Refused(table.Columns[change], "a column without years", "years such as 2024–34 in the name of the column");
        var from = int.Parse(period.Groups["from"].Value, CultureInfo.InvariantCulture);
        var to = from / 100 * 100 + int.Parse(period.Groups["to"].Value, CultureInfo.InvariantCulture);
        return () =>
        {
            // Below the table stand footnotes.
            if (!SocCode().IsMatch(table[code]))
                return;
            if (!TryNumber(table[change], 10, out var permille))
                table.Refuse(change, "a percentage or a dash");
            else if (!TryNumber(table[openings], 1000, out var yearly))
                table.Refuse(openings, "thousands of openings or a dash");
            else
                _rows[table[code]] = new Projection(table[title], from, to, permille, yearly, Said(table[education]), Said(table[experience]), Said(table[training]));
        };
    }

    public IEnumerable<Outlook> Outlooks(SocOccupations occupations) => occupations.Join(_rows, row => row.Title)
        .Where(found => found.Row.ChangePermille is not null)
        .Select(found => new Outlook
        {
            OccupationId = found.Id, Place = "US", FromYear = found.Row.FromYear, ToYear = found.Row.ToYear, ChangePermille = found.Row.ChangePermille!.Value,
            OpeningsPerYear = found.Row.Openings, GroupTitle = found.GroupTitle, Source = BlsReader.Source,
        });

    public IEnumerable<EntryCondition> EntryConditions(SocOccupations occupations) => occupations.Join(_rows, row => row.Title).SelectMany(found =>
        new[]
        {
            (EntryConditionKind.Education, found.Row.Education),
            (EntryConditionKind.Experience, found.Row.Experience),
            (EntryConditionKind.OnTheJobTraining, found.Row.Training),
        }
        .Where(condition => condition.Item2.Length > 0)
        .Select(condition => new EntryCondition
        {
            OccupationId = found.Id, Kind = condition.Item1, Source = BlsReader.Source, Ordinal = 0, Text = condition.Item2, GroupTitle = found.GroupTitle,
            AsOf = new DateOnly(found.Row.FromYear, 1, 1),
        }));

    private static string Said(string text) => text is "—" or "-" ? "" : text;

    private static bool TryNumber(string text, int times, out int? number)
    {
        number = null;
        if (Said(text).Length == 0)
            return true;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return false;
        number = (int)decimal.Round(value * times, MidpointRounding.AwayFromZero);
        return true;
    }

    [GeneratedRegex(@"^\d\d-\d{4}$")]
    private static partial Regex SocCode();

    [GeneratedRegex(@"(?<from>\d{4})\D(\d\d)?(?<to>\d\d)$")]
    private static partial Regex Period();
}
