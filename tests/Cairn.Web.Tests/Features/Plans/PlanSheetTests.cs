using System.Globalization;
using Cairn.Planning;
using Cairn.Planning.Contract;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Plans;
using Shouldly;
using Xunit;
using static Cairn.Web.Tests.Features.Plans.Candidates;

namespace Cairn.Web.Tests.Features.Plans;

/// <summary>What the plan page shows, from real answers of the planner.</summary>
public sealed class PlanSheetTests
{
    private static readonly ProgramSubscription Plus =
        new() { Id = "plus", Name = "Plus", PerMonth = 5_900, Currency = "USD", SourceLink = "https://example.org", AsOf = Today };

    [Fact]
    public void Nothing_that_fits_is_said_to_be_impossible()
    {
        var sheet = Sheet([Candidate()], new GoalLimits { Budget = 100 });

        sheet.IsImpossible.ShouldBeTrue();
        sheet.Shown.ShouldBeNull();
        sheet.Answer.SmallestChanges!.ShouldContain(change => change.Dimension == ChangedLimits.Budget && change.To.Amount == 5_000);
    }

    [Fact]
    public void A_plan_that_is_not_there_shows_the_first() => Sheet([Candidate()], chosen: "point-99").Chosen.ShouldBe(PlanSheet.Cheapest);

    [Fact]
    public void The_months_add_up_to_the_cost()
    {
        var sheet = Sheet([Candidate("once"), Subscribed("by-month", 130)], new GoalLimits { Budget = 60_000 });

        Payments.ByMonth(sheet.Shown!, sheet.Request).Sum(month => month.Amount).ShouldBe(sheet.Shown!.Cost);
    }

    [Fact]
    public void A_subscription_is_paid_by_the_month()
    {
        var sheet = Sheet([Subscribed("by-month", 100)]);

        Payments.ByMonth(sheet.Shown!, sheet.Request).Where(month => month.Amount > 0).ShouldAllBe(month => month.Amount == 5_900);
        sheet.Rows.ShouldHaveSingleItem().Payment.Subscription.ShouldBe("plus");
    }

    [Fact]
    public void Aid_is_taken_off_the_price_and_named()
    {
        var goal = Goal(g => g.AddAid(new GoalAid { GoalId = g.Id, Ordinal = 0, Name = "workforce grant", Percent = 90, Granted = true }));

        var sheet = Sheet([Candidate()], goal: goal);

        sheet.Rows.ShouldHaveSingleItem().Payment.ShouldBe(new Payment(500, 5_000, "aid-0", null));
        sheet.Assumptions.AidNames["aid-0"].ShouldBe("workforce grant");
    }

    [Fact]
    public void What_only_a_program_covers_is_named() => Sheet([Candidate()]).Rows.ShouldHaveSingleItem().Only.ShouldBe([Sql.Value]);

    [Fact]
    public void A_held_skill_counts_as_covered() =>
        Sheet([Candidate()], goal: Goal(g => g.Say(Sql, GoalSkillRole.Held, 2))).Covered.ShouldBe(1);

    [Fact]
    public void A_plan_that_reaches_no_recognition_is_not_called_recognised()
    {
        // The registered one is beyond the budget.
        var sheet = Sheet([Candidate(), Candidate("registered", p => p with { Price = 90_000 }) with { Approved = true }], new GoalLimits { Budget = 10_000 });

        sheet.Request.Ask.BestRecognised.ShouldBeTrue();
        sheet.Cards.Select(card => card.Key).ShouldBe([PlanSheet.Cheapest, PlanSheet.Fastest]);
        Words.NotRecognised(sheet).ShouldBe("No evidence of recognition is at hand for any plan within your limits, so there is no best recognised plan.");
    }

    [Fact]
    public void The_prices_named_are_those_the_plan_pays()
    {
        var sheet = Sheet([Subscribed("by-month", 20), Candidate("dear", p => p with { Price = 90_000, AsOf = new DateOnly(2026, 3, 1) })]);

        Words.Standing(sheet, sheet.Cards[0]).Said.Replace('\u00A0', ' ').ShouldEndWith("prices of 24 Nov 2026.");
    }

