using System.Text;
using Cairn.Web.Data;
using Cairn.Web.Features.Imports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Cairn.Web.Tests.Features.Skills;

/// <summary>A folder of hand-written source files that is gone after the test.</summary>
internal sealed class SourceFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cairn-source-").FullName;

    /// <summary>Rows joined by CRLF, with one at the end, as the publishers write them.</summary>
    public SourceFolder With(string name, params string[] rows) => WithBytes(name, Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => row + "\r\n"))));

    public SourceFolder WithBytes(string name, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);
        return this;
    }

    public SourceFolder Without(string name)
    {
        File.Delete(System.IO.Path.Combine(Path, name));
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>The public data beside the checkout, which the product never needs.</summary>
internal static class SharedData
{
    public static string Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = System.IO.Path.Combine(folder.FullName, "..", "shared", "data", name);
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Cairn.slnx")) && Directory.Exists(data))
                return data;
        }

        Assert.Skip($"The folder ../shared/data/{name} is not beside the checkout.");
        return "";
    }
}

internal static class BatchReading
{
    public static IReadOnlyList<TRow> Rows<TRow>(this ImportBatch batch)
        where TRow : class => batch.Tables.OfType<TableRows<TRow>>().Single().Rows;

    /// <summary>The rows of a stored table that the batch says are its own.</summary>
    public static IReadOnlyList<TRow> Owned<TRow>(this ImportBatch batch, params TRow[] stored)
        where TRow : class
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var db = new SqliteCairnDb(new DbContextOptionsBuilder<SqliteCairnDb>().UseSqlite(connection).Options);
        db.Database.EnsureCreated();
        db.AddRange(stored);
        db.SaveChanges();
        var scope = batch.Tables.OfType<TableRows<TRow>>().Single().Scope;
        return scope is null ? [] : [.. scope(db.Set<TRow>().AsNoTracking())];
    }
}
