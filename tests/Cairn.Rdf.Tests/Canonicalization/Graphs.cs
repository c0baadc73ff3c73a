namespace Cairn.Rdf.Tests.Canonicalization;

/// <summary>Datasets made of blank nodes, by their structure.</summary>
internal static class Graphs
{
    private static readonly Term Knows = Term.Iri("a:knows");

    public static Term Node(int number) => Term.BlankNode($"n{number}");

    public static Quad[] Edges(IEnumerable<(int From, int To)> edges) => [.. edges.Select(edge => new Quad(Node(edge.From), Knows, Node(edge.To)))];

    /// <summary>Every node knows every other.</summary>
    public static Quad[] Clique(int nodes) => Edges(from a in Enumerable.Range(0, nodes) from b in Enumerable.Range(0, nodes) where a != b select (a, b));

    public static Quad[] Hypercube(int dimensions) =>
        Edges(from a in Enumerable.Range(0, 1 << dimensions) from bit in Enumerable.Range(0, dimensions) select (a, a ^ (1 << bit)));

    public static Quad[] Cycle(int nodes, int start = 0) => Edges(Enumerable.Range(0, nodes).Select(i => (start + i, start + ((i + 1) % nodes))));

    /// <summary>Pairs that know each other, all alike.</summary>
    public static Quad[] Pairs(int pairs) => Edges(Enumerable.Range(0, pairs).SelectMany(i => new[] { (2 * i, (2 * i) + 1), ((2 * i) + 1, 2 * i) }));

    /// <summary>One that knows many who are alike.</summary>
    public static Quad[] Star(int leaves) => Edges(Enumerable.Range(1, leaves).Select(i => (0, i)));

    /// <summary>Chains of alike nodes that hang together at a hub, each with a twin.</summary>
    public static Quad[] Ladder(int rungs) => Edges(Enumerable.Range(0, rungs).SelectMany(i => new[] { (2 * i, (2 * i) + 1), ((2 * i) + 1, 2 * i), (2 * i, (2 * i + 2) % (2 * rungs)), ((2 * i) + 1, (2 * i + 3) % (2 * rungs)) }));

    /// <summary>Two alike nodes, each with many that are all different.</summary>
    public static Quad[] Twins(int each) =>
        [.. from hub in Enumerable.Range(0, 2)
            from leaf in Enumerable.Range(1, each)
            let node = Node((hub * (each + 1)) + leaf)
            from quad in new[] { new Quad(Node(hub * (each + 1)), Knows, node), new Quad(node, Term.Iri("a:name"), Term.Literal($"{leaf}")) }
            select quad];

    /// <summary>Graphs named by blank nodes that say the same of each other.</summary>
    public static Quad[] NamedByEachOther(int graphs) =>
        [.. Enumerable.Range(0, graphs).Select(i => new Quad(Node(i), Knows, Node((i + 1) % graphs), Node((i + 2) % graphs)))];

    /// <summary>A regular graph without any structure: each node knows three others.</summary>
    public static Quad[] RandomRegular(int nodes, int seed)
    {
        var random = new Random(seed);
        var edges = new HashSet<(int, int)>();
        for (var round = 0; round < 3; round++)
        {
            var order = Enumerable.Range(0, nodes).ToArray();
            random.Shuffle(order);
            for (var i = 0; i < nodes; i++)
                edges.Add((order[i], order[(i + 1) % nodes]));
        }

        return Edges(edges);
    }

    /// <summary>Complete binary trees of alike leaves.</summary>
    public static Quad[] Tree(int depth) => Edges(Enumerable.Range(1, (1 << depth) - 2).Select(i => ((i - 1) / 2, i)));

    public static IReadOnlyList<Quad> Relabelled(IReadOnlyList<Quad> quads, Random random)
    {
        var labels = new Dictionary<string, Term>(StringComparer.Ordinal);
        var names = Enumerable.Range(0, quads.Count * 3).ToArray();
        random.Shuffle(names);
        Term? New(Term? term)
        {
            if (term is not { IsBlankNode: true })
                return term;
            if (!labels.TryGetValue(term.Value, out var label))
                labels[term.Value] = label = Term.BlankNode($"x{names[labels.Count]}");
            return label;
        }

        return [.. quads.Select(quad => new Quad(New(quad.Subject)!, quad.Predicate, New(quad.Object)!, New(quad.Graph)))];
    }

    public static IReadOnlyList<Quad> Shuffled(IReadOnlyList<Quad> quads, Random random)
    {
        var all = quads.ToArray();
        random.Shuffle(all);
        return all;
    }
}
