using System.Text;
using System.Text.Json.Nodes;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd;

/// <summary>A JSON document that was read and does not change: input of <see cref="JsonLdProcessor"/>, any number of times.</summary>
public sealed class JsonLdDocument
{
    private JsonLdDocument(object? root, string? url) => (Root, Url) = (root, url);

    /// <summary>Where it was loaded from: the base of its relative IRIs unless the options name another. Null for a text.</summary>
    public string? Url { get; }

    internal object? Root { get; }

    /// <summary>Reads JSON in UTF-8. A member that stands twice, half a surrogate pair, or more than the budget allows is refused.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="budget">Bytes and depth; the default when null.</param>
    /// <exception cref="JsonLdException">It is no JSON: code <see cref="JsonLdErrorCode.LoadingDocumentFailed"/>, with line and column.</exception>
    /// <exception cref="JsonLdBudgetException">It is too large or too deep.</exception>
    public static JsonLdDocument Parse(ReadOnlySpan<byte> utf8, JsonLdBudget? budget = null) => new(JsonTree.Read(utf8, budget ?? JsonLdBudget.Default), null);

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte}, JsonLdBudget?)"/>
    public static JsonLdDocument Parse(string text, JsonLdBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(Encoding.UTF8.GetBytes(text), budget);
    }

    /// <summary>Copies a node of System.Text.Json; null is the JSON null.</summary>
    /// <param name="node">The node.</param>
    /// <param name="budget">Bytes and depth; the default when null.</param>
    public static JsonLdDocument From(JsonNode? node, JsonLdBudget? budget = null) => new(JsonTree.Read(node, budget ?? JsonLdBudget.Default), null);

    /// <summary>Loads a document through the loader of the options.</summary>
    /// <param name="url">An absolute IRI.</param>
    /// <param name="options">Loader and budget.</param>
    /// <exception cref="JsonLdException">It could not be had or is no JSON: code <see cref="JsonLdErrorCode.LoadingDocumentFailed"/>.</exception>
    public static JsonLdDocument Load(string url, JsonLdOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var loaded = options.Loader.Load(url) ?? throw new JsonLdException(JsonLdErrorCode.LoadingDocumentFailed, "", $"the document {url}, which is not known here");
            return new JsonLdDocument(JsonTree.Read(loaded.Content.Span, options.Budget), loaded.Url);
        }
        catch (DocumentNotLoadedException why)
        {
            throw new JsonLdException(JsonLdErrorCode.LoadingDocumentFailed, "", why.Message, why);
        }
    }

    /// <summary>The same document as it would be if it had been loaded from an address: its relative IRIs and contexts are found from there.</summary>
    /// <param name="url">An absolute IRI.</param>
    public JsonLdDocument At(string url) => new(Root, url);

    /// <summary>A member of the document's outermost map, as a document of its own that shares its text; null when it has none of that name.</summary>
    /// <param name="name">The member's name as it stands in the document.</param>
    public JsonLdDocument? Member(string name) => Root is JsonMap map && map.TryGet(name, out var value) ? new JsonLdDocument(value, Url) : null;

    /// <summary>The same document without a member of its outermost map; itself when it has none of that name.</summary>
    /// <param name="name">The member's name as it stands in the document.</param>
    public JsonLdDocument Without(string name) => With(name, null);

    /// <summary>The same document with a member of its outermost map set: in its place if it stands there, else as the last.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value; null takes the member away.</param>
    /// <exception cref="InvalidOperationException">The document is no map.</exception>
    public JsonLdDocument With(string name, JsonLdDocument? value)
    {
        if (Root is not JsonMap map)
            throw new InvalidOperationException("Only a document that is a map has members.");
        var found = map.TryGet(name, out _);
        if (!found && value is null)
            return this;
        var members = new JsonMap(map.Count + 1);
        for (var i = 0; i < map.Count; i++)
        {
            var (key, old) = map.Members[i];
            if (key != name)
                members.Add(key, old);
            else if (value is not null)
                members.Add(key, value.Root);
        }

        if (!found)
            members.Add(name, value!.Root);
        return new JsonLdDocument(members, Url);
    }

    /// <summary>The document as a node of System.Text.Json.</summary>
    public JsonNode? ToNode() => JsonTree.ToNode(Root);
}
