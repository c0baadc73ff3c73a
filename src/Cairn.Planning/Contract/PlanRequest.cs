namespace Cairn.Planning.Contract;

/// <summary>
/// Everything a plan is worked out from. A request stands alone: no database, no clock, no network.
/// Amounts are integer minor units of <see cref="Currency"/>; hours and weeks are whole numbers.
/// </summary>
/// <remarks>Made by <c>PlanRequestJson.Read</c>, which refuses what breaks a bound, or built by hand for a product's own data.</remarks>
public sealed record PlanRequest
{
    /// <summary>ISO 4217 code of every amount in the request and the answer.</summary>
    public required string Currency { get; init; }

    /// <summary>What the person can spend: hours, money, time, languages.</summary>
    public required PlanLimits Limits { get; init; }

    /// <summary>Skills the person holds, each named once.</summary>
    public IReadOnlyList<HeldSkill> Has { get; init; } = [];

    /// <summary>Skills the goal asks for, each named once.</summary>
    public required IReadOnlyList<SkillNeed> Needs { get; init; }

    /// <summary>The catalogue. Its order breaks ties, so the same request gives the same plan.</summary>
    public required IReadOnlyList<PlanProgram> Programs { get; init; }

    /// <summary>Monthly fees that open several programs.</summary>
    public IReadOnlyList<Subscription> Subscriptions { get; init; } = [];

    /// <summary>Granted aid. Aid that is only possible belongs in a second request.</summary>
    public IReadOnlyList<Aid> Aid { get; init; } = [];

    /// <summary>What to answer; the three named plans when the file does not say.</summary>
    public PlanQuestions Ask { get; init; } = PlanQuestions.NamedPlans;

    /// <summary>Wall clock for the whole request. Default ten seconds.</summary>
    public double TimeLimitSeconds { get; init; } = 10;

    /// <summary>Alternative goals, for <see cref="PlanQuestions.Transitions"/>.</summary>
    public IReadOnlyList<PlanGoal> Goals { get; init; } = [];
}

/// <summary>What a plan must keep. An absent limit does not limit.</summary>
public sealed record PlanLimits
{
    /// <summary>Hours a week, 1 to 168.</summary>
    public required int HoursPerWeek { get; init; }

    /// <summary>First day of week 0.</summary>
    public required DateOnly StartOn { get; init; }

    /// <summary>Last day on which a program may finish, inclusive.</summary>
    public DateOnly? FinishBy { get; init; }

    /// <summary>Most to pay, in minor units.</summary>
    public long? Budget { get; init; }

    /// <summary>Languages a program may be in; <c>en</c> accepts <c>en-GB</c>. Absent: any.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Most programs in the plan.</summary>
    public int? MaxPrograms { get; init; }

    /// <summary>Most programs running in one week.</summary>
    public int? MaxAtOnce { get; init; }

    /// <summary>Share of the reachable weight to reach, in millionths (1,000,000 is all of it); null when the file is silent, which means all of it.</summary>
    public int? CoverageMillionths { get; init; }
}

/// <summary>A skill at a level: 1 introductory, 2 working, 3 advanced.</summary>
/// <param name="Skill">Any string; compared exactly.</param>
/// <param name="Level">1 to 3.</param>
public readonly record struct SkillLevel(string Skill, int Level);

/// <summary>A skill the person holds, and how it is known.</summary>
/// <param name="Skill">Any string; compared exactly.</param>
/// <param name="Level">1 to 3.</param>
/// <param name="Evidence"><c>verified</c>, <c>assessed</c>, <c>imported</c>, <c>declared</c>, or null.</param>
public sealed record HeldSkill(string Skill, int Level, string? Evidence = null);

/// <summary>A skill the goal asks for.</summary>
/// <param name="Skill">Any string; compared exactly.</param>
/// <param name="Level">1 to 3.</param>
/// <param name="Weight">1 to 10⁹; its share of the total decides coverage.</param>
public sealed record SkillNeed(string Skill, int Level, long Weight);

