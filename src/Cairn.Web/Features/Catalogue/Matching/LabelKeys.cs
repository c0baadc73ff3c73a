using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>How a comparable form follows from a label, from the firmest to the weakest. The firmest wins a form.</summary>
internal enum KeyClass
{
    /// <summary>The preferred label itself.</summary>
    Preferred,

    /// <summary>Without its explanation: "Python (computer programming)" as "Python", "Tableau Software" as "Tableau".</summary>
    Shortened,

    /// <summary>A label that ends in its own initials: "Structured query language SQL" as either part.</summary>
    Acronym,

    /// <summary>Without the maker: "Microsoft Excel" as "Excel".</summary>
    MakerDropped,

    /// <summary>Without a word that says only that it is a subject: "marketing principles" as "marketing".</summary>
    Framed,

    /// <summary>An alternative label of two or more words.</summary>
    Alternate,

    /// <summary>Without a verb that adds nothing: "perform data analysis" as "data analysis".</summary>
    VerbDropped,

    /// <summary>The same words in other forms and another order: "think critically" as "critical thinking". For topics only: in running titles it costs precision.</summary>
    SameWords,
}

/// <summary>One comparable form of one label.</summary>
/// <remarks>Proper: a name, spelled as it is spelled in every language; its case counts.</remarks>
internal sealed record LabelKey(string Key, KeyClass Class, SkillLabel Label, string[] Words, bool Proper);

/// <summary>The forms in which a label may stand in a title or a list of topics.</summary>
internal sealed class LabelKeys
{
    private static readonly HashSet<string> FramesBehind = new(StringComparer.Ordinal)
        { "principle", "technique", "theory", "method", "methodology", "concept", "fundamental" };

    private static readonly HashSet<string> FramesBefore = new(StringComparer.Ordinal) { "principle", "fundamental", "theory", "technique" };

    private static readonly HashSet<string> LightVerbs = new(StringComparer.Ordinal)
        { "perform", "use", "utilize", "apply", "conduct", "execute", "undertake" };

    private readonly HashSet<string> _ordinary;
    private readonly HashSet<string> _makers;

    private readonly Dictionary<string, int> _frequency = new(StringComparer.Ordinal);
    private readonly Dictionary<SkillId, string> _preferred;

