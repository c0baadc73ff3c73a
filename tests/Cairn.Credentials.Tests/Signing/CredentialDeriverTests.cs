using System.Text.Json.Nodes;
using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;
using Cairn.Credentials.Tests.DataIntegrity;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Signing;

/// <summary>Selective disclosure of a badge with nested parts: pointers, and what is no proof (ecdsa-sd-2023).</summary>
public sealed class CredentialDeriverTests
{
    private const string Achievement = "/credentialSubject/achievement";

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/credentialSubject/result/2")]
    [InlineData("/credentialSubject/result/-")]
    [InlineData("/credentialSubject/result/00")]
    [InlineData("/credentialSubject/achievement/0")]
    [InlineData("/credentialSubject/achievement/name/0")]
    [InlineData("/")]
    [InlineData("issuer")]
    [InlineData("/issuer~2")]
    public void A_pointer_to_nothing_is_refused_when_signing_and_when_deriving(string at)
    {
        Should.Throw<CredentialException>(() => Base(at)).Pointer.ShouldBe(at);
        Should.Throw<CredentialException>(() => CredentialDeriver.Derive(Base(), ["/credentialSubject", at])).Pointer.ShouldBe(at);
    }

    [Theory]
    [InlineData("/issuer")]
    [InlineData("/credentialSubjects")]
    public void Pointers_that_show_no_part_of_the_subject_are_refused(string at) =>
        Should.Throw<CredentialException>(() => CredentialDeriver.Derive(Base("/validFrom"), [at])).Message.ShouldNotBeEmpty();

