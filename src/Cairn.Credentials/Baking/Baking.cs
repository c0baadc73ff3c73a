using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;

namespace Cairn.Credentials;

/// <summary>
/// Puts credentials into pictures and takes them out (Open Badges 3.0, section 5.3, and the baking specification of Open Badges 2.0): PNG and SVG, without
/// re-encoding anything. Bytes in, bytes out; nothing that is found is run or believed.
/// </summary>
public static class Baking
{
    /// <summary>The largest picture that is read: 64 MB.</summary>
    internal const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Whether bytes begin as a picture does that a credential can be in: a PNG, or XML.</summary>
    /// <param name="bytes">The bytes.</param>
    public static bool IsImage(ReadOnlySpan<byte> bytes) => IsPng(bytes) || IsXml(bytes);

    /// <summary>The picture with the credential in it; one that was in it already is replaced.</summary>
    /// <param name="image">A PNG or SVG.</param>
    /// <param name="credential">JSON or a compact JWS, in UTF-8. Assertions of Open Badges 2.0 are baked as that version has it.</param>
    /// <exception cref="CredentialException">The picture cannot be read, or the credential is neither JSON nor a compact JWS.</exception>
    public static byte[] Bake(ReadOnlySpan<byte> image, ReadOnlySpan<byte> credential)
    {
        var isJws = CompactJws.IsOne(credential);
        var document = (isJws ? CompactJws.Parse(credential).Payload : CredentialDocument.Parse(credential)).ToObject();
        // White space around a JWS is no part of it.
        var text = isJws ? credential.Trim(" \t\r\n"u8) : credential;
        var isVersion2 = OpenBadges2.Assertion.IsOne(document);
        return ReadsAsPng(image) ? PngBaking.Bake(image, text, isVersion2) : SvgBaking.Bake(image, Encoding.UTF8.GetString(text), isJws, isVersion2, isVersion2 ? Address(document) : null);
    }

    /// <summary>The text of the credential in a picture, exactly as found, in UTF-8: JSON, a compact JWS, or the address of an Open Badges 2.0 assertion.</summary>
    /// <param name="image">A PNG or SVG.</param>
    /// <exception cref="CredentialException">The picture cannot be read, or there is not exactly one credential in it.</exception>
    public static byte[] Unbake(ReadOnlySpan<byte> image) => ReadsAsPng(image) ? PngBaking.Unbake(image) : SvgBaking.Unbake(image);

    private static string? Address(JsonObject assertion) => assertion.Text("id") is { } id && Uri.TryCreate(id, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri.AbsoluteUri : null;

    /// <summary>True for PNG, false for SVG.</summary>
    private static bool ReadsAsPng(ReadOnlySpan<byte> image)
    {
        if (image.Length > MostBytes)
            throw new CredentialException(ProblemTypes.Parsing, null, "The picture is larger than 64 MB.");
        return IsPng(image) || (IsXml(image) ? false
            : throw new CredentialException(ProblemTypes.Parsing, null, "The picture is neither a PNG nor an SVG."));
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith(PngChunks.Signature);

    private static bool IsXml(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, (byte)'<', 0, ..] or [0xFE, 0xFF, 0, (byte)'<', ..])
            return true;
        var text = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }
}
