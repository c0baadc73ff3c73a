using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Shared;

namespace Cairn.Web.Features.Explore.Programs;

/// <summary>What a list of programs can be narrowed by. The order is the order on the page and in the address.</summary>
internal enum Facet
{
    Kind,
    Level,
    Hours,
    Price,
    Pace,
    Mode,
    Aid,
    Checked,
    Language,
    Provider,
    Skill,
}

/// <summary>A facet with a fixed set of values: its name in addresses, the values, and which of them a program has, as bits.</summary>
/// <param name="Facet">Which.</param>
/// <param name="Name">Parameter in the address.</param>
/// <param name="Values">Words in the address, in the order of the bits.</param>
/// <param name="Of">The bits of a program.</param>
internal sealed record FixedFacet(Facet Facet, string Name, IReadOnlyList<string> Values, Func<ProgramRow, FacetContext, uint> Of);

/// <summary>What a value depends on beside the program.</summary>
/// <param name="Currency">Prices are compared only within one currency.</param>
/// <param name="Today">Facts older than twelve months before this day are marked.</param>
internal readonly record struct FacetContext(string Currency, DateOnly Today)
{
    /// <summary>The first day that is not yet too old.</summary>
    public DateOnly Oldest { get; } = Today.AddMonths(-12);
}

/// <summary>The facet bits of every program for one currency and day, worked out once: a list is then counted by reading numbers.</summary>
internal sealed class FacetColumns
{
    public FacetColumns(CatalogueIndex index, FacetContext context)
    {
        Context = context;
        Bits = [.. ProgramFacets.Fixed.Select(facet => Array.ConvertAll(index.Programs, program => facet.Of(program, context)))];
        var languages = index.Languages.Select((language, n) => (language, n)).ToDictionary(pair => pair.language, pair => pair.n, StringComparer.Ordinal);
        Languages = Array.ConvertAll(index.Programs, program => program.Language is { } language ? languages[language] : index.Languages.Length);
    }

    public FacetContext Context { get; }

    /// <summary>By facet, then by program.</summary>
    public uint[][] Bits { get; }

    /// <summary>By program: its language's place in the index, or one after the last.</summary>
    public int[] Languages { get; }
}

/// <summary>The facets of the catalogue, in one table.</summary>
internal static class ProgramFacets
{
    public const string Unknown = "unknown";

    private static readonly int[] HourSteps = [10, 40, 100, 300];
    private static readonly int[] PriceSteps = [100, 500, 2000];

    public static IReadOnlyList<FixedFacet> Fixed { get; } =
    [
        new(Facet.Kind, "kind", ["badge", "certificate", "nanodegree", "course", "program", "apprenticeship", "exam", "micro-credential", "certification", "licence", "credit", "degree"],
            (program, _) => (uint)program.Kinds),
        new(Facet.Level, "level", ["1", "2", "3", Unknown], (program, _) => 1u << (program.Level == 0 ? 3 : program.Level - 1)),
        new(Facet.Hours, "hours", ["10", "40", "100", "300", "more", Unknown], (program, _) => program.Hours is { } hours ? 1u << Step(hours, HourSteps) : 1u << 5),
        new(Facet.Price, "price", ["free", "100", "500", "2000", "more", "monthly", "other", Unknown], PriceBits),
        new(Facet.Pace, "pace", ["self", "dates", Unknown], (program, _) => program.Pace switch { Pace.SelfPaced => 1u, Pace.Scheduled => 2u, _ => 4u }),
        new(Facet.Mode, "mode", ["online", "in-person", "blended", Unknown],
            (program, _) => program.Mode switch { DeliveryMode.Online => 1u, DeliveryMode.InPerson => 2u, DeliveryMode.Blended => 4u, _ => 8u }),
        new(Facet.Aid, "aid", ["yes"], (program, _) => program.Aid ? 1u : 0u),
        new(Facet.Checked, "checked", ["recent", "older"], (program, context) => program.AsOf >= context.Oldest ? 1u : 2u),
    ];

    /// <summary>Parameter of a facet whose values are in the data.</summary>
    public static string NameOf(Facet facet) => facet switch
    {
        Facet.Language => "lang",
        Facet.Provider => "provider",
        Facet.Skill => "skill",
        _ => Fixed[(int)facet].Name,
    };

    private static uint PriceBits(ProgramRow program, FacetContext context)
    {
        var monthly = program.Subscription >= 0 || program.PriceKind == PriceKind.Subscription ? 1u << 5 : 0u;
        return monthly | program.PriceKind switch
        {
            PriceKind.Free => 1u,
            PriceKind.Once when program.Currency == context.Currency => 2u << Step((program.Price ?? 0) / Math.Pow(10, MoneyText.Digits(context.Currency)), PriceSteps),
            PriceKind.Once => 1u << 6,
            PriceKind.Subscription => 1u << 5,
            _ => monthly == 0 ? 1u << 7 : 0u,
        };
    }

    private static int Step(double value, int[] steps)
    {
        var step = 0;
        while (step < steps.Length && value > steps[step])
            step++;
        return step;
    }
}
