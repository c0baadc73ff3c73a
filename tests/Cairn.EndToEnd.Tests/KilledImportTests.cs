using System.Globalization;
using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Cairn.EndToEnd.Tests;

/// <summary>The process is killed in the middle of an import, without any chance to clean up.</summary>
public sealed class KilledImportTests : IDisposable
{
    private static readonly int Occupations = Environment.GetEnvironmentVariable("CAIRN_TEST_LENGTH") == "long" ? 5_000 : 200;
    /// <summary>More than are compared at once, so that a kill finds pages that were written down already.</summary>
    private static readonly int Programs = Occupations == 200 ? 4_100 : 24_000;

    private readonly Installed _installed = new();
    private readonly string _download = Directory.CreateTempSubdirectory("cairn-onet-").FullName;

    public KilledImportTests() => File.WriteAllLines(
        Path.Combine(_download, "Occupation Data.txt"),
        ["O*NET-SOC Code\tTitle\tDescription", .. Enumerable.Range(0, Occupations).Select(i => string.Create(CultureInfo.InvariantCulture, $"11-{i:0000}.00\tWork {i}\tDoes work {i}."))]);

    [Theory]
    [InlineData("Reading")]
    [InlineData("Read ")]
    public async Task Killed_before_it_is_written_down_nothing_of_it_stays(string when)
    {
        (await _installed.RunAsync("migrate")).ExitCode.ShouldBe(0);

        await _installed.KillWhenItSaysAsync(when, "import", "onet", _download);

        (await _installed.RunAsync("migrate")).ExitCode.ShouldBe(0);
        var (occupations, open) = await StoredAsync();
        occupations.ShouldBeOneOf(0, Occupations);
        open.ShouldBe(0);
    }

    [Fact]
    public async Task Killed_while_it_is_applied_the_next_start_completes_it()
    {
        (await _installed.RunAsync("migrate")).ExitCode.ShouldBe(0);

        await _installed.KillWhenItSaysAsync("Applying", "import", "onet", _download);

        (await _installed.RunAsync("migrate")).ExitCode.ShouldBe(0);
        (await StoredAsync()).ShouldBe((Occupations, 0));
    }

    [Fact]
    public async Task A_list_killed_while_its_parts_are_compared_leaves_nothing_half_done()
    {
        (await _installed.RunAsync("migrate")).ExitCode.ShouldBe(0);

        await _installed.KillWhenItSaysAsync("Compared", "import", "programs", ListOf(Programs), "--map", Map());

        (await _installed.RunAsync("migrate")).ExitCode.ShouldBe(0);
        var (programs, open, pages) = await ProgramsAsync();
        programs.ShouldBeOneOf(0, Programs);
        (open, pages).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_list_killed_while_it_is_applied_is_completed_by_the_next_start()
    {
        (await _installed.RunAsync("migrate")).ExitCode.ShouldBe(0);

        await _installed.KillWhenItSaysAsync("Applying", "import", "programs", ListOf(Programs), "--map", Map());

        (await _installed.RunAsync("migrate")).ExitCode.ShouldBe(0);
        (await ProgramsAsync()).ShouldBe((Programs, 0, 0));
    }

    [Fact]
    public async Task A_file_of_two_rows_does_not_remove_the_rest_of_its_list()
    {
        await _installed.RunAsync("import", "programs", ListOf(60), "--map", Map());

        var (exitCode, output) = await _installed.RunAsync("import", "programs", ListOf(2), "--map", Map());

        exitCode.ShouldBe(65);
        output.ShouldContain("58 of the list's 60 programs");
        output.ShouldContain("Nothing was changed.");
        (await ProgramsAsync()).Programs.ShouldBe(60);
    }

    [Fact]
    public async Task A_file_of_two_rows_removes_the_rest_when_asked_to()
    {
        await _installed.RunAsync("import", "programs", ListOf(60), "--map", Map());

        var (exitCode, output) = await _installed.RunAsync("import", "programs", ListOf(2), "--map", Map(), "--missing", "remove");

        exitCode.ShouldBe(0);
        output.ShouldContain("58 removed");
    }

    [Fact]
    public async Task A_folder_that_is_no_download_is_refused_and_the_exit_code_says_so()
    {
        File.Delete(Path.Combine(_download, "Occupation Data.txt"));

        var (exitCode, output) = await _installed.RunAsync("import", "onet", _download);

        exitCode.ShouldBe(65);
        output.ShouldContain("Occupation Data.txt");
        output.ShouldContain("Nothing was changed.");
    }

    public void Dispose()
    {
        _installed.Dispose();
        Directory.Delete(_download, recursive: true);
    }

    private string ListOf(int programs)
    {
        var list = Path.Combine(_download, "list.csv");
        File.WriteAllLines(list, ["title,provider,link", .. Enumerable.Range(0, programs).Select(i => string.Create(CultureInfo.InvariantCulture, $"Class {i},Acme,https://acme.org/{i}"))]);
        return list;
    }

    private string Map()
    {
        var map = Path.Combine(_download, "list.csv.map.json");
        File.WriteAllText(map, """
            { "layout": "t", "list": { "id": "t", "name": "T", "publisher": "T", "attribution": "T", "asOf": "2026-01-01" },
              "fields": [ { "to": "title", "column": "title" }, { "to": "provider", "column": "provider" }, { "to": "link", "column": "link" } ] }
            """);
        return map;
    }

    private async Task<(int Programs, int OpenImports, int Pages)> ProgramsAsync()
    {
        await using var db = CairnDatabase.Sqlite(_installed.Folder).Open();
        return (await db.Set<LearningProgram>().CountAsync(),
            await db.Set<ImportRecord>().CountAsync(r => r.State == ImportState.Preparing || r.State == ImportState.Applying),
            await db.Set<ImportPage>().CountAsync());
    }

    private async Task<(int Occupations, int OpenImports)> StoredAsync()
    {
        await using var db = CairnDatabase.Sqlite(_installed.Folder).Open();
        return (await db.Set<Occupation>().CountAsync(),
            await db.Set<ImportRecord>().CountAsync(r => r.State == ImportState.Preparing || r.State == ImportState.Applying));
    }
}
