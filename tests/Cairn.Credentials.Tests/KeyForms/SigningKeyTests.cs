using System.Text.Json.Nodes;
using Cairn.Credentials.Keys;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.KeyForms;

/// <summary>Keys with their secrets as Multikeys (Controlled Identifiers 1.0, W3C Recommendation of 15 May 2025, section 2.2.2).</summary>
public sealed class SigningKeyTests
{
    private const string Secret = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";
    private const string Public = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    [Theory]
    [InlineData("""{"type":"Multikey"}""", "The key has no secretKeyMultibase.")]
    [InlineData("""{"type":"Multikey","secretKeyMultibase":5}""", "The member secretKeyMultibase of the key is no text.")]
    [InlineData("""{"type":"Ed25519VerificationKey2020","secretKeyMultibase":"SECRET"}""", "The type of the key is another than Multikey.")]
    [InlineData("""{"type":"SECRET","secretKeyMultibase":"SECRET"}""", "The type of the key is another than Multikey.")]
    [InlineData("""{"secretKeyMultibase":"uSECRET"}""", "The secretKeyMultibase is not multibase with z (base58btc).")]
    [InlineData("""{"secretKeyMultibase":"SECRET "}""", "The secretKeyMultibase is not multibase with z (base58btc).")]
    [InlineData("""{"secretKeyMultibase":"SECRET1"}""", "The secretKeyMultibase holds no Ed25519, P-256 or P-384 secret of its length.")]
    [InlineData("""{"secretKeyMultibase":"PUBLIC"}""", "The secretKeyMultibase holds no Ed25519, P-256 or P-384 secret of its length.")]
    [InlineData("""{"secretKeyMultibase":"SECRET","publicKeyMultibase":"z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7"}""", "The public part of the key is not that of its secret.")]
    [InlineData("""{"secretKeyMultibase":"SECRET","publicKeyMultibase":"zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP"}""", "The public part of the key is not that of its secret.")]
    [InlineData("""{"secretKeyMultibase":"SECRET","privateKeyMultibase":"z3u2W4YnTstS1nSSBAgZcYSJF43JuZ9uLV6bF38B1Bf8NugW"}""", "The secretKeyMultibase and the privateKeyMultibase of the key are not the same.")]
    [InlineData("""{"secretKeyMultibase":"SECRET","id":"key-1"}""", "The id or controller of the key is no absolute URL, such as a DID.")]
    [InlineData("""{"secretKeyMultibase":"SECRET","id":"SECRET"}""", "The id or controller of the key is no absolute URL, such as a DID.")]
    [InlineData("""{"secretKeyMultibase":"SECRET","controller":""}""", "The id or controller of the key is no absolute URL, such as a DID.")]
    public void What_is_no_key_is_refused_without_showing_it(string json, string sentence)
    {
        var multikey = JsonNode.Parse(json.Replace("SECRET", Secret, StringComparison.Ordinal).Replace("PUBLIC", Public, StringComparison.Ordinal))!.AsObject();

        var wrong = Should.Throw<KeyException>(() => SigningKey.Read(multikey));

        wrong.Message.ShouldSatisfyAllConditions(m => m.ShouldBe(sentence), m => m.ShouldNotContain(Secret[4..]));
    }

    [Theory]
    [InlineData(33)]
    [InlineData(31)]
    [InlineData(63)]
    [InlineData(65)]
    public void A_secret_of_another_length_is_refused(int length) =>
        Should.Throw<KeyException>(() => SigningKey.Read(Multikey([0x80, 0x26, .. new byte[length]])));

    [Fact]
    public void Sixty_four_bytes_whose_second_half_is_another_public_key_are_refused()
    {
        var seed = Multibase.DecodeBase58(Secret)![2..];

        Should.Throw<KeyException>(() => SigningKey.Read(Multikey([0x80, 0x26, .. seed, .. new byte[32]]))).Message.ShouldBe("The public part of the key is not that of its secret.");
    }

    [Fact]
    public void A_secret_that_is_no_number_of_the_curve_is_refused() =>
        Should.Throw<KeyException>(() => SigningKey.Read(Multikey([0x86, 0x26, .. Enumerable.Repeat((byte)0xff, 32)]))).Message.ShouldBe("The secret is none of P-256.");

