using System.Runtime.ExceptionServices;
using Shouldly;
using Xunit;

namespace Cairn.Rdf.Tests.Canonicalization;

/// <summary>Graphs made to exhaust whoever reads them. Each is solved or refused, on a small stack, without taking much memory.</summary>
public sealed class PoisonGraphTests
{
    private const int SmallStack = 256 * 1024;
    private const long Memory = 256L * 1024 * 1024;

    public static Quad[] Graph(string kind, int size) => kind switch
    {
        "clique" => Graphs.Clique(size),
        "hypercube" => Graphs.Hypercube(size),
        "cycle" => Graphs.Cycle(size),
        "pairs" => Graphs.Pairs(size),
        "star" => Graphs.Star(size),
        "ladder" => Graphs.Ladder(size),
        "graphs" => Graphs.NamedByEachOther(size),
        "regular" => Graphs.RandomRegular(size, seed: 7),
        "twins" => Graphs.Twins(size),
        "tree" => Graphs.Tree(size),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    [Theory]
    [InlineData("clique", 6)]
    [InlineData("clique", 10)]
    [InlineData("clique", 60)]
    [InlineData("hypercube", 4)]
    [InlineData("hypercube", 6)]
    [InlineData("hypercube", 10)]
    [InlineData("cycle", 100)]
    [InlineData("cycle", 399)]
    [InlineData("cycle", 1_000)]
    [InlineData("cycle", 20_000)]
    [InlineData("pairs", 1_000)]
    [InlineData("pairs", 50_000)]
    [InlineData("star", 8)]
    [InlineData("star", 12)]
    [InlineData("star", 20_000)]
    [InlineData("ladder", 50)]
    [InlineData("ladder", 5_000)]
    [InlineData("twins", 100)]
    [InlineData("twins", 9_000)]
    [InlineData("graphs", 300)]
    [InlineData("graphs", 20_000)]
    [InlineData("regular", 100)]
    [InlineData("regular", 10_000)]
    [InlineData("tree", 8)]
    [InlineData("tree", 14)]
    public void A_poison_graph_is_solved_or_refused_on_a_small_stack_and_in_little_memory(string kind, int size)
    {
        var quads = Graph(kind, size);
        CanonicalDataset? canonical = null;
        WorkLimitException? refusal = null;

        var allocated = OnSmallStack(() =>
        {
            try
            {
                canonical = Rdfc10.Canonicalize(quads);
            }
            catch (WorkLimitException limit)
            {
                refusal = limit;
            }
        });

        (canonical is null).ShouldBe(refusal is not null);
        // Loosely: what the text itself needs comes on top.
        allocated.ShouldBeLessThan(Memory + (quads.Length * 2_000L));
    }

    [Fact]
    public void The_refusal_names_the_limit_and_its_amount()
    {
        var refusal = Should.Throw<WorkLimitException>(() => Rdfc10.Canonicalize(Graphs.Clique(10), new Rdfc10Options { MaxWork = 1_000 }));

        refusal.Limit.ShouldBe(1_000);
        refusal.Message.ShouldContain("1000");
    }

    [Fact]
    public void A_long_term_in_many_quads_is_refused_before_it_is_written_out()
    {
        var iri = Term.Iri("a:" + new string('x', 1_000_000));
        var quads = Enumerable.Range(0, 1_000).Select(i => new Quad(Graphs.Node(i), iri, iri)).ToArray();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<WorkLimitException>(() => Rdfc10.Canonicalize(quads)).Message.ShouldContain("characters");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16L * 1024 * 1024);
    }

    [Fact]
    public void A_graph_without_alike_nodes_needs_no_work()
    {
        var quads = Enumerable.Range(0, 100).Select(i => new Quad(Graphs.Node(i), Term.Iri("a:p"), Term.Literal($"{i}"))).ToArray();

        Rdfc10.Canonicalize(quads, new Rdfc10Options { MaxWork = 0 }).IssuedIdentifiers.Count.ShouldBe(100);
    }

    [Fact]
    public void A_predicate_that_is_no_IRI_is_refused()
    {
        var quad = new Quad(Term.Iri("a:s"), Term.BlankNode("p"), Term.Iri("a:o"));

        Should.Throw<ArgumentException>(() => Rdfc10.Canonicalize([quad])).Message.ShouldContain("_:p");
    }

    [Theory]
    [InlineData("SHA1")]
    [InlineData("SHA512")]
    [InlineData("MD5")]
    public void Another_hash_is_refused_by_name(string hash) =>
        Should.Throw<ArgumentException>(() => Rdfc10.Canonicalize([], new Rdfc10Options { Hash = new(hash) })).Message.ShouldContain(hash);

    private static long OnSmallStack(Action act)
    {
        ExceptionDispatchInfo? thrown = null;
        var allocated = 0L;
        var thread = new Thread(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                act();
            }
            catch (Exception exception)
            {
                thrown = ExceptionDispatchInfo.Capture(exception);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }, SmallStack);
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return allocated;
    }
}
