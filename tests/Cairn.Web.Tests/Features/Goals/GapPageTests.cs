using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cairn.Testing;
using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Skills;
using Shouldly;
using Xunit;
using static Cairn.Testing.LearnerCatalogue;

namespace Cairn.Web.Tests.Features.Goals;

/// <summary>What the page of a goal says of each skill, of pay and of entry, and what it suggests from the present job.</summary>
public sealed class GapPageTests : IAsyncLifetime
{
    private const int Shared = 30, SharedAndPlanned = 14;
    private const string Welder = "onet:51-4121.00", Fitter = "onet:51-4041.00", OnlyOld = "esco:only-old";

    private CairnApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await CairnApp.StartAsync(fill: FillWithWeldersAsync);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Of_many_suggestions_the_twelve_heaviest_that_plans_reach_for_are_shown()
    {
        var page = await WelderWhoWasFitterAsync();

        page.QuerySelectorAll("#suggested > form input[type=checkbox]").Length.ShouldBe(12);
        page.QuerySelectorAll("#suggested select").Length.ShouldBe(12);
    }

    [Fact]
    public async Task The_other_suggestions_are_folded_and_counted()
    {
        var page = await WelderWhoWasFitterAsync();

        page.QuerySelector("#suggested details summary")!.TextContent.ShouldBe($"{Shared - 12} other skills that both use, and that weigh less");
        page.QuerySelectorAll("#suggested details input[type=checkbox]").Length.ShouldBe(Shared - 12);
    }

    [Fact]
    public async Task A_folded_suggestion_that_was_ticked_counts_at_the_level_chosen_for_all()
    {
        var goal = await StartAsync(Welder, Fitter);
        var folded = (await _app.GetPageAsync(goal)).Page.QuerySelector("#suggested details input[type=checkbox]")!.GetAttribute("value")!;

        await _app.PostFormAsync(goal + "?handler=Confirm", [new("held", folded), new("level", "3")]);

        (await _app.GetPageAsync(goal)).Page.QuerySelectorAll("#suggested input[type=checkbox]").Length.ShouldBe(Shared - 1);
    }

    [Fact]
    public async Task Programs_are_counted_as_plans_may_use_them_and_older_ones_apart()
    {
        var (_, page) = await _app.GetPageAsync(await _app.StartGoalAsync());

        var next = Row(page, "SQL").QuerySelector("td.act")!.TextContent;
        next.ShouldContain("3 programs teach it");
        next.ShouldContain("and 1 with facts older than twelve months");
    }

    [Fact]
    public async Task Older_programs_are_counted_with_the_others_once_they_are_allowed()
    {
        var goal = await _app.StartGoalAsync(new KeyValuePair<string, string>("Limits.Older", "true"));

        var (_, page) = await _app.GetPageAsync(goal);

        Row(page, "SQL").QuerySelector("td.act")!.TextContent.ShouldContain("4 programs teach it");
    }

    [Fact]
    public async Task A_skill_that_only_older_programs_teach_is_outside_plans_and_says_why()
    {
        var (response, _) = await _app.PostFormAsync("/goals/new", [new("skill", OnlyOld), new("level", "2")]);

        var (_, page) = await _app.GetPageAsync(response.Headers.Location!.OriginalString);

        page.QuerySelector(".lead")!.TextContent.ShouldBe("You do not hold the one skill planned for yet.");
        page.QuerySelector("td.act")!.TextContent.ShouldContain("1 program teaches it, with facts older than twelve months");
        page.QuerySelector(".note.unknown")!.TextContent.ShouldContain("Some of what is missing is taught by programs whose facts are older than twelve months.");
    }

    [Fact]
    public async Task One_skill_is_said_as_one()
    {
        var (response, _) = await _app.PostFormAsync("/goals/new", [new("skill", Sql), new("level", "2")]);

        (await _app.GetPageAsync(response.Headers.Location!.OriginalString)).Page.QuerySelector(".lead")!.TextContent
            .ShouldBe("You do not hold the one skill planned for yet. Programs here teach it.");
    }

    [Fact]
    public async Task Pay_and_outlook_name_their_sources_and_dates()
    {
        var (_, page) = await _app.GetPageAsync(await StartAsync(Welder));

        var text = Text(page);
        text.ShouldContain("Pay: U.S. Bureau of Labor Statistics (BLS), May 2024. For the wider group “Metal Workers”; there is no figure for this occupation alone.");
        text.ShouldContain("Outlook: U.S. Bureau of Labor Statistics (BLS), projections 2024 to 2034.");
    }

    [Fact]
    public async Task Pay_and_outlook_name_their_sources_in_spanish()
    {
        var (_, page) = await _app.GetPageAsync("/es" + await StartAsync(Welder));

        Text(page).ShouldContain("Oficina de Estadísticas Laborales de EE. UU. (BLS), mayo de 2024.");
        Text(page).ShouldContain("Perspectivas: Oficina de Estadísticas Laborales de EE. UU. (BLS), proyecciones de 2024 a 2034.");
    }

    [Fact]
    public async Task Entry_conditions_are_said_in_the_readers_language()
    {
        var (_, page) = await _app.GetPageAsync("/es" + await StartAsync(Welder));

        page.QuerySelectorAll("dl.facts dd").Select(dd => dd.TextContent).ShouldContain(said => said.Contains("Más de 4 años, hasta 6 años", StringComparison.Ordinal));
        page.QuerySelectorAll("dl.facts dd [lang=en]").Select(said => said.TextContent).ShouldBe(["A category of next year"]);
    }

