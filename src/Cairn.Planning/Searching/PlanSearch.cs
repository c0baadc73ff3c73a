using Cairn.Planning.Contract;
using Cairn.Planning.Model;
using Cairn.Planning.Problems;
using Cairn.Planning.Rules;
using Cairn.Planning.Scheduling;

namespace Cairn.Planning.Searching;

/// <summary>
/// Finds the best plan of a problem and proves it. A choice is made without weeks, which is a valid relaxation; then the very
/// set found is given a calendar under every rule. If it has none, what stands in the way becomes a cut and the choice is made
/// again; if that happens too often, choice and calendar are decided together. Cuts are kept for every later question.
/// </summary>
internal sealed class PlanSearch
{
    private const int RoundsBeforeJoint = 12;
    private const long MostJointWeeks = 60_000;

    private readonly PlanProblem _problem;
    private readonly int _mostWeeks;
    private readonly List<Cut> _cuts = [];
    private readonly int _roundsBeforeJoint;
    private readonly int _few;
    private long _fewestWeeks;
    private long _mostRecognition = long.MaxValue;

    /// <param name="problem">The question.</param>
    /// <param name="roundsBeforeJoint">How often a choice may turn out to have no calendar before both are decided together.</param>
    /// <param name="few">How many candidates a large choice tries first.</param>
    public PlanSearch(PlanProblem problem, int roundsBeforeJoint = RoundsBeforeJoint, int few = Sifted.Few)
    {
        _few = few;
        _problem = problem;
        _mostWeeks = problem.MostWeeks;
        _roundsBeforeJoint = roundsBeforeJoint;
        BestTier = problem.Candidates.Length == 0 ? 0 : problem.Candidates.Max(c => c.Reaches.Length == 0 ? 0 : c.Recognition);
    }

    public PlanProblem Problem => _problem;

    /// <summary>Highest recognition of any candidate.</summary>
    public int BestTier { get; }

    /// <summary>Best plan for an aim, or proof that there is none.</summary>
    /// <param name="aim">What is optimised.</param>
    /// <param name="within">What must be kept besides.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="hint">A plan to start from; it need not keep the bounds.</param>
    public Found Best(Aim aim, Within within, Patience patience, Draft? hint = null)
    {
        if (within.WeeksAtMost < _fewestWeeks || within.RecognitionAtLeast > _mostRecognition) return Found.Infeasible;
        var found = Search(aim, within, patience, hint);
        if (within != Within.Limits || found.Status != PlanStatus.Proven) return found;

        // What is proven of all plans is not asked again.
        _fewestWeeks = aim switch
        {
            Aim.Weeks => found.Draft!.Weeks,
            Aim.Hours => Math.Max(_fewestWeeks, WeeksFilledBy(found.Draft!.Hours)),
            _ => _fewestWeeks,
        };
        if (aim == Aim.Recognition) _mostRecognition = found.Draft!.Recognition;
        return found;
    }

    /// <summary>No plan with so many hours takes fewer weeks.</summary>
    public long WeeksFilledBy(long hours) => (hours + _problem.HoursPerWeek - 1) / _problem.HoursPerWeek;

    private Found Search(Aim aim, Within within, Patience patience, Draft? hint)
    {
        var weeksAtMost = Math.Min(within.WeeksAtMost ?? int.MaxValue, _mostWeeks);
        if (NothingIsAsked(aim, within)) return new(PlanStatus.Proven, Empty(), 0);
        Draft? best = null;
        long? bound = null;
        for (var round = 0; ; round++)
        {
            var joint = round >= _roundsBeforeJoint && CanBeJoint(weeksAtMost);
            if (joint && aim == Aim.Weeks) return FewestWeeksOneByOne(within, weeksAtMost, bound ?? 0, best, patience);
            var choice = Choose(aim, within, weeksAtMost, patience, best ?? hint, joint);
            if (choice.Bound is { } known && (bound is null || known > bound)) bound = known;
            if (choice.Answer.Status == SolverStatus.Infeasible) return best is null ? Found.Infeasible : Proven(aim, best);
            if (!choice.Answer.HasSolution) return Stopped(aim, within, best ?? hint, bound);
            var unfounded = _problem.NeverBegin(choice.Chosen);
            if (unfounded.Count > 0)
            {
                _cuts.AddRange(RingsHaveNoBeginning(choice.Chosen, unfounded));
                continue;
            }

            var (chosen, arrangement) = Arrange(aim, within, weeksAtMost, choice, patience);
            if (arrangement.IsImpossible)
            {
                _cuts.Add(Explain(chosen, weeksAtMost + 1, patience));
                continue;
            }

            if (arrangement.Timetable is not { } timetable) return Stopped(aim, within, best ?? hint, bound);
            var draft = Pay(aim, chosen, timetable, choice, patience);
            if (best is null || IsBetter(aim, draft, best)) best = draft;
            if (choice.Answer.Status != SolverStatus.Optimal) return Stopped(aim, within, best, bound);
            if (aim != Aim.Weeks || best.Weeks <= bound) return Proven(aim, best) with { SameCost = choice.SameCost };
            if (!arrangement.IsProven) return Stopped(aim, within, best, bound);
            _cuts.Add(Explain(chosen, draft.Weeks, patience));
            weeksAtMost = best.Weeks - 1;
        }
    }

