using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Cairn.Planning.Contract;

/// <summary>Reads and writes requests in the contract's JSON.</summary>
public static class PlanRequestJson
{
    /// <summary>Reads a request strictly: what breaks the contract is refused at its first problem in document order.</summary>
    /// <param name="utf8">JSON in UTF-8 without a byte order mark.</param>
    public static PlanReading<PlanRequest> Read(ReadOnlySpan<byte> utf8)
    {
        if (!StrictJsonWalk.TryStart(utf8, out StrictJsonWalk walk, out PlanError? unreadable))
        {
            return new PlanReading<PlanRequest>(unreadable!);
        }

        // Amounts may stand before the currency that says how many decimals they may have.
        int? digits = walk.PeekText("currency"u8) is { } currency && Iso4217.TryGetMinorDigits(currency, out int known) ? known : null;
        return new PlanRequestWalk(digits).Read(ref walk);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    /// <param name="json">JSON.</param>
    public static PlanReading<PlanRequest> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(json));
        }
        catch (EncoderFallbackException problem)
        {
            string before = json[..problem.Index];
            return new PlanReading<PlanRequest>(new PlanError
            {
                Code = PlanError.Unreadable,
                Expected = "JSON",
                Found = "half of a surrogate pair",
                Line = before.Count(character => character == '\n') + 1,
                Column = before[(before.LastIndexOf('\n') + 1)..].EnumerateRunes().Count() + 1,
            });
        }
    }

    /// <summary>Writes a request; <see cref="Read(string)"/> gives an equal one back. Members with their default are left out.</summary>
    /// <param name="request">A request that keeps the bounds of the contract.</param>
    /// <param name="indented">For files that people open.</param>
    /// <exception cref="ArgumentException">The currency is unknown.</exception>
    public static string Write(PlanRequest request, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, indented ? ContractJson.Indented : ContractJson.Compact))
        {
            PlanRequestWriting.Write(writer, request);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
