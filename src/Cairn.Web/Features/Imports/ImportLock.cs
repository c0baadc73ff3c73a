using Cairn.Web.Data;
using Npgsql;

namespace Cairn.Web.Features.Imports;

/// <summary>One import at a time in the whole installation. A second one waits and says for whom.</summary>
internal static class ImportLock
{
    // Any constant will do, as long as nothing else of ours uses it.
    private const long AdvisoryKey = 0x636169726E_01;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    /// <param name="database">The installation's database.</param>
    /// <param name="waiting">Called once when the lock is taken by another import.</param>
    public static async Task<IAsyncDisposable> WaitAsync(CairnDatabase database, Func<Task> waiting, CancellationToken cancellationToken)
    {
        var said = false;
        while (true)
        {
            if (await TryTakeAsync(database, cancellationToken) is { } taken)
                return taken;
            if (!said)
                await waiting();
            said = true;
            await Task.Delay(BetweenTries, cancellationToken);
        }
    }

    /// <summary>Takes the lock if no import runs, else returns null.</summary>
    public static async Task<IAsyncDisposable?> TryTakeAsync(CairnDatabase database, CancellationToken cancellationToken)
    {
        if (database.Folder is { } folder)
            return FileLock.TryTake(Path.Combine(folder, "import.lock"));

        // The lock lives as long as its connection: it goes when the process dies.
        var connection = (NpgsqlConnection)await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({AdvisoryKey})", connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
            return new AdvisoryLock(connection);
        await connection.DisposeAsync();
        return null;
    }

    private sealed class AdvisoryLock(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            // A pooled connection would keep the lock.
            await using (var command = new NpgsqlCommand($"SELECT pg_advisory_unlock({AdvisoryKey})", connection))
                await command.ExecuteNonQueryAsync();
            await connection.DisposeAsync();
        }
    }
}
