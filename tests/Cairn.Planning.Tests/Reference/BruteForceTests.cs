using Cairn.Planning.Contract;
using Shouldly;
using Xunit;

namespace Cairn.Planning.Tests.Reference;

/// <summary>The reference is itself held to answers worked out by hand.</summary>
public sealed class BruteForceTests(ITestOutputHelper output)
{
    private static PlanRequest Read(string limits, string programs, string more = "", string needs = """[{"skill":"s","level":1,"weight":1}]""") =>
        PlanRequestJson.Read($$"""{"currency":"USD","limits":{"hoursPerWeek":4,"startOn":"2027-01-04"{{limits}}},"needs":{{needs}},"programs":[{{programs}}]{{more}}}""")
            .ShouldSatisfy().Value!;

    [Fact]
    public void An_empty_plan_is_the_answer_when_nothing_is_open()
    {
        BruteForceAnswer answer = BruteForce.Solve(Read("", ""));

        answer.Unreachable.ShouldBe(["s"]);
        answer.Frontier.ShouldBe([(0L, 0, 0L)]);
    }

    [Fact]
    public void A_cohort_in_the_middle_of_a_week_takes_hours_in_every_week_it_touches()
    {
        // Eight days of cohort hours in a week that starts on Wednesday: weeks 0 and 1, three hours each, one is left for the other.
        BruteForceAnswer answer = BruteForce.Solve(Read("", """
            {"id":"c","hours":3,"starts":["2027-01-06"],"weeks":1,"price":{"once":1},"teaches":[{"skill":"s","level":1}]},
            {"id":"p","hours":6,"price":{"once":1},"teaches":[{"skill":"t","level":1}]}
            """, needs: """[{"skill":"s","level":1,"weight":1},{"skill":"t","level":1,"weight":1}]"""));

        answer.Fastest.ShouldBe((3, 2_00L));
    }

    [Fact]
    public void What_prepares_finishes_before_and_the_next_starts_in_a_later_week()
    {
        BruteForceAnswer answer = BruteForce.Solve(Read("", """
            {"id":"a","hours":1,"price":{"once":1},"teaches":[{"skill":"t","level":1}]},
            {"id":"b","hours":1,"price":{"once":1},"teaches":[{"skill":"s","level":1}],"requires":[{"skill":"t","level":1}]}
            """));

        answer.Fastest.ShouldBe((2, 2_00L));
    }

    [Fact]
    public void A_program_does_not_prepare_for_itself() => BruteForce.Solve(Read("", """
        {"id":"a","hours":1,"price":{"once":1},"teaches":[{"skill":"s","level":1}],"requires":[{"skill":"s","level":1}]}
        """)).Feasible.ShouldBeFalse();

    [Fact]
    public void Programs_that_only_prepare_for_each_other_are_impossible() => BruteForce.Solve(Read("", """
        {"id":"a","hours":1,"price":{"once":1},"teaches":[{"skill":"s","level":1}],"requires":[{"skill":"t","level":1}]},
        {"id":"b","hours":1,"price":{"once":1},"teaches":[{"skill":"t","level":1}],"requires":[{"skill":"s","level":1}]}
        """)).Feasible.ShouldBeFalse();

    [Fact]
    public void A_subscription_is_paid_by_months_of_hours()
    {
        // Four hours a week are 17 a month; 18 hours are two months.
        BruteForceAnswer answer = BruteForce.Solve(Read("", """
            {"id":"a","hours":18,"price":{"once":25},"subscription":"x","teaches":[{"skill":"s","level":1}]}
            """, ",\"subscriptions\":[{\"id\":\"x\",\"perMonth\":10}]"));

        answer.Cheapest.ShouldBe((20_00L, 18L));
    }

