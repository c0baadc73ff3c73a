using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Programs;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>
/// Everything that is searched, listed and counted, in memory, as the database had it at one version. Immutable: a newer one replaces
/// it whole. Things are numbered in the order of their ids, so that both databases give the same answers.
/// </summary>
internal sealed class CatalogueIndex : IDisposable
{
    public required CatalogueVersion Version { get; init; }
    public required ProgramRow[] Programs { get; init; }
    public required ProviderRow[] Providers { get; init; }
    public required SkillRow[] Skills { get; init; }
    public required OccupationRow[] Occupations { get; init; }
    public required SubscriptionRow[] Subscriptions { get; init; }

    /// <summary>By every id, also those that are the same skill under another id.</summary>
    public required IReadOnlyDictionary<SkillId, int> SkillNumbers { get; init; }

    public required IReadOnlyDictionary<ProgramId, int> ProgramNumbers { get; init; }
    public required IReadOnlyDictionary<ProviderId, int> ProviderNumbers { get; init; }
    public required IReadOnlyDictionary<OccupationId, int> OccupationNumbers { get; init; }

    /// <summary>Languages programs are taught in, commonest first.</summary>
    public required string[] Languages { get; init; }

    /// <summary>Currencies of prices, commonest first. Prices are compared only within one.</summary>
    public required string[] Currencies { get; init; }

    /// <summary>Every list in the catalogue came with the product: nothing of the operator's own is loaded yet.</summary>
    public required bool DemonstrationOnly { get; init; }

    public required TextIndex ProgramWords { get; init; }
    public required TypeAhead Labels { get; init; }
    public required ProgramOrders Orders { get; init; }

    private volatile FacetColumns? _columns;

    /// <summary>The columns of the last context asked for are kept: nearly everyone asks in the same currency on the same day.</summary>
    public FacetColumns ColumnsFor(FacetContext context)
    {
        if (_columns is { } kept && kept.Context == context)
            return kept;
        return _columns = new FacetColumns(this, context);
    }

    public void Dispose()
    {
        ProgramWords.Dispose();
        Labels.Dispose();
    }
}

/// <summary>Programs in the orders in which they can be listed, made once: a page is then cut out without sorting.</summary>
internal sealed class ProgramOrders
{
    private readonly Dictionary<string, int[]> _byPrice;

    public ProgramOrders(ProgramRow[] programs, IEnumerable<string> currencies)
    {
        // Newest facts first; then those that say most; then by title.
        var titles = programs.Select(program => Words.Fold(program.Names.In("en").Text)).ToArray();
        Newest = Order(programs, n => (long)-programs[n].AsOf.DayNumber, titles);
        Plain = Order(programs, n => ((long)-(programs[n].AsOf.DayNumber / 366) * 8) - Said(programs[n]), titles);
        Hours = Order(programs, n => programs[n].Hours ?? long.MaxValue, titles);
        _byPrice = currencies.ToDictionary(currency => currency, currency => Order(programs, n => PriceIn(programs[n], currency), titles), StringComparer.Ordinal);
        PlainRank = new int[programs.Length];
        for (var rank = 0; rank < Plain.Length; rank++)
            PlainRank[Plain[rank]] = rank;
    }

    public int[] Plain { get; }

    /// <summary>Place of each program in <see cref="Plain"/>: decides between equal scores.</summary>
    public int[] PlainRank { get; }

    public int[] Newest { get; }

    /// <summary>Fewest first; unknown last.</summary>
    public int[] Hours { get; }

    /// <summary>Free first, then by price in the currency, then monthly fees, then other currencies, unknown last.</summary>
    public int[] Price(string currency) => _byPrice.TryGetValue(currency, out var order) ? order : Plain;

    private static int Said(ProgramRow program) =>
        (program.Hours is null ? 0 : 1) + (program.PriceKind == PriceKind.Unknown ? 0 : 2) + (program.Covers.Length > 0 ? 2 : 0) + (program.Level > 0 ? 1 : 0);

    private static long PriceIn(ProgramRow program, string currency) => program.PriceKind switch
    {
        PriceKind.Free => -1,
        PriceKind.Once when program.Currency == currency => program.Price ?? long.MaxValue - 1,
        PriceKind.Subscription => long.MaxValue - 3,
        PriceKind.Once => long.MaxValue - 2,
        _ => long.MaxValue,
    };

    private static int[] Order(ProgramRow[] programs, Func<int, long> by, string[] titles)
    {
        var numbers = Enumerable.Range(0, programs.Length).ToArray();
        var keys = numbers.Select(n => (by(n), titles[n], n)).ToArray();
        Array.Sort(keys, numbers, Comparer<(long By, string Title, int N)>.Create((one, two) =>
            one.By != two.By ? one.By.CompareTo(two.By)
            : string.CompareOrdinal(one.Title, two.Title) is var title and not 0 ? title
            : one.N.CompareTo(two.N)));
        return numbers;
    }
}
