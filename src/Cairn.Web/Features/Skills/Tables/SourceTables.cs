using Cairn.Web.Features.Imports;

namespace Cairn.Web.Features.Skills.Tables;

/// <summary>The tables of one source: reads them one after the other, and gathers what they refused, what is to be said and how many rows they had.</summary>
internal class SourceTables(IProgress<ImportProgress>? progress)
{
    private readonly List<string> _remarks = [];

    /// <summary>Told how far each table has come, or null.</summary>
    public IProgress<ImportProgress>? Progress => progress;

    public RefusedRows Refusals { get; } = new();

    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>Rows of every table read.</summary>
    public int Read { get; private set; }

    public void Remark(string text) => _remarks.Add(text);

    /// <summary>Reads a table to its end and closes it. <paramref name="columns"/> resolves the columns once and returns what is done with each row.</summary>
    /// <exception cref="ImportRefusedException">The table is not what it should be.</exception>
    public void Take(SourceTable table, Func<SourceTable, Action> columns)
    {
        using (table)
        {
            var take = columns(table);
            while (table.Next())
                take();
            Read += table.Rows;
            Refusals.AddRange(table.Refusals);
        }
    }
}
