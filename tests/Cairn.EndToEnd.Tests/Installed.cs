using System.Diagnostics;

namespace Cairn.EndToEnd.Tests;

/// <summary>The product as its own process, as an operator runs it, on a data folder of its own.</summary>
internal sealed class Installed : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("cairn-installed-").FullName;

    /// <summary>Runs a verb to its end.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    /// <summary>Runs a verb and kills the process, with no chance to clean up, as soon as it says a line that begins so.</summary>
    public async Task KillWhenItSaysAsync(string beginning, params string[] arguments)
    {
        using var process = Start(arguments);
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
                break;
        }

        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cairn.Web.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["CAIRN_DATA"] = Folder;
        start.Environment["CAIRN_STARTER"] = "none";
        start.Environment.Remove("CAIRN_POSTGRES");
        return Process.Start(start)!;
    }
}
