using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Needs;
using Shouldly;
using Xunit;
using MatchType = Cairn.Web.Features.Skills.MatchType;

namespace Cairn.Web.Tests.Features.Skills;

public sealed class OccupationNeedsTests
{
    private static readonly OccupationId Me = new("onet:15-1252.00");
    private readonly Dictionary<SkillId, SkillFacts> _skills = [];
    private readonly List<OccupationSkill> _own = [];
    private readonly List<OtherOccupation> _matches = [];
    private readonly List<OtherOccupation> _relatives = [];
    private readonly Dictionary<SkillId, SkillId> _shownAs = [];
    private NeedsRule _rule = new();

    private OccupationNeedList Needs() => OccupationNeeds.For(
        new OccupationFacts
        {
            Id = Me, Own = _own, Matches = _matches, Relatives = _relatives, Skills = _skills, ShownAs = _shownAs,
            Occupations = new Dictionary<NeedFramework, int> { [NeedFramework.Esco] = 1000, [NeedFramework.OnetTechnology] = 1000, [NeedFramework.OnetRating] = 1000 },
        },
        _rule);

    private OccupationNeed Need(string id) => Needs().Needs.Single(need => need.SkillId.Value == id);

    [Fact]
    public void Of_an_occupation_nobody_speaks_of_nothing_is_invented()
    {
        var list = Needs();
        list.Needs.ShouldBeEmpty();
        list.Remarks.Select(remark => remark.Kind).ShouldBe([NeedRemarkKind.NoMatch, NeedRemarkKind.Unknown]);
    }

    [Fact]
    public void What_is_not_relevant_is_never_a_need()
    {
        _own.Add(Asks("k", OccupationSkillSource.OnetKnowledge) with { Importance = 500, NotRelevant = true });
        Needs().Needs.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("OnetKnowledge")]
    [InlineData("OnetSkill")]
    public void An_importance_below_three_is_no_need(string source)
    {
        _own.Add(Asks("k", Enum.Parse<OccupationSkillSource>(source)) with { Importance = 299 });
        Needs().Needs.ShouldBeEmpty();
    }

    [Fact]
    public void A_technology_neither_hot_nor_in_demand_is_no_need()
    {
        _own.Add(Asks("t", OccupationSkillSource.OnetTechnology));
        Needs().Needs.ShouldBeEmpty();
    }

    [Fact]
    public void Abilities_and_work_activities_are_no_needs()
    {
        _own.Add(Asks("a", OccupationSkillSource.OnetAbility) with { Importance = 500 });
        _own.Add(Asks("w", OccupationSkillSource.OnetWorkActivity) with { Importance = 500 });
        Needs().Needs.ShouldBeEmpty();
    }

    [Fact]
    public void Essential_weighs_four_times_optional()
    {
        Matched(MatchType.Exact, Asks("e", OccupationSkillSource.EscoEssential), Asks("o", OccupationSkillSource.EscoOptional));
        (Need("e").Weight, Need("o").Weight).ShouldBe((400, 100));
    }

    [Theory]
    [InlineData(1, 400)]
    [InlineData(10, 400)]
    [InlineData(100, 200)]
    [InlineData(1000, 0)]
    public void The_more_occupations_ask_for_a_skill_the_less_it_weighs(int askedBy, int weight)
    {
        Matched(MatchType.Exact, Asks("e", OccupationSkillSource.EscoEssential, askedBy: askedBy));
        Need("e").Weight.ShouldBe(weight);
    }

    [Fact]
    public void In_demand_counts_in_full_however_common_the_technology_is()
    {
        _own.Add(Asks("t", OccupationSkillSource.OnetTechnology, askedBy: 300) with { InDemand = true });
        Need("t").Weight.ShouldBe(400);
    }

    [Fact]
    public void Hot_weighs_half_of_in_demand()
    {
        _own.Add(Asks("t", OccupationSkillSource.OnetTechnology) with { InDemand = true });
        _own.Add(Asks("h", OccupationSkillSource.OnetTechnology, hot: true));
        Need("h").Weight.ShouldBe(200);
    }

    [Fact]
    public void Where_employers_ask_for_no_technology_by_name_hot_is_not_planned_for()
    {
        _own.Add(Asks("everyday", OccupationSkillSource.OnetTechnology, askedBy: 900) with { InDemand = true });
        _own.Add(Asks("h", OccupationSkillSource.OnetTechnology, hot: true));
        Need("h").Planned.ShouldBeFalse();
    }

    [Fact]
    public void As_many_hot_technologies_are_planned_for_as_are_in_demand()
    {
        _own.Add(Asks("t", OccupationSkillSource.OnetTechnology) with { InDemand = true });
        _own.Add(Asks("h1", OccupationSkillSource.OnetTechnology, hot: true));
        _own.Add(Asks("h2", OccupationSkillSource.OnetTechnology, hot: true));
        Needs().Needs.Where(need => need.Planned).Select(need => need.SkillId.Value).ShouldBe(["t", "h1"]);
    }

