using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>When nothing fits: which limits cannot hold together.</summary>
/// <remarks>
/// Absent means what it means in a request: no budget, no deadline, any language, any number of programs; the hours of a whole
/// week; and all of the coverage, so that an asked coverage is never itself what blocks.
/// </remarks>
internal sealed class Obstacles(PlanProblem problem, Patience patience)
{
    /// <summary>One inclusion-minimal set of limits that cannot hold together, in the order of the contract; null when time ran out.</summary>
    public IReadOnlyList<string>? BlockedBy()
    {
        // What a person can hardly change goes last, so that it is named only if it must be.
        string[] tried = ["maxAtOnce", "maxPrograms", "languages", "hoursPerWeek", "finishBy", "budget"];
        var kept = tried.Where(limit => IsPresent(problem.Limits, limit)).ToList();
        if (!Drop(kept, problem.Limits.CoverageMillionths)) return null;
        if (problem.Limits.CoverageMillionths is not null && !Drop(kept, null)) return null;
        kept.Reverse();
        return kept;
    }

    /// <summary>Drops every limit without which the others still cannot hold; false when time ran out.</summary>
    private bool Drop(List<string> kept, int? coverage)
    {
        foreach (var limit in kept.ToList())
        {
            var others = kept.Where(other => other != limit).ToList();
            var status = Fits(Only(others) with { CoverageMillionths = coverage });
            if (status == PlanStatus.Unknown) return false;
            if (status == PlanStatus.Infeasible) kept.Remove(limit);
        }

        return true;
    }

    private PlanStatus Fits(PlanLimits limits) =>
        new PlanSearch(ProblemBuilder.Build(problem.Catalogue, limits, problem.Needs)).Best(Aim.Any, Within.Limits, patience).Status;

    private PlanLimits Only(List<string> kept)
    {
        var limits = problem.Limits;
        return new()
        {
            HoursPerWeek = kept.Contains("hoursPerWeek") ? limits.HoursPerWeek : SmallestChanges.MostHoursPerWeek,
            StartOn = limits.StartOn,
            FinishBy = kept.Contains("finishBy") ? limits.FinishBy : null,
            Budget = kept.Contains("budget") ? limits.Budget : null,
            Languages = kept.Contains("languages") ? limits.Languages : null,
            MaxPrograms = kept.Contains("maxPrograms") ? limits.MaxPrograms : null,
            MaxAtOnce = kept.Contains("maxAtOnce") ? limits.MaxAtOnce : null,
        };
    }

    private static bool IsPresent(PlanLimits limits, string limit) => limit switch
    {
        "budget" => limits.Budget is not null,
        "finishBy" => limits.FinishBy is not null,
        "languages" => limits.Languages is not null,
        "maxPrograms" => limits.MaxPrograms is not null,
        "maxAtOnce" => limits.MaxAtOnce is not null,
        _ => true,
    };
}
