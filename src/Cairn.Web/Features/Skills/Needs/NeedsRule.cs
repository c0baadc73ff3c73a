namespace Cairn.Web.Features.Skills.Needs;

/// <summary>
/// The numbers of the needs rule, which an installation may change in its configuration section <c>Needs</c>. Weights are in hundredths, so that
/// 400 is "essential, and asked for by few". What each one does is said in <c>docs/needs.md</c>.
/// </summary>
internal sealed record NeedsRule
{
    public const string Section = "Needs";

    /// <summary>ESCO calls the skill essential for the occupation.</summary>
    public int Essential { get; init; } = 400;

    /// <summary>ESCO calls it optional.</summary>
    public int Optional { get; init; } = 100;

    /// <summary>O*NET: employers often ask for the technology in this occupation.</summary>
    public int InDemand { get; init; } = 400;

    /// <summary>O*NET: the technology is hot across occupations, and this one uses it.</summary>
    public int Hot { get; init; } = 200;

    /// <summary>O*NET knowledge at importance 5. At the least importance that counts it is half of this.</summary>
    public int Knowledge { get; init; } = 400;

    /// <summary>Least importance at which O*NET knowledge and generic skills are needs, in hundredths.</summary>
    public int LeastImportance { get; init; } = 300;

    /// <summary>A skill that one occupation in this many asks for, or fewer, counts in full.</summary>
    public int RareAtOneIn { get; init; } = 100;

    /// <summary>A technology that more than one occupation in this many uses is office equipment: shown, not planned for unless added.</summary>
    public int CommonAtOneIn { get; init; } = 2;

    /// <summary>
    /// Where several occupations stand in for this one: the least share of their voice, in percent, that must ask for a skill. What fewer ask for
    /// belongs to one special case.
    /// </summary>
    public int LeastShare { get; init; } = 25;

    /// <summary>O*NET level up to which ours is 1, in hundredths of its scale from 0 to 7.</summary>
    public int LevelOneUpTo { get; init; } = 230;

    /// <summary>O*NET level up to which ours is 2, in hundredths; above it is 3.</summary>
    public int LevelTwoUpTo { get; init; } = 460;

    /// <summary>Our level where the source states none.</summary>
    public int LevelUnlessStated { get; init; } = 2;

    /// <summary>How many of the weightiest needs are planned for.</summary>
    public int Planned { get; init; } = 25;

    /// <summary>Least weight of what is planned for: what nearly every work asks for tells nothing about this one.</summary>
    public int LeastWeight { get; init; } = 40;

    /// <summary>How many of them may be technologies, as long as there are others.</summary>
    public int PlannedTechnologies { get; init; } = 12;

    /// <summary>Of a level on O*NET's scale, ours: 1, 2 or 3.</summary>
    public int LevelOf(int onetHundredths) => onetHundredths <= LevelOneUpTo ? 1 : onetHundredths <= LevelTwoUpTo ? 2 : 3;

    /// <summary>
    /// How few occupations ask for a skill, in percent: 100 for one in a hundred or fewer, 50 for one in ten, 0 for all.
    /// The logarithm of how many occupations there are for each one that asks.
    /// </summary>
    public int Rarity(int asking, int all) => asking <= 0 || all <= 0 ? 100
        : (int)Math.Clamp(Math.Round(100 * Math.Log((double)all / asking) / Math.Log(RareAtOneIn)), 0, 100);

    /// <summary>What makes no sense about these numbers, or null.</summary>
    public string? Fault() =>
        new[] { Essential, Optional, InDemand, Hot, Knowledge, LeastWeight }.Any(weight => weight is < 0 or > 10_000) ? "weights stand between 0 and 10000."
        : LeastImportance is < 100 or > 499 ? "LeastImportance stands between 100 and 499."
        : RareAtOneIn is < 2 or > 10_000 ? "RareAtOneIn stands between 2 and 10000."
        : CommonAtOneIn < 1 ? "CommonAtOneIn is at least 1."
        : LeastShare is < 0 or > 100 ? "LeastShare is a percentage."
        : LevelOneUpTo < 0 || LevelTwoUpTo <= LevelOneUpTo || LevelTwoUpTo > 700 ? "LevelOneUpTo lies below LevelTwoUpTo, both between 0 and 700."
        : LevelUnlessStated is < 1 or > 3 ? "LevelUnlessStated is 1, 2 or 3."
        : Planned is < 1 or > 100 || PlannedTechnologies is < 0 or > 100 ? "Planned and PlannedTechnologies are at most 100."
        : null;
}
