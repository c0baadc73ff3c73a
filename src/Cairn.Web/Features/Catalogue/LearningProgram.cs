using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Web.Features.Catalogue;

/// <summary>
/// Natural key of a program: a short, stable digest of its link, or of title and provider where the list gives no link,
/// after a readable slug. The same program in two lists has the same id.
/// </summary>
internal readonly record struct ProgramId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Natural key of a provider: a slug of its name, stable across imports.</summary>
internal readonly record struct ProviderId(string Value)
{
    public override string ToString() => Value;
}

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

/// <summary>A program a person can enrol in. The name avoids the entry point; pages say "program". Every fact carries the date it was true.</summary>
internal sealed record LearningProgram
{
    public required ProgramId Id { get; init; }
    public required ProviderId ProviderId { get; init; }

    /// <summary>Its own page at the provider, or null. A provider's home page is the provider's link, not this.</summary>
    public string? Link { get; init; }

    public required OfferKind Offer { get; init; }
    public required CredentialType Credential { get; init; }

    /// <summary>1 introductory, 2 working, 3 advanced; null when not stated.</summary>
    public int? Level { get; init; }

    /// <summary>BCP 47, or null when not stated.</summary>
    public string? Language { get; init; }

    /// <summary>Hours of work; null when unknown.</summary>
    public int? Hours { get; init; }

    public HoursBasis HoursBasis { get; init; }

    /// <summary>How the hours were derived, with the source's own words: "4 weeks × 2–3 h a week".</summary>
    public string? HoursDerivation { get; init; }

    /// <summary>The list that states the hours, where it is not <see cref="ListId"/>: an older list may state what the newest leaves out.</summary>
    public string? HoursListId { get; init; }

    /// <summary>The list that states the skills (<see cref="ProgramTopic"/>), where it is not <see cref="ListId"/>.</summary>
    public string? TopicsListId { get; init; }

    /// <summary>Calendar weeks where stated.</summary>
    public int? Weeks { get; init; }

    public Pace Pace { get; init; }
    public DeliveryMode Mode { get; init; }

    /// <summary>City and region, or null when online or unknown.</summary>
    public string? Place { get; init; }

    public PriceKind PriceKind { get; init; }

    /// <summary>Single price in minor units of <see cref="Currency"/>; null unless <see cref="PriceKind.Once"/> (0 for Free).</summary>
    public long? Price { get; init; }

    /// <summary>ISO 4217, or null when the price is unknown.</summary>
    public string? Currency { get; init; }

    /// <summary>What the price is in the source's words, when it needs saying: "exam fee", "certificate; the course itself is free".</summary>
    public string? PriceNote { get; init; }

    /// <summary>Id of a <see cref="ProgramSubscription"/> it is open through, or null.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>May be paid by public training funds: the list's own words, or null.</summary>
    public string? AidNote { get; init; }

    /// <summary>What must be known or held before, in the source's words.</summary>
    public string? Prerequisites { get; init; }

    /// <summary>CIP 2020 code <c>NN.NNNN</c> where the source states one.</summary>
    public string? FieldOfStudy { get; init; }

    /// <summary>The day on which the facts above were true.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The <see cref="CatalogueList"/> the facts above were taken from (the newest that lists it).</summary>
    public required string ListId { get; init; }
}

/// <summary>The title of a program in one language.</summary>
internal sealed record ProgramName
{
    public required ProgramId ProgramId { get; init; }
    public required string Language { get; init; }
    public required int Ordinal { get; init; }
    public required string Text { get; init; }
}

/// <summary>Why a program is held to teach a skill. Plans use the first three; guesses only if the person allows them.</summary>
internal enum SkillBasis
{
    /// <summary>Assessed in it: would close the gap when passed.</summary>
    Assessed,

    /// <summary>Listed by the provider: covers.</summary>
    Listed,

    /// <summary>Named in its title, by an exact or unambiguous label: covers.</summary>
    Title,

    /// <summary>Guessed from its words: may cover.</summary>
    Guessed,
}

/// <summary>A program teaches a skill, on a stated basis.</summary>
internal sealed record ProgramSkill
{
    public required ProgramId ProgramId { get; init; }
    public required Skills.SkillId SkillId { get; init; }

    /// <summary>1 to 3; the program's own level, else 2.</summary>
    public required int Level { get; init; }

    public required SkillBasis Basis { get; init; }

    /// <summary>Hundredths; 100 for the first three bases.</summary>
    public required int Confidence { get; init; }

    /// <summary>The words in the source that show it.</summary>
    public required string Words { get; init; }
}

/// <summary>A person said that a program does or does not teach a skill. It wins over every import and is never overwritten by one.</summary>
internal sealed record ProgramSkillCorrection
{
    public required ProgramId ProgramId { get; init; }
    public required Skills.SkillId SkillId { get; init; }
    public required bool Teaches { get; init; }

    /// <summary>1 to 3, or null to keep the imported level.</summary>
    public int? Level { get; init; }