    /// <summary>The same programs, paid the same way, in the fewest weeks that a calendar for them was found to take.</summary>
    public Draft InFewestWeeks(Draft draft, Patience patience)
    {
        var arrangement = new Calendar(patience).FewestWeeks(_problem.Only(draft.Chosen), Math.Min(draft.Weeks, _mostWeeks));
        return arrangement.Timetable is { } timetable && timetable.Weeks < draft.Weeks ? draft with { Timetable = timetable } : draft;
    }

    /// <summary>The same search among the candidates that a plan of the same cost can hold; what was learnt is kept.</summary>
    /// <param name="found">A proven plan.</param>
    /// <param name="hoursCount">Whether equals have as few hours: then what is beaten in hours is out.</param>
    public PlanSearch AmongEquals(Found found, bool hoursCount = false)
    {
        var could = (found.SameCost ?? Enumerable.Range(0, _problem.Candidates.Length)).Where(p => !hoursCount || !_problem.Candidates[p].CountsOnlyAmongEquals);
        var among = _problem.Among(could);
        among = among with { Candidates = Array.ConvertAll(among.Candidates, c => c with { CountsOnlyAmongEquals = false }) };
        var equals = new PlanSearch(among, _roundsBeforeJoint, _few);
        var place = among.Places();
        foreach (var cut in _cuts)
        {
            if (cut.Members.All(p => place.ContainsKey(_problem.Candidates[p].Position))) equals._cuts.Add(new(Placed(cut.Members), Placed(cut.Others), cut.Weeks));
        }

        return equals;

        int[] Placed(int[] programs) => [.. programs.Select(p => _problem.Candidates[p].Position).Where(place.ContainsKey).Select(at => place[at])];
    }

    /// <summary>
    /// Of all plans that are as good, the one that stands first: by <see cref="Aim.Positions"/>, so it holds nothing that it does not need. How it is
    /// paid and its days depend on its programs alone, so what no plan holds has no part in the answer. The plan itself when time runs out.
    /// </summary>
    /// <param name="draft">A proven plan.</param>
    /// <param name="equal">What plans that are as good keep; with hours only where hours are a criterion.</param>
    /// <param name="patience">How long it may take.</param>
    public Draft FirstAmongEquals(Draft draft, Within equal, Patience patience)
    {
        if (draft.Chosen.Length == 0) return draft;
        var first = Best(Aim.Positions, equal, patience.Share(2), draft);
        return Settled(first.Status == PlanStatus.Proven ? first.Draft! : draft.In(_problem), patience);
    }

    /// <summary>The same programs, paid and arranged as if there were no others.</summary>
    private Draft Settled(Draft draft, Patience patience)
    {
        var pays = CheapestWays.Of(_problem, draft.Chosen, patience.Cancellation);
        var set = Calendar.Alone(_problem.Only(draft.Chosen));
        var arranged = new Calendar(patience).FewestWeeks(set, set.MostWeeks).Timetable;
        return Drafted(draft.Chosen, pays, arranged is null || arranged.Weeks > draft.Weeks ? draft.Timetable : arranged);
    }

    /// <summary>The first number of an aim, the way its plans state it.</summary>
    public static long ValueOf(Aim aim, Draft draft) => aim switch
    {
        Aim.CostThenHours or Aim.Cost => draft.Cost,
        Aim.Weeks => draft.Weeks,
        Aim.Hours => draft.Hours,
        Aim.Recognition => draft.Recognition,
        Aim.Programs => draft.Chosen.Length,
        Aim.Coverage => draft.ReachedWeight,
        _ => 0,
    };

    private static bool Maximises(Aim aim) => aim is Aim.Recognition or Aim.Coverage;

