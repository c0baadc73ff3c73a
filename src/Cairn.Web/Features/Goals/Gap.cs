using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills.Needs;

namespace Cairn.Web.Features.Goals;

/// <summary>One skill of a gap, as the page shows it.</summary>
/// <param name="Need">What is asked.</param>
/// <param name="Name">Its name in the reader's language, or the nearest there is.</param>
/// <param name="Teaching">Programs here that teach it, guesses not counted.</param>
/// <param name="TeachingAtLevel">Of those, the ones that reach the level needed.</param>
/// <param name="Plannable">Of those, the ones that plans may use: facts fresh enough, hours and price known, in a language the person accepts.</param>
/// <param name="Older">The ones plans might use if their facts were not too old.</param>
internal sealed record GapRow(GoalNeed Need, LocalName Name, int Teaching, int TeachingAtLevel, int Plannable, int Older);

/// <summary>What a goal asks for, sorted by where the person stands. A plan reaches for what is missing.</summary>
internal sealed record Gap
{
    public required IReadOnlyList<GapRow> Missing { get; init; }
    public required IReadOnlyList<GapRow> Held { get; init; }

    /// <summary>Missing, and no program that plans may use teaches it at the level: named, and outside plans and percentages.</summary>
    public required IReadOnlyList<GapRow> NotTaught { get; init; }

    /// <summary>Asked for as well, but not among the weightiest.</summary>
    public required IReadOnlyList<GapRow> Other { get; init; }

    /// <summary>Generic skills: shown, and planned for only when added.</summary>
    public required IReadOnlyList<GapRow> Generic { get; init; }

    /// <summary>
    /// Skills of the present occupation that plans reach for and the person has not confirmed, heaviest first: what is likeliest to shorten a plan.
    /// </summary>
    public required IReadOnlyList<GapRow> Suggested { get; init; }

    /// <summary>What else the present occupation shares with the goal. General skills come last: every occupation is rated on them.</summary>
    public required IReadOnlyList<GapRow> AlsoShared { get; init; }

    /// <summary>Where the needs come from, when it is not the occupation itself alone.</summary>
    public required IReadOnlyList<NeedRemark> Remarks { get; init; }

    private const int MostSuggested = 12;

    public int Planned => Missing.Count + Held.Count + NotTaught.Count;

    public static Gap Of(IReadOnlyList<GapRow> rows, IReadOnlyList<NeedRemark> remarks, IReadOnlySet<Skills.SkillId> present, bool ownWordCounts)
    {
        var planned = rows.Where(row => row.Need.Planned).ToList();
        var shared = rows.Where(row => row.Need.Held == 0 && !row.Need.Removed && present.Contains(row.Need.SkillId))
            .OrderByDescending(row => row.Need.Planned).ThenBy(row => row.Need.Generic).ThenByDescending(row => row.Need.Weight).ToList();
        var suggested = shared.TakeWhile(row => row.Need.Planned).Take(MostSuggested).ToList();
        var open = planned.Where(row => !row.Need.IsMet(ownWordCounts)).ToList();
        return new Gap
        {
            Remarks = remarks,
            Held = [.. planned.Where(row => row.Need.IsMet(ownWordCounts))],
            Missing = [.. open.Where(row => row.Plannable > 0)],
            NotTaught = [.. open.Where(row => row.Plannable == 0)],
            Other = [.. rows.Where(row => row.Need is { Planned: false, Generic: false })],
            Generic = [.. rows.Where(row => row.Need is { Planned: false, Generic: true })],
            Suggested = suggested,
            AlsoShared = [.. shared.Skip(suggested.Count)],
        };
    }
}
