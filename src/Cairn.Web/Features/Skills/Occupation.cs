using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Web.Features.Skills;

/// <summary>An occupation of an imported framework.</summary>
internal sealed record Occupation
{
    public required OccupationId Id { get; init; }
    public required string Framework { get; init; }

    /// <summary>The framework's own code: <c>15-1252.00</c>, or the ESCO code with its ISCO group.</summary>
    public required string Code { get; init; }

    public string? Uri { get; init; }

    /// <summary>O*NET job zone 1 (little preparation) to 5 (extensive); null when none is published. Never a grade of quality or wage.</summary>
    public int? JobZone { get; init; }

    /// <summary>ESCO: the work may be done only with permission in some countries; the note's text or address.</summary>
    public string? RegulatedNote { get; init; }
}

/// <summary>A title or description of an occupation in one language.</summary>
internal sealed record OccupationName
{
    public required OccupationId OccupationId { get; init; }
    public required string Language { get; init; }
    public required NameKind Kind { get; init; }
    public required int Ordinal { get; init; }
    public required string Text { get; init; }
}

/// <summary>Where a link between an occupation and a skill comes from.</summary>
internal enum OccupationSkillSource
{
    EscoEssential,
    EscoOptional,
    OnetTechnology,
    OnetKnowledge,
    OnetSkill,
    OnetAbility,
    OnetWorkActivity,
}

/// <summary>An occupation asks for a skill, as its framework says. Importance and level stand only where the source has them.</summary>
internal sealed record OccupationSkill
{
    public required OccupationId OccupationId { get; init; }
    public required SkillId SkillId { get; init; }
    public required OccupationSkillSource Source { get; init; }

    /// <summary>O*NET importance in hundredths, 100 to 500.</summary>
    public int? Importance { get; init; }

    /// <summary>O*NET level in hundredths, 0 to 700.</summary>
    public int? Level { get; init; }

    /// <summary>O*NET: most raters said that it does not apply. Its level is nought and nobody is asked for it.</summary>
    public bool NotRelevant { get; init; }

    /// <summary>O*NET: the importance has low precision. Kept, and marked as uncertain. Null: precision was not computed.</summary>
    public bool? ImportanceUncertain { get; init; }

    /// <summary>O*NET: the level has low precision. Kept, and marked as uncertain. Null: precision was not computed.</summary>
    public bool? LevelUncertain { get; init; }

    /// <summary>O*NET: employers often ask for this technology in this occupation.</summary>
    public bool InDemand { get; init; }

    /// <summary>First day of the month the source states, or null.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>How an entry of one framework matches an entry of another (the SKOS terms).</summary>
internal enum MatchType
{
    Exact,
    Close,
    Narrow,
    Broad,
}

/// <summary>The official crosswalk between O*NET and ESCO occupations.</summary>
internal sealed record OccupationMatch
{
    public required OccupationId OccupationId { get; init; }
    public required OccupationId MatchId { get; init; }

    /// <summary>What <see cref="MatchId"/> is to <see cref="OccupationId"/>.</summary>
    public required MatchType Type { get; init; }
}

/// <summary>O*NET related occupations: not symmetric.</summary>
internal sealed record RelatedOccupation
{
    public required OccupationId OccupationId { get; init; }
    public required OccupationId RelatedId { get; init; }

    /// <summary>1 is the most related.</summary>
    public required int Rank { get; init; }

    /// <summary>Primary-Short, Primary-Long or Supplemental.</summary>
    public required string Tier { get; init; }
}

/// <summary>What an entry condition is about.</summary>
internal enum EntryConditionKind
{
    /// <summary>What most people in the work have, or what is typical for entry.</summary>
    Education,
    Experience,
    OnTheJobTraining,

    /// <summary>Training at the work place and apprenticeships (O*NET PT).</summary>
    PlantTraining,
    Licence,

    /// <summary>How important people in the work find a professional certification.</summary>
    Certification,

    /// <summary>How important people in the work find an apprenticeship.</summary>
    Apprenticeship,
}

/// <summary>An entry condition of an occupation, with its source and year: shown before any skill.</summary>
internal sealed record EntryCondition
{
    public required OccupationId OccupationId { get; init; }
    public required EntryConditionKind Kind { get; init; }

    /// <summary><c>onet</c> (share of respondents per category) or <c>bls</c> (typical for entry).</summary>
    public required string Source { get; init; }

