namespace Cairn.Rdf;

/// <summary>A statement of an RDF dataset (RDF 1.1 Concepts, section 4).</summary>
/// <param name="Subject">An IRI or a blank node.</param>
/// <param name="Predicate">An IRI; in a generalized dataset also a blank node.</param>
/// <param name="Object">Any term.</param>
/// <param name="Graph">Name of the graph: an IRI or a blank node; null for the default graph.</param>
public readonly record struct Quad(Term Subject, Term Predicate, Term Object, Term? Graph = null)
{
    /// <summary>As N-Quads writes it, without the end of the line.</summary>
    public override string ToString() => Graph is null ? $"{Subject} {Predicate} {Object} ." : $"{Subject} {Predicate} {Object} {Graph} .";
}
