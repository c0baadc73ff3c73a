using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Cairn.Web.Features.Catalogue.Lists.Converters;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>
/// The closed set of facts a mapping can fill and of the readings that fill them. A reading returns false when the cells say nothing it understands;
/// then the next mapping of the same fact is tried.
/// </summary>
internal static class FieldReadings
{
    /// <summary>A reading: the cells of the mapping's columns, in order, into the draft.</summary>
    public delegate bool Reading(IReadOnlyList<string> cells, FieldMapping mapping, ProgramDraft draft);

    private static readonly Dictionary<string, Dictionary<string, Reading>> Facts = new(StringComparer.Ordinal)
    {
        // The first reading of a fact is its usual one.
        ["key"] = new() { ["text"] = Text((d, v) => d.Key = v) },
        ["title"] = new()
        {
            ["text"] = Text((d, v) => d.Title = v),
            ["first line"] = (cells, _, draft) => Set(Texts.Clean(cells[0].Trim().Split('\n')[0]), v => draft.Title = v),
        },
        ["provider"] = new() { ["name"] = (cells, _, draft) => Set(Texts.ProviderName(cells[0]), v => draft.Provider = v) },
        ["providerLink"] = new() { ["link"] = (cells, _, draft) => Set(Texts.Link(cells[0]), v => draft.ProviderLink = v) },
        ["toldApartBy"] = new() { ["text"] = Text((d, v) => d.ToldApartBy = v) },
        ["link"] = new() { ["link"] = (cells, _, draft) => Set(Texts.Link(cells[0]), v => draft.Link = v), ["page"] = PageLink },
        ["offer"] = new() { ["words"] = Words<OfferKind>((d, v) => d.Offer = v) },
        ["credential"] = new() { ["words"] = Words<CredentialType>((d, v) => d.Credential = v) },
        ["level"] = new() { ["level"] = (cells, _, draft) => Levels.Read(cells[0]) is { } level && Put(level, v => draft.Level = v), ["words"] = LevelWords },
        ["language"] = new()
        {
            ["language"] = (cells, _, draft) => Set(Languages.Read(cells[0]), v => draft.Language = v),
            ["transcripts"] = (cells, _, draft) => Set(Languages.FromTranscripts(cells[0], cells.ElementAtOrDefault(1) ?? ""), v => draft.Language = v),
        },
        ["length"] = new()
        {
            ["duration"] = (cells, mapping, draft) => Set(Lengths.Duration(cells[0], mapping.Kind), v => draft.Length = v),
            ["weeks × effort"] = (cells, _, draft) => Set(Lengths.WeeksTimesEffort(cells[0], cells.ElementAtOrDefault(1) ?? ""), v => draft.Length = v),
            ["weeks and filed hours"] = (cells, _, draft) => Set(Lengths.WeeksAndFiledHours(cells[0], cells.ElementAtOrDefault(1) ?? ""), v => draft.Length = v),
            ["clock hours"] = (cells, _, draft) => Set(Lengths.Hours(cells[0]), v => draft.Length = v),
            ["video"] = (cells, _, draft) => Set(Lengths.Video(cells[0]), v => draft.Length = v),
            ["weeks"] = (cells, _, draft) => Set(Lengths.Weeks(cells[0]), v => draft.Length = v),
            ["months"] = (cells, _, draft) => Set(Lengths.Months(cells[0]), v => draft.Length = v),
        },
        ["price"] = new()
        {
            ["price"] = (cells, mapping, draft) => Set(Prices.Read(cells[0], mapping.Currency, mapping.Note), v => draft.Price = v),
            ["certificate price"] = (cells, mapping, draft) => Set(Prices.Certificate(cells[0], mapping.Currency), v => draft.Price = v),
            ["total and parts"] = (cells, mapping, draft) => Set(Prices.Total(cells[0], cells.Skip(1), mapping.Currency, mapping.Note), v => draft.Price = v),
            ["exam fees"] = (cells, _, draft) => Set(Prices.ExamFees(cells[0], cells.ElementAtOrDefault(1) ?? ""), v => draft.Price = v),
            ["free"] = (_, mapping, draft) => Set(new Price(PriceKind.Free, 0, mapping.Currency, mapping.Note), v => draft.Price = v),
            ["subscription"] = (_, mapping, draft) => Set(new Price(PriceKind.Subscription, null, null, mapping.Note), v => draft.Price = v),
        },
        ["pace"] = new() { ["words"] = Words<Pace>((d, v) => d.Pace = v) },
        ["mode"] = new() { ["words"] = Words<DeliveryMode>((d, v) => d.Mode = v) },
        ["place"] = new() { ["text"] = (cells, _, draft) => Set(Place(cells), v => draft.Place = v) },
        ["aid"] = new() { ["text"] = (cells, mapping, draft) => Set(Texts.Clean(mapping.Note?.Replace("{0}", cells[0], StringComparison.Ordinal) ?? cells[0]), v => draft.Aid = v) },
        ["prerequisites"] = new() { ["text"] = Text((d, v) => d.Prerequisites = v) },
        ["fieldOfStudy"] = new() { ["cip"] = (cells, _, draft) => Set(Codes.Cip(cells[0]), v => draft.FieldOfStudy = v) },
        ["topics"] = new()
        {
            ["list"] = (cells, mapping, draft) => AddAll(draft.Topics, TopicLists.Split(cells[0], mapping.Separator ?? ",", mapping.Whole)),
            ["set"] = (cells, _, draft) => AddAll(draft.Topics, TopicLists.Set(cells[0])),
        },
        ["occupations"] = new()
        {
            ["soc"] = (cells, _, draft) => AddAll(draft.Occupations, Codes.Soc(cells[0])),
            ["words"] = (cells, mapping, draft) => AddAll(draft.Occupations, cells[0].Split(';').Select(c => mapping.Words.GetValueOrDefault(c.Trim())).OfType<string>()),
        },
        ["starts"] = new() { ["day"] = (cells, _, draft) => Codes.Day(cells[0]) is { } day && AddAll(draft.Starts, [day]) },
        ["asOf"] = new() { ["day"] = (cells, _, draft) => Codes.Day(cells[0]) is { } day && Put(day, v => draft.AsOf = v) },
        ["approvalLink"] = new() { ["link"] = (cells, _, draft) => Set(Texts.Link(cells[0]), v => draft.ApprovalLink = v) },
    };