    private static bool IsBetter(Aim aim, Draft one, Draft other)
    {
        var difference = ValueOf(aim, one).CompareTo(ValueOf(aim, other)) * (Maximises(aim) ? -1 : 1);
        if (difference == 0) difference = one.Cost.CompareTo(other.Cost);
        return difference < 0 || (difference == 0 && one.Hours < other.Hours);
    }

    private static Found Proven(Aim aim, Draft draft) => new(PlanStatus.Proven, draft, ValueOf(aim, draft));

    /// <param name="aim">What was optimised.</param>
    /// <param name="within">What a plan had to keep besides the limits.</param>
    /// <param name="best">The best plan found, or one to start from; it counts only if it keeps everything.</param>
    /// <param name="bound">In the solver's direction: it always minimises.</param>
    private Found Stopped(Aim aim, Within within, Draft? best, long? bound)
    {
        if (best is not null && !Keeps(within, best)) best = null;
        var without = BoundWithoutSearch(aim);
        bound = Maximises(aim) ? Math.Min(-bound ?? long.MaxValue, without) : Math.Max(bound ?? 0, without);
        return new(best is null ? PlanStatus.Unknown : PlanStatus.Bounded, best, bound);
    }

    /// <summary>A plan of the same problem, and within the bounds.</summary>
    private bool Keeps(Within within, Draft draft) =>
        ReferenceEquals(draft.Problem, _problem)
        && draft.Cost <= (within.CostAtMost ?? long.MaxValue) && draft.Hours <= (within.HoursAtMost ?? long.MaxValue)
        && draft.Weeks <= (within.WeeksAtMost ?? int.MaxValue) && draft.Recognition >= (within.RecognitionAtLeast ?? 0);

    /// <summary>A bound that every plan keeps, whatever it holds: all there is to have, or nothing to pay.</summary>
    public long BoundWithoutSearch(Aim aim) => aim switch
    {
        Aim.Recognition => _problem.RecognitionOf(Enumerable.Range(0, _problem.Candidates.Length)),
        Aim.Coverage => _problem.ReachedWeightOf(Enumerable.Range(0, _problem.Candidates.Length)),
        _ => 0,
    };

    /// <summary>Choice and calendar together, with one week more each time, until there is a plan.</summary>
    private Found FewestWeeksOneByOne(Within within, int weeksAtMost, long bound, Draft? best, Patience patience)
    {
        for (var weeks = (int)bound; weeks <= weeksAtMost; weeks++)
        {
            var found = Best(Aim.CostThenHours, within with { WeeksAtMost = weeks }, patience);
            if (found.Status == PlanStatus.Infeasible) continue;
            if (found.Draft is not null) return Proven(Aim.Weeks, found.Draft);
            return Stopped(Aim.Weeks, within, best, weeks);
        }

        return best is null ? Found.Infeasible : Proven(Aim.Weeks, best);
    }

    private bool NothingIsAsked(Aim aim, Within within) =>
        _problem.RequiredWeight == 0 && !Maximises(aim) && (within.RecognitionAtLeast ?? 0) <= 0
        && (within.CostAtMost ?? 0) >= 0 && (_problem.Limits.Budget ?? 0) >= 0;

    private Draft Empty() => new() { Problem = _problem, Chosen = [], Pays = [], Cost = 0, Timetable = new([], []) };

    private bool CanBeJoint(int weeksAtMost) => (long)_problem.SelfPacedWeeks(weeksAtMost) * _problem.Candidates.Length <= MostJointWeeks;

    private Choice Choose(Aim aim, Within within, int weeksAtMost, Patience patience, Draft? hint, bool joint)
    {
        var model = new PlanModel(_problem, weeksAtMost, aim == Aim.Weeks, aim == Aim.Recognition || within.RecognitionAtLeast is not null);
        PlanRules.LimitChoice(model);
        if (joint) PlanRules.LimitCalendar(model);
        foreach (var cut in _cuts) cut.AddTo(model);
        if (within.CostAtMost is { } cost) model.Solver.AtMost(model.Cost, cost);
        if (within.HoursAtMost is { } hours) model.Solver.AtMost(model.Hours, hours);
        if (within.RecognitionAtLeast is { } recognition) model.Solver.AtLeast(model.Recognition, recognition);
        if (hint is not null) Hint(model, hint);
        return aim switch
        {
            Aim.CostThenHours => CostThenHours(model, patience),
            Aim.Positions => new(model, InOrder.Least(model.Solver, model.Takes, [], patience), null),
            _ => One(model, Objective(aim, model), patience),
        };
    }

