using System.Text;
using Cairn.Web.Features.Imports;

namespace Cairn.Web.Features.Skills.Tables;

/// <summary>Tab-separated text without any quoting: a quotation mark is a character like any other.</summary>
internal sealed class TabTable : SourceTable
{
    // A line of the official tables has under 3,000 characters; without a bound a file without line breaks would fill the memory.
    private const int MaxLine = 1 << 20;

    private readonly StreamReader reader;
    private readonly StringBuilder pending = new();
    private readonly char[] buffer = new char[1 << 15];
    private int position;
    private int filled;
    private string[] fields = [];

    /// <exception cref="ImportRefusedException">The file is not a UTF-8 text file with a header.</exception>
    public TabTable(string path)
        : base(Path.GetFileName(path))
    {
        reader = SourceFile.Open(path);
        if (!Advance())
            throw Refused("", "no rows", "a table with a header");
        TakeHeader();
    }

    protected override int Width => fields.Length;

    protected override string Field(int index) => fields[index];

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
            fields = (Line == 1 ? line.TrimStart('\uFEFF') : line).Split('\t');
            return true;
        }

        return false;
    }

    private string? ReadLine()
    {
        while (true)
        {
            if (position == filled && !Fill())
                return pending.Length > 0 ? Take() : null;
            var rest = buffer.AsSpan(position, filled - position);
            var end = rest.IndexOf('\n');
            pending.Append(end < 0 ? rest : rest[..end]);
            position += end < 0 ? rest.Length : end + 1;
            if (pending.Length > MaxLine)
                throw new ImportRefusedException(new Refusal(File, Line + 1, "", $"a line of more than {MaxLine} characters", "tab-separated rows"));
            if (end >= 0)
                return Take();
        }
    }

    private bool Fill()
    {
        position = 0;
        try
        {
            filled = reader.Read(buffer, 0, buffer.Length);
        }
        catch (DecoderFallbackException)
        {
            throw SourceFile.NotUtf8(File, Line + 1);
        }

        return filled > 0;
    }

    private string Take()
    {
        if (pending.Length > 0 && pending[^1] == '\r')
            pending.Length--;
        var line = pending.ToString();
        pending.Clear();
        return line;
    }

    public override void Dispose() => reader.Dispose();
}
