using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Catalogue.Lists.Converters;
using Cairn.Web.Features.Catalogue.Lists.Rows;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

/// <summary>Measures the table of estimates again: lists that state hours against lists that state bands (docs/estimates.md).</summary>
public sealed partial class LengthEstimatesTests
{
    private const int CoursesThatMakeASeries = 3;

    [Theory]
    [InlineData("course", "1 - 4 Weeks", 1, 4, "week")]
    [InlineData("course", "1 - 3 Months", 1, 3, "month")]
    [InlineData("course", "3 - 6 Months", 3, 6, "month")]
    [InlineData("series", "1 - 3 Months", 1, 3, "month")]
    [InlineData("series", "3 - 6 Months", 3, 6, "month")]
    [InlineData("certificate", "3 - 6 Months", 3, 6, "month")]
    public void The_shipped_hours_of_a_band_are_the_median_of_the_programs_with_that_band(string kind, string band, int from, int to, string unit)
    {
        var (courses, series, certificates, _) = StatedHours();
        var stated = kind == "course" ? courses : kind == "series" ? series : certificates;
        var hours = Bands().Where(b => b.Band == band && stated.ContainsKey(b.Key)).Select(b => stated[b.Key]).ToArray();

        var estimate = LengthEstimates.For(kind, from, to, unit)!.Value;
        estimate.Words.ShouldContain($" {hours.Length} ");
        ((decimal)estimate.Hours).ShouldBe(Math.Ceiling(Median(hours)));
    }

    [Fact]
    public void The_shipped_hours_a_month_are_the_median_of_the_series_that_state_months()
    {
        var (_, series, _, months) = StatedHours();
        var rates = months.Where(m => series.ContainsKey(m.Key)).Select(m => series[m.Key] / m.Value).ToArray();

        LengthEstimates.For("series", 10, 10, "month")!.Value.ShouldBe((117, "11.7 hours a month, median of 413 course series"));
        (rates.Length, Math.Round(Median(rates), 1)).ShouldBe((413, 11.7m));
    }

    private static (Dictionary<string, decimal> Courses, Dictionary<string, decimal> Series, Dictionary<string, decimal> Certificates, Dictionary<string, decimal> Months) StatedHours()
    {
        Dictionary<string, decimal> courses = [], certificates = [], months = [];
        var ofSeries = new Dictionary<string, Dictionary<string, decimal>>();
        foreach (var row in Rows("mooc_2023_futurelearn_coursera_udacity_simplilearn.csv", "URL", "Duration", "Site").Where(r => r[2] == "Coursera"))
        {
            var key = Key(row[0]);
            if (Hours().Match(row[1]) is { Success: true } hours)
            {
                courses[key] = Number(hours.Groups[1]);
                if (Series().Match(row[0]) is { Success: true } member)
                    (ofSeries.TryGetValue(member.Groups[1].Value, out var members) ? members : ofSeries[member.Groups[1].Value] = [])[key] = courses[key];
            }
            else if (MonthsAt().Match(row[1]) is { Success: true } effort)
            {
                certificates[Slug(key)] = Number(effort.Groups[1]) * Number(effort.Groups[2]) * 52 / 12;
            }
            else if (Months().Match(row[1]) is { Success: true } length)
            {
                months[Slug(key)] = Number(length.Groups[1]);
            }
        }

        var series = ofSeries.Where(s => s.Value.Count >= CoursesThatMakeASeries).ToDictionary(s => s.Key, s => s.Value.Values.Sum());
        return (courses.ToDictionary(c => c.Key, c => c.Value), series, certificates, months);
    }

    /// <summary>The bands of both lists: courses by link and each time a list has them, series and certificates by name and once.</summary>
    private static IEnumerable<(string Key, string Band)> Bands()
    {
        var rows = Rows("coursera_2026_search.csv", "URL", "Details").Concat(Rows("coursera_2024_v3.csv", "course_url", "Duration")).Where(r => r[0].Length > 0).ToArray();
        var courses = rows.Where(r => r[0].Contains("/learn/", StringComparison.Ordinal)).Select(r => (Key(r[0]), Band(r[1])));
        var series = rows.Where(r => !r[0].Contains("/learn/", StringComparison.Ordinal) && !r[0].Contains("/projects/", StringComparison.Ordinal))
            .GroupBy(r => Slug(Key(r[0]))).Select(g => (g.Key, Band(g.Last()[1])));
        return courses.Concat(series);
    }

    private static IEnumerable<string[]> Rows(string file, params string[] columns)
    {
        var table = DelimitedRows.Open(TextFile.Open(SharedLists.File(file)));
        var at = Array.ConvertAll(columns, c => table.Columns.ToList().IndexOf(c));
        return table.Rows.Select(r => Array.ConvertAll(at, i => r.Cells[i]!.Trim()));
    }

    private static string Band(string details) => details.Split(" · ")[^1];

    private static string Key(string link) => ProgramKeys.OfLink(link.ToLowerInvariant())!;

    private static string Slug(string key) => key.Split('/')[^1];

    private static decimal Number(Group group) => decimal.Parse(group.Value, CultureInfo.InvariantCulture);

    private static decimal Median(decimal[] values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    [GeneratedRegex(@"Approx\.? (\d+) hour")]
    private static partial Regex Hours();

    [GeneratedRegex(@"[?&]specialization=([\w-]+)")]
    private static partial Regex Series();

    [GeneratedRegex(@"(\d+) months at (\d+) hours")]
    private static partial Regex MonthsAt();

    [GeneratedRegex(@"Approximately (\d+) months? to")]
    private static partial Regex Months();
}
