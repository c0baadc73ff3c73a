using System.Net;

namespace Cairn.Testing;

/// <summary>What a learner does on the pages, step by step.</summary>
internal static class LearnerSteps
{
    /// <summary>Starts a goal to become a data analyst with six hours a week, reaching all that is taught, and says its address.</summary>
    public static async Task<string> StartGoalAsync(this CairnApp app, params KeyValuePair<string, string>[] more)
    {
        var fields = new Dictionary<string, string> { ["Occupation"] = LearnerCatalogue.Analyst, ["Limits.Hours"] = "6", ["Limits.Currency"] = "USD", ["Limits.Coverage"] = "100" };
        foreach (var (name, value) in more)
            fields[name] = value;
        var (response, _) = await app.PostFormAsync("/goals/new", fields);
        return response.StatusCode == HttpStatusCode.Redirect
            ? response.Headers.Location!.OriginalString
            : throw new InvalidOperationException($"The goal was refused: {await response.Content.ReadAsStringAsync()}");
    }
}
