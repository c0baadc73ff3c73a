using Cairn.Web.Data;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Testing;

/// <summary>A fresh, migrated database for one test: a copy of a migrated template.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateTemplateAsync);
    private readonly string? _folder;

    private TestDatabase(CairnDatabase database, string? folder)
    {
        Database = database;
        _folder = folder;
    }

    public CairnDatabase Database { get; }

    public static async Task<TestDatabase> SqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cairn-test-").FullName;
        File.Copy(await SqliteTemplate.Value, Path.Combine(folder, "cairn.db"));
        return new TestDatabase(CairnDatabase.Sqlite(folder), folder);
    }

    /// <summary>Skips the test with the reason where there is no PostgreSQL; on a build server that is a failure.</summary>
    public static async Task<TestDatabase> PostgresAsync(PostgresServer server)
    {
        var (database, whyNot) = await server.CreateDatabaseAsync();
        if (database is null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(whyNot!);
        Assert.SkipWhen(database is null, whyNot ?? "");
        return new TestDatabase(database!, folder: null);
    }

    public ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static async Task<string> MigrateTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cairn-template-").FullName;
        var database = CairnDatabase.Sqlite(folder);
        await MigrateDatabase.RunAsync(database);
        await using (var db = database.Open())
        {
            // A copied file must be whole: nothing may be left in the log beside it.
            await using var connection = await database.OpenConnectionAsync(CancellationToken.None);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;";
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearAllPools();
        return Path.Combine(folder, "cairn.db");
    }
}
