using System.Collections.Frozen;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>Every comparable form that means exactly one skill of its framework. A form that could mean two is not there.</summary>
internal sealed class UnambiguousForms
{
    private readonly FrozenDictionary<string, LabelKey> _byKey;
    private readonly FrozenDictionary<string, LabelKey> _actsByKey;

    /// <summary>Preferred label per skill, in the order in which they were first given.</summary>
    public IReadOnlyList<SkillLabel> Preferred { get; }

    public LabelKeys Keys { get; }
    public int LongestKey { get; }

    public UnambiguousForms(IEnumerable<SkillLabel> labels)
    {
        var all = labels.ToArray();
        Keys = new LabelKeys(all);
        Preferred = [.. all.Where(l => l.NameKind == NameKind.Preferred && l.Kind is SkillKind.Skill or SkillKind.Knowledge or SkillKind.Technology or SkillKind.Language or SkillKind.Transversal)];

        var candidates = new Dictionary<string, List<LabelKey>>(StringComparer.Ordinal);
        foreach (var label in all)
        {
            foreach (var key in Keys.Of(label))
            {
                if (!candidates.TryGetValue(key.Key, out var same))
                    candidates.Add(key.Key, same = new List<LabelKey>(1));
                same.Add(key);
            }
        }
        ReadInitialsAsTheirWords(candidates);
        _byKey = candidates.Select(c => (c.Key, One: Unambiguous(c.Value))).Where(c => c.One is not null)
            .ToFrozenDictionary(c => c.Key, c => c.One!, StringComparer.Ordinal);
        _actsByKey = candidates.Select(c => (c.Key, One: Unambiguous([.. c.Value.Where(k => k.Class is KeyClass.VerbDropped or KeyClass.SameWords)])))
            .Where(c => c.One is not null).ToFrozenDictionary(c => c.Key, c => c.One!, StringComparer.Ordinal);
        LongestKey = _byKey.Keys.Select(k => k.Count(c => c == ' ') + 1).DefaultIfEmpty(1).Max();
    }

    public LabelKey? Find(ReadOnlySpan<char> key) =>
        _byKey.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var found) ? found : null;

    /// <summary>
    /// What is done with the subject that <paramref name="key"/> names: ESCO has "business analysis" and "perform business analysis", and who
    /// teaches the one teaches the other.
    /// </summary>
    public LabelKey? ActOf(LabelKey key, List<Word> words) =>
        key.Label.Kind == SkillKind.Technology || words.Count < 2 ? null
        : _actsByKey.GetValueOrDefault(LabelText.Key(words)) is { } act && act.Label.SkillId != key.Label.SkillId ? act
        : DeepStem.SameWords(words) is { } bag && _actsByKey.GetValueOrDefault(bag) is { } same && same.Label.SkillId != key.Label.SkillId ? same : null;

    /// <summary>O*NET's "Search engine optimization SEO software" tells what SEO stands for; ESCO has the skill of that name.</summary>
    private static void ReadInitialsAsTheirWords(Dictionary<string, List<LabelKey>> candidates)
    {
        var spelled = candidates.Values.SelectMany(c => c).Where(k => k is { Class: KeyClass.Acronym, Proper: false }).ToList();
        foreach (var words in spelled)
        {
            if (candidates[words.Key].Find(k => k.Class == KeyClass.Preferred && k.Label.SkillId != words.Label.SkillId) is not { } skill)
                continue;
            var initials = LabelText.Words(words.Label.Text).Last(w => w.Text.Length >= 2 && w.Text.All(char.IsUpper));
            if (initials.Text.Length < 3 || !(words.Label.Hot || NamesThatAreWords.KnownInitials.Contains(initials.Text)))
                continue;
            if (!candidates.TryGetValue(initials.Stem, out var same))
                candidates.Add(initials.Stem, same = []);
            same.RemoveAll(k => k.Class == KeyClass.Acronym && k.Label.SkillId == words.Label.SkillId);
            same.Add(new LabelKey(initials.Stem, KeyClass.Acronym, skill.Label, [initials.Text], Proper: true));
        }
    }

    /// <summary>
    /// The firmest class decides; within it, and between a label and the same label without its explanation, ESCO before O*NET.
    /// Two skills of one framework leave it open, unless one of them is the more general kind (a subject before a task, a hot technology before another).
    /// </summary>
    private static LabelKey? Unambiguous(List<LabelKey> keys)
    {
        if (keys.Count == 0)
            return null;
        var firmest = keys.Min(k => Rank(k.Class));
        var best = keys.Where(k => Rank(k.Class) == firmest)
            .GroupBy(k => k.Label.SkillId).Select(g => g.MinBy(k => k.Class)!)
            .OrderBy(k => k.Label.SkillId.Value.StartsWith("esco:", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(k => k.Class)
            .ThenByDescending(k => k.Label.Hot)
            .ThenBy(k => k.Label.SkillId.Value, StringComparer.Ordinal)
            .ToList();
        if (best.Count == 1)
            return best[0];
        var (first, second) = (best[0], best[1]);
        var sameFramework = Framework(first) == Framework(second);
        return !sameFramework || first.Class != second.Class || first.Label.Hot != second.Label.Hot ? first : null;
    }

    private static int Rank(KeyClass @class) => @class == KeyClass.Shortened ? (int)KeyClass.Preferred : (int)@class;

    private static string Framework(LabelKey key) => key.Label.SkillId.Value[..key.Label.SkillId.Value.IndexOf(':', StringComparison.Ordinal)];
}
