namespace Cairn.Web.Features.Skills.Needs;

/// <summary>
/// The one rule that says what an occupation needs. It is told in words in <c>docs/needs.md</c>; what is here is what happens.
/// <list type="number">
/// <item>Voices: the occupation itself, or its nearest relatives when its own framework says nothing of it; and what the other framework matches it
/// with: exact matches, or else close ones together with special cases, or else a broader one.</item>
/// <item>Each statement of a voice is weighed by what it says (essential, optional, in demand, hot, importance). All but what is in demand here counts
/// more the fewer occupations ask for it.</item>
/// <item>Skills that mean the same become one need with the weight of its weightiest voice.</item>
/// <item>The weightiest are planned for. Generic skills and everyday software are shown beside them.</item>
/// </list>
/// </summary>
internal static class OccupationNeeds
{
    public static OccupationNeedList For(OccupationFacts facts, NeedsRule rule)
    {
        List<NeedRemark> remarks = [];
        var needs = Voices(facts, remarks)
            .SelectMany(voice => Weigh(voice, facts, rule))
            .GroupBy(statement => facts.ShownAs.GetValueOrDefault(statement.Source.Row.SkillId, statement.Source.Row.SkillId))
            .Select(group => Merge(group.Key, [.. group], facts, rule))
            .OrderByDescending(need => need.Weight)
            .ThenByDescending(need => need.Sources.DistinctBy(source => source.Kind).Count())
            .ThenByDescending(need => need.Sources.Max(source => facts.Skills[source.Row.SkillId].AskedBy))
            .ThenBy(need => need.SkillId.Value, StringComparer.Ordinal)
            .ToList();
        if (needs.Count == 0)
            remarks.Add(new NeedRemark(NeedRemarkKind.Unknown, []));
        return new OccupationNeedList(Plan(needs, facts, rule), remarks);
    }

    /// <summary>Occupations that speak together, each with its share of the voice, in thousandths.</summary>
    private sealed record Voice(IReadOnlyList<(OtherOccupation Occupation, int Share)> Speakers);

    private sealed record Statement(Voice Voice, NeedSource Source, int Weight, int? Level);

    private static List<Voice> Voices(OccupationFacts facts, List<NeedRemark> remarks)
    {
        List<Voice> voices = [];
        if (facts.Own.Count > 0)
            voices.Add(new Voice([(new OtherOccupation(facts.Id, null, facts.Own), 1000)]));
        else if (facts.Relatives.Count > 0)
        {
            voices.Add(new Voice([.. Shared(facts.Relatives, 1000)]));
            remarks.Add(new NeedRemark(NeedRemarkKind.FromRelatives, [.. facts.Relatives.Select(relative => relative.Id)]));
        }

        var matches = facts.Matches.Where(match => match.Asks.Count > 0).ToLookup(match => match.Match);
        List<OtherOccupation> exact = [.. matches[MatchType.Exact]], close = [.. matches[MatchType.Close]],
            narrow = [.. matches[MatchType.Narrow]], broad = [.. matches[MatchType.Broad]];
        // A close match beside an exact one would only blur it. Close matches have one half of a voice and special cases the other.
        IEnumerable<(OtherOccupation, int)> speakers = exact.Count > 0 ? Shared(exact, 1000)
            : close.Count > 0 && narrow.Count > 0 ? [.. Shared(close, 500), .. Shared(narrow, 500)]
            : close.Count + narrow.Count > 0 ? Shared([.. close, .. narrow], 1000)
            : Shared(broad, 1000);
        var voice = new Voice([.. speakers]);
        if (voice.Speakers.Count > 0)
            voices.Add(voice);
        foreach (var kind in voice.Speakers.GroupBy(speaker => speaker.Occupation.Match))
            remarks.Add(new NeedRemark(RemarkOf(kind.Key), [.. kind.Select(speaker => speaker.Occupation.Id)]));
        if (voice.Speakers.Count == 0)
            remarks.Add(new NeedRemark(NeedRemarkKind.NoMatch, []));
        return voices;
    }

    private static IEnumerable<(OtherOccupation, int)> Shared(IReadOnlyList<OtherOccupation> occupations, int thousandths)
    {
        var parts = occupations.Sum(Parts);
        return occupations.Select(occupation => (occupation, thousandths * Parts(occupation) / parts));

        static int Parts(OtherOccupation occupation) => occupation.ExactElsewhere ? 1 : 2;
    }

    private static IEnumerable<Statement> Weigh(Voice voice, OccupationFacts facts, NeedsRule rule)
    {
        var statements =
            from speaker in voice.Speakers
            from row in speaker.Occupation.Asks
            // Most raters said that it does not apply to this work.
            where !row.NotRelevant
            let weight = WeightOf(row, facts, rule)
            where weight is not null
            let source = new NeedSource(row.Source, speaker.Occupation.Id, speaker.Occupation.Match, row)
            let level = IsRated(row.Source) && row.Level is { } stated ? rule.LevelOf(stated) : (int?)null
            select (speaker.Share, Statement: new Statement(voice, source, weight.Value * speaker.Share / 1000, level));
        return statements
            .GroupBy(statement => statement.Statement.Source.Row.SkillId)
            // A thousand by three is 333: the thousandths that rounding takes are given back.
            .Where(group => group.Sum(statement => statement.Share) + voice.Speakers.Count >= rule.LeastShare * 10)
            .SelectMany(group => group.Select(statement => statement.Statement));
    }

