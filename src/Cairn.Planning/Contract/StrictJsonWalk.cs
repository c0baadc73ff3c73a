using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Cairn.Planning.Contract;

/// <summary>
/// Walks JSON once, from front to back, and keeps the problem that stands first in the text. It does not stop at a problem:
/// whether a name is unknown shows only at the end, and that name may stand before everything else.
/// </summary>
/// <remarks>
/// A missing member stands at the end of the object that lacks it: only there it is certain. The walk goes into known members only, so
/// its depth is the contract's; deeper text always stands inside something that is refused, and is skipped without recursion.
/// </remarks>
internal ref struct StrictJsonWalk
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly List<(string? Name, int Index)> _path;
    private Utf8JsonReader _reader;
    private long _problemAt;

    private StrictJsonWalk(ReadOnlySpan<byte> text)
    {
        _text = text;
        _path = [];
        _reader = new Utf8JsonReader(text, Options);
        _problemAt = long.MaxValue;
    }

    /// <summary>Any depth can be read over: the reader keeps one bit a level.</summary>
    private static JsonReaderOptions Options => new() { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false };

    /// <summary>The problem that stands first, of those found until now.</summary>
    internal PlanError? Problem { get; private set; }

    /// <summary>Where the current token starts, in bytes.</summary>
    internal readonly long At => _reader.TokenStartIndex;

    internal readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    internal readonly bool IsText => _reader.TokenType == JsonTokenType.String;

    internal readonly bool IsObject => _reader.TokenType == JsonTokenType.StartObject;

    /// <summary>A list of texts; entries that are none are errors of the walk and left out.</summary>
    internal List<string> Texts()
    {
        List<string> texts = [];
        for (bool list = BeginList(); list && NextEntry(out _);)
        {
            if (Text() is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>Checks that the text is JSON from its first to its last byte, then stands at its first value.</summary>
    /// <returns>False, with the error, when it is not.</returns>
    internal static bool TryStart(ReadOnlySpan<byte> text, out StrictJsonWalk walk, out PlanError? error)
    {
        walk = new StrictJsonWalk(text);
        error = FirstUnreadable(text);
        if (error is not null)
        {
            return false;
        }

        walk._reader.Read();
        return true;
    }

    /// <summary>Looks ahead, without moving, for the text of a member of the object that begins here; null when it has none.</summary>
    internal readonly string? PeekText(ReadOnlySpan<byte> name)
    {
        Utf8JsonReader ahead = _reader;
        if (ahead.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            bool found = NameIs(ref ahead, name);
            ahead.Read();
            if (found)
            {
                return ahead.TokenType == JsonTokenType.String ? TextOf(ref ahead) : null;
            }

            ahead.Skip();
        }

        return null;
    }

    /// <summary>An object being walked: which of its members were seen, and which is current.</summary>
    internal ref struct Members(ReadOnlySpan<string> names)
    {
        internal readonly ReadOnlySpan<string> Names = names;
        internal ulong Seen;
        internal bool Open;

        /// <summary>Position of the current member in the list of names.</summary>
        internal int Current = -1;

        internal readonly bool Has(int member) => (Seen & (1UL << member)) != 0;
    }

    /// <summary>Enters an object, or notes that there is none.</summary>
    internal Members BeginObject(ReadOnlySpan<string> names)
    {
        var members = new Members(names) { Open = _reader.TokenType == JsonTokenType.StartObject };
        if (!members.Open)
        {
            Refuse("an object");
            Skip();
        }

        return members;
    }

    /// <summary>Goes to the value of the next known member; notes unknown and doubled ones on the way. At the end, false.</summary>
    internal bool Next(ref Members members)
    {
        if (!members.Open)
        {
            return false;
        }

        if (members.Current >= 0)
        {
            Pop();
        }

        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            int known = Known(members.Names);
            if (known >= 0 && !members.Has(known))
            {
                members.Seen |= 1UL << known;
                members.Current = known;
                _path.Add((members.Names[known], 0));
                _reader.Read();
                return true;
            }

            if (_problemAt > At)
            {
                string name = TextOf(ref _reader) ?? RawText();
                _path.Add((name, 0));
                string list = string.Join(", ", members.Names.ToArray());
                Refuse(known < 0 ? $"one of the members {list}" : "each member once", known < 0 ? Shown(name) : $"{Shown(name)} a second time");
                Pop();
            }

            _reader.Read();
            Skip();
        }

        members.Current = -1;
        return false;
    }

    /// <summary>Notes a member that should be there; to be called when the object was walked to its end.</summary>
    internal void RefuseMissing(scoped in Members members, string name, string expected)
    {
        if (members.Open)
        {
            RefuseAt(At, expected, "nothing", name);
        }
    }

    /// <summary>Enters a list, or notes that there is none.</summary>
    internal bool BeginList(string expected = "a list")
    {
        if (_reader.TokenType == JsonTokenType.StartArray)
        {
            _path.Add((null, -1));
            return true;
        }

        Refuse(expected);
        Skip();
        return false;
    }

    /// <summary>Goes to the next entry; at the end of the list, false.</summary>
    internal bool NextEntry(out int index)
    {
        index = _path[^1].Index + 1;
        _path[^1] = (null, index);
        if (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            return true;
        }

        Pop();
        return false;
    }

    /// <summary>Entries of the list at which the walk stands, without moving it.</summary>
    internal readonly int CountEntries()
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            return 0;
        }

        Utf8JsonReader ahead = _reader;
        int count = 0;
        while (ahead.Read() && ahead.TokenType != JsonTokenType.EndArray)
        {
            count++;
            ahead.Skip();
        }

        return count;
    }

    /// <summary>Leaves the current value behind.</summary>
    internal void Skip() => _reader.Skip();

    internal string? Text(string expected = "a text")
    {
        if (_reader.TokenType != JsonTokenType.String)
        {
            Refuse(expected);
            Skip();
            return null;
        }

        string? value = TextOf(ref _reader);
        if (value is null)
        {
            Refuse("a text without lone surrogates");
        }

        return value;
    }

    internal string? OneOf(scoped ReadOnlySpan<string> values)
    {
        string expected = string.Join(", ", values.ToArray());
        long at = At;
        string? value = Text($"one of {expected}");
        if (value is not null && !values.Contains(value))
        {
            RefuseAt(at, $"one of {expected}", Found());
            return null;
        }

        return value;
    }

    internal long? Integer(long least, long most)
    {
        if (_reader.TokenType == JsonTokenType.Number && _reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0
            && _reader.TryGetInt64(out long value) && value >= least && value <= most)
        {
            return value;
        }

        Refuse($"an integer {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}");
        Skip();
        return null;
    }

    internal DateOnly? Date()
    {
        const string expected = "a date as YYYY-MM-DD";
        string? value = Text(expected);
        if (value is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        Refuse(expected);
        return null;
    }

    /// <param name="digits">Minor digits of the currency; null when the currency itself is refused.</param>
    internal long? Amount(int? digits)
    {
        int decimals = digits ?? 4;
        long power = (long)Math.Pow(10, decimals);
        string most = decimals switch { 0 => "no decimals", 1 => "at most 1 decimal", _ => $"at most {decimals} decimals" };
        return Decimal(decimals, 1_000_000_000_000 * power, $"an amount 0 to 1000000000000 with {most}", texts: true, anyDecimals: digits is null);
    }

    /// <summary>An amount as answers write it: a text with exactly the currency's decimals. A sum may be above the bound of one amount.</summary>
    internal long? AmountText(int digits)
    {
        ReadOnlySpan<byte> value = _reader.ValueSpan;
        int point = value.IndexOf((byte)'.');
        if (_reader.TokenType == JsonTokenType.String && (point < 0 ? 0 : value.Length - point - 1) == digits
            && ExactDecimal.Parse(value, digits, long.MaxValue, exponent: false, out long amount) == ExactDecimal.Outcome.Read)
        {
            return amount;
        }

        Refuse(digits == 0 ? "an amount as a text without decimals" : $"an amount as a text with {digits} decimals");
        Skip();
        return null;
    }

    /// <summary>A decimal number in millionths, at most six decimals.</summary>
    internal long? Millionths(long most) =>
        Decimal(6, most * 1_000_000, $"a decimal 0 to {most.ToString(CultureInfo.InvariantCulture)} with at most 6 decimals", texts: false, anyDecimals: false);

    internal double? Number(double least, double most)
    {
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetDouble(out double value) && value >= least && value <= most)
        {
            return value;
        }

        Refuse($"a number {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}");
        Skip();
        return null;
    }

    internal bool? Truth()
    {
        if (_reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _reader.GetBoolean();
        }

        Refuse("true or false");
        Skip();
        return null;
    }

    private long? Decimal(int decimals, long most, string expected, bool texts, bool anyDecimals)
    {
        bool number = _reader.TokenType == JsonTokenType.Number;
        if (number || (texts && _reader.TokenType == JsonTokenType.String && !_reader.ValueIsEscaped))
        {
            ExactDecimal.Outcome outcome = ExactDecimal.Parse(_reader.ValueSpan, decimals, most, exponent: number, out long value);
            if (outcome == ExactDecimal.Outcome.Read || (anyDecimals && outcome == ExactDecimal.Outcome.TooManyDecimals))
            {
                return value;
            }
        }
        else if (texts && _reader.TokenType == JsonTokenType.String && TextOf(ref _reader) is { } escaped
            && ExactDecimal.Parse(Encoding.UTF8.GetBytes(escaped), decimals, most, exponent: false, out long value) == ExactDecimal.Outcome.Read)
        {
            return value;
        }

        Refuse(expected);
        Skip();
        return null;
    }

    /// <summary>Notes that the current value is not what was expected.</summary>
    internal void Refuse(string expected) => RefuseAt(At, expected, Found());

    internal void Refuse(string expected, string found) => RefuseAt(At, expected, found);

    /// <summary>Notes a problem at the current path; only the one that stands first is kept.</summary>
    internal void RefuseAt(long at, string expected, string found, string? member = null)
    {
        if (at < _problemAt)
        {
            RefusePointer(at, Path(member), expected, found);
        }
    }

    /// <summary>Notes a problem whose path is known.</summary>
    internal void RefusePointer(long at, string pointer, string expected, string found)
    {
        if (at < _problemAt)
        {
            _problemAt = at;
            Problem = new PlanError { Code = PlanError.InvalidRequest, Path = pointer, Expected = expected, Found = found };
        }
    }

    /// <summary>The current value as shown to a person: short, and a list or object only by its kind.</summary>
    internal readonly string Found() => _reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => Shown("\"" + RawText() + "\""),
        _ => Shown(RawText()),
    };

    internal static string Shown(string text)
    {
        if (text.Length <= 60)
        {
            return text;
        }

        int cut = char.IsHighSurrogate(text[58]) ? 58 : 59;
        return string.Concat(text.AsSpan(0, cut), "…");
    }

    private readonly string RawText()
    {
        // Four bytes a character at most: enough for what is shown, whatever the length.
        ReadOnlySpan<byte> raw = _reader.ValueSpan;
        int length = Math.Min(raw.Length, 400);
        while (length < raw.Length && (raw[length] & 0xC0) == 0x80)
        {
            length++;
        }

        return Encoding.UTF8.GetString(raw[..length]);
    }

    private readonly string Path(string? member)
    {
        var pointer = new StringBuilder();
        foreach ((string? name, int index) in _path)
        {
            Append(pointer, name, index);
        }

        if (member is not null)
        {
            Append(pointer, member, 0);
        }

        return pointer.ToString();
    }

    private static void Append(StringBuilder pointer, string? name, int index)
    {
        pointer.Append('/');
        if (name is null)
        {
            pointer.Append(index.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            pointer.Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }
    }

    private readonly void Pop() => _path.RemoveAt(_path.Count - 1);

    private int Known(ReadOnlySpan<string> names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (_reader.ValueIsEscaped ? TextOf(ref _reader) == names[i] : _reader.ValueTextEquals(names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool NameIs(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.ValueIsEscaped ? TextOf(ref reader) == Encoding.UTF8.GetString(name) : reader.ValueTextEquals(name);

    /// <returns>Null when the text has an escaped lone surrogate, which JSON's grammar allows and Unicode does not.</returns>
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Where the text stops being JSON; null when it is JSON.</summary>
    internal static PlanError? FirstUnreadable(ReadOnlySpan<byte> text)
    {
        int wrongByte = Utf8.IsValid(text) ? -1 : FirstWrongByte(text);
        ReadOnlySpan<byte> readable = wrongByte < 0 ? text : text[..wrongByte];
        var reader = new Utf8JsonReader(readable, isFinalBlock: wrongByte < 0, new JsonReaderState(Options));
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException problem)
        {
            return Unreadable(text, PositionOf(problem, readable));
        }

        return wrongByte < 0 ? null : Unreadable(text, wrongByte);
    }

    private static int PositionOf(JsonException problem, ReadOnlySpan<byte> text)
    {
        int at = 0;
        for (long line = problem.LineNumber ?? 0; line > 0; line--)
        {
            int length = text[at..].IndexOf((byte)'\n');
            if (length < 0)
            {
                break;
            }

            at += length + 1;
        }

        return (int)Math.Min(text.Length, at + (problem.BytePositionInLine ?? 0));
    }

    private static PlanError Unreadable(ReadOnlySpan<byte> text, int at)
    {
        int line = text[..at].Count((byte)'\n') + 1;
        int lineStart = text[..at].LastIndexOf((byte)'\n') + 1;
        int column = 1;
        for (int i = lineStart; i < at; i++)
        {
            column += (text[i] & 0xC0) == 0x80 ? 0 : 1;
        }

        return new PlanError { Code = PlanError.Unreadable, Expected = "JSON", Found = CharacterAt(text, at), Line = line, Column = column };
    }

    private static string CharacterAt(ReadOnlySpan<byte> text, int at)
    {
        if (at >= text.Length)
        {
            return "the end of the text";
        }

        if (Rune.DecodeFromUtf8(text[at..], out Rune rune, out _) != System.Buffers.OperationStatus.Done)
        {
            return $"the byte 0x{text[at]:X2}, which is not UTF-8";
        }

        return rune.Value < ' ' || rune.Value is 0x7F or 0xFEFF
            ? $"the character U+{rune.Value:X4}"
            : $"\"{rune}\"";
    }

    private static int FirstWrongByte(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
