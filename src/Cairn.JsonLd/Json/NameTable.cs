using System.Text.Json;

namespace Cairn.JsonLd.Json;

/// <summary>
/// One string for each name that documents use again and again: a name that is there need not be made, and is found in maps by reference.
/// A place holds the last name that came to it, so the table stays as large as it is whatever is read.
/// </summary>
internal static class NameTable
{
    private const int Places = 4096;
    private const int LongestName = 64;
    private static readonly string?[] Names = new string?[Places];

    /// <summary>The text of the token: a property name or a string that is likely to come again.</summary>
    public static string Get(ref Utf8JsonReader reader)
    {
        var utf8 = reader.ValueSpan;
        if (reader.ValueIsEscaped || utf8.Length > LongestName || utf8.Length == 0)
            return reader.GetString()!;
        // FNV-1a over length and bytes.
        var hash = 2166136261u;
        foreach (var b in utf8)
            hash = (hash ^ b) * 16777619;
        ref var place = ref Names[(hash ^ (hash >> 15)) & (Places - 1)];
        if (place is { } name && IsSame(name, utf8))
            return name;
        // Keywords are literals of this program: the same instance is found by reference.
        var text = reader.GetString()!;
        return place = string.IsInterned(text) ?? text;
    }

    private static bool IsSame(string name, ReadOnlySpan<byte> utf8) => name.Length == utf8.Length && System.Text.Ascii.Equals(utf8, name);
}
