using System.Text.Json.Nodes;

namespace Cairn.Credentials.Models;

/// <summary>A result that awards of an achievement can have (Open Badges 3.0, class ResultDescription).</summary>
public sealed class ResultDescription
{
    private static readonly string[] Types =
    [
        "GradePointAverage", "LetterGrade", "Percent", "PerformanceLevel", "PredictedScore", "RawScore", "Result", "RubricCriterion", "RubricCriterionLevel", "RubricScore",
        "ScaledScore", "Status",
    ];

    /// <summary>Absolute URI, which results name.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>A word of the specification's list, or <c>ext:…</c>.</summary>
    public required string ResultType { get; init; }

    /// <summary>The values it can have, from low to high.</summary>
    public IReadOnlyList<string> AllowedValues { get; init; } = [];

    /// <summary>The least value; null says nothing.</summary>
    public string? ValueMin { get; init; }

    /// <summary>The greatest value; null says nothing.</summary>
    public string? ValueMax { get; init; }

    /// <summary>The value that is needed; null says nothing.</summary>
    public string? RequiredValue { get; init; }

    /// <summary>The id of the level that is needed; null says nothing.</summary>
    public string? RequiredLevel { get; init; }

    /// <summary>Levels of a rubric.</summary>
    public IReadOnlyList<RubricCriterionLevel> Levels { get; init; } = [];

    /// <summary>Skills that it answers to.</summary>
    public IReadOnlyList<Alignment> Alignments { get; init; } = [];

    internal JsonObject Write(string pointer) => new Members(pointer)
        .Uri("id", Id, required: true)
        .Type("ResultDescription")
        .Text("name", Name, required: true)
        .Word("resultType", ResultType, Types, required: true)
        .Texts("allowedValue", AllowedValues)
        .Text("valueMin", ValueMin).Text("valueMax", ValueMax).Text("requiredValue", RequiredValue).Uri("requiredLevel", RequiredLevel)
        .Objects("rubricCriterionLevel", Levels, static (level, at) => level.Write(at))
        .Objects("alignment", Alignments, static (alignment, at) => alignment.Write(at)).Json;
}

/// <summary>A level of a rubric (Open Badges 3.0, class RubricCriterionLevel).</summary>
public sealed class RubricCriterionLevel
{
    /// <summary>Absolute URI, which results name.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it takes; null says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Its rank; null says nothing.</summary>
    public string? Level { get; init; }

    /// <summary>Its points; null says nothing.</summary>
    public string? Points { get; init; }

    internal JsonObject Write(string pointer) => new Members(pointer)
        .Uri("id", Id, required: true)
        .Type("RubricCriterionLevel")
        .Text("name", Name, required: true).Text("description", Description).Text("level", Level).Text("points", Points).Json;
}