    public required DateTimeOffset At { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A skill as the source words it, kept so that links can be made again and corrected.</summary>
internal sealed record ProgramTopic
{
    public required ProgramId ProgramId { get; init; }
    public required int Ordinal { get; init; }
    public required string Text { get; init; }
}

/// <summary>A program stands in a list, under the list's own id.</summary>
internal sealed record ProgramListing
{
    public required string ListId { get; init; }
    public required string SourceKey { get; init; }
    public required ProgramId ProgramId { get; init; }
    public required DateOnly AsOf { get; init; }
}

/// <summary>A date on which a cohort begins.</summary>
internal sealed record ProgramStart
{
    public required ProgramId ProgramId { get; init; }
    public required DateOnly StartsOn { get; init; }
}

/// <summary>A program leads to an occupation, as its source says (SOC code, role, or CIP by crosswalk).</summary>
internal sealed record ProgramOccupation
{
    public required ProgramId ProgramId { get; init; }
    public required Skills.OccupationId OccupationId { get; init; }

    /// <summary>"listed by the provider" or "field of study".</summary>
    public required string Basis { get; init; }
}

/// <summary>A public register lists a program: recognition tier 1, with link and date.</summary>
internal sealed record ProgramApproval
{
    public required ProgramId ProgramId { get; init; }
    public required string Body { get; init; }
    public required string Register { get; init; }
    public string? Link { get; init; }
    public required DateOnly AsOf { get; init; }
}

internal sealed record Provider
{
    public required ProviderId Id { get; init; }
    public required string Name { get; init; }
    public string? Link { get; init; }
}

/// <summary>A monthly fee that opens many programs, published by the provider.</summary>
internal sealed record ProgramSubscription
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required long PerMonth { get; init; }
    public required string Currency { get; init; }
    public required string SourceLink { get; init; }
    public required DateOnly AsOf { get; init; }
}

/// <summary>A catalogue that was imported, with what its publisher asks to be said.</summary>
internal sealed record CatalogueList
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Publisher { get; init; }
    public required string Attribution { get; init; }
    public string? Link { get; init; }
    public required DateOnly AsOf { get; init; }

    /// <summary>Came with the product: the page says "demonstration catalogue" until a list of the operator's own is loaded.</summary>
    public required bool Starter { get; init; }
}

internal sealed class CatalogueMapping : IEntityTypeConfiguration<LearningProgram>, IEntityTypeConfiguration<ProgramName>,
    IEntityTypeConfiguration<ProgramSkill>, IEntityTypeConfiguration<ProgramSkillCorrection>, IEntityTypeConfiguration<ProgramTopic>, IEntityTypeConfiguration<ProgramListing>,
    IEntityTypeConfiguration<ProgramStart>, IEntityTypeConfiguration<ProgramOccupation>, IEntityTypeConfiguration<ProgramApproval>,
    IEntityTypeConfiguration<Provider>, IEntityTypeConfiguration<ProgramSubscription>, IEntityTypeConfiguration<CatalogueList>
{
    public void Configure(EntityTypeBuilder<LearningProgram> builder)
    {
        builder.ToTable("programs").HasKey(p => p.Id);
        builder.HasIndex(p => p.ProviderId);
    }

    public void Configure(EntityTypeBuilder<ProgramName> builder) =>
        builder.ToTable("program_names").HasKey(n => new { n.ProgramId, n.Language, n.Ordinal });

    public void Configure(EntityTypeBuilder<ProgramSkill> builder)
    {
        builder.ToTable("program_skills").HasKey(s => new { s.ProgramId, s.SkillId });
        builder.HasIndex(s => s.SkillId);
    }

    public void Configure(EntityTypeBuilder<ProgramSkillCorrection> builder) =>
        builder.ToTable("program_skill_corrections").HasKey(c => new { c.ProgramId, c.SkillId });

    public void Configure(EntityTypeBuilder<ProgramTopic> builder) =>
        builder.ToTable("program_topics").HasKey(t => new { t.ProgramId, t.Ordinal });

    public void Configure(EntityTypeBuilder<ProgramListing> builder)
    {
        builder.ToTable("program_listings").HasKey(l => new { l.ListId, l.SourceKey });
        builder.HasIndex(l => l.ProgramId);
    }

    public void Configure(EntityTypeBuilder<ProgramStart> builder) =>
        builder.ToTable("program_starts").HasKey(s => new { s.ProgramId, s.StartsOn });

    public void Configure(EntityTypeBuilder<ProgramOccupation> builder)
    {
        builder.ToTable("program_occupations").HasKey(o => new { o.ProgramId, o.OccupationId });
        builder.HasIndex(o => o.OccupationId);
    }

    public void Configure(EntityTypeBuilder<ProgramApproval> builder) =>
        builder.ToTable("program_approvals").HasKey(a => new { a.ProgramId, a.Register });

    public void Configure(EntityTypeBuilder<Provider> builder) => builder.ToTable("providers").HasKey(p => p.Id);

    public void Configure(EntityTypeBuilder<ProgramSubscription> builder) => builder.ToTable("program_subscriptions").HasKey(s => s.Id);

    public void Configure(EntityTypeBuilder<CatalogueList> builder) => builder.ToTable("catalogue_lists").HasKey(l => l.Id);
}
