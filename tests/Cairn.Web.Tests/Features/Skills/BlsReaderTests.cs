using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Bls;
using MiniExcelLibs;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Skills;

public sealed class BlsReaderTests : IDisposable
{
    private static readonly string[] WageColumns =
    [
        "AREA", "AREA_TYPE", "PRIM_STATE", "I_GROUP", "OCC_CODE", "OCC_TITLE", "O_GROUP", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90",
        "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90", "ANNUAL", "HOURLY",
    ];

    private static readonly string[] ProjectionColumns =
    [
        "2024 National Employment Matrix title", "2024 National Employment Matrix code", "Occupation type", "Employment change, percent, 2024–34",
        "Occupational openings, 2024–34 annual average", "Typical education needed for entry", "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation",
    ];

    private static readonly Occupation[] Known =
    [
        Onet("15-1252.00"), Onet("29-1141.01"), Onet("29-1141.00"), Onet("13-1021.00"), Onet("27-2011.00"), Onet("55-1011.00"),
    ];

    private readonly SourceFolder _folder = new();

    public BlsReaderTests()
    {
        Workbook("wages.xlsx", new()
        {
            ["national_M2024_dl"] = Rows(WageColumns,
                Wage("15-1252", "Software Developers", "detailed", [.. Hours, 79850, 103050.0, 133080, 169000, "#", "", ""]),
                Wage("29-1141", "Registered Nurses", "detailed", [.. Hours, 66030, 78000, 93600, "*", "*", "", ""]),
                Wage("13-1020", "Buyers and Purchasing Agents", "broad", [.. Hours, 45000, 55000, 75650, 90000, 120000, "", ""]),
                Wage("13-1020", "Buyers and Purchasing Agents", "detailed", [.. Hours, 45000, 55000, 75650, 90000, 120000, "", ""]),
                Wage("27-2011", "Actors", "detailed", [10.5, 15, 23.33, 50, "#", "*", "*", "*", "*", "*", "", "TRUE"]),
                Wage("15-0000", "Computer Occupations", "major", [.. Hours, 1, 2, 3, 4, 5, "", ""])),
            ["Field Descriptions"] = Rows(["May 2024 OEWS Estimates"], ["Notes:"], ["#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year "]),
        });
        Workbook("projections.xlsx", new()
        {
            ["Index"] = Rows(["Table"], ["Table 1.2"]),
            ["Table 1.2"] = Rows(["Table 1.2 Occupational projections", "", "", "", "", "", "", ""], ProjectionColumns,
                ["Total, all occupations", "00-0000", "Summary", 3.1, 18863.3, "—", "—", "—"],
                ["      Software developers", "15-1252", "Line item", 15.8, 115.2, "Bachelor's degree", "None", "None"],
                ["      Registered nurses", "29-1141", "Line item", "—", 189.1, "Bachelor's degree", "None", "None"],
                ["      Buyers and purchasing agents", "13-1020", "Line item", -5.65, 44.0, "Bachelor's degree", "None", "Moderate-term on-the-job training"],
                ["Footnotes:", "", "", "", "", "", "", ""]),
        });
    }

    private static object[] Hours => [1, 2, 3, 4, 5];

    public void Dispose() => _folder.Dispose();

    private ImportBatch Read() => BlsReader.Read(_folder.Path, Known, null);

    private Wage WageOf(string code) => Read().Rows<Wage>().Single(wage => wage.OccupationId.Value == "onet:" + code);

    [Fact]
    public void An_empty_folder_is_refused()
    {
        using var empty = new SourceFolder();
        Should.Throw<ImportRefusedException>(() => BlsReader.Read(empty.Path, Known, null)).Refusal.Found.ShouldBe("no workbook of wages or projections");
    }

    [Fact]
    public void Without_stored_occupations_there_is_nothing_to_join() =>
        Should.Throw<ImportRefusedException>(() => BlsReader.Read(_folder.Path, [], null)).Refusal.Expected.ShouldBe("O*NET imported first");

