using Cairn.Web.Data;
using Cairn.Web.Features.Imports;
using Cairn.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.StarterData;

/// <summary>The product itself on an empty database in a folder that goes away: the starter data is made by the imports that everybody uses.</summary>
internal sealed class TemporaryInstallation : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder;

    private TemporaryInstallation(ServiceProvider services, DirectoryInfo folder)
    {
        _services = services;
        _folder = folder;
    }

    public CairnDatabase Database => _services.GetRequiredService<CairnDatabase>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<TemporaryInstallation> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cairn-starter-");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("CAIRN_DATA", folder.FullName)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddCairnHosting(configuration);
        var installation = new TemporaryInstallation(services.BuildServiceProvider(), folder);
        await MigrateDatabase.RunAsync(installation.Database);
        return installation;
    }

    /// <summary>One import, as the command line would do it; refusals and remarks are printed.</summary>
    public async Task ImportAsync(string kind, string source, Func<CairnDb, CancellationToken, Task<ImportBatch>> read)
    {
        Console.WriteLine($"{kind} {Path.GetFileName(source)}");
        var report = await Get<ApplyImport>().RunAsync(kind, Path.GetFileName(source), read, _ => { });
        Console.WriteLine($"  read {report.Record.Read:N0}, added {report.Record.Added:N0}, changed {report.Record.Changed:N0}, refused {report.Record.Refused:N0}");
        foreach (var remark in report.Remarks)
            Console.WriteLine($"  {remark}");
        foreach (var refusal in report.Refusals.Take(3))
            Console.WriteLine($"  line {refusal.Line} {refusal.Column}: found {refusal.Found}, expected {refusal.Expected}");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
