using Cairn.Planning.Contract;
using Cairn.Planning.Problems;

namespace Cairn.Planning.Searching;

/// <summary>What is optimised. Every aim but the first has one number.</summary>
internal enum Aim
{
    /// <summary>Least cost, then fewest hours.</summary>
    CostThenHours,

    /// <summary>Least cost.</summary>
    Cost,

    /// <summary>Fewest weeks.</summary>
    Weeks,

    /// <summary>Fewest hours.</summary>
    Hours,

    /// <summary>Most recognition.</summary>
    Recognition,

    /// <summary>Fewest programs.</summary>
    Programs,

    /// <summary>Most weight of needs.</summary>
    Coverage,

    /// <summary>Any plan at all.</summary>
    Any,

    /// <summary>Of two plans the one without the last program, in the order of the request, in which they differ.</summary>
    Positions,
}

/// <summary>What a plan must keep besides the limits of its problem. An absent bound does not bind.</summary>
internal sealed record Within
{
    public static Within Limits { get; } = new();

    public long? CostAtMost { get; init; }

    public long? HoursAtMost { get; init; }

    public int? WeeksAtMost { get; init; }

    public long? RecognitionAtLeast { get; init; }
}

/// <summary>The end of a search.</summary>
/// <param name="Status">Proven means: for both numbers of the aim, where it has two.</param>
/// <param name="Draft">The best plan found, or null.</param>
/// <param name="Bound">No plan is better than this in the (first) number of the aim; null when nothing is known.</param>
internal sealed record Found(PlanStatus Status, Draft? Draft, long? Bound)
{
    /// <summary>Candidates that a plan of the same cost within the same bounds can hold; null when each can.</summary>
    public int[]? SameCost { get; init; }

    public static Found Infeasible { get; } = new(PlanStatus.Infeasible, null, null);
}
