using Cairn.Planning.Contract;

namespace Cairn.Web.Features.Plans;

/// <summary>What else a person wants to know about their plans, each answered by solving again.</summary>
internal sealed record FollowUps
{
    /// <summary>The plans with fewer hours a week; null when not asked.</summary>
    public OtherHours? FewerHours { get; init; }

    /// <summary>Fewest hours a week with which anything fits the other limits; null when not known.</summary>
    public int? LeastHours { get; init; }

    /// <summary>The cheapest plan if the aid that is only hoped for is granted too; null without such aid.</summary>
    public LearnerPlan? IfAidIsGranted { get; init; }

    /// <summary>Nothing fits: what each of the smallest changes would lead to; null when something fits.</summary>
    public IReadOnlyList<Way>? Ways { get; init; }
}

/// <summary>One changed limit, and the cheapest plan with it.</summary>
internal sealed record Way(SmallestChange Change, LearnerPlan Cheapest);

/// <summary>Changed limits as the planner names them.</summary>
internal static class ChangedLimits
{
    public const string Budget = "budget", HoursPerWeek = "hoursPerWeek", FinishBy = "finishBy", Coverage = "coverage",
        Languages = "languages", MaxPrograms = "maxPrograms", MaxAtOnce = "maxAtOnce";

    public static PlanLimits ApplyTo(this SmallestChange change, PlanLimits limits) => change.Dimension switch
    {
        Budget => limits with { Budget = change.To.Amount },
        HoursPerWeek => limits with { HoursPerWeek = change.To.Count ?? limits.HoursPerWeek },
        FinishBy => limits with { FinishBy = change.To.Date },
        Coverage => limits with { CoverageMillionths = change.To.CoverageMillionths },
        Languages => limits with { Languages = change.To.Languages },
        MaxPrograms => limits with { MaxPrograms = change.To.Count },
        MaxAtOnce => limits with { MaxAtOnce = change.To.Count },
        _ => limits,
    };
}

/// <summary>The named plans at another number of hours a week.</summary>
internal sealed record OtherHours(int HoursPerWeek, LearnerPlan Cheapest, LearnerPlan Fastest);

/// <summary>What has been found so far.</summary>
/// <param name="Answer">The plans, as far as they are known.</param>
/// <param name="Settled">The planner has said its last word about the plans themselves.</param>
/// <param name="FollowUps">What else was asked; null until answered.</param>
internal sealed record PlanFindings(PlanAnswer Answer, bool Settled, FollowUps? FollowUps);
