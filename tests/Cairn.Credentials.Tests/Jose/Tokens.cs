using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.JsonLd.Tests;

namespace Cairn.Credentials.Tests.Jose;

/// <summary>Keys that never change, and tokens that a test signs itself, whatever stands in their header.</summary>
internal static class Tokens
{
    public const string OpenBadges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    public const string Issuer = "https://issuer.example/profile";

    /// <summary>Seeds 1, 2, 3 …, 32 of Ed25519, and numbers on the curves.</summary>
    public static SigningKey Key(KeyType type = KeyType.Ed25519, byte first = 1, string? controller = null) =>
        TestKeys.Of(type, Enumerable.Range(first, type == KeyType.P384 ? 48 : 32).Select(i => (byte)i).ToArray(), controller);

    public static JsonObject Credential(string issuer, string? version = null) => new()
    {
        ["@context"] = new JsonArray(version ?? "https://www.w3.org/ns/credentials/v2"),
        ["id"] = "urn:uuid:6a9d7a3e-6f4e-4f0e-9f5b-000000000001",
        ["type"] = new JsonArray("VerifiableCredential"),
        ["issuer"] = issuer,
        ["validFrom"] = "2026-01-01T00:00:00Z",
        ["credentialSubject"] = new JsonObject { ["id"] = "did:example:learner" },
    };

    public static string Sign(JsonObject header, JsonNode payload, SigningKey key) => Sign(header.ToJsonString(), payload.ToJsonString(), key.Sign);

    public static string Sign(string header, string payload, SigningMethod sign)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static JsonObject Header(SigningKey key, string? algorithm = null) =>
        new() { ["alg"] = algorithm ?? (key.Type switch { KeyType.P256 => "ES256", KeyType.P384 => "ES384", _ => "EdDSA" }), ["typ"] = "vc+jwt", ["cty"] = "vc", ["kid"] = key.Id };

    /// <summary>A presentation with nothing in it, as a token with one claim more.</summary>
    public static string Presentation(SigningKey holder, string claim, JsonNode value)
    {
        var header = new JsonObject { ["alg"] = "EdDSA", ["typ"] = "vp+jwt", ["cty"] = "vp", ["kid"] = holder.Id };
        return Sign(header, new JsonObject { ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"), ["type"] = "VerifiablePresentation", ["holder"] = holder.Controller, [claim] = value }, holder);
    }

    /// <summary>The document of <see cref="Issuer"/> with keys for assertions.</summary>
    public static (string Url, string Text) Profile(params JsonObject[] methods) => (Issuer, new JsonObject
    {
        ["id"] = Issuer,
        ["verificationMethod"] = new JsonArray([.. methods]),
        ["assertionMethod"] = new JsonArray([.. methods.Select(method => method["id"]!.DeepClone())]),
    }.ToJsonString());

    public static JsonObject Method(string id, JsonObject jwk) => new() { ["id"] = id, ["type"] = "JsonWebKey", ["controller"] = Issuer, ["publicKeyJwk"] = jwk };

    public static VerificationReport Verify(string token, params (string Url, string Text)[] documents) => Verify(token, new VerificationOptions(), documents);

    public static VerificationReport Verify(string token, VerificationOptions options, params (string Url, string Text)[] documents) => CredentialVerifier.Verify(
        Encoding.UTF8.GetBytes(token), options with { At = options.At ?? new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), Documents = new MemoryLoader(documents) });

    public static CheckResult Proof(VerificationReport report) => report.Checks.Single(row => row.Check == "proof");
}

internal delegate byte[] SigningMethod(ReadOnlySpan<byte> data);
