using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Cli.Lines;

/// <summary>The members of a line of linked data.</summary>
/// <exception cref="BadLineException">One is missing, or is not what it must be.</exception>
internal sealed class LinkedDataLine
{
    private readonly Line _line;
    private readonly string? _inputUrl;
    private readonly FolderDocuments? _folder;

    internal LinkedDataLine(Line line)
    {
        _line = line;
        _inputUrl = Address("inputUrl");
        _folder = Folder();
        Options = LinkedDataOptions.Read(line);
        JsonLd = Options.JsonLd with
        {
            Base = Options.JsonLd.Base ?? _inputUrl,
            ExpandContext = Options.JsonLd.ExpandContext is JsonValue name ? Found(name.GetValue<string>()) : Options.JsonLd.ExpandContext,
            Loader = _folder ?? EmbeddedContexts.Loader,
        };
    }

    internal LinkedDataOptions Options { get; }

    /// <summary>The options with the line's own documents and base.</summary>
    internal JsonLdOptions JsonLd { get; }

    /// <summary>The document of the line, or the one at its address.</summary>
    internal JsonLdDocument Document()
    {
        if (Options.ContentType is { } type && !IsJson(type))
        {
            throw new BadLineException(JsonLdErrorCode.LoadingDocumentFailed);
        }

        if (!_line.TryGet("input", out ReadOnlySpan<byte> json))
        {
            return JsonLdDocument.Load(Needed(_inputUrl), JsonLd);
        }

        if (json[0] is not ((byte)'{' or (byte)'['))
        {
            throw new BadLineException("The member input is neither an object nor an array: expected a JSON-LD document.");
        }

        // A document that is given stands at its address: contexts it names are found from there, even when the options say another base.
        var document = JsonLdDocument.Parse(json);
        return _inputUrl is null ? document : document.At(_inputUrl);
    }

    /// <summary>The quads of the line, or of the document at its address.</summary>
    internal IReadOnlyList<Quad> Quads()
    {
        if (_line.TryGet("input", out ReadOnlySpan<byte> json))
        {
            return NQuads.Parse(Text("input", json) ?? throw new BadLineException("The member input is no text: expected N-Quads."));
        }

        LoadedDocument? loaded = null;
        try
        {
            loaded = JsonLd.Loader.Load(Needed(_inputUrl));
        }
        catch (DocumentNotLoadedException)
        {
            // The same code as for a document that nobody knows.
        }

        return NQuads.Parse((loaded ?? throw new BadLineException(JsonLdErrorCode.LoadingDocumentFailed)).Content.Span);
    }

    /// <summary>The context to compact by; null when there is none.</summary>
    internal JsonLdDocument? Context() =>
        !_line.TryGet("context", out ReadOnlySpan<byte> json) || json.SequenceEqual("null"u8) ? null
        : Text("context", json) is { } name ? JsonLdDocument.From(Found(name))
        : JsonLdDocument.Parse(json);

    private static string Needed(string? inputUrl) => inputUrl ?? throw new BadLineException("The line has no input and no inputUrl.");

    private FolderDocuments? Folder()
    {
        string? rootUrl = Address("rootUrl");
        string? rootDir = _line.TryGet("rootDir", out ReadOnlySpan<byte> json) ? Text("rootDir", json) ?? throw new BadLineException("The member rootDir is no text: expected a folder.") : null;
        return (rootUrl, rootDir) switch
        {
            (null, null) => null,
            (null, _) => throw new BadLineException("The line has a rootDir and no rootUrl."),
            (_, null) => throw new BadLineException("The line has a rootUrl and no rootDir."),
            _ => Directory.Exists(rootDir) ? new FolderDocuments(rootUrl, Path.GetFullPath(rootDir)) : throw new BadLineException($"The rootDir {rootDir} is no folder."),
        };
    }

    /// <summary>A context by its name: a file of the folder, or else as it stands, for the library to find from the document's address.</summary>
    private JsonValue Found(string name) => JsonValue.Create(!AbsoluteIri.Is(name) && _folder is not null && _folder.TryFind(name, out string? url) ? url : name);

    private string? Address(string member) => !_line.TryGet(member, out ReadOnlySpan<byte> json) ? null
        : Text(member, json) is { } text && AbsoluteIri.Is(text) ? text
        : throw new BadLineException($"The member {member} is no absolute IRI.");

    /// <summary>Null when it is no text.</summary>
    private static string? Text(string member, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        try
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            throw BadLineException.NotUnicode(member);
        }
    }

    /// <summary>application/json or anything that ends in +json (JSON-LD 1.1 API, section 9.4); HTML is not read.</summary>
    private static bool IsJson(string contentType)
    {
        ReadOnlySpan<char> type = contentType.AsSpan();
        int parameters = type.IndexOf(';');
        type = (parameters < 0 ? type : type[..parameters]).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
