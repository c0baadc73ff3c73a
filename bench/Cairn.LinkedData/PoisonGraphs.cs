using System.Diagnostics;
using System.Globalization;
using Cairn.Rdf;

namespace Cairn.LinkedData;

/// <summary>Graphs whose blank nodes are all alike: each is told apart or refused, and this says how soon and with how much memory.</summary>
internal static class PoisonGraphs
{
    public static void Measure()
    {
        foreach (var size in new[] { 4, 6, 8, 10, 20, 60, 200 })
            Measure($"clique of {size}", Clique(size));
        foreach (var dimension in new[] { 3, 4, 6, 9 })
            Measure($"hypercube of dimension {dimension}", Hypercube(dimension));
        foreach (var length in new[] { 10, 100, 1_000, 50_000 })
            Measure($"cycle of {length}", Cycle(length));
        foreach (var count in new[] { 100, 5_000 })
            Measure($"{count} pairs alike", Pairs(count));
    }

    private static IReadOnlyList<Quad> Clique(int size) => [.. from i in Enumerable.Range(0, size) from j in Enumerable.Range(0, size) where i != j select Edge(i, j)];

    private static IReadOnlyList<Quad> Hypercube(int dimension) =>
        [.. from node in Enumerable.Range(0, 1 << dimension) from bit in Enumerable.Range(0, dimension) select Edge(node, node ^ (1 << bit))];

    private static IReadOnlyList<Quad> Cycle(int length) => [.. Enumerable.Range(0, length).Select(i => Edge(i, (i + 1) % length))];

    private static IReadOnlyList<Quad> Pairs(int count) => [.. Enumerable.Range(0, count).Select(i => Edge(2 * i, (2 * i) + 1))];

    private static readonly Term Knows = Term.Iri("http://example.org/knows");

    private static Quad Edge(int from, int to) => new(Node(from), Knows, Node(to));

    private static Term Node(int number) => Term.BlankNode($"n{number.ToString(CultureInfo.InvariantCulture)}");

    private static void Measure(string name, IReadOnlyList<Quad> quads)
    {
        // The first call is compiled while it runs.
        Run(quads);
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var outcome = Run(quads);
        var spent = Environment.CpuUsage.TotalTime - before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} ({quads.Count} quads)\t{outcome}\t{spent.TotalMilliseconds:F0} ms CPU\t{watch.Elapsed.TotalMilliseconds:F0} ms\t{(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6:F1} MB allocated"));
    }

    private static string Run(IReadOnlyList<Quad> quads)
    {
        try
        {
            Rdfc10.Canonicalize(quads);
            return "solved";
        }
        catch (WorkLimitException)
        {
            return "refused";
        }
    }
}
