using Cairn.Planning.Contract;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists;

namespace Cairn.Web.Features.Plans;

/// <summary>The facts of a program at the time of the plan, kept with it: a plan says for ever what it was made from.</summary>
internal sealed record ProgramInPlan
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>BCP 47, or null when neither a list nor its title says.</summary>
    public string? Language { get; init; }

    /// <summary>No list states the language; the title does.</summary>
    public bool LanguageFromTitle { get; init; }

    public required string Provider { get; init; }
    public string? Link { get; init; }
    public required OfferKind Offer { get; init; }
    public required CredentialType Credential { get; init; }

    /// <summary>As the source states or bounds them, without slack.</summary>
    public int? Hours { get; init; }

    public HoursBasis HoursBasis { get; init; }
    public PriceKind PriceKind { get; init; }
    public string? PriceNote { get; init; }
    public required DateOnly AsOf { get; init; }
    public string? Prerequisites { get; init; }
    public bool Approved { get; init; }

    /// <summary>The level it teaches to is our estimate from its length.</summary>
    public bool LevelFromLength { get; init; }

    /// <summary>What it teaches of the goal, and on what basis.</summary>
    public required IReadOnlyList<TaughtSkill> Teaches { get; init; }

    /// <summary>The programs that stand in any plan of an answer.</summary>
    public static IReadOnlyDictionary<string, ProgramInPlan> Of(PlanAnswer answer, IReadOnlyList<PlanCandidate> considered)
    {
        var used = answer.Plans.Values.Concat((answer.Frontier ?? []).Select(point => point.Plan)).SelectMany(plan => plan.Programs).Select(program => program.Id).ToHashSet();
        return considered.Where(c => used.Contains(c.Program.Id.Value)).ToDictionary(c => c.Program.Id.Value, Of);
    }

    private static ProgramInPlan Of(PlanCandidate candidate)
    {
        var program = candidate.Program;
        return new ProgramInPlan
        {
            Id = program.Id.Value, Name = candidate.Name, Language = program.Language, Provider = candidate.Provider, Link = program.Link,
            Offer = program.Offer, Credential = program.Credential, Hours = program.Hours, HoursBasis = program.HoursBasis,
            PriceKind = program.PriceKind, PriceNote = program.PriceNote, AsOf = program.AsOf, Prerequisites = program.Prerequisites,
            Approved = candidate.Approved, LanguageFromTitle = candidate.LanguageFromTitle, LevelFromLength = TaughtLevel.IsFromLength(program), Teaches = candidate.Teaches,
        };
    }
}
