using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.JsonLd;

namespace Cairn.Cli.Lines;

/// <summary>The members of a line about a credential.</summary>
internal static class CredentialMembers
{
    /// <summary>A member's JSON as it stands in the line.</summary>
    /// <exception cref="BadLineException">It is absent.</exception>
    internal static ReadOnlySpan<byte> Needed(this Line line, string member) =>
        line.TryGet(member, out ReadOnlySpan<byte> json) ? json : throw new BadLineException($"The line has no {member}.");

    /// <summary>A member's text; null when it is absent or null.</summary>
    /// <exception cref="BadLineException">It is no text.</exception>
    internal static string? TextIfThere(this Line line, string member) => Read(line, member, static value => value.ValueKind == JsonValueKind.String ? value.GetString() : null, "a text");

    /// <summary>A member's texts; none when it is absent or null.</summary>
    /// <exception cref="BadLineException">It is no array of texts.</exception>
    internal static string[] Texts(this Line line, string member) => Read(line, member, static value =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) ? value.EnumerateArray().Select(item => item.GetString()!).ToArray() : null, "an array of texts") ?? [];

    internal static bool IsNull(this Line line, string member) => line.TryGet(member, out ReadOnlySpan<byte> json) && json.SequenceEqual("null"u8);

    /// <summary>The documents that came with the line, by address; null when there are none.</summary>
    /// <exception cref="BadLineException">They are no object.</exception>
    internal static GivenDocuments? Documents(this Line line) => line.NodeIfThere("documents") switch
    {
        null => null,
        JsonObject documents => new GivenDocuments(documents.ToDictionary(entry => entry.Key, entry => Given(entry.Value), StringComparer.Ordinal)),
        _ => throw new BadLineException("The member documents is no object of {url: JSON or text}."),
    };

    /// <summary>A member as a node; null when it is absent or null.</summary>
    /// <exception cref="BadLineException">It has a name twice, or is nested too deeply.</exception>
    internal static JsonNode? NodeIfThere(this Line line, string member)
    {
        if (!line.TryGet(member, out ReadOnlySpan<byte> json))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = JsonLdBudget.GreatestDepth });
        }
        catch (JsonException wrong)
        {
            throw new BadLineException($"The member {member} cannot be read: {wrong.Message}");
        }
        catch (InvalidOperationException)
        {
            throw BadLineException.NotUnicode(member);
        }
    }

    /// <summary>A text is the document as it is; anything else is its JSON, without a line end.</summary>
    private static Func<string, ReadOnlyMemory<byte>> Given(JsonNode? document)
    {
        try
        {
            ReadOnlyMemory<byte> bytes = document is null ? "null"u8.ToArray()
                : document.GetValueKind() == JsonValueKind.String ? Encoding.UTF8.GetBytes(document.GetValue<string>())
                : PlainJson.Write(document, forPerson: false)[..^1];
            return _ => bytes;
        }
        catch (InvalidOperationException)
        {
            throw BadLineException.NotUnicode("documents");
        }
    }

    private static T? Read<T>(Line line, string member, Func<JsonElement, T?> read, string expected) where T : class
    {
        if (!line.TryGet(member, out ReadOnlySpan<byte> json) || json.SequenceEqual("null"u8))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json.ToArray());
            return read(document.RootElement) ?? throw new BadLineException($"The member {member} is not {expected}.");
        }
        catch (JsonException)
        {
            // The line is JSON: it is nested too deeply to be what it must.
            throw new BadLineException($"The member {member} is not {expected}.");
        }
        catch (InvalidOperationException)
        {
            throw BadLineException.NotUnicode(member);
        }
    }
}