    [Fact]
    public async Task Two_sources_that_differ_are_explained()
    {
        var (_, page) = await _app.GetPageAsync(await StartAsync(Welder));

        Text(page).ShouldContain("BLS says what is usual to enter the work; O*NET says what most people already in it report.");
    }

    [Fact]
    public async Task One_source_needs_no_explanation()
    {
        var (_, page) = await _app.GetPageAsync(await _app.StartGoalAsync());

        Text(page).ShouldNotContain("the two may differ");
    }

    [Fact]
    public async Task A_next_step_shows_a_range_of_pay_with_its_place_date_and_group()
    {
        var (_, page) = await _app.GetPageAsync($"/goals/new?route=advance&present={Fitter}");

        var step = page.QuerySelectorAll("ul.rows li").Single(li => li.TextContent.Contains("Welders", StringComparison.Ordinal)).TextContent;
        step.ShouldContain("$38,000–$51,000 a year");
        step.ShouldContain("United States, May 2024 · of the wider group “Metal Workers”");
    }

    [Fact]
    public async Task The_page_of_next_steps_says_which_occupations_it_lists()
    {
        var (_, page) = await _app.GetPageAsync($"/goals/new?route=advance&present={Fitter}");

        page.QuerySelector(".lead")!.TextContent.ShouldContain("Listed are the occupations that O*NET names as related");
    }

    [Fact]
    public async Task An_occupation_with_a_similar_code_that_is_not_related_is_no_next_step()
    {
        var (_, page) = await _app.GetPageAsync($"/goals/new?route=advance&present={Fitter}");

        Text(page).ShouldNotContain("Glass Blowers");
    }

    [Fact]
    public async Task A_name_from_data_says_its_direction_by_its_own_letters()
    {
        var (_, page) = await _app.GetPageAsync(await _app.StartGoalAsync());

        page.QuerySelectorAll("main [lang]").ShouldAllBe(name => name.GetAttribute("dir") == "auto");
        page.QuerySelectorAll("main [lang]").Length.ShouldBeGreaterThan(0);
    }

    private async Task<IHtmlDocument> WelderWhoWasFitterAsync() => (await _app.GetPageAsync(await StartAsync(Welder, Fitter))).Page;

    private async Task<string> StartAsync(string occupation, string present = "")
    {
        var (response, _) = await _app.PostFormAsync("/goals/new", [new("Occupation", occupation), new("Present", present)]);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return response.Headers.Location!.OriginalString;
    }

    private static IElement Row(IHtmlDocument page, string skill) => page.QuerySelectorAll("table.gap tr").Single(row => row.QuerySelector("th.nm a")?.TextContent == skill);

    /// <summary>As it is read: white space is one space.</summary>
    private static string Text(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task FillWithWeldersAsync(CairnDb db)
    {
        await FillAsync(db);
        Occupation(db, Welder, "Welders", 3);
        Occupation(db, Fitter, "Metal Fitters", 2);
        Occupation(db, "onet:51-4099.00", "Glass Blowers", 2);
        db.Add(new RelatedOccupation { OccupationId = new(Fitter), RelatedId = new(Welder), Rank = 1, Tier = "Primary-Short" });
        for (var i = 0; i < Shared; i++)
        {
            Skill(db, $"esco:metal-{i}", $"metal craft {i}");
            foreach (var occupation in new[] { Welder, Fitter })
                db.Add(new OccupationSkill { OccupationId = new(occupation), SkillId = new($"esco:metal-{i}"), Source = i < SharedAndPlanned ? OccupationSkillSource.EscoEssential : OccupationSkillSource.EscoOptional });
        }

        Skill(db, OnlyOld, "only old programs teach this");
        db.Add(new ProgramSkill { ProgramId = new("old"), SkillId = new(OnlyOld), Level = 2, Basis = SkillBasis.Listed, Confidence = 100, Words = "old" });
        db.AddRange(
            new EntryCondition { OccupationId = new(Welder), Kind = EntryConditionKind.Education, Source = "bls", Ordinal = 0, Text = "A category of next year" },
            new EntryCondition { OccupationId = new(Welder), Kind = EntryConditionKind.Experience, Source = "bls", Ordinal = 0, Text = "None" },
            new EntryCondition { OccupationId = new(Welder), Kind = EntryConditionKind.Experience, Source = "onet", Ordinal = 7, Text = "Over 4 years, up to and including 6 years", Share = 4_000 },
            new Wage { OccupationId = new(Welder), Place = "US", AsOf = new(2024, 5, 1), Currency = "USD", Annual = true, P10 = 3_800_000, Median = 5_100_000, GroupTitle = "Metal Workers", Source = "bls" },
            new Outlook { OccupationId = new(Welder), Place = "US", FromYear = 2024, ToYear = 2034, ChangePermille = 21, OpeningsPerYear = 45_000, Source = "bls" });
    }

    private static void Occupation(CairnDb db, string id, string title, int zone)
    {
        db.Add(new Occupation { Id = new(id), Framework = "onet", Code = id.Split(':')[1], JobZone = zone });
        db.Add(new OccupationName { OccupationId = new(id), Language = "en", Kind = NameKind.Preferred, Ordinal = 0, Text = title });
    }

    private static void Skill(CairnDb db, string id, string name)
    {
        db.Add(new Skill { Id = new(id), Framework = "esco", Kind = SkillKind.Skill });
        db.Add(new SkillName { SkillId = new(id), Language = "en", Kind = NameKind.Preferred, Ordinal = 0, Text = name });
    }
}
