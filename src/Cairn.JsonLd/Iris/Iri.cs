using System.Buffers;
using System.Text;

namespace Cairn.JsonLd.Iris;

/// <summary>IRI references: RFC 3987, resolved as RFC 3986, section 5.2, without the normalization that <see cref="Uri"/> would do.</summary>
internal static class Iri
{
    private static readonly SearchValues<char> Scheme = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");
    private static readonly SearchValues<char> NeverInIri = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F <>\"{}|^`\\");

    /// <summary>Whether a text begins like an IRI with a scheme and has no white space.</summary>
    public static bool IsAbsolute(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(text[0]) && !text.AsSpan(1, colon - 1).ContainsAnyExcept(Scheme) && !text.AsSpan(colon).ContainsAny(" \t\n\r\f");
    }

    /// <summary>Whether it can stand between the angle brackets of N-Quads.</summary>
    public static bool IsWellFormed(string text) => IsAbsolute(text) && !text.AsSpan().ContainsAny(NeverInIri) && text.AsSpan().Count('#') <= 1;

    public static bool IsBlankNode(string text) => text.StartsWith("_:", StringComparison.Ordinal);

    /// <summary>RFC 3986, section 5.2.2; without a base the reference stays as it is.</summary>
    public static string Resolve(string? baseIri, string reference)
    {
        if (baseIri is null)
            return reference;
        var r = Parts.Of(reference);
        if (r.Scheme is not null)
            return new Parts(r.Scheme, r.Authority, RemoveDotSegments(r.Path), r.Query, r.Fragment).ToString();
        var b = Parts.Of(baseIri);
        if (r.Authority is not null)
            return new Parts(b.Scheme, r.Authority, RemoveDotSegments(r.Path), r.Query, r.Fragment).ToString();
        if (r.Path.Length == 0)
            return new Parts(b.Scheme, b.Authority, b.Path, r.Query ?? b.Query, r.Fragment).ToString();
        var path = r.Path[0] == '/' ? r.Path : Merge(b, r.Path);
        return new Parts(b.Scheme, b.Authority, RemoveDotSegments(path), r.Query, r.Fragment).ToString();
    }

    /// <summary>The shortest reference that resolves to the IRI again; the IRI itself when there is none.</summary>
    public static string Relativize(string baseIri, string iri)
    {
        var b = Parts.Of(baseIri);
        var t = Parts.Of(iri);
        if (t.Scheme != b.Scheme || t.Authority != b.Authority)
            return iri;
        string relative;
        if (t.Path == b.Path)
        {
            relative = t.Query == b.Query ? (t.Fragment is null ? LastSegment(t.Path) + Query(t) : "") : t.Query is null ? LastSegment(t.Path) : Query(t);
            relative += t.Fragment is null ? "" : "#" + t.Fragment;
        }
        else
        {
            var from = b.Path.Split('/');
            var to = t.Path.Split('/');
            // The last segment of the base does not count; the last one of the target stays.
            var same = 0;
            while (same < from.Length - 1 && same < to.Length - 1 && from[same] == to[same])
                same++;
            var path = new StringBuilder();
            for (var i = same; i < from.Length - 1; i++)
                path.Append("../");
            path.AppendJoin('/', to[same..]);
            if (path.Length == 0)
                path.Append("./");
            relative = path + Query(t) + (t.Fragment is null ? "" : "#" + t.Fragment);
        }

        // A first segment with a colon would read as a scheme; a reference that has a keyword's form would read as one.
        if (relative.Length > 0 && (relative.Split('/', '?', '#')[0].Contains(':', StringComparison.Ordinal) || Keywords.HasForm(relative)))
            relative = "./" + relative;
        return Resolve(baseIri, relative) == iri ? relative : iri;

        static string Query(Parts parts) => parts.Query is null ? "" : "?" + parts.Query;

        static string LastSegment(string path)
        {
            var last = path[(path.LastIndexOf('/') + 1)..];
            return last.Length == 0 ? "./" : last;
        }
    }

    private static string Merge(Parts b, string path) =>
        b.Authority is not null && b.Path.Length == 0 ? "/" + path : b.Path[..(b.Path.LastIndexOf('/') + 1)] + path;

    /// <summary>RFC 3986, section 5.2.4.</summary>
    private static string RemoveDotSegments(string path)
    {
        if (!path.Contains('.', StringComparison.Ordinal))
            return path;
        var input = path.AsSpan();
        var output = new StringBuilder();
        while (input.Length > 0)
        {
            if (input.StartsWith("../")) input = input[3..];
            else if (input.StartsWith("./")) input = input[2..];
            else if (input.StartsWith("/./")) input = input[2..];
            else if (input.SequenceEqual("/.")) input = "/";
            else if (input.StartsWith("/../") || input.SequenceEqual("/.."))
            {
                input = input.Length == 3 ? "/" : input[3..];
                var last = output.ToString().LastIndexOf('/');
                output.Length = Math.Max(0, last);
            }
            else if (input.SequenceEqual(".") || input.SequenceEqual("..")) input = "";
            else
            {
                var next = input[1..].IndexOf('/');
                var segment = next < 0 ? input : input[..(next + 1)];
                output.Append(segment);
                input = input[segment.Length..];
            }
        }

        return output.ToString();
    }

    private sealed record Parts(string? Scheme, string? Authority, string Path, string? Query, string? Fragment)
    {
        public static Parts Of(string text)
        {
            string? scheme = null, authority = null, query = null, fragment = null;
            if (text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash)
                (fragment, text) = (text[(hash + 1)..], text[..hash]);
            if (text.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark)
                (query, text) = (text[(mark + 1)..], text[..mark]);
            if (text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && char.IsAsciiLetter(text[0]) && !text.AsSpan(1, colon - 1).ContainsAnyExcept(Iri.Scheme))
                (scheme, text) = (text[..colon], text[(colon + 1)..]);
            if (text.StartsWith("//", StringComparison.Ordinal))
            {
                var end = text.IndexOf('/', 2);
                (authority, text) = end < 0 ? (text[2..], "") : (text[2..end], text[end..]);
            }

            return new Parts(scheme, authority, text, query, fragment);
        }

        public override string ToString()
        {
            var iri = new StringBuilder();
            if (Scheme is not null) iri.Append(Scheme).Append(':');
            if (Authority is not null) iri.Append("//").Append(Authority);
            iri.Append(Path);
            if (Query is not null) iri.Append('?').Append(Query);
            if (Fragment is not null) iri.Append('#').Append(Fragment);
            return iri.ToString();
        }
    }
}
