using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cairn.Web.Features.Catalogue.Lists;

namespace Cairn.Web.Commands;

/// <summary><c>import programs FILE [--map MAP] [--as-of DAY] [--missing remove|keep]</c>: a catalogue list of a known or mapped layout.</summary>
internal static class ImportProgramsVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV or JSON. A list that is not recognised gets a proposed mapping, FILE.map.json, beside it." };
        var map = new Option<FileInfo?>("--map") { Description = "How the columns of the list become facts: docs/catalogue-lists.md." };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "The day on which the facts of the list were true (yyyy-mm-dd), in place of the one the mapping states.",
            HelpName = "DAY",
            CustomParser = ReadDay,
        };
        var missing = new Option<Missing>("--missing")
        {
            Description = "Programs of the list that are not in the file: remove them, however many, or keep them, since the file is a part of the list. Without it a few are removed, and many are asked about.",
            HelpName = "remove|keep",
            CustomParser = ReadMissing,
        };
        var command = new Command("programs", "Read a list of programs.") { file, map, asOf, missing };
        command.SetAction((parsed, cancellationToken) =>
        {
            var source = parsed.GetValue(file)!;
            var options = new ProgramListOptions(source.FullName, parsed.GetValue(map)?.FullName, parsed.GetValue(asOf), parsed.GetValue(missing));
            return ImportVerb.RunAsync("programs", source, (db, cancel) => ReadProgramList.RunAsync(options, db, Console.Error.WriteLine, cancel), cancellationToken);
        });
        return command;
    }

    private static Missing ReadMissing(ArgumentResult given)
    {
        var written = given.Tokens.Count > 0 ? given.Tokens[0].Value : "";
        if (written is not ("remove" or "keep"))
            given.AddError($"--missing: found \"{written}\", expected remove or keep.");
        return written == "keep" ? Missing.Keep : Missing.Remove;
    }

    /// <summary>Facts of a day to come would never grow old.</summary>
    private static DateOnly? ReadDay(ArgumentResult given)
    {
        var written = given.Tokens.Count > 0 ? given.Tokens[0].Value : "";
        if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            given.AddError($"--as-of: found \"{written}\", expected a day such as 2026-03-01.");
        else if (day > DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddDays(1))
            given.AddError($"--as-of: found {written}, expected a day that is not ahead.");
        else
            return day;
        return null;
    }
}
