using System.Diagnostics;
using System.Globalization;

namespace Cairn.Bench;

/// <summary>
/// The published program imports a long list into the starter catalogue, as a process of its own: the rows "long list" of docs/performance.md.
/// </summary>
internal static class ImportBench
{
    private const int Rows = 240_000;

    /// <param name="args">The folder of the published program, and how many rows instead of 240,000.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var rows = Rows;
        if (args is not [var folder, .. var rest] || !File.Exists(Path.Combine(folder, "Cairn.Web"))
            || (rest is ["--rows", var given] ? !int.TryParse(given, CultureInfo.InvariantCulture, out rows) : rest.Length > 0))
        {
            return Usage();
        }

        var work = Directory.CreateTempSubdirectory("cairn-bench-").FullName;
        try
        {
            var (list, refused) = (Path.Combine(work, "long.csv"), Path.Combine(work, "refused.csv"));
            LongList.Write(list, rows);
            LongList.Write(refused, rows, untitled: 2);
            await RunAsync(folder, work, "migrate");
            Console.WriteLine($"{new FileInfo(list).Length / 1e6:N0} MB, {rows:N0} rows");
            Console.WriteLine("| what | seconds | rows a minute | peak |");
            Console.WriteLine("|---|--:|--:|--:|");
            await PrintAsync("a list that is new", rows, folder, work, "import", "programs", list, "--map", list + ".map.json");
            await PrintAsync("the same again", rows, folder, work, "import", "programs", list, "--map", list + ".map.json");
            await PrintAsync("the same with every second row refused", rows, folder, work, "import", "programs", refused, "--map", list + ".map.json");
            File.Delete(list + ".map.json");
            await PrintAsync("the same without its mapping: refused", rows, folder, work, "import", "programs", list);
            return 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    public static int Usage()
    {
        Console.Error.WriteLine("imports FOLDER [--rows N]: time the published program in FOLDER importing a list of 240,000 rows, and its memory");
        return 64;
    }

    private static async Task PrintAsync(string what, int rows, string folder, string data, params string[] arguments)
    {
        var (seconds, peak, said) = await RunAsync(folder, data, arguments);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {seconds:0.0} | {rows / seconds * 60:N0} | {peak / 1e6:N0} MB |"));
        Console.Error.WriteLine(said);
    }

    private static async Task<(double Seconds, long Peak, string LastLine)> RunAsync(string folder, string data, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, "Cairn.Web"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CAIRN_DATA"] = Path.Combine(data, "data");
        var last = "";
        void Take(string? line) => last = line is { Length: > 0 } ? line : last;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, said) => Take(said.Data);
        process.ErrorDataReceived += (_, said) => Take(said.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        long peak = 0;
        var ended = process.WaitForExitAsync();

        // The kernel keeps the largest so far; it is gone with the process.
        while (await Task.WhenAny(ended, Task.Delay(50)) != ended)
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        return (watch.Elapsed.TotalSeconds, peak, last);
    }
}