    [Fact]
    public void Everyday_software_is_shown_and_not_planned_for()
    {
        _own.Add(Asks("kind", OccupationSkillSource.OnetTechnology, namesAKind: true) with { InDemand = true });
        _own.Add(Asks("common", OccupationSkillSource.OnetTechnology, askedBy: 501) with { InDemand = true });
        Needs().Needs.ShouldAllBe(need => !need.Planned && need.NotPlanned == NotPlanned.EverydaySoftware);
    }

    [Fact]
    public void Generic_skills_are_shown_with_their_level_and_not_planned_for()
    {
        _own.Add(Asks("g", OccupationSkillSource.OnetSkill) with { Importance = 450, Level = 470 });
        var need = Need("g");
        (need.Planned, need.NotPlanned, need.Level, need.LevelStated).ShouldBe((false, NotPlanned.Generic, 3, true));
    }

    [Theory]
    [InlineData(230, 1)]
    [InlineData(231, 2)]
    [InlineData(460, 2)]
    [InlineData(461, 3)]
    public void Seven_levels_become_three(int onet, int level)
    {
        _own.Add(Asks("k", OccupationSkillSource.OnetKnowledge) with { Importance = 400, Level = onet });
        Need("k").Level.ShouldBe(level);
    }

    [Fact]
    public void A_level_that_no_source_states_is_two_and_marked_as_ours()
    {
        Matched(MatchType.Exact, Asks("e", OccupationSkillSource.EscoEssential));
        (Need("e").Level, Need("e").LevelStated).ShouldBe((2, false));
    }

    [Fact]
    public void An_exact_match_speaks_alone()
    {
        Matched(MatchType.Exact, Asks("exact", OccupationSkillSource.EscoEssential));
        Matched(MatchType.Close, Asks("close", OccupationSkillSource.EscoEssential));
        Needs().Needs.Select(need => need.SkillId.Value).ShouldBe(["exact"]);
    }

    [Fact]
    public void Close_matches_share_one_voice()
    {
        Matched(MatchType.Close, Asks("both", OccupationSkillSource.EscoEssential), Asks("one", OccupationSkillSource.EscoEssential));
        Matched(MatchType.Close, Asks("both", OccupationSkillSource.EscoEssential));
        (Need("both").Weight, Need("one").Weight).ShouldBe((400, 200));
    }

    [Fact]
    public void Special_cases_stand_in_and_are_named_as_such()
    {
        Matched(MatchType.Narrow, Asks("e", OccupationSkillSource.EscoEssential));
        Needs().Remarks.Single().Kind.ShouldBe(NeedRemarkKind.FromNarrowMatch);
    }

    [Fact]
    public void What_one_of_five_special_cases_asks_for_is_its_own()
    {
        Matched(MatchType.Narrow, Asks("common", OccupationSkillSource.EscoEssential), Asks("special", OccupationSkillSource.EscoEssential));
        for (var index = 0; index < 4; index++)
            Matched(MatchType.Narrow, Asks("common", OccupationSkillSource.EscoEssential));
        Needs().Needs.Select(need => need.SkillId.Value).ShouldBe(["common"]);
    }

    [Fact]
    public void A_broad_match_speaks_only_when_there_is_no_other_and_is_named_as_one()
    {
        Matched(MatchType.Broad, Asks("broad", OccupationSkillSource.EscoEssential));
        Needs().Remarks.Single().Kind.ShouldBe(NeedRemarkKind.FromBroadMatch);
        Matched(MatchType.Close, Asks("close", OccupationSkillSource.EscoEssential));
        Needs().Needs.Select(need => need.SkillId.Value).ShouldBe(["close"]);
    }

    [Fact]
    public void A_close_match_that_is_exact_for_another_has_half_a_voice()
    {
        Matched(MatchType.Close, Asks("own", OccupationSkillSource.EscoEssential));
        _matches.Add(new OtherOccupation(new OccupationId("esco:x"), MatchType.Close, [Asks("lent", OccupationSkillSource.EscoEssential)], ExactElsewhere: true));
        Need("own").Weight.ShouldBeGreaterThan(Need("lent").Weight);
    }

    [Fact]
    public void Relatives_speak_only_for_an_occupation_without_rows_of_its_own()
    {
        _relatives.Add(new OtherOccupation(new OccupationId("onet:15-1252.01"), null, [Asks("r", OccupationSkillSource.OnetTechnology) with { InDemand = true }]));
        Needs().Remarks.ShouldContain(remark => remark.Kind == NeedRemarkKind.FromRelatives);
        _own.Add(Asks("t", OccupationSkillSource.OnetTechnology) with { InDemand = true });
        Needs().Needs.Select(need => need.SkillId.Value).ShouldBe(["t"]);
    }

