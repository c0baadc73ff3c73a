using Cairn.Testing;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Plans;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Needs;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Cairn.Testing.LearnerCatalogue;

namespace Cairn.Web.Tests.Features.Plans;

/// <summary>What goals and plans ask of the database and write into it, on both databases.</summary>
public abstract class LearnerQueriesTests(PostgresServer? server) : DatabaseTests(server)
{
    private readonly FixedClock _clock = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Database.Open();
        await FillAsync(db);
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task A_goal_is_found_by_its_link_alone_and_comes_back_whole()
    {
        var goal = await StartAsync();

        await using var db = Database.Open();
        (await GoalAccess.FindAsync(db, PrivateLink.New())).ShouldBeNull();
        var found = (await GoalAccess.FindAsync(db, goal.Link)).ShouldNotBeNull();
        found.Limits.ShouldBe(goal.Limits);
        found.LevelOf(new SkillId(Sql), GoalSkillRole.Held).ShouldBe(1);
        found.Aid.ShouldHaveSingleItem().Name.ShouldBe("grant");
    }

    [Fact]
    public async Task Changes_to_a_goal_add_up()
    {
        var goal = await StartAsync();
        var change = new ChangeGoal(Writes, _clock);

        await Task.WhenAll(
            change.RunAsync(goal.Link, g => g.Say(new SkillId(Python), GoalSkillRole.Held, 2), default),
            change.RunAsync(goal.Link, g => g.RemoveAid(0), default));

        await using var db = Database.Open();
        var found = (await GoalAccess.FindAsync(db, goal.Link)).ShouldNotBeNull();
        found.LevelOf(new SkillId(Python), GoalSkillRole.Held).ShouldBe(2);
        found.Aid.ShouldBeEmpty();
        found.Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_to_nobodys_goal_says_so() =>
        (await new ChangeGoal(Writes, _clock).RunAsync(PrivateLink.New(), g => g.RemoveAid(0), default)).ShouldBeFalse();

    [Fact]
    public async Task Candidates_come_with_their_facts_in_an_order_that_stays()
    {
        await using var db = Database.Open();

        var found = await new FindCandidates(db).RunAsync([new SkillId(Sql), new SkillId(Charts)], default);

        found.Select(candidate => candidate.Program.Id.Value).ShouldBe(["all-fast", "charts-cheap", "nasty", "no-price", "sql-cheap", "old"]);
        found[0].Teaches.Select(taught => taught.SkillId.Value).ShouldBe([Charts, Sql]);
        (await new FindCandidates(db).ListedAsync(new DateOnly(2025, 11, 24), false, default)).ShouldBe(5);
    }

    [Fact]
    public async Task A_correction_wins_over_an_import()
    {
        await using (var db = Database.Open())
        {
            db.Add(new Web.Features.Catalogue.ProgramSkillCorrection { ProgramId = new("sql-cheap"), SkillId = new(Sql), Teaches = false, At = _clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        await using var after = Database.Open();
        (await new FindCandidates(after).RunAsync([new SkillId(Sql)], default)).Select(c => c.Program.Id.Value).ShouldNotContain("sql-cheap");
    }

    [Fact]
    public async Task The_needs_of_a_goal_are_those_of_its_occupation_as_the_person_changed_them()
    {
        var goal = await StartAsync();
        goal.Say(new SkillId(Abacus), GoalSkillRole.Removed, 0);
        goal.Say(new SkillId(Listening), GoalSkillRole.Added, 1);
        await using var db = Database.Open();
        using var counts = new NeedCountsCache();

        var (needs, _) = await new NeedsOfGoal(new OccupationNeedsQuery(db, new NeedsRule(), counts)).RunAsync(goal, default);

        needs.Where(need => need.Planned).Select(need => need.SkillId.Value).ShouldBe([Sql, Python, Charts, Listening], ignoreOrder: true);
        needs.Where(need => need.Planned).ShouldAllBe(need => need.Weight > 0);
        needs.Single(need => need.SkillId.Value == Sql).Held.ShouldBe(1);
    }

    [Fact]
    public async Task The_next_steps_ask_for_more()
    {
        await using var db = Database.Open();

        var steps = await new FindNextSteps(db).RunAsync(new OccupationId(Clerk), default);

        var step = steps.Up.ShouldHaveSingleItem();
        (step.Id.Value, step.Wage?.Median).ShouldBe((Analyst, 11_200_000));
    }

    [Fact]
    public async Task Of_plans_nobody_kept_only_the_newest_stay()
    {
        var goal = await StartAsync();
        var keep = new KeepPlan(Writes, _clock);
        var first = await AddAsync(keep, goal, "first");
        await keep.RunAsync(goal.Id, first.Link, "cheapest", default);
        for (var i = 0; i < 20; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await AddAsync(keep, goal, $"other {i}");
        }

        await using var db = Database.Open();
        (await db.Set<Plan>().CountAsync(plan => plan.KeptAt == null)).ShouldBe(12);
        (await PlanAccess.FindAsync(db, first.Link, default)).ShouldNotBeNull().RequestText().ShouldBe("{}");
    }

    private async Task<Plan> AddAsync(KeepPlan keep, Goal goal, string fingerprint)
    {
        var plan = Plan.Of(goal, fingerprint, "{}", "{}", "{}", "1", "1", _clock);
        await keep.AddAsync(plan, default);
        await keep.AnswerMoreAsync(plan.Id, "{}", default);
        return plan;
    }

    private async Task<Goal> StartAsync()
    {
        var goal = Goal.ForOccupation(GoalRoute.Switch, new OccupationId(Analyst), null, new GoalLimits { Budget = 60_000, FinishBy = new DateOnly(2027, 6, 28), Languages = "en es" }, _clock);
        goal.Say(new SkillId(Sql), GoalSkillRole.Held, 1);
        goal.AddAid(new GoalAid { GoalId = goal.Id, Ordinal = 0, Name = "grant", Percent = 90, Granted = true });
        await new StartGoal(Writes).RunAsync(goal, default);
        return goal;
    }
}

public sealed class LearnerQueriesOnSqliteTests() : LearnerQueriesTests(null);

public sealed class LearnerQueriesOnPostgresTests(PostgresServer server) : LearnerQueriesTests(server);
