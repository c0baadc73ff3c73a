using FsCheck;
using FsCheck.Fluent;

namespace Cairn.Rdf.Tests.Canonicalization;

/// <summary>A small graph whose nodes, and many of whose graph names, are blank: most of them are told apart by their surroundings only.</summary>
public sealed record BlankNodeGraph(Quad[] Quads);

public static class BlankNodeGraphs
{
    private static Gen<Term> Node { get; } = Gen.Choose(0, 5).Select(Graphs.Node);

    public static Arbitrary<BlankNodeGraph> Any() =>
        (from subject in Node
         from predicate in Gen.Elements("a:p", "a:q").Select(Term.Iri)
         from @object in Gen.Frequency((6, Node), (1, Gen.Constant(Term.Iri("a:o"))), (1, Gen.Constant(Term.Literal("o"))))
         from graph in Gen.Frequency((3, Gen.Constant<Term?>(null)), (1, Gen.Constant<Term?>(Term.Iri("a:g"))), (2, Node.Select(term => (Term?)term)))
         select new Quad(subject, predicate, @object, graph))
        .ArrayOf().Resize(14).Select(quads => new BlankNodeGraph(quads)).ToArbitrary();
}
