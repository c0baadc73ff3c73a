using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.Models;
using Cairn.Credentials.Tests.Baking;
using Cairn.Credentials.Tests.Jose;
using Cairn.Credentials.Tests.Models;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Fuzzing;

/// <summary>
/// Whatever bytes the readers of pictures and tokens get, the answer is a result or an error with a type: no crash, no hang, no memory without end.
/// CAIRN_TEST_LENGTH=long tries many more.
/// </summary>
public sealed class ReaderFuzzTests
{
    private const long MostMemory = 128L * 1024 * 1024;
    private static readonly int Tries = Environment.GetEnvironmentVariable("CAIRN_TEST_LENGTH") == "long" ? 100_000 : 2_500;

    private static readonly byte[] Credential = Encoding.UTF8.GetBytes(Award.Signed().ToJsonString());

    private static readonly byte[][] Pngs =
    [
        Credentials.Baking.Bake(Pictures.Png(("tEXt", [.. "Comment\0a"u8])), Credential),
        Pictures.Png(Pictures.InternationalText("openbadges", Pictures.Compressed(Credential), 1)),
        Pictures.Png(("tEXt", [.. "openbadges\0https://example.org/1"u8])),
    ];

    private static readonly byte[][] Svgs =
    [
        Credentials.Baking.Bake(Encoding.UTF8.GetBytes(Pictures.Svg), Credential),
        Credentials.Baking.Bake("<svg/>"u8, "eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.AAAA"u8),
        [.. "<svg xmlns:openbadges='http://openbadges.org'><openbadges:assertion verify='https://a.example/1'><![CDATA[{\"a\":\"]]]]><![CDATA[>\"}]]>&#13;</openbadges:assertion></svg>"u8],
        Encoding.Unicode.GetBytes("\uFEFF<svg>é<a b='>'/></svg>"),
    ];

    [Fact]
    public void A_changed_PNG_is_read_or_refused_with_a_type() => Run(Pngs, (bytes, random) =>
    {
        Read(bytes);
        // With right checksums the change comes through to what reads the text.
        Read(Mended(bytes));
    });

    [Fact]
    public void A_changed_SVG_is_read_or_refused_with_a_type() => Run(Svgs, (bytes, _) => Read(bytes));

    [Fact]
    public void A_changed_token_is_verified_or_refused_with_a_type()
    {
        using var key = Tokens.Key();
        var header = Encoding.UTF8.GetBytes(Tokens.Header(key).ToJsonString());
        var claims = Tokens.Credential(key.Controller);
        claims["iss"] = key.Controller;
        claims["nbf"] = 1_767_225_600;
        var payload = Encoding.UTF8.GetBytes(claims.ToJsonString());
        Run([header, payload, Encoding.UTF8.GetBytes(new JsonObject { ["iss"] = key.Controller, ["vc"] = Tokens.Credential(key.Controller, "https://www.w3.org/2018/credentials/v1") }.ToJsonString())], (bytes, random) =>
        {
            var isHeader = random.Next(2) == 0;
            var token = Tokens.Sign(Encoding.Latin1.GetString(isHeader ? bytes : header), Encoding.Latin1.GetString(isHeader ? payload : bytes), key.Sign);
            Verify(Encoding.UTF8.GetBytes(token));
            var changed = Change(Encoding.UTF8.GetBytes(token), random);
            if (Verify(changed) is { Verdict: Verdict.Valid })
                Encoding.UTF8.GetString(changed).Trim().ShouldBe(token);
            Typed(() => CredentialView.Read(Encoding.UTF8.GetBytes(token)));
        });
    }

    [Fact]
    public void A_changed_award_is_converted_or_refused_with_a_type() => Run([Credential, Encoding.UTF8.GetBytes(OpenBadges2.Badge.Assertion().ToJsonString()), Encoding.UTF8.GetBytes(Builders.Record(Builders.Largest().ToJson()).ToJson().ToJsonString())], (bytes, _) =>
    {
        Verify(bytes);
        if (Typed(() => CredentialView.Read(bytes)) is not { } view)
            return;
        foreach (var property in typeof(CredentialView).GetProperties())
            property.GetValue(view);
        foreach (var format in Enum.GetValues<CredentialFormat>())
            Typed(() => CredentialConversion.Convert(view.Json, format));
    });

    private static void Read(byte[] bytes)
    {
        if (Typed(() => Credentials.Baking.Unbake(bytes)) is { } text)
            System.Text.Unicode.Utf8.IsValid(text).ShouldBeTrue();
        if (Typed(() => Credentials.Baking.Bake(bytes, Credential)) is { } baked)
            Credentials.Baking.Unbake(baked).ShouldBe(Credential);
    }

    private static VerificationReport? Verify(byte[] bytes) => Typed(() => CredentialVerifier.Verify(bytes, new VerificationOptions { At = Award.Now, Documents = new JsonLd.Tests.MemoryLoader() }));

    private static void Run(byte[][] samples, Action<byte[], Random> read)
    {
        for (var seed = 0; seed < Tries; seed++)
        {
            var random = new Random(seed);
            var bytes = samples[random.Next(samples.Length)];
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                bytes = Change(bytes, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read(bytes, random);
            }
            catch (Exception wrong)
            {
                Assert.Fail($"Seed {seed}: {wrong}{Environment.NewLine}{Encoding.Latin1.GetString(bytes)}");
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostMemory, $"seed {seed}");
        }
    }

    private static T? Typed<T>(Func<T> act) where T : class
    {
        try
        {
            return act();
        }
        catch (CredentialException typed)
        {
            typed.Message.ShouldNotBeEmpty();
            return null;
        }
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
            return [(byte)random.Next(256)];
        var at = random.Next(bytes.Length);
        var end = Math.Min(bytes.Length, at + random.Next(1, 40));
        switch (random.Next(6))
        {
            case 0:
                var flipped = bytes.ToArray();
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return bytes[..at];
            case 2:
                return [.. bytes[..at], .. bytes[end..]];
            case 3:
                return [.. bytes[..end], .. bytes[at..]];
            case 4:
                string[] words = ["<![CDATA[", "]]>", "<openbadges:credential>", "</svg>", "xmlns:openbadges=''", "&#13;", "\0", "\"", "'", ">", "{", "}", "null", "iTXt", "IEND", "openbadgecredential", "\"vc\":", "\"iss\":", "1e308", "[]", "\uFEFF"];
                return [.. bytes[..at], .. Encoding.UTF8.GetBytes(words[random.Next(words.Length)]), .. bytes[at..]];
            default:
                var replaced = bytes.ToArray();
                for (var i = at; i < end; i++)
                    replaced[i] = (byte)random.Next(256);
                return replaced;
        }
    }

    /// <summary>The same file with the checksum of each chunk as it should be.</summary>
    private static byte[] Mended(byte[] bytes)
    {
        var mended = new List<byte>(bytes.Take(8));
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)), (uint)(bytes.Length - at - 12));
            mended.AddRange(Pictures.Chunk(Encoding.Latin1.GetString(bytes, at + 4, 4), bytes[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return [.. mended];
    }
}
