using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>What an entry of a suggestion is.</summary>
internal enum EntryKind
{
    Occupation,
    Skill,
}

/// <summary>One label of an occupation or skill.</summary>
/// <param name="Kind">Of the entry.</param>
/// <param name="Entry">Number of the occupation or skill.</param>
/// <param name="Name">Preferred, alternate or hidden.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Text">As published.</param>
internal readonly record struct Label(EntryKind Kind, int Entry, NameKind Name, string Language, string Text);

/// <summary>An entry that fits what was typed, and the label that shows it.</summary>
internal readonly record struct LabelMatch(EntryKind Kind, int Entry, Label Label, double Score);

/// <summary>
/// Labels of occupations and skills, found while they are typed: first labels that are or begin with the text, then labels that have
/// its words, then near spellings. Within a step the commoner entry comes first.
/// </summary>
internal sealed class LabelIndex : IDisposable
{
    // A range of labels that begin with one letter is long; the commonest of these many are good enough to choose from.
    private const int MostBegun = 4000;

    private readonly Label[] labels;
    private readonly int[] byFolded;
    private readonly string[] folded;
    private readonly TextIndex words;
    private readonly Func<Label, double> commonness;

    private LabelIndex(Label[] labels, Func<Label, double> commonness, CancellationToken cancel)
    {
        this.labels = labels;
        this.commonness = commonness;
        folded = [.. labels.Select(label => Words.Fold(label.Text))];
        byFolded = [.. Enumerable.Range(0, labels.Length)];
        Array.Sort([.. folded], byFolded, StringComparer.Ordinal);
        words = TextIndex.Build(labels.Select(label => new FindableText([(label.Language, label.Text)], [])), cancel);
    }

    public int Count => labels.Length;

    public long Bytes => words.Bytes;

    /// <param name="labels">All labels.</param>
    /// <param name="commonness">0 to 1: how common the entry of a label is.</param>
    /// <param name="cancel">Gives up.</param>
    public static LabelIndex Build(Label[] labels, Func<Label, double> commonness, CancellationToken cancel) => new(labels, commonness, cancel);

    /// <summary>The best entries for what was typed so far, best first.</summary>
    public IReadOnlyList<LabelMatch> Find(string typed, Func<Label, bool> wanted, int limit)
    {
        var best = new Dictionary<(EntryKind, int), LabelMatch>();
        var question = Words.Fold(Words.Cut(typed));
        if (question.Length == 0)
            return [];
        Begin(question, wanted, best, 0);
        var spoken = Words.OfQuestion(question);
        if (best.Count < limit && spoken.Count > 0)
            HaveWords(spoken, question, wanted, best);
        return
        [
            .. best.Values.OrderByDescending(match => match.Score)
                .ThenBy(match => match.Label.Text.Length)
                .ThenBy(match => match.Label.Text, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    public void Dispose() => words.Dispose();

    private void HaveWords(IReadOnlyList<string> spoken, string question, Func<Label, bool> wanted, Dictionary<(EntryKind, int), LabelMatch> best)
    {
        var hits = words.Find(spoken, lastIsBegun: true);
        foreach (var near in hits.Spellings)
            question = question.Replace(near.Typed, near.Read, StringComparison.Ordinal);
        if (hits.Spellings.Count > 0)
            Begin(question, wanted, best, 10);
        var highest = 0f;
        for (var n = 0; n < hits.Count; n++)
            highest = Math.Max(highest, hits.Scores[n]);
        for (var n = 0; n < hits.Count; n++)
        {
            var label = labels[hits.Ordinals[n]];
            if (wanted(label))
                Keep(best, label, (hits.AllWords ? 40 : 20) + (label.Name == NameKind.Preferred ? 4 : 0) + (10 * hits.Scores[n] / highest));
        }
    }

    private void Begin(string question, Func<Label, bool> wanted, Dictionary<(EntryKind, int), LabelMatch> best, double less)
    {
        var first = FirstFrom(question);
        var last = Math.Min(byFolded.Length, first + MostBegun);
        for (var n = first; n < last && folded[byFolded[n]].StartsWith(question, StringComparison.Ordinal); n++)
        {
            var label = labels[byFolded[n]];
            if (!wanted(label))
                continue;
            var text = folded[byFolded[n]];
            // "nurse" is the word; "nurses" nearly; "nurse anesthetist" another thing; "nurserymen" another word.
            var step = text.Length == question.Length ? 100
                : text.Length == question.Length + 1 && text[^1] == 's' ? 95
                : text[question.Length] == ' ' || text[question.Length] == ',' ? 75 : 60;
            Keep(best, label, step + (label.Name == NameKind.Preferred ? 4 : 0) - less);
        }
    }

    private void Keep(Dictionary<(EntryKind, int), LabelMatch> best, Label label, double score)
    {
        var match = new LabelMatch(label.Kind, label.Entry, label, score + (14 * commonness(label)));
        if (!best.TryGetValue((label.Kind, label.Entry), out var before) || before.Score < match.Score)
            best[(label.Kind, label.Entry)] = match;
    }

    private int FirstFrom(string question)
    {
        var (low, high) = (0, byFolded.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(folded[byFolded[middle]], question) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
