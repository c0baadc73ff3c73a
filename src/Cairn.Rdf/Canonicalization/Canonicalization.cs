using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.Rdf;

/// <summary>RDFC-1.0, sections 4.4 (canonicalization) and 4.6 (hash first degree quads). Blank nodes are numbers in the order of their first mention.</summary>
internal sealed class Canonicalization
{
    /// <summary>Canonical identifiers are c14n0, c14n1, …</summary>
    public const string Prefix = "c14n";

    private const int NotIssued = -1;

    /// <summary>A long term may stand in many quads without taking memory there; in the text it does.</summary>
    private const int MaxCharacters = 256 * 1024 * 1024;

    private readonly Quad[] _quads;
    private readonly Rdfc10Options _options;
    private readonly List<string> _labels = [];
    private readonly QuadNodes[] _nodes;
    private int[] _firstMention = [];
    private int[] _mentions = [];
    private int[] _canonical = [];
    private int _issued;
    private byte[] _hashes = [];

    private Canonicalization(IReadOnlyList<Quad> quads, Rdfc10Options options)
    {
        _quads = [.. quads];
        _options = options;
        _nodes = new QuadNodes[quads.Count];
        HashLength = options.Hash == HashAlgorithmName.SHA256 ? SHA256.HashSizeInBytes
            : options.Hash == HashAlgorithmName.SHA384 ? SHA384.HashSizeInBytes
            : throw new ArgumentException($"RDFC-1.0 uses SHA-256 or SHA-384, not {options.Hash}.", nameof(options));
    }

    public int HashLength { get; }

    public static CanonicalDataset Run(IReadOnlyList<Quad> quads, Rdfc10Options options)
    {
        var first = new Canonicalization(quads, options);
        var text = first.Canonicalize(out var doubles);
        if (doubles)
        {
            // A dataset is a set. Doubles show themselves as equal lines at the end, so that looking for them costs nothing where there are none.
            first = new Canonicalization([.. quads.Distinct()], options);
            text = first.Canonicalize(out _);
        }

        return new CanonicalDataset(text, [.. first._labels], first._canonical);
    }

    private byte[] Canonicalize(out bool doubles)
    {
        // 4.4.3, step 2: which quads mention a blank node.
        NumberBlankNodes();
        if (_labels.Count > 0)
        {
            // 3: hash of the first degree.
            _hashes = new byte[_labels.Count * HashLength];
            HashFirstDegrees();
            var byHash = new int[_labels.Count];
            for (var node = 0; node < byHash.Length; node++)
                byHash[node] = node;
            Array.Sort(byHash, (a, b) => HashOf(a).SequenceCompareTo(HashOf(b)));
            // 4: a hash that one node alone has names it.
            var alike = new List<ArraySegment<int>>();
            for (int start = 0, end; start < byHash.Length; start = end)
            {
                for (end = start + 1; end < byHash.Length && HashOf(byHash[start]).SequenceEqual(HashOf(byHash[end]));)
                    end++;
                if (end == start + 1)
                    Issue(byHash[start]);
                else
                    alike.Add(new ArraySegment<int>(byHash, start, end - start));
            }

            // 5: the others are told apart by their surroundings.
            if (alike.Count > 0)
                TellApart(alike);
        }

        return WriteCanonical(out doubles);
    }

    private void NumberBlankNodes()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var characters = 0L;
        for (var i = 0; i < _nodes.Length; i++)
        {
            ref readonly var quad = ref _quads[i];
            if (quad.Predicate.Kind != TermKind.Iri)
                throw new ArgumentException($"The predicate {quad.Predicate} is not an IRI.");
            _nodes[i] = new QuadNodes(Number(quad.Subject), Number(quad.Object), Number(quad.Graph));
            characters += Length(quad.Subject) + Length(quad.Predicate) + Length(quad.Object) + (quad.Graph?.Value.Length ?? 0);
            if (characters > MaxCharacters)
                throw new WorkLimitException("characters", MaxCharacters);
        }

        _canonical = new int[_labels.Count];
        Array.Fill(_canonical, NotIssued);
        ListMentions();

