using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;

namespace Cairn.Credentials.Status;

/// <summary>
/// The compressed form of a list (Bitstring Status List 1.0, W3C Recommendation of 15 May 2025, sections 3.3 and 3.4): <c>u</c>, then base64url without
/// padding, of GZIP.
/// </summary>
internal static class EncodedList
{
    private const int Chunk = 64 * 1024;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return "u" + Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>Unpacks piece by piece and stops at the limit, so that a bomb never unfolds.</summary>
    /// <param name="encoded">The text.</param>
    /// <param name="maxBytes">Most bytes that are unpacked.</param>
    /// <param name="read">Gets each piece and where it begins.</param>
    /// <returns>How many bytes there are; null when there are more than allowed.</returns>
    /// <exception cref="FormatException">The text is no such list.</exception>
    public static long? Decode(string encoded, int maxBytes, ReadPiece read)
    {
        if (encoded is not ['u', _, ..])
            throw new FormatException("it does not begin with u, the multibase letter of base64url");
        using var packed = new MemoryStream(FromBase64Url(encoded.AsSpan(1)), writable: false);
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        var piece = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            long length = 0;
            while (gzip.Read(piece) is > 0 and var count)
            {
                if (length + count > maxBytes)
                    return null;
                read(length, piece.AsSpan(0, count));
                length += count;
            }

            return length;
        }
        catch (InvalidDataException wrong)
        {
            throw new FormatException("it is no GZIP", wrong);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static byte[] FromBase64Url(ReadOnlySpan<char> text)
    {
        if (text.Contains('=') || text.ContainsAny(" \t\r\n"))
            throw new FormatException("its base64url has padding or white space");
        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException wrong)
        {
            throw new FormatException("it is no base64url", wrong);
        }
    }

    internal delegate void ReadPiece(long offset, ReadOnlySpan<byte> piece);
}
