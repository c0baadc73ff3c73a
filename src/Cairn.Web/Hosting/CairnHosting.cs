using Cairn.Web.Data;
using Cairn.Web.Features.Imports;
using Microsoft.AspNetCore.HttpOverrides;

namespace Cairn.Web.Hosting;

/// <summary>What every part of the product stands on.</summary>
internal static class CairnHosting
{
    /// <summary>Bytes; a letter outside ASCII takes up to twelve in an address.</summary>
    private const int LongestAddress = 128 * 1024;

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot() });
        builder.WebHost.UseStaticWebAssets();
        // A search of ten thousand letters gets a page that says how many of them were read, not an empty refusal.
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestLineSize = LongestAddress);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls("http://localhost:5080");

        // A wrong registration is found at the start, not at the first request that needs it.
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        return builder;
    }

    public static void AddCairnHosting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => CairnDatabase.FromConfiguration(configuration));
        services.AddScoped(provider => provider.GetRequiredService<CairnDatabase>().Open());
        services.AddSingleton<WriteQueue>();
        services.AddSingleton<ImportJournal>();
        services.AddSingleton<ApplyImport>();
        services.AddHostedService<CompleteKilledImports>();
        services.AddSingleton<LoadStarterData>();
        services.AddSingleton<Readiness>();
        services.AddHealthChecks().AddCheck<Readiness>("ready");
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<ForwardedHeadersOptions>(options => TrustProxy(options, configuration["CAIRN_PROXY"]));
    }

    /// <summary>Forwarded headers count only from the proxy that the operator named.</summary>
    private static void TrustProxy(ForwardedHeadersOptions options, string? proxy)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        if (string.IsNullOrEmpty(proxy))
            return;
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        options.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
    }

    /// <summary>The published folder, or the project's: never the caller's, to whom relative paths belong.</summary>
    private static string ContentRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        if (Directory.Exists(Path.Combine(folder.FullName, "wwwroot")))
            return folder.FullName;
        for (var parent = folder; parent is not null; parent = parent.Parent)
        {
            if (File.Exists(Path.Combine(parent.FullName, "Cairn.Web.csproj")))
                return parent.FullName;
        }

        return folder.FullName;
    }
}
