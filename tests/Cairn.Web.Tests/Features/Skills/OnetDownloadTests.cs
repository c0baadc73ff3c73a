using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Onet;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Skills;

/// <summary>The numbers that were counted in O*NET 29.3 by other means.</summary>
public sealed class OnetDownloadTests
{
    private static readonly Lazy<ImportBatch> Batch = new(() => OnetReader.Read(SharedData.Folder("onet"), null));

    private static IEnumerable<OccupationSkill> Ratings(OccupationSkillSource source) =>
        Batch.Value.Rows<OccupationSkill>().Where(row => row.Source == source);

    [Fact]
    public void Nothing_is_refused() => Batch.Value.Refusals.Shown.ShouldBeEmpty();

    [Fact]
    public void There_are_1016_occupations() => Batch.Value.Rows<Occupation>().Count.ShouldBe(1_016);

    [Fact]
    public void The_61530_rows_of_skills_are_30765_ratings() => Ratings(OccupationSkillSource.OnetSkill).Count().ShouldBe(61_530 / 2);

    [Fact]
    public void The_58014_rows_of_knowledge_are_29007_ratings() => Ratings(OccupationSkillSource.OnetKnowledge).Count().ShouldBe(58_014 / 2);

    [Fact]
    public void Of_them_3302_and_5939_are_not_relevant() =>
        (Ratings(OccupationSkillSource.OnetSkill).Count(row => row.NotRelevant), Ratings(OccupationSkillSource.OnetKnowledge).Count(row => row.NotRelevant))
            .ShouldBe((3_302, 5_939));

    [Fact]
    public void An_importance_of_three_keeps_12514_skills_and_6665_areas_of_knowledge() =>
        (Ratings(OccupationSkillSource.OnetSkill).Count(row => row.Importance >= 300), Ratings(OccupationSkillSource.OnetKnowledge).Count(row => row.Importance >= 300))
            .ShouldBe((12_514, 6_665));

    [Fact]
    public void Low_precision_is_marked_on_124_skills_and_4797_areas_of_knowledge() =>
        (Uncertain(OccupationSkillSource.OnetSkill), Uncertain(OccupationSkillSource.OnetKnowledge)).ShouldBe((124, 4_797));

    [Fact]
    public void There_are_8775_technologies_of_135_kinds() =>
        (Batch.Value.Rows<Skill>().Count(skill => skill.Kind == SkillKind.Technology), Batch.Value.Rows<Skill>().Count(skill => skill.Kind == SkillKind.Group))
            .ShouldBe((8_775, 135));

    [Fact]
    public void Of_them_172_are_hot_and_270_in_demand_somewhere() =>
        (Batch.Value.Rows<Skill>().Count(skill => skill.Hot), Ratings(OccupationSkillSource.OnetTechnology).Where(row => row.InDemand).Select(row => row.SkillId).Distinct().Count())
            .ShouldBe((172, 270));

    [Fact]
    public void Occupations_use_a_technology_32681_times() => Ratings(OccupationSkillSource.OnetTechnology).Count().ShouldBe(32_681);

    [Fact]
    public void Education_and_training_have_36209_shares() => Batch.Value.Rows<EntryCondition>().Count.ShouldBe(36_209);

    [Fact]
    public void There_are_18460_related_pairs() => Batch.Value.Rows<RelatedOccupation>().Count.ShouldBe(18_460);

    [Fact]
    public void Job_zones_are_known_of_923_occupations() => Batch.Value.Rows<Occupation>().Count(row => row.JobZone is not null).ShouldBe(923);

    [Fact]
    public void The_137_occupations_without_skills_are_said() => Batch.Value.Remarks.ShouldContain("137 occupations have no rated skills of their own.");

    [Fact]
    public void No_two_rows_have_one_key()
    {
        Batch.Value.Rows<OccupationName>().GroupBy(row => (row.OccupationId, row.Language, row.Kind, row.Ordinal)).ShouldAllBe(group => group.Count() == 1);
        Batch.Value.Rows<SkillName>().GroupBy(row => (row.SkillId, row.Language, row.Kind, row.Ordinal)).ShouldAllBe(group => group.Count() == 1);
        Batch.Value.Rows<LevelAnchor>().GroupBy(row => (row.SkillId, row.Level)).ShouldAllBe(group => group.Count() == 1);
    }

    private static int Uncertain(OccupationSkillSource source) =>
        Ratings(source).Sum(row => (row.ImportanceUncertain == true ? 1 : 0) + (row.LevelUncertain == true ? 1 : 0));
}
