namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>
/// The language of a title when its list states none: by script, then by the small words of the languages in the lists.
/// Null where neither says anything; a title of names only ("Python", "Excel") has no language and needs none.
/// </summary>
internal static class TitleLanguage
{
    private static readonly Dictionary<string, string[]> SmallWords = new(StringComparer.Ordinal)
    {
        ["es"] = ["de", "del", "la", "el", "los", "las", "para", "con", "en", "y", "desde", "curso", "como", "una", "un", "aprende", "tu", "por"],
        ["fr"] = ["de", "du", "des", "la", "le", "les", "pour", "avec", "et", "en", "cours", "votre", "une", "un", "au", "aux", "sur", "dans", "l", "d"],
        ["de"] = ["und", "der", "die", "das", "für", "mit", "von", "dem", "den", "ein", "eine", "zum", "zur", "lernen", "im", "kurs"],
        ["pt"] = ["de", "do", "da", "dos", "das", "para", "com", "em", "e", "o", "os", "uma", "um", "curso", "seu", "aprenda", "no", "na"],
        ["it"] = ["di", "del", "della", "il", "lo", "gli", "per", "con", "e", "corso", "una", "un", "come", "nel", "dei", "da"],
        ["en"] = ["the", "of", "and", "for", "to", "in", "with", "your", "how", "using", "from", "on", "by", "a", "an", "introduction", "course", "basics", "fundamentals", "learn", "beginners"],
    };

    private static readonly Dictionary<string, string[]> LanguagesOf = SmallWords
        .SelectMany(l => l.Value.Select(w => (Word: w, l.Key)))
        .GroupBy(p => p.Word, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(p => p.Key).ToArray(), StringComparer.Ordinal);

    /// <summary>BCP 47 language, <c>und</c> for a script that no label here is written in, or null when the words do not say.</summary>
    public static string? Of(string title)
    {
        int latin = 0, other = 0;
        foreach (var c in title)
        {
            if (c < 0x250)
                latin += char.IsLetter(c) ? 1 : 0;
            else if (char.IsLetter(c))
                other++;
        }
        if (other > 0 && other * 3 > latin)
            return "und";

        Span<int> votes = stackalloc int[SmallWords.Count];
        var languages = SmallWords.Keys.ToArray();
        foreach (var word in title.ToLowerInvariant().Split([' ', ',', ':', '-', '(', ')', '/', '!', '?', '.', '¿', '¡', '\'', '’'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!LanguagesOf.TryGetValue(word, out var of))
                continue;
            foreach (var language in of)
                votes[Array.IndexOf(languages, language)]++;
        }
        var best = 0;
        for (var i = 1; i < votes.Length; i++)
        {
            if (votes[i] > votes[best])
                best = i;
        }
        var english = votes[^1];
        return votes[best] == 0 ? null : english >= votes[best] ? "en" : votes[best] >= 2 || title.Any(c => c is >= 'à' and <= 'ÿ') ? languages[best] : null;
    }
}
