using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Verdicts;

/// <summary>The check <c>structure</c>: each shape that the data model and the proofs must have.</summary>
public sealed class StructureIsSoundTests
{
    [Theory]
    [InlineData("/@context", "\"https://www.w3.org/ns/credentials/v2\"")]
    [InlineData("/@context", "[\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\",\"https://www.w3.org/ns/credentials/v2\"]")]
    [InlineData("/@context", "[]")]
    [InlineData("/type", "[\"OpenBadgeCredential\"]")]
    [InlineData("/type", "[7]")]
    [InlineData("/id", "[\"urn:a:b\"]")]
    [InlineData("/id", "null")]
    [InlineData("/id", "\"one two\"")]
    [InlineData("/issuer", "\"fake-issuer\"")]
    [InlineData("/issuer", "[\"did:example:a\"]")]
    [InlineData("/issuer", "{\"id\":\"fake-issuer\"}")]
    [InlineData("/issuer", "{\"name\":\"No id\"}")]
    [InlineData("/credentialSubject", "{}")]
    [InlineData("/credentialSubject", "[]")]
    [InlineData("/credentialSubject", "\"did:example:a\"")]
    [InlineData("/credentialSubject", "{\"id\":\"no url\"}")]
    [InlineData("/validFrom", "\"2026-01-01\"")]
    [InlineData("/validFrom", "\"2026-01-01T00:00:00\"")]
    [InlineData("/validFrom", "20260101")]
    [InlineData("/validFrom", "\"2027-01-01T00:00:00Z\"")]
    [InlineData("/name", "{\"@value\":\"a\",\"url\":\"b\"}")]
    [InlineData("/name", "7")]
    [InlineData("/description", "{\"@language\":\"en\"}")]
    [InlineData("/credentialStatus", "{\"id\":\"urn:a:b\"}")]
    [InlineData("/credentialStatus", "\"urn:a:b\"")]
    [InlineData("/credentialSchema", "{\"type\":\"JsonSchema\"}")]
    [InlineData("/credentialSchema", "{\"id\":\"no url\",\"type\":\"JsonSchema\"}")]
    [InlineData("/refreshService", "{}")]
    [InlineData("/termsOfUse", "[{\"id\":\"urn:a:b\"}]")]
    [InlineData("/evidence", "{\"id\":\"urn:a:b\"}")]
    [InlineData("/relatedResource", "{\"id\":\"urn:a:b\"}")]
    [InlineData("/relatedResource", "[{\"id\":\"urn:a:b\",\"digestSRI\":\"sha256-a\"},{\"id\":\"urn:a:b\",\"digestSRI\":\"sha256-a\"}]")]
    [InlineData("/credentialSubject/achievement", "null")]
    [InlineData("/@index", "\"a\"")]
    [InlineData("/credentialSubject/@included", "[]")]
    [InlineData("/@graph", "[]")]
    [InlineData("/credentialSubject/@reverse", "{}")]
    [InlineData("/credentialSubject/@nest", "{}")]
    [InlineData("/proof", "null")]
    [InlineData("/proof", "[]")]
    [InlineData("/proof", "\"text\"")]
    [InlineData("/proof", "[null]")]
    [InlineData("/proof/0/proofValue", "null")]
    [InlineData("/proof/0/created", "\"2026-01-01T00:00:00\"")]
    [InlineData("/proof/0/verificationMethod", "7")]
    [InlineData("/proof/0/cryptosuite", "7")]
    public void A_wrong_shape_is_refused(string place, string value)
    {
        var award = Award.Signed();
        Set(award, place, value);

        var row = Award.Verify(award).Row("structure");

        row.Outcome.ShouldBe(CheckOutcome.Failed);
        row.Problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("credentialSubject")]
    [InlineData("type")]
    [InlineData("@context")]
    [InlineData("proof")]
    public void A_member_that_must_be_there_is_missed(string member)
    {
        var award = Award.Signed();
        award.Remove(member);

        Award.Verify(award).Row("structure").Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("cryptosuite")]
    [InlineData("verificationMethod")]
    [InlineData("proofPurpose")]
    [InlineData("proofValue")]
    public void A_member_that_a_proof_must_have_is_missed_in_proof_only_too(string member)
    {
        var award = Award.Signed();
        award["proof"]![0]!.AsObject().Remove(member);

        Award.Verify(award, asked: options => options with { ProofOnly = true }).Row("structure").Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Fact]
    public void A_document_is_not_a_credential_and_a_presentation_at_once() =>
        Award.Verify(Award.Signed(award => award["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential", "VerifiablePresentation"))).Verdict.ShouldBe(Verdict.Invalid);

    [Theory]
    [InlineData("validFrom", "2026-01-01T00:00:00.123Z")]
    [InlineData("validFrom", "2026-01-01T02:00:00+02:00")]
    [InlineData("name", "Añá 😀")]
    public void Honest_variants_are_sound(string member, string text) =>
        Award.Verify(Award.Signed(award => award[member] = text)).Verdict.ShouldBe(Verdict.Valid);

    [Fact]
    public void A_name_may_be_a_language_value() =>
        Award.Verify(Award.Signed(award => award["name"] = new JsonObject { ["@value"] = "Carretilla", ["@language"] = "es", ["@direction"] = "ltr" })).Verdict.ShouldBe(Verdict.Valid);

    private static void Set(JsonObject document, string place, string value)
    {
        var steps = place[1..].Split('/');
        JsonNode node = document;
        foreach (var step in steps[..^1])
            node = node is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!;
        ((JsonObject)node)[steps[^1]] = JsonNode.Parse(value);
    }
}
