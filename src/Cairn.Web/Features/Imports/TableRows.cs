namespace Cairn.Web.Features.Imports;

/// <summary>
/// The whole of what an import says about one table: rows as they should be, and which of the rows now in the table are its to change.
/// Rows of the scope that are not among those rows are removed; rows outside it are never touched.
/// </summary>
internal abstract record TableRows(string Table)
{
    public abstract Type RowType { get; }
    public abstract int Count { get; }
}

/// <summary>See <see cref="TableRows"/>.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Rows">Rows as they should be, each key once.</param>
/// <param name="Scope">Selects the rows now stored that this import owns, such as all of one framework; null owns none, so nothing is ever removed.</param>
internal sealed record TableRows<TRow>(string Table, IReadOnlyList<TRow> Rows, Func<IQueryable<TRow>, IQueryable<TRow>>? Scope)
    : TableRows(Table)
    where TRow : class
{
    public override Type RowType => typeof(TRow);
    public override int Count => Rows.Count;
}
