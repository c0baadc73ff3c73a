using System.Text.Json.Nodes;

namespace Cairn.Credentials.Models;

/// <summary>A skill, standard or entry of a framework that an achievement or result answers to (Open Badges 3.0, class Alignment).</summary>
public sealed class Alignment
{
    private static readonly string[] Types = ["ceasn:Competency", "ceterms:Credential", "CFItem", "CFRubric", "CFRubricCriterion", "CFRubricCriterionLevel", "CTDL"];

    /// <summary>Its name.</summary>
    public required string TargetName { get; init; }

    /// <summary>Its absolute URI.</summary>
    public required string TargetUrl { get; init; }

    /// <summary>Its code; null has none.</summary>
    public string? TargetCode { get; init; }

    /// <summary>What it is; null says nothing.</summary>
    public string? TargetDescription { get; init; }

    /// <summary>Name of the framework it is of; null says nothing.</summary>
    public string? TargetFramework { get; init; }

    /// <summary>A word of the specification's list, or <c>ext:…</c>; null says nothing.</summary>
    public string? TargetType { get; init; }

    internal JsonObject Write(string pointer) => new Members(pointer)
        .Type("Alignment")
        .Text("targetName", TargetName, required: true).Uri("targetUrl", TargetUrl, required: true)
        .Text("targetCode", TargetCode).Text("targetDescription", TargetDescription).Text("targetFramework", TargetFramework)
        .Word("targetType", TargetType, Types).Json;
}
