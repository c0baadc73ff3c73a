using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Imports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

/// <summary>What a list would be in a catalogue that holds nothing: all rows of all its parts.</summary>
internal sealed class EmptyCatalogue
{
    private readonly List<TableRows> _tables;

    private EmptyCatalogue(ImportBatch batch)
    {
        Batch = batch;
        var parts = batch.Parts.ToBlockingEnumerable().ToList();
        _tables = [.. batch.Tables, .. parts.SelectMany(part => part.Tables)];
    }

    public ImportBatch Batch { get; }

    public static EmptyCatalogue With(string file)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var db = new SqliteCairnDb(new DbContextOptionsBuilder<SqliteCairnDb>().UseSqlite(connection).Options);
        db.Database.EnsureCreated();
        var list = ReadProgramList.Read(new ProgramListOptions(file));
        return new EmptyCatalogue(ReadProgramList.IntoAsync(list, db, Missing.Ask, _ => { }, CancellationToken.None).GetAwaiter().GetResult());
    }

    public IReadOnlyList<TRow> Rows<TRow>()
        where TRow : class => [.. _tables.OfType<TableRows<TRow>>().SelectMany(table => table.Rows)];
}
