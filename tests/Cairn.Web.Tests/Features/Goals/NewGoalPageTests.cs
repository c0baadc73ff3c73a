using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cairn.Testing;
using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Plans;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Cairn.Testing.LearnerCatalogue;

namespace Cairn.Web.Tests.Features.Goals;

/// <summary>The form of a new goal, filled in with JavaScript off, on a catalogue with a long list of prices that no plan can use.</summary>
public sealed class NewGoalPageTests : IAsyncLifetime
{
    private const string ManyJobs = "other workers", Choose = "/goals/new?occupation=" + Analyst, OneSkill = "/goals/new?skill=" + Sql;

    private CairnApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await CairnApp.StartAsync(fill: FillWithDollarsOfAustraliaAsync);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_goal_begins_in_the_currency_that_most_programs_can_be_planned_in()
    {
        var (_, page) = await _app.GetPageAsync(Choose);

        Value(page, "Limits_Currency").ShouldBe("USD");
    }

    [Fact]
    public async Task The_currency_is_seen_and_can_be_changed_where_money_is_asked()
    {
        var (_, page) = await _app.GetPageAsync(Choose);

        page.QuerySelector<IHtmlInputElement>("#Limits_Currency")!.Type.ShouldBe("text");
        page.QuerySelector("label[for=Limits_Currency]")!.TextContent.ShouldBe("Currency of the plan");
    }

    [Fact]
    public async Task The_currency_that_the_operator_set_wins()
    {
        var index = await _app.Services.GetRequiredService<SearchEngine>().IndexAsync(TestContext.Current.CancellationToken);

        PlanCurrency.FromConfiguration(Setting("EUR")).Of(index, Recent).ShouldBe("EUR");
    }

    [Fact]
    public void A_setting_that_is_no_currency_is_refused() =>
        Should.Throw<InvalidOperationException>(() => PlanCurrency.FromConfiguration(Setting("DOLLARS"))).Message.ShouldContain("DOLLARS");

    [Fact]
    public async Task What_is_no_currency_is_refused_in_the_first_form()
    {
        var (_, page) = await PostAsync("/goals/new", ("Limits.Currency", "DOLLARS"));

        Errors(page).ShouldHaveSingleItem().ShouldContain("DOLLARS");
    }

