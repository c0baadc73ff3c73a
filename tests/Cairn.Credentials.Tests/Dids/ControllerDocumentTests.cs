using System.Text.Json.Nodes;
using Cairn.JsonLd.Tests;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Dids;

/// <summary>Which keys of a controller's document count, and for what (Controlled Identifiers 1.0, section 2).</summary>
public sealed class ControllerDocumentTests
{
    private const string Issuer = "did:web:issuer.example";
    private const string Url = "https://issuer.example/.well-known/did.json";

    private static JsonObject Method(string id = Issuer + "#key") => new()
    {
        ["id"] = id,
        ["type"] = "Multikey",
        ["controller"] = Issuer,
        ["publicKeyMultibase"] = Award.Key.PublicKey.ToMultibase(),
    };

    private static Verdict VerdictBy(JsonObject document) =>
        Award.Verify(Award.Signed(key: Award.KeyOf(1, Issuer)), new MemoryLoader((Url, document.ToJsonString()))).Verdict;

    private static JsonObject Document(JsonObject? method = null, string use = "assertionMethod", JsonNode? named = null, string id = Issuer) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"),
        ["id"] = id,
        ["verificationMethod"] = new JsonArray(method ?? Method()),
        [use] = new JsonArray(named ?? Issuer + "#key"),
    };

    private static JsonObject With(JsonObject json, string member, JsonNode? value)
    {
        json[member] = value;
        return json;
    }

    public static TheoryData<string> Refused =>
    [
        "another id", "no id", "not listed for assertion", "another method listed", "no method", "another key", "malformed key", "both forms of key", "no form of key",
        "revoked", "revoked at this moment", "expired", "expiry that is no date", "another controller", "no controller", "twice", "no object",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_key_that_does_not_count_makes_the_award_invalid(string how)
    {
        var document = how switch
        {
            "another id" => Document(id: "did:web:other.example"),
            "no id" => With(Document(), "id", new JsonArray(Issuer)),
            "not listed for assertion" => Document(use: "authentication"),
            "another method listed" => Document(named: Issuer + "#other"),
            "no method" => With(Document(), "verificationMethod", new JsonArray()),
            "another key" => Document(With(Method(), "publicKeyMultibase", Award.Other.PublicKey.ToMultibase())),
            "malformed key" => Document(With(Method(), "publicKeyMultibase", "z6MkNonsense")),
            "both forms of key" => Document(With(Method(), "publicKeyJwk", Award.Key.PublicKey.ToJwk())),
            "no form of key" => Document(With(Method(), "publicKeyMultibase", 7)),
            "revoked" => Document(With(Method(), "revoked", "2026-01-01T00:00:00Z")),
            "revoked at this moment" => Document(With(Method(), "revoked", "2026-11-24T09:00:00Z")),
            "expired" => Document(With(Method(), "expires", "2026-11-24T08:59:59Z")),
            "expiry that is no date" => Document(With(Method(), "expires", "2030-01-01")),
            "another controller" => Document(With(Method(), "controller", "did:web:other.example")),
            "no controller" => Document(With(Method(), "controller", 7)),
            "twice" => With(Document(), "verificationMethod", new JsonArray(With(Method(), "publicKeyMultibase", Award.Other.PublicKey.ToMultibase()), Method())),
            _ => new JsonObject { ["id"] = 7 },
        };

        VerdictBy(document).ShouldBe(Verdict.Invalid);
    }

    public static TheoryData<string> Accepted => ["listed", "embedded", "relative", "as a JSON Web Key", "revoked later", "expires at this moment"];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_key_that_counts_makes_it_valid(string how)
    {
        var jwk = With(Method(), "publicKeyJwk", Award.Key.PublicKey.ToJwk());
        jwk.Remove("publicKeyMultibase");
        var document = how switch
        {
            "embedded" => With(Document(named: Method()), "verificationMethod", new JsonArray()),
            "relative" => Document(Method("#key"), named: "#key"),
            "as a JSON Web Key" => Document(jwk),
            "revoked later" => Document(With(Method(), "revoked", "2026-11-24T09:00:01Z")),
            "expires at this moment" => Document(With(Method(), "expires", "2026-11-24T09:00:00Z")),
            _ => Document(),
        };

        VerdictBy(document).ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void A_key_embedded_for_authentication_is_not_for_assertion() =>
        VerdictBy(With(Document(use: "authentication", named: Method()), "verificationMethod", new JsonArray())).ShouldBe(Verdict.Invalid);
}
