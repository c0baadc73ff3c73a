using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Cairn.Bench;

/// <summary>
/// The published program from its start to its first page, on a migrated database with the starter data: the row "start" of
/// docs/performance.md. One round that is not counted, then five that are.
/// </summary>
internal static class StartBench
{
    private const int Rounds = 5;
    private const string Address = "http://127.0.0.1:5079";

    /// <param name="args">The folder of the published program: <c>dotnet publish src/Cairn.Web -c Release -p:PublishReadyToRun=true -o FOLDER</c>.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var folder] || !File.Exists(Path.Combine(folder, "Cairn.Web")))
        {
            return Usage();
        }

        var data = Directory.CreateTempSubdirectory("cairn-bench-").FullName;
        try
        {
            var first = await RoundAsync(folder, data);
            var rounds = new List<Round>();
            for (var i = 0; i < Rounds; i++)
                rounds.Add(await RoundAsync(folder, data));
            Console.WriteLine("| what | median | range |");
            Console.WriteLine("|---|--:|--:|");
            Console.WriteLine($"| first start: migrate, load the starter data, first page | {first.FirstPage:0.0} s | one round |");
            Print("start to first page", rounds, r => r.FirstPage, "s");
            Print("start to search ready", rounds, r => r.Ready, "s");
            Print("working set when ready", rounds, r => r.Megabytes, "MB");
            return 0;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    public static int Usage()
    {
        Console.Error.WriteLine("start FOLDER: time the published program in FOLDER from its start to its first page");
        return 64;
    }

    private static async Task<Round> RoundAsync(string folder, string data)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, "Cairn.Web"), ["--urls", Address]) { RedirectStandardOutput = true };
        start.Environment["CAIRN_DATA"] = data;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            var firstPage = await SecondsUntilAsync("/", watch);
            var ready = await SecondsUntilAsync("/healthz", watch);
            process.Refresh();
            return new Round(firstPage, ready, process.WorkingSet64 / 1e6);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<double> SecondsUntilAsync(string page, Stopwatch watch)
    {
#pragma warning disable RS0030 // A bench has no host to ask for a client.
        using var client = new HttpClient();
#pragma warning restore RS0030
        while (watch.Elapsed < TimeSpan.FromMinutes(2))
        {
            try
            {
                using var response = await client.GetAsync(new Uri(Address + page));
                if (response.StatusCode == HttpStatusCode.OK)
                    return watch.Elapsed.TotalSeconds;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }

        throw new TimeoutException($"{page} did not answer within two minutes.");
    }

    private static void Print(string what, List<Round> rounds, Func<Round, double> figure, string unit)
    {
        var sorted = rounds.Select(figure).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {sorted[sorted.Count / 2]:0.00} {unit} | {sorted[0]:0.00}–{sorted[^1]:0.00} {unit} |"));
    }

    private sealed record Round(double FirstPage, double Ready, double Megabytes);
}
