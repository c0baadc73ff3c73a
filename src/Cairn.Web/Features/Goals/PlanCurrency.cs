using Cairn.Planning.Contract;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Search;

namespace Cairn.Web.Features.Goals;

/// <summary>
/// The currency a new goal begins with: the operator's, from <c>Money:Currency</c>; else the one in which most programs can be planned with,
/// because their facts are fresh and they state hours and a price. A long list of prices without hours is no reason to plan in its currency.
/// </summary>
internal sealed class PlanCurrency(string? chosen)
{
    /// <exception cref="InvalidOperationException">The setting is no currency.</exception>
    public static PlanCurrency FromConfiguration(IConfiguration configuration) => configuration["Money:Currency"] switch
    {
        null or "" => new(null),
        { } code when Iso4217.TryGetMinorDigits(code, out _) => new(code),
        { } other => throw new InvalidOperationException($"Money:Currency is “{other}”. It needs an ISO 4217 code, such as USD."),
    };

    public string Of(CatalogueIndex index, DateOnly today)
    {
        if (chosen is not null)
            return chosen;
        var notBefore = today.AddMonths(-GoalLimits.MonthsFresh);
        return Commonest(index, program => program.Hours is not null && program.AsOf >= notBefore)
            ?? Commonest(index, program => program.Hours is not null)
            ?? index.Currencies.FirstOrDefault() ?? "USD";
    }

    private static string? Commonest(CatalogueIndex index, Func<ProgramRow, bool> counts) => index.Programs.Where(counts)
        .Select(program => CurrencyOf(program, index)).OfType<string>()
        .CountBy(currency => currency).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
        .Select(count => count.Key).FirstOrDefault();

    /// <summary>What is free fits every currency and speaks for none.</summary>
    private static string? CurrencyOf(ProgramRow program, CatalogueIndex index) =>
        program is { PriceKind: PriceKind.Once, Price: not null } ? program.Currency
        : program.Subscription >= 0 ? index.Subscriptions[program.Subscription].Currency
        : null;
}
