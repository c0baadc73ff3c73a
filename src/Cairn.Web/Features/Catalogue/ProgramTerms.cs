namespace Cairn.Web.Features.Catalogue;

/// <summary>What is offered (mission.md, the words). The CTDL term is in the API.</summary>
internal enum OfferKind
{
    Course,
    Program,

    /// <summary>Months of hands-on work judged by people.</summary>
    ProjectProgram,
    Apprenticeship,
    ExaminationOnly,
}

/// <summary>What one ends up with (<c>achievementType</c>).</summary>
internal enum CredentialType
{
    Unknown,
    ParticipationBadge,
    SkillBadge,
    MicroCredential,
    Certificate,
    Certification,
    Licence,
    CourseCredit,
    Degree,
}

/// <summary>Where the hours come from, from the firmest to the weakest.</summary>
internal enum HoursBasis
{
    Unknown,

    /// <summary>The source states hours of work or clock hours.</summary>
    Stated,

    /// <summary>Weeks times hours a week, both stated.</summary>
    WeeksTimesEffort,

    /// <summary>Length of the videos times a stated factor: estimated.</summary>
    Video,

    /// <summary>A length band such as "1 - 3 Months" by a stated rule: estimated.</summary>
    Band,
}

/// <summary>How a program is paid for, as far as a source says.</summary>
internal enum PriceKind
{
    /// <summary>No source: shown as unknown, never nought, never free.</summary>
    Unknown,
    Free,

    /// <summary>One price for the whole of it.</summary>
    Once,

    /// <summary>Only through a subscription.</summary>
    Subscription,
}

internal enum Pace
{
    Unknown,
    SelfPaced,
    Scheduled,
}

internal enum DeliveryMode
{
    Unknown,
    Online,
    InPerson,
    Blended,
}
