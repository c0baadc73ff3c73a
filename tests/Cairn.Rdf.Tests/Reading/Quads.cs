using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Cairn.Rdf.Tests.Reading;

/// <summary>Generated quads, with all kinds of characters at the places where RDF allows them.</summary>
public static class Quads
{
    private static readonly string[] IriStarts = ["a:", "https://example.org/", "urn:x:", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "did:key:"];

    private static Gen<string> Text(Gen<Rune> runes) => runes.ArrayOf().Select(all => string.Concat(all));

    private static Gen<Rune> AnyRune { get; } = Gen.OneOf(
        Gen.Choose(0, 0x7F), Gen.Choose(0x80, 0xD7FF), Gen.Choose(0xE000, 0xFFFF), Gen.Choose(0x10000, 0x10FFFF), Gen.Elements('"', '\\', '\n', '\r', '\t', '\'', 0x7F, 0x2028, 0xFEFF)).Select(value => new Rune(value));

    private static Gen<Rune> IriRune { get; } = AnyRune.Where(rune => rune.Value > 0x20 && !"<>\"{}|^`\\".Contains(rune.ToString(), StringComparison.Ordinal));

    private static Gen<Term> Iri { get; } =
        from start in Gen.Elements(IriStarts)
        from rest in Text(IriRune)
        select Term.Iri(start + rest);

    private static Gen<Term> BlankNode { get; } = Gen.OneOf(
        Gen.Choose(0, 4).Select(number => Term.BlankNode($"b{number}")),
        Gen.Elements("0", "_", ":", "a.b-c", "é", "\U00010000x", "x\u00B7").Select(Term.BlankNode));

    private static Gen<Term> Literal { get; } = Gen.OneOf(
        Text(AnyRune).Select(text => Term.Literal(text)),
        from text in Text(AnyRune) from datatype in Iri select Term.Literal(text, datatype.Value),
        from text in Text(AnyRune) from language in Gen.Elements("en", "de-CH", "zh-Hant-TW", "x-1a-2") select Term.Literal(text, language: language));

    private static Gen<Quad> Any { get; } =
        from subject in Gen.OneOf(Iri, BlankNode)
        from predicate in Iri
        from @object in Gen.OneOf(Iri, BlankNode, Literal)
        from graph in Gen.OneOf(Gen.Constant<Term?>(null), Iri.Select(term => (Term?)term), BlankNode.Select(term => (Term?)term))
        select new Quad(subject, predicate, @object, graph);

    public static Arbitrary<Quad[]> Datasets() => Any.ArrayOf().ToArbitrary();
}
