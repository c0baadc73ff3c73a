using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cairn.Web.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cairn.Testing;

/// <summary>The product, running in the test's process on a fresh database, with a clock that stands still and no starter data.</summary>
internal sealed class CairnApp : WebApplicationFactory<Program>
{
    private readonly TestDatabase _test;
    private readonly string _starter;

    private CairnApp(TestDatabase test, string starter)
    {
        _test = test;
        _starter = starter;
    }

    public FixedClock Clock { get; } = new();

    public CairnDatabase Database => _test.Database;

    /// <param name="server">PostgreSQL, or null for SQLite.</param>
    /// <param name="fill">Puts rows into the database before the product starts (its search index is built at start).</param>
    /// <param name="starter">Starter file to load; none by default.</param>
    public static async Task<CairnApp> StartAsync(PostgresServer? server = null, Func<CairnDb, Task>? fill = null, string starter = "none")
    {
        var test = server is null ? await TestDatabase.SqliteAsync() : await TestDatabase.PostgresAsync(server);
        if (fill is not null)
        {
            await using var db = test.Database.Open();
            await fill(db);
            await db.SaveChangesAsync();
        }

        return new CairnApp(test, starter);
    }

    /// <summary>Listens on a free port of the loopback for a real browser, and says where.</summary>
    public Uri Listen()
    {
        UseKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0));
        StartServer();
        return ClientOptions.BaseAddress;
    }

    /// <summary>Gets a page and parses it. The status is the caller's to check.</summary>
    public async Task<(HttpResponseMessage Response, IHtmlDocument Page)> GetPageAsync(string address)
    {
        using var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        return (response, await ParseAsync(response));
    }

    /// <summary>Posts a form as a browser on our own page does.</summary>
    public async Task<(HttpResponseMessage Response, IHtmlDocument Page)> PostFormAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var content = new FormUrlEncodedContent(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var response = await client.SendAsync(request);
        return (response, await ParseAsync(response));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("CAIRN_STARTER", _starter);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(_test.Database));
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        });
    }

    internal static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response)
    {
        var context = BrowsingContext.New(Configuration.Default);
        var html = await response.Content.ReadAsStringAsync();
        return (IHtmlDocument)await context.OpenAsync(answer => answer.Content(html).Address(response.RequestMessage!.RequestUri!));
    }
}
