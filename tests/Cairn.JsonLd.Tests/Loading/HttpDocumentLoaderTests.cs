using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Cairn.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Loading;

/// <summary>Against a real server on this machine, which only the tests' own options allow.</summary>
public sealed class HttpDocumentLoaderTests : IAsyncLifetime
{
    private const string Context = """{"@context":{"name":"https://a.example/name"}}""";

    private readonly ConcurrentQueue<string> _asked = new();
    private readonly FixedClock _clock = new();
    private WebApplication _server = null!;
    private string _url = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.Use((context, next) =>
        {
            _asked.Enqueue(context.Request.Path);
            return next(context);
        });
        _server.MapGet("/context", () => Results.Text(Context, "application/ld+json"));
        _server.MapGet("/number/{n}", (int n) => Results.Text($$"""{"@context":{"n":"https://a.example/{{n}}"} }""", "application/json"));
        _server.MapGet("/type/{type}", (string type) => Results.Text(Context, Uri.UnescapeDataString(type)));
        _server.MapGet("/status/{code}", (int code) => Results.StatusCode(code));
        _server.MapGet("/large/{bytes}", (int bytes) => Results.Text("\"" + new string('x', bytes - 2) + "\"", "application/json"));
        _server.MapGet("/redirect/{times}", (int times) => Results.Redirect(times == 1 ? "/context" : $"/redirect/{times - 1}"));
        _server.MapGet("/to", (string url) => Results.Redirect(url));
        _server.MapGet("/nowhere", (HttpContext context) => { context.Response.StatusCode = 302; });
        _server.MapGet("/silent", async (HttpContext context) => await Forever(context));
        _server.MapGet("/dripping", async (HttpContext context) =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("[", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Forever(context);
        });
        _server.MapGet("/broken", async (HttpContext context) =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("[", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });
        _server.MapGet("/bomb", async (HttpContext context) =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
            await zip.WriteAsync(new byte[10_000_000], context.RequestAborted);
        });
        _server.MapGet("/not-zipped", (HttpContext context) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return Results.Text(Context, "application/json");
        });
        await _server.StartAsync();
        _url = _server.Urls.Single();
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Only_https_is_loaded()
    {
        using var loader = new HttpDocumentLoader();

        Refused(loader, _url + "/context", "Only https is loaded, and http was found.");
        Refused(loader, "ftp://a.example/context", "Only https is loaded, and ftp was found.");
        Refused(loader, "file:///etc/passwd", "Only https is loaded, and file was found.");
        Refused(loader, "urn:a:b", "Only https is loaded, and urn was found.");
        Refused(loader, "relative", "It leads to no address.");
        Refused(loader, "https://user:password@a.example/", "An address with a name and a password is not loaded.");
        _asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://127.0.0.1:{0}/context", "127.0.0.1")]
    [InlineData("https://localhost:{0}/context", "which is no public address")]
    [InlineData("https://[::1]:{0}/context", "::1")]
    [InlineData("https://[::ffff:127.0.0.1]:{0}/context", "which is no public address")]
    [InlineData("https://2130706433:{0}/context", "127.0.0.1")]
    [InlineData("https://0x7f.1:{0}/context", "127.0.0.1")]
    [InlineData("https://10.0.0.1/context", "10.0.0.1")]
    [InlineData("https://169.254.169.254/latest/meta-data", "169.254.169.254")]
    public void Only_public_addresses_are_spoken_with(string url, string address)
    {
        using var loader = new HttpDocumentLoader();

        var refusal = Should.Throw<DocumentNotLoadedException>(() => loader.Load(url.Replace("{0}", new Uri(_url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));

        refusal.Message.ShouldContain(address);
        refusal.Message.ShouldContain("no public address");
        _asked.ShouldBeEmpty();
    }

    [Fact]
    public void A_redirect_is_checked_like_the_first_address()
    {
        using var loader = Loader();
        using var strict = Loader(new HttpDocumentLoaderOptions { AllowsHttp = true, AllowsAddress = address => address.Equals(IPAddress.Loopback) });

        Refused(loader, $"{_url}/to?url=file:///etc/passwd", "Only https is loaded, and file was found.");
        Refused(loader, $"{_url}/nowhere", "It leads to no address.");
        Refused(strict, $"{_url}/to?url=http://10.1.2.3/", "10.1.2.3 leads to 10.1.2.3, which is no public address.");
    }

    [Fact]
    public void More_redirects_than_allowed_are_refused()
    {
        using var loader = Loader();

        Encoding.UTF8.GetString(loader.Load(_url + "/redirect/5").Content.Span).ShouldBe(Context);
        Refused(loader, _url + "/redirect/6", "It redirects more than 5 times.");
    }

    [Fact]
    public void A_document_that_was_redirected_has_the_address_where_it_was_found()
    {
        using var loader = Loader();

        loader.Load(_url + "/redirect/2").Url.ShouldBe(_url + "/context");
    }

    [Fact]
    public void More_bytes_than_allowed_are_refused_compressed_or_not()
    {
        using var loader = Loader(new HttpDocumentLoaderOptions { MaxBytes = 50_000 });

        loader.Load(_url + "/large/50000").Content.Length.ShouldBe(50_000);
        Refused(loader, _url + "/large/50001", "It has more than 50000 bytes.");
        Refused(loader, _url + "/bomb", "It has more than 50000 bytes.");
    }

    [Theory]
    [InlineData("/silent")]
    [InlineData("/dripping")]
    public void A_server_that_takes_too_long_is_left(string path)
    {
        using var loader = Loader(new HttpDocumentLoaderOptions { Timeout = TimeSpan.FromMilliseconds(300) });

        Refused(loader, _url + path, "It took longer than 0.3 seconds.");
    }

    [Theory]
    [InlineData("text%2Fhtml", false)]
    [InlineData("text%2Fplain", false)]
    [InlineData("application%2Fjavascript", false)]
    [InlineData("application%2Fld%2Bjson", true)]
    [InlineData("application%2Fjson", true)]
    [InlineData("application%2FJSON%3B%20charset%3Dutf-8", true)]
    [InlineData("application%2Fvc%2Bjson", true)]
    public void What_is_no_JSON_by_its_type_is_refused(string type, bool isLoaded)
    {
        using var loader = Loader();
        if (isLoaded)
            loader.Load($"{_url}/type/{type}").Content.Length.ShouldBe(Context.Length);
        else
            Should.Throw<DocumentNotLoadedException>(() => loader.Load($"{_url}/type/{type}")).Message.ShouldContain("application/ld+json, application/json or another +json was expected");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(204)]
    public void Another_answer_than_200_is_refused(int code)
    {
        using var loader = Loader();

        Refused(loader, $"{_url}/status/{code}", $"The server answered {code}.");
    }

    [Fact]
    public void A_connection_that_breaks_and_a_server_that_is_not_there_are_refused()
    {
        using var loader = Loader();

        Should.Throw<DocumentNotLoadedException>(() => loader.Load(_url + "/broken"));
        Should.Throw<DocumentNotLoadedException>(() => loader.Load(_url + "/not-zipped"));
        Should.Throw<DocumentNotLoadedException>(() => loader.Load("http://127.0.0.1:1/context"));
        Should.Throw<DocumentNotLoadedException>(() => loader.Load("http://no-such-host.invalid/context"));
    }

    [Fact]
    public void A_document_is_asked_for_once_while_it_is_kept()
    {
        using var loader = Loader(new HttpDocumentLoaderOptions { TimeToLive = TimeSpan.FromMinutes(10) });

        var first = loader.Load(_url + "/context");
        _clock.Advance(TimeSpan.FromMinutes(9));
        loader.Load(_url + "/context").ShouldBeSameAs(first);
        _asked.Count.ShouldBe(1);

        _clock.Advance(TimeSpan.FromMinutes(1));
        loader.Load(_url + "/context").ShouldNotBeSameAs(first);
        _asked.Count.ShouldBe(2);
    }

    [Fact]
    public void No_more_documents_are_kept_than_allowed_and_the_oldest_goes_first()
    {
        using var loader = Loader(new HttpDocumentLoaderOptions { MaxDocuments = 2 });
        foreach (var n in new[] { 1, 2, 3 })
        {
            loader.Load($"{_url}/number/{n}");
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        loader.Load($"{_url}/number/3");
        loader.Load($"{_url}/number/2");
        _asked.Count.ShouldBe(3);
        loader.Load($"{_url}/number/1");
        _asked.Count.ShouldBe(4);
    }

    [Fact]
    public void What_could_not_be_had_is_asked_for_again()
    {
        using var loader = Loader();

        Should.Throw<DocumentNotLoadedException>(() => loader.Load(_url + "/status/503"));
        Should.Throw<DocumentNotLoadedException>(() => loader.Load(_url + "/status/503"));

        _asked.Count.ShouldBe(2);
    }

    [Fact]
    public void The_contexts_of_the_library_are_never_asked_for()
    {
        using var loader = new HttpDocumentLoader();

        foreach (var url in EmbeddedContexts.All.Keys)
            loader.Load(url).ShouldBeSameAs(EmbeddedContexts.Loader.Load(url));
    }

    [Fact]
    public void A_document_is_expanded_by_a_context_from_the_network_and_a_failure_has_its_code()
    {
        using var loader = Loader();
        var options = new JsonLdOptions { Loader = loader };

        JsonLdProcessor.Expand(JsonLdDocument.Parse($$"""{"@context":"{{_url}}/context","name":"x"}"""), options).ToJsonString()
            .ShouldBe("""[{"https://a.example/name":[{"@value":"x"}]}]""");
        var refusal = Should.Throw<JsonLdException>(() => JsonLdProcessor.Expand(JsonLdDocument.Parse($$"""{"@context":"{{_url}}/status/404","name":"x"}"""), options));
        (refusal.Code, refusal.Found).ShouldBe((JsonLdErrorCode.LoadingRemoteContextFailed, $"{_url}/status/404: The server answered 404."));
    }

    private HttpDocumentLoader Loader(HttpDocumentLoaderOptions? options = null)
    {
        options ??= new HttpDocumentLoaderOptions();
        return new HttpDocumentLoader(options.AllowsHttp ? options : options with { AllowsHttp = true, AllowsAddress = _ => true, Time = _clock });
    }

    private static Task Forever(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    private static void Refused(HttpDocumentLoader loader, string url, string reason) =>
        Should.Throw<DocumentNotLoadedException>(() => loader.Load(url)).Message.ShouldBe($"{url}: {reason}");
}
