using System.Globalization;
using System.Text;

namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>One word of a label, topic or title.</summary>
/// <param name="Text">As it stands there.</param>
/// <param name="Stem">The form by which words are compared: lower case, no accents, American spelling, singular.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Break">Punctuation that ends a phrase stands before it.</param>
/// <param name="Joined">A hyphen, slash or ampersand without spaces ties it to the word before.</param>
internal readonly record struct Word(string Text, string Stem, int Start, bool Break, bool Joined)
{
    public int End => Start + Text.Length;
    public bool StartsUpper => char.IsUpper(Text[0]) || char.IsDigit(Text[0]) || Text[0] == '.';
    public bool IsLower => !Text.Any(char.IsUpper);
}

/// <summary>Cuts text into words that can be compared: "Tableau Software", "tableau software" and "R&amp;D" against "R &amp; D".</summary>
internal static class LabelText
{
    public static List<Word> Words(string text)
    {
        var words = new List<Word>(12);
        bool @break = false, joined = false;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (IsWordChar(c) || (c == '.' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))))
            {
                var start = i++;
                while (i < text.Length && ((IsWordChar(text[i]) && SameScript(text[i], text[i - 1])) || ContinuesWord(text, i)))
                    i++;
                var word = text[start..i];
                // "e-learning", "E-Commerce" and "ecommerce" are one word.
                if (word is "e" or "E" && i + 1 < text.Length && text[i] is '-' or '‑' && char.IsLetter(text[i + 1]))
                {
                    i++;
                    while (i < text.Length && IsWordChar(text[i]))
                        i++;
                    word = text[start..i];
                }
                var stem = Stem(word);
                if (stem is not ("the" or "a" or "an"))
                {
                    words.Add(new Word(word, stem, start, @break && words.Count > 0, joined));
                    @break = joined = false;
                }
                continue;
            }
            if (c == '&')
            {
                words.Add(new Word("&", "and", i, @break && words.Count > 0, false));
                @break = joined = false;
            }
            else if (c is '-' or '‑' or '/' or '\'' or '’' && i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]))
            {
                joined = true;
                @break |= c == '/';
            }
            else if (!char.IsWhiteSpace(c))
            {
                @break = true;
            }
            i++;
        }
        return words;
    }

    /// <summary>The comparable form of a whole text.</summary>
    public static string Key(IEnumerable<Word> words) => string.Join(' ', words.Select(w => w.Stem));

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    // "Python语言程序设计" is two words: a name and what is said of it.
    private static bool SameScript(char a, char b) => !char.IsLetter(a) || !char.IsLetter(b) || (a < 0x250) == (b < 0x250);

    private static bool ContinuesWord(string text, int i) => text[i] switch
    {
        '+' or '#' => i + 1 == text.Length || text[i + 1] is '+' or '#' || !char.IsLetterOrDigit(text[i + 1]),
        '.' => i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && char.IsLetterOrDigit(text[i - 1]),
        '&' => i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && char.IsLetterOrDigit(text[i - 1]),
        '\'' or '’' => i + 1 < text.Length && text[i + 1] is 's' or 'S' && (i + 2 == text.Length || !char.IsLetter(text[i + 2])),
        _ => false,
    };

    /// <summary>
    /// Light on purpose: only plurals and spelling. "Marketing" and "market", "accounting" and "account" stay apart,
    /// because a link found this way is used without asking.
    /// </summary>
    public static string Stem(string word)
    {
        var s = Fold(word);
        if (s.EndsWith("'s", StringComparison.Ordinal) || s.EndsWith("’s", StringComparison.Ordinal))
            s = s[..^2];
        if (s.Contains('-', StringComparison.Ordinal))
            s = s.Replace("-", "", StringComparison.Ordinal).Replace("‑", "", StringComparison.Ordinal);
        if (s.Length > 3 && s[0] != '.' && s.Contains('.', StringComparison.Ordinal) && s.Any(char.IsLetter))
            s = s.Replace(".", "", StringComparison.Ordinal);
        if (s.Length <= 3 || !char.IsAsciiLetter(s[^1]))
            return s;
        s = Singular(s);
        return s.Length < 5 ? s : American(s);
    }

    private static string Singular(string s) => s switch
    {
        _ when s[^1] != 's' || Ends(s, "ss") || Ends(s, "us") || Ends(s, "is") || Ends(s, "ics") => s,
        _ when Ends(s, "ies") && s.Length > 4 => s[..^3] + "y",
        _ when Ends(s, "sses") || Ends(s, "xes") || Ends(s, "ches") || Ends(s, "shes") => s[..^2],
        _ => s[..^1],
    };

    // Applied to labels and texts alike, so a change too many ("enterprize") does no harm.
    private static string American(string s)
    {
        s = s switch
        {
            "programme" => "program",
            "defence" => "defense",
            "licence" => "license",
            "offence" => "offense",
            "practise" => "practice",
            "cheque" => "check",
            _ => s,
        };
        s = s.Replace("isation", "ization", StringComparison.Ordinal).Replace("ysing", "yzing", StringComparison.Ordinal);
        if (Ends(s, "ise") || Ends(s, "yse"))
            s = s[..^2] + "ze";
        else if (Ends(s, "ising"))
            s = s[..^4] + "zing";
        else if (Ends(s, "ised"))
            s = s[..^3] + "zed";
        else if (Ends(s, "tre"))
            s = s[..^2] + "er";
        else if (Ends(s, "ogue"))
            s = s[..^2];
        else if (Ends(s, "lling") || Ends(s, "lled") || Ends(s, "ller"))
            s = s.Remove(s.LastIndexOf("ll", StringComparison.Ordinal), 1);
        if (s.Length >= 6)
            s = s.Replace("our", "or", StringComparison.Ordinal);
        return s.Length >= 7 ? s.Replace("ae", "e", StringComparison.Ordinal) : s;
    }

    private static bool Ends(string s, string end) => s.EndsWith(end, StringComparison.Ordinal);

    /// <summary>Lower case without accents; other scripts stay as they are.</summary>
    public static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }
}
