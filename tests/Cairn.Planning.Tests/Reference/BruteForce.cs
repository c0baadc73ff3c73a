using System.Numerics;
using Cairn.Planning.Contract;

namespace Cairn.Planning.Tests.Reference;

/// <summary>What is true of a small request.</summary>
/// <param name="Cheapest">Least cost, then least hours; null when no valid plan exists.</param>
/// <param name="Fastest">Fewest weeks, then least cost.</param>
/// <param name="BestRecognised">Most recognition, then least cost.</param>
/// <param name="Frontier">Every undominated (cost, weeks, recognition), by cost; empty when no valid plan exists.</param>
/// <param name="Unreachable">Needs that are not held and that nobody teaches.</param>
/// <param name="Plans">By name: of all plans that are equal in both criteria the one that stands first in the request.</param>
/// <param name="FrontierPlans">By point: the programs of the plan that stands first.</param>
internal sealed record BruteForceAnswer(
    (long Cost, long Hours)? Cheapest,
    (int Weeks, long Cost)? Fastest,
    (long Recognition, long Cost)? BestRecognised,
    IReadOnlyList<(long Cost, int Weeks, long Recognition)> Frontier,
    IReadOnlyList<string> Unreachable,
    IReadOnlyDictionary<string, ReferencePlan> Plans,
    IReadOnlyList<string> FrontierPlans)
{
    internal bool Feasible => Cheapest is not null;
}

/// <summary>One plan, with its programs in the order of the request.</summary>
internal sealed record ReferencePlan(string Programs, long Cost, long Hours, int Weeks, int CoverageMillionths);

/// <summary>
/// Tries every set of programs, every way to pay and every schedule. Written from the contract alone; it shares no code with the model or
/// the checker and knows no trick that could be wrong, except that it does not schedule a set that could not improve any answer.
/// </summary>
internal sealed class BruteForce
{
    private readonly PlanRequest _request;
    private readonly PlanProgram[] _programs;
    private readonly Dictionary<string, int> _held;
    private readonly int _startDay;
    private readonly int _capacity;
    private readonly int _monthHours;
    private readonly long _totalWeight;
    private readonly long _heldWeight;
    private readonly List<SkillNeed> _open = [];
    private readonly List<string> _unreachable = [];

    /// <summary>Per program and requirement: the set of programs that meet it. Requirements that are held are left out.</summary>
    private readonly uint[][] _providers;
    private readonly uint _usable;

    private BruteForce(PlanRequest request, IReadOnlySet<string> forbidden)
    {
        _request = request;
        _programs = [.. request.Programs];
        if (_programs.Length > 20)
        {
            throw new ArgumentException("Brute force is for small requests.", nameof(request));
        }

        _held = request.Has.ToDictionary(skill => skill.Skill, skill => skill.Level);
        _startDay = request.Limits.StartOn.DayNumber;
        _capacity = request.Limits.HoursPerWeek;
        _monthHours = _capacity * 52 / 12;
        foreach (SkillNeed need in request.Needs)
        {
            bool isHeld = _held.GetValueOrDefault(need.Skill) >= need.Level;
            if (!isHeld && !_programs.Any(program => Reaches(program, need)))
            {
                _unreachable.Add(need.Skill);
                continue;
            }

            _totalWeight += need.Weight;
            _heldWeight += isHeld ? need.Weight : 0;
            if (!isHeld)
            {
                _open.Add(need);
            }
        }

        _providers = [.. _programs.Select((program, self) => Requirements(program, self).ToArray())];
        for (int i = 0; i < _programs.Length; i++)
        {
            _usable |= LanguageFits(_programs[i].Language) && !forbidden.Contains(_programs[i].Id) ? 1u << i : 0;
        }
    }

    /// <summary>Answers a request of at most 20 programs (14 is quick).</summary>
    /// <param name="request">A valid request.</param>
    /// <param name="forbidden">Programs that may not be used; needs, total and unreachable list stay those of the whole request.</param>
    internal static BruteForceAnswer Solve(PlanRequest request, IReadOnlySet<string>? forbidden = null) =>
        new BruteForce(request, forbidden ?? new HashSet<string>()).Solve();