    [Fact]
    public void A_workbook_that_is_cut_off_is_refused()
    {
        var whole = File.ReadAllBytes(Path.Combine(_folder.Path, "wages.xlsx"));
        _folder.WithBytes("wages.xlsx", whole[..(whole.Length / 2)]);
        Should.Throw<ImportRefusedException>(Read).Refusal.Expected.ShouldBe("an Excel workbook (.xlsx)");
    }

    [Fact]
    public void Text_under_the_name_of_a_workbook_is_refused()
    {
        _folder.With("wages.xlsx", "OCC_CODE,A_MEDIAN");
        Should.Throw<ImportRefusedException>(Read).Refusal.File.ShouldBe("wages.xlsx");
    }

    [Fact]
    public void A_missing_column_is_refused_by_its_name()
    {
        Workbook("wages.xlsx", new() { ["national_M2024_dl"] = Rows(["OCC_CODE", "OCC_TITLE"], ["15-1252", "x"]) });
        Should.Throw<ImportRefusedException>(Read).Refusal.Column.ShouldBe("O_GROUP");
    }

    [Fact]
    public void A_wage_that_is_no_number_is_refused_alone()
    {
        Workbook("wages.xlsx", new()
        {
            ["national_M2024_dl"] = Rows(WageColumns, Wage("15-1252", "x", "detailed", [.. Hours, 1, 2, 3, 4, 5, "", ""]),
                Wage("29-1141", "x", "detailed", [.. Hours, 1, 2, 3, 4, 5, "", ""]), Wage("27-2011", "x", "detailed", [.. Hours, "many", 2, 3, 4, 5, "", ""])),
        });
        var refusal = Read().Refusals.Shown.ShouldHaveSingleItem();
        (refusal.Line, refusal.Column, refusal.Found).ShouldBe((4, "A_PCT10", "many"));
    }

    [Fact]
    public void Wages_stand_in_cents_a_year_with_their_month()
    {
        var wage = WageOf("15-1252.00");
        (wage.Annual, wage.P10, wage.Median, wage.AsOf, wage.GroupTitle).ShouldBe((true, 7_985_000, 13_308_000, new DateOnly(2024, 5, 1), null));
    }

    [Fact]
    public void A_wage_above_the_top_is_no_number_but_has_a_floor()
    {
        var wage = WageOf("15-1252.00");
        (wage.P90, wage.TopCode).ShouldBe((null, 23_920_000));
    }

    [Fact]
    public void A_missing_estimate_has_no_floor()
    {
        var wage = WageOf("29-1141.00");
        (wage.P75, wage.TopCode).ShouldBe((null, null));
    }

    [Fact]
    public void What_is_published_only_by_the_hour_stays_so()
    {
        var wage = WageOf("27-2011.00");
        (wage.Annual, wage.Median, wage.TopCode).ShouldBe((false, 2_333, 11_500));
    }

    [Fact]
    public void A_merged_occupation_takes_the_group_and_says_so() => WageOf("13-1021.00").GroupTitle.ShouldBe("Buyers and Purchasing Agents");

    [Fact]
    public void A_part_of_a_SOC_occupation_takes_the_whole_and_says_so() => WageOf("29-1141.01").GroupTitle.ShouldBe("Registered Nurses");

    [Fact]
    public void An_occupation_without_figures_has_no_row() => Read().Rows<Wage>().ShouldNotContain(wage => wage.OccupationId.Value == "onet:55-1011.00");

    [Fact]
    public void Outlook_stands_in_tenths_of_a_percent_and_whole_openings()
    {
        var outlook = Read().Rows<Outlook>().Single(row => row.OccupationId.Value == "onet:15-1252.00");
        (outlook.FromYear, outlook.ToYear, outlook.ChangePermille, outlook.OpeningsPerYear).ShouldBe((2024, 2034, 158, 115_200));
    }