    [Fact]
    public void A_fee_that_may_not_open_a_program_is_no_proven_price()
    {
        var sheet = Sheet([Subscribed("by-month", 20) is var plus ? plus with { Program = plus.Program with { PriceNote = "opens most of the catalogue" } } : null!]);

        Words.Standing(sheet, sheet.Cards[0]).Kind.ShouldBe(Web.Drawing.Verdict.Warn);
        Words.Standing(sheet, sheet.Cards[1]).Kind.ShouldBe(Web.Drawing.Verdict.Pass);
        sheet.UnsurePricesOf(sheet.Shown!).ShouldHaveSingleItem().PriceNote.ShouldBe("opens most of the catalogue");
    }

    [Fact]
    public void What_a_single_price_includes_does_not_make_it_unsure()
    {
        var sheet = Sheet([Candidate(with: p => p with { PriceNote = "tuition and supplies" })]);

        Words.Standing(sheet, sheet.Cards[0]).Kind.ShouldBe(Web.Drawing.Verdict.Pass);
    }

    [Fact]
    public void One_plan_of_several_names_is_shown_by_the_first_of_them()
    {
        var sheet = Sheet([Candidate()], chosen: PlanSheet.Fastest);

        sheet.Ways.ShouldHaveSingleItem().Count.ShouldBe(2);
        sheet.Chosen.ShouldBe(PlanSheet.Cheapest);
    }

    [Fact]
    public void The_best_recognised_plan_says_what_its_length_buys()
    {
        var sheet = Sheet([Candidate(), Candidate("registered", p => p with { Price = 90_000, Hours = 400 }) with { Approved = true }]);

        Words.WhyLonger(sheet, sheet.Ways[^1]).ShouldBe("72 weeks later, $850 more than the cheapest, to learn 1 more skill in programs that a public register lists.");
        Words.WhyLonger(sheet, sheet.Ways[0]).ShouldBeNull();
    }

    [Fact]
    public void A_level_that_only_length_shows_is_marked()
    {
        Sheet([Candidate(with: p => p with { Level = 1, Offer = OfferKind.Program })]).Programs.ShouldHaveSingleItem().Value.LevelFromLength.ShouldBeTrue();
        Sheet([Candidate(with: p => p with { Level = 2, Offer = OfferKind.Program })]).Programs.ShouldHaveSingleItem().Value.LevelFromLength.ShouldBeFalse();
    }

    [Fact]
    public void A_smaller_reach_is_said_in_skills()
    {
        var sheet = Sheet([Candidate()], new GoalLimits { Budget = 100 });
        var change = new SmallestChange(ChangedLimits.Coverage, new ChangedLimit { CoverageMillionths = 110_000 });

        Words.Change(sheet, change, null).Title.ShouldBe("Reach 11% instead of 80%, counted by importance");
        Words.Change(sheet, change, Sheet([Candidate()]).Shown).Title.ShouldBe("Learn the one skill");
    }

    [Fact]
    public void A_stored_plan_says_what_it_said()
    {
        var question = Ask([Candidate()]);
        var answer = PathwayPlanner.Solve(question.Request);
        var plan = Plan.Of(
            Goal(), "f", PlanRequestJson.Write(question.Request), PlanAnswerJson.Write(answer, "USD"),
            StoredPlan.Write(question.Assumptions, ProgramInPlan.Of(answer, question.Considered)), "1", "1", new Cairn.Testing.FixedClock());

        var state = StoredPlan.State(plan);

        PlanRequestJson.Write(state.Request).ShouldBe(PlanRequestJson.Write(question.Request));
        PlanAnswerJson.Write(state.Findings!.Answer, "USD").ShouldBe(plan.Answer);
        state.Programs.ShouldHaveSingleItem().Value.Teaches.ShouldBe(question.Considered[0].Teaches);
        state.Assumptions.LeftOut.ShouldBe(question.Assumptions.LeftOut);
    }

    private static PlanWords Words
    {
        get
        {
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
            return new PlanWords(Web.Features.Shared.Texts.Load());
        }
    }

    private static PlanCandidate Subscribed(string id, int hours) =>
        Candidate(id, p => p with { PriceKind = PriceKind.Subscription, Price = null, SubscriptionId = "plus", Hours = hours }) with { Subscription = Plus };

    private static PlanSheet Sheet(IReadOnlyList<PlanCandidate> candidates, GoalLimits? limits = null, Web.Features.Goals.Goal? goal = null, string? chosen = null)
    {
        var question = Ask(candidates, limits, goal);
        var answer = PathwayPlanner.Solve(question.Request);
        return PlanSheet.Of(question.Request, new PlanFindings(answer, true, null), question.Assumptions, ProgramInPlan.Of(answer, question.Considered), chosen);
    }
}
