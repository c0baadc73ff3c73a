using System.Security;
using System.Text;
using System.Xml;

namespace Cairn.Credentials;

/// <summary>
/// A credential in an SVG (Open Badges 3.0, section 5.3.1.2; Open Badges 2.0 baking specification): one element directly in <c>svg</c>, with JSON in
/// CDATA or a compact JWS in <c>verify</c>. The rest of the text stays as it is.
/// </summary>
internal static class SvgBaking
{
    private const string Namespace = "https://purl.imsglobal.org/ob/v3p0";
    private const string NamespaceOfVersion2 = "http://openbadges.org";

    /// <summary>No drawing is nested so deep; a hostile one could be by the million.</summary>
    private const int MostLevels = 1_000;

    /// <summary>The element of a credential.</summary>
    /// <param name="Start">Where it begins in the text.</param>
    /// <param name="End">Where it ends.</param>
    /// <param name="Credential">What it holds.</param>
    private sealed record Baked(int Start, int End, string Credential);

    /// <summary>What has to be known of an SVG.</summary>
    /// <param name="Start">Where its start tag begins.</param>
    /// <param name="IsEmpty">Whether that is also its end tag.</param>
    /// <param name="Prefix">What its tag binds the prefix <c>openbadges</c> to; null when to nothing.</param>
    /// <param name="Credentials">The elements.</param>
    private sealed record Svg(int Start, bool IsEmpty, string? Prefix, List<Baked> Credentials);

    /// <param name="bytes">The picture.</param>
    /// <param name="credential">JSON or a compact JWS.</param>
    /// <param name="isJws">Which of them.</param>
    /// <param name="isVersion2">Whether it is of Open Badges 2.0.</param>
    /// <param name="address">Where a hosted assertion of Open Badges 2.0 stands, which that version has beside its JSON; null for all others.</param>
    public static byte[] Bake(ReadOnlySpan<byte> bytes, string credential, bool isJws, bool isVersion2, string? address)
    {
        var svg = SvgText.Read(bytes);
        var read = Read(svg);
        var text = new StringBuilder(svg.Text);
        foreach (var old in Enumerable.Reverse(read.Credentials))
            text.Remove(old.Start, old.End - old.Start);

        // What was taken out stood after the start tag, so that places in it still hold.
        var ns = isVersion2 ? NamespaceOfVersion2 : Namespace;
        var onElement = read.Prefix is not null && read.Prefix != ns ? $" xmlns:openbadges=\"{ns}\"" : "";
        var name = isVersion2 ? "openbadges:assertion" : "openbadges:credential";
        var verify = isJws ? credential : address;
        var start = verify is null ? $"<{name}{onElement}" : $"<{name}{onElement} verify=\"{SecurityElement.Escape(verify)}\"";
        var element = isJws ? $"{start}/>" : $"{start}>{InCData(credential)}</{name}>";
        var end = svg.EndOfTag(read.Start);
        if (read.IsEmpty)
            text.Remove(end - 2, 1).Insert(end - 1, $"{element}</{NameAt(svg.Text, read.Start)}>");
        else
            text.Insert(end, element);
        if (read.Prefix is null)
            text.Insert(read.Start + 1 + NameAt(svg.Text, read.Start).Length, $" xmlns:openbadges=\"{ns}\"");
        return svg.Encode(text.ToString());
    }

    public static byte[] Unbake(ReadOnlySpan<byte> bytes) => Read(SvgText.Read(bytes)).Credentials switch
    {
        [] => throw new CredentialException(ProblemTypes.Parsing, null, "There is no credential in the SVG."),
        [var one] => Encoding.UTF8.GetBytes(one.Credential),
        var several => throw new CredentialException(ProblemTypes.Parsing, null, $"There are {several.Count} credentials in the SVG; expected one."),
    };

