using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cairn.Cli;

/// <summary>JSON as people and programs get it: every letter and sign as itself, nothing escaped that need not be.</summary>
internal static class PlainJson
{
    /// <summary>Deeper than any result: one level of a document may become four when it is expanded.</summary>
    private const int MostDepth = 10_000;

    internal static readonly JsonWriterOptions OneLine = new() { Encoder = PlainEncoder.Instance, MaxDepth = MostDepth };

    private static readonly JsonWriterOptions Indented = OneLine with { Indented = true, NewLine = "\n" };

    /// <summary>In UTF-8, with a line end; indented for a person.</summary>
    internal static ReadOnlyMemory<byte> Write(JsonNode node, bool forPerson)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, forPerson ? Indented : OneLine))
        {
            node.WriteTo(writer);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>The framework's most relaxed encoder still escapes whatever lies beyond the first 65,536 characters; RFC 8259 asks for less.</summary>
    private sealed class PlainEncoder : JavaScriptEncoder
    {
        internal static readonly PlainEncoder Instance = new();

        public override int MaxOutputCharactersPerInputCharacter => "\\u0000".Length;

        public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\' or 0x7F;

        public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
        {
            for (int i = 0; i < textLength; i++)
            {
                if (WillEncode(text[i]))
                {
                    return i;
                }

                if (char.IsSurrogate(text[i]))
                {
                    if (i + 1 == textLength || !char.IsSurrogatePair(text[i], text[i + 1]))
                    {
                        return i;
                    }

                    i++;
                }
            }

            return -1;
        }

        public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
        {
            string text = unicodeScalar switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                < ' ' or 0x7F => $"\\u{unicodeScalar:x4}",
                _ => new Rune(unicodeScalar).ToString(),
            };
            bool fits = text.AsSpan().TryCopyTo(new Span<char>(buffer, bufferLength));
            numberOfCharactersWritten = fits ? text.Length : 0;
            return fits;
        }
    }
}
