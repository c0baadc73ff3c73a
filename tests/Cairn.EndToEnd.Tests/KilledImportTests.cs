using System.Globalization;
using Cairn.Web.Data;
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

    private async Task<(int Occupations, int OpenImports)> StoredAsync()
    {
        await using var db = CairnDatabase.Sqlite(_installed.Folder).Open();
        return (await db.Set<Occupation>().CountAsync(),
            await db.Set<ImportRecord>().CountAsync(r => r.State == ImportState.Preparing || r.State == ImportState.Applying));
    }
}
