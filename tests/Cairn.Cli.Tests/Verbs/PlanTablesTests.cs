using Cairn.Cli.Verbs;
using Cairn.Planning.Contract;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Verbs;

/// <summary>What a person at a terminal reads.</summary>
public sealed class PlanTablesTests
{
    private static readonly PlanRequest Request = PlanRequestJson.Read(Requests.Simple).Value! with
    {
        Programs =
        [
            new PlanProgram { Id = "p", Name = "Data \u001b[31mbasics", Hours = 16, PriceOnce = 4900, Teaches = [new SkillLevel("s", 2)] },
        ],
    };

    private static readonly LearnerPlan Plan = new()
    {
        Status = PlanStatus.Proven,
        Bound = 4900,
        Cost = 4900,
        Hours = 16,
        Weeks = 2,
        CoverageMillionths = 1_000_000,
        Programs = [new PlannedProgram("p", new(2027, 1, 4), new(2027, 1, 17), "plus", ["s"])],
        Subscriptions = [new PaidSubscription("plus", 1, 34, 2)],
    };

    private static PlanAnswer Answer(params (string Name, LearnerPlan Plan)[] plans) => new() { Plans = plans.ToDictionary(p => p.Name, p => p.Plan), Unreachable = [] };

    [Fact]
    public void Plans_stand_side_by_side_and_equal_ones_are_shown_once() => PlanTables.Of(Request, Answer(("cheapest", Plan), ("fastest", Plan))).ShouldBe("""
        plan      cost USD  weeks  hours  coverage  recognition  status
        Cheapest     49.00      2     16     100 %            0  proven best
        Fastest      49.00      2     16     100 %            0  proven best

        Cheapest, fastest
          from        to          pays  program               for
          2027-01-04  2027-01-17  plus  Data �[31mbasics (p)  s
          plus: 1 month of 34 hours; in this schedule it spans 2 calendar months
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Reasons_say_what_the_plan_would_be_without_each_program() => PlanTables.Of(Request, Answer(("cheapest", Plan)) with
    {
        Why = new Dictionary<string, IReadOnlyList<ProgramReason>>
        {
            ["cheapest"] =
            [
                new ProgramReason("p", ["s", "t"], new Counterfactual(PlanStatus.Infeasible, null, null, null)),
                new ProgramReason("q", [], new Counterfactual(PlanStatus.Proven, 120_00, 14, 905_000)),
            ],
        },
    }).ShouldEndWith("""
        Cheapest, program by program
          without  cost USD  weeks  coverage  status       alone here for
          p               –      –         –  impossible   s, t
          q          120.00     14    90.5 %  proven best
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Nothing_from_a_file_reaches_the_terminal_as_a_control_character() =>
        PlanTables.Of(Request, Answer(("cheapest", Plan)) with { Unreachable = ["a\u0007b", "c\rd"] })
            .Where(character => character != '\n').ShouldAllBe(character => !char.IsControl(character));

    [Fact]
    public void What_is_in_the_way_and_what_helps_is_said() => PlanTables.Of(Request, Answer(("cheapest", new LearnerPlan { Status = PlanStatus.Infeasible })) with
    {
        BlockedBy = ["budget", "finishBy"],
        SmallestChanges =
        [
            new SmallestChange("budget", new ChangedLimit { Amount = 49_50 }),
            new SmallestChange("finishBy", new ChangedLimit { Date = new(2027, 2, 1) }),
            new SmallestChange("coverage", new ChangedLimit { CoverageMillionths = 875_000 }),
            new SmallestChange("languages", new ChangedLimit { Languages = ["en", "es"] }),
        ],
    }).ShouldEndWith("""
        No plan is possible. These limits cannot hold together: budget, finishBy.
        Any one of these changes makes a plan possible:
          budget to 49.50 USD
          finishBy to 2027-02-01
          coverage to 87.5 %
          languages to en, es
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_plan_that_is_not_proven_says_how_far_it_may_be() =>
        PlanTables.Of(Request, Answer(("cheapest", Plan with { Status = PlanStatus.Bounded, Bound = 4500, Gap = 0.0816 }))).ShouldContain("at most 8.2 % from the best");
}