    private static Svg Read(SvgText text)
    {
        try
        {
            using var reader = text.Open();
            reader.MoveToContent();
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "svg")
                throw SvgText.Broken($"its root is {reader.Name}; expected svg");
            var svg = new Svg(text.MarkupAt(reader), reader.IsEmptyElement, reader.GetAttribute("xmlns:openbadges"), []);
            while (reader.Read())
            {
                // The reader remembers every element that is open.
                if (reader.Depth > MostLevels)
                    throw SvgText.Broken($"it is nested more than {MostLevels} levels deep");
                if (reader.NodeType == XmlNodeType.Element && IsCredential(reader))
                    svg.Credentials.Add(ReadCredential(reader, text));
            }

            return svg;
        }
        catch (XmlException wrong)
        {
            throw SvgText.Broken($"{(text.Text.Contains("<!DOCTYPE", StringComparison.Ordinal) ? "it has a DTD, which is not allowed, or is no well-formed XML" : "it is no well-formed XML")}, line {wrong.LineNumber}, position {wrong.LinePosition}", wrong);
        }
    }

    private static bool IsCredential(XmlReader reader) => (reader.NamespaceURI, reader.LocalName) is (Namespace, "credential") or (NamespaceOfVersion2, "assertion");

    private static Baked ReadCredential(XmlReader reader, SvgText text)
    {
        if (reader.Depth != 1)
            throw SvgText.Broken("the credential in it does not stand directly in svg");
        var start = text.MarkupAt(reader);
        var isVersion2 = reader.NamespaceURI == NamespaceOfVersion2;
        var verify = reader.GetAttribute("verify")?.Trim() ?? "";
        var (content, end) = reader.IsEmptyElement ? ("", text.EndOfTag(start)) : ReadContent(reader, text);
        // In version 2 the address of a hosted assertion may stand beside its JSON.
        if (verify.Length > 0 && content.Length > 0 && !isVersion2)
            throw new CredentialException(ProblemTypes.Parsing, null, "There are two credentials in the SVG, one in verify and one in CDATA; expected one.");
        var credential = content.Length > 0 ? content : verify;
        return credential.Length > 0 ? new Baked(start, end, credential)
            : throw new CredentialException(ProblemTypes.Parsing, null, "The element for the credential in the SVG is empty.");
    }

    /// <summary>The text; white space before the first and after the last CDATA is only its setting.</summary>
    private static (string Content, int End) ReadContent(XmlReader reader, SvgText text)
    {
        var content = new StringBuilder();
        int? first = null;
        var last = 0;
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.CDATA)
                first ??= content.Length;
            if (reader.NodeType is XmlNodeType.CDATA or XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                content.Append(reader.Value);
            else if (reader.NodeType is not (XmlNodeType.Comment or XmlNodeType.ProcessingInstruction))
                throw SvgText.Broken($"in its credential there is {reader.Name}; expected text");
            if (reader.NodeType == XmlNodeType.CDATA)
                last = content.Length;
        }

        var all = content.ToString();
        var end = text.EndOfTag(text.MarkupAt(reader));
        if (first is not { } from || !string.IsNullOrWhiteSpace(all[..from]) || !string.IsNullOrWhiteSpace(all[last..]))
            return (all.Trim(), end);
        return (string.IsNullOrWhiteSpace(all[from..last]) ? "" : all[from..last], end);
    }

    /// <summary>CDATA cannot hold its own end, and loses a carriage return; both are written so that they come back.</summary>
    private static string InCData(string json)
    {
        try
        {
            XmlConvert.VerifyXmlChars(json);
        }
        catch (XmlException wrong)
        {
            throw new CredentialException(ProblemTypes.MalformedValue, null, "The credential has a character that XML cannot hold; bake it into a PNG.", wrong);
        }

        return $"<![CDATA[{json.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal).Replace("\r", "]]>&#13;<![CDATA[", StringComparison.Ordinal)}]]>";
    }

    private static string NameAt(string text, int start)
    {
        var end = start + 1;
        while (text[end] is not ('/' or '>') && !char.IsWhiteSpace(text[end]))
            end++;
        return text[(start + 1)..end];
    }
}
