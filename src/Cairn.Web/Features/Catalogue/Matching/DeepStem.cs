namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>Deeper than <see cref="LabelText.Stem"/>: "marketing", "markets" and "marketer", or "critical" and "critically", meet here.</summary>
internal static class DeepStem
{
    private static readonly string[] Endings =
        ["ization", "ically", "ation", "ally", "ment", "ical", "ing", "ion", "ize", "ive", "ity", "er", "or", "ed", "al", "ic", "ly", "e", "y"];

    private static readonly string[] Verbs =
        ["perform", "use", "utilize", "apply", "conduct", "practice", "execute", "undertake", "have", "skill"];

    public static string Of(string stem)
    {
        if (stem.StartsWith("analy", StringComparison.Ordinal))
            return "analy";
        foreach (var ending in Endings)
        {
            if (stem.Length - ending.Length >= (ending.Length == 1 ? 3 : 4) && stem.EndsWith(ending, StringComparison.Ordinal))
                return stem[..^ending.Length];
        }
        return stem;
    }

    public static bool Carries(string stem) =>
        stem is not ("and" or "of" or "in" or "for" or "to" or "with" or "on" or "or" or "by" or "at" or "from");

    /// <summary>The words of a text in alphabetical order of their deep stems, or null when fewer than two are left. It begins with a mark no other form has.</summary>
    public static string? SameWords(List<Word> words)
    {
        var stems = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            // "Research and design" is two things, "research design" is one.
            if (word.Stem is "and" or "or")
                return null;
            if (Carries(word.Stem) && !Verbs.Contains(word.Stem))
                stems.Add(Of(word.Stem));
        }
        return stems.Count >= 2 ? "~" + string.Join(' ', stems) : null;
    }
}