    public LabelKeys(IReadOnlyList<SkillLabel> labels)
    {
        _ordinary = OrdinaryWords(labels);
        _preferred = labels.Where(l => l.NameKind == NameKind.Preferred).GroupBy(l => l.SkillId).ToDictionary(g => g.Key, g => g.First().Text);
        foreach (var stem in _preferred.Values.SelectMany(t => LabelText.Words(t).Select(w => w.Stem).Distinct()))
            _frequency[stem] = _frequency.GetValueOrDefault(stem) + 1;
        _makers = labels.Where(l => l.Kind == SkillKind.Technology)
            .Select(l => FirstWord(l.Text))
            .Where(w => w.Length > 1 && char.IsUpper(w[0]) && !_ordinary.Contains(LabelText.Stem(w)))
            .GroupBy(w => w, StringComparer.Ordinal)
            .Where(g => g.Count() >= 3)
            .Select(g => LabelText.Stem(g.Key))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Words that names and descriptions write in lower case: they mean what they mean in any sentence, so as a name they need a witness.</summary>
    private static HashSet<string> OrdinaryWords(IReadOnlyList<SkillLabel> labels)
    {
        var seen = new Dictionary<string, (int Lower, int Upper)>(StringComparer.Ordinal);
        foreach (var label in labels)
        {
            foreach (var word in LabelText.Words(label.Text))
            {
                if (!char.IsLetter(word.Text[0]))
                    continue;
                var (lower, upper) = seen.GetValueOrDefault(word.Stem);
                seen[word.Stem] = word.IsLower ? (lower + 1, upper) : (lower, upper + 1);
            }
        }
        // A slip of the pen ("use microsoft office") makes no word of a name.
        return seen.Where(s => s.Value.Lower > 0 && s.Value.Lower * 3 >= s.Value.Upper).Select(s => s.Key)
            .Concat(NamesThatAreWords.Words).ToHashSet(StringComparer.Ordinal);
    }

    public bool IsOrdinary(string stem) => _ordinary.Contains(stem);

    public bool IsMaker(string stem) => _makers.Contains(stem);

    public IEnumerable<LabelKey> Of(SkillLabel label)
    {
        if (label.NameKind is not (NameKind.Preferred or NameKind.Alternate)
            || label.Kind is SkillKind.Group or SkillKind.GenericSkill or SkillKind.Ability or SkillKind.WorkActivity)
        {
            yield break;
        }
        var words = LabelText.Words(label.Text);
        if (words.Count == 0 || words.Count > 9)
            yield break;
        if (label.NameKind == NameKind.Alternate)
        {
            if (words.Count >= 2 && SharesItsMeaning(label.SkillId, words))
                yield return Key(label, KeyClass.Alternate, words);
            yield break;
        }
        yield return Key(label, KeyClass.Preferred, words);
        if (words.Count == 2 && words.All(w => w.IsLower))
            yield return Key(label, KeyClass.Shortened, words) with { Key = words[0].Stem + words[1].Stem };

        var shortened = WithoutExplanation(label, words);
        if (shortened is not null)
            yield return Key(label, KeyClass.Shortened, shortened);
        var core = shortened ?? words;
        foreach (var key in Acronyms(label, core))
            yield return key;
        if (WithoutMaker(label, core) is { } product)
            yield return Key(label, KeyClass.MakerDropped, product);
        if (core is [{ Stem: "microsoft" }, _, ..])
            yield return Key(label, KeyClass.MakerDropped, [core[0] with { Text = "MS", Stem = "ms" }, .. core[1..]]);
        if (WithoutFrame(core) is { } subject)
            yield return Key(label, KeyClass.Framed, subject);
        foreach (var key in AsSubject(label, words))
            yield return key;
    }

    /// <summary>
    /// ESCO's alternative labels range from synonyms ("data privacy" of data protection) to examples ("big data" of statistics).
    /// Kept are those whose first word or rarer half stands in the preferred label too.
    /// </summary>
    private bool SharesItsMeaning(SkillId skill, List<Word> words)
    {
        if (!_preferred.TryGetValue(skill, out var name))
            return false;
        var own = LabelText.Words(name).Select(w => DeepStem.Of(w.Stem)).ToHashSet(StringComparer.Ordinal);
        double shared = 0, all = 0;
        foreach (var word in words)
        {
            var weight = Math.Log(_preferred.Count / (1.0 + _frequency.GetValueOrDefault(word.Stem)));
            all += weight;
            shared += own.Contains(DeepStem.Of(word.Stem)) ? weight : 0;
        }
        return shared >= all / 2 || own.Contains(DeepStem.Of(words[0].Stem));
    }

    private LabelKey Key(SkillLabel label, KeyClass @class, List<Word> words) =>
        new(LabelText.Key(words), @class, label, [.. words.Select(w => w.Text)], IsProper(label, words));

    /// <summary>ESCO writes everything but names in lower case; O*NET begins every label with a capital.</summary>
    private bool IsProper(SkillLabel label, List<Word> words)
    {
        if (label.Kind == SkillKind.Language)
            return false;
        for (var i = 0; i < words.Count; i++)
        {
            var inside = words[i].Text.Skip(1).Any(char.IsUpper);
            if (words[i].StartsUpper && (inside || i > 0 || !_ordinary.Contains(words[i].Stem) || words.Count == 1) && !char.IsDigit(words[i].Text[0]))
                return label.Kind != SkillKind.Knowledge || label.SkillId.Value.StartsWith("esco:", StringComparison.Ordinal);
            if (inside)
                return true;
        }
        return false;
    }

    private List<Word>? WithoutExplanation(SkillLabel label, List<Word> words)
    {
        var open = label.Text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0)
        {
            var before = LabelText.Words(label.Text[..open]);
            return before.Count > 0 ? before : null;
        }
        // "Tableau Software", "Salesforce software", but not "Email software": what is left must be a name.
        if (label.Kind == SkillKind.Technology && words.Count >= 2 && words[^1].Stem is "software" or "system" or "platform")
        {
            var rest = words[..^1];
            return rest.Any(w => w.StartsUpper && !char.IsDigit(w.Text[0]) && !_ordinary.Contains(w.Stem)) ? rest : null;
        }
        return null;
    }

