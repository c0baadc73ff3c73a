using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Cairn.Credentials;

/// <summary>An SVG as its own text, so that it can be changed in one place and stay as it is in all others. Read as XML 1.0 without a DTD; nothing else is loaded, and no script in it is ever more than text.</summary>
internal sealed partial class SvgText
{
    private readonly Encoding _encoding;
    private readonly List<int> _lines = [0];

    private SvgText(string text, Encoding encoding)
    {
        (Text, _encoding) = (text, encoding);
        for (var i = 0; i < text.Length; i++)
        {
            // The reader counts \r\n, \r and \n each as one end of a line.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _lines.Add(i + 1);
        }
    }

    public string Text { get; }

    /// <exception cref="CredentialException">Its bytes are no text of an encoding that is read here.</exception>
    public static SvgText Read(ReadOnlySpan<byte> bytes)
    {
        Encoding encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        };
        try
        {
            // The mark at the beginning stays in the text as U+FEFF, and so in the result.
            var text = encoding.GetString(bytes);
            if (encoding is UTF8Encoding && Declared().Match(text) is { Success: true } declared && declared.Groups["name"].Value.ToUpperInvariant() is not ("UTF-8" or "US-ASCII"))
                throw Broken($"its encoding is {declared.Groups["name"].Value}; expected UTF-8");
            return new SvgText(text, encoding);
        }
        catch (DecoderFallbackException wrong)
        {
            throw Broken("its bytes are not UTF-8", wrong);
        }
    }

    /// <summary>A reader that forbids a DTD and loads nothing.</summary>
    public XmlReader Open() => XmlReader.Create(new StringReader(Text.StartsWith('\uFEFF') ? Text[1..] : Text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Baking.MostBytes,
    });

    /// <summary>Where in the text the markup begins whose name the reader stands at.</summary>
    public int MarkupAt(XmlReader reader)
    {
        var position = (IXmlLineInfo)reader;
        var mark = position.LineNumber == 1 && Text.StartsWith('\uFEFF') ? 1 : 0;
        return Text.LastIndexOf('<', _lines[position.LineNumber - 1] + position.LinePosition - 1 + mark);
    }

    /// <summary>Where the tag ends that begins there: after its <c>&gt;</c>, which may also stand in the quotes of an attribute.</summary>
    public int EndOfTag(int start)
    {
        char? quote = null;
        for (var i = start; i < Text.Length; i++)
        {
            if (quote is null && Text[i] == '>')
                return i + 1;
            if (quote is null && Text[i] is '"' or '\'')
                quote = Text[i];
            else if (Text[i] == quote)
                quote = null;
        }

        throw Broken("a tag has no end");
    }

    public byte[] Encode(string text) => _encoding.GetBytes(text);

    public static CredentialException Broken(string what, Exception? inner = null) => new(ProblemTypes.Parsing, null, $"The SVG cannot be read: {what}.", inner);

    [GeneratedRegex("""\A\uFEFF?<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[^"']{1,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}
