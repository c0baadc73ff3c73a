using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Data;

/// <summary>
/// The one way to write. On SQLite a single writer runs what is waiting, each verb in its own savepoint, commits once, then answers all:
/// a commit costs a disk flush, and twenty verbs share it. On PostgreSQL the same call is a plain transaction.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    private const int LargestGroup = 64;

    private readonly CairnDatabase _database;
    private readonly Channel<Write> _waiting = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writer;

    public WriteQueue(CairnDatabase database)
    {
        _database = database;
        _writer = database.IsSqlite ? Task.Run(RunGroupsAsync) : Task.CompletedTask;
    }

    /// <summary>Runs a verb in a transaction. When the task completes, the change is durable; when it throws, nothing of it was kept.</summary>
    public async Task<T> RunAsync<T>(Func<CairnDb, Task<T>> verb, CancellationToken cancellationToken = default)
    {
        if (!_database.IsSqlite)
        {
            await using var db = _database.Open();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await verb(db);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }

        T answer = default!;
        var write = new Write(async db => answer = await verb(db), cancellationToken);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(write), this);
        await write.Answer.Task;
        return answer;
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Func<CairnDb, Task> verb, CancellationToken cancellationToken = default) =>
        RunAsync(async db => { await verb(db); return 0; }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writer;
    }

    private async Task RunGroupsAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var group = new List<Write>();
            while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var write))
                group.Add(write);
            await RunGroupAsync(group);
        }
    }

    private async Task RunGroupAsync(List<Write> group)
    {
        try
        {
            await using var connection = await _database.OpenConnectionAsync(CancellationToken.None);
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var write in group)
                await RunOneAsync(write, connection, transaction);
            await transaction.CommitAsync();
        }
        catch (Exception failure)
        {
            // The commit itself failed: nobody's change was kept, so nobody is told that it was.
            foreach (var write in group)
                write.Failure ??= failure;
        }

        foreach (var write in group)
            write.Complete();
    }

    private async Task RunOneAsync(Write write, DbConnection connection, DbTransaction transaction)
    {
        if (write.CancellationToken.IsCancellationRequested)
        {
            write.Failure = new OperationCanceledException(write.CancellationToken);
            return;
        }

        await transaction.SaveAsync("verb");
        try
        {
            await using var db = _database.OpenOn(connection);
            await db.Database.UseTransactionAsync(transaction);
            await write.Verb(db);
            await db.SaveChangesAsync();
            await transaction.ReleaseAsync("verb");
        }
        catch (Exception failure)
        {
            await transaction.RollbackAsync("verb");
            write.Failure = failure;
        }
    }

    private sealed class Write(Func<CairnDb, Task> verb, CancellationToken cancellationToken)
    {
        public Func<CairnDb, Task> Verb { get; } = verb;
        public CancellationToken CancellationToken { get; } = cancellationToken;

        // The waiting verb goes on elsewhere: the writer's thread belongs to the next group.
        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public Exception? Failure { get; set; }

        public void Complete()
        {
            if (Failure is null)
                Answer.SetResult();
            else
                Answer.SetException(Failure);
        }
    }
}