    private static Sum Objective(Aim aim, PlanModel model) => aim switch
    {
        Aim.Cost => model.Cost,
        Aim.Weeks => Sum.Of(model.Weeks),
        Aim.Hours => model.Hours,
        Aim.Recognition => new Sum().Add(model.Recognition, -1),
        Aim.Programs => model.Programs,
        Aim.Coverage => new Sum().Add(model.ReachedWeight, -1),
        Aim.Any => new(),
        _ => throw new ArgumentOutOfRangeException(nameof(aim)),
    };

    private Choice One(PlanModel model, Sum objective, Patience patience)
    {
        if (objective.Count > 0) model.Solver.Minimise(objective);
        var sifted = Sifted.Solve(model, objective, _few, patience);
        return new(model, sifted.Answer, sifted.Answer.Bound + objective.Constant) { SameCost = sifted.AsGood?.Invoke(0) };
    }

    /// <summary>One solve where cost × (hours + 1) keeps every digit in the solver's linear programs, else two.</summary>
    private Choice CostThenHours(PlanModel model, Patience patience)
    {
        var scale = model.HoursCeiling + 1;
        if ((Int128)model.CostCeiling * scale < 1L << 52)
        {
            var objective = new Sum().Add(model.Cost, scale).Add(model.Hours);
            model.Solver.Minimise(objective);
            var sifted = Sifted.Solve(model, objective, _few, patience);
            var hours = sifted.Answer.HasSolution ? model.Hours.ValueIn(sifted.Answer.Values) : 0;
            return new(model, sifted.Answer, sifted.Answer.Bound + objective.Constant is { } b ? Math.Max(0, b / scale) : null)
            {
                SameCost = sifted.AsGood?.Invoke(model.HoursCeiling - hours),
            };
        }

        var first = One(model, model.Cost, patience);
        if (first.Answer.Status != SolverStatus.Optimal) return first;
        model.Solver.AtMost(model.Cost, model.Cost.ValueIn(first.Answer.Values));
        var second = One(model, model.Hours, patience);
        return second with { SameCost = first.SameCost, Answer = second.Answer.HasSolution ? second.Answer : first.Answer with { Status = SolverStatus.Feasible }, Bound = first.Bound };
    }

    private void Hint(PlanModel model, Draft hint)
    {
        if (hint.Problem.Candidates.Length == 0) return;
        var positions = hint.Chosen.Select(p => hint.Problem.Candidates[p].Position).ToHashSet();
        for (var p = 0; p < model.Takes.Length; p++)
        {
            var isTaken = positions.Contains(_problem.Candidates[p].Position);
            if (isTaken) model.Hinted.Add(p);
            model.Solver.Hint(model.Takes[p], isTaken ? 1 : 0);
        }
    }

    /// <summary>Removes what the aim does not need: largest first, so that the calendar has the least to do.</summary>
    private int[] Trim(Aim aim, Within within, int[] chosen)
    {
        var recognition = aim == Aim.Recognition ? _problem.RecognitionOf(chosen) : within.RecognitionAtLeast ?? 0;
        var weight = aim == Aim.Coverage ? _problem.ReachedWeightOf(chosen) : _problem.RequiredWeight;
        var kept = chosen.ToList();
        foreach (var p in chosen.OrderByDescending(p => _problem.Candidates[p].Hours).ThenByDescending(p => p))
        {
            var without = kept.Where(q => q != p).ToArray();
            if (_problem.ReachedWeightOf(without) >= weight && _problem.RecognitionOf(without) >= recognition
                && _problem.NeverBegin(without).Count == 0)
                kept.Remove(p);
        }

        return [.. kept];
    }

    /// <summary>
    /// A calendar for the choice without what it does not need; or, where that takes away the earlier of two preparations, for
    /// all of it.
    /// </summary>
    private (int[] Chosen, Arrangement Arrangement) Arrange(Aim aim, Within within, int weeksAtMost, Choice choice, Patience patience)
    {
        var calendar = new Calendar(patience);
        var trimmed = Trim(aim, within, choice.Chosen);
        var arrangement = Arrange(trimmed);
        if (aim == Aim.Weeks && trimmed.Length < choice.Chosen.Length && (arrangement.Timetable is null || arrangement.Timetable.Weeks > choice.Bound))
        {
            var all = Arrange(choice.Chosen);
            return arrangement.Timetable is { } one && !(all.Timetable?.Weeks < one.Weeks) ? (trimmed, arrangement) : (choice.Chosen, all);
        }

        if (arrangement.Timetable is not null) return (trimmed, arrangement);
        if (choice.Model.Calendar is null) return (choice.Chosen, trimmed.Length == choice.Chosen.Length ? arrangement : Arrange(choice.Chosen));
        var days = CalendarReading.Read(choice.Model, choice.Answer.Values);
        return (choice.Chosen, new(new([.. choice.Chosen.Select(p => days.Start[p])], [.. choice.Chosen.Select(p => days.Finish[p])]), 0));

        Arrangement Arrange(int[] chosen)
        {
            var set = _problem.Only(chosen);
            return aim == Aim.Weeks ? calendar.FewestWeeks(set, weeksAtMost) : calendar.Within(set, weeksAtMost);
        }
    }

