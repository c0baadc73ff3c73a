using Cairn.Planning.Contract;

namespace Cairn.Web.Features.Plans;

/// <summary>What can be said now about the plans of a goal.</summary>
internal sealed record PlanState
{
    public required PlanRequest Request { get; init; }
    public required PlanAssumptions Assumptions { get; init; }

    /// <summary>The best answer so far; null while nothing is known.</summary>
    public PlanFindings? Findings { get; init; }

    /// <summary>Facts of the programs in the answer so far.</summary>
    public IReadOnlyDictionary<string, ProgramInPlan> Programs { get; init; } = new Dictionary<string, ProgramInPlan>();

    /// <summary>The stored answer, once there is one.</summary>
    public Plan? Plan { get; init; }

    /// <summary>More will come: ask again.</summary>
    public bool Working { get; init; }

    /// <summary>Questions whose turn comes before this one.</summary>
    public int Before { get; init; }

    /// <summary>The queue is full: nothing was asked.</summary>
    public bool Full { get; init; }

    /// <summary>What makes this a question the planner cannot be asked, such as a deadline before the first day; null when it can.</summary>
    public PlanError? Refused { get; init; }

    /// <summary>The planner failed; the log has the reason.</summary>
    public bool Failed { get; init; }
}
