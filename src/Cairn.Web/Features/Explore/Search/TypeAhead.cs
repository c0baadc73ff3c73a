using System.Text;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>What an entry of a suggestion is.</summary>
internal enum EntryKind
{
    Occupation,
    Skill,
}

/// <summary>One label of an occupation or skill, as it was read.</summary>
/// <param name="Of">The entry it belongs to.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Text">As published.</param>
internal readonly record struct Label(LabelOf Of, string Language, string Text);

/// <summary>Whose label it is, and how it is meant.</summary>
/// <param name="Kind">Of the entry.</param>
/// <param name="Entry">Number of the occupation or skill.</param>
/// <param name="Name">Preferred, alternate or hidden.</param>
internal readonly record struct LabelOf(EntryKind Kind, int Entry, NameKind Name);

/// <summary>An entry that fits what was typed, and the label that shows it.</summary>
internal readonly record struct LabelMatch(EntryKind Kind, int Entry, NameKind Name, string Text);

/// <summary>
/// Labels of occupations and skills, found while they are typed: first labels that are or begin with the text, then labels that have
/// its words, then near spellings. Within a step the commoner entry comes first.
/// </summary>
internal sealed class TypeAhead : IDisposable
{
    // A range of labels that begin with one letter is long; the commonest of these many are good enough to choose from.
    private const int MostBegun = 4000;

    private readonly LabelOf[] _labels;
    private readonly PackedTexts _texts;
    private readonly PackedTexts _folded;
    private readonly int[] _byFolded;
    private readonly TextIndex _words;
    private readonly Func<LabelOf, double> _commonness;

    private TypeAhead(IReadOnlyList<Label> read, Func<LabelOf, double> commonness, CancellationToken cancel)
    {
        _commonness = commonness;
        _labels = [.. read.Select(label => label.Of)];
        _texts = new PackedTexts([.. read.Select(label => label.Text)]);
        _folded = new PackedTexts([.. read.Select(label => Words.Fold(label.Text))]);
        _byFolded = [.. Enumerable.Range(0, _labels.Length)];
        Array.Sort(_byFolded, (one, two) => _folded[one].SequenceCompareTo(_folded[two]) is var order and not 0 ? order : one - two);
        _words = TextIndex.Build([.. read.Select(label => new FindableText([(label.Language, label.Text)], []))], cancel);
    }

    public int Count => _labels.Length;

    public long Bytes => _words.Bytes;

    /// <param name="labels">All labels.</param>
    /// <param name="commonness">0 to 1: how common the entry of a label is. Asked only when something is looked for.</param>
    /// <param name="cancel">Gives up.</param>
    public static TypeAhead Build(IReadOnlyList<Label> labels, Func<LabelOf, double> commonness, CancellationToken cancel) => new(labels, commonness, cancel);

    /// <summary>The best entries for what was typed so far, best first.</summary>
    public IReadOnlyList<LabelMatch> Find(string typed, Func<LabelOf, bool> wanted, int limit)
    {
        var best = new Dictionary<(EntryKind, int), Scored>();
        var question = Words.Fold(Words.Cut(typed));
        if (question.Length == 0)
            return [];
        Begin(question, wanted, best, 0);
        var spoken = Words.OfQuestion(question);
        if (best.Count < limit && spoken.Count > 0)
            HaveWords(spoken, question, wanted, best);
        return
        [
            .. best.Values.Select(found => (found.Score, Text: _texts.Text(found.Label), Of: _labels[found.Label]))
                .OrderByDescending(match => match.Score)
                .ThenBy(match => match.Text.Length)
                .ThenBy(match => match.Text, StringComparer.Ordinal)
                .ThenBy(match => match.Of.Kind)
                .ThenBy(match => match.Of.Entry)
                .Take(limit)
                .Select(match => new LabelMatch(match.Of.Kind, match.Of.Entry, match.Of.Name, match.Text)),
        ];
    }

    public void Dispose() => _words.Dispose();

    private void HaveWords(IReadOnlyList<string> spoken, string question, Func<LabelOf, bool> wanted, Dictionary<(EntryKind, int), Scored> best)
    {
        var hits = _words.Find(spoken, lastIsBegun: true);
        foreach (var near in hits.Spellings)
            question = question.Replace(near.Typed, near.Read, StringComparison.Ordinal);
        if (hits.Spellings.Count > 0)
            Begin(question, wanted, best, 10);
        var highest = 0f;
        for (var n = 0; n < hits.Count; n++)
            highest = Math.Max(highest, hits.Scores[n]);
        for (var n = 0; n < hits.Count; n++)
        {
            var label = _labels[hits.Ordinals[n]];
            if (wanted(label))
                Keep(best, hits.Ordinals[n], (hits.AllWords ? 40 : 20) + (label.Name == NameKind.Preferred ? 4 : 0) + (10 * hits.Scores[n] / highest));
        }
    }

    private void Begin(string question, Func<LabelOf, bool> wanted, Dictionary<(EntryKind, int), Scored> best, double less)
    {
        var typed = Encoding.UTF8.GetBytes(question);
        var first = FirstFrom(typed);
        var last = Math.Min(_byFolded.Length, first + MostBegun);
        for (var n = first; n < last && _folded[_byFolded[n]] is var text && text.StartsWith(typed); n++)
        {
            var label = _labels[_byFolded[n]];
            if (!wanted(label))
                continue;
            // "nurse" is the word; "nurses" nearly; "nurse anesthetist" another thing; "nurserymen" another word.
            var rest = text[typed.Length..];
            var step = rest.Length == 0 ? 100
                : rest is [(byte)'s'] ? 95
                : rest[0] is (byte)' ' or (byte)',' ? 75 : 60;
            Keep(best, _byFolded[n], step + (label.Name == NameKind.Preferred ? 4 : 0) - less);
        }
    }

    private void Keep(Dictionary<(EntryKind, int), Scored> best, int label, double score)
    {
        var of = _labels[label];
        var scored = new Scored(label, score + (14 * _commonness(of)));
        if (!best.TryGetValue((of.Kind, of.Entry), out var before) || before.Score < scored.Score)
            best[(of.Kind, of.Entry)] = scored;
    }

    private int FirstFrom(ReadOnlySpan<byte> typed)
    {
        var (low, high) = (0, _byFolded.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_folded[_byFolded[middle]].SequenceCompareTo(typed) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private readonly record struct Scored(int Label, double Score);
}
