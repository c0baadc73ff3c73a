using Cairn.Testing;
using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore;
using Cairn.Web.Features.Explore.Programs;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Explore;

/// <summary>The same answers on both databases.</summary>
public abstract class SearchEngineTests(PostgresServer? server) : DatabaseTests(server)
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("python", "python-for-everyone-1")]
    [InlineData("pyton", "python-for-everyone-1")]
    [InlineData("PYTHON", "python-for-everyone-1")]
    [InlineData("everyone python harbor", "python-for-everyone-1")]
    [InlineData("contabilidád", "old-bookkeeping-3")]
    [InlineData("enfermera", "old-bookkeeping-3")]
    [InlineData("c++", "cpp-4")]
    [InlineData("C#", "cpp-4")]
    [InlineData("practicing part 22 nursing", "filler-22")]
    [InlineData("bookeeping", "old-bookkeeping-3")]
    public async Task Words_find_programs(string words, string first)
    {
        using var index = await BuildAsync();

        Ids(index, Ask(index, "q=" + Uri.EscapeDataString(words)))[0].ShouldBe(first);
    }

    [Fact]
    public async Task A_program_with_old_facts_stands_behind_one_that_fits_the_words_nearly_as_well()
    {
        using var index = await BuildAsync(also: db => db.AddRange(
            SmallCatalogue.Program("a-welding-old") with { AsOf = Today.AddYears(-3) }, SmallCatalogue.Title("a-welding-old", "Welding"),
            SmallCatalogue.Program("b-welding-fresh"), SmallCatalogue.Title("b-welding-fresh", "Welding basics")));

        Ids(index, Ask(index, "q=welding")).ShouldBe(["b-welding-fresh", "a-welding-old"]);
    }

    [Theory]
    [InlineData("nurse", "Registered Nurses")]
    [InlineData("registerd nurse", "Registered Nurses")]
    [InlineData("truck drivr", "Heavy and Tractor-Trailer Truck Drivers")]
    [InlineData("trucker", "Heavy and Tractor-Trailer Truck Drivers")]
    [InlineData("software dev", "Software Developers")]
    [InlineData("anesthet", "Nurse Anesthetists")]
    [InlineData("  NURSE  ", "Registered Nurses")]
    public async Task An_occupation_is_found_by_title_other_title_beginning_and_typo(string typed, string first)
    {
        using var index = await BuildAsync();

        var match = index.Labels.Find(typed, label => label.Kind == EntryKind.Occupation, 5)[0];
        index.Occupations[match.Entry].Names.In("en").Text.ShouldBe(first);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\0\u0001\u001b")]
    [InlineData("***???")]
    [InlineData("()[]{}:\"~^")]
    public async Task Signs_suggest_nothing_and_break_nothing(string typed)
    {
        using var index = await BuildAsync();

        index.Labels.Find(typed, _ => true, 8).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_skill_of_two_frameworks_is_one_entry_found_by_both_names()
    {
        using var index = await BuildAsync();

        var found = index.Labels.Find("python", label => label.Kind == EntryKind.Skill, 8);
        found.Count.ShouldBe(1);
        index.Skills[found[0].Entry].Id.Value.ShouldBe("onet-tech:python");
        index.SkillNumbers[new SkillId("esco:python")].ShouldBe(found[0].Entry);
    }

    [Fact]
    public async Task A_guess_counts_only_when_asked_for()
    {
        using var index = await BuildAsync();

        Ids(index, Ask(index, "skill=esco:bookkeeping")).ShouldBe([SmallCatalogue.OldId]);
        Ids(index, Ask(index, "skill=esco:bookkeeping&guesses=yes")).ShouldBe([SmallCatalogue.PythonId, SmallCatalogue.OldId], ignoreOrder: true);
    }

    [Fact]
    public async Task A_correction_wins_and_makes_a_new_version()
    {
        var before = await VersionAsync();
        var correct = new CorrectProgramSkill(Writes, new FixedClock());

        (await correct.RunAsync(new(new(SmallCatalogue.PythonId), new("onet-tech:python"), false, null, "is about snakes"), default)).ShouldBe(CorrectionRefusal.None);
        (await correct.RunAsync(new(new(SmallCatalogue.PythonId), new("esco:nursing"), true, 1, null), default)).ShouldBe(CorrectionRefusal.None);

        (await VersionAsync()).ShouldNotBe(before);
        using var index = await BuildAsync(fill: false);
        Ids(index, Ask(index, "skill=onet-tech:python")).ShouldBeEmpty();
        Ids(index, Ask(index, "skill=esco:nursing")).ShouldBe([SmallCatalogue.PythonId]);
    }

    [Fact]
    public async Task A_correction_of_what_is_not_there_is_refused()
    {
        await VersionAsync();
        var correct = new CorrectProgramSkill(Writes, new FixedClock());

        (await correct.RunAsync(new(new("none"), new("esco:nursing"), true, null, null), default)).ShouldBe(CorrectionRefusal.NoSuchProgram);
        (await correct.RunAsync(new(new(SmallCatalogue.PythonId), new("esco:none"), true, null, null), default)).ShouldBe(CorrectionRefusal.NoSuchSkill);
        (await correct.RunAsync(new(new(SmallCatalogue.PythonId), new("esco:nursing"), true, 9, null), default)).ShouldBe(CorrectionRefusal.LevelOutOfRange);
    }

    [Theory]
    [InlineData("sort=hours&price=500", new[] { "filler-11", "filler-12", "filler-13" })]
    [InlineData("sort=price", new[] { "old-bookkeeping-3", "python-for-everyone-1", "filler-10" })]
    [InlineData("sort=newest&checked=older", new[] { "old-bookkeeping-3" })]
    public async Task Sorting_puts_the_unknown_last(string query, string[] first)
    {
        using var index = await BuildAsync();

        Ids(index, Ask(index, query)).Take(first.Length).ShouldBe(first);
    }

    [Fact]
    public async Task An_unknown_price_or_length_is_never_the_lowest()
    {
        using var index = await BuildAsync();

        Ids(index, Ask(index, "sort=price&page=2"))[^1].ShouldBe(SmallCatalogue.NastyId);
        Ids(index, Ask(index, "sort=hours&page=2"))[^1].ShouldBeOneOf(SmallCatalogue.NastyId, SmallCatalogue.OldId);
    }

    [Fact]
    public async Task A_question_before_the_first_reading_is_refused_when_it_has_waited_long_enough()
    {
        using var engine = new SearchEngine(Database, new HurriedClock(), NullLogger<SearchEngine>.Instance);

        await Should.ThrowAsync<SearchNotReadyException>(async () => await engine.IndexAsync(default));
    }

    [Fact]
    public async Task A_question_before_the_first_reading_waits_for_it()
    {
        using var engine = new SearchEngine(Database, new FixedClock(), NullLogger<SearchEngine>.Instance);

        var asked = engine.IndexAsync(default);
        await engine.CatchUpAsync(default);

        (await asked).ShouldBeSameAs(engine.Newest);
    }

    private async Task<CatalogueIndex> BuildAsync(bool fill = true, Action<CairnDb>? also = null)
    {
        await using var db = Database.Open();
        if (fill)
        {
            await SmallCatalogue.FillAsync(db);
            also?.Invoke(db);
            await db.SaveChangesAsync();
        }

        return await new BuildCatalogueIndex(Database).RunAsync(await CatalogueVersion.ReadAsync(db, default), default);
    }

    private async Task<CatalogueVersion> VersionAsync()
    {
        await using var db = Database.Open();
        var version = await CatalogueVersion.ReadAsync(db, default);
        if (version.Imports > 0)
            return version;
        await SmallCatalogue.FillAsync(db);
        await db.SaveChangesAsync();
        return await CatalogueVersion.ReadAsync(db, default);
    }

    /// <summary>Whoever waits has waited long enough at once.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private static ProgramResults Ask(CatalogueIndex index, string query) =>
        SearchPrograms.Run(index, ProgramQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(query))), Today);

    private static List<string> Ids(CatalogueIndex index, ProgramResults results) => [.. results.Page.Select(number => index.Programs[number].Id.Value)];
}

public sealed class SearchEngineOnSqlite() : SearchEngineTests(null);

public sealed class SearchEngineOnPostgres(PostgresServer server) : SearchEngineTests(server);
