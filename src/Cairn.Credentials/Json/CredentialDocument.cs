using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.JsonLd;

namespace Cairn.Credentials.Json;

/// <summary>
/// A document that was read strictly: RFC 8259 and I-JSON (RFC 7493), so that every reader sees the same. A doubled name, half a surrogate pair,
/// U+0000 and a number beyond a double are refused, and so is whatever is beyond the budget.
/// </summary>
internal sealed class CredentialDocument
{
    /// <summary>A document without any of these bytes has no nulls and no such keywords, also none of which the @ or a letter is escaped.</summary>
    private static readonly byte[][] SignsOfLoss = [.. new[] { "null", "@index", "@included", "@graph", "@reverse", "@nest", "\\u004", "\\u006", "\\u007" }.Select(Encoding.UTF8.GetBytes)];

    private CredentialDocument(JsonNode? json, JsonLdDocument linkedData, bool nothingIsDropped = false) => (Json, LinkedData, NothingIsDropped) = (json, linkedData, nothingIsDropped);

    /// <summary>
    /// Known from the text alone: no member is null and no keyword hides one, so that nobody need walk through the document to see it. False says
    /// nothing.
    /// </summary>
    public bool NothingIsDropped { get; }

    /// <summary>The document as System.Text.Json has it. Only read.</summary>
    public JsonNode? Json { get; }

    /// <summary>The document as the object that a credential is.</summary>
    /// <exception cref="CredentialException">It is JSON of another kind.</exception>
    public JsonObject ToObject() => Json as JsonObject ?? throw new CredentialException(ProblemTypes.Parsing, "", "Found JSON that is no object; expected a credential.");

    /// <summary>The same as linked data.</summary>
    public JsonLdDocument LinkedData { get; }

    /// <exception cref="CredentialException">It is refused; the message says what was found and where.</exception>
    public static CredentialDocument Parse(ReadOnlySpan<byte> utf8, CredentialBudget? budget = null)
    {
        budget ??= CredentialBudget.Default;
        try
        {
            RefuseTooMany(utf8, budget);
            var linkedData = JsonLdDocument.Parse(utf8, budget.ForJson);
            RefuseNul(utf8, budget);
            return new CredentialDocument(JsonNode.Parse(utf8, documentOptions: new JsonDocumentOptions { MaxDepth = budget.MaxDepth }), linkedData, HasNoneOf(utf8, SignsOfLoss));
        }
        catch (JsonLdException wrong)
        {
            throw new CredentialException(ProblemTypes.Parsing, null, wrong is JsonLdBudgetException
                ? $"The document is beyond a limit: {wrong.Found}."
                : $"At line {wrong.Line}, column {wrong.Column}: expected JSON, found {wrong.Found}.", wrong);
        }
    }

    /// <summary>As <see cref="Parse"/>, with the refusal as a value.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out CredentialDocument? document, [NotNullWhen(false)] out CredentialException? problem, CredentialBudget? budget = null)
    {
        try
        {
            (document, problem) = (Parse(utf8, budget), null);
            return true;
        }
        catch (CredentialException wrong)
        {
            (document, problem) = (null, wrong);
            return false;
        }
    }

    /// <summary>A document of nodes that were made here.</summary>
    public static CredentialDocument Of(JsonNode json) => new(json, JsonLdDocument.From(json));

    private static bool HasNoneOf(ReadOnlySpan<byte> utf8, byte[][] texts)
    {
        foreach (var text in texts)
        {
            if (utf8.IndexOf(text) >= 0)
                return false;
        }

        return true;
    }

    /// <summary>Counts before anything is made of the values: millions of them would take more memory and time than a refusal may.</summary>
    private static void RefuseTooMany(ReadOnlySpan<byte> utf8, CredentialBudget budget)
    {
        // A value takes two bytes with what parts it from the next: nearly all documents need no counting.
        if (utf8.Length / 2 < budget.MaxNodes || utf8.Length > budget.MaxBytes)
            return;
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = budget.MaxDepth });
            for (var nodes = 0; reader.Read();)
            {
                if (reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject or JsonTokenType.PropertyName) && ++nodes > budget.MaxNodes)
                    throw new CredentialException(ProblemTypes.Parsing, null, $"The document has more than {budget.MaxNodes} values, the limit {nameof(CredentialBudget.MaxNodes)}.");
            }
        }
        catch (JsonException)
        {
            // What is wrong and where is for the reading to say.
        }
    }

    private static void RefuseNul(ReadOnlySpan<byte> utf8, CredentialBudget budget)
    {
        // U+0000 is written in one way only: nearly all documents need no second reading.
        if (utf8.IndexOf("\\u0000"u8) < 0)
            return;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = budget.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && reader.GetString()!.Contains('\0', StringComparison.Ordinal))
                throw new CredentialException(ProblemTypes.Parsing, null, "The document has a text with the character U+0000, which is refused.");
        }
    }
}
