using System.Text.Json.Nodes;

namespace Cairn.Credentials.Models;

/// <summary>The one who achieved something, and how (Open Badges 3.0, class AchievementSubject). It has an id, an identifier, or both.</summary>
public sealed class AchievementSubject
{
    /// <summary>Absolute URI of the person, such as a DID or a mailto: address; null when only identifiers name them.</summary>
    public string? Id { get; init; }

    /// <summary>Names and addresses, mostly hashed.</summary>
    public IReadOnlyList<IdentityObject> Identifiers { get; init; } = [];

    /// <summary>What was achieved.</summary>
    public required Achievement Achievement { get; init; }

    /// <summary>Grades, scores and levels.</summary>
    public IReadOnlyList<Result> Results { get; init; } = [];

    /// <summary>When it began; null says nothing.</summary>
    public DateTimeOffset? ActivityStartDate { get; init; }

    /// <summary>When it ended; null says nothing.</summary>
    public DateTimeOffset? ActivityEndDate { get; init; }

    /// <summary>Credits earned; null says nothing.</summary>
    public double? CreditsEarned { get; init; }

    /// <summary>Number of a licence; null says nothing.</summary>
    public string? LicenseNumber { get; init; }

    /// <summary>How it was achieved, in Markdown; null says nothing.</summary>
    public string? Narrative { get; init; }

    /// <summary>The role in which it was achieved; null says nothing.</summary>
    public string? Role { get; init; }

    /// <summary>The term in which it was achieved; null says nothing.</summary>
    public string? Term { get; init; }

    /// <summary>Who assessed it, when that is not the issuer; null says nothing.</summary>
    public Profile? Source { get; init; }

    internal JsonObject Write(string pointer)
    {
        var described = Achievement.ResultDescriptions.Select(description => description.Id).ToHashSet(StringComparer.Ordinal);
        return new Members(pointer)
            .Require(Id is not null || Identifiers.Count > 0, "id", "is missing, and so is identifier; one of them names the person")
            .Require(Results.All(result => result.ResultDescription is null || described.Contains(result.ResultDescription)), "result", "names a resultDescription that the achievement does not have")
            .Uri("id", Id)
            .Type("AchievementSubject")
            .Objects("identifier", Identifiers, static (identity, at) => identity.Write(at))
            .Object("achievement", Achievement, static (achievement, at) => achievement.Write(at), required: true)
            .Objects("result", Results, static (result, at) => result.Write(at))
            .Date("activityStartDate", ActivityStartDate).Date("activityEndDate", ActivityEndDate)
            .Number("creditsEarned", CreditsEarned)
            .Text("licenseNumber", LicenseNumber).Text("narrative", Narrative).Text("role", Role).Text("term", Term)
            .Object("source", Source, static (source, at) => source.Write(at)).Json;
    }
}
