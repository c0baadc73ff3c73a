using Cairn.Web.Features.Imports;

namespace Cairn.Web.Commands;

/// <summary>The report of an import as a person reads it.</summary>
internal static class ImportReportText
{
    private const int LongestFound = 60;

    public static void Write(ImportReport report, TextWriter to)
    {
        foreach (var remark in report.Remarks)
            to.WriteLine(remark);
        foreach (var refusal in report.Refusals)
            Write(refusal, to);
        var record = report.Record;
        to.WriteLine(
            $"{record.File}: {record.Read:N0} read, {record.Added:N0} added, {record.Changed:N0} changed, {record.Unchanged:N0} unchanged, " +
            $"{report.Removed:N0} removed, {record.Refused:N0} refused.");
    }

    public static void Write(Refusal refusal, TextWriter to)
    {
        var place = refusal.Line > 0 ? $"{refusal.File}, line {refusal.Line}" : refusal.File;
        if (refusal.Column.Length > 0)
            place += $", column \"{refusal.Column}\"";
        to.WriteLine($"{place}: found {Shorten(refusal.Found)}, expected {refusal.Expected}.");
    }

    private static string Shorten(string found) => found.Length <= LongestFound ? found : found[..LongestFound] + "…";
}
