using System.Collections.Frozen;

namespace Cairn.JsonLd;

/// <summary>Keywords of JSON-LD 1.1, section 1.7.</summary>
internal static class Keywords
{
    public const string Base = "@base", Container = "@container", Context = "@context", Default = "@default", Direction = "@direction", Graph = "@graph", Id = "@id", Import = "@import",
        Included = "@included", Index = "@index", Json = "@json", Language = "@language", List = "@list", Nest = "@nest", None = "@none", Null = "@null", Prefix = "@prefix", Preserve = "@preserve",
        Propagate = "@propagate", Protected = "@protected", Reverse = "@reverse", Set = "@set", Type = "@type", Value = "@value", Version = "@version", Vocab = "@vocab", Any = "@any";

    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
    [
        Base, Container, Context, Direction, Graph, Id, Import, Included, Index, Json, Language, List, Nest, None, Prefix, Propagate, Protected, Reverse, Set, Type, Value, Version, Vocab,
        // Of framing: reserved here too.
        Default, "@embed", "@explicit", "@omitDefault", Preserve, "@requireAll",
    ], StringComparer.Ordinal);

    public static bool Is(string? text) => text is { Length: > 1 } && text[0] == '@' && All.Contains(text);

    /// <summary>An at sign and letters only: reserved for keywords to come.</summary>
    public static bool HasForm(string text)
    {
        if (text.Length < 2 || text[0] != '@')
            return false;
        foreach (var c in text.AsSpan(1))
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }

        return true;
    }
}
