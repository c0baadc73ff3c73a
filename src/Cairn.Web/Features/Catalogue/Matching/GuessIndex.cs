using System.Runtime.InteropServices;

namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>A label ranked against a text.</summary>
internal readonly record struct Guess(int Label, float Score);

/// <summary>
/// Ranks preferred labels against any text: stemmed dictionary 1.0 × (0.5 + 0.25 × words), word TF-IDF 0.5,
/// character 3–5-gram TF-IDF 0.6, squared share of the label covered 0.5 (measured in docs/matching.md).
/// </summary>
internal sealed class GuessIndex
{
    private const float WordWeight = 0.5f, GramWeight = 0.6f, CoverageWeight = 0.5f;

    // A gram or word that a twentieth of all labels share ranks nothing and costs the most.
    private const int CommonShare = 20;

    private readonly int _count;
    private readonly Postings _words;
    private readonly Postings _grams;
    private readonly float[] _wordTotal;
    private readonly string[] _stems;
    private readonly int[] _wordCount;

    [ThreadStatic] private static Scratch? _scratch;

    public GuessIndex(IReadOnlyList<string> labels)
    {
        _count = labels.Count;
        _stems = new string[_count];
        _wordCount = new int[_count];
        var wordLists = new int[_count][];
        var gramLists = new int[_count][];
        for (var i = 0; i < _count; i++)
        {
            var list = Stems(LabelText.Words(labels[i]));
            _stems[i] = " " + string.Join(' ', list) + " ";
            _wordCount[i] = list.Count;
            wordLists[i] = [.. list.Select(Hash)];
            gramLists[i] = Grams(_stems[i]);
        }
        _words = new Postings(wordLists);
        _grams = new Postings(gramLists);
        _wordTotal = new float[_count];
        for (var i = 0; i < _count; i++)
        {
            foreach (var hash in wordLists[i].AsSpan())
                _wordTotal[i] += _words.Idf(hash);
        }
    }

    /// <summary>The best labels, best first; equal scores by the order of the labels.</summary>
    public List<Guess> Rank(List<Word> text, int top)
    {
        var s = _scratch is { } kept && kept.Words.Length == _count ? kept : _scratch = new Scratch(_count);
        var list = Stems(text);
        var joined = " " + string.Join(' ', list) + " ";

        foreach (var hash in list.Select(Hash).Distinct())
            _words.Add(hash, s.Words, s.Covered, s.Touched);
        var norm = _grams.Norm(Grams(joined), out var distinct);
        foreach (var gram in distinct)
            _grams.Add(gram, s.Grams, null, s.Touched);
        var wordNorm = _words.Norm([.. list.Select(Hash)], out _);

        var best = new List<Guess>(top + 1);
        foreach (var label in CollectionsMarshal.AsSpan(s.Touched))
        {
            if (s.Grams[label] == 0 && s.Words[label] == 0)
                continue;
            var cosine = norm > 0 ? s.Grams[label] / (norm * _grams.DocumentNorm(label)) : 0;
            var word = wordNorm > 0 && _words.DocumentNorm(label) > 0 ? s.Words[label] / (wordNorm * _words.DocumentNorm(label)) : 0;
            var share = _wordTotal[label] > 0 ? Math.Min(1, s.Covered[label] / _wordTotal[label]) : 0;
            var score = WordWeight * word + GramWeight * cosine + CoverageWeight * share * share;
            if (share > 0.99f && joined.Contains(_stems[label], StringComparison.Ordinal))
                score += 0.5f + 0.25f * Math.Min(4, _wordCount[label]);
            s.Grams[label] = s.Words[label] = s.Covered[label] = 0;

            if (best.Count < top || score > best[^1].Score || (score == best[^1].Score && label < best[^1].Label))
            {
                var place = best.FindIndex(g => score > g.Score || (score == g.Score && label < g.Label));
                best.Insert(place < 0 ? best.Count : place, new Guess(label, score));
                if (best.Count > top)
                    best.RemoveAt(top);
            }
        }
        s.Touched.Clear();
        return best;
    }

