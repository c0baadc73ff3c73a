using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.Tests.DataIntegrity;
using Cairn.Testing;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Signing;

/// <summary>What signing refuses, and what it writes.</summary>
public sealed class CredentialSignerTests
{
    [Fact]
    public void A_member_that_is_wrong_is_refused_with_its_pointer()
    {
        using var key = TestKeys.Ed25519();
        var credential = Signed.Credential(key);
        credential["issuer"] = "fake-issuer";

        var wrong = Should.Throw<CredentialException>(() => CredentialSigner.Sign(credential, key));

        wrong.ShouldSatisfyAllConditions(w => w.Pointer.ShouldBe("/issuer"), w => w.Problem.ShouldBe(ProblemTypes.MalformedValue), w => w.Message.ShouldBe("At /issuer: Found \"fake-issuer\"; expected one absolute URL, or an object with one as id."));
    }

    [Fact]
    public void A_word_that_no_context_defines_is_refused_with_its_pointer()
    {
        using var key = TestKeys.Ed25519();
        var credential = Plain(key);
        credential["credentialSubject"]!["nickname"] = "A";

        var wrong = Should.Throw<CredentialException>(() => CredentialSigner.Sign(credential, key));

        (wrong.Pointer, wrong.Problem).ShouldBe(("/credentialSubject/nickname", ProblemTypes.DataLossDetection));
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("[\"text\"]")]
    public void What_stands_for_a_proof_and_is_none_is_refused_and_never_replaced(string proof)
    {
        using var key = TestKeys.Ed25519();
        var credential = Plain(key);
        credential["proof"] = JsonNode.Parse(proof);

        Should.Throw<CredentialException>(() => CredentialSigner.Sign(credential, key)).Pointer.ShouldBe("/proof");
    }

    [Fact]
    public void A_context_that_is_not_at_hand_is_refused()
    {
        using var key = TestKeys.Ed25519();
        var credential = Plain(key);
        credential["@context"]!.AsArray().Add("https://school.example/terms");

        Should.Throw<CredentialException>(() => CredentialSigner.Sign(credential, key)).Problem.ShouldBe(ProblemTypes.ProofTransformation);
    }

    [Fact]
    public void A_protected_term_that_is_redefined_is_refused()
    {
        using var key = TestKeys.Ed25519();
        var credential = Plain(key);
        credential["@context"]!.AsArray().Add(new JsonObject { ["VerifiableCredential"] = "https://evil.example/Credential" });

        Should.Throw<CredentialException>(() => CredentialSigner.Sign(credential, key)).Problem.ShouldBe(ProblemTypes.ProofTransformation);
    }

    [Fact]
    public void A_credential_of_version_1_1_needs_a_context_for_the_proof()
    {
        using var key = TestKeys.Ed25519();
        var credential = Plain(key);
        (credential["@context"]![0], credential["issuanceDate"]) = ("https://www.w3.org/2018/credentials/v1", "2026-01-01T00:00:00Z");

        Should.Throw<CredentialException>(() => CredentialSigner.Sign(credential, key)).Message.ShouldStartWith("At /@context: Found no context that defines the words of a proof");

        credential["@context"]!.AsArray().Add("https://w3id.org/security/data-integrity/v2");
        Signed.ProofRow(CredentialSigner.Sign(credential, key)).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    [Theory]
    [InlineData(KeyType.Ed25519, "ecdsa-rdfc-2019")]
    [InlineData(KeyType.P256, "eddsa-jcs-2022")]
    [InlineData(KeyType.P384, "ecdsa-sd-2023")]
    [InlineData(KeyType.Ed25519, "Ed25519Signature2020")]
    [InlineData(KeyType.Ed25519, "bbs-2023")]
    public void A_suite_that_the_key_cannot_do_is_refused(KeyType type, string suite)
    {
        using var key = TestKeys.Of(type);

        Should.Throw<KeyException>(() => CredentialSigner.Sign(Plain(key), key, new SigningOptions { Cryptosuite = suite }));
    }

    [Fact]
    public void A_date_that_is_none_is_refused()
    {
        using var key = TestKeys.Ed25519();

        Should.Throw<CredentialException>(() => CredentialSigner.Sign(Plain(key), key, new SigningOptions { Created = "today" })).Pointer.ShouldBe("/proof/created");
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"a\":\"\\u0000\"}")]
    [InlineData("{\"a\":1e999}")]
    public void Text_that_is_read_differently_by_different_readers_is_refused(string text)
    {
        using var key = TestKeys.Ed25519();

        Should.Throw<CredentialException>(() => CredentialSigner.Sign(Encoding.UTF8.GetBytes(text), key)).Problem.ShouldBe(ProblemTypes.Parsing);
    }

    [Theory]
    [InlineData("@graph", "[]", "/credentialSubject/@graph")]
    [InlineData("@\\u0067raph", "[]", "/credentialSubject/@graph")]
    [InlineData("\\u0040index", "1", "/credentialSubject/@index")]
    [InlineData("name", "null", "/credentialSubject/name")]
    public void Of_text_what_would_be_dropped_is_refused_however_it_is_written(string name, string value, string at)
    {
        using var key = TestKeys.Ed25519();
        var text = Plain(key).ToJsonString().Replace("\"id\":\"did:example:ana\"", $"\"id\":\"did:example:ana\",\"{name}\":{value}", StringComparison.Ordinal);

        Should.Throw<CredentialException>(() => CredentialSigner.Sign(Encoding.UTF8.GetBytes(text), key)).Pointer.ShouldBe(at);
    }

