using System.Text;
using Cairn.Web.Features.Imports;

namespace Cairn.Web.Features.Skills.Tables;

/// <summary>Tab-separated text without any quoting: a quotation mark is a character like any other.</summary>
internal sealed class TabTable : SourceTable
{
    // A line of the official tables has under 3,000 characters; without a bound a file without line breaks would fill the memory.
    private const int MaxLine = 1 << 20;

    private readonly StreamReader _reader;
    private readonly StringBuilder _pending = new();
    private readonly char[] _buffer = new char[1 << 15];
    private int _position;
    private int _filled;
    private string[] _fields = [];

    /// <exception cref="ImportRefusedException">The file is not a UTF-8 text file with a header.</exception>
    public TabTable(string path)
        : base(Path.GetFileName(path))
    {
        _reader = SourceFile.Open(path);
        if (!Advance())
            throw Refused("", "no rows", "a table with a header");
        TakeHeader();
    }

    protected override int Width => _fields.Length;

    protected override string Field(int index) => _fields[index];

    protected override bool Advance()
    {
        while (ReadLine() is { } line)
        {
            Line++;
            if (line.Contains('\0', StringComparison.Ordinal))
                throw Refused("", "a NUL character", "UTF-8 text");
            if (line.Length == 0)
                continue;
            // The byte order mark stands before the first name.
            _fields = (Line == 1 ? line.TrimStart('\uFEFF') : line).Split('\t');
            return true;
        }

        return false;
    }

    private string? ReadLine()
    {
        while (true)
        {
            if (_position == _filled && !Fill())
                return _pending.Length > 0 ? Take() : null;
            var rest = _buffer.AsSpan(_position, _filled - _position);
            var end = rest.IndexOf('\n');
            _pending.Append(end < 0 ? rest : rest[..end]);
            _position += end < 0 ? rest.Length : end + 1;
            if (_pending.Length > MaxLine)
                throw new ImportRefusedException(new Refusal(File, Line + 1, "", $"a line of more than {MaxLine} characters", "tab-separated rows"));
            if (end >= 0)
                return Take();
        }
    }

    private bool Fill()
    {
        _position = 0;
        try
        {
            _filled = _reader.Read(_buffer, 0, _buffer.Length);
        }
        catch (DecoderFallbackException)
        {
            throw SourceFile.NotUtf8(File, Line + 1);
        }

        return _filled > 0;
    }

    private string Take()
    {
        if (_pending.Length > 0 && _pending[^1] == '\r')
            _pending.Length--;
        var line = _pending.ToString();
        _pending.Clear();
        return line;
    }

    public override void Dispose() => _reader.Dispose();
}
