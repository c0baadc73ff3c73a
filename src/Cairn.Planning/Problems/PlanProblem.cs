using Cairn.Planning.Contract;

namespace Cairn.Planning.Problems;

/// <summary>
/// One question in numbers: the open needs, the candidates some plan could hold, and the limits. Two problems of the same
/// request share its needs, total and unreachable list, whatever is forbidden.
/// </summary>
internal sealed record PlanProblem
{
    public required Catalogue Catalogue { get; init; }

    public required PlanLimits Limits { get; init; }

    public required IReadOnlyList<SkillNeed> Needs { get; init; }

    /// <summary>Needs that are not held and that somebody teaches, by place in <see cref="Needs"/>.</summary>
    public required int[] OpenNeeds { get; init; }

    /// <summary>Places of the needs that nobody teaches.</summary>
    public required int[] Unreachable { get; init; }

    /// <summary>Weights of the needs that are held or taught.</summary>
    public required long TotalWeight { get; init; }

    public required long HeldWeight { get; init; }

    /// <summary>In the order of the request.</summary>
    public required Candidate[] Candidates { get; init; }

    public required Requirement[] Requirements { get; init; }

    /// <summary>True for the calendar of a given set: every candidate is in the plan.</summary>
    public bool EveryCandidateIsTaken { get; init; }

    public int HoursPerWeek => Limits.HoursPerWeek;

    /// <summary>Hours that one month of a subscription pays for.</summary>
    public int MonthHours => HoursPerWeek * 52 / 12;

    /// <summary>Last day, counted from the start, on which a program may finish; null does not limit.</summary>
    public int? LastDay => Limits.FinishBy is { } day ? day.DayNumber - Limits.StartOn.DayNumber : null;

    /// <summary>Weight that the open needs of a plan must at least have.</summary>
    public long RequiredWeight
    {
        get
        {
            var share = (Int128)(Limits.CoverageMillionths ?? 1_000_000) * TotalWeight;
            var done = (long)((share + 999_999) / 1_000_000);
            return Math.Max(0, done - HeldWeight);
        }
    }

    public long WeightOf(int openNeed) => Needs[OpenNeeds[openNeed]].Weight;

    public PlanProgram Program(int candidate) => Catalogue.Request.Programs[Candidates[candidate].Position];

    /// <summary>Weeks in which a self-paced program can run when a plan has at most so many.</summary>
    public int SelfPacedWeeks(int weeks) => LastDay is { } last ? Math.Min(weeks, (last + 1) / 7) : weeks;

    /// <summary>
    /// Weeks within which every plan can be arranged if it can be at all: until the deadline, or, without one, the cohorts
    /// and then one self-paced program after the other.
    /// </summary>
    public int MostWeeks
    {
        get
        {
            long cohorts = 0, alone = 0;
            foreach (var candidate in Candidates)
            {
                if (candidate.IsCohort)
                    cohorts = Math.Max(cohorts, candidate.WeeksTouched(candidate.CohortDays![^1]).To);
                else
                    alone += candidate.FewestWeeks;
            }

            var most = (int)Math.Min(cohorts + alone, int.MaxValue / 512);
            return LastDay is { } last ? Math.Min(most, last / 7 + 1) : most;
        }
    }

    /// <summary>Σ over open, reached needs of weight × highest tier among the programs that reach it.</summary>
    public long RecognitionOf(IEnumerable<int> chosen)
    {
        var tiers = new int[OpenNeeds.Length];
        foreach (var p in chosen)
        {
            foreach (var n in Candidates[p].Reaches) tiers[n] = Math.Max(tiers[n], Candidates[p].Recognition);
        }

        long sum = 0;
        for (var n = 0; n < tiers.Length; n++) sum += tiers[n] * WeightOf(n);
        return sum;
    }

