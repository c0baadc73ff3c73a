using System.Diagnostics;
using System.Globalization;
using Cairn.Testing;
using Cairn.Web.Data;
using Cairn.Web.Features.Explore.Search;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Bench;

/// <summary>
/// Asks the running product, in this process but over HTTP, for lists of programs and for suggestions, on both databases, and prints
/// the middle and the 95th percentile of each kind of question. The catalogue is an installation's own: import real lists first.
/// </summary>
internal static class SearchBench
{
    private const int Rounds = 30;

    private static readonly (string Row, string[] Addresses)[] Questions =
    [
        ("no words", ["/programs", "/programs?page=7", "/programs?sort=price", "/programs?sort=hours&level=1", "/programs?kind=certificate&price=free"]),
        ("words", ["/programs?q=python", "/programs?q=data+analysis", "/programs?q=project+management", "/programs?q=nursing", "/programs?q=introduction+to+machine+learning", "/programs?q=excel&hours=10"]),
        ("near spellings", ["/programs?q=pyton", "/programs?q=acounting", "/programs?q=machne+lerning", "/programs?q=kubernets", "/programs?q=managment+strategc"]),
        ("words and four facets", ["/programs?q=data&level=1&price=unknown&lang=en&hours=40", "/programs?q=business&kind=course&checked=older&hours=10&hours=40&level=2"]),
        ("JSON", ["/api/programs?q=python", "/api/programs?q=marketing&kind=certificate&size=100"]),
        ("suggestions", ["/suggest?q=nurse", "/suggest?q=registerd+nur", "/suggest?q=truck+drivr", "/suggest?q=pyt", "/suggest?q=d", "/suggest?q=software+engineer", "/suggest?q=exel"]),
    ];

    public static int Usage()
    {
        Console.Error.WriteLine("search DATA [--programs N]: DATA is the folder of an installation (CAIRN_DATA) into which lists were imported");
        return 64;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0 || !File.Exists(Path.Combine(args[0], "cairn.db")))
            return Usage();
        var wanted = args is [_, "--programs", var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 15_000;
        await using var server = new PostgresServer();
        Console.WriteLine("| database | question | programs | p50 ms | p95 ms | answers |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var postgres in new[] { false, true })
        {
            await using var app = await CairnApp.StartAsync(postgres ? server : null, db => CopyInstallation.RunAsync(CairnDatabase.Sqlite(args[0]), db, wanted));
            await MeasureAsync(app, postgres ? "PostgreSQL" : "SQLite");
        }

        return 0;
    }

    private static async Task MeasureAsync(CairnApp app, string database)
    {
        using var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var search = app.Services.GetRequiredService<SearchEngine>();
        await search.CatchUpAsync(default);
        var index = await search.IndexAsync(default);
        foreach (var (row, addresses) in Questions)
        {
            var times = new List<double>();
            for (var round = -Rounds; round < Rounds; round++)
            {
                foreach (var address in addresses)
                {
                    var started = Stopwatch.GetTimestamp();
                    using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
                    await answer.Content.ReadAsByteArrayAsync();
                    if (!answer.IsSuccessStatusCode)
                        throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
                    if (round >= 0)
                        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }

            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {database} | {row} | {index.Programs.Length:N0} | {times[times.Count / 2]:0.0} | {times[(int)(times.Count * 0.95)]:0.0} | {times.Count} |"));
        }
    }
}
