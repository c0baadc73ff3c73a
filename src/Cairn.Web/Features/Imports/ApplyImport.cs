using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Imports;

/// <summary>What became of an import. Of very many refusals only the first are here.</summary>
internal sealed record ImportReport(ImportRecord Record, int Removed, IReadOnlyList<Refusal> Refusals, IReadOnlyList<string> Remarks);

/// <summary>Reads, checks and matches without a lock on the data, then applies what differs, all or nothing.</summary>
internal sealed class ApplyImport(CairnDatabase database, WriteQueue writes, ImportJournal journal, TimeProvider time)
{
    /// <param name="kind"><c>onet</c>, <c>esco</c>, <c>bls</c> or <c>programs</c>.</param>
    /// <param name="file">Name of the file or folder, for the report.</param>
    /// <param name="read">Reads the source with a view of what is stored. It must not write.</param>
    /// <param name="say">Progress, one plain sentence at a time.</param>
    /// <exception cref="ImportRefusedException">The file as a whole is wrong; nothing was changed.</exception>
    public async Task<ImportReport> RunAsync(
        string kind, string file, Func<CairnDb, CancellationToken, Task<ImportBatch>> read, Action<string> say, CancellationToken cancellationToken = default)
    {
        await using var alone = await ImportLock.WaitAsync(database, () => SayWhoAsync(say, cancellationToken), cancellationToken);
        await journal.RollForwardAsync(cancellationToken);
        var record = new ImportRecord { Id = new ImportId(Guid.CreateVersion7(time.GetUtcNow())), Kind = kind, File = file, StartedAt = time.GetUtcNow() };
        await writes.RunAsync(db => { db.Add(record); return Task.CompletedTask; }, cancellationToken);

        try
        {
            var (batch, difference) = await PrepareAsync(record, read, say, cancellationToken);
            Count(record, batch, difference);
            await CommitAsync(record, batch.Refusals.Shown, cancellationToken);
            say("Applying the changes.");

            // From here on the import is completed, now or after a kill.
            await journal.ApplyAsync(record.Id, CancellationToken.None);
            record.State = ImportState.Done;
            string?[] remarks = [.. batch.Remarks, .. difference.Remarks, batch.Refusals.Remark];
            return new ImportReport(record, difference.Removed, batch.Refusals.Shown, [.. remarks.OfType<string>()]);
        }
        catch (Exception failure) when (record.State == ImportState.Preparing)
        {
            await journal.RollForwardAsync(CancellationToken.None);
            if (failure is ImportRefusedException refused)
                await writes.RunAsync(db => { db.Add(Row(record.Id, 0, refused.Refusal)); return Task.CompletedTask; }, CancellationToken.None);
            throw;
        }
    }

    private async Task<(ImportBatch Batch, ImportDifference Difference)> PrepareAsync(
        ImportRecord record, Func<CairnDb, CancellationToken, Task<ImportBatch>> read, Action<string> say, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var batch = await read(db, cancellationToken);
        say($"Read {batch.Read:N0} rows. Comparing with what is stored.");
        return (batch, await journal.WriteDownAsync(record, db, batch, cancellationToken));
    }

    private static void Count(ImportRecord record, ImportBatch batch, ImportDifference difference)
    {
        record.Read = batch.Read;
        record.Refused = batch.Refusals.Count;
        record.Added = difference.Added;
        record.Changed = difference.Changed;
        record.Unchanged = difference.Unchanged;
    }

    /// <summary>The point of no return: after this commit the import is completed, whatever happens.</summary>
    private async Task CommitAsync(ImportRecord record, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        record.State = ImportState.Applying;
        try
        {
            await writes.RunAsync(
                db =>
                {
                    db.Update(record);
                    db.AddRange(refusals.Select((refusal, i) => Row(record.Id, i, refusal)));
                    return Task.CompletedTask;
                },
                cancellationToken);
        }
        catch
        {
            record.State = ImportState.Preparing;
            throw;
        }
    }

    private async Task SayWhoAsync(Action<string> say, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var running = await db.Set<ImportRecord>().AsNoTracking()
            .Where(r => r.State == ImportState.Preparing || r.State == ImportState.Applying)
            .OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellationToken);
        say(running is null
            ? "Another import is starting. Waiting for it."
            : $"Waiting for the import of {running.File}, started {running.StartedAt:u}.");
    }

    private static ImportRefusal Row(ImportId id, int ordinal, Refusal refusal) => new()
    {
        ImportId = id,
        Ordinal = ordinal,
        File = refusal.File,
        Line = refusal.Line,
        Column = refusal.Column,
        Found = refusal.Found,
        Expected = refusal.Expected,
    };
}
