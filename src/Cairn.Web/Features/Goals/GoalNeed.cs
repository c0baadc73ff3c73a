using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Goals;

/// <summary>One skill a goal asks for, and where the person stands.</summary>
internal sealed record GoalNeed
{
    public required SkillId SkillId { get; init; }

    /// <summary>1 introductory, 2 working, 3 advanced.</summary>
    public required int Level { get; init; }

    /// <summary>The source names the level, or the person chose it; false: the rule's ordinary level.</summary>
    public required bool LevelStated { get; init; }

    /// <summary>Share of the goal; compared only with the other needs of this goal.</summary>
    public required long Weight { get; init; }

    /// <summary>Importance as the source states it, in hundredths of 1 to 5; null where it states none.</summary>
    public int? Importance { get; init; }

    /// <summary>Who says so; null when the person chose it.</summary>
    public OccupationSkillSource? Source { get; init; }

    /// <summary>It comes from an occupation that is only broadly the same.</summary>
    public bool FromBroadMatch { get; init; }

    /// <summary>Among the weightiest, or added by the person: plans reach for it.</summary>
    public required bool Planned { get; init; }

    /// <summary>One of the generic skills every occupation is rated on: shown, and planned for only when added.</summary>
    public bool Generic { get; init; }

    /// <summary>The person took it out.</summary>
    public bool Removed { get; init; }

    /// <summary>Level the person confirmed, 0 to 3; it counts only while their own word counts.</summary>
    public int Held { get; init; }

    public bool IsMet(bool ownWordCounts) => ownWordCounts && Held >= Level;
}
