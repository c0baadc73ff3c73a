using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials;

namespace Cairn.Testing;

/// <summary>Awards that tests hand in: signed with a key that is made for the test and stands for itself.</summary>
internal static class Awards
{
    /// <summary>An Open Badges 3.0 award for <c>ana@example.org</c>, signed, valid through 2026 and 2027.</summary>
    /// <param name="change">Changes it before it is signed.</param>
    public static JsonObject Signed(Action<JsonObject>? change = null)
    {
        using var key = SigningKey.Generate();
        return Signed(key, change);
    }

    /// <inheritdoc cref="Signed(Action{JsonObject}?)"/>
    /// <param name="key">Who signs.</param>
    public static JsonObject Signed(SigningKey key, Action<JsonObject>? change = null)
    {
        var award = Plain(key.Controller);
        change?.Invoke(award);
        return CredentialSigner.Sign(award, key, new SigningOptions { Created = "2026-03-14T10:00:00Z" });
    }

    /// <summary>The award before it is signed.</summary>
    public static JsonObject Plain(string issuer) => JsonNode.Parse($$"""
        {
          "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
          "id": "urn:uuid:0b6f8a2e-6b53-4a3c-9d0e-3f3a5d1c7a01",
          "type": ["VerifiableCredential", "OpenBadgeCredential"],
          "issuer": { "id": "{{issuer}}", "type": ["Profile"], "name": "Harbor State University" },
          "validFrom": "2026-01-01T00:00:00Z",
          "validUntil": "2027-12-31T00:00:00Z",
          "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{ "type": "IdentityObject", "hashed": false, "identityHash": "ana@example.org", "identityType": "emailAddress" }],
            "achievement": {
              "id": "urn:uuid:5a2f9a4e-1f38-4d58-8f6e-1b1c1c4a1a11", "type": ["Achievement"], "name": "Community Interpreting",
              "description": "Interprets between residents and services.", "criteria": { "narrative": "180 hours, 30 supervised" }
            }
          }
        }
        """)!.AsObject();

    /// <summary>A picture of one pixel.</summary>
    public static byte[] Picture { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Utf8(this JsonObject award) => Encoding.UTF8.GetBytes(award.ToJsonString());
}
