using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.Jose;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Jose;

/// <summary>Tokens that are what they say: of VC-JOSE and of the dialect of 1EdTech.</summary>
public sealed class TokenTests
{
    [Fact]
    public void A_credential_of_version_1_is_not_signed()
    {
        using var key = Tokens.Key();

        Should.Throw<CredentialException>(() => JwsSigner.Sign(Tokens.Credential(key.Controller, "https://www.w3.org/2018/credentials/v1"), key)).Pointer.ShouldBe("/@context");
    }

    [Theory]
    [InlineData(KeyType.Ed25519, "EdDSA")]
    [InlineData(KeyType.P256, "ES256")]
    [InlineData(KeyType.P384, "ES384")]
    public void What_is_signed_is_valid(KeyType type, string algorithm)
    {
        using var key = Tokens.Key(type);

        var token = JwsSigner.Sign(Tokens.Credential(key.Controller), key);

        Tokens.Verify(token).Verdict.ShouldBe(Verdict.Valid);
        CompactJws.Parse(Encoding.ASCII.GetBytes(token)).Header.ToJsonString().ShouldBe($$"""{"alg":"{{algorithm}}","typ":"vc\u002Bjwt","cty":"vc","kid":"{{key.Id}}"}""");
    }

    [Fact]
    public void The_payload_is_exactly_the_credential()
    {
        using var key = Tokens.Key();
        var credential = Tokens.Credential(key.Controller);
        credential["name"] = "Añá 😀 <&>";

        JsonNode.DeepEquals(CompactJws.Parse(Encoding.ASCII.GetBytes(JwsSigner.Sign(credential, key))).Payload.Json, credential).ShouldBeTrue();
    }

    [Fact]
    public void White_space_around_a_token_does_not_count()
    {
        using var key = Tokens.Key();

        Tokens.Verify($" {JwsSigner.Sign(Tokens.Credential(key.Controller), key)}\r\n").Verdict.ShouldBe(Verdict.Valid);
    }

    /// <summary>RS256, a key in the header that the issuer's document lists, and claims beside the credential.</summary>
    [Fact]
    public void The_dialect_of_1EdTech_is_read()
    {
        using var rsa = Rsa();
        var jwk = PublicKey.FromJwk(Jwk(rsa)).ToJwk();
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["jwk"] = jwk };
        var payload = WithClaims(Tokens.Credential(Tokens.Issuer));

