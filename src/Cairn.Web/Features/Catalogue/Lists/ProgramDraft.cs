namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>One row of a list, read: what the source says in our terms. Null is unknown. Nothing here knows of other rows or lists.</summary>
internal sealed record ProgramDraft
{
    /// <summary>Line of the file where the row begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The list's own id of the row, or null.</summary>
    public string? Key { get; set; }

    public string Title { get; set; } = "";
    public string Provider { get; set; } = "";
    public string? ProviderLink { get; set; }

    /// <summary>What tells two programs of one title and provider apart where a list has neither link nor id, such as the instructor.</summary>
    public string? ToldApartBy { get; set; }

    public string? Link { get; set; }
    public OfferKind? Offer { get; set; }
    public CredentialType? Credential { get; set; }
    public int? Level { get; set; }
    public string? Language { get; set; }
    public Length? Length { get; set; }
    public Pace? Pace { get; set; }
    public DeliveryMode? Mode { get; set; }
    public string? Place { get; set; }
    public Price? Price { get; set; }
    public string? Aid { get; set; }
    public string? Prerequisites { get; set; }
    public string? FieldOfStudy { get; set; }
    public DateOnly? AsOf { get; set; }
    public string? ApprovalLink { get; set; }
    public List<string> Topics { get; } = [];
    public List<string> Occupations { get; } = [];
    public List<DateOnly> Starts { get; } = [];
}

/// <summary>How long a program takes, and how that was found.</summary>
/// <param name="Hours">Hours of work in whole hours, rounded up; null when only the calendar is known.</param>
/// <param name="Weeks">Calendar weeks, where stated.</param>
/// <param name="Basis">Where the hours come from.</param>
/// <param name="Derivation">The source's own words, and the rule where one was used.</param>
internal sealed record Length(int? Hours, int? Weeks, HoursBasis Basis, string Derivation);

/// <summary>What a program costs, as far as its source says. There is no such record for an unknown price.</summary>
/// <param name="Minor">Minor units of the currency; 0 when free, null for a subscription.</param>
internal sealed record Price(PriceKind Kind, long? Minor, string? Currency, string? Note);
