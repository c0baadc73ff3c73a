using Cairn.Planning.Contract;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Goals;

namespace Cairn.Web.Features.Plans;

/// <summary>What a program costs in the currency of a plan: as published, by a shown rate, or by an estimate the person allowed.</summary>
internal sealed class Pricing(GoalLimits limits, IReadOnlyList<PriceEstimate> estimates, MoneyRates rates)
{
    public LeftOut? ReasonToLeaveOut(PlanCandidate candidate)
    {
        if (Once(candidate) is not null || Subscription(candidate) is not null)
            return null;
        return candidate.Program.PriceKind == PriceKind.Unknown ? LeftOut.PriceUnknown : LeftOut.OtherCurrency;
    }

    /// <summary>Single price in minor units of the plan's currency, or null when it cannot be bought so.</summary>
    public long? Once(PlanCandidate candidate) => candidate.Program switch
    {
        { PriceKind: PriceKind.Free } => 0,
        { PriceKind: PriceKind.Once, Price: { } price, Currency: { } currency } => InPlan(price, currency),
        { PriceKind: PriceKind.Unknown } program when limits.AllowEstimatedPrices && Subscription(candidate) is null =>
            estimates.FirstOrDefault(e => e.Offer == program.Offer && e.Currency == limits.Currency)?.UpperQuartile,
        _ => null,
    };

    /// <summary>The monthly fee it is open through, in the plan's currency; null without one.</summary>
    public Subscription? Subscription(PlanCandidate candidate) =>
        candidate.Subscription is { } published && InPlan(published.PerMonth, published.Currency) is { } perMonth
            ? new Subscription(published.Id, perMonth)
            : null;

    public IEnumerable<Subscription> SubscriptionsOf(IEnumerable<PlanCandidate> considered) =>
        considered.Select(Subscription).OfType<Subscription>().DistinctBy(s => s.Id).OrderBy(s => s.Id, StringComparer.Ordinal);

    /// <summary>Rates by which prices were brought into the currency of the plan.</summary>
    public IReadOnlyList<MoneyRate> RatesOf(IEnumerable<PlanCandidate> considered) =>
    [
        .. considered.SelectMany(candidate => new[] { candidate.Program is { PriceKind: PriceKind.Once, Price: not null } program ? program.Currency : null, candidate.Subscription?.Currency })
            .OfType<string>().Where(currency => currency != limits.Currency).Distinct().Order(StringComparer.Ordinal)
            .Select(currency => rates.Find(currency, limits.Currency)).OfType<MoneyRate>(),
    ];

    private long? InPlan(long minorUnits, string currency) =>
        currency == limits.Currency ? minorUnits
        : rates.Find(currency, limits.Currency) is { } rate ? MoneyRates.Convert(minorUnits, rate)
        : null;
}
