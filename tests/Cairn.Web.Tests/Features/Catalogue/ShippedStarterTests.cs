using Cairn.Testing;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue;

/// <summary>The starter file that ships, loaded once as the product loads it.</summary>
public sealed class ShippedStarterTests(ShippedStarterTests.Loaded loaded) : IClassFixture<ShippedStarterTests.Loaded>
{
    // The day for which the file was made. Freshness against today's clock would fail by itself one day.
    private static readonly DateOnly YearBefore = new(2025, 11, 24);

    // The longest title in the lists has 243 letters.
    private const int Title = 250;

    [Fact]
    public void It_has_five_thousand_programs_and_fifteen_hundred_fresh_ones()
    {
        loaded.Programs.Count.ShouldBeGreaterThanOrEqualTo(5_000);
        loaded.Programs.Count(p => p.AsOf >= YearBefore).ShouldBeGreaterThanOrEqualTo(1_500);
    }

    [Fact]
    public void No_program_is_true_only_after_the_day_it_was_made() =>
        loaded.Programs.ShouldAllBe(p => p.AsOf > new DateOnly(2015, 1, 1) && p.AsOf <= YearBefore.AddYears(1));

    [Fact]
    public void Every_program_names_its_list_and_has_a_link_or_a_place_in_that_list()
    {
        var lists = loaded.Lists.Select(l => l.Id).ToHashSet();
        var listed = loaded.Listings.Select(l => l.ProgramId).ToHashSet();
        loaded.Programs.ShouldAllBe(p => lists.Contains(p.ListId) && (p.Link != null || listed.Contains(p.Id)));
    }

    [Fact]
    public void Every_list_is_marked_as_starter_data_with_publisher_and_attribution() =>
        loaded.Lists.ShouldAllBe(l => l.Starter && l.Publisher.Length > 0 && l.Attribution.Length > 0);

    [Fact]
    public void No_price_stands_without_currency_and_source() =>
        loaded.Programs.Where(p => p.PriceKind == PriceKind.Once).ShouldAllBe(p => p.Price > 0 && p.Currency!.Length == 3);

    [Fact]
    public void What_has_no_stated_price_is_unknown_and_never_nought() =>
        loaded.Programs.Where(p => p.PriceKind is PriceKind.Unknown or PriceKind.Subscription).ShouldAllBe(p => p.Price == null);

    [Fact]
    public void Every_subscription_has_a_published_price_with_link_and_day()
    {
        var known = loaded.Subscriptions.Where(s => s.PerMonth > 0 && s.SourceLink.StartsWith("https://", StringComparison.Ordinal) && s.AsOf >= YearBefore).Select(s => s.Id).ToHashSet();
        loaded.Programs.Where(p => p.PriceKind == PriceKind.Subscription).ShouldAllBe(p => p.SubscriptionId != null && known.Contains(p.SubscriptionId));
    }

    [Fact]
    public void Hours_say_how_they_are_known() =>
        loaded.Programs.Where(p => p.Hours != null).ShouldAllBe(p => p.HoursBasis != HoursBasis.Unknown && p.HoursDerivation!.Length > 0);

    [Fact]
    public void No_text_of_a_program_is_longer_than_a_title()
    {
        loaded.Programs.SelectMany(p => (string?[])[p.HoursDerivation, p.PriceNote, p.AidNote, p.Prerequisites, p.Place]).ShouldAllBe(t => t == null || t.Length <= Title);
        loaded.Names.ShouldAllBe(n => n.Text.Length <= Title);
        loaded.Topics.ShouldAllBe(t => t.Text.Length <= Title);
    }

    [Fact]
    public void Every_link_to_a_skill_leads_to_a_skill_that_ships() =>
        loaded.Links.ShouldAllBe(l => loaded.Skills.Contains(l.SkillId));

    [Fact]
    public void A_link_that_is_no_guess_is_certain_and_a_guess_is_not() =>
        loaded.Links.ShouldAllBe(l => l.Basis == SkillBasis.Guessed ? l.Confidence > 0 && l.Confidence < 100 : l.Confidence == 100);

    public sealed class Loaded : IAsyncLifetime
    {
        internal List<LearningProgram> Programs { get; private set; } = [];
        internal List<ProgramName> Names { get; private set; } = [];
        internal List<ProgramTopic> Topics { get; private set; } = [];
        internal List<ProgramSkill> Links { get; private set; } = [];
        internal List<ProgramListing> Listings { get; private set; } = [];
        internal List<ProgramSubscription> Subscriptions { get; private set; } = [];
        internal List<CatalogueList> Lists { get; private set; } = [];
        internal HashSet<SkillId> Skills { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            await using var test = await TestDatabase.SqliteAsync();
            var file = Path.Combine(Repository.Root, "src", "Cairn.Web", "Starter", "starter.bin");
            (await new LoadStarterData(test.Database, new FixedClock()).RunAsync(file, _ => { })).ShouldBeTrue();
            await using var db = test.Database.Open();
            Programs = await db.Set<LearningProgram>().AsNoTracking().ToListAsync();
            Names = await db.Set<ProgramName>().AsNoTracking().ToListAsync();
            Topics = await db.Set<ProgramTopic>().AsNoTracking().ToListAsync();
            Links = await db.Set<ProgramSkill>().AsNoTracking().ToListAsync();
            Listings = await db.Set<ProgramListing>().AsNoTracking().ToListAsync();
            Subscriptions = await db.Set<ProgramSubscription>().AsNoTracking().ToListAsync();
            Lists = await db.Set<CatalogueList>().AsNoTracking().ToListAsync();
            Skills = [.. await db.Set<Skill>().AsNoTracking().Select(s => s.Id).ToListAsync()];
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
