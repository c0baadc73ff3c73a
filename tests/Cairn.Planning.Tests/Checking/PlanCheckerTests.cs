using System.Reflection;
using Cairn.Planning.Checking;
using Cairn.Planning.Contract;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests.Checking;

/// <summary>A plan worked out by hand keeps every rule; each change to it breaks exactly one, and that one is named.</summary>
public sealed class PlanCheckerTests
{
    private static readonly PlanRequest Request = PlanRequestJson.Read("""
        { "currency": "USD",
          "limits": { "hoursPerWeek": 8, "startOn": "2027-01-04", "finishBy": "2027-02-02", "budget": 50, "languages": ["en"], "maxPrograms": 3, "maxAtOnce": 2 },
          "has": [ { "skill": "h", "level": 2 } ],
          "needs": [ { "skill": "h", "level": 1, "weight": 1 }, { "skill": "s1", "level": 1, "weight": 2 }, { "skill": "s2", "level": 2, "weight": 3 },
                     { "skill": "s3", "level": 1, "weight": 5 }, { "skill": "s4", "level": 3, "weight": 9 } ],
          "programs": [
            { "id": "a", "hours": 15, "price": { "once": 20 }, "teaches": [ { "skill": "s1", "level": 1 }, { "skill": "s4", "level": 2 } ], "recognition": 1 },
            { "id": "b", "hours": 8, "language": "en-GB", "price": { "once": 30 }, "subscription": "plus", "teaches": [ { "skill": "s2", "level": 2 } ],
              "requires": [ { "skill": "s1", "level": 1 }, { "skill": "h", "level": 2 } ], "after": ["a"] },
            { "id": "c", "hours": 4, "starts": ["2027-01-20", "2027-01-02"], "weeks": 2, "price": { "once": 40 }, "teaches": [ { "skill": "s3", "level": 2 } ], "recognition": 2 },
            { "id": "idle", "hours": 1, "price": { "once": 0 }, "teaches": [] } ],
          "subscriptions": [ { "id": "plus", "perMonth": 10 }, { "id": "unused", "perMonth": 1 } ],
          "aid": [ { "id": "grant", "programs": ["c"], "percent": 50, "atMost": 1 } ],
          "goals": [ { "id": "g", "needs": [ { "skill": "h", "level": 1, "weight": 1 } ] }, { "id": "g2", "needs": [] } ],
          "ask": ["cheapest"] }
        """).Value!;

    // Weeks 0 and 1 are a's; from week 2 the cohort takes two hours a week, so b needs weeks 2 and 3.
    private static readonly LearnerPlan Plan = new()
    {
        Status = PlanStatus.Proven,
        Bound = 50_00,
        Cost = 50_00,
        Hours = 27,
        Weeks = 5,
        CoverageMillionths = 1_000_000,
        Recognition = 12,
        Subscriptions = [new PaidSubscription("plus", 1, 34, 1)],
        Programs =
        [
            new PlannedProgram("a", new(2027, 1, 4), new(2027, 1, 17), "once", ["s1"]),
            new PlannedProgram("b", new(2027, 1, 18), new(2027, 1, 31), "plus", ["s2"]),
            new PlannedProgram("c", new(2027, 1, 20), new(2027, 2, 2), "grant", ["s3"]),
        ],
    };

    private static readonly PlanAnswer Answer = AnswerWith(Plan);

    private static PlanAnswer AnswerWith(LearnerPlan cheapest) =>
        new() { Plans = new Dictionary<string, LearnerPlan> { ["cheapest"] = cheapest }, Unreachable = ["s4"] };

    private static LearnerPlan With(string id, Func<PlannedProgram, PlannedProgram> change) =>
        Plan with { Programs = [.. Plan.Programs.Select(place => place.Id == id ? change(place) : place)] };

    private static PlanRequest Limits(Func<PlanLimits, PlanLimits> change) => Request with { Limits = change(Request.Limits) };

