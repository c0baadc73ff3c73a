using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cairn.Credentials.Models;

/// <summary>What can be achieved (Open Badges 3.0, class Achievement): name, description and criteria, and the skills it is aligned with.</summary>
public sealed partial class Achievement
{
    private static readonly string[] Types =
    [
        "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", "Award", "Badge", "BachelorDegree", "Certificate", "CertificateOfCompletion",
        "Certification", "CommunityService", "Competency", "Course", "CoCurricular", "Degree", "Diploma", "DoctoralDegree", "Fieldwork", "GeneralEducationDevelopment",
        "JourneymanCertificate", "LearningProgram", "License", "Membership", "ProfessionalDoctorate", "QualityAssuranceCredential", "MasterCertificate", "MasterDegree",
        "MicroCredential", "ResearchDoctorate", "SecondarySchoolDiploma",
    ];

    /// <summary>Absolute URI.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a few sentences.</summary>
    public required string Description { get; init; }

    /// <summary>What has to be done for it, in Markdown; this or <see cref="CriteriaId"/> is required.</summary>
    public string? CriteriaNarrative { get; init; }

    /// <summary>Address of a page that says what has to be done for it.</summary>
    public string? CriteriaId { get; init; }

    /// <summary>A word of the specification's list, or <c>ext:…</c>; null says nothing.</summary>
    public string? AchievementType { get; init; }

    /// <summary>Its picture; null has none.</summary>
    public Image? Image { get; init; }

    /// <summary>Skills, standards and frameworks it answers to.</summary>
    public IReadOnlyList<Alignment> Alignments { get; init; } = [];

    /// <summary>Which results an award of it can have.</summary>
    public IReadOnlyList<ResultDescription> ResultDescriptions { get; init; } = [];

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who made it up; null says nothing.</summary>
    public Profile? Creator { get; init; }

    /// <summary>Credits that it brings; null says nothing.</summary>
    public double? CreditsAvailable { get; init; }

    /// <summary>Its field of study; null says nothing.</summary>
    public string? FieldOfStudy { get; init; }

    /// <summary>Its code, such as that of a course; null has none.</summary>
    public string? HumanCode { get; init; }

    /// <summary>Its language, such as <c>en</c> or <c>es-MX</c>; null says nothing.</summary>
    public string? InLanguage { get; init; }

    /// <summary>Its specialization; null says nothing.</summary>
    public string? Specialization { get; init; }

    /// <summary>Its version; null has none.</summary>
    public string? Version { get; init; }

    /// <summary>Other identifiers, such as that of a registry.</summary>
    public IReadOnlyList<IdentifierEntry> OtherIdentifiers { get; init; } = [];

    /// <summary>Endorsements of it, each a whole credential.</summary>
    public IReadOnlyList<JsonObject> Endorsements { get; init; } = [];

    internal JsonObject Write(string pointer)
    {
        var members = new Members(pointer)
            .Require(CriteriaNarrative is not null || CriteriaId is not null, "criteria", "has neither a narrative nor an id")
            .Require(InLanguage is null || Language().IsMatch(InLanguage), "inLanguage", "is no language such as en or es-MX")
            .Uri("id", Id, required: true)
            .Type("Achievement")
            .Text("name", Name, required: true)
            .Text("description", Description, required: true)
            .Word("achievementType", AchievementType, Types);
        members.Json["criteria"] = new Members(pointer + "/criteria").Uri("id", CriteriaId).Text("narrative", CriteriaNarrative).Json;
        return members
            .Object("image", Image, static (image, at) => image.Write(at))
            .Objects("alignment", Alignments, static (alignment, at) => alignment.Write(at))
            .Objects("resultDescription", ResultDescriptions, static (description, at) => description.Write(at))
            .Texts("tag", Tags)
            .Object("creator", Creator, static (creator, at) => creator.Write(at))
            .Number("creditsAvailable", CreditsAvailable)
            .Text("fieldOfStudy", FieldOfStudy).Text("humanCode", HumanCode).Text("inLanguage", InLanguage).Text("specialization", Specialization).Text("version", Version)
            .Objects("otherIdentifier", OtherIdentifiers, static (identifier, at) => identifier.Write(at))
            .Objects("endorsement", Endorsements, static (endorsement, _) => endorsement.DeepClone().AsObject()).Json;
    }

    [GeneratedRegex(@"\A[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
