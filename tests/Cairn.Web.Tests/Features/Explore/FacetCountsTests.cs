using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore;
using Cairn.Web.Features.Explore.Programs;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Explore;

/// <summary>
/// The counts beside the values, against the definition itself: choose the value in addition and count the programs one by one.
/// </summary>
[Properties(Replay = "(20261126,7)")]
public sealed class FacetCountsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Property(MaxTest = 150)]
    public void A_count_says_how_many_programs_choosing_that_value_alone_in_its_facet_would_show(int seed)
    {
        var random = new Random(seed);
        using var index = RandomCatalogue(random);
        var query = RandomQuery(random, index);

        var results = SearchPrograms.Run(index, query, Today);

        foreach (var (facet, values) in results.Facets)
        {
            foreach (var value in values)
                value.Count.ShouldBe(Naive(index, Alone(query, facet, value.Value)).Count, $"{facet} {value.Value} for {query.Address("")}");
        }
    }

    [Property(MaxTest = 150)]
    public void The_total_and_the_pages_hold_every_program_that_passes_once(int seed)
    {
        var random = new Random(seed);
        using var index = RandomCatalogue(random);
        var query = RandomQuery(random, index) with { Sort = (ProgramSort)random.Next(4) };

        var results = SearchPrograms.Run(index, query, Today, pageSize: 7);
        var shown = Enumerable.Range(1, results.Pages).SelectMany(page => SearchPrograms.Run(index, query with { Page = page }, Today, pageSize: 7).Page).ToList();

        shown.Count.ShouldBe(results.Total);
        shown.Order().ShouldBe(Naive(index, query).Order());
    }

    [Property(MaxTest = 100)]
    public void An_address_says_the_same_question_again(int seed)
    {
        var random = new Random(seed);
        using var index = RandomCatalogue(random);
        var query = RandomQuery(random, index) with { Page = random.Next(1, 4), Words = "a b&c=d#e ñ" };

        var address = query.Address("/programs");
        var read = ProgramQuery.Read(new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..])));

        read.Remarks.ShouldBeEmpty();
        read.Address("/programs").ShouldBe(address);
    }

    /// <summary>The question with a facet narrowed to one value; skills are added, because all of them must be taught.</summary>
    private static ProgramQuery Alone(ProgramQuery query, Facet facet, string value)
    {
        if (facet == Facet.Skill)
            return query.Skills.Contains(value) ? query : query with { Skills = [.. query.Skills, value] };
        if (facet == Facet.Language)
            return query with { Languages = [value] };
        if (facet == Facet.Provider)
            return query with { Providers = [value] };
        var chosen = query.Chosen.ToArray();
        chosen[(int)facet] = 0;
        return (query with { Chosen = chosen }).Toggle(facet, value);
    }

    /// <summary>One program after the other, as the words of the rule say.</summary>
    private static List<int> Naive(CatalogueIndex index, ProgramQuery query)
    {
        var context = new FacetContext(query.Currency ?? index.Currencies.FirstOrDefault() ?? "USD", Today);
        return
        [
            .. Enumerable.Range(0, index.Programs.Length).Where(n =>
            {
                var program = index.Programs[n];
                var covers = program.Covers.Concat(query.Guesses ? program.MayCover : []).Select(skill => index.Skills[skill].Id.Value).ToHashSet();
                return query.Skills.All(covers.Contains)
                    && (query.Languages.Count == 0 || query.Languages.Contains(program.Language ?? "unknown"))
                    && (query.Providers.Count == 0 || query.Providers.Contains(index.Providers[program.Provider].Id.Value))
                    && ProgramFacets.Fixed.All(facet => query.Chosen[(int)facet.Facet] == 0 || (facet.Of(program, context) & query.Chosen[(int)facet.Facet]) != 0);
            }),
        ];
    }

    private static ProgramQuery RandomQuery(Random random, CatalogueIndex index)
    {
        var query = new ProgramQuery { Guesses = random.Next(2) == 0, Currency = random.Next(2) == 0 && index.Currencies.Length > 0 ? index.Currencies[random.Next(index.Currencies.Length)] : null };
        foreach (var facet in ProgramFacets.Fixed)
        {
            while (random.Next(4) == 0)
                query = query.Toggle(facet.Facet, facet.Values[random.Next(facet.Values.Count)]);
        }

        if (random.Next(4) == 0)
            query = query.Toggle(Facet.Language, random.Next(3) == 0 || index.Languages.Length == 0 ? "unknown" : index.Languages[random.Next(index.Languages.Length)]);
        if (random.Next(4) == 0)
            query = query.Toggle(Facet.Provider, index.Providers[random.Next(index.Providers.Length)].Id.Value);
        while (random.Next(3) == 0)
            query = query.Toggle(Facet.Skill, index.Skills[random.Next(index.Skills.Length)].Id.Value);
        return query;
    }

    private static CatalogueIndex RandomCatalogue(Random random)
    {
        T? Maybe<T>(T value) => random.Next(3) == 0 ? default : value;
        var programs = Enumerable.Range(0, random.Next(60)).Select(n =>
        {
            var (offer, credential) = ((OfferKind)random.Next(5), (CredentialType)random.Next(9));
            var skills = Enumerable.Range(0, 6).OrderBy(_ => random.Next()).ToArray();
            var covered = random.Next(4);
            var price = (PriceKind)random.Next(4);
            return new ProgramRow
            {
                Id = new($"p-{n:000}"), Names = [new("en", $"Program {n}")], Provider = random.Next(5), Kinds = ProgramKindRule.Of(offer, credential), Offer = offer, Credential = credential,
                Level = (byte)random.Next(4), Language = Maybe(new[] { "en", "es", "zh" }[random.Next(3)]), Hours = random.Next(3) == 0 ? null : random.Next(500), HoursBasis = HoursBasis.Stated,
                Weeks = null, Pace = (Pace)random.Next(3), Mode = (DeliveryMode)random.Next(4), PriceKind = price, Price = price == PriceKind.Once ? random.Next(300_000) : null,
                Currency = price == PriceKind.Once ? new[] { "USD", "AUD", "JPY" }[random.Next(3)] : null, Subscription = random.Next(3) == 0 ? 0 : -1, Aid = random.Next(2) == 0,
                Approved = false, AsOf = Today.AddDays(-random.Next(800)), Covers = [.. skills.Take(covered).Order()], MayCover = [.. skills.Skip(covered).Take(random.Next(3)).Order()],
            };
        }).ToArray();
        string[] Common(Func<ProgramRow, string?> of) => [.. programs.Select(of).OfType<string>().GroupBy(value => value).OrderByDescending(group => group.Count()).Select(group => group.Key)];
        var currencies = Common(program => program.Currency);
        var providers = Enumerable.Range(0, 5).Select(n => new ProviderRow { Id = new($"provider-{n}"), Name = $"Provider {n}" }).ToArray();
        var rows = Enumerable.Range(0, 6).Select(n => new SkillRow { Id = new($"skill:{n}"), Framework = "own", Kind = SkillKind.Skill, Hot = false, Names = [new("en", $"Skill {n}")] }).ToArray();
        return new CatalogueIndex
        {
            Version = new(0, null, 0, null), Programs = programs, Providers = providers, Skills = rows, Occupations = [], Subscriptions = [new("s", "Subscription", 100, "USD")],
            SkillNumbers = Enumerable.Range(0, rows.Length).ToDictionary(n => rows[n].Id), ProgramNumbers = Enumerable.Range(0, programs.Length).ToDictionary(n => programs[n].Id),
            ProviderNumbers = Enumerable.Range(0, 5).ToDictionary(n => providers[n].Id), OccupationNumbers = new Dictionary<OccupationId, int>(),
            Languages = Common(program => program.Language), Currencies = currencies, DemonstrationOnly = false,
            ProgramWords = TextIndex.Build([], default), Labels = TypeAhead.Build([], _ => 0, default), Orders = new ProgramOrders(programs, currencies),
        };
    }
}
