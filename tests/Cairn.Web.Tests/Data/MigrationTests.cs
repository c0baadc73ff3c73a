using Cairn.Testing;
using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Goals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Data;

public abstract class MigrationTests(PostgresServer? server) : DatabaseTests(server)
{
    [Fact]
    public void The_migrations_hold_every_change_of_the_model()
    {
        using var db = Database.Open();

        db.Database.HasPendingModelChanges().ShouldBeFalse("Add a migration for both databases (CONTRIBUTING.md).");
    }

    [Fact]
    public async Task Four_starts_at_once_migrate_once()
    {
        var empty = await EmptyDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MigrateDatabase.RunAsync(empty)));

        await using var after = empty.Open();
        (await after.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Aid_for_one_program_is_kept_when_aid_learns_to_be_for_several()
    {
        var goal = Goal.ForOccupation(GoalRoute.Switch, new("onet:15-2051.00"), null, new GoalLimits(), new FixedClock());
        goal.AddAid(new GoalAid { GoalId = goal.Id, Ordinal = 0, Name = "grant", Percent = 90, Granted = true });
        await using (var before = Database.Open())
        {
            before.Add(goal);
            await before.SaveChangesAsync();
            await before.GetService<IMigrator>().MigrateAsync("Initial");
            await before.Database.ExecuteSqlRawAsync("UPDATE goal_aid SET program_id = 'sql-cheap'");
        }

        await MigrateDatabase.RunAsync(Database);

        await using var after = Database.Open();
        (await after.Set<GoalAid>().SingleAsync()).ProgramIds.ShouldBe([new ProgramId("sql-cheap")]);
    }

    private protected abstract Task<CairnDatabase> EmptyDatabaseAsync();
}

public sealed class MigrationsOnSqlite() : MigrationTests(null)
{
    private protected override Task<CairnDatabase> EmptyDatabaseAsync() =>
        Task.FromResult(CairnDatabase.Sqlite(Path.Combine(Database.Folder!, "empty")));

    [Fact]
    public async Task A_lock_row_left_by_a_kill_does_not_hang_the_next_start()
    {
        await using (var db = Database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await MigrateDatabase.RunAsync(Database, cancellationToken: patience.Token);
    }
}

public sealed class MigrationsOnPostgres(PostgresServer server) : MigrationTests(server)
{
    private protected override async Task<CairnDatabase> EmptyDatabaseAsync()
    {
        await using var db = Database.Open();
        await db.Database.ExecuteSqlRawAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
        return Database;
    }
}
