using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Cairn.Cli.Lines;

/// <summary>Reads lines, answers them side by side, writes each answer when it is ready.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim whose wait handle is never asked for holds nothing to dispose of.")]
internal sealed class LineLoop(IReadOnlyDictionary<string, Operation> operations, Stream input, Stream output)
{
    private const int Unit = 64 * 1024;

    /// <summary>Lines that are read and not yet answered take at most this much; then reading waits.</summary>
    private const int MostUnits = 64 * 1024 * 1024 / Unit;

    private readonly SemaphoreSlim _room = new(MostUnits);
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Goes on until the input ends and the last answer is written.</summary>
    internal async Task RunAsync()
    {
        var lines = new LineSplitter(input);
        while (await lines.NextAsync() is { } next)
        {
            int units = 1 + (next.Text.Length / Unit);
            for (int taken = 0; taken < units; taken++)
            {
                await _room.WaitAsync();
            }

            _ = Task.Run(async () =>
            {
                try
                {
                    await AnswerAsync(Line.Read(next.Text, next.Cut));
                }
                finally
                {
                    _room.Release(units);
                }
            });
        }

        // All room is free again when the last answer is out.
        for (int taken = 0; taken < MostUnits; taken++)
        {
            await _room.WaitAsync();
        }
    }

    private async Task AnswerAsync(Line line)
    {
        ReadOnlyMemory<byte> answer;
        try
        {
            answer = await TryAnswerAsync(line);
        }
        catch (Exception bug)
        {
            answer = Written(line, writer => writer.WriteString("error", $"This is a bug in cairn: {bug.GetType().Name}: {bug.Message}"));
        }

        await _writing.WaitAsync();
        try
        {
            await output.WriteAsync(answer);
            await output.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task<ReadOnlyMemory<byte>> TryAnswerAsync(Line line)
    {
        if (line.Problem is { } problem)
        {
            return Written(line, writer =>
            {
                // The operation was read before the line broke off: then the error is the operation's own.
                if (line is { Unreadable: { } unreadable, Op: SolveLine.Name })
                {
                    writer.WritePropertyName("error");
                    unreadable.WriteTo(writer);
                }
                else
                {
                    writer.WriteString("error", problem);
                }
            });
        }

        if (!operations.TryGetValue(line.Op!, out Operation? operation))
        {
            return Written(line, writer => writer.WriteString("error", $"Unknown op {line.Op}; known are {string.Join(", ", operations.Keys)}."));
        }

        var buffer = new ArrayBufferWriter<byte>();
        await using (Utf8JsonWriter writer = Begin(buffer, line))
        {
            await operation(line, writer);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static ReadOnlyMemory<byte> Written(Line line, Action<Utf8JsonWriter> member)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (Utf8JsonWriter writer = Begin(buffer, line))
        {
            member(writer);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static Utf8JsonWriter Begin(ArrayBufferWriter<byte> buffer, Line line)
    {
        var writer = new Utf8JsonWriter(buffer, PlainJson.OneLine);
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        writer.WriteRawValue(line.Id.Span, skipInputValidation: true);
        return writer;
    }
}
