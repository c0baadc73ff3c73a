using System.Globalization;
using System.Text.Json;

namespace Cairn.Web.Features.Catalogue.Lists.Rows;

/// <summary>
/// A JSON list of objects as a table: the column of a nested value is its path (<c>cost.tuition</c>), a list of plain values is one cell
/// joined by ";", and a plain member of the outer object is a column of every row with "/" before its name (<c>/snapshot_date</c>).
/// </summary>
internal static class JsonRows
{
    /// <summary>A JSON file is read whole, so it has a limit of its own.</summary>
    public const long LargestFile = 64 << 20;

    /// <summary>Depth of nesting that is turned into columns.</summary>
    private const int Depth = 4;

    public static SourceTable Open(TextFile file, string path)
    {
        if (!file.IsUtf8)
            throw TextFile.Refused(file.Name, "JSON that is not UTF-8", "UTF-8");
        if (file.Length > LargestFile)
            throw TextFile.Refused(file.Name, $"{file.Length >> 20} MB of JSON", $"at most {LargestFile >> 20} MB; use CSV for larger lists");
        var bytes = File.ReadAllBytes(path);
        ReadOnlyMemory<byte> json = bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
        var objects = new List<Place>();
        var columns = new OrderedDictionary<string, string?>();
        var outer = new Dictionary<string, string?>();
        try
        {
            Collect(json.Span, objects, columns, outer);
        }
        catch (JsonException e)
        {
            throw TextFile.Refused(file.Name, "text that is no JSON, or a file that was cut off", "a whole JSON file", (int)(e.LineNumber ?? 0) + 1);
        }

        if (objects.Count == 0)
            throw TextFile.Refused(file.Name, "JSON without a list of objects", "an array of programs, alone or as a member of an object");
        string[] names = [.. columns.Keys, .. outer.Keys];
        return new SourceTable(file.Name, names, objects.Select(place =>
        {
            var cells = new OrderedDictionary<string, string?>();
            using var row = JsonDocument.Parse(json.Slice(place.Start, place.Length));
            Flatten(row.RootElement, cells);
            return new SourceRow(place.Line, [.. names.Select(c => cells.GetValueOrDefault(c) ?? outer.GetValueOrDefault(c))]);
        }));
    }

    /// <summary>Where an object of the list stands. Its cells are read when they are asked for; all of them together would be much larger than the file.</summary>
    private readonly record struct Place(int Line, int Start, int Length);

    private static void Collect(ReadOnlySpan<byte> bytes, List<Place> objects, OrderedDictionary<string, string?> columns, Dictionary<string, string?> outer)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 32 });
        var line = 1;
        long counted = 0;
        var member = "";
        var inList = false;
        while (reader.Read())
        {
            for (; counted < reader.TokenStartIndex; counted++)
            {
                if (bytes[(int)counted] == '\n')
                    line++;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    member = reader.GetString()!;
                    break;
                case JsonTokenType.StartArray when !inList && reader.CurrentDepth <= 1 && objects.Count == 0:
                    inList = true;
                    break;
                case JsonTokenType.EndArray when inList:
                    inList = false;
                    break;
                case JsonTokenType.StartObject when inList:
                    var start = (int)reader.TokenStartIndex;
                    Flatten(JsonElement.ParseValue(ref reader), columns);
                    objects.Add(new Place(line, start, (int)reader.BytesConsumed - start));
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= 1:
                    reader.Skip();
                    break;
                case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False when !inList && member.Length > 0:
                    outer["/" + member] = Plain(JsonElement.ParseValue(ref reader));
                    break;
            }
        }
    }

    private static void Flatten(JsonElement row, OrderedDictionary<string, string?> cells)
    {
        foreach (var property in row.EnumerateObject())
            Flatten(property.Name, property.Value, cells, 1);
    }

    private static void Flatten(string path, JsonElement value, OrderedDictionary<string, string?> cells, int depth)
    {
        if (value.ValueKind == JsonValueKind.Object && depth < Depth)
        {
            foreach (var property in value.EnumerateObject())
                Flatten($"{path}.{property.Name}", property.Value, cells, depth + 1);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            var items = value.EnumerateArray().ToArray();
            if (Array.TrueForAll(items, i => i.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)))
                cells[path] = string.Join(';', items.Select(Plain));
        }
        else
        {
            cells[path] = Plain(value);
        }
    }

    private static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number.ToString("0.############", CultureInfo.InvariantCulture) : value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