    [Fact]
    public void A_dash_is_no_change_and_no_row() => Read().Rows<Outlook>().ShouldNotContain(row => row.OccupationId.Value == "onet:29-1141.00");

    [Fact]
    public void Typical_entry_carries_its_source_and_year()
    {
        var training = Read().Rows<EntryCondition>().Single(row => row.OccupationId.Value == "onet:13-1021.00" && row.Kind == EntryConditionKind.OnTheJobTraining);
        (training.Source, training.Text, training.GroupTitle, training.AsOf)
            .ShouldBe(("bls", "Moderate-term on-the-job training", "Buyers and purchasing agents", new DateOnly(2024, 1, 1)));
    }

    private static Occupation Onet(string code) => new() { Id = new OccupationId("onet:" + code), Framework = "onet", Code = code };

    private static object[] Wage(string code, string title, string group, object[] figures) => ["99", "1", "US", "cross-industry", code, title, group, .. figures];

    private static List<Dictionary<string, object>> Rows(params object[][] rows) =>
        [.. rows.Select(row => row.Select((cell, index) => (cell, index)).ToDictionary(cell => $"c{cell.index:00}", cell => cell.cell))];

    private void Workbook(string name, Dictionary<string, object> sheets) =>
        MiniExcel.SaveAs(Path.Combine(_folder.Path, name), sheets, printHeader: false, overwriteFile: true);
}

/// <summary>The numbers that were counted in the BLS workbooks of 2024 by other means.</summary>
public sealed class BlsDownloadTests
{
    private static readonly Lazy<ImportBatch> Batch = new(() => BlsReader.Read(SharedData.Folder("bls"),
        Cairn.Web.Features.Skills.Onet.OnetReader.Read(SharedData.Folder("onet"), null).Rows<Occupation>(), null));

    [Fact]
    public void Nothing_is_refused() => Batch.Value.Refusals.Shown.ShouldBeEmpty();

    [Fact]
    public void Both_sheets_are_read_to_the_end() => Batch.Value.Read.ShouldBe(1_403 + 1_113 + 4);

    [Fact]
    public void Of_867_base_codes_819_have_their_own_wages() =>
        Batch.Value.Rows<Wage>().Where(wage => wage.GroupTitle is null).Select(wage => wage.OccupationId).Distinct().Count().ShouldBe(819);

    [Fact]
    public void Of_the_29_codes_without_a_row_28_take_the_wages_of_their_group() =>
        Batch.Value.Rows<Wage>().Where(wage => wage.GroupTitle is not null && wage.OccupationId.Value.EndsWith(".00", StringComparison.Ordinal)).Count().ShouldBe(28);

    [Fact]
    public void Fishing_and_hunting_has_not_even_a_group() => Batch.Value.Rows<Wage>().ShouldNotContain(wage => wage.OccupationId.Value == "onet:45-3031.00");

    [Fact]
    public void No_military_occupation_has_wages() => Batch.Value.Rows<Wage>().ShouldNotContain(wage => wage.OccupationId.Value.StartsWith("onet:55-", StringComparison.Ordinal));

    [Fact]
    public void Software_developers_earned_a_median_of_133080_dollars()
    {
        var wage = Batch.Value.Rows<Wage>().Single(wage => wage.OccupationId.Value == "onet:15-1252.00");
        (wage.Median, wage.Annual).ShouldBe((13_308_000, true));
    }

    [Fact]
    public void Of_867_base_codes_820_are_line_items_of_the_projections() =>
        Batch.Value.Rows<Outlook>().Count(row => row.GroupTitle is null).ShouldBe(820);

    [Fact]
    public void A_wage_above_the_top_has_the_published_floor() =>
        Batch.Value.Rows<Wage>().Where(wage => wage.Annual && wage.TopCode is not null).Select(wage => wage.TopCode).Distinct().ShouldBe([23_920_000]);
}