    private BruteForceAnswer Solve()
    {
        List<(uint Set, long Cost, long Hours, long Recognition, int LeastWeeks)> sets = [];
        for (uint set = 0; set < 1u << _programs.Length; set++)
        {
            if ((set & ~_usable) == 0 && BitOperations.PopCount(set) <= (_request.Limits.MaxPrograms ?? int.MaxValue)
                && CoverageIsReached(set) && HasABeginning(set) && LeastCost(set) is { } cost && cost <= (_request.Limits.Budget ?? long.MaxValue))
            {
                long hours = Members(set).Sum(i => (long)_programs[i].Hours);
                sets.Add((set, cost, hours, Recognition(set), (int)((hours + _capacity - 1) / _capacity)));
            }
        }

        (long, long)? cheapest = null;
        (int Weeks, long Cost)? fastest = null;
        (long Recognition, long Cost)? recognised = null;
        List<(long Cost, int Weeks, long Recognition)> points = [];
        foreach (var candidate in sets.OrderBy(s => s.Cost).ThenBy(s => s.Hours))
        {
            bool couldBeBest = cheapest is null
                || candidate.LeastWeeks < fastest!.Value.Weeks
                || candidate.Recognition > recognised!.Value.Recognition
                || !points.Any(p => p.Cost <= candidate.Cost && p.Weeks <= candidate.LeastWeeks && p.Recognition >= candidate.Recognition);
            if (!couldBeBest || LeastWeeks(candidate.Set) is not { } weeks)
            {
                continue;
            }

            // By cost, then hours: the first that can be scheduled is the cheapest, and an equal first criterion later is no cheaper.
            cheapest ??= (candidate.Cost, candidate.Hours);
            fastest = fastest is null || weeks < fastest.Value.Weeks ? (weeks, candidate.Cost) : fastest;
            recognised = recognised is null || candidate.Recognition > recognised.Value.Recognition ? (candidate.Recognition, candidate.Cost) : recognised;
            points.Add((candidate.Cost, weeks, candidate.Recognition));
        }

        var frontier = points.Distinct()
            .Where(p => !points.Any(q => q != p && q.Cost <= p.Cost && q.Weeks <= p.Weeks && q.Recognition >= p.Recognition))
            .OrderBy(p => p.Cost).ThenBy(p => p.Weeks).ToList();

        // A set is a number whose bits are positions: the smaller number does without the last program in which two differ.
        Dictionary<string, ReferencePlan> plans = [];
        List<string> frontierPlans = [];
        if (cheapest is { } c && fastest is { } f && recognised is { } r)
        {
            plans["cheapest"] = First(s => s.Cost == c.Item1 && s.Hours == c.Item2, _ => true);
            plans["fastest"] = First(s => s.Cost == f.Cost, weeks => weeks == f.Weeks);
            plans["bestRecognised"] = First(s => s.Recognition == r.Recognition && s.Cost == r.Cost, _ => true);
            frontierPlans.AddRange(frontier.Select(p => First(s => s.Cost == p.Cost && s.Recognition == p.Recognition, weeks => weeks == p.Weeks).Programs));
        }

        return new BruteForceAnswer(cheapest, fastest, recognised, frontier, _unreachable, plans, frontierPlans);

        ReferencePlan First(Func<(uint Set, long Cost, long Hours, long Recognition, int LeastWeeks), bool> isEqual, Func<int, bool> inTime)
        {
            foreach (var s in sets.Where(isEqual).OrderBy(s => s.Set))
            {
                if (LeastWeeks(s.Set) is { } weeks && inTime(weeks))
                {
                    return new ReferencePlan(string.Join(' ', Members(s.Set).Select(i => _programs[i].Id)), s.Cost, s.Hours, weeks, Coverage(s.Set));
                }
            }

            throw new InvalidOperationException("The optimum has no plan.");
        }
    }

    private static bool Reaches(PlanProgram program, SkillNeed need) =>
        program.Teaches.Any(taught => taught.Skill == need.Skill && taught.Level >= need.Level);

    private IEnumerable<uint> Requirements(PlanProgram program, int self)
    {
        foreach (SkillLevel required in program.Requires)
        {
            if (_held.GetValueOrDefault(required.Skill) < required.Level)
            {
                uint by = 0;
                for (int i = 0; i < _programs.Length; i++)
                {
                    by |= i != self && _programs[i].Teaches.Any(t => t.Skill == required.Skill && t.Level >= required.Level) ? 1u << i : 0;
                }

                yield return by;
            }
        }

        foreach (string id in program.After)
        {
            yield return 1u << Array.FindIndex(_programs, p => p.Id == id);
        }
    }