    /// <summary>
    /// The smallest part of a set that already takes so many weeks. A requirement counts only while something in the part
    /// supplies it, and then everything else that could supply it is named.
    /// </summary>
    private Cut Explain(int[] chosen, int weeks, Patience patience)
    {
        var calendar = new Calendar(patience);
        var members = chosen.ToList();
        var enforced = chosen.SelectMany(p => _problem.Candidates[p].Requires).ToHashSet();

        bool StillTakes(IReadOnlyList<int> part, HashSet<int> requirements) =>
            calendar.Within(_problem.Only(part, requirements.Contains), weeks - 1).IsImpossible;

        HashSet<int> Supplied(IReadOnlyList<int> part, HashSet<int> requirements)
        {
            var set = part.ToHashSet();
            return [.. requirements.Where(r => part.All(p => Array.IndexOf(_problem.Candidates[p].Requires, r) < 0 || _problem.IsSupplied(r, p, set)))];
        }

        foreach (var p in chosen)
        {
            if (patience.IsOver) break;
            var part = members.Where(q => q != p).ToList();
            var requirements = Supplied(part, enforced);
            if (!StillTakes(part, requirements)) continue;
            (members, enforced) = (part, requirements);
        }

        foreach (var r in enforced.Order().ToList())
        {
            if (patience.IsOver) break;
            var fewer = enforced.Where(other => other != r).ToHashSet();
            if (StillTakes(members, fewer)) enforced = fewer;
        }

        var others = new SortedSet<int>();
        foreach (var r in enforced)
        {
            if (members.Exists(p => Array.IndexOf(_problem.Candidates[p].Requires, r) >= 0)) others.UnionWith(_problem.Requirements[r].Suppliers);
        }

        others.ExceptWith(members);
        return new([.. members], [.. others], weeks > _mostWeeks ? int.MaxValue : weeks);
    }

    /// <summary>Programs that only wait for each other: each of them needs something from outside for what it misses.</summary>
    private IEnumerable<Cut> RingsHaveNoBeginning(int[] chosen, List<int> unfounded)
    {
        var ring = unfounded.ToHashSet();
        var begun = chosen.Where(p => !ring.Contains(p)).ToHashSet();
        var outside = new SortedSet<int>();
        foreach (var p in unfounded)
        {
            // One thing it misses is enough, and a named program that is in the ring cannot be replaced.
            if (_problem.Candidates[p].After.Any(ring.Contains)) continue;
            var missing = _problem.Candidates[p].Requires.First(r => !_problem.IsSupplied(r, p, begun));
            outside.UnionWith(_problem.Requirements[missing].Suppliers.Where(q => !ring.Contains(q)));
        }

        return unfounded.Select(p => new Cut([p], [.. outside], int.MaxValue));
    }

    /// <summary>As the solution pays where it was asked to pay least, else the cheapest way for this very set.</summary>
    private Draft Pay(Aim aim, int[] chosen, Timetable timetable, Choice choice, Patience patience)
    {
        var isCheapest = aim is Aim.CostThenHours or Aim.Cost && choice.Answer.Status == SolverStatus.Optimal && chosen.Length == choice.Chosen.Length;
        var pays = isCheapest
            ? [.. chosen.Select(p => CheapestWays.Way(choice.Model, p, choice.Answer.Values))]
            : CheapestWays.Of(_problem, chosen, patience.Cancellation);
        return Drafted(chosen, pays, timetable);
    }

    private Draft Drafted(int[] chosen, Payment[] pays, Timetable timetable) => new()
    {
        Problem = _problem,
        Chosen = chosen,
        Pays = pays,
        Cost = Payments.CostOf(_problem, chosen, pays),
        Timetable = timetable,
    };

    /// <summary>A choice without a calendar, or with one.</summary>
    private sealed record Choice(PlanModel Model, SolverAnswer Answer, long? Bound)
    {
        public int[]? SameCost { get; init; }

        public int[] Chosen { get; } = !Answer.HasSolution ? [] : [.. Enumerable.Range(0, Model.Takes.Length).Where(p => Answer.Values[Model.Takes[p].Index] == 1)];
    }
}
