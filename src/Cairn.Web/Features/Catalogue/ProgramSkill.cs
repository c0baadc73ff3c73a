namespace Cairn.Web.Features.Catalogue;

/// <summary>Why a program is held to teach a skill. Plans use the first three; guesses only if the person allows them.</summary>
internal enum SkillBasis
{
    /// <summary>Assessed in it: would close the gap when passed.</summary>
    Assessed,

    /// <summary>Listed by the provider: covers.</summary>
    Listed,

    /// <summary>Named in its title, by an exact or unambiguous label: covers.</summary>
    Title,

    /// <summary>Guessed from its words: may cover.</summary>
    Guessed,
}

/// <summary>A program teaches a skill, on a stated basis.</summary>
internal sealed record ProgramSkill
{
    public required ProgramId ProgramId { get; init; }
    public required Skills.SkillId SkillId { get; init; }

    /// <summary>1 to 3; the program's own level, else 2.</summary>
    public required int Level { get; init; }

    public required SkillBasis Basis { get; init; }

    /// <summary>Hundredths; 100 for the first three bases.</summary>
    public required int Confidence { get; init; }

    /// <summary>The words in the source that show it.</summary>
    public required string Words { get; init; }
}

/// <summary>A person said that a program does or does not teach a skill. It wins over every import and is never overwritten by one.</summary>
internal sealed record ProgramSkillCorrection
{
    public required ProgramId ProgramId { get; init; }
    public required Skills.SkillId SkillId { get; init; }
    public required bool Teaches { get; init; }

    /// <summary>1 to 3, or null to keep the imported level.</summary>
    public int? Level { get; init; }

    public required DateTimeOffset At { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A skill as the source words it, kept so that links can be made again and corrected.</summary>
internal sealed record ProgramTopic
{
    public required ProgramId ProgramId { get; init; }
    public required int Ordinal { get; init; }
    public required string Text { get; init; }
}
