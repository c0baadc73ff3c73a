using Cairn.Planning.Contract;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Plans;
using Shouldly;
using Xunit;
using static Cairn.Web.Tests.Features.Plans.Candidates;

namespace Cairn.Web.Tests.Features.Plans;

public sealed class PlanQuestionTests
{
    [Fact]
    public void Facts_older_than_twelve_months_stay_out() =>
        Reason(Candidate(with: p => p with { AsOf = new DateOnly(2025, 11, 23) })).ShouldBe(LeftOut.Older);

    [Fact]
    public void Facts_of_exactly_twelve_months_ago_are_in() =>
        Ask([Candidate(with: p => p with { AsOf = new DateOnly(2025, 11, 24) })]).Request.Programs.ShouldHaveSingleItem();

    [Fact]
    public void Older_facts_are_in_when_asked_for() =>
        Ask([Candidate(with: p => p with { AsOf = new DateOnly(2020, 1, 1) })], new GoalLimits { AllowOlder = true }).Request.Programs.ShouldHaveSingleItem();

    [Fact]
    public void Unknown_hours_stay_out() => Reason(Candidate(with: p => p with { Hours = null })).ShouldBe(LeftOut.HoursUnknown);

    [Fact]
    public void An_unknown_price_is_not_free() =>
        Reason(Candidate(with: p => p with { PriceKind = PriceKind.Unknown, Price = null, Currency = null })).ShouldBe(LeftOut.PriceUnknown);

    [Fact]
    public void An_unknown_price_is_estimated_only_when_allowed()
    {
        var unknown = Candidate(with: p => p with { PriceKind = PriceKind.Unknown, Price = null, Currency = null });
        var estimates = PriceEstimate.From(Enumerable.Range(1, 8).Select(i => (OfferKind.Course, "USD", i * 1_000L)));

        var question = Ask([unknown], new GoalLimits { AllowEstimatedPrices = true }, estimates: estimates);

        question.Request.Programs.ShouldHaveSingleItem().PriceOnce.ShouldBe(6_000);
        question.Assumptions.EstimatedPrices.ShouldBe(1);
    }

    [Fact]
    public void Seven_known_prices_are_too_few_for_an_estimate() =>
        PriceEstimate.From(Enumerable.Range(1, 7).Select(i => (OfferKind.Course, "USD", i * 1_000L))).ShouldBeEmpty();

    [Fact]
    public void Another_currency_without_a_rate_stays_out() =>
        Reason(Candidate(with: p => p with { Currency = "EUR" })).ShouldBe(LeftOut.OtherCurrency);

    [Fact]
    public void Another_currency_with_a_rate_is_converted_and_the_rate_is_shown()
    {
        var rate = new MoneyRate("EUR", "USD", 1.0835m, "European Central Bank", new DateOnly(2026, 11, 20));

        var question = Ask([Candidate(with: p => p with { Currency = "EUR", Price = 10_001 })], rates: new MoneyRates([rate]));

        question.Request.Programs.ShouldHaveSingleItem().PriceOnce.ShouldBe(10_837);
        question.Assumptions.Rates.ShouldBe([rate]);
    }

    [Fact]
    public void A_currency_without_decimals_is_converted_by_its_own_minor_unit() =>
        MoneyRates.Convert(6_500, new MoneyRate("JPY", "USD", 0.0064m, "s", Today)).ShouldBe(4_160);

    [Fact]
    public void Only_guessed_skills_stay_out() => Reason(Candidate(basis: SkillBasis.Guessed)).ShouldBe(LeftOut.OnlyGuessed);

    [Theory]
    [InlineData("es", false)]
    [InlineData("eng", false)]
    [InlineData("en", true)]
    [InlineData("en-GB", true)]
    [InlineData(null, true)]
    public void A_skill_taught_only_in_another_language_is_not_owed(string? language, bool isIn) =>
        Ask([Candidate(with: p => p with { Language = language })], new GoalLimits { Languages = "en" }).Request.Programs.Count.ShouldBe(isIn ? 1 : 0);

    [Fact]
    public void Guessed_skills_are_in_when_allowed_and_counted()
    {
        var question = Ask([Candidate(basis: SkillBasis.Guessed)], new GoalLimits { AllowGuesses = true });

        question.Request.Programs.ShouldHaveSingleItem();
        question.Assumptions.Links[SkillBasis.Guessed].ShouldBe(1);
    }

    [Fact]
    public void A_guess_beside_a_listed_skill_does_not_enter_the_request()
    {
        var both = Candidate() with { Teaches = [new TaughtSkill(Sql, 2, SkillBasis.Listed, 100, "SQL"), new TaughtSkill(Python, 2, SkillBasis.Guessed, 60, "scripting")] };

        Ask([both]).Request.Programs.ShouldHaveSingleItem().Teaches.ShouldHaveSingleItem().Skill.ShouldBe(Sql.Value);
    }

    [Fact]
    public void Start_dates_that_are_all_past_stay_out() =>
        Reason(Candidate(with: p => p with { Weeks = 4 }) with { Starts = [new DateOnly(2026, 9, 1)] }).ShouldBe(LeftOut.NoDateAhead);

