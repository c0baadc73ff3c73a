using System.Buffers;
using System.Text;
using Cairn.Credentials.Checks;

namespace Cairn.Credentials;

/// <content>Credentials in an envelope: JSON Web Signatures in compact form. This file is the one place where an envelope is opened.</content>
public static partial class CredentialVerifier
{
    private static readonly SearchValues<byte> JwsLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."u8);

    /// <summary>Whether a text has the form of a JSON Web Signature (RFC 7515, section 7.1): three parts of base64url, of which the first begins as a JSON object does.</summary>
    internal static bool IsCompactJws(ReadOnlySpan<byte> utf8)
    {
        var text = utf8.Trim(" \t\r\n"u8);
        return text.Length > 4 && text[0] == (byte)'e' && !text.ContainsAnyExcept(JwsLetters) && text.Count((byte)'.') == 2;
    }

    /// <summary>Whether a text has the form of a JSON Web Signature in compact form, which is read beside JSON.</summary>
    /// <param name="text">The text, or null.</param>
    public static bool IsEnvelope(string? text) => text is not null && IsCompactJws(Encoding.UTF8.GetBytes(text));

    /// <summary>Verifies a compact JSON Web Signature.</summary>
    internal static VerificationReport VerifyEnveloped(string jws, VerificationOptions options, Verification? outer) =>
        Refused(ProblemTypes.ProofVerification, "JSON Web Signatures are not read yet.", options);

    /// <summary>The verification of a status list that came as a JSON Web Signature; null when it is none.</summary>
    internal static Verification? OpenEnvelope(ReadOnlySpan<byte> utf8, Verification outer) => null;
}
