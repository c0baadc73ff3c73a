using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Data;

/// <summary>Brings the schema up to date. Safe for several processes that start at once.</summary>
internal static class MigrateDatabase
{
    /// <param name="database">The installation's database.</param>
    /// <param name="whileLocked">Runs after the migration and still under the lock, such as loading starter data.</param>
    public static async Task RunAsync(CairnDatabase database, Func<Task>? whileLocked = null, CancellationToken cancellationToken = default)
    {
        // EF's own lock on PostgreSQL ends with the first migration's transaction: a second process then runs the next one too.
        await using IAsyncDisposable held = database.Folder is { } folder
            ? await FileLock.WaitAsync(Path.Combine(folder, "migrate.lock"), cancellationToken)
            : await AdvisoryLock.WaitAsync(database, AdvisoryLock.Migration, cancellationToken);
        await using (var db = database.Open())
        {
            if (database.IsSqlite)
                await ForgetDeadLockAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        if (whileLocked is not null)
            await whileLocked();
    }

    /// <summary>EF's own lock on SQLite is a row, and one left by a kill would hang every later start. The file lock makes it needless.</summary>
    private static async Task ForgetDeadLockAsync(CairnDb db, CancellationToken cancellationToken)
    {
        var tables = db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'");
        if (await tables.SingleAsync(cancellationToken) > 0)
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
    }
}