    private static readonly Dictionary<string, (PlanRequest Request, LearnerPlan Plan, string Sentence)> PlanCases = new()
    {
        ["a program nobody knows"] = (Request, With("c", p => p with { Id = "nobody" }), "cheapest: nobody is not a program of the request."),
        ["a program twice"] = (Request, Plan with { Programs = [.. Plan.Programs, Plan.Programs[0]] }, "cheapest: a is in the plan twice."),
        ["a language that is not accepted"] = (Limits(l => l with { Languages = ["e", "en-G"] }), Plan, "cheapest: b is in en-GB, which is not among the accepted languages."),
        ["too many programs"] = (Limits(l => l with { MaxPrograms = 2 }), Plan, "cheapest: It has 3 programs, and at most 2 are allowed."),
        ["a start in the middle of a week"] = (Request, With("a", p => p with { Start = new(2027, 1, 5) }), "cheapest: a starts on 2027-01-05, which is not the first day of a week from the start."),
        ["a finish in the middle of a week"] = (Request, With("b", p => p with { Finish = new(2027, 1, 30) }), "cheapest: b finishes on 2027-01-30, which is not the last day of its first or a later week."),
        ["a cohort on another date"] = (Limits(l => l with { FinishBy = null }), With("c", p => p with { Start = new(2027, 1, 21), Finish = new(2027, 2, 3) }), "cheapest: c starts on 2027-01-21, which is not one of its dates from the start on."),
        ["a cohort that ends early"] = (Request, With("c", p => p with { Finish = new(2027, 2, 1) }), "cheapest: c finishes on 2027-02-01, which is not the last day of its 2 weeks."),
        ["a finish after the deadline"] = (Limits(l => l with { FinishBy = new(2027, 2, 1) }), Plan, "cheapest: c finishes on 2027-02-02, after 2027-02-01."),
        ["a prerequisite that finishes too late"] = (Request with { Programs = [.. Request.Programs.Select(p => p.Id == "b" ? p with { After = [] } : p)] }, With("b", p => p with { Start = new(2027, 1, 11) }), "cheapest: b requires s1 at level 1, which is not held and not taught by a program that finishes before it starts."),
        ["a named program that finishes too late"] = (Request with { Programs = [.. Request.Programs.Select(p => p.Id == "b" ? p with { Requires = [] } : p)] }, With("b", p => p with { Start = new(2027, 1, 11) }), "cheapest: b comes after a, which is not in the plan or does not finish before it starts."),
        ["a held skill that is too low"] = (Request with { Has = [new HeldSkill("h", 1)] }, Plan, "cheapest: b requires h at level 2, which is not held and not taught by a program that finishes before it starts."),
        ["more hours than the weeks have"] = (Request, With("b", p => p with { Finish = new(2027, 1, 24) }), "cheapest: b misses 2 of its 8 hours from 2027-01-18 to 2027-01-24, however the weeks are shared."),
        ["cohorts above the hours"] = (Request with { Limits = Request.Limits with { MaxAtOnce = null }, Programs = [.. Request.Programs.Select(p => p.Id == "a" ? p with { Hours = 15, Starts = [new(2027, 1, 4)], Weeks = 1 } : p)] }, Plan with { Programs = [Plan.Programs[0] with { Finish = new(2027, 1, 10) }, Plan.Programs[1], Plan.Programs[2]] }, "cheapest: The cohorts of the week of 2027-01-04 take 15 hours, and there are 8."),
        ["too many at once"] = (Limits(l => l with { MaxAtOnce = 1 }), Plan, "cheapest: 2 programs run in the week in which b starts, and at most 1 may."),
        ["coverage that is not reached"] = (Request with { Needs = [.. Request.Needs, new SkillNeed("s4b", 1, 11)], Programs = [.. Request.Programs, Request.Programs[3] with { Id = "z", Teaches = [new("s4b", 1)] }] }, Plan with { CoverageMillionths = 500_000 }, "cheapest: It reaches 11 of a total weight of 22, less than the coverage asked for."),
        ["a need that covers forgets"] = (Request, With("a", p => p with { Covers = [] }), "cheapest: a covers s1, and the answer says nothing."),
        ["a need that covers invents"] = (Request, With("a", p => p with { Covers = ["s1", "s4"] }), "cheapest: a covers s1, and the answer says s1, s4."),
        ["a payment that does not exist"] = (Request, With("c", p => p with { Pays = "plus" }), "cheapest: c cannot be paid by plus."),
        ["aid for a program it does not list"] = (Request, With("a", p => p with { Pays = "grant" }), "cheapest: a cannot be paid by grant."),
        ["aid given too often"] = (Request with { Aid = [Request.Aid[0] with { AtMost = 0 }] }, Plan, "cheapest: grant pays 1 programs, and at most 0 are allowed."),
        ["wrong months"] = (Request, Plan with { Subscriptions = [Plan.Subscriptions[0] with { Months = 2 }] }, "cheapest: plus is paid for 1 months of 34 hours and spans 1 calendar months; the answer does not say so."),
        ["wrong calendar months"] = (Request, Plan with { Subscriptions = [Plan.Subscriptions[0] with { CalendarMonths = 2 }] }, "cheapest: plus is paid for 1 months of 34 hours and spans 1 calendar months; the answer does not say so."),
        ["a subscription nobody uses"] = (Request, Plan with { Subscriptions = [.. Plan.Subscriptions, new PaidSubscription("unused", 1, 34, 1)] }, "cheapest: unused is listed as paid, and no program is paid by it."),
        ["a wrong cost"] = (Request, Plan with { Cost = 49_99, Bound = 49_99 }, "cheapest: It costs 50.00 USD, and the answer says 49.99 USD."),
        ["a dearer way to pay"] = (Limits(l => l with { Budget = null }), With("b", p => p with { Pays = "once" }) with { Cost = 70_00, Bound = 70_00, Subscriptions = [] }, "cheapest: Its programs cost 70.00 USD as they are paid, and 50.00 USD when paid another way."),
        ["a budget that is passed"] = (Limits(l => l with { Budget = 49_99 }), Plan, "cheapest: It costs 50.00 USD, and the budget is 49.99 USD."),
        ["wrong hours"] = (Request, Plan with { Hours = 28 }, "cheapest: It takes 27 hours, and the answer says 28."),
        ["wrong weeks"] = (Request, Plan with { Weeks = 4 }, "cheapest: It takes 5 weeks, and the answer says 4."),
        ["a wrong share"] = (Request, Plan with { CoverageMillionths = 999_999 }, "cheapest: It covers 11 of 11, and the answer says 0.999999."),
        ["wrong recognition"] = (Request, Plan with { Recognition = 13 }, "cheapest: Its recognition is 12, and the answer says 13."),
        ["a program without need"] = (Limits(l => l with { MaxPrograms = 4 }), Plan with { Hours = 28, Programs = [.. Plan.Programs, new PlannedProgram("idle", new(2027, 1, 4), new(2027, 1, 10), "once", [])] }, "cheapest: idle can be left out and the plan is as good."),
        ["a proof with a gap"] = (Request, Plan with { Gap = 0 }, "cheapest: A proven plan has no gap."),
        ["a proof with another bound"] = (Request, Plan with { Bound = 49_00 }, "cheapest: A proven plan is its own bound."),
        ["a bound without a gap"] = (Request, Plan with { Status = PlanStatus.Bounded, Bound = 40_00 }, "cheapest: A bounded plan has a bound and a gap."),
        ["a bound on the wrong side"] = (Request, Plan with { Status = PlanStatus.Bounded, Bound = 60_00, Gap = 0.2 }, "cheapest: The plan is better than its bound."),
        ["a wrong gap"] = (Request, Plan with { Status = PlanStatus.Bounded, Bound = 40_00, Gap = 0.1 }, "cheapest: The gap is not |value − bound| ÷ max(1, |value|)."),
        ["a gap without a plan"] = (Request, new LearnerPlan { Status = PlanStatus.Unknown, Gap = 1 }, "cheapest: There is a gap and no plan."),
    };

