using System.Buffers;
using System.Text;

namespace Cairn.Rdf;

/// <summary>How one term is written: the canonical form of N-Quads (RDF 1.2 N-Quads, section 4), which RDFC-1.0 asks for.</summary>
internal static class NQuadsText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\"\\\u007F");

    public static byte[] Write(Term term) => term.Kind switch
    {
        TermKind.Iri => Encoding.UTF8.GetBytes($"<{term.Value}>"),
        TermKind.BlankNode => Encoding.UTF8.GetBytes($"_:{term.Value}"),
        _ => Encoding.UTF8.GetBytes($"\"{Escape(term.Value)}\"{Suffix(term)}"),
    };

    private static string Suffix(Term literal) => literal switch
    {
        { Language: { } language } => $"@{language}",
        { Datatype: Term.XsdString } => "",
        _ => $"^^<{literal.Datatype}>",
    };

    private static string Escape(string text)
    {
        var first = text.AsSpan().IndexOfAny(Escaped);
        if (first < 0)
            return text;
        var escaped = new StringBuilder(text, 0, first, text.Length + 16);
        foreach (var c in text.AsSpan(first))
        {
            _ = c switch
            {
                '\b' => escaped.Append("\\b"),
                '\t' => escaped.Append("\\t"),
                '\n' => escaped.Append("\\n"),
                '\f' => escaped.Append("\\f"),
                '\r' => escaped.Append("\\r"),
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append(@"\\"),
                < ' ' or '\u007F' => escaped.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
