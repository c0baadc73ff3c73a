namespace Cairn.JsonLd;

/// <summary>How much a document may ask for. Reaching a limit is a <see cref="JsonLdBudgetException"/>; nothing is cut off in silence.</summary>
public sealed record JsonLdBudget
{
    /// <summary>Limits that suit documents of strangers.</summary>
    public static JsonLdBudget Default { get; } = new();

    /// <summary>Bytes of a document or of a context.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Maps and arrays inside each other. At most <see cref="GreatestDepth"/>.</summary>
    public int MaxDepth
    {
        get;
        init => field = value is >= 1 and <= GreatestDepth ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"1 to {GreatestDepth}");
    } = 200;

    /// <summary>Lists directly inside lists.</summary>
    public int MaxListDepth { get; init; } = 32;

    /// <summary>Remote contexts of one call, and of a chain in which each leads to the next. The error has the specification's code <see cref="JsonLdErrorCode.ContextOverflow"/>.</summary>
    public int MaxContexts { get; init; } = 32;

    /// <summary>Terms of an active context.</summary>
    public int MaxTerms { get; init; } = 20_000;

    /// <summary>
    /// Steps: one for each value that is expanded, compacted or flattened, for each term of each context that is processed, for every two terms that
    /// are copied, and for every 32 characters of IRIs that are put together.
    /// </summary>
    public long MaxWork { get; init; } = 5_000_000;

    /// <summary>Quads that a document may become.</summary>
    public int MaxQuads { get; init; } = 1_000_000;

    /// <summary>
    /// The greatest <see cref="MaxDepth"/>. A level of a document becomes at most four levels of a result, so that a result is never deeper than
    /// the 1,000 levels that System.Text.Json writes by default, and a stack of one megabyte holds it.
    /// </summary>
    public const int GreatestDepth = 240;
}
