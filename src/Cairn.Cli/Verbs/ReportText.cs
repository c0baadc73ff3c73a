using System.Globalization;
using System.Text;
using Cairn.Credentials;

namespace Cairn.Cli.Verbs;

/// <summary>A report as a person reads it at a terminal: the sentence, then one row for each check.</summary>
internal static class ReportText
{
    private const string Plainly = "\u001b[0m";

    internal static string Of(VerificationReport report, bool colour)
    {
        var text = new StringBuilder();
        text.Append(Coloured(VerificationReport.NameOf(report.Verdict), ColourOf(report.Verdict), colour)).Append(": ").Append(Cli.Plain.Text(report.Sentence)).Append("\n\n");
        Append(text, report, "", colour);
        return text.ToString();
    }

    private static void Append(StringBuilder text, VerificationReport report, string indent, bool colour)
    {
        foreach (CheckResult row in report.Checks)
        {
            (string words, string paint) = row.Outcome switch
            {
                CheckOutcome.Passed => ("passed", "\u001b[32m"),
                CheckOutcome.Failed => ("failed", "\u001b[31m"),
                CheckOutcome.NotChecked => ("could not be checked", "\u001b[90m"),
                _ => ("does not apply", ""),
            };
            string name = row.Of is { } of and > 0 ? $"{row.Check} {of}" : row.Check;
            string line = $"{indent}{name,-16}  {Coloured(words.PadRight(20), paint, colour)}  {Cli.Plain.Text(row.Reason ?? "")}";
            text.Append(line.TrimEnd()).Append('\n');
        }

        foreach (NestedReport nested in report.Nested)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{indent}{Cli.Plain.Text(nested.Pointer)}: {Coloured(VerificationReport.NameOf(nested.Report.Verdict), ColourOf(nested.Report.Verdict), colour)}: {Cli.Plain.Text(nested.Report.Sentence)}\n");
            Append(text, nested.Report, indent + "  ", colour);
        }
    }

    private static string ColourOf(Verdict verdict) => verdict switch { Verdict.Valid => "\u001b[1;32m", Verdict.Invalid => "\u001b[1;31m", _ => "\u001b[1;90m" };

    private static string Coloured(string words, string paint, bool colour) => colour && paint.Length > 0 ? paint + words + Plainly : words;
}
