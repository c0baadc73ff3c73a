using System.IO.Compression;
using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Imports;

/// <summary>
/// Fills a new database with the starter data that ships with the product, so that the first run is already useful.
/// One transaction: a kill in the middle leaves an empty database, and the next start begins again.
/// </summary>
internal sealed class LoadStarterData(CairnDatabase database, TimeProvider time)
{
    private const string Kind = "starter";

    /// <param name="file">A brotli file of <see cref="TablePage"/> lines.</param>
    /// <param name="say">Progress, one plain sentence at a time.</param>
    /// <returns>False when data was there already.</returns>
    public async Task<bool> RunAsync(string file, Action<string> say, CancellationToken cancellationToken = default)
    {
        await using var db = database.Open();
        if (!File.Exists(file) || await db.Set<ImportRecord>().AnyAsync(cancellationToken))
            return false;

        say("First start: loading occupations, skills and programs.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var rows = await ApplyPagesAsync(db, file, say, cancellationToken);
        var now = time.GetUtcNow();
        db.Add(new ImportRecord
        {
            Id = new ImportId(Guid.CreateVersion7(now)),
            Kind = Kind,
            File = Path.GetFileName(file),
            StartedAt = now,
            FinishedAt = now,
            State = ImportState.Done,
            Read = rows,
            Added = rows,
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        say($"Loaded {rows:N0} facts.");
        return true;
    }

    private static async Task<int> ApplyPagesAsync(CairnDb db, string file, Action<string> say, CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(new BrotliStream(File.OpenRead(file), CompressionMode.Decompress));
        var (rows, said) = (0, "");
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            var page = TablePage.ReadLine(line);
            if (page.Table != said)
                say($"Loading {page.Table.Replace('_', ' ')}.");
            said = page.Table;
            await page.ApplyAsync(db, cancellationToken);
            rows += page.Rows.GetArrayLength();
        }

        return rows;
    }
}
