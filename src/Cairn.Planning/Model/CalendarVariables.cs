namespace Cairn.Planning.Model;

/// <summary>
/// Which self-paced programs run in which weeks. A program that nothing waits for, that waits for nothing and that need not
/// share a limit of programs at once has no weeks of its own: its hours go into a pool that fills what is left of any week.
/// </summary>
internal sealed class CalendarVariables
{
    private readonly PlanModel _model;
    private readonly Var[]?[] _started;
    private readonly Var[]?[] _ended;
    private readonly Var[]?[] _hours;

    public CalendarVariables(PlanModel model)
    {
        _model = model;
        var problem = model.Problem;
        var waits = new bool[problem.Candidates.Length];
        foreach (var requirement in problem.Requirements)
        {
            foreach (var q in requirement.Suppliers) waits[q] = true;
        }

        for (var p = 0; p < waits.Length; p++)
        {
            var candidate = problem.Candidates[p];
            if (candidate.Requires.Length > 0 || candidate.After.Length > 0 || problem.Limits.MaxAtOnce is not null) waits[p] = true;
            foreach (var q in candidate.After) waits[q] = true;
        }

        _started = new Var[]?[waits.Length];
        _ended = new Var[]?[waits.Length];
        _hours = new Var[]?[waits.Length];
        for (var p = 0; p < waits.Length; p++)
        {
            if (waits[p] && !problem.Candidates[p].IsCohort) GiveWeeks(p);
        }
    }

    public bool HasWeeks(int candidate) => _started[candidate] is not null;

    /// <summary>It starts in this week or before.</summary>
    public Var StartedBy(int candidate, int week) => _started[candidate]![week];

    /// <summary>It ends before this week: 1 to the number of self-paced weeks.</summary>
    public Var EndedBefore(int candidate, int week) => _ended[candidate]![week - 1];

    /// <summary>Hours it gets in this week.</summary>
    public Var HoursIn(int candidate, int week) => _hours[candidate]![week];

    /// <summary>1 in the weeks from its first through its last.</summary>
    public Sum RunsIn(int candidate, int week)
    {
        var sum = Sum.Of(StartedBy(candidate, week));
        return week == 0 ? sum : sum.Add(EndedBefore(candidate, week), -1);
    }

    /// <summary>1 if it is in the plan and its last day is before this day.</summary>
    public Sum FinishedBefore(int candidate, int day)
    {
        var sum = new Sum();
        if (_model.Problem.Candidates[candidate] is { CohortDays: { } days, CohortLength: var length })
        {
            for (var d = 0; d < days.Length; d++)
            {
                if (days[d] + length - 1 < day) sum.Add(_model.StartsOn(candidate, d));
            }

            return sum;
        }

        var week = Math.Min(day / 7, _model.SelfPacedWeeks);
        return week < 1 ? sum : sum.Add(EndedBefore(candidate, week));
    }

    private void GiveWeeks(int p)
    {
        var (candidate, solver, weeks) = (_model.Problem.Candidates[p], _model.Solver, _model.SelfPacedWeeks);
        var (started, ended) = (new Var[weeks], new Var[weeks]);
        if (weeks == 0)
        {
            solver.Fix(_model.Takes[p], 0);
        }
        else
        {
            for (var k = 0; k < weeks; k++)
            {
                started[k] = k == weeks - 1 ? _model.Takes[p] : solver.Flag();
                ended[k] = k == weeks - 1 ? _model.Takes[p] : solver.Flag();
                if (k < weeks - 1 && 7 * k < candidate.EarliestStart) solver.Fix(started[k], 0);
                if (k < weeks - 1 && 7 * (k + 1) <= candidate.EarliestFinish) solver.Fix(ended[k], 0);
            }

            for (var k = 0; k < weeks; k++)
            {
                if (k > 0) solver.AtMost(Sum.Of(started[k - 1]).Add(started[k], -1), 0);
                if (k > 0) solver.AtMost(Sum.Of(ended[k - 1]).Add(ended[k], -1), 0);
                if (k < weeks - 1) solver.AtMost(Sum.Of(ended[k]).Add(started[k], -1), 0);
            }
        }

        _hours[p] = new Var[weeks];
        for (var k = 0; k < weeks; k++)
            _hours[p]![k] = solver.Whole(0, 7 * k < candidate.EarliestStart ? 0 : Math.Min(candidate.Hours, _model.Problem.HoursPerWeek));
        _started[p] = started;
        _ended[p] = ended;
    }
}