    [Fact]
    public async Task A_deadline_before_the_first_week_is_over_is_refused_in_the_first_form()
    {
        var (_, page) = await PostAsync("/goals/new", ("Limits.FinishBy", "2026-12-02"));

        Errors(page).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            said => said.ShouldContain("2 December 2026"), said => said.ShouldContain("30 November 2026"), said => said.ShouldContain("6 December 2026"));
    }

    [Fact]
    public async Task A_present_job_with_several_meanings_is_asked_about()
    {
        var (response, page) = await PostAsync("/goals/new", ("Now", ManyJobs));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Errors(page).ShouldHaveSingleItem().ShouldBe("“other workers” may mean several things. Pick one of them.");
        page.QuerySelectorAll("input[type=radio][name=Present]").Length.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Asking_about_the_present_job_keeps_everything_typed()
    {
        var (_, page) = await PostAsync("/goals/new", ("Now", ManyJobs), ("Limits.Budget", "250"), ("Limits.FinishBy", "2027-06-28"));

        Value(page, "Now").ShouldBe(ManyJobs);
        Value(page, "Limits_Budget").ShouldBe("250");
        Value(page, "Limits_FinishBy").ShouldBe("2027-06-28");
    }

    [Fact]
    public async Task A_present_job_that_was_picked_is_taken()
    {
        var (response, _) = await PostAsync("/goals/new", ("Now", ManyJobs), ("AskedNow", ManyJobs), ("Present", Clerk));

        (await _app.GetPageAsync(response.Headers.Location!.OriginalString)).Page.QuerySelector("#present")!.TextContent.ShouldContain("Bookkeeping Clerks");
    }

    [Fact]
    public async Task None_of_the_offered_jobs_is_an_answer()
    {
        var (response, _) = await PostAsync("/goals/new", ("Now", ManyJobs), ("AskedNow", ManyJobs), ("Present", ""));

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_present_job_written_anew_is_read_anew()
    {
        var (response, _) = await PostAsync("/goals/new", ("Now", "bookkeeping clerks"), ("AskedNow", ManyJobs), ("Present", ""));

        (await _app.GetPageAsync(response.Headers.Location!.OriginalString)).Page.QuerySelector("#present")!.TextContent.ShouldContain("Bookkeeping Clerks");
    }

    [Theory]
    [InlineData("<b>x</b>")]
    [InlineData("xqzzyv")]
    public async Task A_present_job_that_means_nothing_is_refused_in_words(string typed)
    {
        var (_, page) = await PostAsync("/goals/new", ("Now", typed));

        Errors(page).ShouldHaveSingleItem().ShouldContain($"Nothing here is called “{typed}”");
    }

    [Fact]
    public async Task No_present_job_is_fine() => (await PostAsync("/goals/new", ("Now", ""))).Response.StatusCode.ShouldBe(HttpStatusCode.Redirect);

    [Fact]
    public async Task A_present_job_is_asked_about_in_spanish()
    {
        var (_, page) = await PostAsync("/es/goals/new", ("Now", ManyJobs));

        Errors(page).ShouldHaveSingleItem().ShouldBe("«other workers» puede significar varias cosas. Elija una de ellas.");
    }

    [Fact]
    public async Task A_present_job_with_several_meanings_is_asked_about_on_the_goals_page_too()
    {
        var goal = await _app.StartGoalAsync();

        var (_, page) = await _app.PostFormAsync(goal + "?handler=Present", [new("Now", ManyJobs)]);

        Errors(page).ShouldHaveSingleItem().ShouldContain("may mean several things");
        page.QuerySelectorAll("#present input[type=radio]").Length.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("craft")]
    [InlineData("pythn")]
    public async Task Another_skill_that_is_not_called_so_exactly_is_offered(string typed)
    {
        var (_, page) = await AddAsync(("More", typed));

        page.QuerySelectorAll("button[name=pick]").Length.ShouldBeGreaterThan(0);
        Value(page, "More").ShouldBe(typed);
    }

    [Fact]
    public async Task Another_skill_that_is_nothing_here_is_refused_in_words()
    {
        var (_, page) = await AddAsync(("More", "xqzzyv"));

        Errors(page).ShouldHaveSingleItem().ShouldContain("Nothing here is called “xqzzyv”");
    }

    [Fact]
    public async Task No_other_skill_says_what_to_write() =>
        Errors((await AddAsync(("More", " "))).Page).ShouldHaveSingleItem().ShouldBe("Write a skill, such as SQL.");

    [Fact]
    public async Task Another_skill_called_exactly_so_is_added()
    {
        var (_, page) = await AddAsync(("More", "python"));

        Chosen(page).ShouldBe([Sql, Python]);
        Value(page, "More").ShouldBe("");
    }

    [Fact]
    public async Task Another_skill_that_was_picked_is_added()
    {
        var (_, page) = await AddAsync(("More", "pythn"), ("pick", Python));

        Chosen(page).ShouldBe([Sql, Python]);
    }

    [Fact]
    public async Task Adding_a_skill_keeps_what_was_typed()
    {
        var (_, page) = await AddAsync(("More", "python"), ("Limits.Hours", "9"), ("Limits.Budget", "1 250"), ("Limits.FinishBy", "2027-06-28"), ("level", "3"));

        Value(page, "Limits_Hours").ShouldBe("9");
        Value(page, "Limits_Budget").ShouldBe("1 250");
        Value(page, "Limits_FinishBy").ShouldBe("2027-06-28");
        page.QuerySelector<IHtmlSelectElement>("#level-0")!.Value.ShouldBe("3");
    }

    [Fact]
    public async Task Another_skill_typed_but_not_added_is_not_passed_over()
    {
        var (response, page) = await _app.PostFormAsync("/goals/new", [new("skill", Sql), new("level", "2"), new("Limits.Hours", "6"), new("More", "python")]);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Chosen(page).ShouldBe([Sql, Python]);
    }

    [Fact]
    public async Task An_address_with_a_further_skill_offers_what_it_may_mean()
    {
        var (_, page) = await _app.GetPageAsync(OneSkill + "&route=skill&q=craft");

        page.QuerySelectorAll("button[name=pick]").Length.ShouldBe(6);
    }

    [Fact]
    public async Task A_refusal_quotes_sixty_letters_of_ten_thousand()
    {
        var (_, page) = await PostAsync("/goals/new", ("Limits.Hours", new string('9', 10_000)), ("Now", new string('”', 10_000)));

        Errors(page).Count.ShouldBe(2);
        Errors(page).ShouldAllBe(said => said.Length < 250);
        page.QuerySelectorAll(".field .fail").ShouldAllBe(said => said.TextContent.Length < 250);
    }

    private static IConfiguration Setting(string currency) => new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Money:Currency", (string?)currency)]).Build();

    private Task<(HttpResponseMessage Response, IHtmlDocument Page)> PostAsync(string address, params (string Name, string Value)[] more) =>
        _app.PostFormAsync(address, [new("Occupation", Analyst), .. Fields(more)]);

    private Task<(HttpResponseMessage Response, IHtmlDocument Page)> AddAsync(params (string Name, string Value)[] more) =>
        _app.PostFormAsync("/goals/new?handler=Add", [new("skill", Sql), .. Fields(more)]);

    private static IEnumerable<KeyValuePair<string, string>> Fields((string Name, string Value)[] fields) => fields.Select(field => KeyValuePair.Create(field.Name, field.Value));

    private static List<string> Chosen(IHtmlDocument page) => [.. page.QuerySelectorAll("input[name=skill]").Select(input => input.GetAttribute("value")!)];

    private static List<string> Errors(IHtmlDocument page) => [.. page.QuerySelectorAll(".errs li").Select(li => li.TextContent)];

    private static string Value(IHtmlDocument page, string id) => page.GetElementById(id)!.GetAttribute("value") ?? "";

    private static async Task FillWithDollarsOfAustraliaAsync(CairnDb db)
    {
        await FillAsync(db);
        for (var i = 0; i < 40; i++)
        {
            db.Add(new LearningProgram
            {
                Id = new($"aud-{i}"), ProviderId = new("harbor"), Offer = OfferKind.Course, Credential = CredentialType.Certificate, Language = "en",
                PriceKind = PriceKind.Once, Price = 100_000, Currency = "AUD", Pace = Pace.Unknown, AsOf = Recent, ListId = "list",
            });
            db.Add(new ProgramName { ProgramId = new($"aud-{i}"), Language = "en", Ordinal = 0, Text = $"Course {i}" });
        }
    }
}
