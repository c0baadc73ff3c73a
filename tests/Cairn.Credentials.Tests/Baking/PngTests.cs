using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Baking;

/// <summary>Credentials in PNG pictures: what is refused first, then what comes back.</summary>
[Properties(Replay = "(20261126,7)")]
public sealed class PngTests
{
    private static readonly byte[] Credential = Encoding.UTF8.GetBytes(Pictures.Json);

    [Fact]
    public void A_picture_without_a_credential_is_refused() => Refusal(Pictures.Png()).ShouldBe("There is no credential in the PNG.");

    [Fact]
    public void Two_credentials_are_refused() =>
        Refusal(Pictures.Png(Pictures.InternationalText("openbadgecredential", Credential), Pictures.InternationalText("openbadges", Credential))).ShouldContain("2 credentials");

    [Fact]
    public void A_wrong_checksum_is_refused()
    {
        var png = Pictures.Png(Pictures.InternationalText("openbadgecredential", Credential));
        png[^20] ^= 1;

        Refusal(png).ShouldContain("the checksum of the chunk IDAT");
    }

    [Fact]
    public void Bad_utf8_is_refused() => Refusal(Pictures.Png(Pictures.InternationalText("openbadgecredential", [0xC3, 0x28]))).ShouldContain("not UTF-8");

    [Fact]
    public void A_cut_file_is_refused_wherever_it_is_cut()
    {
        var png = Pictures.Png(Pictures.InternationalText("openbadgecredential", Credential));

        for (var length = 8; length < png.Length; length++)
            Refusal(png[..length]).ShouldContain("it is cut");
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    public void An_unknown_compression_is_refused(byte compressed, byte method) =>
        Refusal(Pictures.Png(Pictures.InternationalText("openbadgecredential", Credential, compressed, method))).ShouldContain("no known compression");

    [Fact]
    public void Compressed_text_that_is_cut_is_refused() =>
        Refusal(Pictures.Png(Pictures.InternationalText("openbadgecredential", Pictures.Compressed([.. Enumerable.Repeat((byte)'a', 100_000)])[..40], 1))).ShouldContain("cannot be read");

    [Fact]
    public void A_bomb_of_compressed_text_is_refused() =>
        Refusal(Pictures.Png(Pictures.InternationalText("openbadgecredential", Pictures.Compressed(new byte[17 * 1024 * 1024]), 1))).ShouldContain("beyond 16 MB");

    [Fact]
    public void A_chunk_that_says_it_is_endless_is_refused()
    {
        var png = Pictures.Png();
        new byte[] { 0xFF, 0xFF, 0xFF, 0xFF }.CopyTo(png, 33);

        Refusal(png).ShouldContain("beyond the end");
    }

    [Theory]
    [InlineData("IDAT", "IHDR")]
    [InlineData("IHDR", "IHDR")]
    public void Chunks_in_another_order_are_refused(string first, string second) => Refusal(Pictures.Raw((first, []), (second, []), ("IEND", []))).ShouldContain("IHDR");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("https://example.org/a.json")]
    [InlineData("eyJhbGciOiJub25lIn0.x.")]
    public void What_is_no_credential_is_not_baked(string text) =>
        Should.Throw<CredentialException>(() => Credentials.Baking.Bake(Pictures.Png(), Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_was_baked_comes_back_byte_for_byte() => Credentials.Baking.Unbake(Credentials.Baking.Bake(Pictures.Png(), Credential)).ShouldBe(Credential);

    [Fact]
    public void A_credential_stands_in_one_uncompressed_text_after_the_header()
    {
        var second = Pictures.Chunks(Credentials.Baking.Bake(Pictures.Png(), Credential))[1];

        second.Type.ShouldBe("iTXt");
        second.Data.ShouldBe([.. "openbadgecredential"u8, 0, 0, 0, 0, 0, .. Credential]);
    }

    [Fact]
    public void An_assertion_of_version_2_has_the_keyword_of_version_2() =>
        Encoding.ASCII.GetString(Pictures.Chunks(Credentials.Baking.Bake(Pictures.Png(), """{"type":"Assertion"}"""u8))[1].Data).ShouldStartWith("openbadges\0");

    [Fact]
    public void A_second_credential_replaces_the_first()
    {
        var once = Credentials.Baking.Bake(Pictures.Png(), """{"name":"first"}"""u8);

        Credentials.Baking.Bake(once, Credential).ShouldBe(Credentials.Baking.Bake(Pictures.Png(), Credential));
    }

    [Theory]
    [InlineData("openbadgecredential")]
    [InlineData("openbadges")]
    public void Compressed_text_is_read(string keyword) =>
        Credentials.Baking.Unbake(Pictures.Png(Pictures.InternationalText(keyword, Pictures.Compressed(Credential), 1))).ShouldBe(Credential);

    [Fact]
    public void Plain_text_is_read() => Credentials.Baking.Unbake(Pictures.Png(("tEXt", [.. "openbadges\0https://example.org/1"u8]))).ShouldBe("https://example.org/1"u8.ToArray());

    [Fact]
    public void A_token_is_baked_without_the_space_around_it()
    {
        var jws = "eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.AAAA"u8.ToArray();

        Credentials.Baking.Unbake(Credentials.Baking.Bake(Pictures.Png(), [.. jws, (byte)'\n'])).ShouldBe(jws);
    }

    [Fact]
    public void What_stands_after_the_picture_stays()
    {
        byte[] png = [.. Pictures.Png(), 1, 2, 3];

        Credentials.Baking.Bake(png, Credential)[^3..].ShouldBe([1, 2, 3]);
    }

    /// <summary>Whatever other chunks there are, they are the same before and after.</summary>
    [Property(MaxTest = 200)]
    public Property All_other_chunks_stay_as_they_are() => Prop.ForAll(Between(), between =>
    {
        var png = Pictures.Png(between);

        var baked = Credentials.Baking.Bake(Credentials.Baking.Bake(png, """{"a":1}"""u8), Credential);

        Credentials.Baking.Unbake(baked).ShouldBe(Credential);
        var chunks = Pictures.Chunks(baked);
        chunks.RemoveAt(1);
        Pictures.Raw([.. chunks]).ShouldBe(png);
    });

    private static Arbitrary<(string, byte[])[]> Between()
    {
        var letters = Gen.Elements("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray());
        var types = Gen.OneOf(Gen.Elements("tEXt", "iTXt", "zTXt", "pHYs", "IDAT"), letters.ArrayOf(4).Select(four => new string(four)).Where(type => type is not ("IHDR" or "IEND")));
        var data = ArbMap.Default.GeneratorFor<byte[]>();
        return types.Zip(data).Select(pair => (pair.Item1, pair.Item2)).ArrayOf().ToArbitrary();
    }

    private static string Refusal(byte[] png) => Should.Throw<CredentialException>(() => Credentials.Baking.Unbake(png)).Message;
}
