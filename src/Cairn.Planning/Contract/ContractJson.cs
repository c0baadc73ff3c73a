using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cairn.Planning.Contract;

/// <summary>How the contract's JSON is written.</summary>
internal static class ContractJson
{
    /// <summary>One line. Text stays as it is read: it is JSON, not HTML.</summary>
    internal static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For files that people open.</summary>
    internal static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Millionths as a decimal number without trailing zeros.</summary>
    internal static void WriteMillionths(Utf8JsonWriter writer, string name, long millionths)
    {
        // System.Decimal is exact in base ten; dividing by 1 at the end drops trailing zeros.
        decimal value = millionths / 1_000_000m / 1.000000000000000000000000000000m;
        writer.WriteNumber(name, value);
    }
}
