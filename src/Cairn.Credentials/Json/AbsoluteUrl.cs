using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Cairn.Credentials.Json;

/// <summary>A URL as the data model means it (Verifiable Credentials Data Model 2.0, W3C Recommendation of 15 May 2025, section 4.4): absolute, with a scheme, so also a DID or a URN.</summary>
internal static partial class AbsoluteUrl
{
    public static bool Is([NotNullWhen(true)] string? text) => text is not null && Pattern().IsMatch(text);

    // RFC 3986: a scheme, and then no space, control character or other that a URI never has. Letters of other scripts make it an IRI, which is as good.
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.\-]*:[^\s\p{Cc}<>""{}|\\^`]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