    [Theory]
    [InlineData(KeyType.Ed25519, "eddsa-rdfc-2022")]
    [InlineData(KeyType.P256, "ecdsa-rdfc-2019")]
    [InlineData(KeyType.P384, "ecdsa-rdfc-2019")]
    public void Each_kind_of_key_has_a_suite_of_its_own(KeyType type, string suite)
    {
        using var key = TestKeys.Of(type);

        CredentialSigner.Sign(Plain(key), key)["proof"]!["cryptosuite"]!.GetValue<string>().ShouldBe(suite);
    }

    [Fact]
    public void The_date_is_now_in_whole_seconds_unless_it_is_given_or_left_out()
    {
        using var key = TestKeys.Ed25519();
        string? Created(SigningOptions options) => CredentialSigner.Sign(Plain(key), key, options)["proof"]!["created"]?.GetValue<string>();

        var clock = new FixedClock();
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Created(new SigningOptions { Time = clock }).ShouldBe("2026-11-24T09:00:00Z");
        Created(new SigningOptions { Created = "2026-01-01T00:00:00.5+02:00" }).ShouldBe("2026-01-01T00:00:00.5+02:00");
        Created(new SigningOptions { WithoutCreated = true }).ShouldBeNull();
    }

    [Theory]
    [InlineData("OpenBadgeCredential")]
    [InlineData("AchievementCredential")]
    [InlineData("EndorsementCredential")]
    [InlineData("ClrCredential")]
    public void The_types_whose_schemas_want_an_array_get_one(string type)
    {
        using var key = TestKeys.Ed25519();
        var credential = Plain(key);
        credential["@context"]!.AsArray().Add(type == "ClrCredential" ? "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json" : "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        credential["type"] = new JsonArray("VerifiableCredential", type);

        CredentialSigner.Sign(credential, key)["proof"].ShouldBeOfType<JsonArray>().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022", false)]
    [InlineData("eddsa-jcs-2022", true)]
    public void Only_the_jcs_suites_put_the_context_into_the_proof(string suite, bool has)
    {
        using var key = TestKeys.Ed25519();
        var credential = Plain(key);

        var proof = CredentialSigner.Sign(credential, key, new SigningOptions { Cryptosuite = suite })["proof"]!.AsObject();

        JsonNode.DeepEquals(proof["@context"], has ? credential["@context"] : null).ShouldBeTrue();
    }

    [Fact]
    public void A_proof_that_is_there_stays_and_both_verify()
    {
        using var key = TestKeys.Ed25519();
        using var other = TestKeys.P256();
        var first = CredentialSigner.Sign(Plain(key), key);

        var both = CredentialSigner.Sign(first, other);

        JsonNode.DeepEquals(both["proof"]![0], first["proof"]).ShouldBeTrue();
        Signed.ProofRow(both).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    [Fact]
    public void Of_text_every_byte_stays_but_the_proof_is_appended()
    {
        using var key = TestKeys.Ed25519();
        var text = $$"""
            { "@context" : ["https://www.w3.org/ns/credentials/v2"],
              "type": ["VerifiableCredential"], "issuer": "{{key.Controller}}",
              "credentialSubject": {"id": "did:example:\u0061n\u00e1"}, "name": "😀"
            }

            """;

        var signed = Encoding.UTF8.GetString(CredentialSigner.Sign(Encoding.UTF8.GetBytes(text), key).Utf8.Span);

        signed.ShouldStartWith(text.TrimEnd()[..^1].TrimEnd() + ",\"proof\":{");
        Signed.ProofRow(JsonNode.Parse(signed)!).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    [Fact]
    public void Text_and_nodes_are_signed_alike()
    {
        using var key = TestKeys.Ed25519();
        var options = new SigningOptions { Created = "2026-01-01T00:00:00Z" };

        var fromText = CredentialSigner.Sign(Encoding.UTF8.GetBytes(Plain(key).ToJsonString()), key, options).ToJson();

        fromText.ToJsonString().ShouldBe(CredentialSigner.Sign(Plain(key), key, options).ToJsonString());
    }

    [Fact]
    public void Another_issuer_than_the_keys_controller_is_signed_with_a_warning()
    {
        using var key = TestKeys.Ed25519();
        using var other = TestKeys.P256();

        CredentialSigner.Sign(Encoding.UTF8.GetBytes(Plain(other).ToJsonString()), key).Warning.ShouldNotBeNull().ShouldStartWith($"The issuer is {other.Controller}");
        CredentialSigner.Sign(Encoding.UTF8.GetBytes(Plain(key).ToJsonString()), key).Warning.ShouldBeNull();
    }

    [Fact]
    public void A_presentation_is_signed_for_authentication_with_what_it_answers()
    {
        using var key = TestKeys.Ed25519();
        var asked = new VerificationOptions { Domain = "https://school.example", Challenge = "abc" };

        var signed = CredentialSigner.Sign(Signed.Presentation(key), key, new SigningOptions { Domain = asked.Domain, Challenge = asked.Challenge, Expires = "2030-01-01T00:00:00Z" });

        Signed.ProofRow(signed, asked).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    private static JsonObject Plain(SigningKey key) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["type"] = new JsonArray("VerifiableCredential"),
        ["issuer"] = key.Controller,
        ["credentialSubject"] = new JsonObject { ["id"] = "did:example:ana" },
    };
}
