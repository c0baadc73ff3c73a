using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials;

/// <summary>A credential that was signed.</summary>
/// <param name="Utf8">Its text: JSON, that of the input byte for byte but for the proof, or a compact JWS.</param>
/// <param name="Warning">What whoever verifies it will stumble over, in one sentence: its issuer is not who controls the key. Null when nothing is to be said.</param>
public sealed record SignedCredential(ReadOnlyMemory<byte> Utf8, string? Warning)
{
    /// <summary>The credential as a node, where its text is JSON.</summary>
    public JsonObject ToJson() => JsonNode.Parse(Utf8.Span, documentOptions: new JsonDocumentOptions { MaxDepth = JsonReading.Plain.MaxDepth })!.AsObject();
}
