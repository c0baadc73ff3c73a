using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Rules;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>When nothing fits: for each limit that is there, the nearest value that makes a plan possible if only it changes. Each is found by solving.</summary>
internal sealed class SmallestChanges(PlanProblem problem, Patience patience)
{
    public const int MostHoursPerWeek = 168;

    private readonly PlanLimits _limits = problem.Limits;

    /// <summary>Smallest relative change first, languages last; without those that time or no value made possible.</summary>
    public IReadOnlyList<SmallestChange> Find()
    {
        Func<Change?>[] dimensions = [Budget, HoursPerWeek, FinishBy, Coverage, MaxPrograms, MaxAtOnce, Languages];
        var changes = new List<Change>();
        foreach (var dimension in dimensions)
        {
            if (dimension() is { } change) changes.Add(change);
        }

        // A stable sort: equal changes stay in the order of the contract.
        return [.. changes.OrderBy(c => c.Relative).Select(c => c.Smallest)];
    }

    private Change? Budget()
    {
        if (_limits.Budget is not { } from) return null;
        var found = Best(Aim.CostThenHours, _limits with { Budget = null });
        return found is null ? null : Amount("budget", from, found.Cost, new() { Amount = found.Cost });
    }

    /// <summary>More hours never make a plan impossible: halving finds the least.</summary>
    private Change? HoursPerWeek()
    {
        var from = _limits.HoursPerWeek;
        if (Least(from + 1, MostHoursPerWeek, hours => _limits with { HoursPerWeek = hours }) is not { } to) return null;
        return Amount("hoursPerWeek", from, to, new() { Count = to });
    }

    private Change? FinishBy()
    {
        if (_limits.FinishBy is not { } from) return null;
        if (Best(Aim.Weeks, _limits with { FinishBy = null }) is not { } draft) return null;

        // The fewest weeks decide the week; within it, cohorts may finish before its last day.
        var day = _limits.StartOn.AddDays(7 * draft.Weeks - 1);
        for (var earlier = _limits.StartOn.AddDays(7 * (draft.Weeks - 1)); earlier < day; earlier = earlier.AddDays(1))
        {
            if (earlier <= from || !IsAFinish(earlier)) continue;
            var status = Fits(_limits with { FinishBy = earlier });
            if (status == PlanStatus.Unknown) return null;
            if (status != PlanStatus.Infeasible) day = earlier;
        }

        var added = day.DayNumber - from.DayNumber;
        var window = from.DayNumber - _limits.StartOn.DayNumber + 1;
        return new((double)added / Math.Max(1, window), new("finishBy", new() { Date = day }));
    }

    private bool IsAFinish(DateOnly day)
    {
        foreach (var program in problem.Catalogue.Request.Programs)
        {
            foreach (var start in program.Starts ?? [])
            {
                if (start.DayNumber + 7 * program.Weeks!.Value - 1 == day.DayNumber) return true;
            }
        }

        return false;
    }

    private Change? Coverage()
    {
        if (_limits.CoverageMillionths is not { } from) return null;
        if (Best(Aim.Coverage, _limits with { CoverageMillionths = 0 }) is not { } draft) return null;
        var to = AnswerWriter.CoverageOf(problem, draft.ReachedWeight);
        return new((double)(from - to) / from, new("coverage", new() { CoverageMillionths = to }));
    }

    private Change? MaxPrograms()
    {
        if (_limits.MaxPrograms is not { } from) return null;
        var found = Best(Aim.Programs, _limits with { MaxPrograms = null });
        return found is null ? null : Amount("maxPrograms", from, found.Chosen.Length, new() { Count = found.Chosen.Length });
    }

    private Change? MaxAtOnce()
    {
        if (_limits.MaxAtOnce is not { } from) return null;
        if (Any(_limits with { MaxAtOnce = null }) is not { } draft) return null;
        if (Least(from + 1, draft.Chosen.Length, rows => _limits with { MaxAtOnce = rows }) is not { } to) return null;
        return Amount("maxAtOnce", from, to, new() { Count = to });
    }

    /// <summary>The fewest languages more; among as many, those that come first in the request.</summary>
    private Change? Languages()
    {
        if (_limits.Languages is not { } from || Any(_limits with { Languages = null }) is null) return null;
        var others = problem.Catalogue.Request.Programs
            .Select(p => p.Language)
            .Where(l => l is not null && !LanguagesFit.Fits(l, from))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(l => l!)
            .ToArray();
        for (var count = 1; count <= others.Length; count++)
        {
            foreach (var added in Subsets(others, count))
            {
                var languages = from.Concat(added).ToList();
                var status = Fits(_limits with { Languages = languages });
                if (status == PlanStatus.Unknown) return null;
                if (status != PlanStatus.Infeasible) return new(double.MaxValue, new("languages", new() { Languages = languages }));
            }
        }

        return null;
    }

    private static IEnumerable<string[]> Subsets(string[] all, int count)
    {
        var at = Enumerable.Range(0, count).ToArray();
        while (true)
        {
            yield return [.. at.Select(i => all[i])];
            var last = count - 1;
            while (last >= 0 && at[last] == all.Length - count + last) last--;
            if (last < 0) yield break;
            at[last]++;
            for (var i = last + 1; i < count; i++) at[i] = at[i - 1] + 1;
        }
    }

    /// <summary>The least value that makes a plan possible, where every larger one does too; null when none does or time ran out.</summary>
    private int? Least(int least, int most, Func<int, PlanLimits> limits)
    {
        if (least > most || Fits(limits(most)) is PlanStatus.Infeasible or PlanStatus.Unknown) return null;
        while (least < most)
        {
            var middle = least + (most - least) / 2;
            var status = Fits(limits(middle));
            if (status == PlanStatus.Unknown) return null;
            if (status == PlanStatus.Infeasible) least = middle + 1;
            else most = middle;
        }

        return most;
    }

    private PlanStatus Fits(PlanLimits limits) => Search(limits).Best(Aim.Any, Within.Limits, patience).Status;

    private Draft? Any(PlanLimits limits) => Search(limits).Best(Aim.Any, Within.Limits, patience).Draft;

    private Draft? Best(Aim aim, PlanLimits limits) =>
        Search(limits).Best(aim, Within.Limits, patience) is { Status: PlanStatus.Proven } found ? found.Draft : null;

    private PlanSearch Search(PlanLimits limits) => new(ProblemBuilder.Build(problem.Catalogue, limits, problem.Needs));

    private static Change Amount(string dimension, long from, long to, ChangedLimit changed) =>
        new((double)Math.Abs(to - from) / Math.Max(1, from), new(dimension, changed));

    private sealed record Change(double Relative, SmallestChange Smallest);
}
