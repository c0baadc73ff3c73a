using System.Text.Json.Nodes;
using Cairn.Credentials.Keys;
using FsCheck;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.KeyForms;

/// <summary>Public keys as Multikeys (Controlled Identifiers 1.0, section 2.2.2) and JSON Web Keys (RFC 7517, RFC 7518, RFC 8037).</summary>
[Properties(Replay = "(20261126,7)")]
public sealed class PublicKeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("z6Mk")]
    [InlineData("6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")]
    [InlineData("u7QGsfU2bPuWVTLtPUOMqLYfLzKlp8tlr3gQfs0bYGMYVjg")]
    [InlineData("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ")]
    [InlineData("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ22")]
    [InlineData("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2 ")]
    [InlineData("z6Mk0JVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")]
    [InlineData("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq")]
    [InlineData("z1DnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP")]
    public void What_is_no_public_key_is_refused(string multibase) => Should.Throw<KeyException>(() => PublicKey.FromMultibase(multibase));

    [Theory]
    [InlineData(0x80, 32)]
    [InlineData(0x81, 48)]
    public void A_point_off_the_curve_is_refused(byte prefix, int length)
    {
        // Of two numbers after each other about half are no x of a point; of forty surely one.
        var refused = Enumerable.Range(1, 40).Count(last =>
        {
            try
            {
                PublicKey.FromMultibase(Multibase.EncodeBase58([prefix, 0x24, 2, .. new byte[length - 1], (byte)last]));
                return false;
            }
            catch (KeyException)
            {
                return true;
            }
        });

        refused.ShouldBeInRange(5, 35);
    }

    [Theory]
    [InlineData(0x80, 0, 32)]
    [InlineData(0x80, 1, 32)]
    [InlineData(0x80, 4, 32)]
    public void A_first_byte_other_than_2_and_3_is_refused(byte prefix, byte sign, int length) =>
        Should.Throw<KeyException>(() => PublicKey.FromMultibase(Multibase.EncodeBase58([prefix, 0x24, sign, .. new byte[length]])));

    [Theory]
    [InlineData("""{"kty":"OKP","crv":"Ed25519"}""", "member x")]
    [InlineData("""{"kty":"OKP","crv":"X25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""", "is not known")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo="}""", "base64url without padding")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""", "base64url without padding")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUR"}""", "of 32 bytes")]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}""", "has a member d")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a1"}""", "base64url")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}""", "is not on P-256")]
    [InlineData("""{"kty":"EC","crv":"secp256k1","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""", "is not known")]
    [InlineData("""{"kty":"RSA","n":"AQAB","e":"AQAB"}""", "2,048 to 8,192 bits")]
    [InlineData("""{"kty":"oct","k":"AAAA"}""", "is not known")]
    [InlineData("""{}""", "is not known")]
    public void A_JSON_Web_Key_is_refused(string jwk, string sentence) =>
        Should.Throw<KeyException>(() => PublicKey.FromJwk(JsonNode.Parse(jwk)!.AsObject())).Message.ShouldContain(sentence);

    [Theory]
    [InlineData("""{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}""")]
    public void The_keys_of_RFC_8037_and_RFC_7515_are_read_and_written_again(string jwk) =>
        PublicKey.FromJwk(JsonNode.Parse(jwk)!.AsObject()).ToJwk().ToJsonString().ShouldBe(jwk);

    [Theory]
    [InlineData(KeyType.Ed25519, 64)]
    [InlineData(KeyType.P256, 64)]
    [InlineData(KeyType.P384, 96)]
    public void A_signature_of_another_length_is_none(KeyType type, int length)
    {
        using var key = TestKeys.Of(type);
        var signature = key.Sign("text"u8);

        signature.Length.ShouldBe(length);
        key.PublicKey.Verify("text"u8, signature).ShouldBeTrue();
        new byte[][] { [], signature[1..], signature[..^1], [.. signature, 0], [0, .. signature], new byte[length] }.Select(other => key.PublicKey.Verify("text"u8, other)).ShouldAllBe(verified => !verified);
    }

    [Fact]
    public void A_key_in_one_form_is_the_same_in_the_other()
    {
        foreach (var type in new[] { KeyType.Ed25519, KeyType.P256, KeyType.P384 })
        {
            using var key = TestKeys.Of(type);

            PublicKey.FromJwk(key.PublicKey.ToJwk()).ShouldBe(key.PublicKey);
            PublicKey.FromMultibase(key.PublicKey.ToMultibase()).ShouldBe(key.PublicKey);
        }
    }

    [Fact]
    public void Zeroes_in_front_are_kept_by_base58() => Multibase.DecodeBase58(Multibase.EncodeBase58([0, 0, 7])).ShouldBe([0, 0, 7]);

    [Property]
    public bool Bytes_come_back_from_both_encodings(byte[] bytes) =>
        bytes.Length == 0 || (Multibase.DecodeBase58(Multibase.EncodeBase58(bytes))!.SequenceEqual(bytes) && Multibase.DecodeBase64Url(Multibase.EncodeBase64Url(bytes))!.SequenceEqual(bytes));

    [Property]
    public bool One_text_stands_for_one_value(NonEmptyString text) =>
        (Multibase.DecodeBase58("z" + text.Get) is not { } fromBase58 || Multibase.EncodeBase58(fromBase58) == "z" + text.Get)
        && (Multibase.DecodeBase64Url("u" + text.Get) is not { } fromBase64 || Multibase.EncodeBase64Url(fromBase64) == "u" + text.Get);
}
