using System.Diagnostics.CodeAnalysis;
using System.Formats.Cbor;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>The proof value of a base proof (Data Integrity ECDSA Cryptosuites 1.0, W3C Recommendation of 15 May 2025, sections 3.5.2 and 3.5.3).</summary>
/// <param name="BaseSignature">The issuer's, over the proof, the key below and the mandatory statements.</param>
/// <param name="PublicKey">The key that was made for this proof alone, as a Multikey's bytes.</param>
/// <param name="HmacKey">What hides the order of blank nodes; for the holder alone.</param>
/// <param name="Signatures">One for each statement that is not mandatory.</param>
/// <param name="MandatoryPointers">What every derived proof shows.</param>
internal sealed record BaseProofValue(byte[] BaseSignature, byte[] PublicKey, byte[] HmacKey, IReadOnlyList<byte[]> Signatures, IReadOnlyList<string> MandatoryPointers)
{
    private static readonly byte[] Header = [0xd9, 0x5d, 0x00];

    public static bool IsOne(ReadOnlySpan<byte> value) => value.StartsWith(Header);

    public byte[] Write() => SelectiveCbor.Write(Header, 5, writer =>
    {
        writer.WriteByteString(BaseSignature);
        writer.WriteByteString(PublicKey);
        writer.WriteByteString(HmacKey);
        writer.WriteAll(Signatures, writer.WriteByteString);
        writer.WriteAll(MandatoryPointers, writer.WriteTextString);
    });

    public static bool TryRead(byte[] value, [NotNullWhen(true)] out BaseProofValue? read) => SelectiveCbor.TryRead(value, Header, 5, reader =>
        new BaseProofValue(reader.ReadByteString(), reader.ReadByteString(), reader.ReadByteString(), reader.ReadAll(reader.ReadByteString), reader.ReadAll(reader.ReadTextString)), out read)
        && read.BaseSignature.Length == 64 && read.HmacKey.Length == 32 && read.Signatures.All(signature => signature.Length == 64);
}

/// <summary>The proof value of a derived proof (same specification, sections 3.5.6 and 3.5.7).</summary>
/// <param name="BaseSignature">As in the base proof.</param>
/// <param name="PublicKey">As in the base proof.</param>
/// <param name="Signatures">One for each statement that is shown and not mandatory.</param>
/// <param name="Labels">The hidden label of each canonical one, by its number.</param>
/// <param name="MandatoryIndexes">Which of the statements that are shown are mandatory.</param>
internal sealed record DerivedProofValue(byte[] BaseSignature, byte[] PublicKey, IReadOnlyList<byte[]> Signatures, IReadOnlyDictionary<int, byte[]> Labels, IReadOnlyList<int> MandatoryIndexes)
{
    private static readonly byte[] Header = [0xd9, 0x5d, 0x01];

    public byte[] Write() => SelectiveCbor.Write(Header, 5, writer =>
    {
        writer.WriteByteString(BaseSignature);
        writer.WriteByteString(PublicKey);
        writer.WriteAll(Signatures, writer.WriteByteString);
        writer.WriteStartMap(Labels.Count);
        foreach (var (number, label) in Labels.OrderBy(label => label.Key))
        {
            writer.WriteInt32(number);
            writer.WriteByteString(label);
        }

        writer.WriteEndMap();
        writer.WriteAll(MandatoryIndexes, writer.WriteInt32);
    });

    public static bool TryRead(byte[] value, [NotNullWhen(true)] out DerivedProofValue? read) => SelectiveCbor.TryRead(value, Header, 5, reader =>
        new DerivedProofValue(reader.ReadByteString(), reader.ReadByteString(), reader.ReadAll(reader.ReadByteString), ReadLabels(reader), reader.ReadAll(reader.ReadInt32)), out read)
        && read.BaseSignature.Length == 64 && read.Signatures.All(signature => signature.Length == 64) && read.Labels.Values.All(label => label.Length == 32)
        // In order and each once: one value for one meaning.
        && read.MandatoryIndexes.Zip(read.MandatoryIndexes.Skip(1)).All(pair => pair.First < pair.Second) && read.MandatoryIndexes.All(index => index >= 0);

    private static Dictionary<int, byte[]> ReadLabels(CborReader reader)
    {
        var labels = new Dictionary<int, byte[]>();
        for (var left = reader.ReadStartMap(); left > 0; left--)
            labels.Add(reader.ReadInt32(), reader.ReadByteString());
        reader.ReadEndMap();
        return labels;
    }
}

/// <summary>
/// CBOR (RFC 8949, December 2020) in the one form that those values have: three bytes of header, an array, no tags, every length the shortest. Other
/// forms are refused, so that there is one text for one proof.
/// </summary>
internal static class SelectiveCbor
{
    public static byte[] Write(byte[] header, int items, Action<CborWriter> write)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(items);
        write(writer);
        writer.WriteEndArray();
        return [.. header, .. writer.Encode()];
    }

    public static bool TryRead<T>(byte[] value, byte[] header, int items, Func<CborReader, T> read, [NotNullWhen(true)] out T? result) where T : class
    {
        result = null;
        if (!value.AsSpan().StartsWith(header))
            return false;
        try
        {
            var reader = new CborReader(value.AsMemory(header.Length), CborConformanceMode.Canonical);
            if (reader.ReadStartArray() != items)
                return false;
            result = read(reader);
            reader.ReadEndArray();
            return reader.BytesRemaining == 0;
        }
        catch (Exception wrong) when (wrong is CborContentException or InvalidOperationException or OverflowException or ArgumentException)
        {
            return false;
        }
    }

    public static void WriteAll<T>(this CborWriter writer, IReadOnlyCollection<T> items, Action<T> write)
    {
        writer.WriteStartArray(items.Count);
        foreach (var item in items)
            write(item);
        writer.WriteEndArray();
    }

    public static List<T> ReadAll<T>(this CborReader reader, Func<T> read)
    {
        var items = new List<T>();
        for (var left = reader.ReadStartArray(); left > 0; left--)
            items.Add(read());
        reader.ReadEndArray();
        return items;
    }
}
