using System.Diagnostics;
using System.Text;
using Xunit;

namespace Cairn.Cli.Tests;

/// <summary>What a finished run of the built program left behind.</summary>
internal sealed record Finished(int ExitCode, string Output, string Error)
{
    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the program that the build put beside the tests, as a shell would.</summary>
internal static class CairnProcess
{
    internal static Task<Finished> RunAsync(params string[] words) => RunAsync(input: "", words);

    internal static Task<Finished> RunAsync(string input, string[] words) => RunAsync(Encoding.UTF8.GetBytes(input), words);

    internal static async Task<Finished> RunAsync(byte[] input, string[] words)
    {
        using Process process = Start(words);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Finished(process.ExitCode, await output, await error);
    }

    internal static Process Start(params string[] words)
    {
        // The assembly, not its host: it is there on every system and in every kind of build.
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "cairn.dll"));
        foreach (string word in words)
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)!;
    }
}