    [Fact]
    public void No_pointers_show_the_mandatory_parts_alone()
    {
        var derived = CredentialDeriver.Derive(Base("/issuer", Achievement + "/name"), []);

        derived.Select(member => member.Key).ShouldBe(["@context", "id", "type", "issuer", "credentialSubject", "proof"]);
        derived["credentialSubject"]!["achievement"]!.AsObject().Select(member => member.Key).ShouldBe(["id", "type", "name"]);
        Signed.ProofRow(derived).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    [Theory]
    [InlineData("/credentialSubject")]
    [InlineData("/credentialSubject/result")]
    [InlineData("/credentialSubject/result/1")]
    [InlineData("/credentialSubject/result/1/value")]
    [InlineData("/credentialSubject/type")]
    [InlineData("/credentialSubject/type/0")]
    [InlineData("/credentialSubject/achievement/criteria/narrative")]
    [InlineData("/credentialSubject/identifier/0/identityHash")]
    [InlineData("/credentialSubject/identifier/identityHash")]
    [InlineData("")]
    public void Whatever_is_shown_verifies(string at)
    {
        var derived = CredentialDeriver.Derive(Base("/issuer"), [at]);

        Signed.ProofRow(derived).ShouldBe(new CheckResult("proof", CheckOutcome.Passed));
    }

    [Theory]
    [InlineData("/credentialSubject/type/0", "/credentialSubject/type")]
    [InlineData("/credentialSubject/identifier/0", "/credentialSubject/identifier")]
    [InlineData("/credentialSubject/result/1", "/credentialSubject/result/1")]
    [InlineData("/issuer/id", "/issuer/id")]
    public void The_only_item_of_an_array_is_kept_as_the_array(string given, string kept) => Value(Base(given)).MandatoryPointers.ShouldBe([kept]);

    /// <summary>Compacted, the type GeoCoordinates becomes the term geo, which means nothing there: both have one IRI in the context of Open Badges 3.0.</summary>
    [Fact]
    public void Words_that_share_an_IRI_are_shown_as_they_are_written()
    {
        var derived = CredentialDeriver.Derive(Base("/issuer/address/geo"), ["/credentialSubject/result"]);

        derived["issuer"]!["address"]!["geo"]!["type"]!.GetValue<string>().ShouldBe("GeoCoordinates");
        Signed.ProofRow(derived).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    /// <summary>The proof of a credential inside is a graph, and graphs have no names of their own.</summary>
    [Theory]
    [InlineData("/credentialSubject")]
    [InlineData("/endorsement/0/credentialSubject")]
    [InlineData("/endorsement/0")]
    [InlineData("")]
    public void A_signed_endorsement_inside_is_shown_or_left_out(string at)
    {
        using var key = TestKeys.P256();
        var badge = Badge(key);
        badge["endorsement"] = new JsonArray(CredentialSigner.Sign(JsonNode.Parse($$"""
            {
              "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
              "type": ["VerifiableCredential", "EndorsementCredential"], "issuer": "{{key.Controller}}",
              "credentialSubject": { "id": "https://school.example/achievements/1", "type": ["EndorsementSubject"], "endorsementComment": "Good." }
            }
            """)!.AsObject(), key));
        JsonObject Base(params string[] mandatory) => CredentialSigner.Sign(badge, key, new SigningOptions { Cryptosuite = "ecdsa-sd-2023", MandatoryPointers = mandatory });

        Signed.ProofRow(CredentialDeriver.Derive(Base("/issuer"), [at, "/credentialSubject/type"])).ShouldBe(new CheckResult("proof", CheckOutcome.Passed));
    }

    [Fact]
    public void Items_of_an_array_are_shown_without_those_between()
    {
        var derived = CredentialDeriver.Derive(Base(), ["/credentialSubject/result/1"]);

        derived["credentialSubject"]!["result"]!.AsArray().Select(result => result!["value"]!.GetValue<string>()).ShouldBe(["88"]);
    }

    [Fact]
    public void A_base_proof_never_verifies() => Signed.ProofRow(Base("")).Outcome.ShouldBe(CheckOutcome.Failed);

    [Fact]
    public void What_was_derived_is_not_derived_again() =>
        Should.Throw<CredentialException>(() => CredentialDeriver.Derive(CredentialDeriver.Derive(Base(), ["/credentialSubject"]), ["/credentialSubject"])).Message.ShouldContain("no base proof");

    [Theory]
    [InlineData("/credentialSubject/achievement/name", "Another")]
    [InlineData("/proof/0/created", "2026-01-02T00:00:00Z")]
    [InlineData("/proof/0/verificationMethod", "did:key:zDnaeTHfhmSaQKBc7CmdL3K7oYg3D6SC7yowe2eBeVd2DH32r#zDnaeTHfhmSaQKBc7CmdL3K7oYg3D6SC7yowe2eBeVd2DH32r")]
    public void A_base_proof_of_something_else_is_refused(string at, string value)
    {
        var changed = Base("/issuer");
        var steps = JsonPointer.Steps(at)!;
        var parent = steps[..^1].Aggregate((JsonNode)changed, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        parent[steps[^1]] = value;

        Should.Throw<CredentialException>(() => CredentialDeriver.Derive(changed, ["/credentialSubject"])).Message.ShouldContain("not that of this credential");
    }

    [Fact]
    public void A_part_of_another_credential_of_the_same_issuer_is_refused()
    {
        var derived = CredentialDeriver.Derive(Base("/issuer"), [Achievement + "/name"]);
        derived["credentialSubject"]!["achievement"]!["name"] = "Another";

        Signed.ProofRow(derived).Problem.ShouldBe(ProblemTypes.CryptographicSecurity);
    }

    [Fact]
    public void A_mandatory_part_that_is_left_out_is_missed()
    {
        var derived = CredentialDeriver.Derive(Base("/issuer", "/validFrom"), ["/credentialSubject"]);
        derived.Remove("validFrom");

        Signed.ProofRow(derived).Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_derived_value_in_any_other_form_is_refused(string form)
    {
        var derived = CredentialDeriver.Derive(Base("/issuer"), ["/credentialSubject"]);
        var proof = derived["proof"]![0]!;
        DerivedProofValue.TryRead(Multibase.DecodeBase64Url(proof["proofValue"]!.GetValue<string>())!, out var value).ShouldBeTrue();
        proof["proofValue"] = Multibase.EncodeBase64Url(Changes[form](value!));

        Signed.ProofRow(derived).Outcome.ShouldBe(CheckOutcome.Failed);
    }

    public static TheoryData<string> Wrong => [.. Changes.Keys];

    private static Dictionary<string, Func<DerivedProofValue, byte[]>> Changes { get; } = new()
    {
        { "cut", value => value.Write()[..^1] },
        { "more", value => [.. value.Write(), 0] },
        { "tagged", value => [.. value.Write()[..4], 0xd8, 0x40, .. value.Write()[4..]] },
        { "a long length", value => [.. value.Write()[..3], 0x98, 5, .. value.Write()[4..]] },
        { "no end", value => [.. value.Write()[..3], 0x9f, .. value.Write()[4..], 0xff] },
        { "another header", value => [0xd9, 0x5d, 2, .. value.Write()[3..]] },
        { "a signature less", value => (value with { Signatures = [.. value.Signatures.Skip(1)] }).Write() },
        { "signatures in another order", value => (value with { Signatures = [.. value.Signatures.Reverse()] }).Write() },
        { "a long signature", value => (value with { BaseSignature = [.. value.BaseSignature, 0] }).Write() },
        { "no mandatory part", value => (value with { MandatoryIndexes = [] }).Write() },
        { "a mandatory part twice", value => (value with { MandatoryIndexes = [.. value.MandatoryIndexes, value.MandatoryIndexes[^1]] }).Write() },
        { "a mandatory part beyond", value => (value with { MandatoryIndexes = [.. value.MandatoryIndexes, 9999] }).Write() },
        { "a label less", value => (value with { Labels = value.Labels.Skip(1).ToDictionary() }).Write() },
        { "a label more", value => (value with { Labels = value.Labels.Append(KeyValuePair.Create(99, new byte[32])).ToDictionary() }).Write() },
        { "a short label", value => (value with { Labels = value.Labels.ToDictionary(label => label.Key, label => label.Value[1..]) }).Write() },
        { "another key", value => (value with { PublicKey = [0x80, 0x24, 2, .. new byte[32]] }).Write() },
        { "a key of another curve", value => (value with { PublicKey = [0x81, 0x24, .. value.PublicKey[2..]] }).Write() },
    };

    private static BaseProofValue Value(JsonObject signed)
    {
        BaseProofValue.TryRead(Multibase.DecodeBase64Url(signed["proof"]![0]!.AsObject().Text("proofValue"))!, out var value).ShouldBeTrue();
        return value!;
    }

    private static JsonObject Base(params string[] mandatory)
    {
        using var key = TestKeys.P256();
        return CredentialSigner.Sign(Badge(key), key, new SigningOptions { Cryptosuite = "ecdsa-sd-2023", MandatoryPointers = mandatory, Created = "2026-01-01T00:00:00Z" });
    }

    private static JsonObject Badge(SigningKey key) => JsonNode.Parse($$"""
        {
          "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
          "id": "https://school.example/credentials/1",
          "type": ["VerifiableCredential", "OpenBadgeCredential"],
          "name": "Añá and the stones 😀",
          "issuer": { "id": "{{key.Controller}}", "type": ["Profile"], "name": "School", "address": { "type": ["Address"], "geo": { "type": "GeoCoordinates", "latitude": 1.5, "longitude": 2.5 } } },
          "validFrom": "2026-01-01T00:00:00Z",
          "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{ "type": "IdentityObject", "hashed": true, "identityHash": "sha256$abc", "identityType": "emailAddress" }],
            "achievement": { "id": "https://school.example/achievements/1", "type": ["Achievement"], "name": "Stones", "description": "Knows stones.", "criteria": { "narrative": "Look." } },
            "result": [{ "type": ["Result"], "value": "77" }, { "type": ["Result"], "value": "88" }]
          }
        }
        """)!.AsObject();
}