    public static TheoryData<string> PlanRules => [.. PlanCases.Keys];

    [Fact]
    public void The_plan_that_all_cases_start_from_keeps_every_rule() => PlanChecker.Check(Request, Answer).ShouldBeEmpty();

    [Fact]
    public void An_honest_bound_keeps_every_rule() =>
        PlanChecker.Check(Request, AnswerWith(Plan with { Status = PlanStatus.Bounded, Bound = 40_00, Gap = 0.2 })).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(PlanRules))]
    public void A_plan_that_breaks_one_rule_is_caught_by_it_alone(string name)
    {
        (PlanRequest request, LearnerPlan plan, string sentence) = PlanCases[name];

        PlanChecker.Check(request, AnswerWith(plan)).ShouldBe([sentence]);
    }

    private static readonly LearnerPlan None = new() { Status = PlanStatus.Infeasible };

    // The same programs, b a week later: valid without the deadline, and a week longer than needed.
    private static readonly LearnerPlan Later = With("b", p => p with { Start = new(2027, 2, 1), Finish = new(2027, 2, 14) }) with { Weeks = 6, Bound = 6 };

    private static PlanRequest Ask(PlanQuestions ask) => Request with { Ask = ask };

    private static PlanAnswer Two(string other, LearnerPlan plan) => Answer with { Plans = new Dictionary<string, LearnerPlan> { ["cheapest"] = Plan, [other] = plan } };

    private static PlanAnswer Frontier(params LearnerPlan[] plans) => Answer with
    {
        Frontier = [.. plans.Select(plan => new FrontierPoint(plan.Cost, plan.Weeks, plan.Recognition) { Plan = plan })],
        FrontierComplete = true,
    };

    private static PlanAnswer Why(Func<ProgramReason, ProgramReason> change) => Answer with
    {
        Why = new Dictionary<string, IReadOnlyList<ProgramReason>>
        {
            ["cheapest"] = [.. Plan.Programs.Select(place => change(new ProgramReason(place.Id, place.Covers, new Counterfactual(PlanStatus.Infeasible, null, null, null))))],
        },
    };

    private static PlanAnswer Impossible(IReadOnlyList<string> blockedBy, params SmallestChange[] changes) =>
        AnswerWith(None) with { BlockedBy = blockedBy, SmallestChanges = changes };

    private static PlanAnswer Goals(int solved, params GoalAnswer[] goals) => Answer with { Transitions = new TransitionAnswer(goals, solved, 0, true) };

    private static readonly PlanQuestions Cheapest = new() { Cheapest = true };
    private static readonly PlanQuestions Transitions = new() { Cheapest = true, Transitions = new TransitionQuestion("cost", 2) };
    private static readonly GoalAnswer Goal = new("g", PlanStatus.Proven, 0, 0, 0, 1_000_000, ["h"]);
    private static readonly GoalAnswer Goal2 = new("g2", PlanStatus.Proven, 0, 0, 0, 1_000_000, []);
    private static readonly SmallestChange Budget = new("budget", new ChangedLimit { Amount = 60_00 });
    private static readonly SmallestChange Hours = new("hoursPerWeek", new ChangedLimit { Count = 12 });

    private static readonly Dictionary<string, (PlanRequest Request, PlanAnswer Answer, string? Sentence)> AnswerCases = new()
    {
        ["a plan that is missing"] = (Ask(Cheapest with { Fastest = true }), Answer, "The request asks for fastest, and the answer has none."),
        ["a plan nobody asked for"] = (Request, Two("fastest", Plan with { Bound = 5 }), "The answer has fastest, and the request does not ask for it."),
        ["an unreachable need that is dropped"] = (Request, Answer with { Unreachable = [] }, "unreachable: s4 is taught by nobody, and is not listed."),
        ["a reachable need that is given up"] = (Request, Answer with { Unreachable = ["s4", "s1"] }, "unreachable: s1 is listed, and is held, taught or not needed."),
        ["infeasible beside a plan"] = (Ask(Cheapest with { Fastest = true }), Two("fastest", None), "One plan is infeasible, and another plan of the answer keeps every limit."),
        ["infeasible without a reason"] = (Request, AnswerWith(None), "No plan is possible, and the answer does not say what blocks it and which change helps."),
        ["a reason beside a plan"] = (Request, Answer with { BlockedBy = [] }, "The answer says what blocks a plan, and has a plan."),
        ["a proof that another plan refutes"] = (Ask(Cheapest with { Fastest = true }) with { Limits = Request.Limits with { FinishBy = null } }, Two("fastest", Later), "fastest: cheapest is better than its bound."),
        ["two plans that agree"] = (Ask(Cheapest with { Fastest = true }), Two("fastest", Plan with { Bound = 5 }), null),
        ["a frontier of one point"] = (Ask(Cheapest with { Frontier = true }), Frontier(Plan), null),
        ["a point twice"] = (Ask(Cheapest with { Frontier = true }), Frontier(Plan, Plan), "frontier point 2: Point 1 is equal or better in cost, weeks and recognition."),
        ["a point that is dominated"] = (Ask(Cheapest with { Frontier = true }) with { Limits = Request.Limits with { FinishBy = null } }, Frontier(Plan, Later), "frontier point 2: Point 1 is equal or better in cost, weeks and recognition."),
        ["a complete frontier that misses a plan"] = (Ask(Cheapest with { Frontier = true }), Frontier(), "frontier: It is complete, and no point is as good as cheapest."),
        ["an incomplete frontier"] = (Ask(Cheapest with { Frontier = true }), Frontier() with { FrontierComplete = false }, null),
        ["reasons for every program"] = (Ask(Cheapest with { Why = true }), Why(reason => reason), null),
        ["a reason that is missing"] = (Ask(Cheapest with { Why = true }), Why(reason => reason.Id == "a" ? reason with { Id = "b" } : reason), "why: The reasons for cheapest are not one for each of its programs."),
        ["a need that others reach too"] = (Ask(Cheapest with { Why = true }), Why(reason => reason.Id == "a" ? reason with { Only = [] } : reason), "why: In cheapest, a is not the only one for exactly the needs listed."),
        ["a counterfactual that beats the proof"] = (Ask(Cheapest with { Why = true }), Why(reason => reason.Id == "a" ? reason with { Without = new Counterfactual(PlanStatus.Proven, 49_00, 5, 1_000_000) } : reason), "why: In cheapest, the answer without a is better than the proven plan with it."),
        ["a counterfactual below the coverage"] = (Ask(Cheapest with { Why = true }), Why(reason => reason.Id == "a" ? reason with { Without = new Counterfactual(PlanStatus.Proven, 50_00, 5, 800_000) } : reason), "why: In cheapest, the answer without a breaks a limit."),
        ["an impossible request with reasons"] = (Request, Impossible(["budget"], Budget, Hours), null),
        ["a block that is no limit"] = (Request, Impossible(["coverage", "hope"]), "blockedBy: hope is not a limit of the request."),
        ["changes out of order"] = (Request, Impossible(["budget"], Hours, Budget), "smallestChanges: budget is a smaller change than the one before it."),
        ["a change that tightens"] = (Request, Impossible(["budget"], Budget with { To = new ChangedLimit { Amount = 40_00 } }), "smallestChanges: The change of budget does not loosen a limit of the request."),
        ["a change of an absent limit"] = (Request, Impossible(["budget"], new SmallestChange("coverage", new ChangedLimit { CoverageMillionths = 1 })), "smallestChanges: The change of coverage does not loosen a limit of the request."),
        ["goals in order"] = (Ask(Transitions), Goals(2, Goal, Goal2 with { Cost = 1 }), null),
        ["goals out of order"] = (Ask(Transitions), Goals(2, Goal with { Cost = 1 }, Goal2), "transitions: g2 is better than the goal before it."),
        ["a goal nobody asked about"] = (Ask(Transitions), Goals(2, Goal, Goal2 with { Id = "g3" }), "transitions: g3 is not a goal of the request, or is listed twice."),
        ["a skill that is not carried over"] = (Ask(Transitions), Goals(2, Goal, Goal2 with { CarriedOver = ["h"] }), "transitions: What g2 carries over is not what is held of its needs."),
        ["a proof over goals that were not looked at"] = (Ask(Transitions), Goals(1, Goal), "transitions: 1 goals solved and 0 pruned are not the 2 of the request."),
    };

    public static TheoryData<string> AnswerRules => [.. AnswerCases.Keys];

    [Theory]
    [MemberData(nameof(AnswerRules))]
    public void An_answer_that_breaks_one_rule_is_caught_by_it_alone(string name)
    {
        (PlanRequest request, PlanAnswer answer, string? sentence) = AnswerCases[name];

        PlanChecker.Check(request, answer).ShouldBe(sentence is null ? [] : [sentence]);
    }

    public static TheoryData<string> Rules =>
        [.. typeof(PlanChecker).Assembly.GetTypes().Where(type => type is { Namespace: "Cairn.Planning.Checking.Rules", IsNested: false }).Select(type => type.Name)];

    /// <summary>A rule without a case would be a rule that nobody has seen to work.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_is_broken_by_some_case(string name)
    {
        MethodInfo rule = typeof(PlanChecker).Assembly.GetType($"Cairn.Planning.Checking.Rules.{name}")!.GetMethod("Broken", BindingFlags.Static | BindingFlags.NonPublic, [typeof(CheckedPlan)])
            ?? typeof(PlanChecker).Assembly.GetType($"Cairn.Planning.Checking.Rules.{name}")!.GetMethod("Broken", BindingFlags.Static | BindingFlags.NonPublic, [typeof(PlanRequest), typeof(PlanAnswer)])!;
        IEnumerable<object[]> arguments = rule.GetParameters().Length == 1
            ? PlanCases.Values.Select(c => (object[])[new CheckedPlan(c.Request, new CheckedNeeds(c.Request), "cheapest", "cheapest", c.Plan)])
            : AnswerCases.Values.Select(c => (object[])[c.Request, c.Answer]);

        arguments.Any(values => ((IEnumerable<string>)rule.Invoke(null, values)!).Any()).ShouldBeTrue();
    }

    [Fact]
    public void A_payment_with_an_ambiguous_name_is_read_as_the_one_that_makes_the_cost()
    {
        PlanRequest request = Request with { Aid = [.. Request.Aid, new Aid("plus", ["b"], 10m, null, null)] };

        PlanChecker.Check(request, Answer).ShouldBeEmpty();
    }

    [Fact]
    public void A_written_answer_reads_back_as_the_same_answer()
    {
        PlanAnswer answer = Frontier(Plan) with
        {
            Plans = new Dictionary<string, LearnerPlan> { ["cheapest"] = Plan, ["fastest"] = Later with { Status = PlanStatus.Bounded, Bound = 4, Gap = 0.25 }, ["bestRecognised"] = None },
            Why = Why(reason => reason with { Without = new Counterfactual(PlanStatus.Proven, 1, 2, 333_333) }).Why,
            BlockedBy = ["budget"],
            SmallestChanges =
            [
                Budget, Hours, new("finishBy", new ChangedLimit { Date = new(2027, 3, 1) }), new("coverage", new ChangedLimit { CoverageMillionths = 500_000 }),
                new("languages", new ChangedLimit { Languages = ["en", "es"] }),
            ],
            Transitions = new TransitionAnswer([Goal], 1, 1, true),
        };

        string written = PlanAnswerJson.Write(answer, "USD");

        PlanReading<PlanAnswer> reading = PlanAnswerJson.Read(System.Text.Encoding.UTF8.GetBytes(written), "USD");
        reading.Error.ShouldBeNull();
        PlanAnswerJson.Write(reading.Value!, "USD").ShouldBe(written);
    }

    [Fact]
    public void An_answer_is_written_as_the_contract_says() => PlanAnswerJson.Write(Answer, "USD").ShouldBe(
        """{"plans":{"cheapest":{"status":"proven","bound":"50.00","cost":"50.00","hours":27,"weeks":5,"coverage":1,"recognition":12""" +
        ""","subscriptions":[{"id":"plus","months":1,"monthHours":34,"calendarMonths":1}],"programs":[""" +
        """{"id":"a","start":"2027-01-04","finish":"2027-01-17","pays":"once","covers":["s1"]},""" +
        """{"id":"b","start":"2027-01-18","finish":"2027-01-31","pays":"plus","covers":["s2"]},""" +
        """{"id":"c","start":"2027-01-20","finish":"2027-02-02","pays":"grant","covers":["s3"]}]}},"unreachable":["s4"]}""");

    [Theory]
    [InlineData("""{"plans":{}}""", "/unreachable")]
    [InlineData("""{"plans":{"best":{}},"unreachable":[]}""", "/plans/best")]
    [InlineData("""{"plans":{"cheapest":{"status":"proven"}},"unreachable":[]}""", "/plans/cheapest/cost")]
    [InlineData("""{"plans":{"cheapest":{"status":"proven","cost":50}},"unreachable":[]}""", "/plans/cheapest/cost")]
    [InlineData("""{"plans":{"cheapest":{"status":"proven","cost":"50.0"}},"unreachable":[]}""", "/plans/cheapest/cost")]
    [InlineData("""{"plans":{"fastest":{"status":"proven","bound":"5"}},"unreachable":[]}""", "/plans/fastest/bound")]
    [InlineData("""{"plans":{"fastest":{"status":"done"}},"unreachable":[]}""", "/plans/fastest/status")]
    public void An_answer_of_another_shape_is_refused_at_its_problem(string json, string path) =>
        PlanAnswerJson.Read(System.Text.Encoding.UTF8.GetBytes(json), "USD").Error!.Path.ShouldBe(path);
}
