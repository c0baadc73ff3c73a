using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Cairn.Web.Features.Imports;
using MiniExcelLibs;

namespace Cairn.Web.Features.Skills.Tables;

/// <summary>A sheet of an Excel workbook (Office Open XML), read row by row.</summary>
internal sealed class SheetTable : SourceTable
{
    /// <summary>What the parts of a workbook may come to when unpacked: a small file can hold a very large one.</summary>
    private const long MaxUnpacked = 512L * 1024 * 1024;

    private readonly FileStream _stream;
    private readonly IEnumerator<IDictionary<string, object?>> _rows;
    private string[] _fields = [];

    /// <param name="path">The workbook.</param>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="header">Tells the header among the first 20 rows.</param>
    /// <exception cref="ImportRefusedException">The file is no workbook, or has no such sheet or header.</exception>
    public SheetTable(string path, string sheet, Func<IReadOnlyList<string>, bool> header)
        : base($"{Path.GetFileName(path)} ({sheet})")
    {
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        _rows = _stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().GetEnumerator();
        while (Line < 20 && Advance())
        {
            if (!header(_fields))
                continue;
            TakeHeader();
            return;
        }

        Dispose();
        throw new ImportRefusedException(new Refusal(File, 0, "", "no header in the first 20 rows", "the table that this sheet is published with"));
    }

    protected override int Width => _fields.Length;

    protected override string Field(int index) => _fields[index];

    /// <summary>Names of the sheets of a workbook.</summary>
    /// <exception cref="ImportRefusedException">The file is no readable workbook.</exception>
    public static IReadOnlyList<string> SheetsOf(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (archive.Entries.Sum(entry => entry.Length) > MaxUnpacked)
                    throw NoWorkbook(path, $"a workbook of more than {MaxUnpacked / 1024 / 1024} MB unpacked");
            }

            stream.Seek(0, SeekOrigin.Begin);
            return stream.GetSheetNames();
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or KeyNotFoundException or NullReferenceException or InvalidOperationException)
        {
            throw NoWorkbook(path, "a file that cannot be read as a workbook; it may be cut off");
        }
    }

    protected override bool Advance()
    {
        try
        {
            if (!_rows.MoveNext())
                return false;
        }
        catch (Exception error) when (error is InvalidDataException or XmlException)
        {
            throw Refused("", "a sheet that cannot be read; the file may be cut off", "an Excel workbook (.xlsx)");
        }

        Line++;
        _fields = [.. _rows.Current.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")];
        return true;
    }

    public override void Dispose()
    {
        _rows.Dispose();
        _stream.Dispose();
    }

    private static ImportRefusedException NoWorkbook(string path, string found) =>
        new(new Refusal(Path.GetFileName(path), 0, "", found, "an Excel workbook (.xlsx)"));
}
