using System.Text.RegularExpressions;

namespace Cairn.Web.Features.Catalogue.Lists.Converters;

/// <summary>Names of languages, in English and in themselves, as BCP 47. A name that is not in the table is unknown, never guessed.</summary>
internal static partial class Languages
{
    /// <summary>"English", "Español", "中文", "Portuguese (Brazilian)", "Chinese (NFD)", or a BCP 47 tag.</summary>
    public static string? Read(string text)
    {
        var name = Plain(text);
        if (Names.TryGetValue(name, out var tag))
            return tag;
        return Tag().IsMatch(name) && Names.ContainsValue(name.Split('-')[0]) ? name.Split('-')[0] + text.Trim()[name.Split('-')[0].Length..] : null;
    }

    /// <summary>
    /// The language of a course from the languages of its transcripts. One language is it. Of several: that of a title in Chinese or Japanese letters;
    /// English if listed and the title is plain ASCII; else it cannot be told.
    /// </summary>
    public static string? FromTranscripts(string text, string title)
    {
        if (!text.Contains("Transcript", StringComparison.Ordinal))
            return null;
        var list = text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',').Select(Read).OfType<string>().Distinct().ToArray();
        if (list.Length <= 1)
            return list.FirstOrDefault();
        if (title.Any(c => c is >= '\u3040' and <= '\u30FF') && list.Contains("ja"))
            return "ja";
        if (title.Any(c => c is >= '\u4E00' and <= '\u9FFF'))
            return list.Contains("zh") ? "zh" : null;
        return list.Contains("en") && title.All(c => char.IsAscii(c) || c is '’' or '‘' or '“' or '”' or '–' or '—' or '®' or '™') ? "en" : null;
    }

    private static string Plain(string text) => Tashkil().Replace(Texts.Clean(text), "").Trim().ToLowerInvariant();

    [GeneratedRegex("[\u064B-\u0652]")]
    private static partial Regex Tashkil();

    [GeneratedRegex("^[a-z]{2,3}(-[a-z0-9]{2,8})*$")]
    private static partial Regex Tag();

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["english"] = "en", ["inglés"] = "en", ["eng"] = "en",
        ["spanish"] = "es", ["español"] = "es", ["castellano"] = "es",
        ["french"] = "fr", ["français"] = "fr",
        ["german"] = "de", ["deutsch"] = "de",
        ["italian"] = "it", ["italiano"] = "it",
        ["portuguese"] = "pt", ["português"] = "pt", ["portuguese (brazilian)"] = "pt-BR", ["portuguese (european)"] = "pt-PT", ["portuguese (brazil)"] = "pt-BR",
        ["dutch"] = "nl", ["nederlands"] = "nl",
        ["chinese"] = "zh", ["中文"] = "zh", ["汉语"] = "zh", ["漢語"] = "zh", ["mandarin"] = "zh", ["chinese (nfd)"] = "zh",
        ["chinese (simplified)"] = "zh-Hans", ["简体中文"] = "zh-Hans", ["chinese (traditional)"] = "zh-Hant", ["繁體中文"] = "zh-Hant", ["cantonese"] = "yue",
        ["chinese (china)"] = "zh-Hans",
        ["japanese"] = "ja", ["日本語"] = "ja",
        ["korean"] = "ko", ["한국어"] = "ko",
        ["arabic"] = "ar", ["اللغة العربية"] = "ar", ["العربية"] = "ar",
        ["hebrew"] = "he", ["עברית"] = "he",
        ["hindi"] = "hi", ["हिन्दी"] = "hi",
        ["urdu"] = "ur", ["اردو"] = "ur",
        ["russian"] = "ru", ["русский"] = "ru",
        ["ukrainian"] = "uk", ["українська"] = "uk",
        ["polish"] = "pl", ["język polski"] = "pl", ["polski"] = "pl",
        ["turkish"] = "tr", ["türkçe"] = "tr",
        ["indonesian"] = "id", ["bahasa indonesia"] = "id",
        ["malay"] = "ms", ["bahasa melayu"] = "ms", ["هاس ملايو"] = "ms",
        ["vietnamese"] = "vi", ["tiếng việt"] = "vi",
        ["thai"] = "th", ["ไทย"] = "th",
        ["tagalog"] = "tl", ["wikang tagalog"] = "tl",
        ["finnish"] = "fi", ["suomi"] = "fi",
        ["swedish"] = "sv", ["svenska"] = "sv",
        ["norwegian"] = "no", ["norsk"] = "no", ["norsk bokmål"] = "nb",
        ["danish"] = "da", ["dansk"] = "da",
        ["icelandic"] = "is", ["íslenska"] = "is",
        ["latvian"] = "lv", ["latviešu valoda"] = "lv",
        ["lithuanian"] = "lt", ["estonian"] = "et",
        ["armenian"] = "hy", ["հայերեն"] = "hy",
        ["tibetan"] = "bo", ["བོད་ཡིག"] = "bo",
        ["greek"] = "el", ["ελληνικά"] = "el",
        ["hungarian"] = "hu", ["magyar"] = "hu",
        ["czech"] = "cs", ["slovak"] = "sk", ["romanian"] = "ro", ["bulgarian"] = "bg", ["croatian"] = "hr", ["serbian"] = "sr", ["slovenian"] = "sl",
        ["persian"] = "fa", ["farsi"] = "fa", ["bengali"] = "bn", ["tamil"] = "ta", ["telugu"] = "te", ["punjabi"] = "pa", ["kazakh"] = "kk",
        ["catalan"] = "ca", ["basque"] = "eu", ["galician"] = "gl", ["welsh"] = "cy", ["irish"] = "ga",
        ["american sign language"] = "ase", ["auslan"] = "asf",
    };
}
