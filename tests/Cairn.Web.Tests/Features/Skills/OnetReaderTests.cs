using System.Text;
using Cairn.Web.Data;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Onet;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Skills;

public sealed class OnetReaderTests : IDisposable
{
    private readonly SourceFolder _folder = OnetFixture.Write();

    public void Dispose() => _folder.Dispose();

    private ImportBatch Read() => OnetReader.Read(_folder.Path, null);

    private Refusal RefusedAsAWhole() => Should.Throw<ImportRefusedException>(Read).Refusal;

    [Fact]
    public void A_folder_without_occupations_is_refused()
    {
        _folder.Without("Occupation Data.txt");
        RefusedAsAWhole().File.ShouldBe("Occupation Data.txt");
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        _folder.WithBytes("Skills.txt", []);
        RefusedAsAWhole().Found.ShouldBe("an empty file");
    }

    [Fact]
    public void A_missing_column_is_refused_by_its_name()
    {
        _folder.With("Skills.txt", "O*NET-SOC Code\tElement ID\tElement Name\tScale\tData Value", "15-1252.00\t2.B.3.e\tProgramming\tIM\t4.12");
        var refusal = RefusedAsAWhole();
        refusal.ShouldSatisfyAllConditions(
            () => refusal.File.ShouldBe("Skills.txt"),
            () => refusal.Line.ShouldBe(1),
            () => refusal.Column.ShouldBe("Scale ID"),
            () => refusal.Found.ShouldContain("Element Name"));
    }

    [Fact]
    public void A_file_that_ends_in_the_middle_of_a_row_is_refused()
    {
        _folder.WithBytes("Job Zones.txt", "O*NET-SOC Code\tJob Zone\tDate\tDomain Source\r\n15-1252.00\t4\t08/20"u8.ToArray());
        RefusedAsAWhole().Found.ShouldContain("cut off");
    }

    [Fact]
    public void A_row_with_too_few_columns_is_refused_with_its_line()
    {
        _folder.With("Job Zones.txt", "O*NET-SOC Code\tJob Zone\tDate\tDomain Source", "15-1252.00\t4\t08/2023\tAnalyst", "15-1253.00\t4");
        var refusal = RefusedAsAWhole();
        (refusal.Line, refusal.Found).ShouldBe((3, "2 columns"));
    }

