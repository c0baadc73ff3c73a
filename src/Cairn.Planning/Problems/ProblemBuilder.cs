using Cairn.Planning.Contract;
using Cairn.Planning.Rules;

namespace Cairn.Planning.Problems;

/// <summary>
/// Finds the candidates of a question: backwards from the open needs through everything that may prepare for them, then
/// forwards from what can begin. Work is linear in the programs it meets, not in the catalogue.
/// </summary>
internal sealed class ProblemBuilder
{
    private const int Never = int.MaxValue;

    private readonly Catalogue _catalogue;
    private readonly PlanLimits _limits;
    private readonly IReadOnlyList<SkillNeed> _needs;
    private readonly int _forbidden;
    private readonly int _lastDay;

    private readonly Dictionary<Level, int> _requirementOf = [];
    private readonly List<Level> _requirements = [];
    private readonly List<List<int>> _suppliers = [];

    private ProblemBuilder(Catalogue catalogue, PlanLimits limits, IReadOnlyList<SkillNeed> needs, int forbidden)
    {
        _catalogue = catalogue;
        _limits = limits;
        _needs = needs;
        _forbidden = forbidden;
        _lastDay = limits.FinishBy is { } day ? day.DayNumber - limits.StartOn.DayNumber : Never;
    }

    /// <param name="catalogue">The request, indexed.</param>
    /// <param name="limits">Its limits, or the limits of a question about it.</param>
    /// <param name="needs">Its needs, or those of one of its goals.</param>
    /// <param name="forbidden">Position of a program that no plan may hold, or -1. It still counts for what is reachable.</param>
    public static PlanProblem Build(Catalogue catalogue, PlanLimits limits, IReadOnlyList<SkillNeed> needs, int forbidden = -1) =>
        new ProblemBuilder(catalogue, limits, needs, forbidden).Build();

    private PlanProblem Build()
    {
        var open = new List<int>();
        var unreachable = new List<int>();
        long total = 0, held = 0;
        for (var n = 0; n < _needs.Count; n++)
        {
            var level = _catalogue.LevelOf(_needs[n]);
            if (_catalogue.Holds(level))
                held += _needs[n].Weight;
            else if (!_catalogue.TeachersOf(level.Skill).Any(t => t.At >= level.At))
                unreachable.Add(n);
            else
                open.Add(n);
            if (unreachable.Count == 0 || unreachable[^1] != n) total += _needs[n].Weight;
        }

        var positions = Relevant(open);
        var (start, finish) = Earliest(positions);
        positions = [.. positions.Where(p => finish.GetValueOrDefault(p, Never) != Never)];
        var problem = new PlanProblem
        {
            Catalogue = _catalogue,
            Limits = _limits,
            Needs = _needs,
            OpenNeeds = [.. open],
            Unreachable = [.. unreachable],
            TotalWeight = total,
            HeldWeight = held,
            Candidates = [],
            Requirements = [],
        };
        return DominatedCandidates.Drop(Number(problem, positions, start, finish));
    }

    /// <summary>Backwards: what reaches an open need, and what may prepare for it; ascending positions.</summary>
    private List<int> Relevant(List<int> open)
    {
        var seen = new HashSet<int>();
        var queue = new Queue<int>();

        void Meet(int program)
        {
            if (program != _forbidden && !seen.Contains(program) && PlanRules.Admit(_catalogue, program, _limits) && seen.Add(program))
                queue.Enqueue(program);
        }

        foreach (var n in open)
        {
            var level = _catalogue.LevelOf(_needs[n]);
            foreach (var teacher in _catalogue.TeachersOf(level.Skill))
            {
                if (teacher.At >= level.At) Meet(teacher.Program);
            }
        }

        while (queue.TryDequeue(out var program))
        {
            foreach (var level in _catalogue.Requires[program])
            {
                if (_catalogue.Holds(level) || _requirementOf.ContainsKey(level)) continue;
                _requirementOf.Add(level, _requirements.Count);
                _requirements.Add(level);
                var suppliers = new List<int>();
                foreach (var teacher in _catalogue.TeachersOf(level.Skill))
                {
                    if (teacher.At < level.At) continue;
                    Meet(teacher.Program);
                    if (seen.Contains(teacher.Program)) suppliers.Add(teacher.Program);
                }

                _suppliers.Add(suppliers);
            }

            foreach (var before in _catalogue.After[program]) Meet(before);
        }

        var positions = seen.ToList();
        positions.Sort();
        return positions;
    }

    /// <summary>
    /// Forwards: the earliest day each program can start and finish when everything else goes perfectly. Programs that only
    /// prepare for each other never begin; programs that cannot finish by the deadline never count.
    /// </summary>
    private (Dictionary<int, int> Start, Dictionary<int, int> Finish) Earliest(List<int> positions)
    {
        var start = new Dictionary<int, int>(positions.Count);
        var finish = new Dictionary<int, int>(positions.Count);
        var supplied = new List<int>?[_catalogue.Request.Programs.Count];
        var consumers = new List<int>[_suppliers.Count];
        var followers = new Dictionary<int, List<int>>();
        for (var r = 0; r < consumers.Length; r++)
        {
            consumers[r] = [];
            foreach (var q in _suppliers[r]) (supplied[q] ??= []).Add(r);
        }

        foreach (var p in positions)
        {
            foreach (var level in _catalogue.Requires[p])
            {
                if (!_catalogue.Holds(level)) consumers[_requirementOf[level]].Add(p);
            }

            foreach (var q in _catalogue.After[p])
            {
                if (!followers.TryGetValue(q, out var list)) followers[q] = list = [];
                list.Add(p);
            }
        }

        // Per requirement its two first suppliers: nobody prepares for himself.
        var ready = new (int First, int By, int Second)[consumers.Length];
        Array.Fill(ready, (Never, -1, Never));
        var queue = new Queue<int>(positions);
        while (queue.TryDequeue(out var p))
        {
            var day = EarliestStart(p, finish, ready);
            if (day == Never) continue;
            var end = EarliestFinish(p, ref day);
            if (end == Never || end >= finish.GetValueOrDefault(p, Never)) continue;
            start[p] = day;
            finish[p] = end;
            foreach (var r in supplied[p] ?? [])
            {
                if (!Improve(ref ready[r], p, end)) continue;
                foreach (var q in consumers[r]) queue.Enqueue(q);
            }

            if (!followers.TryGetValue(p, out var waiting)) continue;
            foreach (var q in waiting) queue.Enqueue(q);
        }

        return (start, finish);
    }