    [Fact]
    public void Two_names_of_one_skill_are_one_need_with_both_sources()
    {
        _own.Add(Asks("onet-tech:python", OccupationSkillSource.OnetTechnology) with { InDemand = true });
        Matched(MatchType.Exact, Asks("esco:python", OccupationSkillSource.EscoOptional));
        _shownAs[new SkillId("onet-tech:python")] = new SkillId("esco:python");
        var need = Needs().Needs.ShouldHaveSingleItem();
        (need.SkillId.Value, need.Weight).ShouldBe(("esco:python", 400));
        need.Sources.Select(source => source.Kind).ShouldBe([OccupationSkillSource.OnetTechnology, OccupationSkillSource.EscoOptional]);
    }

    [Fact]
    public void Twenty_five_are_planned_for_and_the_next_ones_are_lighter()
    {
        Matched(MatchType.Exact, [.. Enumerable.Range(0, 30).Select(index => Asks($"e{index:00}", OccupationSkillSource.EscoEssential))]);
        var needs = Needs().Needs;
        needs.Count(need => need.Planned).ShouldBe(25);
        needs.Where(need => !need.Planned).ShouldAllBe(need => need.NotPlanned == NotPlanned.Lighter);
    }

    [Fact]
    public void At_most_twelve_are_technologies_while_there_are_others()
    {
        _own.AddRange(Enumerable.Range(0, 30).Select(index => Asks($"t{index:00}", OccupationSkillSource.OnetTechnology) with { InDemand = true }));
        Matched(MatchType.Exact, [.. Enumerable.Range(0, 30).Select(index => Asks($"e{index:00}", OccupationSkillSource.EscoOptional))]);
        Needs().Needs.Count(need => need.Planned && need.SkillId.Value[0] == 't').ShouldBe(12);
    }

    [Fact]
    public void Without_others_technologies_fill_the_plan()
    {
        _own.AddRange(Enumerable.Range(0, 30).Select(index => Asks($"t{index:00}", OccupationSkillSource.OnetTechnology) with { InDemand = true }));
        Needs().Needs.Count(need => need.Planned).ShouldBe(25);
    }

    [Fact]
    public void What_nearly_every_work_asks_for_is_not_planned_for()
    {
        Matched(MatchType.Exact, Asks("e", OccupationSkillSource.EscoEssential, askedBy: 900));
        Need("e").Planned.ShouldBeFalse();
    }

    [Fact]
    public void An_installation_may_change_the_numbers()
    {
        _rule = new NeedsRule { Planned = 1, Essential = 50, InDemand = 500 };
        _own.Add(Asks("t", OccupationSkillSource.OnetTechnology) with { InDemand = true });
        Matched(MatchType.Exact, Asks("e", OccupationSkillSource.EscoEssential));
        Needs().Needs.Where(need => need.Planned).Select(need => need.SkillId.Value).ShouldBe(["t"]);
    }

    [Fact]
    public void Numbers_that_make_no_sense_are_said() => new NeedsRule { LevelOneUpTo = 500 }.Fault().ShouldNotBeNull();

    [Fact]
    public void The_numbers_as_shipped_make_sense() => new NeedsRule().Fault().ShouldBeNull();

    [Theory]
    [InlineData("Web browser software", false, true)]
    [InlineData("Email software", false, true)]
    [InlineData("Salesforce software", true, false)]
    [InlineData("Learning management system LMS", false, false)]
    [InlineData("Microsoft Office software", true, false)]
    [InlineData("Python", true, false)]
    public void The_name_of_a_kind_is_told_from_the_name_of_one(string name, bool hot, bool kind) => SoftwareNames.NameAKind(name, hot).ShouldBe(kind);

    private void Matched(MatchType type, params OccupationSkill[] rows) => _matches.Add(new OtherOccupation(new OccupationId("esco:" + _matches.Count), type, rows));

    private OccupationSkill Asks(string id, OccupationSkillSource source, int askedBy = 1, bool hot = false, bool namesAKind = false)
    {
        _skills[new SkillId(id)] = new SkillFacts(
            source switch
            {
                OccupationSkillSource.OnetTechnology => SkillKind.Technology,
                OccupationSkillSource.OnetSkill => SkillKind.GenericSkill,
                OccupationSkillSource.OnetKnowledge => SkillKind.Knowledge,
                _ => SkillKind.Skill,
            },
            hot, namesAKind, askedBy);
        return new OccupationSkill { OccupationId = Me, SkillId = new SkillId(id), Source = source };
    }
}