    /// <summary>What a statement weighs; null when it states no need.</summary>
    private static int? WeightOf(OccupationSkill row, OccupationFacts facts, NeedsRule rule)
    {
        var skill = facts.Skills[row.SkillId];
        var rarity = rule.Rarity(skill.AskedBy, facts.Occupations.GetValueOrDefault(FrameworkOf(row.Source)));
        return row.Source switch
        {
            OccupationSkillSource.EscoEssential => rule.Essential * rarity / 100,
            OccupationSkillSource.EscoOptional => rule.Optional * rarity / 100,
            OccupationSkillSource.OnetTechnology when row.InDemand => rule.InDemand,
            OccupationSkillSource.OnetTechnology when skill.Hot => rule.Hot * rarity / 100,
            OccupationSkillSource.OnetKnowledge when row.Importance >= rule.LeastImportance =>
                (rule.Knowledge / 2 + rule.Knowledge / 2 * (row.Importance.Value - rule.LeastImportance) / Math.Max(1, 500 - rule.LeastImportance)) * rarity / 100,
            // Shown in the gap; neither weighed nor planned for.
            OccupationSkillSource.OnetSkill when row.Importance >= rule.LeastImportance => 0,
            _ => null,
        };
    }

    private static OccupationNeed Merge(SkillId shown, List<Statement> statements, OccupationFacts facts, NeedsRule rule)
    {
        // Speakers of one voice add up to what it says; two voices that agree do not make a need twice as heavy.
        var weight = statements.GroupBy(statement => (statement.Voice, FrameworkOf(statement.Source.Kind))).Max(voice => voice.Sum(statement => statement.Weight));
        var level = statements.Max(statement => statement.Level);
        return new OccupationNeed
        {
            SkillId = shown,
            Level = level ?? rule.LevelUnlessStated,
            LevelStated = level is not null,
            Weight = weight,
            Planned = false,
            NotPlanned = statements.All(statement => facts.Skills[statement.Source.Row.SkillId].Kind == SkillKind.GenericSkill) ? NotPlanned.Generic
                : statements.All(statement => IsEverydaySoftware(statement.Source.Row.SkillId, facts, rule)) ? NotPlanned.EverydaySoftware
                : null,
            Sources = [.. statements.OrderByDescending(statement => statement.Weight).Select(statement => statement.Source)],
        };
    }

    /// <summary>Planned first, then what is next in weight, then what is never planned for by itself.</summary>
    private static List<OccupationNeed> Plan(List<OccupationNeed> needs, OccupationFacts facts, NeedsRule rule)
    {
        var candidates = needs.Where(need => need.NotPlanned is null && need.Weight >= rule.LeastWeight).ToList();
        var others = candidates.Count(need => !IsTechnology(need));
        var technologies = Math.Max(rule.PlannedTechnologies, rule.Planned - others);
        // Software that is hot everywhere says little about one work: as much of it as employers there ask for by name.
        var hot = candidates.Count(IsInDemand);
        var planned = candidates
            .Where(need => !IsTechnology(need) || ((IsInDemand(need) || hot-- > 0) && technologies-- > 0))
            .Take(rule.Planned)
            .Select(need => need.SkillId)
            .ToHashSet();
        return [.. needs
            .Select(need => planned.Contains(need.SkillId) ? need with { Planned = true } : need with { NotPlanned = need.NotPlanned ?? NotPlanned.Lighter })
            .OrderByDescending(need => need.Planned)
            .ThenByDescending(need => need.NotPlanned)];

        static bool IsInDemand(OccupationNeed need) => need.Sources.Any(source => source.Row.InDemand);
        static bool IsTechnology(OccupationNeed need) => need.Sources.Any(source => source.Kind == OccupationSkillSource.OnetTechnology);
    }

    private static bool IsEverydaySoftware(SkillId id, OccupationFacts facts, NeedsRule rule)
    {
        var skill = facts.Skills[id];
        return skill.Kind == SkillKind.Technology
            && (skill.NamesAKind || skill.AskedBy * rule.CommonAtOneIn > facts.Occupations.GetValueOrDefault(NeedFramework.OnetTechnology));
    }

    private static bool IsRated(OccupationSkillSource source) => source is OccupationSkillSource.OnetKnowledge or OccupationSkillSource.OnetSkill;

    private static NeedRemarkKind RemarkOf(MatchType? match) => match switch
    {
        MatchType.Exact => NeedRemarkKind.FromExactMatch,
        MatchType.Close => NeedRemarkKind.FromCloseMatch,
        MatchType.Narrow => NeedRemarkKind.FromNarrowMatch,
        _ => NeedRemarkKind.FromBroadMatch,
    };

    public static NeedFramework FrameworkOf(OccupationSkillSource source) => source switch
    {
        OccupationSkillSource.EscoEssential or OccupationSkillSource.EscoOptional => NeedFramework.Esco,
        OccupationSkillSource.OnetTechnology => NeedFramework.OnetTechnology,
        _ => NeedFramework.OnetRating,
    };
}
