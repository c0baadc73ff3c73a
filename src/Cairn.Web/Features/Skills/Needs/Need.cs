namespace Cairn.Web.Features.Skills.Needs;

/// <summary>What an occupation needs, heaviest first.</summary>
internal sealed record OccupationNeed
{
    /// <summary>The skill that is shown; others that mean the same are merged into it.</summary>
    public required SkillId SkillId { get; init; }

    /// <summary>1 to 3.</summary>
    public required int Level { get; init; }

    /// <summary>The source states a level. Where it does not, <see cref="Level"/> is our assumption and pages do not show it as a fact.</summary>
    public required bool LevelStated { get; init; }

    /// <summary>Hundredths; comparable between sources. Nought for what is shown but never weighed.</summary>
    public required int Weight { get; init; }

    /// <summary>Among those that a plan is made for, unless the person says otherwise.</summary>
    public required bool Planned { get; init; }

    /// <summary>Why it is not among them though it is a need.</summary>
    public NotPlanned? NotPlanned { get; init; }

    public required IReadOnlyList<NeedSource> Sources { get; init; }
}

/// <summary>Why a need is shown but not planned for.</summary>
internal enum NotPlanned
{
    /// <summary>One of O*NET's 35 generic skills: the person may add it.</summary>
    Generic,

    /// <summary>The name of a kind of software, or one that most occupations use.</summary>
    EverydaySoftware,

    /// <summary>Twenty-five others weigh more, or twelve technologies do, or nearly every work asks for it.</summary>
    Lighter,
}

/// <summary>One statement that a need rests on.</summary>
/// <param name="Kind">What was stated.</param>
/// <param name="From">The occupation it was stated of: the one asked about, a match or a relative.</param>
/// <param name="Match">What that occupation is to the one asked about; null when it is itself or a relative.</param>
/// <param name="Row">The statement as stored, with importance, level, date and its uncertainty.</param>
internal sealed record NeedSource(OccupationSkillSource Kind, OccupationId From, MatchType? Match, OccupationSkill Row);

/// <summary>The needs of one occupation and what must be said about them.</summary>
internal sealed record OccupationNeedList(IReadOnlyList<OccupationNeed> Needs, IReadOnlyList<NeedRemark> Remarks);

/// <summary>Something a page says above the list.</summary>
/// <param name="Kind">What.</param>
/// <param name="Occupations">The occupations it speaks of.</param>
internal sealed record NeedRemark(NeedRemarkKind Kind, IReadOnlyList<OccupationId> Occupations);

internal enum NeedRemarkKind
{
    /// <summary>From exact matches in the other framework.</summary>
    FromExactMatch,
    FromCloseMatch,

    /// <summary>No exact match: from occupations of the other framework that are special cases of this one.</summary>
    FromNarrowMatch,

    /// <summary>No better match: from an occupation of the other framework that is broader than this one.</summary>
    FromBroadMatch,

    /// <summary>The other framework has nothing that matches.</summary>
    NoMatch,

    /// <summary>Its own framework says nothing of it: from its nearest relatives there.</summary>
    FromRelatives,

    /// <summary>Nobody says what it needs.</summary>
    Unknown,
}
