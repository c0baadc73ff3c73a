using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Schemas;

/// <content>Rules about single values: types, formats, patterns.</content>
internal sealed partial class JsonSchema
{
    private static Rule OfType(string type)
    {
        Func<JsonNode?, bool> isSo = type switch
        {
            "object" => static value => value is JsonObject,
            "array" => static value => value is JsonArray,
            "string" => static value => value is JsonValue && value.GetValueKind() == JsonValueKind.String,
            "number" => static value => value is JsonValue && value.GetValueKind() == JsonValueKind.Number,
            "boolean" => static value => value is JsonValue && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            _ => throw new NotSupportedException($"The type {type} of JSON Schema is not known here."),
        };
        return (value, at, _) => isSo(value) ? null : new Flaw(at, $"Expected {(type[0] is 'a' or 'o' ? "an" : "a")} {type}, found {Flaw.Show(value)}.");
    }

    private static Rule OfFormat(string format)
    {
        Func<string, bool> isSo = format switch
        {
            // RFC 3339, sections 5.6 and 5.7.
            "date-time" => static text => XsdDateTime.TryRead(text, out _),
            "date" => static text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => throw new NotSupportedException($"The format {format} of JSON Schema is not known here."),
        };
        return (value, at, _) => value.AsText() is { } text && !isSo(text) ? new Flaw(at, $"Expected a {format}, found {Flaw.Show(value)}.") : null;
    }

    /// <summary>As ECMA-262 means it: \d is ASCII, $ is the very end. Without backtracking, so that no text takes long.</summary>
    private static Regex Pattern(string pattern)
    {
        var translated = pattern.Replace(@"\d", "[0-9]", StringComparison.Ordinal).Replace(@"\/", "/", StringComparison.Ordinal);
        if (translated.EndsWith('$'))
            translated = translated[..^1] + @"\z";
        return new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
