using System.Globalization;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>How text becomes words that can be found: small letters, no accents, and per language the stem of each word.</summary>
internal static class Words
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>A question is cut to this many characters and words before anything else looks at it.</summary>
    public const int MaxCharacters = 200;

    public const int MaxWords = 12;

    /// <summary>Languages whose words are also found by their stem. Every other language is found by whole words.</summary>
    public static IReadOnlyList<string> StemmedLanguages { get; } = ["en", "es"];

    public static Analyzer Whole { get; } = new WordAnalyzer(null);

    private static readonly Dictionary<string, Analyzer> Stems =
        StemmedLanguages.ToDictionary(language => language, Analyzer (language) => new WordAnalyzer(language), StringComparer.Ordinal);

    // Words that say nothing about what is looked for. "IT", "C" and "R" are subjects and stay.
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to", "with",
        "al", "con", "de", "del", "el", "en", "la", "las", "los", "o", "para", "por", "un", "una", "y",
    };

    // The tokenizer would read "C++" and "C#" as "C".
    private static readonly (string Sign, string Word)[] Signs =
    [
        ("C++", "cplusplus"), ("c++", "cplusplus"), ("C#", "csharp"), ("c#", "csharp"), ("F#", "fsharp"), ("f#", "fsharp"),
        (".NET", " dotnet"), (".Net", " dotnet"), (".net", " dotnet"), (".JS", " js"), (".js", " js"),
    ];

    public static Analyzer Stem(string language) => Stems[language];

    /// <summary>
    /// A text as the analyzers read it. Lucene's own filter for this makes a buffer for every text, which a hundred thousand labels
    /// pay with most of their time.
    /// </summary>
    public static string SpellSigns(string text)
    {
        if (text.AsSpan().IndexOfAny('+', '#', '.') < 0)
            return text;
        foreach (var (sign, word) in Signs)
            text = text.Replace(sign, word, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The words of a question, without fillers unless it has nothing else.</summary>
    public static IReadOnlyList<string> OfQuestion(string text)
    {
        var words = Split(Whole, Cut(text));
        var telling = words.Where(word => !Fillers.Contains(word)).Distinct(StringComparer.Ordinal).Take(MaxWords).ToList();
        return telling.Count > 0 ? telling : [.. words.Take(1)];
    }

    public static List<string> Split(Analyzer analyzer, string text)
    {
        var words = new List<string>();
        using var stream = analyzer.GetTokenStream("words", SpellSigns(text));
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            words.Add(term.ToString()!);
        stream.End();
        return words;
    }

    /// <summary>The whole of a label in the form in which labels are compared: small letters, no accents, single spaces.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
                continue;
            }

            folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>At most <see cref="MaxCharacters"/>, without control characters and halves of letters.</summary>
    public static string Cut(string text)
    {
        var cut = new StringBuilder(Math.Min(text.Length, MaxCharacters));
        foreach (var rune in text.EnumerateRunes())
        {
            if (cut.Length + rune.Utf16SequenceLength > MaxCharacters)
                break;
            cut.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? " " : rune.ToString());
        }

        return cut.ToString().Trim();
    }

    private sealed class WordAnalyzer(string? language) : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var tokenizer = new StandardTokenizer(Version, reader);
            TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(Version, new EnglishPossessiveFilter(Version, tokenizer)));
            words = language switch
            {
                "en" => new PorterStemFilter(words),
                "es" => new SpanishLightStemFilter(words),
                _ => words,
            };
            return new TokenStreamComponents(tokenizer, words);
        }
    }
}
