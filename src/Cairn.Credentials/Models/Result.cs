using System.Text.Json.Nodes;

namespace Cairn.Credentials.Models;

/// <summary>A grade, score or level that was reached (Open Badges 3.0, class Result).</summary>
public sealed class Result
{
    private static readonly string[] Statuses = ["Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew"];

    /// <summary>The id of its description in the achievement; null has none.</summary>
    public string? ResultDescription { get; init; }

    /// <summary>The value; null says nothing.</summary>
    public string? Value { get; init; }

    /// <summary>The id of the level that was reached; null says nothing.</summary>
    public string? AchievedLevel { get; init; }

    /// <summary>A word of the specification's list; null says nothing.</summary>
    public string? Status { get; init; }

    /// <summary>Skills that it answers to.</summary>
    public IReadOnlyList<Alignment> Alignments { get; init; } = [];

    internal JsonObject Write(string pointer) => new Members(pointer)
        .Type("Result")
        .Uri("resultDescription", ResultDescription).Text("value", Value).Uri("achievedLevel", AchievedLevel)
        .Word("status", Status, Statuses, extensible: false)
        .Objects("alignment", Alignments, static (alignment, at) => alignment.Write(at)).Json;
}
