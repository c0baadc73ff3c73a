using System.Text;
using System.Text.Json;

namespace Cairn.Planning.Contract;

/// <summary>Why a text was refused: the first problem in document order.</summary>
public sealed record PlanError
{
    /// <summary>The text is JSON, but not a request (or answer) of the contract.</summary>
    public const string InvalidRequest = "invalidRequest";

    /// <summary>The text is not JSON.</summary>
    public const string Unreadable = "unreadable";

    /// <summary><see cref="InvalidRequest"/> or <see cref="Unreadable"/>.</summary>
    public required string Code { get; init; }

    /// <summary>JSON Pointer (RFC 6901) to the problem, or to the missing member; null when unreadable.</summary>
    public string? Path { get; init; }

    /// <summary>What would have been right, in words.</summary>
    public required string Expected { get; init; }

    /// <summary>What stands there, shortened; <c>nothing</c> for a missing member.</summary>
    public required string Found { get; init; }

    /// <summary>Line, from 1; null unless unreadable.</summary>
    public int? Line { get; init; }

    /// <summary>Column in characters, from 1; null unless unreadable.</summary>
    public int? Column { get; init; }

    /// <summary>The error of a text that is not JSON; null when it is, whatever it says.</summary>
    /// <param name="utf8">Strict RFC 8259: UTF-8, no byte order mark, no comments, no trailing commas.</param>
    public static PlanError? IfUnreadable(ReadOnlySpan<byte> utf8) => StrictJsonWalk.FirstUnreadable(utf8);

    /// <summary>Writes <c>{"code", "path" or "line" and "column", "expected", "found"}</c>.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("code", Code);
        if (Path is not null)
        {
            writer.WriteString("path", Path);
        }

        if (Line is { } line && Column is { } column)
        {
            writer.WriteNumber("line", line);
            writer.WriteNumber("column", column);
        }

        writer.WriteString("expected", Expected);
        writer.WriteString("found", Found);
        writer.WriteEndObject();
    }

    /// <summary>The contract's error object on one line: <c>{"error":{…}}</c>.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, ContractJson.Compact))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("error");
            WriteTo(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>One plain sentence.</summary>
    public override string ToString() => Code == Unreadable
        ? $"Not JSON at line {Line}, column {Column}: expected {Expected}, found {Found}."
        : $"{(string.IsNullOrEmpty(Path) ? "The document" : Path)}: expected {Expected}, found {Found}.";
}

/// <summary>A value, or why there is none.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
public sealed record PlanReading<T>
    where T : class
{
    internal PlanReading(T value) => Value = value;

    /// <summary>A refusal.</summary>
    public PlanReading(PlanError error) => Error = error;

    /// <summary>What was read; null exactly when <see cref="Error"/> is set.</summary>
    public T? Value { get; }

    /// <summary>The first problem; null exactly when <see cref="Value"/> is set.</summary>
    public PlanError? Error { get; }
}
