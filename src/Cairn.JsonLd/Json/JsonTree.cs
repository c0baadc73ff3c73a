using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cairn.JsonLd.Json;

/// <summary>Between JSON text, <see cref="JsonNode"/> and the internal representation.</summary>
internal static class JsonTree
{
    public static readonly object True = true;
    public static readonly object False = false;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000, SkipValidation = true };

    public static object Bool(bool value) => value ? True : False;

    /// <summary>Reads strict JSON; a doubled name, half a surrogate pair or a value nested too deeply is refused.</summary>
    public static object? Read(ReadOnlySpan<byte> utf8, JsonLdBudget budget)
    {
        if (utf8.Length > budget.MaxBytes)
            throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxBytes), budget.MaxBytes);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            if (!reader.Read())
                throw Unreadable(utf8, 0, "the end of the text");
            var value = ReadValue(ref reader, utf8, [], budget, 1);
            return reader.Read() ? throw Unreadable(utf8, (int)reader.TokenStartIndex, "more after the document") : value;
        }
        catch (JsonException wrong)
        {
            throw new JsonLdException(JsonLdErrorCode.LoadingDocumentFailed, (int)(wrong.LineNumber ?? 0) + 1, (int)(wrong.BytePositionInLine ?? 0) + 1, "text that is no JSON");
        }
        catch (InvalidOperationException)
        {
            throw Unreadable(utf8, (int)reader.TokenStartIndex, "text that is no Unicode");
        }
    }

    private static object? ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, List<JsonMember> open, JsonLdBudget budget, int depth)
    {
        // What is open waits on one list, so that each map and array is made once, in its size.
        var start = open.Count;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                CheckDepth(depth, budget);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var key = NameTable.Get(ref reader);
                    reader.Read();
                    open.Add(new JsonMember(key, key == Keywords.Type && reader.TokenType == JsonTokenType.String ? NameTable.Get(ref reader) : ReadValue(ref reader, utf8, open, budget, depth + 1)));
                }

                var members = CollectionsMarshal.AsSpan(open)[start..];
                if (JsonMap.Double(members) is { } twice)
                    throw Unreadable(utf8, (int)reader.TokenStartIndex, $"the member “{twice}” a second time");
                var map = new JsonMap(members);
                open.RemoveRange(start, open.Count - start);
                return map;
            case JsonTokenType.StartArray:
                CheckDepth(depth, budget);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    open.Add(new JsonMember("", ReadValue(ref reader, utf8, open, budget, depth + 1)));
                var list = new JsonList(open.Count - start);
                foreach (var (_, item) in CollectionsMarshal.AsSpan(open)[start..])
                    list.Add(item);
                open.RemoveRange(start, open.Count - start);
                return list;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                var number = new JsonNumber(Encoding.ASCII.GetString(reader.ValueSpan));
                return double.IsFinite(number.Value) ? number : throw Unreadable(utf8, (int)reader.TokenStartIndex, $"the number {Excerpt.Of(number)}, which is beyond a double");
            case JsonTokenType.True:
                return True;
            case JsonTokenType.False:
                return False;
            default:
                return null;
        }
    }

    public static object? Read(JsonNode? node, JsonLdBudget budget)
    {
        if (node is null)
            return null;
        // Through text: a node may hold any .NET value, and only its JSON says what that is.
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Plain with { MaxDepth = budget.MaxDepth });
        try
        {
            node.WriteTo(writer);
            writer.Flush();
        }
        catch (InvalidOperationException) when (writer.CurrentDepth >= budget.MaxDepth)
        {
            throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxDepth), budget.MaxDepth);
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or NotSupportedException or JsonException)
        {
            throw new JsonLdException(JsonLdErrorCode.LoadingDocumentFailed, "", $"a node that is no JSON: {wrong.Message}", wrong);
        }

        // The writer puts a replacement character where half a surrogate pair stands, as itself or escaped.
        if ((buffer.WrittenSpan.IndexOf("\uFFFD"u8) >= 0 || buffer.WrittenSpan.IndexOf(@"\uFFFD"u8) >= 0) && HasHalfCharacter(node))
            throw new JsonLdException(JsonLdErrorCode.LoadingDocumentFailed, "", "a text that is no Unicode");
        return Read(buffer.WrittenSpan, budget);
    }

    private static bool HasHalfCharacter(JsonNode? node) => node switch
    {
        JsonObject map => map.Any(member => IsHalf(member.Key) || HasHalfCharacter(member.Value)),
        JsonArray list => list.Any(HasHalfCharacter),
        JsonValue value => value.TryGetValue<string>(out var text) && IsHalf(text),
        _ => false,
    };

    private static bool IsHalf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }

        return false;
    }

    /// <summary>Quads may be lists in lists without end; a document of them may not.</summary>
    private const int DeepestResult = 1_000;

    public static JsonNode? ToNode(object? value, int depth = 0) => value switch
    {
        JsonList or JsonMap when depth >= DeepestResult => throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxDepth), DeepestResult),
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        JsonNumber number => JsonNode.Parse(number.Text),
        JsonList list => ToArray(list, depth),
        JsonMap map => ToObject(map, depth),
        _ => throw new InvalidOperationException($"A value of type {value.GetType()} is no JSON."),
    };

    public static void Write(object? value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case JsonNumber number:
                writer.WriteRawValue(number.Text, skipInputValidation: true);
                break;
            case JsonList list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(item, writer);
                writer.WriteEndArray();
                break;
            case JsonMap map:
                writer.WriteStartObject();
                for (var i = 0; i < map.Count; i++)
                {
                    writer.WritePropertyName(map.Members[i].Key);
                    Write(map.Members[i].Value, writer);
                }

                writer.WriteEndObject();
                break;
        }
    }

    /// <summary>Equal as JSON: numbers by value, members in any order.</summary>
    public static bool Same(object? a, object? b)
    {
        if (ReferenceEquals(a, b))
            return true;
        switch (a, b)
        {
            case (string x, string y):
                return x == y;
            case (bool x, bool y):
                return x == y;
            case (JsonNumber x, JsonNumber y):
                return x.Text == y.Text || x.Value.Equals(y.Value);
            case (JsonList x, JsonList y):
                return x.Count == y.Count && x.Zip(y).All(pair => Same(pair.First, pair.Second));
            case (JsonMap x, JsonMap y):
                if (x.Count != y.Count)
                    return false;
                for (var i = 0; i < x.Count; i++)
                {
                    if (!y.TryGet(x.Members[i].Key, out var other) || !Same(x.Members[i].Value, other))
                        return false;
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>A copy that shares nothing that can change.</summary>
    public static object? Copy(object? value)
    {
        switch (value)
        {
            case JsonList list:
                var items = new JsonList(list.Count);
                foreach (var item in list)
                    items.Add(Copy(item));
                return items;
            case JsonMap map:
                var members = new JsonMap(map.Count);
                for (var i = 0; i < map.Count; i++)
                    members.Add(map.Members[i].Key, Copy(map.Members[i].Value));
                return members;
            default:
                return value;
        }
    }

    private static JsonArray ToArray(JsonList list, int depth)
    {
        var items = new JsonNode?[list.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = ToNode(list[i], depth + 1);
        return new JsonArray(items);
    }

    private static JsonObject ToObject(JsonMap map, int depth)
    {
        var node = new JsonObject();
        for (var i = 0; i < map.Count; i++)
            node.Add(map.Members[i].Key, ToNode(map.Members[i].Value, depth + 1));
        return node;
    }

    private static void CheckDepth(int depth, JsonLdBudget budget)
    {
        if (depth > budget.MaxDepth)
            throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxDepth), budget.MaxDepth);
    }

    private static JsonLdException Unreadable(ReadOnlySpan<byte> utf8, int at, string found)
    {
        var before = utf8[..Math.Min(at, utf8.Length)];
        return new JsonLdException(JsonLdErrorCode.LoadingDocumentFailed, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'), found);
    }
}
