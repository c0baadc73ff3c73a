using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;

namespace Cairn.Credentials.Jose;

/// <summary>A JSON Web Signature in its compact form (RFC 7515, May 2015, section 7.1): header, payload and signature in base64url, with dots between.</summary>
internal sealed class CompactJws
{
    /// <summary>A header with a chain of certificates takes a tenth of it.</summary>
    private static readonly CredentialBudget HeaderBudget = new() { MaxBytes = 256 * 1024, MaxDepth = 16, MaxNodes = 1_000 };

    private static readonly SearchValues<byte> Digits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."u8);

    private readonly byte[] _signed;

    private CompactJws(JsonObject header, CredentialDocument payload, byte[] signed, byte[]? signature) =>
        (Header, Payload, _signed, Signature) = (header, payload, signed, signature);

    /// <summary>The protected header; there is no other in this form.</summary>
    public JsonObject Header { get; }

    public CredentialDocument Payload { get; }

    /// <summary>Null when its text is not exact base64url: such a signature is nobody's.</summary>
    public byte[]? Signature { get; }

    /// <summary>Whether a text has the form of one: three parts of the letters of base64url, the first beginning as a JSON object does. White space around it does not count.</summary>
    public static bool IsOne(ReadOnlySpan<byte> utf8)
    {
        var text = utf8.Trim(" \t\r\n"u8);
        return text is [(byte)'e', ..] && !text.ContainsAnyExcept(Digits) && text.Count((byte)'.') == 2;
    }

    /// <exception cref="CredentialException">A part is not base64url, or header or payload are not strict JSON.</exception>
    public static CompactJws Parse(ReadOnlySpan<byte> utf8, CredentialBudget? budget = null)
    {
        budget ??= CredentialBudget.Default;
        if (!IsOne(utf8))
            throw new CredentialException(ProblemTypes.Parsing, null, "Expected a compact JWS: three parts in base64url with dots between.");
        if (utf8.Length / 4 > budget.MaxBytes / 2)
            throw new CredentialException(ProblemTypes.Parsing, null, $"The JWS is beyond the limit {nameof(CredentialBudget.MaxBytes)}.");
        var parts = Encoding.ASCII.GetString(utf8.Trim(" \t\r\n"u8)).Split('.');
        if (Read("header", parts[0], HeaderBudget).Json is not JsonObject header)
            throw new CredentialException(ProblemTypes.Parsing, null, "The header of the JWS is JSON, but no object.");
        return new CompactJws(header, Read("payload", parts[1], budget), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Multibase.DecodeBare(parts[2]));
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out CompactJws? jws, [NotNullWhen(false)] out CredentialException? problem, CredentialBudget? budget = null)
    {
        try
        {
            (jws, problem) = (Parse(utf8, budget), null);
            return true;
        }
        catch (CredentialException wrong)
        {
            (jws, problem) = (null, wrong);
            return false;
        }
    }

    /// <summary>Whether the signature is that key's over header and payload.</summary>
    public bool IsSignedBy(PublicKey key) => Signature is { Length: > 0 } signature && key.Verify(_signed, signature);

    private static CredentialDocument Read(string part, string text, CredentialBudget budget)
    {
        var bytes = text.Length == 0 ? null : Multibase.DecodeBare(text);
        if (bytes is null)
            throw new CredentialException(ProblemTypes.Parsing, null, $"The {part} of the JWS is not base64url without padding.");
        try
        {
            return CredentialDocument.Parse(bytes, budget);
        }
        catch (CredentialException wrong)
        {
            throw new CredentialException(wrong.Problem, null, $"The {part} of the JWS cannot be read. {wrong.Message}", wrong);
        }
    }
}