    private IEnumerable<LabelKey> Acronyms(SkillLabel label, List<Word> words)
    {
        if (words.Count < 3 || words[^1].Text is not { Length: >= 2 and <= 6 } acronym || !acronym.All(char.IsUpper))
            yield break;
        var spelled = words[..^1];
        if (!IsSubsequence(acronym, string.Concat(spelled.Select(w => w.Text)), spelled[0].Text[0]))
            yield break;
        if (acronym.Length >= 3 && (label.Hot || NamesThatAreWords.KnownInitials.Contains(acronym)))
            yield return Key(label, KeyClass.Acronym, words[^1..]) with { Proper = true };
        yield return Key(label, KeyClass.Acronym, spelled) with { Proper = false };
    }

    private static bool IsSubsequence(string acronym, string spelled, char first)
    {
        if (char.ToUpperInvariant(first) != acronym[0] && char.ToUpperInvariant(spelled[1]) != acronym[0])
            return false;
        var found = 0;
        foreach (var c in spelled)
        {
            if (found < acronym.Length && char.ToUpperInvariant(c) == acronym[found])
                found++;
        }
        return found == acronym.Length;
    }

    private List<Word>? WithoutMaker(SkillLabel label, List<Word> words)
    {
        if (label.Kind != SkillKind.Technology || words.Count < 2)
            return null;
        var maker = words is [{ Stem: "mathwork" }, ..] or [{ Stem: "dassault" }, ..] or [{ Stem: "national" }, { Stem: "instrument" }, ..] or [{ Stem: "qlik" }, { Stem: "tech" }, ..]
            ? (words[0].Stem == "mathwork" ? 1 : 2)
            : _makers.Contains(words[0].Stem) ? 1 : 0;
        if (maker == 0 || words.Count == maker)
            return null;
        var rest = words[maker..];
        var names = rest.Count(w => w.StartsUpper && !char.IsDigit(w.Text[0]) && !_ordinary.Contains(w.Stem) && w.Text.Length >= 3);
        if (rest is [{ Text.Length: <= 4 } initials] && initials.Text.All(char.IsUpper) && !label.Hot)
            return null;
        // "Experian Quest", "Adobe Persuasion": alone they are anybody's words. Capitals inside ("PowerShell") or wide use make a name.
        if (rest is [{ } only] && !label.Hot && !only.Text.Skip(1).Any(char.IsUpper) && !NamesThatAreWords.StandAlone.Contains(only.Stem))
            return null;
        return NamesThatAreWords.StandAlone.Contains(LabelText.Key(rest)) || (names > 0 && rest.All(w => w.StartsUpper)) ? rest : null;
    }

    private static List<Word>? WithoutFrame(List<Word> words)
    {
        if (words.Count >= 3 && FramesBefore.Contains(words[0].Stem) && words[1].Stem is "of" or "in")
            return words[2..];
        // "Game theory" is not about games; "social work theory" is about social work.
        var frame = words[^1].Stem is "theory" or "methodology" or "concept" || words[0].Stem.EndsWith("al", StringComparison.Ordinal) ? 3 : 2;
        return words.Count >= frame && FramesBehind.Contains(words[^1].Stem) && words[^2].Stem is not ("of" or "and" or "in") ? words[..^1] : null;
    }

    private IEnumerable<LabelKey> AsSubject(SkillLabel label, List<Word> words)
    {
        if (label.Kind == SkillKind.Technology || words.Count < 2 || words.Count > 5)
            yield break;
        if (LightVerbs.Contains(words[0].Stem) && words.Count >= 3 && DeepStem.Carries(words[1].Stem))
            yield return Key(label, KeyClass.VerbDropped, words[1..]);
        if (DeepStem.SameWords(words) is { } bag)
            yield return Key(label, KeyClass.SameWords, words) with { Key = bag };
    }

    private static string FirstWord(string text)
    {
        var start = text.StartsWith("The ", StringComparison.Ordinal) ? 4 : 0;
        var end = text.IndexOf(' ', start);
        return end < 0 ? "" : text[start..end];
    }
}
