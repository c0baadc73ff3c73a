using Npgsql;

namespace Cairn.Web.Data;

/// <summary>An exclusive lock between processes that share a PostgreSQL database. It lives as long as its connection, so it goes when the process dies.</summary>
internal sealed class AdvisoryLock : IAsyncDisposable
{
    // Any constants will do, as long as nothing else of ours uses them.
    public const long Import = 0x636169726E_01, Migration = 0x636169726E_02;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);
    private readonly NpgsqlConnection _connection;
    private readonly long _key;

    private AdvisoryLock(NpgsqlConnection connection, long key)
    {
        _connection = connection;
        _key = key;
    }

    /// <summary>Takes the lock if it is free, else returns null.</summary>
    public static async Task<AdvisoryLock?> TryTakeAsync(CairnDatabase database, long key, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)await database.OpenConnectionAsync(cancellationToken);
        if (await AskAsync(connection, "pg_try_advisory_lock", key, cancellationToken))
            return new AdvisoryLock(connection, key);
        await connection.DisposeAsync();
        return null;
    }

    public static async Task<AdvisoryLock> WaitAsync(CairnDatabase database, long key, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await TryTakeAsync(database, key, cancellationToken) is { } taken)
                return taken;
            await Task.Delay(BetweenTries, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A pooled connection would keep the lock.
        await AskAsync(_connection, "pg_advisory_unlock", _key, CancellationToken.None);
        await _connection.DisposeAsync();
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string function, long key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT {function}({key})", connection);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
