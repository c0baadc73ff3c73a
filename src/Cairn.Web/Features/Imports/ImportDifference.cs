using System.Reflection;
using Cairn.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Imports;

/// <summary>What an import changes: pages of rows to put and to remove, and how many of the counted things that touches.</summary>
internal sealed class ImportDifference
{
    private readonly HashSet<object> _touched = [];
    private HashSet<object> _stored = [];
    private HashSet<object> _wanted = [];

    public List<byte[]> Pages { get; } = [];

    public int Added => _wanted.Count(id => !_stored.Contains(id));

    public int Removed => _stored.Count(id => !_wanted.Contains(id));

    public int Changed => _touched.Count(id => _stored.Contains(id) && _wanted.Contains(id));

    public int Unchanged => _wanted.Count - Added - Changed;

    /// <summary>Compares a batch with what is stored. Reads only.</summary>
    public static async Task<ImportDifference> OfAsync(CairnDb db, ImportBatch batch, CancellationToken cancellationToken)
    {
        var difference = new ImportDifference();
        var counted = batch.Tables.Single(table => table.Table == batch.CountedTable).RowType;
        var idType = db.Model.FindEntityType(counted)!.FindPrimaryKey()!.Properties[0].ClrType;
        foreach (var table in batch.Tables)
        {
            var compare = typeof(ImportDifference).GetMethod(nameof(CompareAsync), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(table.RowType);
            await (Task)compare.Invoke(difference, [db, table, table.RowType == counted, idType, cancellationToken])!;
        }

        return difference;
    }

    private async Task CompareAsync<TRow>(CairnDb db, TableRows<TRow> table, bool counted, Type idType, CancellationToken cancellationToken)
        where TRow : class
    {
        var bulk = new BulkTable(db, table.Table);
        var id = typeof(TRow).GetProperties().FirstOrDefault(property => property.PropertyType == idType);
        var query = db.Set<TRow>().AsNoTracking();
        var stored = new Dictionary<string, TRow>();
        await foreach (var row in (table.Scope is { } scope ? scope(query) : query).AsAsyncEnumerable().WithCancellation(cancellationToken))
            stored[bulk.KeyOf(row)] = row;

        if (counted)
        {
            _wanted = [.. table.Rows.Select(row => id!.GetValue(row)!)];
            _stored = table.Scope is null
                ? [.. table.Rows.Where(row => stored.ContainsKey(bulk.KeyOf(row))).Select(row => id!.GetValue(row)!)]
                : [.. stored.Values.Select(row => id!.GetValue(row)!)];
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
        Add(table, remove, isRemoval: true);
        Add(table, put, isRemoval: false);
    }

    private void Add(TableRows table, List<object> rows, bool isRemoval) =>
        Pages.AddRange(rows.Chunk(TablePage.Size).Select(page => TablePage.Of(table.Table, table.RowType, page, isRemoval).Pack()));
}
