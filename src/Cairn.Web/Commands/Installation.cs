using Cairn.Web.Hosting;

namespace Cairn.Web.Commands;

/// <summary>The installation's services without its web server, for verbs on the command line.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Installation(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    public static Installation Open()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddCairnHosting(configuration);
        return new Installation(services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