    [Fact]
    public void Sixty_four_bytes_of_seed_and_public_key_are_the_same_key()
    {
        var seed = Multibase.DecodeBase58(Secret)![2..];
        var publicKey = Multibase.DecodeBase58(Public)![2..];

        using var key = SigningKey.Read(Multikey([0x80, 0x26, .. seed, .. publicKey]));

        key.PublicKey.ToMultibase().ShouldBe(Public);
    }

    [Fact]
    public void The_older_name_of_the_secret_is_read()
    {
        using var key = SigningKey.Read(new JsonObject { ["privateKeyMultibase"] = Secret });

        key.Id.ShouldBe($"did:key:{Public}#{Public}");
    }

    [Theory]
    [InlineData("""{}""", $"did:key:{Public}#{Public}", $"did:key:{Public}")]
    [InlineData("""{"controller":"did:web:school.example"}""", $"did:web:school.example#{Public}", "did:web:school.example")]
    [InlineData("""{"id":"did:web:school.example#key-1"}""", "did:web:school.example#key-1", "did:web:school.example")]
    [InlineData("""{"id":"https://school.example/keys/1","controller":"https://school.example/"}""", "https://school.example/keys/1", "https://school.example/")]
    public void Id_and_controller_are_those_of_the_file_or_else_the_did_key(string json, string id, string controller)
    {
        var multikey = JsonNode.Parse(json)!.AsObject();
        multikey["secretKeyMultibase"] = Secret;

        using var key = SigningKey.Read(multikey);

        (key.Id, key.Controller).ShouldBe((id, controller));
    }

    [Theory]
    [InlineData(KeyType.Ed25519)]
    [InlineData(KeyType.P256)]
    [InlineData(KeyType.P384)]
    public void A_key_that_is_written_is_read_again(KeyType type)
    {
        using var key = SigningKey.Generate(type);

        using var read = SigningKey.Read(key.ToJsonWithSecret());

        (read.Id, read.Controller, read.PublicKey).ShouldBe((key.Id, key.Controller, key.PublicKey));
        key.PublicKey.Verify("text"u8, read.Sign("text"u8)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(KeyType.Ed25519, 34, 0x80)]
    [InlineData(KeyType.P256, 34, 0x86)]
    [InlineData(KeyType.P384, 50, 0x87)]
    public void A_secret_is_written_with_its_prefix_in_its_length(KeyType type, int length, byte prefix)
    {
        using var key = SigningKey.Generate(type);

        var bytes = Multibase.DecodeBase58(key.ToJsonWithSecret()["secretKeyMultibase"]!.GetValue<string>())!;

        bytes.ShouldSatisfyAllConditions(b => b.Length.ShouldBe(length), b => b[..2].ShouldBe([prefix, 0x26]));
    }

    [Fact]
    public void The_public_form_has_no_secret()
    {
        using var key = TestKeys.Ed25519();

        key.ToJson().ShouldSatisfyAllConditions(json => json.ToJsonString().ShouldNotContain(Secret[4..]), json => json.ContainsKey("secretKeyMultibase").ShouldBeFalse(), _ => key.ToString()!.ShouldNotContain(Secret[4..]));
    }

    [Theory]
    [InlineData(KeyType.Ed25519)]
    [InlineData(KeyType.P256)]
    [InlineData(KeyType.P384)]
    public void A_secret_is_zeroed_when_the_key_is_disposed_of(KeyType type)
    {
        var key = SigningKey.Generate(type);

        key.Dispose();

        Multibase.DecodeBase58(key.ToJsonWithSecret()["secretKeyMultibase"]!.GetValue<string>())![2..].ShouldAllBe(number => number == 0);
    }

    [Fact]
    public void RSA_keys_are_not_made() => Should.Throw<KeyException>(() => SigningKey.Generate(KeyType.Rsa));

    private static JsonObject Multikey(ReadOnlySpan<byte> secret) => new() { ["type"] = "Multikey", ["secretKeyMultibase"] = Multibase.EncodeBase58(secret) };
}
