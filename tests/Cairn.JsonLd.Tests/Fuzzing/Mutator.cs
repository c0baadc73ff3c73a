using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cairn.JsonLd.Tests.Fuzzing;

/// <summary>Makes wrong texts from right ones. The same seed makes the same text.</summary>
internal sealed partial class Mutator(IReadOnlyList<byte[]> files, int seed)
{
    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var bytes = Any();
        for (var changes = _random.Next(1, 4); changes > 0; changes--)
            bytes = Change(bytes);
        return bytes;
    }

    private byte[] Any() => files[_random.Next(files.Count)];

    private byte[] Change(byte[] bytes)
    {
        if (bytes.Length == 0)
            return Any();
        switch (_random.Next(10))
        {
            case 0:
                var flipped = bytes.ToArray();
                flipped[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
                return flipped;
            case 1:
                return bytes[..At(bytes)];
            case 2:
                var (start, end) = Part(bytes);
                return [.. bytes[..start], .. bytes[end..]];
            case 3:
                var (from, to) = Part(bytes);
                return [.. bytes[..to], .. bytes[from..]];
            case 4:
                var other = Any();
                return [.. bytes[..At(bytes)], .. other[At(other)..]];
            case <= 6:
                return SwapToken(bytes);
            default:
                return SwapSubtree(bytes);
        }
    }

    private int At(byte[] bytes) => _random.Next(bytes.Length + 1);

    private (int Start, int End) Part(byte[] bytes)
    {
        var start = At(bytes);
        return (start, Math.Min(bytes.Length, start + _random.Next(64)));
    }

    /// <summary>A string, number, name or bracket becomes one of another file; mostly of its own kind.</summary>
    private byte[] SwapToken(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var tokens = Token().Matches(text);
        var others = Token().Matches(Encoding.UTF8.GetString(Any()));
        if (tokens.Count == 0 || others.Count == 0)
            return bytes;
        var token = tokens[_random.Next(tokens.Count)];
        var other = others[_random.Next(others.Count)];
        for (var tries = 0; tries < 8 && other.Value[0] != token.Value[0]; tries++)
            other = others[_random.Next(others.Count)];
        return Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, token.Index), other.Value, text.AsSpan(token.Index + token.Length)));
    }

    /// <summary>A value becomes a value of another file: still JSON, and seldom still right.</summary>
    private byte[] SwapSubtree(byte[] bytes)
    {
        if (Read(bytes) is not { } root || Read(Any()) is not { } other)
            return SwapToken(bytes);
        var places = All(root).Where(node => node.Parent is not null).ToList();
        var values = All(other).ToList();
        if (places.Count == 0)
            return bytes;
        var place = places[_random.Next(places.Count)];
        var value = values[_random.Next(values.Count)].DeepClone();
        if (place.Parent is JsonObject map && _random.Next(3) == 0)
        {
            // The name, not the value.
            var name = place.GetPropertyName();
            var moved = place.DeepClone();
            map.Remove(name);
            var names = All(other).OfType<JsonObject>().SelectMany(node => node.Select(member => member.Key)).Append("@id").ToList();
            map[names[_random.Next(names.Count)]] = moved;
        }
        else
        {
            place.ReplaceWith<JsonNode?>(value);
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static JsonNode? Read(byte[] bytes)
    {
        try
        {
            return JsonLdDocument.Parse(bytes).ToNode();
        }
        catch (JsonLdException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        null => [],
        JsonObject map => map.SelectMany(member => All(member.Value)).Prepend(map),
        JsonArray list => list.SelectMany(All).Prepend(list),
        _ => [node],
    };

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|<[^>]*>|_:\w+|-?\d[\d.eE+-]*|true|false|null|[{}\[\],:.@^]
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Token();
}
