using System.Reflection;
using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Imports;

/// <summary>
/// Compares what an import says with what is stored, part by part, and hands on the pages of rows that are to be put or removed. Only the part
/// that is compared is in memory.
/// </summary>
internal sealed class ImportDifference
{
    private readonly CairnDb _db;
    private readonly Type _counted;
    private readonly Type _idType;
    private readonly Func<bool, byte[], Task> _write;

    // Of the part that is compared now.
    private readonly HashSet<object> _touched = [];
    private readonly HashSet<object> _stored = [];
    private readonly HashSet<object> _wanted = [];

    private ImportDifference(CairnDb db, ImportBatch batch, Func<bool, byte[], Task> write)
    {
        _db = db;
        _write = write;
        var counted = db.Model.GetEntityTypes().Single(entity => entity.GetTableName() == batch.CountedTable);
        _counted = counted.ClrType;
        _idType = counted.FindPrimaryKey()!.Properties[0].ClrType;
    }

    public int Added { get; private set; }

    public int Removed { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>What the parts had to say.</summary>
    public List<string> Remarks { get; } = [];

    /// <param name="db">The database to compare with. It is only read.</param>
    /// <param name="batch">What the import says.</param>
    /// <param name="write">Takes each page of differing rows, and whether they are to be removed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ImportDifference> OfAsync(CairnDb db, ImportBatch batch, Func<bool, byte[], Task> write, CancellationToken cancellationToken)
    {
        var difference = new ImportDifference(db, batch, write);
        await difference.AddAsync(batch.Tables, cancellationToken);
        await foreach (var part in batch.Parts.WithCancellation(cancellationToken))
        {
            await difference.AddAsync(part.Tables, cancellationToken);
            difference.Remarks.AddRange(part.Remarks);
        }

        return difference;
    }

    private async Task AddAsync(IReadOnlyList<TableRows> tables, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            var compare = typeof(ImportDifference).GetMethod(nameof(CompareAsync), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(table.RowType);
            await (Task)compare.Invoke(this, [table, cancellationToken])!;
        }

        Count();
    }

    private async Task CompareAsync<TRow>(TableRows<TRow> table, CancellationToken cancellationToken)
        where TRow : class
    {
        // Nothing to put, and nothing of its own to remove.
        if (table.Scope is null && table.Rows.Count == 0)
            return;
        var bulk = new BulkTable(_db, table.Table);
        var id = typeof(TRow).GetProperties().FirstOrDefault(property => property.PropertyType == _idType);
        var query = _db.Set<TRow>().AsNoTracking();
        var stored = new Dictionary<string, TRow>();
        await foreach (var row in (table.Scope is { } scope ? scope(query) : query).AsAsyncEnumerable().WithCancellation(cancellationToken))
            stored[bulk.KeyOf(row)] = row;

        if (typeof(TRow) == _counted)
        {
            _wanted.UnionWith(table.Rows.Select(row => id!.GetValue(row)!));
            _stored.UnionWith(table.Scope is null
                ? table.Rows.Where(row => stored.ContainsKey(bulk.KeyOf(row))).Select(row => id!.GetValue(row)!)
                : stored.Values.Select(row => id!.GetValue(row)!));
        }

        var put = new List<object>();
        foreach (var row in table.Rows)
        {
            // Records compare by value: a row that is stored as it should be is left alone.
            if (!stored.Remove(bulk.KeyOf(row), out var old) || !old.Equals(row))
                put.Add(row);
        }

        List<object> remove = table.Scope is null ? [] : [.. stored.Values];
        if (id is not null)
            _touched.UnionWith(put.Concat(remove).Select(row => id.GetValue(row)!));
        await WriteAsync(table, remove, isRemoval: true);
        await WriteAsync(table, put, isRemoval: false);
    }

    private async Task WriteAsync(TableRows table, List<object> rows, bool isRemoval)
    {
        foreach (var page in rows.Chunk(TablePage.Size))
            await _write(isRemoval, TablePage.Of(table.Table, table.RowType, page, isRemoval).Pack());
    }

    private void Count()
    {
        var added = _wanted.Count(id => !_stored.Contains(id));
        var changed = _touched.Count(id => _stored.Contains(id) && _wanted.Contains(id));
        Added += added;
        Changed += changed;
        Unchanged += _wanted.Count - added - changed;
        Removed += _stored.Count(id => !_wanted.Contains(id));
        _touched.Clear();
        _stored.Clear();
        _wanted.Clear();
    }
}
