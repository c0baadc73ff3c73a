using Cairn.Web.Features.Shared;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Goals;

/// <summary>One entry condition as a page says it.</summary>
/// <param name="About">"Education".</param>
/// <param name="Text">The category in the reader's language, or else in the source's own words.</param>
/// <param name="Language">Of the text when it is not the reader's; null when it is.</param>
/// <param name="Share">Hundredths of a percent of people in the work who say so; null for a typical value.</param>
/// <param name="Uncertain">The source marks it as imprecise.</param>
/// <param name="Source">Who says it and when.</param>
internal sealed record EntryLine(string About, string Text, string? Language, int? Share, bool Uncertain, string Source);

/// <summary>What an occupation asks for besides skills. No plan of short programs gives it, so it is said first.</summary>
/// <param name="Lines">What is known, each with its source.</param>
/// <param name="Education">The education beyond school that is usual, in words; null when none is.</param>
/// <param name="ByMost">That education is what more than half of the people in the work have.</param>
/// <param name="IsOpen">Something is usual that a plan does not give: training can be finished, readiness is not promised.</param>
/// <param name="SourcesDiffer">Two sources say something else of the same, because they ask something else.</param>
internal sealed record EntrySummary(IReadOnlyList<EntryLine> Lines, string? Education, bool ByMost, bool IsOpen, bool SourcesDiffer = false)
{
    private const int Half = 5_000;

    /// <summary>Words by which both sources name schooling beyond high school.</summary>
    private static readonly string[] BeyondSchool = ["bachelor", "master", "associate", "doctor", "postsecondary", "post-secondary", "college", "professional degree"];

    public static EntrySummary Of(IReadOnlyList<EntryCondition> conditions, Texts t)
    {
        var lines = new List<EntryLine>();
        foreach (var kind in conditions.GroupBy(c => c.Kind).OrderBy(group => group.Key))
        {
            foreach (var source in kind.GroupBy(c => c.Source).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                // Of a distribution the page shows the category most people named.
                var told = source.All(c => c.Share is null) ? source.OrderBy(c => c.Ordinal).ToList() : [source.MaxBy(c => c.Share ?? 0)!];
                lines.AddRange(told.Where(c => c.Importance is null).Select(c => new EntryLine(About(c.Kind, t), t.Category(c.Text) ?? c.Text, t.Category(c.Text) is null ? "en" : null, c.Share, c.Uncertain == true, SourceOf(c, t))));
            }
        }

        var education = conditions.Where(c => c.Kind == EntryConditionKind.Education).ToList();
        var common = education.Where(c => c.Share is not null).MaxBy(c => c.Share);
        var typical = education.FirstOrDefault(c => c.Share is null);
        var (named, byMost) = common is { Share: >= Half } && IsBeyondSchool(common.Text) ? (common.Text, true)
            : typical is not null && IsBeyondSchool(typical.Text) ? (typical.Text, false)
            : common is not null && IsBeyondSchool(common.Text) ? (common.Text, false)
            : (null, false);
        var experience = conditions.Any(c => c.Kind == EntryConditionKind.Experience && c.Share is null && !c.Text.StartsWith("none", StringComparison.OrdinalIgnoreCase));
        var licence = conditions.Any(c => c.Kind == EntryConditionKind.Licence);
        var differ = lines.GroupBy(line => line.About).Any(about => about.Select(line => line.Text).Distinct().Count() > 1);
        return new EntrySummary(lines, named is null ? null : t.Category(named) ?? named, byMost, named is not null || experience || licence, differ);
    }

    private static bool IsBeyondSchool(string text) => Array.Exists(BeyondSchool, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string About(EntryConditionKind kind, Texts t) => kind switch
    {
        EntryConditionKind.Education => t["Education"],
        EntryConditionKind.Experience => t["Experience in related work"],
        EntryConditionKind.OnTheJobTraining => t["Training on the job"],
        EntryConditionKind.PlantTraining => t["Training at the workplace"],
        EntryConditionKind.Licence => t["Licence"],
        EntryConditionKind.Certification => t["Certification"],
        _ => t["Apprenticeship"],
    };

    private static string SourceOf(EntryCondition condition, Texts t)
    {
        var who = condition.Source switch { "bls" => t["BLS, typical for entry"], "onet" => t["O*NET, asked of people in the work"], var other => other };
        return condition.AsOf is { } day ? $"{who}, {DateText.Month(day)}" : who;
    }
}
