using Cairn.JsonLd;

namespace Cairn.Credentials;

/// <summary>How much of a document is read. Beyond it the document is refused, with the limit's name, before any work is done on it.</summary>
public sealed record CredentialBudget
{
    /// <summary>The defaults: what any honest credential keeps by far, and what a hostile one cannot hurt with.</summary>
    public static CredentialBudget Default { get; } = new();

    /// <summary>Bytes of a document; 16 MB by default.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Levels of nesting; 100 by default.</summary>
    public int MaxDepth { get; init; } = 100;

    /// <summary>JSON values of a document, of any kind; 100,000 by default.</summary>
    public int MaxNodes { get; init; } = 100_000;

    /// <summary>Proofs of one document; 64 by default.</summary>
    public int MaxProofs { get; init; } = 64;

    /// <summary>Contexts that one document names, and contexts of one <c>@context</c> in it; 16 by default.</summary>
    public int MaxContexts { get; init; } = 16;

    /// <summary>Credentials inside one document, at whatever level, that are verified; 500 by default.</summary>
    public int MaxNested { get; init; } = 500;

    /// <summary>Documents of others that one verification asks for: controllers, status lists, related resources, contexts; 200 by default.</summary>
    public int MaxDocuments { get; init; } = 200;

    /// <summary>Status entries of one credential that are looked up; 64 by default.</summary>
    public int MaxStatusEntries { get; init; } = 64;

    /// <summary>Bytes of a status list when it is unpacked; 16 MB by default, which is 134 million entries.</summary>
    public int MaxStatusListBytes { get; init; } = 16 * 1024 * 1024;

    internal JsonLdBudget ForJson => new() { MaxBytes = MaxBytes, MaxDepth = Math.Min(MaxDepth, JsonLdBudget.GreatestDepth) };
}