    private static bool Improve(ref (int First, int By, int Second) ready, int p, int end)
    {
        if (p == ready.By || ready.First == Never)
        {
            var better = end < ready.First;
            ready = (Math.Min(end, ready.First), p, ready.Second);
            return better;
        }

        if (end < ready.First)
        {
            ready = (end, p, ready.First);
            return true;
        }

        if (end >= ready.Second) return false;
        ready.Second = end;
        return true;
    }

    private int EarliestStart(int p, Dictionary<int, int> finish, (int First, int By, int Second)[] suppliers)
    {
        var day = 0;
        foreach (var level in _catalogue.Requires[p])
        {
            if (_catalogue.Holds(level)) continue;
            var (first, by, second) = suppliers[_requirementOf[level]];
            var ready = by == p ? second : first;
            if (ready == Never) return Never;
            day = Math.Max(day, ready + 1);
        }

        foreach (var q in _catalogue.After[p])
        {
            var ready = finish.GetValueOrDefault(q, Never);
            if (ready == Never) return Never;
            day = Math.Max(day, ready + 1);
        }

        return day;
    }

    private int EarliestFinish(int p, ref int day)
    {
        var program = _catalogue.Request.Programs[p];
        if (program.Starts is { } dates)
        {
            var first = Never;
            foreach (var date in dates)
            {
                var at = date.DayNumber - _limits.StartOn.DayNumber;
                if (at >= day) first = Math.Min(first, at);
            }

            if (first == Never) return Never;
            day = first;
            var end = (long)first + 7L * program.Weeks!.Value - 1;
            return end <= _lastDay && end < Never ? (int)end : Never;
        }
        else
        {
            var week = (day + 6) / 7;
            day = week * 7;
            var end = 7L * (week + FewestWeeks(program)) - 1;
            return end <= _lastDay && end < Never ? (int)end : Never;
        }
    }

    private int FewestWeeks(PlanProgram program) => (program.Hours + _limits.HoursPerWeek - 1) / _limits.HoursPerWeek;

    private PlanProblem Number(PlanProblem problem, List<int> positions, Dictionary<int, int> start, Dictionary<int, int> finish)
    {
        var place = new Dictionary<int, int>(positions.Count);
        for (var i = 0; i < positions.Count; i++) place[positions[i]] = i;

        var needsOf = new Dictionary<int, List<(int At, int Need)>>();
        for (var n = 0; n < problem.OpenNeeds.Length; n++)
        {
            var level = _catalogue.LevelOf(_needs[problem.OpenNeeds[n]]);
            if (!needsOf.TryGetValue(level.Skill, out var list)) needsOf[level.Skill] = list = [];
            list.Add((level.At, n));
        }

        var requirements = new Requirement[_requirements.Count];
        for (var r = 0; r < requirements.Length; r++)
            requirements[r] = new([.. _suppliers[r].Where(place.ContainsKey).Select(q => place[q]).Distinct().Order()]);

        var candidates = new Candidate[positions.Count];
        for (var i = 0; i < candidates.Length; i++)
        {
            var p = positions[i];
            var program = _catalogue.Request.Programs[p];
            var reaches = new List<int>();
            foreach (var taught in _catalogue.Teaches[p])
            {
                if (!needsOf.TryGetValue(taught.Skill, out var list)) continue;
                foreach (var (at, need) in list)
                {
                    if (taught.At >= at && !reaches.Contains(need)) reaches.Add(need);
                }
            }

            reaches.Sort();
            var (price, freeAid, counted) = Payments.PriceOf(_catalogue, p);
            var weeks = program.Starts is null ? 0 : program.Weeks!.Value;
            candidates[i] = new()
            {
                Position = p,
                Hours = program.Hours,
                Recognition = program.Recognition,
                Reaches = [.. reaches],
                Requires = [.. _catalogue.Requires[p].Where(l => !_catalogue.Holds(l)).Select(l => _requirementOf[l]).Distinct().Order()],
                After = [.. _catalogue.After[p].Select(q => place[q]).Distinct().Order()],
                Price = price,
                FreeAid = freeAid,
                CountedAid = counted,
                Subscription = _catalogue.Subscription[p],
                CohortDays = program.Starts is null ? null : UsableDays(program, start[p]),
                CohortLength = weeks * 7,
                WeeklyHours = program.Starts is null ? 0 : (program.Hours + weeks - 1) / weeks,
                FewestWeeks = FewestWeeks(program),
                EarliestStart = start[p],
                EarliestFinish = finish[p],
            };
        }

        return problem with { Candidates = candidates, Requirements = requirements };
    }

    private int[] UsableDays(PlanProgram program, int earliest)
    {
        var latest = (long)_lastDay - 7L * program.Weeks!.Value + 1;
        return [.. program.Starts!
            .Select(d => d.DayNumber - _limits.StartOn.DayNumber)
            .Where(d => d >= earliest && d <= latest)
            .Distinct().Order()];
    }
}
