using System.Buffers.Binary;
using System.Text;

namespace Cairn.Credentials;

/// <summary>One chunk of a PNG.</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="Start">Where it begins in the file: at its length.</param>
/// <param name="Length">Bytes of its data.</param>
internal readonly record struct PngChunk(string Type, int Start, int Length)
{
    /// <summary>Length, type, data and checksum.</summary>
    public int End => Start + 12 + Length;

    public ReadOnlySpan<byte> Data(ReadOnlySpan<byte> png) => png.Slice(Start + 8, Length);
}

/// <summary>The chunks of a PNG (Portable Network Graphics, W3C Recommendation of 24 June 2025, section 5). Nothing of the picture is looked into.</summary>
internal static class PngChunks
{
    private static readonly uint[] Table = MakeTable();

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>All chunks to IEND. Whatever stands after IEND is no part of the picture.</summary>
    /// <exception cref="CredentialException">The file is cut, a checksum is wrong, or it is no PNG.</exception>
    public static List<PngChunk> Read(ReadOnlySpan<byte> png)
    {
        if (!png.StartsWith(Signature))
            throw Broken("it does not begin as a PNG does");
        var chunks = new List<PngChunk>();
        for (var at = Signature.Length; ; at = chunks[^1].End)
        {
            if (png.Length - at < 12)
                throw Broken("it is cut: the chunk IEND is missing");
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            var type = png.Slice(at + 4, 4);
            foreach (var letter in type)
            {
                if (!char.IsAsciiLetter((char)letter))
                    throw Broken($"at byte {at} there is no chunk");
            }

            var chunk = new PngChunk(Encoding.ASCII.GetString(type), at, (int)Math.Min(length, int.MaxValue / 2));
            if (length > (uint)(png.Length - at - 12))
                throw Broken($"it is cut: the chunk {chunk.Type} at byte {at} goes beyond the end");
            if (Checksum(png.Slice(at + 4, 4 + chunk.Length)) != BinaryPrimitives.ReadUInt32BigEndian(png[(chunk.End - 4)..]))
                throw Broken($"the checksum of the chunk {chunk.Type} at byte {at} is wrong");
            chunks.Add(chunk);
            if ((chunks.Count == 1) != (chunk.Type == "IHDR"))
                throw Broken("its first chunk, and no other, must be IHDR");
            if (chunk.Type == "IEND")
                return chunks;
        }
    }

    /// <summary>A chunk as it stands in a file.</summary>
    public static byte[] Write(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Checksum(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static CredentialException Broken(string what) => new(ProblemTypes.Parsing, null, $"The PNG cannot be read: {what}.");

    /// <summary>CRC-32 as PNG has it (annex D).</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var value in bytes)
            checksum = Table[(byte)(checksum ^ value)] ^ (checksum >> 8);
        return ~checksum;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
            table[i] = value;
        }

        return table;
    }
}
