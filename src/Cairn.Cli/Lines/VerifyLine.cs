using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials;
using Cairn.JsonLd;

namespace Cairn.Cli.Lines;

/// <summary><c>{"op":"verify","credential":{…}}</c>: the report of the verifier.</summary>
internal static class VerifyLine
{
    internal const string Name = "verify";

    internal static Task AnswerAsync(Line line, Utf8JsonWriter answer)
    {
        try
        {
            JsonObject result = Verify(line).ToJson();
            answer.WritePropertyName("result");
            result.WriteTo(answer);
        }
        catch (BadLineException wrong)
        {
            answer.WriteString("error", wrong.Message);
        }

        return Task.CompletedTask;
    }

    private static VerificationReport Verify(Line line)
    {
        if (!line.TryGet("credential", out ReadOnlySpan<byte> credential))
        {
            throw new BadLineException("The line has no credential.");
        }

        var options = new VerificationOptions
        {
            ProofOnly = ProofOnly(line),
            At = Text(line, "at") is not { } at ? null
                : VerificationOptions.TryReadMoment(at, out DateTimeOffset moment) ? moment
                : throw new BadLineException($"The member at is {at}; expected a date and time with an offset, such as 2026-01-31T12:00:00Z."),
            Challenge = Text(line, "challenge"),
            Domain = Text(line, "domain"),
            ExpectedHolder = Text(line, "expectedHolder"),
            Documents = Documents(line),
        };
        try
        {
            // A text is a JSON Web Signature; any other text is JSON that is no credential.
            return CredentialVerifier.IsEnvelope(Text(credential)) ? CredentialVerifier.Verify(Encoding.UTF8.GetBytes(Text(credential)!), options) : CredentialVerifier.Verify(credential, options);
        }
        catch (CredentialException wrong)
        {
            throw new BadLineException(wrong.Message);
        }
    }

    private static bool ProofOnly(Line line)
    {
        if (!line.TryGet("checks", out _))
        {
            return false;
        }

        return Node(line, "checks") is JsonArray { Count: 1 } checks && checks[0] is JsonValue one && one.GetValueKind() == JsonValueKind.String && one.GetValue<string>() == "proof"
            ? true
            : throw new BadLineException("""The member checks is neither absent nor ["proof"].""");
    }

    internal static GivenDocuments? Documents(Line line) => Node(line, "documents") switch
    {
        null => null,
        JsonObject documents => new GivenDocuments(documents.ToDictionary(entry => entry.Key, entry => Given(entry.Value), StringComparer.Ordinal)),
        _ => throw new BadLineException("The member documents is no object of {url: JSON or text}."),
    };

    /// <summary>A text is the document as it is; anything else is its JSON.</summary>
    private static Func<string, ReadOnlyMemory<byte>> Given(JsonNode? document)
    {
        try
        {
            byte[] bytes = Encoding.UTF8.GetBytes(document is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : Written(document));
            return _ => bytes;
        }
        catch (InvalidOperationException)
        {
            throw BadLineException.NotUnicode("documents");
        }
    }

    private static string Written(JsonNode? document) =>
        document is null ? "null" : Encoding.UTF8.GetString(PlainJson.Write(document, forPerson: false).Span).TrimEnd('\n');

    private static JsonNode? Node(Line line, string member)
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

    private static string? Text(Line line, string member) => !line.TryGet(member, out ReadOnlySpan<byte> json) || json.SequenceEqual("null"u8) ? null
        : Text(json) ?? throw new BadLineException($"The member {member} is no text.");

    /// <summary>Null when it is no text.</summary>
    private static string? Text(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        try
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
