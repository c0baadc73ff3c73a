using Cairn.Testing;
using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;
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