    [Fact]
    public void Latin_1_is_refused()
    {
        _folder.WithBytes("Occupation Data.txt", Encoding.Latin1.GetBytes("O*NET-SOC Code\tTitle\tDescription\r\n15-1252.00\tCafé\tx\r\n"));
        RefusedAsAWhole().Expected.ShouldBe("UTF-8 text");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UTF_16_is_refused(bool withMark)
    {
        var text = Encoding.Unicode.GetBytes("O*NET-SOC Code\tTitle\tDescription\r\n");
        _folder.WithBytes("Occupation Data.txt", withMark ? [.. Encoding.Unicode.Preamble, .. text] : text);
        RefusedAsAWhole().Found.ShouldBe("UTF-16 text");
    }

    [Fact]
    public void A_ZIP_file_is_refused()
    {
        _folder.WithBytes("Occupation Data.txt", [(byte)'P', (byte)'K', 3, 4, 20, 0, (byte)'\n']);
        RefusedAsAWhole().Found.ShouldBe("a ZIP or Excel file");
    }

    [Fact]
    public void A_file_without_line_breaks_does_not_fill_the_memory()
    {
        _folder.WithBytes("Occupation Data.txt", [.. Enumerable.Repeat((byte)'x', 3 << 20), (byte)'\n']);
        RefusedAsAWhole().Found.ShouldContain("a line of more than");
    }

    [Fact]
    public void A_table_of_which_most_rows_make_no_sense_is_refused()
    {
        _folder.With("Job Zones.txt", "O*NET-SOC Code\tJob Zone\tDate\tDomain Source", "1\t4\t\t", "2\t4\t\t", "15-1252.00\t4\t\t");
        RefusedAsAWhole().Found.ShouldStartWith("2 of 3 rows");
    }

    [Theory]
    [InlineData("99-9999.00\t2.B.3.e\tProgramming\tIM\t4", "O*NET-SOC Code")]
    [InlineData("15-1253.00\t2.B.3.e\tProgramming\tIM\t5.5", "Data Value")]
    [InlineData("15-1253.00\t2.B.3.e\tProgramming\tLV\t7.01", "Data Value")]
    [InlineData("15-1253.00\t2.B.3.e\tProgramming\tLV\t4,5", "Data Value")]
    [InlineData("15-1253.00\t2.B.3.e\tProgramming\tXX\t4", "Scale ID")]
    [InlineData("15-1253.00\t4.A.1.a\tGetting Information\tIM\t4", "Element ID")]
    [InlineData("15-1252.00\t2.B.3.e\tProgramming\tIM\t4", "Scale ID")]
    public void A_bad_rating_is_refused_alone_with_its_place(string row, string column)
    {
        File.AppendAllText(Path.Combine(_folder.Path, "Skills.txt"), row + "\t8\t\t\t\tN\t\t08/2023\tAnalyst\r\n");
        var refusal = Read().Refusals.Shown.ShouldHaveSingleItem();
        (refusal.File, refusal.Line, refusal.Column).ShouldBe(("Skills.txt", 6, column));
    }

    [Fact]
    public void Optional_tables_that_are_not_there_are_said_and_survived()
    {
        var batch = Read();
        batch.Remarks.ShouldContain("Abilities.txt is not in the folder. What is stored of it stays as it is.");
        batch.Remarks.ShouldContain("Work Activities.txt is not in the folder. What is stored of it stays as it is.");
        batch.Refusals.Shown.ShouldBeEmpty();
    }

    [Fact]
    public void A_quotation_mark_is_a_character_like_any_other() =>
        Read().Rows<OccupationName>().ShouldContain(name => name.Text == "Research, design, and develop \"software.");

    [Fact]
    public void Other_titles_stand_once_and_never_say_not_applicable() =>
        Read().Rows<OccupationName>().Where(name => name.OccupationId.Value == "onet:15-1252.00" && name.Kind == NameKind.Alternate)
            .Select(name => (name.Ordinal, name.Text))
            .ShouldBe([(0, "Application Developer"), (1, "Software Engineer"), (2, "SWE"), (3, "Programmer")]);

    [Fact]
    public void Importance_and_level_stand_in_hundredths_on_their_own_scales()
    {
        var programming = Read().Rows<OccupationSkill>().Single(row => row.SkillId.Value == "onet:2.B.3.e");
        (programming.Importance, programming.Level, programming.Source).ShouldBe((412, 462, OccupationSkillSource.OnetSkill));
        programming.AsOf.ShouldBe(new DateOnly(2023, 8, 1));
    }

    [Fact]
    public void Low_precision_is_kept_and_an_empty_cell_is_not_a_no()
    {
        var rows = Read().Rows<OccupationSkill>().ToDictionary(row => row.SkillId.Value);
        (rows["onet:2.B.3.e"].ImportanceUncertain, rows["onet:2.B.3.e"].LevelUncertain).ShouldBe((false, true));
        rows["onet:2.B.3.l"].LevelUncertain.ShouldBeNull();
    }

    [Fact]
    public void An_element_that_is_not_relevant_has_level_nought()
    {
        var repairing = Read().Rows<OccupationSkill>().Single(row => row.SkillId.Value == "onet:2.B.3.l");
        (repairing.NotRelevant, repairing.Level, repairing.Importance).ShouldBe((true, 0, 150));
    }

    [Fact]
    public void C_and_its_two_relatives_are_three_technologies() =>
        Read().Rows<Skill>().Where(skill => skill.Kind == SkillKind.Technology).Select(skill => skill.Id.Value)
            .ShouldBe(["onet-tech:c", "onet-tech:c_p_p", "onet-tech:c_s", "onet-tech:web-browser-software"]);

    [Fact]
    public void Hot_is_said_of_the_technology_and_in_demand_of_the_occupation()
    {
        var batch = Read();
        batch.Rows<Skill>().Single(skill => skill.Id.Value == "onet-tech:c").Hot.ShouldBeTrue();
        batch.Rows<OccupationSkill>().Where(row => row.InDemand).Select(row => row.SkillId.Value).ShouldBe(["onet-tech:c_p_p", "onet-tech:c_s"]);
    }

    [Fact]
    public void A_technology_stands_under_each_kind_of_software_it_is_listed_as() =>
        Read().Rows<BroaderSkill>().Where(row => row.SkillId.Value == "onet-tech:c_s").Select(row => row.BroaderId.Value)
            .ShouldBe(["onet-unspsc:43232405", "onet-unspsc:43232402"]);

    [Fact]
    public void Shares_of_education_carry_the_words_of_their_category()
    {
        var degree = Read().Rows<EntryCondition>().Single(row => row.Kind == EntryConditionKind.Education);
        (degree.Text, degree.Share, degree.Ordinal, degree.Uncertain).ShouldBe(("Bachelor's Degree", 8125, 6, false));
    }

    [Fact]
    public void How_important_a_certification_is_stands_beside_the_shares()
    {
        var certification = Read().Rows<EntryCondition>().Single(row => row.Kind == EntryConditionKind.Certification);
        (certification.Importance, certification.Share).ShouldBe((301, null));
    }

    [Fact]
    public void Only_levels_of_known_elements_are_explained() =>
        Read().Rows<LevelAnchor>().ShouldHaveSingleItem().Text.ShouldBe("Write a program in \"BASIC\" to sort objects in a database");

    [Fact]
    public void The_version_stands_in_the_attribution()
    {
        var framework = Read().Rows<Framework>().ShouldHaveSingleItem();
        framework.Version.ShouldBe("29.3");
        framework.Attribution.ShouldContain("O*NET 29.3 Database");
    }

    [Fact]
    public void An_import_without_technologies_leaves_the_stored_ones_alone()
    {
        _folder.Without("Technology Skills.txt");
        Read().Owned(Stored("onet:2.B.3.e"), Stored("onet-tech:python"), Stored("onet:1.A.1.a.1"), Stored("esco:00064735"))
            .Select(skill => skill.Id.Value).ShouldBe(["onet:2.B.3.e"]);
    }

    [Fact]
    public void An_import_owns_the_names_of_its_own_framework_only() =>
        Read().Owned(Named("onet:15-1252.00"), Named("esco:00030d09")).Select(name => name.OccupationId.Value).ShouldBe(["onet:15-1252.00"]);

    [Fact]
    public void An_import_owns_only_the_ratings_it_read() =>
        Read().Owned(Asked(OccupationSkillSource.OnetAbility), Asked(OccupationSkillSource.OnetTechnology), Asked(OccupationSkillSource.EscoOptional))
            .Select(row => row.Source).ShouldBe([OccupationSkillSource.OnetTechnology]);

    [Fact]
    public void What_an_import_owns_can_be_asked_of_PostgreSQL_too()
    {
        using var db = new PostgresCairnDb(new DbContextOptionsBuilder<PostgresCairnDb>().UseNpgsql("Host=localhost").Options);
        var scope = Read().Tables.OfType<TableRows<SkillName>>().Single().Scope.ShouldNotBeNull();
        scope(db.Set<SkillName>()).ToQueryString().ShouldContain("skill_id::text LIKE 'onet-tech:%'");
    }

    private static Skill Stored(string id) => new() { Id = new SkillId(id), Framework = "any", Kind = SkillKind.Skill };

    private static OccupationName Named(string id) =>
        new() { OccupationId = new OccupationId(id), Language = "en", Kind = NameKind.Preferred, Ordinal = 0, Text = "x" };

    private static OccupationSkill Asked(OccupationSkillSource source) =>
        new() { OccupationId = new OccupationId("any"), SkillId = new SkillId("any"), Source = source };
}
