using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Cairn.Planning.Contract;

namespace Cairn.Cli.Lines;

/// <summary>One line of input: its id, its operation, and where its other members stand.</summary>
internal sealed class Line
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly Dictionary<string, Range> _members = new(StringComparer.Ordinal);

    private Line(ReadOnlyMemory<byte> text) => _text = text;

    /// <summary>The id as it stands in the line; <c>null</c> when it cannot be read.</summary>
    internal ReadOnlyMemory<byte> Id { get; private set; } = "null"u8.ToArray();

    /// <summary>The operation, if it can be read.</summary>
    internal string? Op { get; private set; }

    /// <summary>What is wrong with the line itself, in one sentence; null when it can be answered.</summary>
    internal string? Problem { get; private set; }

    /// <summary>Set beside <see cref="Problem"/> when the line is not JSON.</summary>
    internal PlanError? Unreadable { get; private set; }

    /// <param name="text">The line without its end.</param>
    /// <param name="cut">Whether only the beginning of a line that was too long is given.</param>
    internal static Line Read(ReadOnlyMemory<byte> text, bool cut = false)
    {
        var line = new Line(text) { Problem = cut ? $"The line is longer than {LineSplitter.MostBytes / 1024 / 1024} MB." : null };
        if (!cut && PlanError.IfUnreadable(text.Span) is { } unreadable)
        {
            line.Unreadable = unreadable;
            line.Problem = $"The line is not JSON: expected JSON at column {unreadable.Column}, found {unreadable.Found}.";
        }

        string? problem = line.ReadMembers();
        line.Problem ??= problem;
        return line;
    }

    /// <summary>A member's JSON as it stands in the line; false when it is absent.</summary>
    internal bool TryGet(string member, out ReadOnlySpan<byte> json)
    {
        bool found = _members.TryGetValue(member, out Range range);
        json = found ? _text.Span[range] : default;
        return found;
    }

    /// <summary>Reads as far as the text can be read: an id that stands before what is wrong is still worth having.</summary>
    private string? ReadMembers()
    {
        string? problem = null;
        try
        {
            // Not the final block: a text that ends too early ends the reading without an error.
            var reader = new Utf8JsonReader(_text.Span, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return "The line is not a JSON object.";
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                int start = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    break;
                }

                if (!_members.TryAdd(name, start..(int)reader.BytesConsumed))
                {
                    problem ??= $"The member {name} stands twice in the line.";
                }
                else if (name == "id" && Utf8.IsValid(_text.Span[_members[name]]))
                {
                    Id = _text[_members[name]];
                }
                else if (name == "op" && reader.TokenType == JsonTokenType.String)
                {
                    Op = reader.GetString();
                }
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Not JSON from here on, or half of a surrogate pair in a name.
            problem ??= "The line has a name that is not Unicode text.";
        }

        return problem
            ?? (_members.ContainsKey("id") ? null : "The line has no id.")
            ?? (_members.ContainsKey("op") ? null : "The line has no op.")
            ?? (Op is null ? "The op is not a text." : null);
    }

    public override string ToString() => Encoding.UTF8.GetString(_text.Span);
}
