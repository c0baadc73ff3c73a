using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Cairn.JsonLd;

/// <summary>
/// The published contexts of credentials and badges that are part of this library, byte for byte where <c>index.json</c> says so. CTDL and schema.org
/// are not among them: ask for those and the answer is null. <c>eng/embed-contexts</c> makes the folder again.
/// </summary>
public sealed class EmbeddedContexts : IDocumentLoader
{
    private static readonly FrozenDictionary<string, EmbeddedContext> Index = ReadIndex();
    private readonly ConcurrentDictionary<string, LoadedDocument> _loaded = new(StringComparer.Ordinal);

    private EmbeddedContexts()
    {
    }

    /// <summary>The one loader of these contexts.</summary>
    public static IDocumentLoader Loader { get; } = new EmbeddedContexts();

    /// <summary>All of them, by address.</summary>
    public static IReadOnlyDictionary<string, EmbeddedContext> All => Index;

    /// <inheritdoc/>
    public LoadedDocument? Load(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Index.TryGetValue(url, out var context)
            ? _loaded.GetOrAdd(url, static (url, context) => new LoadedDocument(url, context.Read()) { IsPermanent = true }, context)
            : null;
    }

    private static FrozenDictionary<string, EmbeddedContext> ReadIndex()
    {
        using var index = JsonDocument.Parse(EmbeddedContext.Read("index.json"));
        return index.RootElement.EnumerateArray()
            .Select(entry => new EmbeddedContext(
                entry.GetProperty("url").GetString()!, entry.GetProperty("file").GetString()!, entry.GetProperty("sha256").GetString()!, entry.GetProperty("digestIsAuthoritative").GetBoolean()))
            .ToFrozenDictionary(context => context.Url, StringComparer.Ordinal);
    }
}

/// <summary>A context that is part of the library.</summary>
public sealed class EmbeddedContext
{
    private readonly string _file;

    internal EmbeddedContext(string url, string file, string sha256, bool digestIsAuthoritative)
    {
        Url = url;
        _file = file;
        Sha256 = sha256;
        DigestIsAuthoritative = digestIsAuthoritative;
    }

    /// <summary>The address that documents name.</summary>
    public string Url { get; }

    /// <summary>SHA-256 of the bytes here, in hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Whether the bytes are those that were published; a copy that was written anew says the same with another digest.</summary>
    public bool DigestIsAuthoritative { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Read() => Read(_file);

    internal static byte[] Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Cairn.JsonLd.Contexts/{file}")
            ?? throw new InvalidOperationException($"The library has no {file}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