        Tokens.Verify(Sign(header, payload, rsa), Tokens.Profile(Tokens.Method(Tokens.Issuer + "#1", jwk.DeepClone().AsObject()))).Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void A_key_by_the_address_of_the_bare_key_counts_when_the_issuer_lists_it()
    {
        using var key = Tokens.Key();
        var jwk = key.PublicKey.ToJwk();
        var token = Tokens.Sign(new JsonObject { ["alg"] = "EdDSA", ["kid"] = "https://issuer.example/key" }, Tokens.Credential(Tokens.Issuer), key);

        Tokens.Verify(token, ("https://issuer.example/key", jwk.ToJsonString())).Verdict.ShouldBe(Verdict.Unknown);
        Tokens.Verify(token, ("https://issuer.example/key", jwk.ToJsonString()), Tokens.Profile(Tokens.Method(Tokens.Issuer + "#1", jwk))).Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void A_key_in_the_issuers_document_is_found_by_its_name()
    {
        using var key = Tokens.Key();
        var header = new JsonObject { ["alg"] = "EdDSA", ["typ"] = "JWT", ["kid"] = Tokens.Issuer + "#1" };
        var token = Tokens.Sign(header, WithClaims(Tokens.Credential(Tokens.Issuer)), key);

        Tokens.Verify(token).Verdict.ShouldBe(Verdict.Unknown);
        Tokens.Verify(token, Tokens.Profile(Tokens.Method(Tokens.Issuer + "#1", key.PublicKey.ToJwk()))).Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void A_did_that_is_a_key_lists_the_key_in_the_header()
    {
        using var key = Tokens.Key(KeyType.P256);

        Tokens.Verify(Tokens.Sign(new JsonObject { ["alg"] = "ES256", ["jwk"] = key.PublicKey.ToJwk() }, Tokens.Credential(key.Controller), key)).Verdict.ShouldBe(Verdict.Valid);
    }

    /// <summary>Data model 1.1, section 6.3.1: the claims may stand for members that the credential leaves out.</summary>
    [Fact]
    public void The_claim_vc_of_version_1_is_read()
    {
        using var key = Tokens.Key();
        var credential = Tokens.Credential(key.Controller, "https://www.w3.org/2018/credentials/v1");
        foreach (var member in new[] { "id", "issuer", "validFrom" })
            credential.Remove(member);
        credential["credentialSubject"]!.AsObject().Remove("id");
        var payload = new JsonObject { ["iss"] = key.Controller, ["jti"] = "urn:uuid:1", ["sub"] = "did:example:learner", ["nbf"] = 1_767_225_600, ["vc"] = credential };

        var envelope = JwsEnvelope.Open(CompactJws.Parse(Encoding.ASCII.GetBytes(Tokens.Sign(new JsonObject { ["alg"] = "EdDSA", ["typ"] = "JWT", ["kid"] = key.Id }, payload, key))));

        envelope.Problem.ShouldBeNull();
        envelope.Credential.Json!["issuer"]!.GetValue<string>().ShouldBe(key.Controller);
        envelope.Credential.Json["id"]!.GetValue<string>().ShouldBe("urn:uuid:1");
        envelope.Credential.Json["credentialSubject"]!["id"]!.GetValue<string>().ShouldBe("did:example:learner");
        envelope.Credential.Json["issuanceDate"]!.GetValue<string>().ShouldBe("2026-01-01T00:00:00Z");
    }

    [Theory]
    [InlineData("data:application/vc+jwt,", true)]
    [InlineData("data:application/jwt,", true)]
    [InlineData("data:application/vc+jwt;base64,", false)]
    [InlineData("https://example.org/", false)]
    public void A_credential_in_an_envelope_is_opened(string start, bool opens)
    {
        using var key = Tokens.Key();
        var enveloped = new JsonObject { ["type"] = EnvelopedCredential.Type, ["id"] = start + JwsSigner.Sign(Tokens.Credential(key.Controller), key) };

        if (opens)
            EnvelopedCredential.Open(enveloped).Credential.Json!["issuer"]!.GetValue<string>().ShouldBe(key.Controller);
        else
            Should.Throw<CredentialException>(() => EnvelopedCredential.Open(enveloped)).Pointer.ShouldBe("/id");
    }

    [Theory]
    [InlineData("EnvelopedVerifiableCredential", "data:application/vc+jwt,", Verdict.Valid)]
    [InlineData("EnvelopedVerifiableCredential", "data:application/jwt,", Verdict.Valid)]
    [InlineData("EnvelopedVerifiableCredential", "data:text/plain,", Verdict.Unknown)]
    [InlineData("EnvelopedVerifiableCredential", "", Verdict.Invalid)]
    public void An_envelope_is_verified_as_what_is_in_it(string type, string start, Verdict verdict)
    {
        using var key = Tokens.Key();

        Tokens.Verify(new JsonObject { ["@context"] = "https://www.w3.org/ns/credentials/v2", ["type"] = type, ["id"] = start + JwsSigner.Sign(Tokens.Credential(key.Controller), key) }.ToJsonString()).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void A_presentation_in_an_envelope_with_a_credential_in_an_envelope_is_valid()
    {
        using var issuer = Tokens.Key();
        using var holder = Tokens.Key(KeyType.P256, first: 5);
        var presentation = new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
            ["type"] = "VerifiablePresentation",
            ["holder"] = holder.Controller,
            ["verifiableCredential"] = new JsonArray(new JsonObject
            {
                ["@context"] = "https://www.w3.org/ns/credentials/v2",
                ["type"] = "EnvelopedVerifiableCredential",
                ["id"] = "data:application/vc+jwt," + JwsSigner.Sign(Tokens.Credential(issuer.Controller), issuer),
            }),
        };

        var report = Tokens.Verify(JwsSigner.Sign(presentation, holder));

        report.Verdict.ShouldBe(Verdict.Valid);
        report.Nested.Single().Pointer.ShouldBe("/verifiableCredential/0");
    }

    [Theory]
    [InlineData("exp", 1_900_000_000)]
    [InlineData("nbf", 1_770_000_000)]
    public void The_token_of_a_presentation_has_dates_that_are_no_members_of_it(string claim, long seconds)
    {
        using var holder = Tokens.Key();

        Tokens.Verify(Tokens.Presentation(holder, claim, seconds)).Verdict.ShouldBe(Verdict.Valid);
    }

    /// <summary>As with proofs in the document: no tolerance, and at its last moment a key is still good.</summary>
    [Theory]
    [InlineData("2026-06-01T00:00:00Z", Verdict.Valid)]
    [InlineData("2026-05-31T23:59:59Z", Verdict.Invalid)]
    public void A_key_is_good_until_it_expires(string expires, Verdict verdict)
    {
        using var key = Tokens.Key(controller: Tokens.Issuer);
        var method = Tokens.Method(Tokens.Issuer + "#1", key.PublicKey.ToJwk());
        method["expires"] = expires;
        var header = Tokens.Header(key);
        header["kid"] = Tokens.Issuer + "#1";

        Tokens.Verify(Tokens.Sign(header, Tokens.Credential(Tokens.Issuer), key), Tokens.Profile(method)).Verdict.ShouldBe(verdict);
    }

    private static JsonObject WithClaims(JsonObject credential)
    {
        credential["iss"] = Tokens.Issuer;
        credential["sub"] = "did:example:learner";
        credential["jti"] = credential["id"]!.DeepClone();
        credential["nbf"] = 1_767_225_600;
        credential["exp"] = 1_900_000_000;
        return credential;
    }

    private static string Sign(JsonObject header, JsonObject payload, RSA rsa) =>
        Tokens.Sign(header.ToJsonString(), payload.ToJsonString(), data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    internal static JsonObject Jwk(RSA rsa)
    {
        var parameters = rsa.ExportParameters(false);
        return new JsonObject { ["kty"] = "RSA", ["n"] = System.Buffers.Text.Base64Url.EncodeToString(parameters.Modulus), ["e"] = System.Buffers.Text.Base64Url.EncodeToString(parameters.Exponent) };
    }

    /// <summary>A key for these tests and nothing else; it never changes.</summary>
    internal static RSA Rsa()
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String("""
            MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCzYMaMk134hF/TFoHq1oWE2BxDanQV2zV3Yb5lCjmQNhQ1b4JTM1jFuG56k6hLzBm4PIJ/2Xf+pTuT+JLyYRzR89FI
            2O1lhkOB+4f8iYGlTfpD8ehbdwY0vwwuuBOITeuyA04ULV7hHOFt790wwDnw7JvgAGCDKCTK9ymz8Y0Z6t+WWTkUYg+2ZLKrRljl6ia3JZy6I8nvqmi3wK8Hiuc7WpnUEFTHzwnNREFB
            V0G5PDefHq3Vmn2DK2vTn9n1k6+Kek+6CslSE/khh+4FRNdd284zpKFNMaq9xSU4Fx3sOinCXfI+dySf9VPxLjUktNTsd3Tg3yH0xG5hFSoe4t07AgMBAAECggEAMCzAhkaZyUG7/pQf
            5jMg/tGPnad8b9ZEoMBWgwpg9VMg0E0XYkL7B3cF7NO1Mk4pZiqSHcYJDRHRU2dCB+h+9gAWaAsijs6lWMZ1+iPv9rZfjVntvorT1tysZ+u2CzhqIY/zq0WYIrs/6+esrwghR4w0PM+9
            G9xvLTd+Mr6f16Kh/BsL/Hlwtt8es/uySJOavn6I4hQ373yEvVaTt7yMF/MDg7TjF8C62VJRv1oT2rZRK5aUPr7x0qEB+i8qf/1v2h9mLLqnziuSWyWd/3P3W7qnVoVG2N36cvOzHlYY
            E+Zwq6oo60LKBkqgm/V5XLn32YBW4G9v0B/x43HnNWXB8QKBgQDv+kTsrxjOc9T67bLllh8K5qqMsrInRTL8FsI/lXuHJhFuuSoPEg5KL/Cel9+rrk4+AXhzM/KtwvIfOEKfVl3PqEpv
            Kg6vOLvi3KdMmZwqrjm+RkhoqX2nizuzuVuLxTgqpMnlc+QluZ3rHGolvj6MOiR0ZuJf68H8I2QDrm8FOQKBgQC/WrrVRH8ROqbKrRdSnISXdPKDHJ6QRW7TPkoYfkJXmK4wSXroIpQS
            vIIIIU2I2pDzB0pljEWrr7fX3nEhcWGZFjHovBJvSheaXhGzt3dMXIZeRsz+tMQ9XMW3GujqP9A7J3xVb4O4PaSzeuwnr9W7Y4EPJ8MSAggampsp6TtKEwKBgQCTF0mr8V85HBKNg6jF
            xJBedChReS5tl6K6lZCWvJ8spY7F2UUIW77ahivsaZa1em+G3gvgQRUcoIMb07YySBPUNoj5PkQl7pZrZWg+MWFhX80Q7a9wR4M3cMY1UQXl1AqrSLpfo/tRjEZZV99QJx3bgb/agT18
            IduTGnYxM3flMQKBgEwu5yt5dc16OGWAvERbpD5YhSTGBCsUOadIqV9PBUKyusbmulQpUCKVgn+SIrhVrFfVkz0St7o+30bGfOv/pAe62mv6VKySJwuCYDHY3Vo9jBGExqCxf1+ey+i2
            gfyhI1opwkqRdzOm9yetzM+QJdvRJdTO088bl/Zfj18ESGKZAoGAaV3AC6pTcGQ/SHmhMWrJBSA6VLQxLkjdqJwlw+4rGFX+82+HKj/1BSiFZFyjOW95GIQ/2FU+e5IBa9AzTebHGGxA
            zOs2rquffl5C64aQPCSR7bnAxSYY/KZiqdn3f2HwI1gVqkkKFcU9ySVCywvxkxhFLLFBVeb9IORe+gm3yIA=
            """), out _);
        return rsa;
    }
}
