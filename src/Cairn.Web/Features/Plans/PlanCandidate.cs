using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Plans;

/// <summary>A skill a program teaches, after corrections, under the name the goal knows it by.</summary>
internal sealed record TaughtSkill(SkillId SkillId, int Level, SkillBasis Basis, int Confidence, string Words)
{
    /// <summary>A person said the level here; no rule derived it.</summary>
    public bool LevelSaid { get; init; }
}

/// <summary>A program of the catalogue that teaches something the goal asks for, with the facts a plan is made of.</summary>
internal sealed record PlanCandidate
{
    public required LearningProgram Program { get; init; }
    public required string Name { get; init; }
    public required string Provider { get; init; }
    public required IReadOnlyList<TaughtSkill> Teaches { get; init; }

    /// <summary>Cohort dates, in order; empty for "any time" and for "not stated".</summary>
    public IReadOnlyList<DateOnly> Starts { get; init; } = [];

    public ProgramSubscription? Subscription { get; init; }

    /// <summary>No list states its language; its title does.</summary>
    public bool LanguageFromTitle { get; init; }

    /// <summary>A public register lists it: recognition tier 1.</summary>
    public bool Approved { get; init; }
}

/// <summary>What stands for unknown prices when a person allows it: known prices of the same kind of offer.</summary>
/// <param name="Offer">Kind of offer.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="UpperQuartile">Three of four known prices are at or below it, in minor units.</param>
/// <param name="Of">How many known prices.</param>
internal sealed record PriceEstimate(OfferKind Offer, string Currency, long UpperQuartile, int Of)
{
    /// <summary>Fewer known prices than this say nothing.</summary>
    public const int Fewest = 8;

    /// <summary>The upper quartile rather than the middle: a plan that turns out cheaper harms nobody.</summary>
    public static IReadOnlyList<PriceEstimate> From(IEnumerable<(OfferKind Offer, string Currency, long Price)> known) =>
    [
        .. known.GroupBy(price => (price.Offer, price.Currency))
            .Where(group => group.Count() >= Fewest)
            .Select(group =>
            {
                var sorted = group.Select(price => price.Price).Order().ToList();
                return new PriceEstimate(group.Key.Offer, group.Key.Currency, sorted[(sorted.Count * 3 - 1) / 4], sorted.Count);
            })
            .OrderBy(estimate => estimate.Currency, StringComparer.Ordinal).ThenBy(estimate => estimate.Offer),
    ];
}
