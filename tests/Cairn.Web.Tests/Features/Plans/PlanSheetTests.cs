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

    private static PlanCandidate Subscribed(string id, int hours) =>
        Candidate(id, p => p with { PriceKind = PriceKind.Subscription, Price = null, SubscriptionId = "plus", Hours = hours }) with { Subscription = Plus };

    private static PlanSheet Sheet(IReadOnlyList<PlanCandidate> candidates, GoalLimits? limits = null, Web.Features.Goals.Goal? goal = null, string? chosen = null)
    {
        var question = Ask(candidates, limits, goal);
        var answer = PathwayPlanner.Solve(question.Request);
        return PlanSheet.Of(question.Request, new PlanFindings(answer, true, null), question.Assumptions, ProgramInPlan.Of(answer, question.Considered), chosen);
    }
}
