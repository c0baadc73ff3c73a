using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Cairn.Credentials.Tests.Baking;

/// <summary>Pictures that a test makes itself: a PNG of chunks, with checksums worked out bit by bit, and an SVG.</summary>
internal static class Pictures
{
    public const string Json = """{"type":["VerifiableCredential"],"name":"Añá 😀"}""";

    public const string Svg = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- a > b -->
        <svg xmlns="http://www.w3.org/2000/svg" width="1" data-x='a>b'>
          <script>alert("x")</script>
          <rect width="1"   height='1'/>
        </svg>

        """;

    public static readonly byte[] Header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];

    public static byte[] Png(params (string Type, byte[] Data)[] between) => Raw([("IHDR", Header), .. between, ("IDAT", Compressed([0, 0])), ("IEND", [])]);

    public static byte[] Raw(params (string Type, byte[] Data)[] chunks) =>
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. chunks.SelectMany(chunk => Chunk(chunk.Type, chunk.Data))];

    public static byte[] Chunk(string type, byte[] data)
    {
        var body = Encoding.ASCII.GetBytes(type).Concat(data).ToArray();
        var chunk = new byte[8 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + body.Length), Checksum(body));
        return chunk;
    }

    /// <summary>The chunks of a PNG that is in order, by a reader of its own.</summary>
    public static List<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks.Add((Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }

    public static (string Type, byte[] Data) InternationalText(string keyword, byte[] text, byte compressed = 0, byte method = 0) =>
        ("iTXt", [.. Encoding.ASCII.GetBytes(keyword), 0, compressed, method, .. "en"u8, 0, .. "Abzeichen"u8, 0, .. text]);

    public static byte[] Compressed(byte[] bytes)
    {
        using var to = new MemoryStream();
        using (var zlib = new ZLibStream(to, CompressionLevel.Optimal))
            zlib.Write(bytes);
        return to.ToArray();
    }

    private static uint Checksum(byte[] bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var value in bytes)
        {
            checksum ^= value;
            for (var bit = 0; bit < 8; bit++)
                checksum = (checksum & 1) == 1 ? (checksum >> 1) ^ 0xEDB88320 : checksum >> 1;
        }

        return ~checksum;
    }
}
