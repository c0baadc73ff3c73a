using System.Buffers;

namespace Cairn.Cli;

/// <summary>Tells an IRI from a file name and from a relative reference.</summary>
internal static class AbsoluteIri
{
    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private static readonly SearchValues<char> NeverInIris = SearchValues.Create("<>\"{}|\\^`");

    /// <summary>Whether it begins with a scheme (RFC 3986, section 3.1) and has no character that an IRI never has (RFC 3987, section 2.2).</summary>
    internal static bool Is(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(text[0]) && !text.AsSpan(0, colon).ContainsAnyExcept(SchemeCharacters) && !text.AsSpan().ContainsAny(NeverInIris) && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
    }
}
