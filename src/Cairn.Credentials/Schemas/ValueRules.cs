using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Schemas;

/// <summary>The keywords of JSON Schema that look at one value alone, not into it (JSON Schema Validation 2019-09, section 6; Draft 4, section 5).</summary>
internal static class ValueRules
{
    /// <summary>What a keyword asks of a value, which says the flaw or nothing; null when the keyword is not one of these.</summary>
    /// <exception cref="NotSupportedException">The type or format is not known here.</exception>
    public static Func<JsonNode?, Place, Flaw?>? For(string keyword, JsonNode argument) => keyword switch
    {
        "type" => OfType(argument.GetValue<string>()),
        "enum" => OfEnum([.. argument.AsArray()]),
        "pattern" => OfPattern(argument.GetValue<string>()),
        "format" => OfFormat(argument.GetValue<string>()),
        "minItems" => OfMinItems(argument.GetValue<int>()),
        _ => null,
    };

    private static Func<JsonNode?, Place, Flaw?> OfEnum(JsonNode?[] allowed) => (value, at) => allowed.Any(item => JsonNode.DeepEquals(item, value)) ? null
        : new Flaw(at, $"Expected {(allowed.Length == 1 ? allowed[0]!.ToJsonString() : $"one of {allowed.Length} values")}, found {Flaw.Show(value)}.");

    private static Func<JsonNode?, Place, Flaw?> OfMinItems(int least) => (value, at) => value is JsonArray array && array.Count < least
        ? new Flaw(at, $"Expected at least {least} items, found {array.Count}.")
        : null;

    private static Func<JsonNode?, Place, Flaw?> OfPattern(string pattern)
    {
        var compiled = Compiled(pattern);
        return (value, at) => value.AsText() is { } text && !compiled.IsMatch(text) ? new Flaw(at, $"Expected a text of the form {pattern}, found {Flaw.Show(value)}.") : null;
    }

    private static Func<JsonNode?, Place, Flaw?> OfType(string type)
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
        return (value, at) => isSo(value) ? null : new Flaw(at, $"Expected {(type[0] is 'a' or 'o' ? "an" : "a")} {type}, found {Flaw.Show(value)}.");
    }

    private static Func<JsonNode?, Place, Flaw?> OfFormat(string format)
    {
        Func<string, bool> isSo = format switch
        {
            // RFC 3339, sections 5.6 and 5.7.
            "date-time" => static text => XsdDateTime.TryRead(text, out _),
            "date" => static text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => throw new NotSupportedException($"The format {format} of JSON Schema is not known here."),
        };
        return (value, at) => value.AsText() is { } text && !isSo(text) ? new Flaw(at, $"Expected a {format}, found {Flaw.Show(value)}.") : null;
    }

    /// <summary>As ECMA-262 means it: \d is ASCII, $ is the very end. Without backtracking, so that no text takes long.</summary>
    private static Regex Compiled(string pattern)
    {
        var translated = pattern.Replace(@"\d", "[0-9]", StringComparison.Ordinal).Replace(@"\/", "/", StringComparison.Ordinal);
        if (translated.EndsWith('$'))
            translated = translated[..^1] + @"\z";
        return new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