    [Fact]
    public void Only_start_dates_ahead_are_asked_about() =>
        Ask([Candidate(with: p => p with { Weeks = 4 }) with { Starts = [new DateOnly(2026, 9, 1), new DateOnly(2027, 1, 11)] }])
            .Request.Programs.ShouldHaveSingleItem().Starts.ShouldBe([new DateOnly(2027, 1, 11)]);

    [Fact]
    public void Hours_get_a_fifth_of_slack_rounded_up() =>
        Ask([Candidate(with: p => p with { Hours = 41 })]).Request.Programs.ShouldHaveSingleItem().Hours.ShouldBe(50);

    [Fact]
    public void A_free_program_costs_nothing_in_any_currency() =>
        Ask([Candidate(with: p => p with { PriceKind = PriceKind.Free, Price = 0, Currency = null })]).Request.Programs.ShouldHaveSingleItem().PriceOnce.ShouldBe(0);

    [Fact]
    public void A_subscription_is_asked_about_once()
    {
        var plus = new ProgramSubscription { Id = "plus", Name = "Plus", PerMonth = 5_900, Currency = "USD", SourceLink = "https://example.org", AsOf = Today };
        var question = Ask([
            Candidate("a", p => p with { PriceKind = PriceKind.Subscription, Price = null, SubscriptionId = "plus" }) with { Subscription = plus },
            Candidate("b", p => p with { PriceKind = PriceKind.Subscription, Price = null, SubscriptionId = "plus" }) with { Subscription = plus },
        ]);

        question.Request.Subscriptions.ShouldBe([new Subscription("plus", 5_900)]);
        question.Request.Programs.ShouldAllBe(program => program.Subscription == "plus" && program.PriceOnce == null);
    }

    [Fact]
    public void The_persons_word_counts_unless_they_say_otherwise()
    {
        var goal = Goal(g => g.Say(Sql, GoalSkillRole.Held, 1));
        Ask([Candidate()], goal: goal).Request.Has.ShouldBe([new HeldSkill(Sql.Value, 1, "declared")]);

        goal.SetOwnWordCounts(false);

        Ask([Candidate()], goal: goal).Request.Has.ShouldBeEmpty();
    }

    [Fact]
    public void Without_any_recognition_no_best_recognised_plan_is_asked_for() => Ask([Candidate()]).Request.Ask.BestRecognised.ShouldBeFalse();

    [Fact]
    public void A_program_in_a_public_register_has_tier_one()
    {
        var question = Ask([Candidate() with { Approved = true }]);

        question.Request.Programs.ShouldHaveSingleItem().Recognition.ShouldBe(1);
        question.Request.Ask.BestRecognised.ShouldBeTrue();
    }

    [Fact]
    public void Hoped_for_aid_never_enters_the_question()
    {
        var goal = Goal(g => g.AddAid(Aid(g, granted: false)));
        var question = Ask([Candidate()], goal: goal);

        question.Request.Aid.ShouldBeEmpty();
        question.WithHopedForAid(goal).ShouldNotBeNull().Aid.ShouldHaveSingleItem().Percent.ShouldBe(90);
    }

    [Fact]
    public void Granted_aid_reaches_only_the_programs_it_is_for()
    {
        var goal = Goal(g => g.AddAid(Aid(g, granted: true, provider: "harbor")));

        var question = Ask([Candidate("here"), Candidate("elsewhere", p => p with { ProviderId = new ProviderId("other") }), Candidate("free", p => p with { PriceKind = PriceKind.Free, Price = 0 })], goal: goal);

        question.Request.Aid.ShouldHaveSingleItem().Programs.ShouldBe(["here"]);
    }

    [Fact]
    public void Aid_for_a_list_of_programs_reaches_each_of_them_and_no_other()
    {
        var goal = Goal(g => g.AddAid(Aid(g, granted: true, programs: ["first", "third", "not here"])));

        var question = Ask([Candidate("first"), Candidate("second"), Candidate("third")], goal: goal);

        question.Request.Aid.ShouldHaveSingleItem().Programs.ShouldBe(["first", "third"]);
    }

    [Fact]
    public void What_was_left_out_is_counted_by_its_reason()
    {
        var question = Ask([Candidate("a"), Candidate("b", p => p with { Hours = null }), Candidate("c", p => p with { Hours = null })]);

        question.Assumptions.Teaching.ShouldBe(3);
        question.Assumptions.Considered.ShouldBe(1);
        question.Assumptions.LeftOut.ShouldBe(new Dictionary<LeftOut, int> { [LeftOut.HoursUnknown] = 2 });
    }

    [Fact]
    public void The_question_is_one_the_contract_accepts()
    {
        var text = PlanRequestJson.Write(Ask([Candidate()]).Request);

        PlanRequestJson.Read(text).Error.ShouldBeNull();
    }

    private static LeftOut Reason(PlanCandidate candidate) => Ask([candidate]).Assumptions.LeftOut.ShouldHaveSingleItem().Key;

    private static GoalAid Aid(Goal goal, bool granted, string? provider = null, params string[] programs) => new()
    {
        GoalId = goal.Id, Ordinal = 0, Name = "workforce grant", Percent = 90, Granted = granted, ProviderId = provider is null ? null : new ProviderId(provider),
        ProgramIds = [.. programs.Select(program => new ProgramId(program))],
    };
}
