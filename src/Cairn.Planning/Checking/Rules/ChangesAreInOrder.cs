using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>Blocking limits are limits of the request; each change loosens one that is present, and the smallest relative change comes first, languages last.</summary>
internal static class ChangesAreInOrder
{
    private static readonly string[] Limits = ["budget", "hoursPerWeek", "finishBy", "coverage", "languages", "maxPrograms", "maxAtOnce"];

    internal static IEnumerable<string> Broken(PlanRequest request, PlanAnswer answer)
    {
        foreach (string limit in (answer.BlockedBy ?? []).Where(limit => !Limits.Contains(limit) || (limit != "coverage" && !IsPresent(request.Limits, limit))))
        {
            yield return $"blockedBy: {limit} is not a limit of the request.";
        }

        foreach (string twice in (answer.BlockedBy ?? []).GroupBy(limit => limit).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return $"blockedBy: {twice} is listed twice.";
        }

        double last = double.NegativeInfinity;
        var once = new HashSet<string>();
        foreach (SmallestChange change in answer.SmallestChanges ?? [])
        {
            if (!once.Add(change.Dimension))
            {
                yield return $"smallestChanges: {change.Dimension} is listed twice.";
            }

            double? size = IsPresent(request.Limits, change.Dimension) ? Size(request.Limits, change) : null;
            if (size is null)
            {
                yield return $"smallestChanges: The change of {change.Dimension} does not loosen a limit of the request.";
                continue;
            }

            if (size < last * (1 - 1e-12))
            {
                yield return $"smallestChanges: {change.Dimension} is a smaller change than the one before it.";
            }

            last = size.Value;
        }
    }

    private static bool IsPresent(PlanLimits limits, string limit) => limit switch
    {
        "budget" => limits.Budget is not null,
        "hoursPerWeek" => true,
        "finishBy" => limits.FinishBy is not null,
        "coverage" => limits.CoverageMillionths is not null,
        "languages" => limits.Languages is not null,
        "maxPrograms" => limits.MaxPrograms is not null,
        "maxAtOnce" => limits.MaxAtOnce is not null,
        _ => false,
    };

    /// <summary>The relative size; null when nothing is loosened.</summary>
    private static double? Size(PlanLimits limits, SmallestChange change) => (change.Dimension, change.To) switch
    {
        ("budget", { Amount: { } to }) when to > limits.Budget => Relative(limits.Budget.Value, to),
        ("hoursPerWeek", { Count: { } to }) when to > limits.HoursPerWeek && to <= 168 => Relative(limits.HoursPerWeek, to),
        ("maxPrograms", { Count: { } to }) when to > limits.MaxPrograms => Relative(limits.MaxPrograms.Value, to),
        ("maxAtOnce", { Count: { } to }) when to > limits.MaxAtOnce => Relative(limits.MaxAtOnce.Value, to),
        ("coverage", { CoverageMillionths: { } to }) when to < limits.CoverageMillionths => (limits.CoverageMillionths.Value - to) / (double)limits.CoverageMillionths.Value,
        ("finishBy", { Date: { } to }) when to > limits.FinishBy =>
            (to.DayNumber - limits.FinishBy.Value.DayNumber) / (double)(limits.FinishBy.Value.DayNumber - limits.StartOn.DayNumber + 1),
        ("languages", { Languages: { } to }) when limits.Languages!.All(to.Contains) && to.Count > limits.Languages!.Count => double.MaxValue,
        _ => null,
    };

    private static double Relative(long from, long to) => (to - from) / (double)Math.Max(1, from);
}
