namespace Cairn.Web.Features.Catalogue;

/// <summary>
/// Natural key of a program: a short, stable digest of its link, or of title and provider where the list gives no link,
/// after a readable slug. The same program in two lists has the same id.
/// </summary>
internal readonly record struct ProgramId(string Value)
{
    public override string ToString() => Value;
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

/// <summary>A date on which a cohort begins.</summary>
internal sealed record ProgramStart
{
    public required ProgramId ProgramId { get; init; }
    public required DateOnly StartsOn { get; init; }
}

/// <summary>A program stands in a list, under the list's own id.</summary>
internal sealed record ProgramListing
{
    public required string ListId { get; init; }
    public required string SourceKey { get; init; }
    public required ProgramId ProgramId { get; init; }
    public required DateOnly AsOf { get; init; }
}