        static int Length(Term term) => term.Value.Length + (term.Datatype?.Length ?? 0) + (term.Language?.Length ?? 0);

        int Number(Term? term)
        {
            if (term is not { IsBlankNode: true })
                return QuadNodes.None;
            if (!numbers.TryGetValue(term.Value, out var number))
            {
                numbers[term.Value] = number = _labels.Count;
                _labels.Add(term.Value);
            }

            return number;
        }
    }

    /// <summary>The quads of node n are _mentions[_firstMention[n] .. _firstMention[n + 1]].</summary>
    private void ListMentions()
    {
        _firstMention = new int[_labels.Count + 1];
        foreach (ref readonly var quad in _nodes.AsSpan())
        {
            if (quad.Subject >= 0) _firstMention[quad.Subject + 1]++;
            if (quad.Object >= 0 && quad.Object != quad.Subject) _firstMention[quad.Object + 1]++;
            if (quad.Graph >= 0 && quad.Graph != quad.Subject && quad.Graph != quad.Object) _firstMention[quad.Graph + 1]++;
        }

        for (var node = 0; node < _labels.Count; node++)
            _firstMention[node + 1] += _firstMention[node];
        _mentions = new int[_firstMention[^1]];
        var next = _firstMention.AsSpan(0, _labels.Count).ToArray();
        for (var i = 0; i < _nodes.Length; i++)
        {
            ref readonly var quad = ref _nodes[i];
            if (quad.Subject >= 0) _mentions[next[quad.Subject]++] = i;
            if (quad.Object >= 0 && quad.Object != quad.Subject) _mentions[next[quad.Object]++] = i;
            if (quad.Graph >= 0 && quad.Graph != quad.Subject && quad.Graph != quad.Object) _mentions[next[quad.Graph]++] = i;
        }
    }

    /// <summary>4.6.3: the node itself is _:a, all others are _:z.</summary>
    private void HashFirstDegrees()
    {
        var most = 0;
        for (var node = 0; node < _labels.Count; node++)
            most = Math.Max(most, Mentions(node).Length);
        var lines = new SortedLines(most, most * 160);
        var sorted = ArrayPool<byte>.Shared.Rent(most * 160);
        for (var node = 0; node < _labels.Count; node++)
        {
            lines.Clear();
            foreach (var i in Mentions(node))
            {
                ref readonly var quad = ref _nodes[i];
                ref readonly var terms = ref _quads[i];
                AddMasked(ref lines, terms.Subject, quad.Subject, node);
                lines.Add((byte)' ');
                lines.Add(terms.Predicate.NQuads);
                lines.Add((byte)' ');
                AddMasked(ref lines, terms.Object, quad.Object, node);
                if (terms.Graph is not null)
                {
                    lines.Add((byte)' ');
                    AddMasked(ref lines, terms.Graph, quad.Graph, node);
                }

                lines.Add(" .\n"u8);
                lines.EndLine();
            }

            if (sorted.Length < lines.Length)
            {
                ArrayPool<byte>.Shared.Return(sorted);
                sorted = ArrayPool<byte>.Shared.Rent(lines.Length);
            }

            lines.WriteSorted(sorted);
            Hash(sorted.AsSpan(0, lines.Length), _hashes.AsSpan(node * HashLength, HashLength));
        }

        ArrayPool<byte>.Shared.Return(sorted);
        lines.Dispose();
    }

    private static void AddMasked(ref SortedLines lines, Term term, int number, int self) =>
        lines.Add(number == QuadNodes.None ? term.NQuads : number == self ? "_:a"u8 : "_:z"u8);

    /// <summary>4.4.3, step 5: in the order of their hashes, each group of alike nodes is named in the order of its N-degree hashes.</summary>
    private void TellApart(List<ArraySegment<int>> alike)
    {
        var nDegree = new NDegreeHash(this, _options.MaxWork);
        foreach (var group in alike)
        {
            var paths = new List<(byte[] Hash, TemporaryIssuer Issuer)>();
            foreach (var node in group)
            {
                if (IsIssued(node))
                    continue;
                var issuer = new TemporaryIssuer();
                issuer.Issue(node);
                paths.Add(nDegree.Hash(node, issuer));
            }

            paths.Sort((a, b) => a.Hash.AsSpan().SequenceCompareTo(b.Hash));
            foreach (var (_, issuer) in paths)
            {
                foreach (var node in issuer.InOrder)
                    Issue(node);
            }
        }
    }

    private byte[] WriteCanonical(out bool doubles)
    {
        var ranks = RankSubjects();
        var lines = new SortedLines(_nodes.Length, _nodes.Length * 160);
        for (var i = 0; i < _nodes.Length; i++)
        {
            ref readonly var quad = ref _nodes[i];
            ref readonly var terms = ref _quads[i];
            AddNamed(ref lines, terms.Subject, quad.Subject);
            lines.Add((byte)' ');
            lines.Add(terms.Predicate.NQuads);
            lines.Add((byte)' ');
            AddNamed(ref lines, terms.Object, quad.Object);
            if (terms.Graph is not null)
            {
                lines.Add((byte)' ');
                AddNamed(ref lines, terms.Graph, quad.Graph);
            }

            lines.Add(" .\n"u8);
            lines.EndLine(ranks[i]);
        }

        var text = new byte[lines.Length];
        doubles = lines.WriteSorted(text);
        lines.Dispose();
        return text;
    }

    /// <summary>
    /// For each quad the place of its subject among all subjects. A subject's text ends in a character that no other subject has there, so lines are in
    /// the order of their subjects first; most comparisons are then of two numbers.
    /// </summary>
    private int[] RankSubjects()
    {
        var runs = new List<(byte[] Text, int First)>();
        for (var i = 0; i < _quads.Length; i++)
        {
            // A document says what it says of a node in one place.
            if (i > 0 && ReferenceEquals(_quads[i].Subject, _quads[i - 1].Subject))
                continue;
            var number = _nodes[i].Subject;
            runs.Add((number == QuadNodes.None ? _quads[i].Subject.NQuads : Encoding.ASCII.GetBytes($"_:c14n{_canonical[number]}"), i));
        }

        var order = runs.ToArray();
        Array.Sort(order, static (a, b) => a.Text.AsSpan().SequenceCompareTo(b.Text));
        var ranks = new int[_quads.Length];
        var rank = 0;
        for (var place = 0; place < order.Length; place++)
        {
            if (place > 0 && !order[place].Text.AsSpan().SequenceEqual(order[place - 1].Text))
                rank++;
            var subject = _quads[order[place].First].Subject;
            for (var i = order[place].First; i < ranks.Length && ReferenceEquals(_quads[i].Subject, subject); i++)
                ranks[i] = rank;
        }

        return ranks;
    }

    private void AddNamed(ref SortedLines lines, Term term, int number)
    {
        if (number == QuadNodes.None)
        {
            lines.Add(term.NQuads);
            return;
        }

        lines.Add("_:c14n"u8);
        lines.Add(_canonical[number]);
    }

    private void Issue(int node)
    {
        if (!IsIssued(node))
            _canonical[node] = _issued++;
    }

    public bool IsIssued(int node) => _canonical[node] != NotIssued;

    public int CanonicalNumber(int node) => _canonical[node];

    public ReadOnlySpan<byte> HashOf(int node) => _hashes.AsSpan(node * HashLength, HashLength);

    public ReadOnlySpan<int> Mentions(int node) => _mentions.AsSpan(_firstMention[node].._firstMention[node + 1]);

    public QuadNodes NodesOf(int quad) => _nodes[quad];

    public Term PredicateOf(int quad) => _quads[quad].Predicate;

    public void Hash(ReadOnlySpan<byte> text, Span<byte> hash)
    {
        if (HashLength == SHA256.HashSizeInBytes)
            SHA256.HashData(text, hash);
        else
            SHA384.HashData(text, hash);
    }
}

/// <summary>The numbers of the blank nodes of a quad.</summary>
internal readonly record struct QuadNodes(int Subject, int Object, int Graph)
{
    /// <summary>In the place of what is no blank node.</summary>
    public const int None = -1;
}
