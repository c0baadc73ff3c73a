using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>By what the same program is known in two lists: its link without what varies, or its title and provider without what varies.</summary>
internal static class ProgramKeys
{
    private const int LongestSlug = 48;
    private const int DigestLetters = 10;
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Query members that say where a visitor came from, not which program is meant.</summary>
    private static readonly HashSet<string> Passing = ["specialization", "ref", "source", "fbclid", "gclid", "couponcode", "referralcode"];

    /// <summary>Host and path in one form; null for a bare home page, which many programs share.</summary>
    public static string? OfLink(string? link)
    {
        if (link is null || !Uri.TryCreate(link, UriKind.Absolute, out var uri))
            return null;
        var host = uri.IdnHost.ToLowerInvariant();
        if (host.StartsWith("www.", StringComparison.Ordinal))
            host = host[4..];
        var path = string.Join('/', uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries));
        var query = string.Join('&', uri.Query.TrimStart('?').Split('&')
            .Where(p => p.Split('=') is [{ Length: > 0 } name, { Length: > 0 }] && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && !Passing.Contains(name.ToLowerInvariant()))
            .Order(StringComparer.Ordinal));
        return path.Length == 0 && query.Length == 0 ? null : query.Length == 0 ? $"{host}/{path}" : $"{host}/{path}?{query}";
    }

    /// <summary>
    /// Letters and digits of the title and the provider, without case, marks, punctuation and spaces (lists lose spaces), and what tells equal ones apart.
    /// </summary>
    public static string OfTitle(string title, string provider, string? toldApartBy = null) =>
        $"{Compact(title)}|{OfProvider(provider).Value}" + (toldApartBy is null ? "" : $"|{Compact(toldApartBy)}");

    /// <summary>The words of a text without the spaces between them.</summary>
    public static string Compact(string text) => Words(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A slug of the provider's name. Letters of any script are kept; "The" and the legal form are not part of a name.</summary>
    public static ProviderId OfProvider(string name)
    {
        var words = Words(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > 1 && words[0] == "the")
            words.RemoveAt(0);
        while (words.Count > 1 && words[^1] is "inc" or "llc" or "ltd" or "limited" or "corp" or "corporation" or "pty" or "gmbh")
            words.RemoveAt(words.Count - 1);
        return new ProviderId(words.Count == 0 ? "unnamed-" + Digest(name) : string.Join('-', words));
    }

    /// <summary>A readable slug of the title and a digest of the identity.</summary>
    public static ProgramId Of(string title, string identity)
    {
        var slug = new string([.. Words(title).Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ')]).Trim().Replace(' ', '-');
        while (slug.Contains("--", StringComparison.Ordinal))
            slug = slug.Replace("--", "-", StringComparison.Ordinal);
        if (slug.Length > LongestSlug)
            slug = slug[..LongestSlug].TrimEnd('-');
        return new ProgramId(slug.Length == 0 ? Digest(identity) : $"{slug}-{Digest(identity)}");
    }

    /// <summary>Lower-case words without marks: decomposed, letters and digits kept, "&amp;" is "and".</summary>
    internal static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || c is '\'' or '’')
                continue;
            if (c == '&')
                words.Append(" and ");
            else if (char.IsLetterOrDigit(c))
                words.Append(char.ToLowerInvariant(c));
            else if (c is '+' or '#')
                words.Append(c == '+' ? "plus" : "sharp");
            else
                words.Append(' ');
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A key in eight bytes: equal keys have equal hashes, and among a million others two are equal by chance once in 37 million runs.</summary>
    public static ulong Hash(string key) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The last part of an id: the digest of the identity it was made of.</summary>
    public static string DigestOf(ProgramId id) => id.Value[^Math.Min(DigestLetters, id.Value.Length)..];

    internal static string Digest(string text) => Digest(Hash(text));

    internal static string Digest(ulong hash) => string.Create(DigestLetters, hash, (letters, value) =>
    {
        for (var i = 0; i < letters.Length; i++, value <<= 5)
            letters[i] = Letters[(int)(value >> 59)];
    });
}
