using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Keys;

namespace Cairn.Credentials.Controllers;

/// <summary>did:jwk (did:jwk Method Specification, 2022): the identifier is a JSON Web Key in base64url; its one method is <c>#0</c>.</summary>
internal static class DidJwk
{
    public const string Prefix = "did:jwk:";

    /// <summary>An RSA key of 8,192 bits takes 1,400 bytes.</summary>
    private const int Longest = 8_192;

    /// <exception cref="KeyException">The identifier is no public key.</exception>
    public static ControllerDocument Resolve(string did)
    {
        var json = did.Length > Longest ? null : Multibase.DecodeBare(did[Prefix.Length..]);
        try
        {
            var jwk = json is null ? null : JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
            return jwk is null ? throw new KeyException("A did:jwk is the base64url text of a JSON Web Key.")
                : ControllerDocument.OfOneKey(did, new VerificationMethod($"{did}#0", did, PublicKey.FromJwk(jwk)));
        }
        catch (JsonException wrong)
        {
            throw new KeyException("The text of the did:jwk is no JSON.", wrong);
        }
    }
}