    [Fact]
    public void Aid_is_given_at_most_as_often_as_it_may()
    {
        BruteForceAnswer answer = BruteForce.Solve(Read("", """
            {"id":"a","hours":1,"price":{"once":30},"teaches":[{"skill":"s","level":1}]},
            {"id":"b","hours":1,"price":{"once":50},"teaches":[{"skill":"t","level":1}]}
            """, ",\"aid\":[{\"id\":\"g\",\"programs\":[\"a\",\"b\"],\"percent\":50,\"atMost\":1}]",
            """[{"skill":"s","level":1,"weight":1},{"skill":"t","level":1,"weight":1}]"""));

        answer.Cheapest!.Value.Cost.ShouldBe(55_00L);
    }

    [Fact]
    public void Running_at_once_counts_the_week_in_which_one_ends_and_another_begins()
    {
        string programs = """
            {"id":"a","hours":3,"price":{"once":1},"teaches":[{"skill":"s","level":1}]},
            {"id":"b","hours":5,"price":{"once":1},"teaches":[{"skill":"t","level":1}]}
            """;
        string needs = """[{"skill":"s","level":1,"weight":1},{"skill":"t","level":1,"weight":1}]""";

        BruteForce.Solve(Read("", programs, needs: needs)).Fastest!.Value.Weeks.ShouldBe(2);
        BruteForce.Solve(Read(",\"maxAtOnce\":1", programs, needs: needs)).Fastest!.Value.Weeks.ShouldBe(3);
    }

    [Fact]
    public void The_frontier_trades_cost_for_weeks_and_recognition()
    {
        BruteForceAnswer answer = BruteForce.Solve(Read("", """
            {"id":"slow","hours":8,"price":{"once":1},"teaches":[{"skill":"s","level":1}]},
            {"id":"quick","hours":4,"price":{"once":2},"teaches":[{"skill":"s","level":1}]},
            {"id":"known","hours":8,"price":{"once":3},"teaches":[{"skill":"s","level":1}],"recognition":2},
            {"id":"dear","hours":8,"price":{"once":3},"teaches":[{"skill":"s","level":1}],"recognition":1}
            """));

        answer.Frontier.ShouldBe([(1_00, 2, 0), (2_00, 1, 0), (3_00, 2, 2)]);
    }

    [Fact]
    public void Random_requests_exercise_every_rule()
    {
        PlanRequest[] requests = [.. Enumerable.Range(1, 300).Select(seed => RandomRequests.TightRequest(seed))];
        BruteForceAnswer[] answers = [.. requests.Select(request => BruteForce.Solve(request))];
        int feasible = answers.Count(answer => answer.Feasible);
        output.WriteLine($"{feasible} of {requests.Length} feasible, {answers.Count(a => a.Frontier.Count > 1)} with a frontier, {answers.Count(a => a.Fastest?.Weeks > 3)} longer than three weeks");

        feasible.ShouldBeInRange(100, 250);
        answers.Count(answer => answer.Frontier.Count > 1).ShouldBeGreaterThan(60);
        requests.ShouldAllBe(request => PlanRequestJson.Read(PlanRequestJson.Write(request)).Error == null);
        foreach (Func<PlanRequest, bool> rule in (Func<PlanRequest, bool>[])
            [
                r => r.Programs.Any(p => p.Starts != null), r => r.Programs.Any(p => p.Requires.Count > 0), r => r.Programs.Any(p => p.After.Count > 0),
                r => r.Programs.Any(p => p.Subscription != null), r => r.Aid.Count > 0, r => r.Limits.Languages != null, r => r.Limits.MaxAtOnce != null,
                r => r.Limits.MaxPrograms != null, r => r.Limits.Budget != null, r => r.Limits.FinishBy != null, r => r.Limits.CoverageMillionths < 1_000_000,
            ])
        {
            requests.Zip(answers).Count(pair => rule(pair.First) && pair.Second.Cheapest?.Hours > 0).ShouldBeGreaterThan(10);
        }
    }
}

file static class Readings
{
    internal static PlanReading<PlanRequest> ShouldSatisfy(this PlanReading<PlanRequest> reading)
    {
        reading.Error.ShouldBeNull();
        return reading;
    }
}
