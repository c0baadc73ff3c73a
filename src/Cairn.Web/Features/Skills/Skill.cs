using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Web.Features.Skills;

/// <summary>What kind of entry a framework calls it.</summary>
internal enum SkillKind
{
    /// <summary>ESCO skill or competence, or a rich skill descriptor.</summary>
    Skill,

    /// <summary>ESCO knowledge concept, or one of the 33 O*NET knowledge areas.</summary>
    Knowledge,

    /// <summary>O*NET technology example, such as Python.</summary>
    Technology,

    /// <summary>One of the 35 generic O*NET skills: shown in a gap, not planned for unless added.</summary>
    GenericSkill,

    Ability,
    WorkActivity,

    /// <summary>ESCO language skill.</summary>
    Language,

    /// <summary>ESCO transversal skill.</summary>
    Transversal,

    /// <summary>ESCO skill group: a heading that skills stand under, never planned for.</summary>
    Group,
}

/// <summary>An entry of an imported framework that a person can hold and a program can teach.</summary>
internal sealed record Skill
{
    public required SkillId Id { get; init; }
    public required string Framework { get; init; }
    public required SkillKind Kind { get; init; }

    /// <summary>The framework's own address of it, or null.</summary>
    public string? Uri { get; init; }

    /// <summary>Hot technology: often asked for by employers across occupations (O*NET).</summary>
    public bool Hot { get; init; }

    /// <summary>ESCO reuse level: transversal, cross-sector, sector-specific, occupation-specific; null when not published.</summary>
    public string? ReuseLevel { get; init; }
}

/// <summary>How a name is meant.</summary>
internal enum NameKind
{
    Preferred,
    Alternate,

    /// <summary>Found by search, never shown.</summary>
    Hidden,

    /// <summary>A sentence or two that explains the entry.</summary>
    Description,
}

/// <summary>A name or description of a skill in one language.</summary>
internal sealed record SkillName
{
    public required SkillId SkillId { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public required NameKind Kind { get; init; }

    /// <summary>0 for the preferred name; alternates count up.</summary>
    public required int Ordinal { get; init; }

    public required string Text { get; init; }
}

/// <summary>What a level of a skill means in words, as its framework explains it: "install application programs" is level 2 of 7.</summary>
internal sealed record LevelAnchor
{
    public required SkillId SkillId { get; init; }
    public required string Language { get; init; }

    /// <summary>In hundredths of the framework's own scale; O*NET 0 to 700.</summary>
    public required int Level { get; init; }

    public required string Text { get; init; }
}

/// <summary>A skill stands under a broader one.</summary>
internal sealed record BroaderSkill
{
    public required SkillId SkillId { get; init; }
    public required SkillId BroaderId { get; init; }
}

/// <summary>A skill asks for another, as its framework says.</summary>
internal sealed record RelatedSkill
{
    public required SkillId SkillId { get; init; }
    public required SkillId RelatedId { get; init; }
    public required bool Essential { get; init; }
}

/// <summary>
/// Two frameworks name the same thing: O*NET "Python" and ESCO "Python (computer programming)".
/// A program that teaches one counts for the other. <see cref="SkillId"/> is the one pages show.
/// </summary>
internal sealed record SameSkill
{
    public required SkillId SkillId { get; init; }
    public required SkillId OtherId { get; init; }

    /// <summary>Why they are held to be the same, in words.</summary>
    public required string Basis { get; init; }
}

internal sealed class SkillMapping : IEntityTypeConfiguration<Skill>, IEntityTypeConfiguration<SkillName>,
    IEntityTypeConfiguration<BroaderSkill>, IEntityTypeConfiguration<RelatedSkill>, IEntityTypeConfiguration<SameSkill>,
    IEntityTypeConfiguration<LevelAnchor>
{
    public void Configure(EntityTypeBuilder<Skill> builder)
    {
        builder.ToTable("skills").HasKey(s => s.Id);
        builder.HasIndex(s => s.Framework);
    }

    public void Configure(EntityTypeBuilder<SkillName> builder) =>
        builder.ToTable("skill_names").HasKey(n => new { n.SkillId, n.Language, n.Kind, n.Ordinal });

    public void Configure(EntityTypeBuilder<BroaderSkill> builder)
    {
        builder.ToTable("broader_skills").HasKey(b => new { b.SkillId, b.BroaderId });
        builder.HasIndex(b => b.BroaderId);
    }

    public void Configure(EntityTypeBuilder<RelatedSkill> builder)
    {
        builder.ToTable("related_skills").HasKey(r => new { r.SkillId, r.RelatedId, r.Essential });
        builder.HasIndex(r => r.RelatedId);
    }

    public void Configure(EntityTypeBuilder<SameSkill> builder)
    {
        builder.ToTable("same_skills").HasKey(s => new { s.SkillId, s.OtherId });
        builder.HasIndex(s => s.OtherId);
    }

    public void Configure(EntityTypeBuilder<LevelAnchor> builder) =>
        builder.ToTable("level_anchors").HasKey(a => new { a.SkillId, a.Language, a.Level });
}
