using System.Text.Json.Nodes;
using Cairn.Credentials.DataModel;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.DataModel;

/// <summary>The shape of credentials and presentations (Verifiable Credentials Data Model 2.0, W3C Recommendation of 15 May 2025).</summary>
public sealed class CredentialShapeTests
{
    [Theory]
    [InlineData("@context", null, "/@context")]
    [InlineData("@context", "\"https://www.w3.org/ns/credentials/v2\"", "/@context")]
    [InlineData("@context", "{}", "/@context")]
    [InlineData("@context", "[]", "/@context/0")]
    [InlineData("@context", "[\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\",\"https://www.w3.org/ns/credentials/v2\"]", "/@context/0")]
    [InlineData("@context", "[\"https://www.w3.org/ns/credentials/v2\",5]", "/@context/1")]
    [InlineData("@context", "[\"https://www.w3.org/ns/credentials/v2\",\"relative\"]", "/@context/1")]
    [InlineData("@context", "[\"https://www.w3.org/ns/credentials/v2\",null]", "/@context/1")]
    [InlineData("type", null, "/type")]
    [InlineData("type", "[]", "/type")]
    [InlineData("type", "\"OpenBadgeCredential\"", "/type")]
    [InlineData("type", "[\"VerifiableCredential\",7]", "/type")]
    [InlineData("id", "null", "/id")]
    [InlineData("id", "[\"https://a.example/1\"]", "/id")]
    [InlineData("id", "\"not a url\"", "/id")]
    [InlineData("id", "7", "/id")]
    [InlineData("issuer", null, "/issuer")]
    [InlineData("issuer", "null", "/issuer")]
    [InlineData("issuer", "\"fake-issuer\"", "/issuer")]
    [InlineData("issuer", "[\"https://a.example/\"]", "/issuer")]
    [InlineData("issuer", "{\"name\":\"Ana\"}", "/issuer/id")]
    [InlineData("issuer", "{\"id\":\"fake-issuer\"}", "/issuer/id")]
    [InlineData("issuer", "{\"id\":null}", "/issuer/id")]
    [InlineData("issuer", "{\"id\":\"https://a.example/\",\"name\":{\"@value\":\"A\",\"extra\":\"b\"}}", "/issuer/name")]
    [InlineData("name", "5", "/name")]
    [InlineData("name", "{\"@value\":5}", "/name")]
    [InlineData("name", "{\"@language\":\"en\"}", "/name")]
    [InlineData("description", "{\"@value\":\"A\",\"@language\":\"en\",\"url\":\"https://a.example/\"}", "/description")]
    [InlineData("credentialSubject", null, "/credentialSubject")]
    [InlineData("credentialSubject", "\"did:example:ana\"", "/credentialSubject")]
    [InlineData("credentialSubject", "{}", "/credentialSubject")]
    [InlineData("credentialSubject", "[]", "/credentialSubject")]
    [InlineData("credentialSubject", "[{\"name\":\"A\"},{}]", "/credentialSubject/1")]
    [InlineData("credentialSubject", "{\"id\":\"ana\",\"name\":\"A\"}", "/credentialSubject/id")]
    [InlineData("credentialSubject", "{\"name\":{\"first\":null}}", "/credentialSubject/name/first")]
    [InlineData("credentialSubject", "{\"names\":[\"A\",null]}", "/credentialSubject/names/1")]
    [InlineData("credentialSubject", "{\"a/b~c\":{\"@graph\":[]}}", "/credentialSubject/a~1b~0c/@graph")]
    [InlineData("@included", "[]", "/@included")]
    [InlineData("@reverse", "{}", "/@reverse")]
    [InlineData("@index", "\"i\"", "/@index")]
    [InlineData("@nest", "{}", "/@nest")]
    [InlineData("validFrom", "\"2026-01-01\"", "/validFrom")]
    [InlineData("validFrom", "\"2026-01-01T00:00:00\"", "/validFrom")]
    [InlineData("validFrom", "[\"2026-01-01T00:00:00Z\"]", "/validFrom")]
    [InlineData("validUntil", "\"2025-12-31T23:59:59Z\"", "/validUntil")]
    [InlineData("credentialStatus", "\"https://a.example/1\"", "/credentialStatus")]
    [InlineData("credentialStatus", "{\"id\":\"https://a.example/1\"}", "/credentialStatus/type")]
    [InlineData("credentialStatus", "[{\"type\":\"A\"},{\"type\":7}]", "/credentialStatus/1/type")]
    [InlineData("credentialStatus", "{\"type\":\"A\",\"id\":\"one\"}", "/credentialStatus/id")]
    [InlineData("credentialSchema", "{\"type\":\"JsonSchema\"}", "/credentialSchema/id")]
    [InlineData("credentialSchema", "{\"type\":\"JsonSchema\",\"id\":\"schema\"}", "/credentialSchema/id")]
    [InlineData("credentialSchema", "{\"id\":\"https://a.example/schema\"}", "/credentialSchema/type")]
    [InlineData("refreshService", "{\"id\":\"https://a.example/\"}", "/refreshService/type")]
    [InlineData("termsOfUse", "[{}]", "/termsOfUse/0/type")]
    [InlineData("evidence", "{\"name\":\"A\"}", "/evidence/type")]
    [InlineData("relatedResource", "{\"digestSRI\":\"sha256-A\"}", "/relatedResource/id")]
    [InlineData("relatedResource", "{\"id\":\"https://a.example/1\"}", "/relatedResource")]
    [InlineData("relatedResource", "{\"id\":\"https://a.example/1\",\"digestSRI\":5,\"digestMultibase\":\"uEiA\"}", "/relatedResource")]
    [InlineData("relatedResource", "[{\"id\":\"https://a.example/1\",\"digestSRI\":\"sha256-A\"},{\"id\":\"https://a.example/1\",\"digestSRI\":\"sha256-A\"}]", "/relatedResource/1/id")]
    public void A_wrong_member_is_named_by_its_pointer(string member, string? json, string at)
    {
        var credential = Credential();
        Set(credential, member, json);

        var problem = CredentialShape.FirstProblem(credential);

        problem.ShouldNotBeNull().ShouldSatisfyAllConditions(p => p.Pointer.ShouldBe(at), p => p.Problem.ShouldBe(ProblemTypes.MalformedValue), p => p.Found.ShouldEndWith("."));
    }

