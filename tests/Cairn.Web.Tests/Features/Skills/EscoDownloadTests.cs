using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Esco;
using Shouldly;
using Xunit;
using MatchType = Cairn.Web.Features.Skills.MatchType;

namespace Cairn.Web.Tests.Features.Skills;

/// <summary>The numbers that were counted in ESCO 1.2.0 by other means.</summary>
public sealed class EscoDownloadTests
{
    private static readonly Lazy<ImportBatch> Batch = new(() =>
        EscoReader.Read(SharedData.Folder("esco"), Path.Combine(SharedData.Folder("crosswalks"), "melo_crosswalk_esco_onet.csv"), null));

    [Fact]
    public void Nothing_is_refused() => Batch.Value.Refusals.Shown.ShouldBeEmpty();

    [Fact]
    public void There_are_3039_occupations() => Batch.Value.Rows<Occupation>().Count.ShouldBe(3_039);

    [Fact]
    public void There_are_13939_skills_and_640_groups() =>
        (Batch.Value.Rows<Skill>().Count(skill => skill.Kind != SkillKind.Group), Batch.Value.Rows<Skill>().Count(skill => skill.Kind == SkillKind.Group))
            .ShouldBe((13_939, 640));

    [Fact]
    public void Of_them_359_are_languages() => Batch.Value.Rows<Skill>().Count(skill => skill.Kind == SkillKind.Language).ShouldBe(359);

    [Fact]
    public void The_129004_relations_have_17_pairs_that_are_both() => Batch.Value.Rows<OccupationSkill>().Count.ShouldBe(129_004 - 17);

    [Fact]
    public void Of_them_67622_are_essential() =>
        Batch.Value.Rows<OccupationSkill>().Count(row => row.Source == OccupationSkillSource.EscoEssential).ShouldBe(67_622);

    [Fact]
    public void Every_published_parent_is_kept() =>
        Batch.Value.Rows<BroaderSkill>().Count.ShouldBe(20_822);

    [Fact]
    public void Skills_ask_for_each_other_5818_times() => Batch.Value.Rows<RelatedSkill>().Count.ShouldBe(5_818);

    [Fact]
    public void Fifteen_occupations_are_regulated() => Batch.Value.Rows<Occupation>().Count(row => row.RegulatedNote is not null).ShouldBe(15);

    [Fact]
    public void The_crosswalk_keeps_its_types_turned_round_but_for_three_pairs_whose_occupation_is_gone() =>
        Batch.Value.Rows<OccupationMatch>().CountBy(match => match.Type).ToDictionary().ShouldBe(new Dictionary<MatchType, int>
        {
            [MatchType.Close] = 1_432 - 3, [MatchType.Exact] = 498, [MatchType.Narrow] = 2_053, [MatchType.Broad] = 227,
        }, ignoreOrder: true);

    [Fact]
    public void Groups_of_the_crosswalk_are_counted() =>
        Batch.Value.Remarks.ShouldContain("43 pairs of the crosswalk match an ISCO group, not an occupation, and were passed over.");

    [Fact]
    public void No_two_rows_have_one_key()
    {
        Batch.Value.Rows<OccupationName>().GroupBy(row => (row.OccupationId, row.Language, row.Kind, row.Ordinal)).ShouldAllBe(group => group.Count() == 1);
        Batch.Value.Rows<SkillName>().GroupBy(row => (row.SkillId, row.Language, row.Kind, row.Ordinal)).ShouldAllBe(group => group.Count() == 1);
        Batch.Value.Rows<OccupationSkill>().GroupBy(row => (row.OccupationId, row.SkillId, row.Source)).ShouldAllBe(group => group.Count() == 1);
    }
}
