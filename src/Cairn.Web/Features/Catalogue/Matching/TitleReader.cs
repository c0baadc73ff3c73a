using System.Collections.Frozen;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>
/// Finds the labels that a title names outright: the longest at each place, each held against its guards.
/// A plan uses these links without asking anybody, so whatever is in doubt is left to <see cref="GuessIndex"/>.
/// </summary>
internal sealed class TitleReader(UnambiguousForms index)
{
    /// <summary>Words around a subject that only say what kind of course it is.</summary>
    private static readonly FrozenSet<string> Frames = new[]
    {
        "introduction", "intro", "introductory", "fundamental", "basic", "basics", "essential", "beginner", "beginning", "advanced", "advance", "intermediate", "elementary", "complete", "comprehensive",
        "course", "class", "masterclass", "bootcamp", "boot", "camp", "certificate", "certification", "certified", "diploma", "degree", "associate", "specialization", "professional", "program", "training",
        "learn", "learning", "how", "your", "my", "level", "part", "foundation", "principle", "overview", "understand", "understanding", "mastering", "master", "crash", "guide", "ultimate", "practical",
        "applied", "concept", "workshop", "tutorial", "everyone", "all", "ap", "exam", "prep", "preparation", "review", "online", "new", "modern", "first", "step", "started", "getting", "get", "start", "quick",
        "skill", "theory", "topic", "lesson", "study", "studies", "general", "college", "school", "high", "technology", "technique", "primer", "made", "easy", "simple", "101", "102", "201", "i", "ii", "iii", "iv", "v",
        "1", "2", "3", "4", "5", "6", "2nd", "1st", "edition", "series", "xseries", "micromaster", "bachelor", "minor", "major", "science", "art", "speak", "speaking", "conversational", "language", "communication", "culture",
        "business", "absolute", "total", "from", "scratch", "zero", "hero", "explained", "demystified", "crashcourse", "refresher", "core", "key",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Connectors = new[]
    {
        "for", "with", "in", "using", "of", "from", "through", "by", "on", "at", "as", "via", "into", "to", "your", "is", "are", "what", "why", "how", "it", "its", "that", "against", "without", "under", "behind", "between", "during", "after", "before", "vs", "versus",
        "let", "our", "their", "his", "her", "you", "we", "not", "no",
    }.ToFrozenSet(StringComparer.Ordinal);

    public void Read(string title, List<Word> words, string? language, Action<LabelKey, List<Word>, string> found)
    {
        var text = LabelText.Key(words);
        Span<int> starts = words.Count <= 128 ? stackalloc int[words.Count + 1] : new int[words.Count + 1];
        for (int i = 0, at = 0; i < words.Count; i++)
        {
            starts[i] = at;
            at += words[i].Stem.Length + 1;
        }
        starts[words.Count] = text.Length + 1;

        for (var i = 0; i < words.Count;)
        {
            var longest = 1;
            while (longest < index.LongestKey && i + longest < words.Count && !words[i + longest].Break)
                longest++;
            var taken = 0;
            for (var n = longest; n > 0 && taken == 0; n--)
            {
                if (index.Find(text.AsSpan(starts[i], starts[i + n] - starts[i] - 1)) is { } key && Names(key, words, i, n, language))
                {
                    found(key, words.GetRange(i, n), title[words[i].Start..words[i + n - 1].End]);
                    taken = n;
                }
            }
            i += Math.Max(1, taken);
        }
    }

    private bool Names(LabelKey key, List<Word> words, int at, int count, string? language)
    {
        // "Microsoft Project Management" is project management.
        if (count > 1 && at + count < words.Count && !words[at + count].Break && index.Keys.IsOrdinary(words[at + count - 1].Stem)
            && index.Find($"{words[at + count - 1].Stem} {words[at + count].Stem}") is { Class: KeyClass.Preferred })
        {
            return false;
        }
        if (!key.Proper && language is not null && !SameLanguage(language, key.Label.Language))
            return false;
        // "Non-risk", "C-suite", "R-rated": a hyphen makes another word of it.
        if (words[at].Joined && !words[at].Break || (at + count < words.Count && words[at + count] is { Joined: true, Break: false } && count == 1))
            return false;
        if (key.Label.Kind == SkillKind.Language)
            return SpelledAlike(key, words, at, count) && (count > 1 || IsLanguageCourse(words, at));
        if (count == 1 && words[at].Stem.Length == 1 && NamesThatAreWords.WitnessFor(words[at].Stem) is null)
            return false;
        if (count == 1 && NamesThatAreWords.WitnessFor(words[at].Stem) is { } witness)
            return Testifies(witness, words, at) && words[at].Text[0] == char.ToUpperInvariant(words[at].Text[0]) && (!key.Proper || SpelledAlike(key, words, at, count) && (words[at].Text.Length > 1 || words[at].StartsUpper));
        if (key.Proper)
            return SpelledAlike(key, words, at, count) && CaseAgrees(key, words, at, count);
        if (key.Label.Kind == SkillKind.Technology)
            return count > 1;
        return count > 1 || (SameNumber(key, words[at]) && IsSubject(words, at));
    }

    /// <summary>ESCO's "medicines", "securities", "cameras" are things; "medicine", "security" and "camera" are other subjects.</summary>
    private static bool SameNumber(LabelKey key, Word word) =>
        !LabelText.Fold(key.Words[0]).EndsWith('s') || LabelText.Fold(word.Text).EndsWith('s') || key.Words.Length > 1;

    /// <summary>"Learn Spanish", "Spanish for Beginners"; not "Tally Training in Hindi" or "Greek and Roman Mythology".</summary>
    private static bool IsLanguageCourse(List<Word> words, int at) =>
        OnlyFramesAtAll(words, at - 1) && (at + 1 == words.Count || words[at + 1].Stem != "and") && IsSubject(words, at);

    private static bool OnlyFramesAtAll(List<Word> words, int last) =>
        words.Take(last + 1).All(w => Frames.Contains(w.Stem) || Connectors.Contains(w.Stem) && w.Stem != "in");

    private static bool SameLanguage(string language, string label) =>
        language.StartsWith(label, StringComparison.OrdinalIgnoreCase) && (language.Length == label.Length || language[label.Length] == '-');

    /// <summary>A name has no plural and no other spelling.</summary>
    private static bool SpelledAlike(LabelKey key, List<Word> words, int at, int count)
    {
        if (key.Words.Length != count)
            return true;
        for (var i = 0; i < count; i++)
        {
            var word = words[at + i].Text;
            if (!word.AsSpan().StartsWith(key.Words[i], StringComparison.OrdinalIgnoreCase) && !key.Words[i].Contains('.', StringComparison.Ordinal) && !key.Words[i].Contains('-', StringComparison.Ordinal))
                return false;
            if (word.Length > key.Words[i].Length && word[key.Words[i].Length] is not ('\'' or '’'))
                return false;
        }
        return true;
    }

    /// <summary>In a title that uses capitals, a name has them; initials have them all. In one that does not, only names that are no words count.</summary>
    private bool CaseAgrees(LabelKey key, List<Word> words, int at, int count)
    {
        var mixed = words.Any(w => w.Text.Any(char.IsUpper)) && words.Any(w => w.Text.Any(char.IsLower) && w.Text.Length > 3);
        if (!mixed)
            return (count > 1 && !AllOrdinary(words, at, count)) || (words[at].Text.Length >= 3 && !index.Keys.IsOrdinary(words[at].Stem));
        for (var i = 0; i < count; i++)
        {
            var (word, label) = (words[at + i].Text, key.Words.Length == count ? key.Words[i] : words[at + i].Text);
            var initials = count == 1 && key.Class != KeyClass.MakerDropped && label.Length is >= 2 and <= 5 && label.All(c => char.IsUpper(c) || char.IsDigit(c));
            if (initials && !word.StartsWith(label, StringComparison.Ordinal))
                return false;
            if (initials)
                return key.Label.Hot || key.Class != KeyClass.Preferred || !index.Keys.IsOrdinary(words[at].Stem);
            if (char.IsUpper(label[0]) && !words[at + i].StartsUpper && count == 1)
                return false;
        }
        if (!AllOrdinary(words, at, count))
            return count > 1 || !index.Keys.IsMaker(words[at].Stem) || key.Words.Length > 1 || key.Label.Text.Contains(' ', StringComparison.Ordinal);
        // A name made of ordinary words ("Front Desk", "Bamboo") says nothing; a framework's own concept ("Internet of Things") does.
        return key.Label.Hot || (key.Label.Kind != SkillKind.Technology && (count > 1 || IsSubject(words, at)));
    }

    private bool AllOrdinary(List<Word> words, int at, int count)
    {
        for (var i = at; i < at + count; i++)
        {
            if (!index.Keys.IsOrdinary(words[i].Stem) && !char.IsDigit(words[i].Text[0]))
                return false;
        }
        return true;
    }

    private static bool Testifies(Witness witness, List<Word> words, int at)
    {
        var before = at > 0 ? words[at - 1].Stem : "";
        var after = at + 1 < words.Count && !words[at + 1].Break ? words[at + 1].Stem : "";
        if (witness.NotBefore.Contains(before) || witness.NotAfter.Contains(after))
            return false;
        return witness.Alone || witness.Before.Contains(before) || witness.After.Contains(after) || words.Any(w => witness.With.Contains(w.Stem));
    }

    /// <summary>
    /// One ordinary word is what the course is about only where it fills a phrase of the title by itself:
    /// "Introduction to Statistics", "Probability and Statistics for Engineers", "Spanish for Beginners";
    /// not "Vital Statistics Clerk", "The Art of War", "Spanish Cooking".
    /// </summary>
    private static bool IsSubject(List<Word> words, int at)
    {
        // "Crafting Your First Campaign": a verb, not a subject.
        if (words[at].Stem.EndsWith("ing", StringComparison.Ordinal) && at + 1 < words.Count && !words[at + 1].Break
            && (words[at + 1].Stem is "your" or "my" or "our" or "their" || words[at + 1].Start - words[at].End > 1))
        {
            return false;
        }
        for (var i = at + 1; i < words.Count && !words[i].Break && !Connectors.Contains(words[i].Stem) && words[i].Stem != "and"; i++)
        {
            if (!Frames.Contains(words[i].Stem) && !words[i].Stem.All(char.IsDigit))
                return false;
        }
        var start = at;
        while (start > 0 && !words[start].Break)
        {
            var before = words[start - 1].Stem;
            if (before == "and")
            {
                // "Statistics and Probability": each is a subject if what is coordinated with it is one or two words.
                return start == at && start - 1 > 0 && IsShortPhraseBefore(words, start - 2);
            }
            if (Connectors.Contains(before))
                return start == at && OnlyFrames(words, start - 2);
            if (!Frames.Contains(before))
                return false;
            start--;
        }
        return true;
    }

    private static bool OnlyFrames(List<Word> words, int last)
    {
        for (var i = last; i >= 0; i--)
        {
            if (!Frames.Contains(words[i].Stem) && !Connectors.Contains(words[i].Stem))
                return false;
            if (words[i].Break)
                return true;
        }
        return true;
    }

    private static bool IsShortPhraseBefore(List<Word> words, int last)
    {
        var content = 0;
        for (var i = last; i >= 0; i--)
        {
            if (Connectors.Contains(words[i].Stem))
                return OnlyFrames(words, i - 1) && content <= 2;
            if (!Frames.Contains(words[i].Stem))
                content++;
            if (words[i].Break)
                break;
        }
        return content <= 2;
    }
}
