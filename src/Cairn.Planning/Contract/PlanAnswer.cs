namespace Cairn.Planning.Contract;

/// <summary>What was found and what was proved. Amounts are minor units of the request's currency.</summary>
public sealed record PlanAnswer
{
    /// <summary>Plans by name, in the order <c>cheapest</c>, <c>fastest</c>, <c>bestRecognised</c>; only those asked for.</summary>
    public required IReadOnlyDictionary<string, LearnerPlan> Plans { get; init; }

    /// <summary>Needs that are not held and that no program of the request teaches at the level.</summary>
    public required IReadOnlyList<string> Unreachable { get; init; }

    /// <summary>Undominated (cost, weeks, recognition), by cost; null when not asked.</summary>
    public IReadOnlyList<FrontierPoint>? Frontier { get; init; }

    /// <summary>False when time ran out before the frontier was complete; null when not asked.</summary>
    public bool? FrontierComplete { get; init; }

    /// <summary>Per named plan, why each program is in it; null when not asked.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ProgramReason>>? Why { get; init; }

    /// <summary>One inclusion-minimal set of limits that cannot hold together; null when a plan exists.</summary>
    public IReadOnlyList<string>? BlockedBy { get; init; }

    /// <summary>Per present limit the nearest value that makes a plan possible, smallest relative change first; null when a plan exists.</summary>
    public IReadOnlyList<SmallestChange>? SmallestChanges { get; init; }

    /// <summary>The best goals; null when not asked.</summary>
    public TransitionAnswer? Transitions { get; init; }
}

/// <summary>How much was proved.</summary>
public enum PlanStatus
{
    /// <summary>No valid plan is better in the first criterion, nor equal in it and better in the second.</summary>
    Proven,

    /// <summary>A valid plan; time ran out before the proof. The bound and gap are honest.</summary>
    Bounded,

    /// <summary>No valid plan exists, proven.</summary>
    Infeasible,

    /// <summary>Time ran out with neither plan nor proof.</summary>
    Unknown,
}

/// <summary>One named plan.</summary>
public sealed record LearnerPlan
{
    /// <summary>What was proved about it.</summary>
    public required PlanStatus Status { get; init; }

    /// <summary>Proven bound of the first criterion in its own unit (minor units, weeks or recognition); null when nothing is known.</summary>
    public long? Bound { get; init; }

    /// <summary>|value − bound| ÷ max(1, |value|), for <see cref="PlanStatus.Bounded"/> only.</summary>
    public double? Gap { get; init; }

    /// <summary>Minor units, after aid.</summary>
    public long Cost { get; init; }

    /// <summary>Hours of all programs.</summary>
    public int Hours { get; init; }

    /// <summary>Weeks from the start through the one in which the last program finishes; 0 for the empty plan.</summary>
    public int Weeks { get; init; }

    /// <summary>Reached or held weight ÷ total weight, rounded down to millionths; 1,000,000 when there is nothing to reach.</summary>
    public int CoverageMillionths { get; init; }

    /// <summary>Σ over open, reached needs of weight × highest tier among the programs that reach it.</summary>
    public long Recognition { get; init; }

    /// <summary>Subscriptions that are paid, in the order of the request.</summary>
    public IReadOnlyList<PaidSubscription> Subscriptions { get; init; } = [];

    /// <summary>Programs by start, then by position in the request.</summary>
    public IReadOnlyList<PlannedProgram> Programs { get; init; } = [];
}

/// <summary>A subscription as the plan pays for it.</summary>
/// <param name="Id">Id in the request.</param>
/// <param name="Months">⌈hours through it ÷ month hours⌉.</param>
/// <param name="MonthHours">⌊hours a week × 52 ÷ 12⌋.</param>
/// <param name="CalendarMonths">Months from the first start to the last finish of its programs in this schedule.</param>
public sealed record PaidSubscription(string Id, int Months, int MonthHours, int CalendarMonths);

/// <summary>A program in its place.</summary>
/// <param name="Id">Id in the request.</param>
/// <param name="Start">First day.</param>
/// <param name="Finish">Last day.</param>
/// <param name="Pays"><c>once</c>, or the id of a subscription or aid.</param>
/// <param name="Covers">All open needs it reaches by itself, in the order of the needs.</param>
public sealed record PlannedProgram(string Id, DateOnly Start, DateOnly Finish, string Pays, IReadOnlyList<string> Covers);

/// <summary>A point that no valid plan dominates.</summary>
public sealed record FrontierPoint(long Cost, int Weeks, long Recognition)
{
    /// <summary>A plan that has this cost, these weeks and this recognition.</summary>
    public required LearnerPlan Plan { get; init; }
}

/// <summary>Why a program is in a plan.</summary>
/// <param name="Id">Id in the request.</param>
/// <param name="Only">Needs no other program of the plan reaches.</param>
/// <param name="Without">The answer when it is forbidden.</param>
public sealed record ProgramReason(string Id, IReadOnlyList<string> Only, Counterfactual Without);

/// <summary>The same question with one program forbidden.</summary>
/// <param name="Status">What was proved.</param>
/// <param name="Cost">Minor units, or null without a plan.</param>
/// <param name="Weeks">Weeks, or null without a plan.</param>
/// <param name="CoverageMillionths">Coverage, or null without a plan.</param>
public sealed record Counterfactual(PlanStatus Status, long? Cost, int? Weeks, int? CoverageMillionths);

/// <summary>The nearest value of one limit that makes a plan possible.</summary>
/// <param name="Dimension">The limit's member name.</param>
/// <param name="To">Minor units, hours, day, millionths, languages or count: see the kind of the dimension.</param>
public sealed record SmallestChange(string Dimension, ChangedLimit To);

/// <summary>The value of a changed limit; exactly one member is set.</summary>
public sealed record ChangedLimit
{
    /// <summary><c>budget</c>, minor units.</summary>
    public long? Amount { get; init; }

    /// <summary><c>hoursPerWeek</c>, <c>maxPrograms</c>, <c>maxAtOnce</c>.</summary>
    public int? Count { get; init; }

    /// <summary><c>finishBy</c>.</summary>
    public DateOnly? Date { get; init; }

    /// <summary><c>coverage</c>, millionths.</summary>
    public int? CoverageMillionths { get; init; }

    /// <summary><c>languages</c>: the list with the fewest added, in the order of the request.</summary>
    public IReadOnlyList<string>? Languages { get; init; }
}

/// <summary>The best goals and whether that list is proven.</summary>
/// <param name="Goals">Best first.</param>
/// <param name="Solved">Goals solved.</param>
/// <param name="Pruned">Goals a bound excluded.</param>
/// <param name="Proven">No unlisted goal would enter the list.</param>
public sealed record TransitionAnswer(IReadOnlyList<GoalAnswer> Goals, int Solved, int Pruned, bool Proven);

/// <summary>One ranked goal.</summary>
/// <param name="Id">Id in the request.</param>
/// <param name="Status">What was proved about its plan.</param>
/// <param name="Cost">Minor units.</param>
/// <param name="Weeks">Weeks.</param>
/// <param name="Hours">Hours.</param>
/// <param name="CoverageMillionths">Coverage.</param>
/// <param name="CarriedOver">Needs that are held already.</param>
public sealed record GoalAnswer(string Id, PlanStatus Status, long Cost, int Weeks, int Hours, int CoverageMillionths, IReadOnlyList<string> CarriedOver);