/// <summary>A program that can be taken.</summary>
public sealed record PlanProgram
{
    /// <summary>Unique in the request.</summary>
    public required string Id { get; init; }

    /// <summary>Shown, never used.</summary>
    public string? Name { get; init; }

    /// <summary>Shown, never used.</summary>
    public string? Provider { get; init; }

    /// <summary>Shown, never used.</summary>
    public string? Kind { get; init; }

    /// <summary>Hours of work, 1 to 100,000.</summary>
    public required int Hours { get; init; }

    /// <summary>BCP 47; null always fits.</summary>
    public string? Language { get; init; }

    /// <summary>Cohort dates, or null for "any time, at the learner's pace".</summary>
    public IReadOnlyList<DateOnly>? Starts { get; init; }

    /// <summary>Length of a cohort; information only without dates.</summary>
    public int? Weeks { get; init; }

    /// <summary>Single price in minor units, or null when it cannot be bought so.</summary>
    public long? PriceOnce { get; init; }

    /// <summary>Id of a subscription it is open through, or null.</summary>
    public string? Subscription { get; init; }

    /// <summary>What it teaches, to which level.</summary>
    public required IReadOnlyList<SkillLevel> Teaches { get; init; }

    /// <summary>What must be held, or taught by a program that finishes before.</summary>
    public IReadOnlyList<SkillLevel> Requires { get; init; } = [];

    /// <summary>Ids of programs that must be in the plan and finish before.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Tier 0 to 3, from evidence.</summary>
    public int Recognition { get; init; }
}

/// <summary>One monthly fee for every program that names it.</summary>
/// <param name="Id">Unique in the request.</param>
/// <param name="PerMonth">Minor units a month.</param>
public sealed record Subscription(string Id, long PerMonth);

/// <summary>Granted aid on the single price of listed programs; at most one aid per program.</summary>
/// <param name="Id">Unique in the request.</param>
/// <param name="Programs">Ids it may lower.</param>
/// <param name="Percent">Exact percent of the price, rounded down to the minor unit; or null.</param>
/// <param name="Amount">Minor units off, not more than the price; or null. Exactly one of the two is given.</param>
/// <param name="AtMost">Most programs it may lower; null does not limit.</param>
public sealed record Aid(string Id, IReadOnlyList<string> Programs, decimal? Percent, long? Amount, int? AtMost);

/// <summary>A goal to compare with others: the same person and limits, other needs.</summary>
/// <param name="Id">Unique in the request.</param>
/// <param name="Needs">What it asks for.</param>
public sealed record PlanGoal(string Id, IReadOnlyList<SkillNeed> Needs);

/// <summary>What the request asks.</summary>
public sealed record PlanQuestions
{
    /// <summary>The three named plans, no frontier, no reasons.</summary>
    public static PlanQuestions NamedPlans { get; } = new() { Cheapest = true, Fastest = true, BestRecognised = true };

    /// <summary>Least cost, then hours.</summary>
    public bool Cheapest { get; init; }

    /// <summary>Fewest weeks, then cost.</summary>
    public bool Fastest { get; init; }

    /// <summary>Most recognition, then least cost.</summary>
    public bool BestRecognised { get; init; }

    /// <summary>Every (cost, weeks, recognition) that no valid plan dominates.</summary>
    public bool Frontier { get; init; }

    /// <summary>Per program of each named plan: what only it covers, and the answer without it.</summary>
    public bool Why { get; init; }

    /// <summary>Rank <see cref="PlanRequest.Goals"/>; null when not asked.</summary>
    public TransitionQuestion? Transitions { get; init; }
}

/// <summary>Rank the goals by solved cost or weeks.</summary>
/// <param name="By"><c>cost</c> or <c>weeks</c>.</param>
/// <param name="Top">How many to list.</param>
public sealed record TransitionQuestion(string By, int Top);
