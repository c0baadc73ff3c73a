using System.Buffers;
using System.Buffers.Text;
using SimpleBase;

namespace Cairn.Credentials.Keys;

/// <summary>The two encodings of Multibase that credentials use (Controlled Identifiers 1.0, section 2.4): <c>z</c> base58btc and <c>u</c> base64url without padding.</summary>
internal static class Multibase
{
    private static readonly SearchValues<char> UrlDigits =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Far longer than any key or signature; base58 takes quadratic time.</summary>
    private const int LongestBase58 = 4_096;

    public static string EncodeBase58(ReadOnlySpan<byte> bytes) => "z" + Base58.Bitcoin.Encode(bytes);

    public static string EncodeBase64Url(ReadOnlySpan<byte> bytes) => "u" + Base64Url.EncodeToString(bytes);

    /// <summary>Decodes <c>z</c> and nothing else; null for anything that is not exactly that.</summary>
    public static byte[]? DecodeBase58(string? text)
    {
        if (text is not ['z', .. var digits] || digits.Length is 0 or > LongestBase58 || digits.AsSpan().ContainsAnyExcept(Base58.Bitcoin.Alphabet.Value))
            return null;
        return Base58.Bitcoin.Decode(digits);
    }

    /// <summary>Decodes <c>u</c> and nothing else; null for padding, spaces, other letters, or bits that are left over.</summary>
    public static byte[]? DecodeBase64Url(string? text) => text is ['u', .. var digits] ? DecodeBare(digits) : null;

    /// <summary>Base64url without padding (RFC 7515, section 2), strictly.</summary>
    public static byte[]? DecodeBare(string? digits)
    {
        if (digits is null || digits.AsSpan().ContainsAnyExcept(UrlDigits))
            return null;
        try
        {
            var bytes = Base64Url.DecodeFromChars(digits);
            // One text for one value: left-over bits that are set would be another text of the same bytes.
            return Base64Url.EncodeToString(bytes) == digits ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
