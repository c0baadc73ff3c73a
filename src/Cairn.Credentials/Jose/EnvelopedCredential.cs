using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.Jose;

/// <summary>
/// A credential or presentation in an envelope inside a presentation: an object whose <c>id</c> is a <c>data:</c> URL of a compact JWS (Verifiable
/// Credentials Data Model 2.0, W3C Recommendation of 15 May 2025, section 4.13.1).
/// </summary>
internal static class EnvelopedCredential
{
    public const string Type = "EnvelopedVerifiableCredential";

    /// <summary>data:application/jwt is what the W3C's own suite sends.</summary>
    private static readonly string[] Starts = ["data:application/vc+jwt,", "data:application/jwt,"];

    public static bool IsOne(JsonObject json) => json.Names("type", Type);

    /// <summary>The text of the JWS; null when the id is no data: URL of one, but of something else.</summary>
    public static string? TextOf(JsonObject enveloped) =>
        enveloped.Text("id") is { } id && Array.Find(Starts, start => id.StartsWith(start, StringComparison.Ordinal)) is { } start ? id[start.Length..] : null;

    /// <summary>What is in the envelope.</summary>
    /// <exception cref="CredentialException">Its id is no data: URL of a JWS that can be read.</exception>
    public static JwsEnvelope Open(JsonObject enveloped, CredentialBudget? budget = null)
    {
        var id = enveloped.Text("id");
        var start = Array.Find(Starts, start => id?.StartsWith(start, StringComparison.Ordinal) == true)
            ?? throw new CredentialException(ProblemTypes.MalformedValue, "/id", $"The id of an {Type} is no URL data:application/vc+jwt,… .");
        return JwsEnvelope.Open(CompactJws.Parse(Encoding.UTF8.GetBytes(id![start.Length..]), budget));
    }
}
