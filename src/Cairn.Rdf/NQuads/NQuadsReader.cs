using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cairn.Rdf;

/// <summary>The grammar of RDF 1.1 N-Quads, section 7, one method a production.</summary>
internal sealed class NQuadsReader(string text, int maxQuads)
{
    private static readonly SearchValues<char> NotInIri = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F <>\"{}|^`\\");

    private static readonly SearchValues<char> NotInString = SearchValues.Create("\"\\\n\r");

    /// <summary>A vocabulary's IRIs stand in every line: one term for each.</summary>
    private readonly Dictionary<string, Term> _iris = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Term> _blankNodes = new(StringComparer.Ordinal);
    private int _at;

    // nquadsDoc ::= statement? (EOL statement)* EOL?
    public List<Quad> Read()
    {
        var quads = new List<Quad>();
        while (true)
        {
            SkipSpace();
            if (!AtEndOfLine())
            {
                if (quads.Count == maxQuads)
                    throw Wrong($"at most {maxQuads} quads");
                quads.Add(Statement());
                SkipSpace();
                if (!AtEndOfLine())
                    throw Wrong("the end of the line");
            }

            if (!SkipEndOfLine())
                return quads;
        }
    }

    // statement ::= subject predicate object graphLabel? '.'
    private Quad Statement()
    {
        var subject = Peek() switch { '<' => Iri(), '_' => BlankNode(), _ => throw Wrong("an IRI or a blank node as subject") };
        SkipSpace();
        var predicate = Peek() == '<' ? Iri() : throw Wrong("an IRI as predicate");
        SkipSpace();
        var @object = Peek() switch { '<' => Iri(), '_' => BlankNode(), '"' => Literal(), _ => throw Wrong("an IRI, a blank node or a literal as object") };
        SkipSpace();
        var graph = Peek() switch { '<' => Iri(), '_' => BlankNode(), '.' => null, _ => throw Wrong("a graph or a full stop") };
        SkipSpace();
        if (Peek() != '.')
            throw Wrong("a full stop");
        _at++;
        return new Quad(subject, predicate, @object, graph);
    }

    // IRIREF ::= '<' ([^#x00-#x20<>"{}|^`\] | UCHAR)* '>'
    private Term Iri()
    {
        var start = _at;
        var iri = IriText();
        // Relative IRIs are no part of N-Quads: a scheme comes first.
        var colon = iri.AsSpan().IndexOf(':');
        if (colon < 1 || !char.IsAsciiLetter(iri[0]) || iri.AsSpan(1, colon - 1).ContainsAnyExcept(SchemeCharacters))
        {
            _at = start;
            throw Wrong("an absolute IRI");
        }

        if (!_iris.TryGetValue(iri, out var term))
            _iris[iri] = term = Term.Iri(iri);
        return term;
    }

    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private string IriText()
    {
        _at++;
        StringBuilder? unescaped = null;
        while (true)
        {
            var run = text.AsSpan(_at).IndexOfAny(NotInIri);
            if (run < 0)
                run = text.Length - _at;
            var plain = text.AsSpan(_at, run);
            CheckSurrogates(plain);
            _at += run;
            if (Peek() == '>')
            {
                _at++;
                return unescaped is null ? plain.ToString() : unescaped.Append(plain).ToString();
            }

            (unescaped ??= new StringBuilder()).Append(plain);
            if (Peek() != '\\')
                throw Wrong("a character of an IRI or >");
            var start = _at;
            var rune = UnicodeEscape("an IRI");
            if (rune.Value <= 0x20 || (rune.IsBmp && NotInIri.Contains((char)rune.Value)))
            {
                _at = start;
                throw Wrong("a character of an IRI");
            }

            unescaped.Append(rune.ToString());
        }
    }

    // BLANK_NODE_LABEL ::= '_:' (PN_CHARS_U | [0-9]) ((PN_CHARS | '.')* PN_CHARS)?
    private Term BlankNode()
    {
        _at++;
        if (Peek() != ':')
            throw Wrong("a colon after the underscore of a blank node");
        _at++;
        var start = _at;
        var end = _at;
        while (_at < text.Length && Rune.TryGetRuneAt(text, _at, out var rune) && (IsNameCharacter(rune, first: _at == start) || (rune.Value == '.' && _at > start)))
        {
            _at += rune.Utf16SequenceLength;
            if (rune.Value != '.')
                end = _at;
        }

        if (end == start)
            throw Wrong("the label of a blank node");
        // A full stop at the end belongs to the statement.
        _at = end;
        var label = text[start..end];
        if (!_blankNodes.TryGetValue(label, out var term))
            _blankNodes[label] = term = Term.BlankNode(label);
        return term;
    }

    // literal ::= STRING_LITERAL_QUOTE ('^^' IRIREF | LANGTAG)?
    private Term Literal()
    {
        var value = QuotedString();
        if (Peek() == '@')
            return Term.Literal(value, language: LanguageTag());
        if (Peek() != '^')
            return Term.Literal(value);
        _at++;
        if (Peek() != '^')
            throw Wrong("^^ and a datatype");
        _at++;
        return Peek() == '<' ? Term.Literal(value, Iri().Value) : throw Wrong("the IRI of a datatype");
    }

    // STRING_LITERAL_QUOTE ::= '"' ([^#x22#x5C#xA#xD] | ECHAR | UCHAR)* '"'
    private string QuotedString()
    {
        _at++;
        StringBuilder? unescaped = null;
        while (true)
        {
            var run = text.AsSpan(_at).IndexOfAny(NotInString);
            if (run < 0)
                run = text.Length - _at;
            var plain = text.AsSpan(_at, run);
            CheckSurrogates(plain);
            _at += run;
            if (Peek() == '"')
            {
                _at++;
                return unescaped is null ? plain.ToString() : unescaped.Append(plain).ToString();
            }

            (unescaped ??= new StringBuilder()).Append(plain);
            if (Peek() != '\\')
                throw Wrong("the closing quotation mark");
            var escape = _at + 1 < text.Length ? text[_at + 1] : '\0';
            // ECHAR ::= '\' [tbnrf"'\]
            var character = escape switch { 't' => '\t', 'b' => '\b', 'n' => '\n', 'r' => '\r', 'f' => '\f', '"' => '"', '\'' => '\'', '\\' => '\\', _ => '\0' };
            if (character == '\0')
            {
                unescaped.Append(UnicodeEscape("a literal").ToString());
                continue;
            }

            unescaped.Append(character);
            _at += 2;
        }
    }

    // UCHAR ::= '\u' HEX HEX HEX HEX | '\U' HEX HEX HEX HEX HEX HEX HEX HEX
    private Rune UnicodeEscape(string where)
    {
        var digits = _at + 1 < text.Length ? text[_at + 1] switch { 'u' => 4, 'U' => 8, _ => 0 } : 0;
        if (digits == 0 || _at + 2 + digits > text.Length)
            throw Wrong($"an escape that {where} may have");
        var hex = text.AsSpan(_at + 2, digits);
        if (hex.ContainsAnyExcept(HexDigits)
            || !uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || !Rune.IsValid(value))
            throw Wrong($"{digits} hexadecimal digits of a Unicode character");
        _at += 2 + digits;
        return new Rune(value);
    }

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    // LANGTAG ::= '@' [a-zA-Z]+ ('-' [a-zA-Z0-9]+)*
    private string LanguageTag()
    {
        _at++;
        var start = _at;
        var part = _at;
        while (true)
        {
            while (_at < text.Length && (char.IsAsciiLetter(text[_at]) || (part > start && char.IsAsciiDigit(text[_at]))))
                _at++;
            if (_at == part)
                throw Wrong("letters of a language tag");
            if (Peek() != '-')
                return text[start.._at];
            part = ++_at;
        }
    }

    private void CheckSurrogates(ReadOnlySpan<char> plain)
    {
        for (var i = 0; i < plain.Length; i++)
        {
            if (!char.IsSurrogate(plain[i]))
                continue;
            if (char.IsHighSurrogate(plain[i]) && i + 1 < plain.Length && char.IsLowSurrogate(plain[i + 1]))
            {
                i++;
                continue;
            }

            _at += i;
            throw Wrong("Unicode text");
        }
    }

    // PN_CHARS_U ::= PN_CHARS_BASE | '_' | ':'; PN_CHARS adds '-', digits, #x00B7, #x0300-#x036F and #x203F-#x2040.
    private static bool IsNameCharacter(Rune rune, bool first) => rune.Value switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' or ':' or >= '0' and <= '9' => true,
        '-' or 0xB7 or >= 0x300 and <= 0x36F or 0x203F or 0x2040 => !first,
        >= 0xC0 and <= 0xD6 or >= 0xD8 and <= 0xF6 or >= 0xF8 and <= 0x2FF or >= 0x370 and <= 0x37D or >= 0x37F and <= 0x1FFF
            or >= 0x200C and <= 0x200D or >= 0x2070 and <= 0x218F or >= 0x2C00 and <= 0x2FEF or >= 0x3001 and <= 0xD7FF
            or >= 0xF900 and <= 0xFDCF or >= 0xFDF0 and <= 0xFFFD or >= 0x10000 and <= 0xEFFFF => true,
        _ => false,
    };

    private char Peek() => _at < text.Length ? text[_at] : '\0';

    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t')
            _at++;
        // A comment reaches to the end of its line.
        if (_at < text.Length && text[_at] == '#')
        {
            var end = text.AsSpan(_at).IndexOfAny('\n', '\r');
            _at = end < 0 ? text.Length : _at + end;
        }
    }

    private bool AtEndOfLine() => _at == text.Length || text[_at] is '\n' or '\r';

    private bool SkipEndOfLine()
    {
        if (_at == text.Length)
            return false;
        _at++;
        return true;
    }

    private NQuadsException Wrong(string expected)
    {
        var (line, column) = Place(text.AsSpan(0, _at));
        var found = _at == text.Length ? "the end of the text"
            : text[_at] is '\n' or '\r' ? "the end of the line"
            : Rune.TryGetRuneAt(text, _at, out var rune) && !Rune.IsControl(rune) ? $"“{text.AsSpan(_at, EndOfWord() - _at)}”"
            : $"the character U+{(int)text[_at]:X4}";
        return new NQuadsException(line, column, expected, found);
    }

    /// <summary>Line and column of what follows a text.</summary>
    public static (int Line, int Column) Place(ReadOnlySpan<char> before) => (
        1 + before.Count('\n') + before.Count('\r') - before.Count("\r\n"),
        before.Length - before.LastIndexOfAny('\n', '\r'));

    /// <summary>A word is shown up to twenty code units, and never half a surrogate pair.</summary>
    private int EndOfWord()
    {
        var length = text.AsSpan(_at + 1).IndexOfAny(" \t\r\n");
        var end = Math.Min(length < 0 ? text.Length : _at + 1 + length, _at + 20);
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }
}
