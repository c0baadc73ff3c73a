using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Web.Data;

namespace Cairn.Web.Features.Imports;

/// <summary>
/// Up to a few thousand rows of one table to put or to remove, as JSON. Imports journal themselves as such pages, and the starter data
/// that ships with the product is a file of them.
/// </summary>
internal sealed record TablePage
{
    /// <summary>Rows in a page: large enough to compress, small enough for a short transaction.</summary>
    public const int Size = 2_000;

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new IdJsonConverterFactory(), new JsonStringEnumConverter() },
    };

    public required string Table { get; init; }

    /// <summary>True: the rows are to go; only their keys count.</summary>
    public bool Remove { get; init; }

    public required JsonElement Rows { get; init; }

    public static TablePage Of(string table, Type rowType, IReadOnlyList<object> rows, bool remove) => new()
    {
        Table = table,
        Remove = remove,
        Rows = JsonSerializer.SerializeToElement(rows.ToArray(rowType), Json),
    };

    /// <summary>Carries the page out inside the caller's transaction. Doing it twice changes nothing.</summary>
    public async Task ApplyAsync(CairnDb db, CancellationToken cancellationToken)
    {
        var table = new BulkTable(db, Table);
        var rows = ((Array)Rows.Deserialize(table.RowType.MakeArrayType(), Json)!).Cast<object>();
        await (Remove ? table.RemoveAsync(db, rows, cancellationToken) : table.PutAsync(db, rows, cancellationToken));
    }

    public byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, this, Json);
        return packed.ToArray();
    }

    public static TablePage Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<TablePage>(brotli, Json)!;
    }

    /// <summary>One page a line: the form of the starter file.</summary>
    public void WriteLine(Stream stream)
    {
        JsonSerializer.Serialize(stream, this, Json);
        stream.WriteByte((byte)'\n');
    }

    public static TablePage ReadLine(string line) => JsonSerializer.Deserialize<TablePage>(line, Json)!;
}

file static class Arrays
{
    public static Array ToArray(this IReadOnlyList<object> rows, Type rowType)
    {
        var typed = Array.CreateInstance(rowType, rows.Count);
        for (var i = 0; i < rows.Count; i++)
            typed.SetValue(rows[i], i);
        return typed;
    }
}
