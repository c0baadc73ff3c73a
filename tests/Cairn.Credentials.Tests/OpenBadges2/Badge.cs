using System.Text.Json.Nodes;
using Cairn.JsonLd.Tests;

namespace Cairn.Credentials.Tests.OpenBadges2;

/// <summary>A badge of Open Badges 2.0: its assertion, with class and issuer inside or elsewhere, and the documents around it.</summary>
internal static class Badge
{
    public const string Id = "https://old.example/assertions/1";
    public const string Issuer = "https://old.example/issuer";
    public const string KeyId = "https://old.example/key";
    public const string List = "https://old.example/revoked";

    public static JsonObject Assertion(Action<JsonObject>? change = null)
    {
        var assertion = JsonNode.Parse("""
            {
              "@context": "https://w3id.org/openbadges/v2",
              "id": "https://old.example/assertions/1",
              "type": "Assertion",
              "uid": "u-1",
              "recipient": { "type": "email", "hashed": true, "salt": "deadsea", "identity": "sha256$abc" },
              "badge": {
                "id": "https://old.example/badge",
                "type": "BadgeClass",
                "name": "Forklift Safety",
                "description": "Drives a forklift safely.",
                "image": "https://old.example/badge.png",
                "criteria": { "narrative": "Passed the test." },
                "tags": ["forklift"],
                "alignment": [{ "targetName": "Operate forklift", "targetUrl": "http://data.europa.eu/esco/skill/1", "targetCode": "S8.1" }],
                "issuer": { "id": "https://old.example/issuer", "type": "Issuer", "name": "Old College", "url": "https://old.example/", "email": "b@old.example", "publicKey": "https://old.example/key" }
              },
              "issuedOn": "2020-01-01T00:00:00Z",
              "expires": "2030-01-01T00:00:00Z",
              "evidence": "https://old.example/evidence",
              "verification": { "type": "HostedBadge" }
            }
            """)!.AsObject();
        change?.Invoke(assertion);
        return assertion;
    }

    public static MemoryLoader Hosting(params JsonObject[] documents) => new([.. documents.Select(document => (document["id"]!.GetValue<string>(), document.ToJsonString()))]);

    public static JsonObject Profile(string key = KeyId) => new() { ["id"] = Issuer, ["type"] = "Issuer", ["publicKey"] = key, ["revocationList"] = List };

    public static JsonObject Key(string pem, string owner = Issuer) => new() { ["id"] = KeyId, ["type"] = "CryptographicKey", ["owner"] = owner, ["publicKeyPem"] = pem };

    public static JsonObject Revoked(params JsonNode[] entries) => new() { ["id"] = List, ["type"] = "RevocationList", ["issuer"] = Issuer, ["revokedAssertions"] = new JsonArray([.. entries]) };
}
