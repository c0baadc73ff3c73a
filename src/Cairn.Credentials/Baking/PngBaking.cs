using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Cairn.Credentials;

/// <summary>
/// A credential in a PNG (Open Badges 3.0, section 5.3.1.1; Open Badges 2.0 baking specification): the text of one iTXt chunk. No pixel is touched:
/// all other chunks stay byte for byte.
/// </summary>
internal static class PngBaking
{
    private static ReadOnlySpan<byte> Keyword => "openbadgecredential"u8;

    private static ReadOnlySpan<byte> KeywordOfVersion2 => "openbadges"u8;

    public static byte[] Bake(ReadOnlySpan<byte> png, ReadOnlySpan<byte> credential, bool isVersion2)
    {
        var baked = new MemoryStream(png.Length + credential.Length + 64);
        baked.Write(PngChunks.Signature);
        var chunks = PngChunks.Read(png);
        foreach (var chunk in chunks)
        {
            if (IsBaked(chunk, png))
                continue;
            baked.Write(png[chunk.Start..chunk.End]);
            // Keyword, not compressed, no language, no translated keyword.
            if (chunk.Type == "IHDR")
                baked.Write(PngChunks.Write("iTXt"u8, [.. isVersion2 ? KeywordOfVersion2 : Keyword, 0, 0, 0, 0, 0, .. credential]));
        }

        baked.Write(png[chunks[^1].End..]);
        return baked.ToArray();
    }

    /// <summary>The text, in UTF-8.</summary>
    public static byte[] Unbake(ReadOnlySpan<byte> png)
    {
        var found = new List<PngChunk>();
        foreach (var chunk in PngChunks.Read(png))
        {
            if (IsBaked(chunk, png))
                found.Add(chunk);
        }

        return found switch
        {
            [] => throw new CredentialException(ProblemTypes.Parsing, null, "There is no credential in the PNG."),
            [var one] => one.Type == "iTXt" ? InternationalText(one.Data(png)) : LatinText(one.Data(png)),
            _ => throw new CredentialException(ProblemTypes.Parsing, null, $"There are {found.Count} credentials in the PNG; expected one."),
        };
    }

    private static bool IsBaked(PngChunk chunk, ReadOnlySpan<byte> png)
    {
        if (chunk.Type is not ("iTXt" or "tEXt"))
            return false;
        var data = chunk.Data(png);
        var keyword = data[..Math.Max(0, data.IndexOf((byte)0))];
        return keyword.SequenceEqual(Keyword) || keyword.SequenceEqual(KeywordOfVersion2);
    }

    /// <summary>iTXt (section 11.3.3.4): keyword, 0, whether compressed, method 0, language, 0, translated keyword, 0, UTF-8.</summary>
    private static byte[] InternationalText(ReadOnlySpan<byte> data)
    {
        var rest = data[(data.IndexOf((byte)0) + 1)..];
        if (rest is not [(0 or 1) and var compressed, 0, ..])
            throw Broken("it has no known compression");
        rest = rest[2..];
        for (var text = 0; text < 2; text++)
        {
            var end = rest.IndexOf((byte)0);
            if (end < 0)
                throw Broken("it is cut");
            rest = rest[(end + 1)..];
        }

        var utf8 = compressed == 1 ? Inflate(rest) : rest.ToArray();
        return Utf8.IsValid(utf8) ? utf8 : throw Broken("it is not UTF-8");
    }

    /// <summary>tEXt is Latin-1, but bakers wrote UTF-8 into it; bytes that are UTF-8 are taken as they are.</summary>
    private static byte[] LatinText(ReadOnlySpan<byte> data)
    {
        var text = data[(data.IndexOf((byte)0) + 1)..];
        return Utf8.IsValid(text) ? text.ToArray() : Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(text));
    }

    private static byte[] Inflate(ReadOnlySpan<byte> compressed)
    {
        using var zlib = new ZLibStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
        using var text = new MemoryStream();
        var buffer = new byte[81_920];
        try
        {
            for (var read = zlib.Read(buffer); read > 0; read = zlib.Read(buffer))
            {
                if (text.Length + read > CredentialBudget.Default.MaxBytes)
                    throw Broken("it is beyond 16 MB when decompressed");
                text.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException wrong)
        {
            throw Broken("it cannot be decompressed", wrong);
        }

        // The stream of the platform ends without a word where the data is cut; the checksum of what should have come tells (RFC 1950).
        var bytes = text.ToArray();
        return compressed.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(compressed[^4..]) == Adler32(bytes) ? bytes : throw Broken("its compressed data is cut");
    }

    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        const uint Prime = 65_521;
        uint a = 1, b = 0;
        foreach (var value in bytes)
        {
            a = (a + value) % Prime;
            b = (b + a) % Prime;
        }

        return (b << 16) | a;
    }

    private static CredentialException Broken(string what, Exception? inner = null) =>
        new(ProblemTypes.Parsing, null, $"The text of the credential in the PNG cannot be read: {what}.", inner);
}
