namespace Cairn.Planning.Problems;

/// <summary>A program that some plan could hold, with everything a question asks of it as numbers. Days count from the first day of week 0.</summary>
internal sealed record Candidate
{
    /// <summary>Position in the request.</summary>
    public required int Position { get; init; }

    public required int Hours { get; init; }

    public required int Recognition { get; init; }

    /// <summary>Open needs it reaches by itself, ascending.</summary>
    public required int[] Reaches { get; init; }

    /// <summary>Requirements that nobody holds for it, by their place in <see cref="PlanProblem.Requirements"/>.</summary>
    public required int[] Requires { get; init; }

    /// <summary>Candidates that must be in the plan and finish before.</summary>
    public required int[] After { get; init; }

    /// <summary>Single price with the best aid that is not counted; null when it cannot be bought so.</summary>
    public required long? Price { get; init; }

    /// <summary>The aid inside <see cref="Price"/>, or -1.</summary>
    public required int FreeAid { get; init; }

    /// <summary>Aid that is counted and takes more off than the aid inside <see cref="Price"/>.</summary>
    public required CountedAid[] CountedAid { get; init; }

    /// <summary>Its subscription, or -1.</summary>
    public required int Subscription { get; init; }

    /// <summary>Days on which a cohort can start; null when it starts at any time.</summary>
    public required int[]? CohortDays { get; init; }

    /// <summary>Days a cohort lasts.</summary>
    public required int CohortLength { get; init; }

    /// <summary>Hours in every week a cohort touches.</summary>
    public required int WeeklyHours { get; init; }

    /// <summary>Fewest weeks it can occupy.</summary>
    public required int FewestWeeks { get; init; }

    /// <summary>No plan starts it before this day.</summary>
    public required int EarliestStart { get; init; }

    /// <summary>No plan finishes it before this day.</summary>
    public required int EarliestFinish { get; init; }

    /// <summary>
    /// A later one beats it in hours and in nothing else: it is in no best plan where hours count, but stands first among plans that are equal without them.
    /// </summary>
    public bool CountsOnlyAmongEquals { get; init; }

    public bool IsCohort => CohortDays is not null;

    /// <summary>Weeks a cohort that starts on this day touches: the first one and the one after the last.</summary>
    public (int From, int To) WeeksTouched(int day) => (day / 7, (day + CohortLength - 1) / 7 + 1);
}

/// <summary>Aid of which only so many programs may have some.</summary>
/// <param name="Aid">Position in the request.</param>
/// <param name="Off">Minor units it takes off <see cref="Candidate.Price"/>.</param>
internal readonly record struct CountedAid(int Aid, long Off);

/// <summary>A skill at a level that candidates require and the person does not hold.</summary>
/// <param name="Suppliers">Candidates that teach it so far, ascending.</param>
internal sealed record Requirement(int[] Suppliers);