    /// <summary>Order within the kind; O*NET's category number.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The category in the source's words.</summary>
    public required string Text { get; init; }

    /// <summary>Share of respondents in hundredths of a percent; null where the source states one typical value.</summary>
    public int? Share { get; init; }

    /// <summary>O*NET importance in hundredths, 100 to 500, of a certification or an apprenticeship; null for the other kinds.</summary>
    public int? Importance { get; init; }

    /// <summary>O*NET: the share has low precision. Kept, and marked as uncertain. Null: precision was not computed.</summary>
    public bool? Uncertain { get; init; }

    /// <summary>The broader group that this is said of, when the source says nothing of the occupation itself.</summary>
    public string? GroupTitle { get; init; }

    public DateOnly? AsOf { get; init; }
}

/// <summary>Wages of an occupation in a place and year. Missing percentiles are null, never nought.</summary>
internal sealed record Wage
{
    public required OccupationId OccupationId { get; init; }

    /// <summary><c>US</c> or a code of the source.</summary>
    public required string Place { get; init; }

    /// <summary>Reference month.</summary>
    public required DateOnly AsOf { get; init; }

    public required string Currency { get; init; }

    /// <summary>True: minor units a year; false: minor units an hour (published only so).</summary>
    public required bool Annual { get; init; }

    public long? P10 { get; init; }
    public long? P25 { get; init; }
    public long? Median { get; init; }
    public long? P75 { get; init; }
    public long? P90 { get; init; }

    /// <summary>The source stops here ("at or above"): percentiles that are null and stand above the largest one given.</summary>
    public long? TopCode { get; init; }

    /// <summary>The broader group these figures are of, when the source has none for the occupation itself.</summary>
    public string? GroupTitle { get; init; }

    public required string Source { get; init; }
}

/// <summary>Projected employment of an occupation.</summary>
internal sealed record Outlook
{
    public required OccupationId OccupationId { get; init; }
    public required string Place { get; init; }
    public required int FromYear { get; init; }
    public required int ToYear { get; init; }

    /// <summary>Tenths of a percent over the whole period.</summary>
    public required int ChangePermille { get; init; }

    /// <summary>Openings a year, annual average.</summary>
    public int? OpeningsPerYear { get; init; }

    public string? GroupTitle { get; init; }
    public required string Source { get; init; }
}

internal sealed class OccupationMapping : IEntityTypeConfiguration<Occupation>, IEntityTypeConfiguration<OccupationName>,
    IEntityTypeConfiguration<OccupationSkill>, IEntityTypeConfiguration<OccupationMatch>, IEntityTypeConfiguration<RelatedOccupation>,
    IEntityTypeConfiguration<EntryCondition>, IEntityTypeConfiguration<Wage>, IEntityTypeConfiguration<Outlook>
{
    public void Configure(EntityTypeBuilder<Occupation> builder)
    {
        builder.ToTable("occupations").HasKey(o => o.Id);
        builder.HasIndex(o => o.Framework);
    }

    public void Configure(EntityTypeBuilder<OccupationName> builder) =>
        builder.ToTable("occupation_names").HasKey(n => new { n.OccupationId, n.Language, n.Kind, n.Ordinal });

    public void Configure(EntityTypeBuilder<OccupationSkill> builder)
    {
        builder.ToTable("occupation_skills").HasKey(s => new { s.OccupationId, s.SkillId, s.Source });
        builder.HasIndex(s => s.SkillId);
    }

    public void Configure(EntityTypeBuilder<OccupationMatch> builder)
    {
        builder.ToTable("occupation_matches").HasKey(m => new { m.OccupationId, m.MatchId });
        builder.HasIndex(m => m.MatchId);
    }

    public void Configure(EntityTypeBuilder<RelatedOccupation> builder) =>
        builder.ToTable("related_occupations").HasKey(r => new { r.OccupationId, r.RelatedId });

    public void Configure(EntityTypeBuilder<EntryCondition> builder) =>
        builder.ToTable("entry_conditions").HasKey(e => new { e.OccupationId, e.Kind, e.Source, e.Ordinal });

    public void Configure(EntityTypeBuilder<Wage> builder) =>
        builder.ToTable("wages").HasKey(w => new { w.OccupationId, w.Place, w.AsOf });

    public void Configure(EntityTypeBuilder<Outlook> builder) =>
        builder.ToTable("outlooks").HasKey(o => new { o.OccupationId, o.Place, o.FromYear });
}