    [Theory]
    [InlineData("id", null)]
    [InlineData("id", "\"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33\"")]
    [InlineData("id", "\"https://a.example/ñ\"")]
    [InlineData("type", "\"VerifiableCredential\"")]
    [InlineData("issuer", "{\"id\":\"did:web:a.example\",\"name\":[\"A\",{\"@value\":\"B\",\"@language\":\"es\",\"@direction\":\"ltr\"}]}")]
    [InlineData("name", "{\"@value\":\"A\"}")]
    [InlineData("credentialSubject", "[{\"id\":\"did:example:a\"},{\"name\":\"B\"}]")]
    [InlineData("validFrom", null)]
    [InlineData("validFrom", "\"2026-01-01T00:00:00.123+05:30\"")]
    [InlineData("validUntil", "\"2026-01-01T00:00:00Z\"")]
    [InlineData("credentialStatus", "[]")]
    [InlineData("credentialStatus", "{\"type\":\"BitstringStatusListEntry\"}")]
    [InlineData("relatedResource", "{\"id\":\"https://a.example/1\",\"digestMultibase\":\"uEiA\"}")]
    [InlineData("@context", "[\"https://www.w3.org/ns/credentials/v2\",{\"term\":null}]")]
    public void A_good_member_is_left_alone(string member, string? json)
    {
        var credential = Credential();
        Set(credential, member, json);

        CredentialShape.FirstProblem(credential).ShouldBeNull();
    }

    [Theory]
    [InlineData("issuanceDate", null, "/issuanceDate")]
    [InlineData("issuanceDate", "\"yesterday\"", "/issuanceDate")]
    [InlineData("expirationDate", "\"2020-01-01T00:00:00Z\"", "/expirationDate")]
    public void Version_1_1_has_other_names_for_its_dates(string member, string? json, string at)
    {
        var credential = Credential();
        credential.Remove("validFrom");
        credential["@context"]![0] = "https://www.w3.org/2018/credentials/v1";
        credential["issuanceDate"] = "2026-01-01T00:00:00Z";
        CredentialShape.FirstProblem(credential).ShouldBeNull();
        Set(credential, member, json);

        CredentialShape.FirstProblem(credential).ShouldNotBeNull().Pointer.ShouldBe(at);
    }

    [Theory]
    [InlineData("holder", "\"ana\"", "/holder")]
    [InlineData("holder", "{}", "/holder/id")]
    [InlineData("verifiableCredential", "\"eyJhbGciOiJFZERTQSJ9..\"", "/verifiableCredential")]
    [InlineData("verifiableCredential", "[{\"type\":\"VerifiableCredential\"},\"https://a.example/1\"]", "/verifiableCredential/1")]
    [InlineData("verifiableCredential", "[{}]", "/verifiableCredential/0/type")]
    [InlineData("verifiableCredential", "{\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"https://a.example/1\"}", "/verifiableCredential/id")]
    public void A_presentation_with_a_wrong_member_is_named_by_its_pointer(string member, string json, string at)
    {
        var presentation = new JsonObject { ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"), ["type"] = "VerifiablePresentation" };
        CredentialShape.FirstProblem(presentation).ShouldBeNull();
        Set(presentation, member, json);

        CredentialShape.FirstProblem(presentation).ShouldNotBeNull().Pointer.ShouldBe(at);
    }

    private static JsonObject Credential() => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["id"] = "https://a.example/credentials/1",
        ["type"] = new JsonArray("VerifiableCredential"),
        ["issuer"] = "https://a.example/issuers/1",
        ["validFrom"] = "2026-01-01T00:00:00Z",
        ["credentialSubject"] = new JsonObject { ["id"] = "did:example:ana" },
    };

    private static void Set(JsonObject json, string member, string? value)
    {
        if (value is null)
            json.Remove(member);
        else
            json[member] = JsonNode.Parse(value);
    }
}