    private bool LanguageFits(string? language) =>
        language is null || _request.Limits.Languages is not { } accepted
        || accepted.Any(entry => string.Equals(language, entry, StringComparison.OrdinalIgnoreCase)
            || language.StartsWith(entry + "-", StringComparison.OrdinalIgnoreCase));

    private Int128 Done(uint set) => _heldWeight + _open.Where(need => Members(set).Any(i => Reaches(_programs[i], need))).Sum(need => need.Weight);

    private bool CoverageIsReached(uint set) => Done(set) * 1_000_000 >= (Int128)(_request.Limits.CoverageMillionths ?? 1_000_000) * _totalWeight;

    private int Coverage(uint set) => _totalWeight == 0 ? 1_000_000 : (int)(Done(set) * 1_000_000 / _totalWeight);

    private long Recognition(uint set) => _open.Sum(need =>
        need.Weight * Members(set).Where(i => Reaches(_programs[i], need)).Select(i => _programs[i].Recognition).DefaultIfEmpty(0).Max());

    /// <summary>Every program can come after what prepares for it, dates aside.</summary>
    private bool HasABeginning(uint set)
    {
        uint ready = 0;
        for (bool grew = true; grew;)
        {
            grew = false;
            foreach (int i in Members(set & ~ready))
            {
                if (_providers[i].All(by => (by & ready) != 0))
                {
                    ready |= 1u << i;
                    grew = true;
                }
            }
        }

        return ready == set;
    }

    private long? LeastCost(uint set)
    {
        int[] members = [.. Members(set)];
        int[] aidLeft = [.. _request.Aid.Select(aid => aid.AtMost ?? int.MaxValue)];
        int[] hours = new int[_request.Subscriptions.Count];
        long? best = null;
        Pay(0, 0);
        return best;

        void Pay(int at, long once)
        {
            long cost = once;
            for (int s = 0; s < hours.Length; s++)
            {
                cost += (long)((hours[s] + _monthHours - 1) / _monthHours) * _request.Subscriptions[s].PerMonth;
            }

            if (cost >= best)
            {
                return;
            }

            if (at == members.Length)
            {
                best = cost;
                return;
            }

            PlanProgram program = _programs[members[at]];
            if (program.Subscription is { } name)
            {
                int s = _request.Subscriptions.Select(x => x.Id).ToList().IndexOf(name);
                hours[s] += program.Hours;
                Pay(at + 1, once);
                hours[s] -= program.Hours;
            }

            if (program.PriceOnce is not { } price)
            {
                return;
            }

            Pay(at + 1, once + price);
            for (int a = 0; a < aidLeft.Length; a++)
            {
                Aid aid = _request.Aid[a];
                if (aidLeft[a] > 0 && aid.Programs.Contains(program.Id))
                {
                    long discount = aid.Percent is { } percent ? (long)decimal.Floor(price * percent / 100m) : Math.Min(price, aid.Amount!.Value);
                    aidLeft[a]--;
                    Pay(at + 1, once + price - discount);
                    aidLeft[a]++;
                }
            }
        }
    }

    /// <summary>The fewest weeks in which the set has a valid schedule, over every choice of dates; null when it has none.</summary>
    private int? LeastWeeks(uint set)
    {
        int[] cohorts = [.. Members(set).Where(i => _programs[i].Starts is not null)];
        int[] startDays = new int[cohorts.Length];
        int? best = null;
        Choose(0);
        return best;

        void Choose(int at)
        {
            if (at == cohorts.Length)
            {
                int? weeks = LeastWeeks(set, cohorts, startDays);
                best = weeks is not null && !(weeks >= best) ? weeks : best;
                return;
            }

            foreach (int day in _programs[cohorts[at]].Starts!.Select(date => date.DayNumber - _startDay).Where(day => day >= 0).Distinct())
            {
                startDays[at] = day;
                Choose(at + 1);
            }
        }
    }

