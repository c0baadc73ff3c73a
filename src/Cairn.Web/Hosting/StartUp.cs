using Cairn.Web.Data;
using Cairn.Web.Features.Imports;

namespace Cairn.Web.Hosting;

/// <summary>What happens between the start of the process and its first answer.</summary>
internal static class StartUp
{
    /// <summary>Migrates the database, completes an import that was killed, loads the starter data into a new database.</summary>
    public static async Task PrepareAsync(IServiceProvider services, Action<string> say, CancellationToken cancellationToken = default)
    {
        var database = services.GetRequiredService<CairnDatabase>();
        await MigrateDatabase.RunAsync(
            database,
            async () => await services.GetRequiredService<LoadStarterData>().RunAsync(StarterFile(services), say, cancellationToken),
            cancellationToken);
        await services.GetRequiredService<ImportJournal>().CompleteKilledAsync(cancellationToken);
    }

    private static string StarterFile(IServiceProvider services) =>
        services.GetRequiredService<IConfiguration>()["CAIRN_STARTER"] is { Length: > 0 } file
            ? file
            : Path.Combine(AppContext.BaseDirectory, "Starter", "starter.bin");
}
