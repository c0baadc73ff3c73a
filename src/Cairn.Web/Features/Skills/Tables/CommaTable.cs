using System.Globalization;
using System.Text;
using Cairn.Web.Features.Imports;
using CsvHelper;
using CsvHelper.Configuration;

namespace Cairn.Web.Features.Skills.Tables;

/// <summary>Comma-separated text by RFC 4180: a quoted field may hold line breaks.</summary>
internal sealed class CommaTable : SourceTable
{
    private const int MaxField = 1 << 20;

    private readonly StreamReader _reader;
    private readonly CsvParser _parser;

    /// <param name="path">The file.</param>
    /// <param name="header">First column of the header. Rows before it, such as a title block, are passed over; at most 50.</param>
    /// <exception cref="ImportRefusedException">The file is not a UTF-8 text file with that header.</exception>
    public CommaTable(string path, string header)
        : base(Path.GetFileName(path))
    {
        _reader = SourceFile.Open(path);
        _parser = new CsvParser(_reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180,
            MaxFieldSize = MaxField,
            ProcessFieldBufferSize = 1 << 12,
        });
        var row = 0;
        while (Advance() && row++ < 50)
        {
            if (string.Equals(Field(0).TrimStart('\uFEFF').Trim(), header, StringComparison.OrdinalIgnoreCase))
            {
                TakeHeader();
                return;
            }
        }

        _parser.Dispose();
        throw new ImportRefusedException(new Refusal(File, 1, header, "no such column", $"a header that begins with {header}"));
    }

    protected override int Width => _parser.Count;

    // The byte order mark is part of the first field of the file; it is no part of any text.
    protected override string Field(int index) => Line == 1 && index == 0 ? _parser[index].TrimStart('\uFEFF') : _parser[index];

    protected override bool Advance()
    {
        Line = _parser.RawRow + 1;
        try
        {
            if (!_parser.Read())
                return false;
        }
        catch (DecoderFallbackException)
        {
            throw SourceFile.NotUtf8(File, Line);
        }
        catch (Exception error) when (error is BadDataException or MaxFieldSizeException)
        {
            throw Refused("", "a quotation mark that is not closed, or stands inside a field", "comma-separated rows, quoted as RFC 4180 says");
        }

        // The parser ends an open field with the file and says nothing; an odd number of marks does.
        if ((_parser.RawRecord.AsSpan().Count('"') & 1) == 1)
            throw Refused("", "a quotation mark that is never closed; the file may be cut off", "a closed quoted field");
        if (_parser.RawRecord.Contains('\0', StringComparison.Ordinal))
            throw Refused("", "a NUL character", "UTF-8 text");
        return true;
    }

    public override void Dispose()
    {
        _parser.Dispose();
        _reader.Dispose();
    }
}