    /// <summary>Weight of the open needs that a set reaches.</summary>
    public long ReachedWeightOf(IEnumerable<int> chosen)
    {
        var reached = new bool[OpenNeeds.Length];
        foreach (var p in chosen)
        {
            foreach (var n in Candidates[p].Reaches) reached[n] = true;
        }

        long sum = 0;
        for (var n = 0; n < reached.Length; n++) sum += reached[n] ? WeightOf(n) : 0;
        return sum;
    }

    /// <summary>
    /// The programs of a set that can never begin within it: what prepares for them is missing, or prepares only after them.
    /// </summary>
    public List<int> NeverBegin(IReadOnlyCollection<int> chosen)
    {
        var begun = new HashSet<int>();
        var waiting = chosen.ToList();
        while (waiting.RemoveAll(p => CanBegin(p, begun) && begun.Add(p)) > 0)
        {
        }

        return waiting;
    }

    private bool CanBegin(int p, HashSet<int> begun)
    {
        foreach (var q in Candidates[p].After)
        {
            if (!begun.Contains(q)) return false;
        }

        foreach (var r in Candidates[p].Requires)
        {
            if (!IsSupplied(r, p, begun)) return false;
        }

        return true;
    }

    /// <summary>Another program of the set supplies the requirement.</summary>
    public bool IsSupplied(int requirement, int by, IReadOnlySet<int> set)
    {
        var suppliers = Requirements[requirement].Suppliers;
        foreach (var q in set)
        {
            if (q != by && Array.BinarySearch(suppliers, q) >= 0) return true;
        }

        return false;
    }

    /// <summary>By position in the request: the place of a candidate.</summary>
    public Dictionary<int, int> Places()
    {
        var places = new Dictionary<int, int>(Candidates.Length);
        for (var p = 0; p < Candidates.Length; p++) places[Candidates[p].Position] = p;
        return places;
    }

    /// <summary>The same question about some of the candidates; one that comes after another is left out with it.</summary>
    /// <param name="some">Ascending.</param>
    public PlanProblem Among(IEnumerable<int> some)
    {
        var kept = some.ToList();
        var place = new int[Candidates.Length];
        do
        {
            Array.Fill(place, -1);
            for (var i = 0; i < kept.Count; i++) place[kept[i]] = i;
        }
        while (kept.RemoveAll(p => Candidates[p].After.Any(q => place[q] < 0)) > 0);
        return this with
        {
            Candidates = [.. kept.Select(p => Candidates[p]).Select(c => c.After.Length == 0 ? c : c with { After = Array.ConvertAll(c.After, q => place[q]) })],
            Requirements = Array.ConvertAll(Requirements, r => new Requirement([.. r.Suppliers.Select(q => place[q]).Where(q => q >= 0)])),
        };
    }

    /// <summary>The same question about some of the candidates only, all taken; a requirement that is not enforced is left out.</summary>
    public PlanProblem Only(IReadOnlyList<int> chosen, Func<int, bool>? enforced = null)
    {
        var place = new Dictionary<int, int>(chosen.Count);
        for (var i = 0; i < chosen.Count; i++) place[chosen[i]] = i;
        var requirements = new List<Requirement>();
        var placeOfRequirement = new Dictionary<int, int>();
        var candidates = new Candidate[chosen.Count];
        for (var i = 0; i < chosen.Count; i++)
        {
            var candidate = Candidates[chosen[i]];
            var requires = new List<int>();
            foreach (var r in candidate.Requires)
            {
                if (enforced is not null && !enforced(r)) continue;
                if (!placeOfRequirement.TryGetValue(r, out var at))
                {
                    at = requirements.Count;
                    placeOfRequirement[r] = at;
                    requirements.Add(new([.. Requirements[r].Suppliers.Where(place.ContainsKey).Select(q => place[q])]));
                }

                requires.Add(at);
            }

            candidates[i] = candidate with
            {
                Requires = [.. requires],
                After = [.. candidate.After.Where(place.ContainsKey).Select(q => place[q])],
            };
        }

        return this with { Candidates = candidates, Requirements = [.. requirements], EveryCandidateIsTaken = true };
    }
}
