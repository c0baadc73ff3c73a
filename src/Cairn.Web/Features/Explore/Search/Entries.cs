using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>A name in one language.</summary>
internal readonly record struct LocalName(string Language, string Text)
{
    /// <summary>For the <c>lang</c> attribute: null when it is the reader's own language, or when nobody stated one.</summary>
    public string? LangUnless(string reader) => Language.Length == 0 || Language == "und" || Language == reader ? null : Language;
}

/// <summary>Names of one thing in several languages, the fallback first.</summary>
internal static class LocalNames
{
    /// <summary>The name in a language, else in English, else the first there is.</summary>
    public static LocalName In(this LocalName[] names, string language)
    {
        foreach (var name in names)
        {
            if (name.Language.StartsWith(language, StringComparison.OrdinalIgnoreCase))
                return name;
        }

        foreach (var name in names)
        {
            if (name.Language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return name;
        }

        return names.Length > 0 ? names[0] : new("en", "");
    }
}

/// <summary>What a list shows of a program, and what it is filtered and sorted by. The page of one program reads the database.</summary>
internal sealed class ProgramRow
{
    public required ProgramId Id { get; init; }
    public required LocalName[] Names { get; init; }
    public required int Provider { get; init; }
    public required ProgramKinds Kinds { get; init; }
    public required OfferKind Offer { get; init; }
    public required CredentialType Credential { get; init; }
    public required byte Level { get; init; }
    public required string? Language { get; init; }
    public required int? Hours { get; init; }
    public required HoursBasis HoursBasis { get; init; }
    public required int? Weeks { get; init; }
    public required Pace Pace { get; init; }
    public required DeliveryMode Mode { get; init; }
    public required PriceKind PriceKind { get; init; }
    public required long? Price { get; init; }
    public required string? Currency { get; init; }
    public required int Subscription { get; init; }
    public required bool Aid { get; init; }
    public required bool Approved { get; init; }
    public required DateOnly AsOf { get; init; }

    /// <summary>Skills it covers: assessed, listed or named in its title.</summary>
    public int[] Covers { get; set; } = [];

    /// <summary>Skills it may cover: guessed from its words.</summary>
    public int[] MayCover { get; set; } = [];
}

internal sealed class ProviderRow
{
    public required ProviderId Id { get; init; }
    public required string Name { get; init; }
    public int[] Programs { get; set; } = [];
}

internal sealed class SkillRow
{
    public required SkillId Id { get; init; }
    public required string Framework { get; init; }
    public required SkillKind Kind { get; init; }
    public required bool Hot { get; init; }
    public required LocalName[] Names { get; set; }

    /// <summary>Programs that cover it.</summary>
    public int[] Programs { get; set; } = [];

    /// <summary>Programs that may cover it.</summary>
    public int[] MayPrograms { get; set; } = [];

    /// <summary>Occupations that ask for it.</summary>
    public int Occupations { get; set; }
}

internal sealed class OccupationRow
{
    public required OccupationId Id { get; init; }
    public required string Framework { get; init; }
    public required string Code { get; init; }
    public required int? JobZone { get; init; }
    public required LocalName[] Names { get; set; }

    /// <summary>Openings a year, where projected: the commoner work comes first among equals.</summary>
    public int? Openings { get; set; }

    /// <summary>Programs that lead to it, as their source says.</summary>
    public int[] Programs { get; set; } = [];
}

/// <summary>A published monthly fee.</summary>
internal sealed record SubscriptionRow(string Id, string Name, long PerMonth, string Currency);

/// <summary>What people call a program. One program is several at once: a course that ends in a certificate is both.</summary>
[Flags]
internal enum ProgramKinds
{
    None = 0,
    DigitalBadge = 1,
    Certificate = 2,
    Nanodegree = 4,
    Course = 8,
    Program = 16,
    Apprenticeship = 32,
    Examination = 64,
    MicroCredential = 128,
    Certification = 256,
    Licence = 512,
    CourseCredit = 1024,
    Degree = 2048,
}

/// <summary>The templates and filters over offer and credential type (mission.md, the words).</summary>
internal static class ProgramKindRule
{
    public static ProgramKinds Of(OfferKind offer, CredentialType credential) =>
        offer switch
        {
            OfferKind.Course => ProgramKinds.Course,
            OfferKind.Program => ProgramKinds.Program,
            OfferKind.ProjectProgram => ProgramKinds.Nanodegree,
            OfferKind.Apprenticeship => ProgramKinds.Apprenticeship,
            _ => ProgramKinds.Examination,
        }
        | credential switch
        {
            CredentialType.ParticipationBadge or CredentialType.SkillBadge => ProgramKinds.DigitalBadge,
            CredentialType.MicroCredential => ProgramKinds.MicroCredential,
            CredentialType.Certificate => ProgramKinds.Certificate,
            CredentialType.Certification => ProgramKinds.Certification,
            CredentialType.Licence => ProgramKinds.Licence,
            CredentialType.CourseCredit => ProgramKinds.CourseCredit,
            CredentialType.Degree => ProgramKinds.Degree,
            _ => ProgramKinds.None,
        };
}
