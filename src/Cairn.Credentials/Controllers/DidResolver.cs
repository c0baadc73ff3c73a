using System.Text.Json.Nodes;
using Cairn.Credentials.Controllers;
using Cairn.JsonLd;

namespace Cairn.Credentials;

/// <summary>What became of resolving a DID.</summary>
/// <param name="Document">The DID document, or of a DID URL with a fragment what the fragment names; null when there is none.</param>
/// <param name="Error">The IRI of the error's kind; null when there is a document.</param>
/// <param name="Reason">One sentence; null when there is a document.</param>
public sealed record DidResolution(JsonObject? Document, string? Error = null, string? Reason = null);

/// <summary>Resolves DIDs (Decentralized Identifier Resolution 0.3, W3C): did:key and did:jwk without asking anybody, did:web through a loader.</summary>
public static class DidResolver
{
    /// <summary>The DID is malformed, or spells no key.</summary>
    public const string InvalidDid = "https://www.w3.org/ns/did#INVALID_DID";

    /// <summary>The document is not to be had, or has nothing of that name.</summary>
    public const string NotFound = "https://www.w3.org/ns/did#NOT_FOUND";

    /// <summary>DIDs of that method are not resolved here.</summary>
    public const string MethodNotSupported = "https://www.w3.org/ns/did#METHOD_NOT_SUPPORTED";

    /// <summary>What is served for the DID is another's document, or none.</summary>
    public const string InvalidDidDocument = "https://www.w3.org/ns/did#INVALID_DID_DOCUMENT";

    /// <summary>Resolves a DID; of a DID URL with a fragment, dereferences it.</summary>
    /// <param name="did">The DID, which may be percent-encoded as a whole.</param>
    /// <param name="documents">Documents by address, for did:web; null knows none.</param>
    public static DidResolution Resolve(string did, IDocumentLoader? documents = null)
    {
        ArgumentNullException.ThrowIfNull(did);
        if (did.StartsWith("did%3A", StringComparison.OrdinalIgnoreCase))
            did = Uri.UnescapeDataString(did);
        var parts = did.Split('#', 2);
        if (!IsDid(parts[0]))
            return new DidResolution(null, InvalidDid, $"{did} is no DID; expected did:, a method, and what the method names.");
        return new ControllerResolver(documents).Resolve(parts[0]) switch
        {
            Resolution.Found { Document: var document } when parts.Length == 1 => new DidResolution(document.ToJson()),
            Resolution.Found { Document: var document } => document.Methods.FirstOrDefault(method => method.Id == did) is { } method
                ? new DidResolution(method.ToJson())
                : new DidResolution(null, NotFound, $"The document of {parts[0]} has no {did}."),
            Resolution.NotObtained { MethodIsKnown: true } why => new DidResolution(null, NotFound, why.Reason),
            Resolution.NotObtained why => new DidResolution(null, MethodNotSupported, why.Reason),
            Resolution.Malformed why => new DidResolution(null, parts[0].StartsWith(DidWeb.Prefix, StringComparison.Ordinal) && DidWeb.SpellsAnAddress(parts[0]) ? InvalidDidDocument : InvalidDid, why.Reason),
            _ => throw new InvalidOperationException("A resolution is one of three."),
        };
    }

    /// <summary>Decentralized Identifiers 1.0 (W3C Recommendation of 19 July 2022), section 3.1.</summary>
    private static bool IsDid(string text) =>
        text.Split(':') is ["did", { Length: > 0 } method, _, ..] parts && method.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)) && parts[^1].Length > 0
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or ':' or '%');
}
