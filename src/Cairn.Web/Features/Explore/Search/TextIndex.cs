using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>A text that can be found: the title of a program, or one label of an entry, and other words that lead to it.</summary>
/// <param name="Names">Texts with their languages: a word found here weighs most.</param>
/// <param name="More">Other words, such as provider and skills.</param>
internal readonly record struct FindableText(IReadOnlyList<(string Language, string Text)> Names, IReadOnlyList<(string Language, string Text)> More);

/// <summary>A word that stands nowhere, or nearly nowhere, and the near one that was looked for as well.</summary>
internal sealed record NearSpelling(string Typed, string Read);

/// <summary>Which texts match, by their number, each with its score. Unordered.</summary>
/// <remarks>AllWords false: no text has all the words, and these have some.</remarks>
internal sealed record TextHits(int[] Ordinals, float[] Scores, int Count, bool AllWords, IReadOnlyList<NearSpelling> Spellings);

/// <summary>
/// Texts in memory that are found by words, stems and near spellings. Immutable; text n is Lucene document n, because the documents
/// are added in order, merged only with their neighbours and never deleted.
/// </summary>
internal sealed class TextIndex : IDisposable
{
    private const string Name = "name";
    private const string More = "more";
    private const int RareBelow = 3;

    // Positions are never asked for: a third less to write and to keep.
    private static readonly FieldType WordsOnly = new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS };

    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly Lucene.Net.Store.Directory _directory;

    private TextIndex(Lucene.Net.Store.Directory directory)
    {
        _directory = directory;
        _reader = DirectoryReader.Open(directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
        Bytes = directory.ListAll().Sum(directory.FileLength);
    }

    public int Count => _reader.MaxDoc;

    public long Bytes { get; }

    public static TextIndex Build(IReadOnlyList<FindableText> texts, CancellationToken cancel)
    {
        // Finding the words takes the time, and either half can do it alone; joined in order they are one index again.
        var middle = texts.Count / 2;
        var (first, second) = (new RAMDirectory(), new RAMDirectory());
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancel },
            () => Write(first, texts.Take(middle), cancel),
            () => Write(second, texts.Skip(middle), cancel));
        var all = new RAMDirectory();
        using (var writer = new IndexWriter(all, Settings()))
        {
            using var one = DirectoryReader.Open(first);
            using var other = DirectoryReader.Open(second);
            writer.AddIndexes(one, other);
        }

        return new TextIndex(all);
    }

    private static void Write(RAMDirectory directory, IEnumerable<FindableText> texts, CancellationToken cancel)
    {
        using var writer = new IndexWriter(directory, Settings());
        foreach (var text in texts)
        {
            cancel.ThrowIfCancellationRequested();
            var document = new Document();
            Add(document, Name, text.Names);
            Add(document, More, text.More);
            writer.AddDocument(document);
        }

        writer.ForceMerge(1);
    }

    private static IndexWriterConfig Settings()
    {
        var analyzers = new Dictionary<string, Analyzer>();
        foreach (var language in Words.StemmedLanguages)
        {
            analyzers[StemField(Name, language)] = Words.Stem(language);
            analyzers[StemField(More, language)] = Words.Stem(language);
        }

        return new IndexWriterConfig(Words.Version, new PerFieldAnalyzerWrapper(Words.Whole, analyzers))
        {
            Similarity = new BM25Similarity(),
            // Order is kept: only neighbours are merged, one after the other.
            MergePolicy = new LogDocMergePolicy(),
            MergeScheduler = new SerialMergeScheduler(),
            RAMBufferSizeMB = 48,
        };
    }

    /// <summary>Finds the texts that have every word, or, when there are none, those that have as many as possible.</summary>
    /// <param name="words">As <see cref="Words.OfQuestion"/> gives them.</param>
    /// <param name="lastIsBegun">The last word is still being typed: every word that begins so is found too.</param>
    public TextHits Find(IReadOnlyList<string> words, bool lastIsBegun)
    {
        if (words.Count == 0 || Count == 0)
            return new([], [], 0, true, []);
        var spellings = new List<NearSpelling>();
        var clauses = new Query[words.Count];
        for (var n = 0; n < words.Count; n++)
            clauses[n] = LookFor(words[n], lastIsBegun && n == words.Count - 1, spellings);
        for (var wanted = clauses.Length; wanted > 0; wanted--)
        {
            var all = new BooleanQuery { MinimumNumberShouldMatch = wanted };
            foreach (var clause in clauses)
                all.Add(clause, Occur.SHOULD);
            var gathered = new Gather(Count);
            _searcher.Search(all, gathered);
            if (gathered.Found > 0)
                return new(gathered.Ordinals, gathered.Scores, gathered.Found, wanted == clauses.Length, spellings);
            // Two words of ten are chance, not an answer.
            if (wanted <= (clauses.Length + 1) / 2)
                break;
        }

        return new([], [], 0, true, spellings);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private static string StemField(string field, string language) => $"{field}_{language}";

    private static void Add(Document document, string field, IReadOnlyList<(string Language, string Text)> texts)
    {
        foreach (var (language, written) in texts)
        {
            var text = Words.SpellSigns(written);
            document.Add(new Field(field, text, WordsOnly));
            if (Words.StemmedLanguages.FirstOrDefault(known => language.StartsWith(known, StringComparison.Ordinal)) is { } stemmed)
                document.Add(new Field(StemField(field, stemmed), text, WordsOnly));
        }
    }

    private DisjunctionMaxQuery LookFor(string word, bool begun, List<NearSpelling> spellings)
    {
        var any = new DisjunctionMaxQuery(0.1f);
        AddWord(any, word, 1f);
        var frequency = Frequency(word);
        var prefixed = (begun || frequency < RareBelow) && word.Length >= 2;
        if (prefixed)
        {
            any.Add(new PrefixQuery(new Term(Name, word)) { Boost = 1.5f });
            any.Add(new PrefixQuery(new Term(More, word)) { Boost = 0.5f });
        }

        // The stem of a mistyped word may be common: "accountent" has the stem of "accounts". So the word itself decides.
        var written = Written(word);
        if (written < RareBelow && !(prefixed && BeginsSome(word)) && Nearest(word) is { Count: > 0 } near)
        {
            var isOtherForm = frequency >= RareBelow && near.TrueForAll(other => SameStem(word, other.Word));
            if (isOtherForm)
                return any;
            foreach (var (other, boost) in near)
                AddWord(any, other, boost);
            if (written == 0 && !SameStem(word, near[0].Word))
                spellings.Add(new(word, near[0].Word));
        }

        return any;
    }

    private static bool SameStem(string one, string two) =>
        Words.StemmedLanguages.Any(language => Words.Split(Words.Stem(language), one).SequenceEqual(Words.Split(Words.Stem(language), two)));

    /// <summary>How many texts have the word as it is written.</summary>
    private int Written(string word) => Math.Max(_reader.DocFreq(new Term(Name, word)), _reader.DocFreq(new Term(More, word)));

    private static void AddWord(DisjunctionMaxQuery any, string word, float boost)
    {
        any.Add(new TermQuery(new Term(Name, word)) { Boost = 4f * boost });
        any.Add(new TermQuery(new Term(More, word)) { Boost = boost });
        foreach (var language in Words.StemmedLanguages)
        {
            foreach (var stem in Words.Split(Words.Stem(language), word).Take(1))
            {
                any.Add(new TermQuery(new Term(StemField(Name, language), stem)) { Boost = 3f * boost });
                any.Add(new TermQuery(new Term(StemField(More, language), stem)) { Boost = 0.75f * boost });
            }
        }
    }

    private int Frequency(string word)
    {
        var most = Written(word);
        foreach (var language in Words.StemmedLanguages)
        {
            foreach (var stem in Words.Split(Words.Stem(language), word).Take(1))
                most = Math.Max(most, Math.Max(_reader.DocFreq(new Term(StemField(Name, language), stem)), _reader.DocFreq(new Term(StemField(More, language), stem))));
        }

        return most;
    }

    private bool BeginsSome(string prefix)
    {
        var wanted = new BytesRef(prefix);
        foreach (var field in new[] { Name, More })
        {
            if (MultiFields.GetTerms(_reader, field)?.GetEnumerator() is not { } terms)
                continue;
            // The word itself is rare; only a longer word that is not rare shows that it is a beginning.
            for (var status = terms.SeekCeil(wanted); status != TermsEnum.SeekStatus.END && StringHelper.StartsWith(terms.Term, wanted);)
            {
                if (terms.DocFreq >= RareBelow)
                    return true;
                if (!terms.MoveNext())
                    break;
            }
        }

        return false;
    }

    /// <summary>Up to four words that differ by one letter, or by two after the first in a long word: nearest first, then the most frequent.</summary>
    private List<(string Word, float Boost)> Nearest(string word)
    {
        if (word.Length < 3 || word.All(char.IsDigit))
            return [];
        var most = word.Length < 8 ? 1 : 2;
        var near = new Dictionary<string, (int Edits, int Frequency)>(StringComparer.Ordinal);
        foreach (var field in new[] { Name, More })
        {
            if (MultiFields.GetTerms(_reader, field) is not { } terms)
                continue;
            var found = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(field, word), most, most - 1, true);
            while (found.MoveNext())
            {
                var other = found.Term.Utf8ToString();
                if (other == word)
                    continue;
                var before = near.GetValueOrDefault(other, (EditDistance(word, other), 0));
                near[other] = (before.Item1, before.Item2 + found.DocFreq);
            }
        }

        return
        [
            .. near.OrderBy(pair => pair.Value.Edits)
                .ThenByDescending(pair => pair.Key[0] == word[0])
                .ThenByDescending(pair => pair.Value.Frequency)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(4)
                .Select((pair, rank) => (pair.Key, 1f / (pair.Value.Edits + rank))),
        ];
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours.</summary>
    private static int EditDistance(string one, string two)
    {
        var rows = new int[one.Length + 1, two.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= two.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= two.Length; j++)
            {
                var cost = one[i - 1] == two[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[one.Length, two.Length];
    }

    /// <summary>Every hit with its score; the order is decided later, by the caller's sorting.</summary>
    private sealed class Gather(int capacity) : ICollector
    {
        private Scorer? _scorer;
        private int _start;

        public int[] Ordinals { get; private set; } = new int[Math.Min(capacity, 1024)];

        public float[] Scores { get; private set; } = new float[Math.Min(capacity, 1024)];

        public int Found { get; private set; }

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer) => _scorer = scorer;

        public void SetNextReader(AtomicReaderContext context) => _start = context.DocBase;

        public void Collect(int doc)
        {
            if (Found == Ordinals.Length)
            {
                var longer = Math.Min(capacity, Found * 4);
                var (ordinals, scores) = (Ordinals, Scores);
                Array.Resize(ref ordinals, longer);
                Array.Resize(ref scores, longer);
                (Ordinals, Scores) = (ordinals, scores);
            }

            Ordinals[Found] = _start + doc;
            Scores[Found++] = _scorer!.GetScore();
        }
    }
}
