using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd.Contexts;

/// <summary>
/// An active context (JSON-LD 1.1 API, section 4.1). It never changes once it has been made, so that one instance serves every document and every
/// thread; what is made from it by a context that never changes either is kept beside it.
/// </summary>
internal sealed class ActiveContext
{
    /// <summary>Made when there is something to keep: most contexts of a document's own never have.</summary>
    private ConcurrentDictionary<DerivedKey, ActiveContext>? _derived;
    private const int MostKept = 2_048;
    private static int _kept;
    private InverseContext? _inverse;
    private KeywordAliases? _aliases;

    private ActiveContext(string? originalBase) => (OriginalBase, Base) = (originalBase, originalBase);

    private ActiveContext(ActiveContext other)
    {
        OriginalBase = other.OriginalBase;
        Base = other.Base;
        Vocab = other.Vocab;
        Language = other.Language;
        Direction = other.Direction;
        Previous = other.Previous;
        IsShared = other.IsShared;
        Terms = new Dictionary<string, TermDefinition>(other.Terms, StringComparer.Ordinal);
    }

    /// <summary>Of every document without a base of its own.</summary>
    public static ActiveContext WithoutBase { get; } = new(originalBase: null) { IsShared = true };

    public static ActiveContext Initial(string? baseIri) => baseIri is null ? WithoutBase : new ActiveContext(baseIri);

    public string? OriginalBase { get; }
    public string? Base { get; set; }
    public string? Vocab { get; set; }
    public string? Language { get; set; }
    public string? Direction { get; set; }

    /// <summary>Where nodes below return to, when this context does not propagate.</summary>
    public ActiveContext? Previous { get; set; }

    /// <summary>Made of shared contexts only: it lives as long as the process, and so may what is derived from it.</summary>
    public bool IsShared { get; set; }

    public Dictionary<string, TermDefinition> Terms { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TermDefinition>.AlternateLookup<ReadOnlySpan<char>> TermsBySpan => Terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The keys that mean a keyword here. Asked for only when the context is complete.</summary>
    public KeywordAliases Aliases => _aliases ??= KeywordAliases.Of(Terms);

    public InverseContext Inverse(Processing processing)
    {
        if (_inverse is { } made)
            return made;
        processing.Spend(Terms.Count);
        return _inverse = InverseContext.Of(this);
    }

    public bool HasProtectedTerms
    {
        get
        {
            foreach (var definition in Terms.Values)
            {
                if (definition.Protected)
                    return true;
            }

            return false;
        }
    }

    public TermDefinition? Term(string? term) => term is not null && Terms.TryGetValue(term, out var definition) ? definition : null;

    /// <summary>A copy that its maker may change until it hands it on.</summary>
    public ActiveContext Clone() => new(this);

    public bool TryGetDerived(in DerivedKey key, out ActiveContext derived)
    {
        derived = null!;
        return _derived?.TryGetValue(key, out derived!) == true;
    }

    public void Keep(in DerivedKey key, ActiveContext derived)
    {
        // Documents choose in which order they name shared contexts, and there are more orders than memory: when many are kept, all are let go.
        if (IsShared && Interlocked.Increment(ref _kept) > MostKept)
        {
            Interlocked.Exchange(ref _kept, 0);
            WithoutBase._derived = null;
        }

        LazyInitializer.EnsureInitialized(ref _derived).TryAdd(key, derived);
    }
}

/// <summary>Which context was processed, and how. The context itself is compared by reference: a shared one is read once.</summary>
/// <remarks>A shared context stands in one document, so that its base needs no place here.</remarks>
internal readonly record struct DerivedKey(object Context, JsonLdProcessingMode Mode, bool OverrideProtected, bool Propagate, bool IsRemote)
{
    public bool Equals(DerivedKey other) =>
        ReferenceEquals(Context, other.Context) && Mode == other.Mode && OverrideProtected == other.OverrideProtected && Propagate == other.Propagate && IsRemote == other.IsRemote;

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Context) * 31 + (OverrideProtected ? 1 : 0) + (Propagate ? 2 : 0) + (IsRemote ? 4 : 0);
}

/// <summary>The terms that mean @type, @id and @value, each with the keyword itself, in code point order.</summary>
internal sealed record KeywordAliases(string[] Type, string[] Id, string[] Value)
{
    public static KeywordAliases Of(Dictionary<string, TermDefinition> terms)
    {
        return new KeywordAliases(Of(Keywords.Type), Of(Keywords.Id), Of(Keywords.Value));

        string[] Of(string keyword) => [.. terms.Where(term => term.Value.Iri == keyword).Select(term => term.Key).Append(keyword).Distinct().Order(CodePointOrder.Instance)];
    }
}

/// <summary>A term definition (section 4.2).</summary>
internal sealed record TermDefinition
{
    /// <summary>Null when the term is decoupled: it expands to nothing.</summary>
    public string? Iri { get; set; }

    public bool Prefix { get; set; }
    public bool Protected { get; set; }
    public bool Reverse { get; set; }
    public string? BaseUrl { get; set; }
    public bool HasContext { get; set; }
    public object? Context { get; set; }

    /// <summary>It came from a context that lives as long as the process.</summary>
    public bool IsShared { get; set; }

    public Containers Container { get; set; }
    public bool HasDirection { get; set; }
    public string? Direction { get; set; }
    public string? Index { get; set; }
    public bool HasLanguage { get; set; }
    public string? Language { get; set; }
    public string? Nest { get; set; }
    public string? Type { get; set; }

    private TermDefinition Bare => this with { Protected = false, Context = null, BaseUrl = null, IsShared = false };

    public bool Is(Containers container) => (Container & container) != 0;

    /// <summary>Equal but for being protected.</summary>
    public bool SameMeaning(TermDefinition other) =>
        Bare.Equals(other.Bare) && JsonTree.Same(Context, other.Context);
}

/// <summary>A container mapping.</summary>
[Flags]
internal enum Containers
{
    None = 0,
    Graph = 1,
    Id = 2,
    Index = 4,
    Language = 8,
    List = 16,
    Set = 32,
    Type = 64,
}