    /// <summary>
    /// The learner's weeks one after the other, with every state the self-paced programs can be in: the hours each still needs. Without
    /// loss a program starts in the week of its first hour, finishes in the week of its last, and the programs running in a week take
    /// its hours one after the other (by their last weeks); so all orders are tried.
    /// </summary>
    private int? LeastWeeks(uint set, int[] cohorts, int[] startDays)
    {
        int lastDay = _request.Limits.FinishBy is { } finishBy ? finishBy.DayNumber - _startDay : int.MaxValue;
        int[] finishDays = [.. cohorts.Select((p, c) => startDays[c] + (7 * _programs[p].Weeks!.Value) - 1)];
        if (finishDays.Any(day => day > lastDay))
        {
            return null;
        }

        int cohortWeeks = finishDays.Length == 0 ? 0 : (finishDays.Max() / 7) + 1;
        int[] paced = [.. Members(set).Where(i => _programs[i].Starts is null)];
        int horizon = cohortWeeks + paced.Sum(i => (_programs[i].Hours + _capacity - 1) / _capacity);
        HashSet<State> states = [new State([.. paced.Select(i => _programs[i].Hours)])];
        for (int week = 0; week <= horizon; week++)
        {
            states.RemoveWhere(state => !CohortsMayStart(week, state));
            if (states.Count == 0)
            {
                return null;
            }

            if (week >= cohortWeeks && states.Any(state => state.Left.All(hours => hours == 0)))
            {
                return week;
            }

            int left = _capacity;
            int slots = _request.Limits.MaxAtOnce ?? int.MaxValue;
            for (int c = 0; c < cohorts.Length; c++)
            {
                if (startDays[c] / 7 <= week && week <= finishDays[c] / 7)
                {
                    PlanProgram cohort = _programs[cohorts[c]];
                    left -= (cohort.Hours + cohort.Weeks!.Value - 1) / cohort.Weeks.Value;
                    slots--;
                }
            }

            if (left < 0 || slots < 0)
            {
                return null;
            }

            HashSet<State> next = [];
            foreach (State state in states)
            {
                Work(state, week, left, slots, next);
            }

            states = next;
        }

        return null;

        uint FinishedBefore(int day, State state)
        {
            uint finished = 0;
            for (int i = 0; i < paced.Length; i++)
            {
                // At the start of a week, what has no hours left finished in an earlier week, thus before any day of this one.
                finished |= state.Left[i] == 0 ? 1u << paced[i] : 0;
            }

            for (int c = 0; c < cohorts.Length; c++)
            {
                finished |= finishDays[c] < day ? 1u << cohorts[c] : 0;
            }

            return finished;
        }

        bool CohortsMayStart(int week, State state) => Enumerable.Range(0, cohorts.Length)
            .Where(c => startDays[c] / 7 == week)
            .All(c => _providers[cohorts[c]].All(by => (by & FinishedBefore(startDays[c], state)) != 0));

        void Work(State state, int week, int hoursLeft, int slots, HashSet<State> next)
        {
            uint finished = FinishedBefore(7 * week, state);
            bool[] may = [.. paced.Select((p, i) => state.Left[i] > 0 && 7L * week + 6 <= lastDay && _providers[p].All(by => (by & finished) != 0))];
            bool[] running = [.. paced.Select((p, i) => state.Left[i] > 0 && state.Left[i] < _programs[p].Hours)];
            HashSet<State> seen = [];
            if (running.Count(r => r) <= slots)
            {
                Give([.. state.Left], hoursLeft, slots - running.Count(r => r));
            }

            void Give(int[] left, int hours, int free)
            {
                // Another order that gave the same hours has gone on from here already.
                var given = new State([.. left]);
                if (!seen.Add(given))
                {
                    return;
                }

                next.Add(given);
                for (int i = 0; i < paced.Length && hours > 0; i++)
                {
                    if (may[i] && left[i] == state.Left[i] && (running[i] || free > 0))
                    {
                        int share = Math.Min(hours, left[i]);
                        left[i] -= share;
                        Give(left, hours - share, free - (running[i] ? 0 : 1));
                        left[i] += share;
                    }
                }
            }
        }
    }

    private static IEnumerable<int> Members(uint set)
    {
        for (; set != 0; set &= set - 1)
        {
            yield return BitOperations.TrailingZeroCount(set);
        }
    }

    /// <summary>Hours that each self-paced program of the set still needs.</summary>
    private readonly struct State(int[] left) : IEquatable<State>
    {
        internal int[] Left { get; } = left;

        public bool Equals(State other) => Left.AsSpan().SequenceEqual(other.Left);

        public override bool Equals(object? obj) => obj is State other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (int hours in Left)
            {
                hash.Add(hours);
            }

            return hash.ToHashCode();
        }
    }
}