    private static List<string> Stems(List<Word> words)
    {
        var stems = new List<string>(words.Count);
        foreach (var word in words)
        {
            if (DeepStem.Carries(word.Stem))
                stems.Add(DeepStem.Of(word.Stem));
        }
        return stems;
    }

    private static int[] Grams(string text)
    {
        var grams = new int[Math.Max(0, text.Length - 2) + Math.Max(0, text.Length - 3) + Math.Max(0, text.Length - 4)];
        var next = 0;
        for (var n = 3; n <= 5; n++)
        {
            for (var i = 0; i + n <= text.Length; i++)
                grams[next++] = Hash(text.AsSpan(i, n));
        }
        return grams;
    }

    private static int Hash(string text) => Hash(text.AsSpan());

    // FNV-1a: the same on every machine, so ranks are too. Two of 300,000 grams may share a number; the rank hardly moves.
    private static int Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return (int)hash;
    }

    private sealed class Scratch(int count)
    {
        public readonly float[] Words = new float[count];
        public readonly float[] Grams = new float[count];
        public readonly float[] Covered = new float[count];
        public readonly List<int> Touched = new(4096);
    }

    /// <summary>An inverted list with TF-IDF weights.</summary>
    private sealed class Postings
    {
        private readonly Dictionary<int, int> _slot = [];
        private readonly int[][] _documents;
        private readonly float[][] _weights;
        private readonly float[] _idf;
        private readonly float[] _norms;

        public Postings(int[][] lists)
        {
            var frequency = new List<int>();
            foreach (var list in lists)
            {
                Array.Sort(list);
                for (var i = 0; i < list.Length; i++)
                {
                    if (i > 0 && list[i] == list[i - 1])
                        continue;
                    ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(_slot, list[i], out var known);
                    if (!known)
                    {
                        at = frequency.Count;
                        frequency.Add(0);
                    }
                    frequency[at]++;
                }
            }
            _idf = new float[frequency.Count];
            _documents = new int[frequency.Count][];
            _weights = new float[frequency.Count][];
            for (var i = 0; i < _idf.Length; i++)
            {
                _idf[i] = MathF.Log((1f + lists.Length) / (1f + frequency[i])) + 1f;
                var skip = frequency[i] * CommonShare > lists.Length && frequency[i] > 200;
                _documents[i] = skip ? [] : new int[frequency[i]];
                _weights[i] = skip ? [] : new float[frequency[i]];
            }
            _norms = new float[lists.Length];
            var filled = new int[_idf.Length];
            for (var d = 0; d < lists.Length; d++)
            {
                var list = lists[d];
                for (int i = 0, run; i < list.Length; i += run)
                {
                    run = 1;
                    while (i + run < list.Length && list[i + run] == list[i])
                        run++;
                    var at = _slot[list[i]];
                    var weight = run * _idf[at];
                    _norms[d] += weight * weight;
                    if (_documents[at].Length == 0)
                        continue;
                    _documents[at][filled[at]] = d;
                    _weights[at][filled[at]++] = weight;
                }
                _norms[d] = MathF.Sqrt(_norms[d]);
            }
        }

        public float Idf(int hash) => _slot.TryGetValue(hash, out var at) ? _idf[at] : 0;

        public float DocumentNorm(int document) => _norms[document];

        public float Norm(int[] hashes, out HashSet<int> distinct)
        {
            var sum = 0f;
            distinct = [];
            foreach (var hash in hashes)
            {
                if (_slot.TryGetValue(hash, out var at) && distinct.Add(hash))
                    sum += _idf[at] * _idf[at];
            }
            return MathF.Sqrt(sum);
        }

        public void Add(int hash, float[] scores, float[]? covered, List<int> touched)
        {
            if (!_slot.TryGetValue(hash, out var at))
                return;
            var (docs, ws) = (_documents[at], _weights[at]);
            for (var i = 0; i < docs.Length; i++)
            {
                if (scores[docs[i]] == 0)
                    touched.Add(docs[i]);
                scores[docs[i]] += ws[i] * _idf[at];
                if (covered is not null)
                    covered[docs[i]] += _idf[at];
            }
        }
    }
}
