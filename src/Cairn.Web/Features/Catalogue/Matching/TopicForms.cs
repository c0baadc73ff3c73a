namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>A form in which a listed topic is looked up.</summary>
/// <remarks>NameOnly: what was taken away says little, so only the name of a tool may answer to the rest.</remarks>
internal readonly record struct TopicForm(List<Word> Words, bool NameOnly)
{
    public string Key { get; init; } = LabelText.Key(Words);
}

/// <summary>
/// The ways in which providers write a skill: "R (Software)", "Object Oriented Programming (OOP)", "Python Programming", "Tableau Software".
/// </summary>
internal static class TopicForms
{
    public static IEnumerable<TopicForm> Of(string topic, List<Word> words)
    {
        yield return new TopicForm(words, false);
        var open = topic.IndexOf('(', StringComparison.Ordinal);
        if (open > 0)
        {
            var close = topic.IndexOf(')', open);
            var inside = LabelText.Words(close < 0 ? topic[(open + 1)..] : topic[(open + 1)..close]);
            words = LabelText.Words(topic[..open]);
            yield return new TopicForm(words, words.Count == 1 && inside is [{ Stem: "software" or "programming" or "language" }, ..]);
            if (inside is [{ Text: { Length: >= 3 } initials }] && initials.All(char.IsUpper))
                yield return new TopicForm(inside, true);
        }
        if (DeepStem.SameWords(words) is { } bag)
            yield return new TopicForm(words, false) { Key = bag };
        while (words.Count >= 2 && words[^1].Stem is "programming" or "language" or "software" or "development" or "framework" or "platform" or "tool")
        {
            words = words[..^1];
            yield return new TopicForm(words, true);
        }
    }

    /// <summary>A one-word name is spelled as it is ("art" is not ARTS), initials in capitals; a one-word plural stays one ("security" is not securities).</summary>
    public static bool Fits(LabelKey key, List<Word> words)
    {
        if (words.Count != 1 || key.Words.Length != 1)
            return true;
        var (label, topic) = (key.Words[0], words[0].Text);
        if (!key.Proper)
            return !label.EndsWith("ies", StringComparison.Ordinal) || topic.EndsWith("ies", StringComparison.OrdinalIgnoreCase);
        return label.Length == 1 || key.Class == KeyClass.Acronym
            ? string.Equals(label, topic, StringComparison.Ordinal)
            : LabelText.Fold(label).Length == LabelText.Fold(topic).Length || label.Contains('.', StringComparison.Ordinal);
    }
}
