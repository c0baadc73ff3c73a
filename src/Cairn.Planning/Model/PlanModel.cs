using Cairn.Planning.Problems;

namespace Cairn.Planning.Model;

/// <summary>
/// The variables of one question, which the rules bind together. A plan is a choice of candidates, a way to pay each, and a
/// calendar. The choice alone is a valid relaxation: the calendar is opened only where it is needed.
/// </summary>
internal sealed class PlanModel
{
    /// <summary>No plan that costs more than this is looked for: sums stay far inside 64 bits.</summary>
    private const long MostCost = 2_000_000_000_000_000_000;

    private readonly Var?[] _paysThrough;
    private readonly List<(int Aid, Var Given)>[] _aidGiven;
    private readonly Var[][] _startsOn;
    private readonly Var[] _reached;
    private readonly List<Var>[] _reachedThrough;

    /// <param name="problem">The question.</param>
    /// <param name="weeksAtMost">No plan that takes more weeks is looked for.</param>
    /// <param name="weeksAreMinimised">The weeks of the choice are bound from below as well as they can be.</param>
    /// <param name="recognitionCounts">Recognition is asked about: without it its variables are only in the way.</param>
    public PlanModel(PlanProblem problem, int weeksAtMost, bool weeksAreMinimised = false, bool recognitionCounts = false)
    {
        Problem = problem;
        RecognitionCounts = recognitionCounts;
        WeeksAtMost = weeksAtMost;
        WeeksAreMinimised = weeksAreMinimised;
        var count = problem.Candidates.Length;
        Takes = new Var[count];
        _paysThrough = new Var?[count];
        _aidGiven = new List<(int, Var)>[count];
        _startsOn = new Var[count][];
        _reached = new Var[problem.OpenNeeds.Length];
        _reachedThrough = Array.ConvertAll(_reached, _ => new List<Var>());
        for (var p = 0; p < count; p++)
        {
            Takes[p] = Solver.Flag();
            if (problem.EveryCandidateIsTaken) Solver.Fix(Takes[p], 1);
            else if (problem.Candidates[p].CountsOnlyAmongEquals) Solver.Fix(Takes[p], 0);
            Hours.Add(Takes[p], problem.Candidates[p].Hours);
            Programs.Add(Takes[p]);
            _aidGiven[p] = [];
        }

        for (var p = 0; p < count; p++)
            _startsOn[p] = problem.Candidates[p].CohortDays is { } days ? Array.ConvertAll(days, _ => Solver.Flag()) : [];
        Weeks = Solver.Whole(0, weeksAtMost);
    }

    public SolverModel Solver { get; } = new();

    public PlanProblem Problem { get; }

    /// <summary>By candidate: it is in the plan.</summary>
    public Var[] Takes { get; }

    /// <summary>Weeks of the plan, or more.</summary>
    public Var Weeks { get; }

    public int WeeksAtMost { get; }

    public bool WeeksAreMinimised { get; }

    public bool RecognitionCounts { get; }

    /// <summary>Weeks in which self-paced programs can run: all of them end on a whole week.</summary>
    public int SelfPacedWeeks => Problem.SelfPacedWeeks(WeeksAtMost);

    public Sum Cost { get; } = new();

    public Sum Hours { get; } = new();

    public Sum Programs { get; } = new();

    /// <summary>Weight of the open needs that are reached, or less.</summary>
    public Sum ReachedWeight { get; } = new();

    /// <summary>Recognition, or less.</summary>
    public Sum Recognition { get; } = new();

    /// <summary>The largest cost a solution can have; it grows as the rules of money add themselves.</summary>
    public long CostCeiling { get; private set; }

    public long HoursCeiling => Problem.Candidates.Sum(c => (long)c.Hours);

    /// <summary>The calendar, once it is open.</summary>
    public CalendarVariables? Calendar { get; private set; }

    /// <summary>A cohort starts on this of its days.</summary>
    public Var StartsOn(int candidate, int day) => _startsOn[candidate][day];

    /// <summary>A flag for a candidate that can be paid once or through its subscription; null where there is no choice.</summary>
    public Var? PaysThrough(int candidate) => _paysThrough[candidate];

    public void ChoosesToPayThrough(int candidate, Var flag) => _paysThrough[candidate] = flag;

    /// <summary>A flag that is set only where an open need is reached.</summary>
    public Var Reached(int need) => _reached[need];

    public Var Reaches(int need, Var flag) => _reached[need] = flag;

    /// <summary>Flags of which one is set only where the need is reached through that subscription.</summary>
    public IReadOnlyList<Var> ReachedThrough(int need) => _reachedThrough[need];

    public void ReachesThrough(int need, Var flag) => _reachedThrough[need].Add(flag);

    public void GivesAid(int candidate, int aid, Var flag) => _aidGiven[candidate].Add((aid, flag));

    public IReadOnlyList<(int Aid, Var Given)> AidFor(int candidate) => _aidGiven[candidate];

    /// <summary>Adds to the cost something that happens at most so often. Returns how often it may happen in a plan that is looked for.</summary>
    public long AddCost(long amount, long atMost, int parts)
    {
        var most = amount == 0 ? atMost : Math.Min(atMost, MostCost / Math.Max(1, parts) / amount);
        CostCeiling = checked(CostCeiling + amount * most);
        return most;
    }

    /// <summary>Candidates of the plan that the search starts from.</summary>
    public List<int> Hinted { get; } = [];

    public void OpenCalendar() => Calendar = new(this);

    /// <summary>By week: the cohorts that touch it, each by an amount of its own.</summary>
    public SortedDictionary<int, Sum> CohortsByWeek(Func<Candidate, int> amount)
    {
        var weeks = new SortedDictionary<int, Sum>();
        for (var p = 0; p < Problem.Candidates.Length; p++)
        {
            var candidate = Problem.Candidates[p];
            for (var d = 0; d < (candidate.CohortDays?.Length ?? 0); d++)
            {
                var (from, to) = candidate.WeeksTouched(candidate.CohortDays![d]);
                for (var week = from; week < to; week++)
                {
                    if (!weeks.TryGetValue(week, out var sum)) weeks[week] = sum = new();
                    sum.Add(StartsOn(p, d), amount(candidate));
                }
            }
        }

        return weeks;
    }
}
