using System.CommandLine;
using Cairn.Web.Data;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Bls;
using Cairn.Web.Features.Skills.Esco;
using Cairn.Web.Features.Skills.Onet;
using Cairn.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Commands;

/// <summary><c>import onet|esco|bls|programs</c>: exit 0 done, 65 when the file as a whole was refused.</summary>
internal static class ImportVerb
{
    public static Command Create() => new("import", "Read a public list. All or nothing; a second import of the same file changes nothing.")
    {
        Onet(),
        Esco(),
        ImportProgramsVerb.Create(),
        Bls(),
    };

    private static Command Onet()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Folder of the O*NET text download (tab-separated files)." };
        var command = new Command("onet", "Occupations, skills, knowledge and technologies of O*NET.") { folder };
        command.SetAction((parsed, cancellationToken) =>
        {
            var directory = parsed.GetRequiredValue(folder);
            return RunFrameworkAsync("onet", directory, () => OnetReader.Read(directory.FullName, Progress()), cancellationToken);
        });
        return command;
    }

    private static Command Esco()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Folder of the ESCO download (comma-separated files)." };
        var crosswalk = new Option<FileInfo?>("--crosswalk") { Description = "The official O*NET crosswalk, when it does not lie in the folder.", HelpName = "FILE" };
        var version = new Option<string?>("--version") { Description = "Version of ESCO, such as 1.2.0: its files do not state it.", HelpName = "VERSION" };
        var command = new Command("esco", "Occupations, skills and their relations of ESCO, and its crosswalk to O*NET.") { folder, crosswalk, version };
        command.SetAction((parsed, cancellationToken) =>
        {
            var directory = parsed.GetRequiredValue(folder);
            var pairs = parsed.GetValue(crosswalk)?.FullName;
            return RunFrameworkAsync("esco", directory, () => EscoReader.Read(directory.FullName, pairs, Progress(), parsed.GetValue(version)), cancellationToken);
        });
        return command;
    }

    private static Command Bls()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Folder with the OEWS wages or the employment projections (workbooks), or both." };
        var command = new Command("bls", "Wages and outlook of the U.S. Bureau of Labor Statistics, for O*NET occupations.") { folder };
        command.SetAction((parsed, cancellationToken) =>
        {
            var directory = parsed.GetRequiredValue(folder);
            return RunAsync(
                "bls",
                directory,
                async (db, cancelled) => BlsReader.Read(directory.FullName, await db.Set<Occupation>().AsNoTracking().ToListAsync(cancelled), Progress()),
                cancellationToken);
        });
        return command;
    }

    /// <summary>Imports a framework, then finds what it and the others both name.</summary>
    private static Task<int> RunFrameworkAsync(string kind, FileSystemInfo source, Func<ImportBatch> read, CancellationToken cancellationToken) => RunAsync(
        [new(kind, source.Name, (_, _) => Task.FromResult(read())), new("same-skills", "skills that two frameworks name", SameSkills.PrepareAsync)], cancellationToken);

    /// <summary>Says each file once, when it is begun.</summary>
    private static SaidOnce Progress() => new(Console.Error);

    private sealed class SaidOnce(TextWriter to) : IProgress<ImportProgress>
    {
        private string _file = "";

        public void Report(ImportProgress value)
        {
            if (value.File != _file)
                to.WriteLine($"Reading {value.File}.");
            _file = value.File;
        }
    }

    /// <summary>Runs one import with its progress on standard error and its report on standard output.</summary>
    public static Task<int> RunAsync(
        string kind, FileSystemInfo source, Func<CairnDb, CancellationToken, Task<ImportBatch>> read, CancellationToken cancellationToken) =>
        RunAsync([new(kind, source.Name, read)], cancellationToken);

    /// <summary>Runs imports one after the other; the first that is refused ends them.</summary>
    private static async Task<int> RunAsync(IReadOnlyList<Import> imports, CancellationToken cancellationToken)
    {
        await using var installation = Installation.Open();
        await StartUp.PrepareAsync(installation.Services, Console.Error.WriteLine, cancellationToken);
        var apply = installation.Services.GetRequiredService<ApplyImport>();
        try
        {
            foreach (var import in imports)
                ImportReportText.Write(await apply.RunAsync(import.Kind, import.Name, import.Read, Console.Error.WriteLine, cancellationToken), Console.Out);
            return 0;
        }
        catch (ImportRefusedException refused)
        {
            ImportReportText.Write(refused.Refusal, Console.Error);
            await Console.Error.WriteLineAsync("Nothing was changed.");
            return 65;
        }
    }

    private sealed record Import(string Kind, string Name, Func<CairnDb, CancellationToken, Task<ImportBatch>> Read);
}
