using System.Text;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Esco;
using Shouldly;
using Xunit;
using MatchType = Cairn.Web.Features.Skills.MatchType;

namespace Cairn.Web.Tests.Features.Skills;

public sealed class EscoReaderTests : IDisposable
{
    private readonly SourceFolder _folder = EscoFixture.Write();

    public void Dispose() => _folder.Dispose();

    private ImportBatch Read() => EscoReader.Read(_folder.Path, null, null);

    private Refusal RefusedAsAWhole() => Should.Throw<ImportRefusedException>(Read).Refusal;

    [Theory]
    [InlineData("occupations")]
    [InlineData("skills")]
    public void A_folder_without_the_two_main_tables_is_refused(string table)
    {
        foreach (var path in Directory.EnumerateFiles(_folder.Path, table + "_*"))
            File.Delete(path);
        RefusedAsAWhole().File.ShouldBe(table + "_en.csv");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        Should.Throw<ImportRefusedException>(() => EscoReader.Read(Path.Combine(_folder.Path, "nowhere"), null, null)).Refusal.File.ShouldBe("occupations_en.csv");

    [Fact]
    public void A_version_that_the_operator_states_is_kept() =>
        EscoReader.Read(_folder.Path, null, null, "1.2.0").Tables.OfType<TableRows<Framework>>().Single().Rows.ShouldHaveSingleItem().Version.ShouldBe("1.2.0");

    [Fact]
    public void Another_table_under_the_name_is_refused_by_its_header()
    {
        _folder.With("skills_en.csv", "skill;level", "Python;2");
        RefusedAsAWhole().Expected.ShouldBe("a header that begins with conceptType");
    }

    [Fact]
    public void A_missing_column_is_refused_by_its_name()
    {
        _folder.With("skills_en.csv", "conceptType,conceptUri,altLabels", $"x,{EscoFixture.Python},x");
        RefusedAsAWhole().Column.ShouldBe("preferredLabel");
    }

    [Fact]
    public void A_file_that_ends_inside_a_quoted_field_is_refused()
    {
        _folder.With("skillGroups_en.csv", "conceptType,conceptUri,preferredLabel,altLabels", $"SkillGroup,{EscoFixture.Programming},programming,\"alpha");
        RefusedAsAWhole().Found.ShouldContain("never closed");
    }

    [Fact]
    public void A_file_that_ends_in_the_middle_of_a_row_is_refused()
    {
        _folder.WithBytes("skillSkillRelations_en.csv", Encoding.UTF8.GetBytes($"originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\r\n{EscoFixture.Python},knowl"));
        RefusedAsAWhole().Found.ShouldContain("cut off");
    }

    [Fact]
    public void Latin_1_is_refused_with_the_line()
    {
        _folder.WithBytes("occupations_es.csv", Encoding.Latin1.GetBytes($"conceptType,conceptUri,preferredLabel,altLabels,code\r\nOccupation,{EscoFixture.Nurse},cirujía,,1\r\n"));
        RefusedAsAWhole().Found.ShouldContain("Latin-1");
    }

    [Fact]
    public void UTF_16_is_refused()
    {
        _folder.WithBytes("skills_en.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("conceptType,conceptUri\r\n")]);
        RefusedAsAWhole().Found.ShouldBe("UTF-16 text");
    }

    [Fact]
    public void A_relation_with_an_unknown_skill_is_refused_alone_with_its_line()
    {
        File.AppendAllText(Path.Combine(_folder.Path, "occupationSkillRelations_en.csv"), $"{EscoFixture.Nurse},essential,knowledge,http://data.europa.eu/esco/skill/none\r\n");
        var refusal = Read().Refusals.Shown.ShouldHaveSingleItem();
        (refusal.Line, refusal.Column, refusal.Found).ShouldBe((5, "skillUri", "http://data.europa.eu/esco/skill/none"));
    }

    [Fact]
    public void The_line_of_a_refusal_counts_line_breaks_inside_fields()
    {
        File.AppendAllText(Path.Combine(_folder.Path, "occupations_en.csv"), "Occupation,http://example.org/x,1,x,,,,,,,,,,1\r\n");
        Read().Refusals.Shown.ShouldHaveSingleItem().Line.ShouldBe(7);
    }

    [Fact]
    public void Names_lose_their_edge_spaces_and_stand_once() =>
        Read().Rows<OccupationName>().Where(name => name.OccupationId.Value == "esco:aaaa0001")
            .Select(name => (name.Kind, name.Ordinal, name.Text))
            .ShouldBe([
                (NameKind.Preferred, 0, "gear machinist"), (NameKind.Alternate, 0, "gear cutter"), (NameKind.Alternate, 1, "gear maker"),
                (NameKind.Hidden, 0, "gearist"), (NameKind.Description, 0, "Makes gears,\r\nand says \"so\"."),
            ]);

    [Fact]
    public void The_language_comes_from_the_name_of_the_file() =>
        Read().Rows<OccupationName>().Where(name => name.OccupationId.Value == "esco:aaaa0002" && name.Kind == NameKind.Preferred)
            .ToDictionary(name => name.Language, name => name.Text)
            .ShouldBe(new Dictionary<string, string> { ["en"] = "specialist nurse", ["es"] = "enfermera especialista" });

    [Fact]
    public void A_rebuilt_file_is_taken_and_named_when_the_official_one_is_absent()
    {
        File.Move(Path.Combine(_folder.Path, "skills_en.csv"), Path.Combine(_folder.Path, "skills_en.reconstructed.csv"));
        var batch = Read();
        batch.Rows<Skill>().Count.ShouldBe(6);
        batch.Remarks.ShouldContain("skills_en.reconstructed.csv is not the official file but was rebuilt from other publications.");
    }

    [Fact]
    public void The_official_file_wins_over_a_rebuilt_one()
    {
        _folder.With("skills_en.reconstructed.csv", "not this");
        Read().Rows<Skill>().Count.ShouldBe(6);
    }

    [Fact]
    public void The_collections_tell_languages_and_transversal_skills() =>
        Read().Rows<Skill>().ToDictionary(skill => skill.Id.Value, skill => skill.Kind).ShouldBe(new Dictionary<string, SkillKind>
        {
            ["esco:bbbb0001"] = SkillKind.Knowledge,
            ["esco:bbbb0002"] = SkillKind.Skill,
            ["esco:bbbb0003"] = SkillKind.Language,
            ["esco:bbbb0004"] = SkillKind.Transversal,
            ["esco:S5.1"] = SkillKind.Group,
            ["esco:isced-f.061"] = SkillKind.Group,
        });

    [Fact]
    public void Labels_are_separated_by_lines_or_by_bars() =>
        EscoLabels.Split("one\ntwo \r\nthree | four|five").ShouldBe(["one", "two", "three", "four|five"]);

    [Fact]
    public void A_skill_has_several_parents_and_short_rows_of_the_hierarchy_are_read() =>
        Read().Rows<BroaderSkill>().Select(row => (row.SkillId.Value, row.BroaderId.Value)).ShouldBe([
            ("esco:bbbb0001", "esco:S5.1"), ("esco:bbbb0001", "esco:isced-f.061"), ("esco:S5.1", "esco:isced-f.061"),
        ]);

    [Fact]
    public void What_is_both_essential_and_optional_is_essential()
    {
        var batch = Read();
        batch.Rows<OccupationSkill>().Single(row => row.SkillId.Value == "esco:bbbb0002").Source.ShouldBe(OccupationSkillSource.EscoEssential);
        batch.Remarks.ShouldContain("1 pairs are both essential and optional; they count as essential.");
    }

    [Fact]
    public void Gear_machinist_is_narrower_than_Machinists_though_the_file_says_broadMatch() =>
        Read().Rows<OccupationMatch>().Single(match => match.OccupationId.Value == "onet:51-4041.00").Type.ShouldBe(MatchType.Narrow);

    [Fact]
    public void Specialist_nurse_is_broader_than_Acute_Care_Nurses_though_the_file_says_narrowMatch() =>
        Read().Rows<OccupationMatch>().Single(match => match.OccupationId.Value == "onet:29-1141.01").Type.ShouldBe(MatchType.Broad);

    [Fact]
    public void Groups_and_occupations_that_are_gone_are_passed_over_and_counted()
    {
        var batch = Read();
        batch.Rows<OccupationMatch>().Count.ShouldBe(2);
        batch.Remarks.ShouldContain("1 pairs of the crosswalk match an ISCO group, not an occupation, and were passed over.");
        batch.Remarks.ShouldContain("1 pairs of the crosswalk name an occupation that this version of ESCO no longer has.");
    }

    [Fact]
    public void Regulated_work_is_marked_and_other_work_is_not() =>
        Read().Rows<Occupation>().Select(row => row.RegulatedNote).ShouldBe([null, "http://data.europa.eu/esco/regulated-professions/regulated"]);

    [Fact]
    public void An_import_in_two_languages_leaves_the_names_in_a_third_alone() =>
        Read().Owned(Named("en"), Named("es"), Named("de")).Select(name => name.Language).Order().ShouldBe(["en", "es"]);

    private static OccupationName Named(string language) =>
        new() { OccupationId = new OccupationId("esco:x"), Language = language, Kind = NameKind.Preferred, Ordinal = 0, Text = "x" };
}
