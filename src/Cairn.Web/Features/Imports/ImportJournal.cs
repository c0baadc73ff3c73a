using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Imports;

/// <summary>
/// Makes an import all or nothing without one long transaction: first every change is written down as pages, then one commit says
/// <see cref="ImportState.Applying"/>, then the pages are carried out in short transactions. A kill before that commit leaves nothing;
/// a kill after it is completed by <see cref="RollForwardAsync"/>: by a server that runs, at the next start, or by the next import, since a page may be applied twice.
/// </summary>
internal sealed class ImportJournal(CairnDatabase database, WriteQueue writes, TimeProvider time)
{
    /// <summary>Compares a batch with what is stored and writes down every change. Until the record says <see cref="ImportState.Applying"/> it counts for nothing.</summary>
    public async Task<ImportDifference> WriteDownAsync(ImportRecord record, CairnDb stored, ImportBatch batch, CancellationToken cancellationToken)
    {
        // Removals stand before everything that is put: a key may move from one thing to another that a part before it has put already.
        var (removals, puts) = (0, 0);
        return await ImportDifference.OfAsync(
            stored,
            batch,
            async (isRemoval, payload) =>
            {
                var page = new ImportPage { ImportId = record.Id, Ordinal = isRemoval ? --removals : puts++, Payload = payload };
                await writes.RunAsync(db => { db.Add(page); return Task.CompletedTask; }, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Carries out every page that is left, and closes the record.</summary>
    public async Task ApplyAsync(ImportId id, CancellationToken cancellationToken)
    {
        while (await writes.RunAsync(db => ApplyNextAsync(db, id, cancellationToken), cancellationToken))
        {
        }

        await writes.RunAsync(
            async db =>
            {
                var record = await db.Set<ImportRecord>().SingleAsync(r => r.Id == id, cancellationToken);
                record.State = ImportState.Done;
                record.FinishedAt = time.GetUtcNow();
            },
            cancellationToken);
    }

    /// <summary>Rolls forward unless an import is alive: it holds the lock, and completes itself.</summary>
    public async Task CompleteKilledAsync(CancellationToken cancellationToken)
    {
        if (await ImportLock.TryTakeAsync(database, cancellationToken) is not { } alone)
            return;
        await using (alone)
            await RollForwardAsync(cancellationToken);
    }

    /// <summary>Whether an import has begun and not ended, alive or killed.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await Open(db).AnyAsync(cancellationToken);
    }

    /// <summary>Completes what a killed import had written down, and clears away what one had only begun. The caller holds the import lock.</summary>
    public async Task RollForwardAsync(CancellationToken cancellationToken)
    {
        List<ImportRecord> open;
        await using (var db = database.Open())
        {
            open = await Open(db).ToListAsync(cancellationToken);
        }

        foreach (var record in open)
        {
            if (record.State == ImportState.Applying)
                await ApplyAsync(record.Id, cancellationToken);
            else
                await writes.RunAsync(db => ClearAwayAsync(db, record.Id, cancellationToken), cancellationToken);
        }
    }

    private static IQueryable<ImportRecord> Open(CairnDb db) =>
        db.Set<ImportRecord>().AsNoTracking().Where(r => r.State == ImportState.Preparing || r.State == ImportState.Applying);

    private static async Task<bool> ApplyNextAsync(CairnDb db, ImportId id, CancellationToken cancellationToken)
    {
        var page = await db.Set<ImportPage>().Where(p => p.ImportId == id).OrderBy(p => p.Ordinal).FirstOrDefaultAsync(cancellationToken);
        if (page is null)
            return false;
        await TablePage.Unpack(page.Payload).ApplyAsync(db, cancellationToken);
        db.Remove(page);
        return true;
    }

    private async Task ClearAwayAsync(CairnDb db, ImportId id, CancellationToken cancellationToken)
    {
        await db.Set<ImportPage>().Where(p => p.ImportId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ImportRefusal>().Where(r => r.ImportId == id).ExecuteDeleteAsync(cancellationToken);
        var record = await db.Set<ImportRecord>().SingleAsync(r => r.Id == id, cancellationToken);
        record.State = ImportState.Refused;
        record.FinishedAt = time.GetUtcNow();
    }
}
