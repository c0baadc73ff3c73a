using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Cairn.Planning.Contract;

/// <summary>Reads and writes answers in the contract's JSON.</summary>
public static class PlanAnswerJson
{
    /// <summary>Writes an answer.</summary>
    /// <param name="answer">What <see cref="PathwayPlanner"/> gave.</param>
    /// <param name="currency">The currency of its request: amounts get exactly its decimals.</param>
    /// <param name="indented">For files that people open.</param>
    /// <exception cref="ArgumentException">The currency is unknown.</exception>
    public static string Write(PlanAnswer answer, string currency, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, indented ? ContractJson.Indented : ContractJson.Compact))
        {
            WriteTo(writer, answer, currency);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <inheritdoc cref="Write(PlanAnswer, string, bool)"/>
    /// <param name="writer">Gets one object.</param>
    /// <param name="answer">What <see cref="PathwayPlanner"/> gave.</param>
    /// <param name="currency">The currency of its request.</param>
    public static void WriteTo(Utf8JsonWriter writer, PlanAnswer answer, string currency)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answer);
        new PlanAnswerWriting(writer, currency).Write(answer);
    }

    /// <summary>Reads an answer strictly: what has another shape than the contract's is refused at its first problem.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <param name="currency">The currency of its request.</param>
    /// <exception cref="ArgumentException">The currency is unknown.</exception>
    public static PlanReading<PlanAnswer> Read(ReadOnlySpan<byte> utf8, string currency)
    {
        if (!Iso4217.TryGetMinorDigits(currency, out int digits))
        {
            throw new ArgumentException($"{currency} is not a currency of ISO 4217.", nameof(currency));
        }

        return StrictJsonWalk.TryStart(utf8, out StrictJsonWalk walk, out PlanError? unreadable)
            ? new PlanAnswerWalk(digits).Read(ref walk)
            : new PlanReading<PlanAnswer>(unreadable!);
    }
}
