using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Cairn.JsonLd.Loading;

namespace Cairn.JsonLd;

/// <summary>Limits of <see cref="HttpDocumentLoader"/>.</summary>
public sealed record HttpDocumentLoaderOptions
{
    /// <summary>Most bytes of a document, decompressed. One mebibyte by default.</summary>
    public int MaxBytes { get; init; } = 1024 * 1024;

    /// <summary>Time for a document with all its redirects. Ten seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most redirects; each is checked like the first address. Five by default.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>How long a document is kept. An hour by default.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Most documents that are kept; the one that would go first makes room. 64 by default.</summary>
    public int MaxDocuments { get; init; } = 64;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>For tests against a server of their own.</summary>
    internal bool AllowsHttp { get; init; }

    /// <summary>For tests against a server of their own.</summary>
    internal Func<IPAddress, bool> AllowsAddress { get; init; } = PublicAddresses.Has;
}

/// <summary>
/// Loads documents over https and keeps them for a while. It speaks with public addresses only, and reads no more and no longer than its options say.
/// The contexts that are part of this library are never asked for. Safe to call from many threads; <see cref="Load"/> waits for the network.
/// </summary>
public sealed class HttpDocumentLoader : IDocumentLoader, IDisposable
{
    private readonly HttpDocumentLoaderOptions _options;
    private readonly HttpMessageInvoker _http;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (LoadedDocument Document, DateTimeOffset Until)> _kept = new(StringComparer.Ordinal);

    /// <param name="options">Limits; the defaults when null.</param>
    public HttpDocumentLoader(HttpDocumentLoaderOptions? options = null)
    {
        _options = options ?? new HttpDocumentLoaderOptions();
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            UseCookies = false,
            // A proxy would resolve the name itself, past the check of addresses.
            UseProxy = false,
        });
    }

    /// <summary>Loads a document, from memory if it was loaded a short while ago.</summary>
    /// <param name="url">An https address.</param>
    /// <returns>The document; never null.</returns>
    /// <exception cref="DocumentNotLoadedException">It could not be had, or was refused; the reason is one sentence.</exception>
    public LoadedDocument Load(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (EmbeddedContexts.Loader.Load(url) is { } embedded)
            return embedded;
        var now = _options.Time.GetUtcNow();
        lock (_lock)
        {
            if (_kept.TryGetValue(url, out var kept) && kept.Until > now)
                return kept.Document;
        }

        var document = Fetch(url);
        lock (_lock)
            Keep(url, document, now + _options.TimeToLive);
        return document;
    }

    LoadedDocument? IDocumentLoader.Load(string url) => Load(url);

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _http.Dispose();

    private void Keep(string url, LoadedDocument document, DateTimeOffset until)
    {
        _kept.Remove(url);
        while (_kept.Count > 0 && _kept.Count >= _options.MaxDocuments)
            _kept.Remove(_kept.MinBy(entry => entry.Value.Until).Key);
        if (_options.MaxDocuments > 0)
            _kept[url] = (document, until);
    }

    private LoadedDocument Fetch(string url)
    {
        using var time = new CancellationTokenSource(_options.Timeout, _options.Time);
        try
        {
            var at = Check(url, Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed : null);
            for (var redirects = 0; ; redirects++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, at);
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/ld+json"));
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json", 0.9));
                using var response = _http.Send(request, time.Token);
                if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
                    return new LoadedDocument(at.AbsoluteUri, Read(url, response, time.Token));
                if (redirects == _options.MaxRedirects)
                    throw new DocumentNotLoadedException(url, $"It redirects more than {_options.MaxRedirects} times.");
                at = Check(url, response.Headers.Location is { } location ? new Uri(at, location) : null);
            }
        }
        catch (HttpRequestException wrong)
        {
            throw new DocumentNotLoadedException(url, (wrong.InnerException as DocumentNotLoadedException)?.Reason ?? $"The server could not be asked: {wrong.Message}", wrong);
        }
        catch (IOException wrong)
        {
            throw new DocumentNotLoadedException(url, $"The connection broke: {wrong.Message}", wrong);
        }
        catch (InvalidDataException wrong)
        {
            throw new DocumentNotLoadedException(url, "The answer is not compressed as it says.", wrong);
        }
        catch (OperationCanceledException wrong)
        {
            throw new DocumentNotLoadedException(url, $"It took longer than {_options.Timeout.TotalSeconds:0.#} seconds.", wrong);
        }
    }

    private Uri Check(string url, Uri? at)
    {
        if (at is null)
            throw new DocumentNotLoadedException(url, "It leads to no address.");
        if (at.Scheme != Uri.UriSchemeHttps && !(_options.AllowsHttp && at.Scheme == Uri.UriSchemeHttp))
            throw new DocumentNotLoadedException(url, $"Only https is loaded, and {at.Scheme} was found.");
        return at.UserInfo.Length == 0 ? at : throw new DocumentNotLoadedException(url, "An address with a name and a password is not loaded.");
    }

    private byte[] Read(string url, HttpResponseMessage response, CancellationToken time)
    {
        if (response.StatusCode != HttpStatusCode.OK)
            throw new DocumentNotLoadedException(url, $"The server answered {(int)response.StatusCode}.");
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (!IsJson(type))
            throw new DocumentNotLoadedException(url, $"Its type is “{type}”, and application/ld+json, application/json or another +json was expected.");
        using var content = response.Content.ReadAsStream(time);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            // Waited for, because a synchronous read does not end when the time does.
            var read = content.ReadAsync(buffer, time).AsTask().GetAwaiter().GetResult();
            if (read == 0)
                return bytes.ToArray();
            if (bytes.Length + read > _options.MaxBytes)
                throw new DocumentNotLoadedException(url, $"It has more than {_options.MaxBytes} bytes.");
            bytes.Write(buffer, 0, read);
        }
    }

    private static bool IsJson(string type) =>
        type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Resolves the name once, checks what it found, and connects to just that: a name that means something else a moment later gains nothing.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation).ConfigureAwait(false);
        foreach (var address in addresses)
        {
            if (!_options.AllowsAddress(address))
                throw new DocumentNotLoadedException(host, $"{host} leads to {address}, which is no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