    public static IEnumerable<string> FactNames => Facts.Keys;

    public static IEnumerable<string> ReadingsOf(string fact) => Facts[fact].Keys;

    public static Reading? Find(string fact, string? reading) =>
        Facts.GetValueOrDefault(fact) is { } readings ? reading is null ? readings.First().Value : readings.GetValueOrDefault(reading) : null;

    private static Reading Text(Action<ProgramDraft, string> set) => (cells, _, draft) => Set(Texts.Clean(cells[0]), v => set(draft, v));

    private static Reading Words<T>(Action<ProgramDraft, T> set)
        where T : struct, Enum =>
        (cells, mapping, draft) =>
            Enum.TryParse<T>(mapping.Value ?? Word(mapping, cells[0]), out var value) && Put(value, v => set(draft, v));

    private static bool LevelWords(IReadOnlyList<string> cells, FieldMapping mapping, ProgramDraft draft) =>
        int.TryParse(Word(mapping, cells[0]), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 3 && Put(level, v => draft.Level = v);

    /// <summary>A link to a page of its own; a bare home page is the provider's.</summary>
    private static bool PageLink(IReadOnlyList<string> cells, FieldMapping mapping, ProgramDraft draft)
    {
        if (Texts.Link(cells[0]) is not { } link)
            return false;
        if (new Uri(link) is { PathAndQuery: "/" })
            draft.ProviderLink ??= link;
        else
            draft.Link = link;
        return true;
    }

    private static string? Word(FieldMapping mapping, string cell) =>
        mapping.Words.GetValueOrDefault(Texts.Clean(cell)) ?? mapping.Words.GetValueOrDefault("*");

    private static string? Place(IReadOnlyList<string> cells)
    {
        var parts = cells.SelectMany(c => c.Split(',')).Select(Texts.Clean).Where(c => c.Length > 0).Distinct().ToArray();
        return parts.Length == 0 ? null : string.Join(", ", parts);
    }

    private static bool AddAll<T>(List<T> list, IEnumerable<T> items)
    {
        var before = list.Count;
        list.AddRange(items.Where(i => !list.Contains(i)));
        return list.Count > before;
    }

    private static bool Set<T>([NotNullWhen(true)] T? value, Action<T> set)
        where T : class
    {
        if (value is null or "")
            return false;
        set(value);
        return true;
    }

    private static bool Put<T>(T value, Action<T> set)
        where T : struct
    {
        set(value);
        return true;
    }
}
