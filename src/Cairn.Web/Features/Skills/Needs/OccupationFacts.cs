namespace Cairn.Web.Features.Skills.Needs;

/// <summary>Everything the needs of one occupation are worked out from, loaded before.</summary>
internal sealed record OccupationFacts
{
    public required OccupationId Id { get; init; }

    /// <summary>What its own framework says it asks for.</summary>
    public required IReadOnlyList<OccupationSkill> Own { get; init; }

    /// <summary>Occupations of the other framework that it is matched with, and what they ask for.</summary>
    public required IReadOnlyList<OtherOccupation> Matches { get; init; }

    /// <summary>Nearest occupations of its own framework, for when that says nothing of its own: same code, then same group.</summary>
    public required IReadOnlyList<OtherOccupation> Relatives { get; init; }

    /// <summary>What is known of each skill that a row above names.</summary>
    public required IReadOnlyDictionary<SkillId, SkillFacts> Skills { get; init; }

    /// <summary>The skill that is shown for one that another framework names too.</summary>
    public required IReadOnlyDictionary<SkillId, SkillId> ShownAs { get; init; }

    /// <summary>Occupations that each kind of source speaks of at all: of so many, how many ask for a skill.</summary>
    public required IReadOnlyDictionary<NeedFramework, int> Occupations { get; init; }
}

/// <summary>An occupation whose needs stand in for, or beside, those of the one asked about.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Match">What it is to the one asked about; null for a relative in the same framework.</param>
/// <param name="Asks">What it asks for.</param>
/// <param name="ExactElsewhere">It is the exact match of another occupation, so it speaks for this one with half a voice.</param>
internal sealed record OtherOccupation(OccupationId Id, MatchType? Match, IReadOnlyList<OccupationSkill> Asks, bool ExactElsewhere = false);

/// <param name="Kind">What kind of entry it is.</param>
/// <param name="Hot">Hot technology.</param>
/// <param name="NamesAKind">Its name says a kind of software ("Web browser software"), not one that can be learned.</param>
/// <param name="AskedBy">How many occupations ask for it.</param>
internal sealed record SkillFacts(SkillKind Kind, bool Hot, bool NamesAKind, int AskedBy);

/// <summary>Which occupations a count is out of.</summary>
internal enum NeedFramework
{
    Esco,
    OnetTechnology,
    OnetRating,
}
