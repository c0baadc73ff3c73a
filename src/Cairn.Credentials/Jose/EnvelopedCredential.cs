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
    public const string PresentationType = "EnvelopedVerifiablePresentation";

    /// <summary>data:application/jwt is what the W3C's own suite sends.</summary>
    private static readonly string[] Starts = ["data:application/vc+jwt,", "data:application/vp+jwt,", "data:application/jwt,"];

    /// <summary>Whether an object is an envelope. One that is a credential too is not: then its own members count.</summary>
    public static bool IsOne(JsonObject json) =>
        (json.Names("type", Type) && !json.Names("type", "VerifiableCredential")) || (json.Names("type", PresentationType) && !json.Names("type", "VerifiablePresentation"));

    /// <summary>Whether what it holds stands in its id, whatever that is.</summary>
    public static bool HasDataUrl(JsonObject enveloped) => enveloped.Text("id")?.StartsWith("data:", StringComparison.Ordinal) == true;

    /// <summary>The compact JWS in the envelope; null when its id is no such URL.</summary>
    public static string? TextOf(JsonObject enveloped) => enveloped.Text("id") is { } id && Array.Find(Starts, start => id.StartsWith(start, StringComparison.Ordinal)) is { } start
        ? Uri.UnescapeDataString(id[start.Length..])
        : null;

    /// <summary>What is in the envelope.</summary>
    /// <exception cref="CredentialException">Its id is no data: URL of a JWS that can be read.</exception>
    public static JwsEnvelope Open(JsonObject enveloped, CredentialBudget? budget = null) => JwsEnvelope.Open(CompactJws.Parse(Encoding.UTF8.GetBytes(
        TextOf(enveloped) ?? throw new CredentialException(ProblemTypes.MalformedValue, "/id", "Found an envelope whose id is no URL data:application/vc+jwt,… .")), budget));
}
