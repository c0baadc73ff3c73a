using Microsoft.AspNetCore.Mvc;

namespace Cairn.Web.Features.Goals;

/// <summary>Addresses of the pages of a goal, in the language of the request.</summary>
internal static class GoalLinks
{
    public static string NewGoal(this IUrlHelper url) => url.Content("~/goals/new");

    public static string Goal(this IUrlHelper url, string link) => url.Content($"~/goals/{link}");

    public static string GoalLimits(this IUrlHelper url, string link) => url.Content($"~/goals/{link}/limits");

    public static string GoalPlan(this IUrlHelper url, string link) => url.Content($"~/goals/{link}/plan");
}
