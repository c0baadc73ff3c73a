using System.Text;
using System.Text.Json.Nodes;
using Cairn.JsonLd;

namespace Cairn.Credentials.Tests;

/// <summary>An award that is valid, the key it is signed with, and the moment it is looked at. Tests change one thing.</summary>
internal static class Award
{
    /// <summary>The moment of every verification here.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The issuer's: the seed is 32 times 1.</summary>
    public static readonly SigningKey Key = KeyOf(1);

    /// <summary>Somebody else's.</summary>
    public static readonly SigningKey Other = KeyOf(2);

    public static SigningKey KeyOf(byte seed, string? controller = null) => KeyOf(seed, controller, controller is null ? null : controller + "#key");

    public static SigningKey KeyOf(byte seed, string? controller, string? id) => TestKeys.Of(KeyType.Ed25519, Enumerable.Repeat(seed, 32).ToArray(), controller, id);

    /// <summary>Unsigned.</summary>
    public static JsonObject New(string? issuer = null) => JsonNode.Parse($$"""
        {
          "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
          "id": "https://issuer.example/awards/1",
          "type": ["VerifiableCredential", "OpenBadgeCredential"],
          "name": "Forklift Safety",
          "issuer": { "id": "{{issuer ?? Key.Controller}}", "type": ["Profile"], "name": "Northgate Community College" },
          "validFrom": "2026-01-01T00:00:00Z",
          "validUntil": "2026-12-31T00:00:00Z",
          "credentialSubject": {
            "id": "did:example:adaeze",
            "type": ["AchievementSubject"],
            "achievement": {
              "id": "https://issuer.example/achievements/forklift",
              "type": ["Achievement"],
              "name": "Forklift Safety",
              "description": "Drives a forklift safely.",
              "criteria": { "narrative": "Passed the driving test." }
            }
          }
        }
        """)!.AsObject();

    public static JsonObject Signed(Action<JsonObject>? change = null, SigningKey? key = null, string? issuer = null)
    {
        var award = New(issuer ?? key?.Controller);
        change?.Invoke(award);
        return Sign(award, key);
    }

    public static JsonObject Sign(JsonObject credential, SigningKey? key = null, IDocumentLoader? documents = null) =>
        CredentialSigner.Sign(credential, key ?? Key, new SigningOptions { Created = "2026-01-01T00:00:00Z", Documents = documents });

    public static JsonObject Sign(JsonObject credential, Action with)
    {
        with();
        return Sign(credential);
    }

    public static VerificationReport Verify(JsonObject credential, IDocumentLoader? documents = null, Func<VerificationOptions, VerificationOptions>? asked = null) =>
        Verify(credential.ToJsonString(), documents, asked);

    public static VerificationReport Verify(string credential, IDocumentLoader? documents = null, Func<VerificationOptions, VerificationOptions>? asked = null)
    {
        var options = new VerificationOptions { At = Now, Documents = documents };
        return CredentialVerifier.Verify(Encoding.UTF8.GetBytes(credential), asked?.Invoke(options) ?? options);
    }

    public static CheckResult Row(this VerificationReport report, string check) => report.Checks.Single(row => row.Check == check);
}
