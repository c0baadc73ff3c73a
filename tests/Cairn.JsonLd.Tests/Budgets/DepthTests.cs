using System.Text.Json.Nodes;
using Cairn.Rdf;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Budgets;

/// <summary>Everything that calls itself, at the greatest depth that a budget may allow, on a stack of one megabyte.</summary>
public sealed class DepthTests
{
    private const int Depth = JsonLdBudget.GreatestDepth;
    private static readonly JsonLdBudget Deep = new() { MaxDepth = Depth, MaxListDepth = Depth };
    private static readonly JsonLdOptions Options = new() { Budget = Deep, RdfDirection = RdfDirection.I18nDatatype };

    public static TheoryData<string, string> Documents() => new()
    {
        { "nodes", Nested("{\"ex:p\":", "{\"ex:p\":1}", "}", Depth - 1) },
        { "arrays", "{\"ex:p\":" + Nested("[", "1", "]", Depth - 1) + "}" },
        { "nodes in arrays", Nested("[{\"ex:p\":", "1", "}]", Depth / 2) },
        { "lists", Nested("{\"@list\":[", "1", "]}", (Depth / 2) - 1, "{\"ex:p\":", "}") },
        { "lists by container", "{\"@context\":{\"l\":{\"@id\":\"ex:l\",\"@container\":\"@list\"}},\"l\":" + Nested("[", "1", "]", Depth - 1) + "}" },
        { "sets", Nested("{\"@set\":[", "1", "]}", (Depth / 2) - 1, "{\"ex:p\":", "}") },
        { "graphs", Nested("{\"ex:n\":1,\"@graph\":[", "{\"ex:p\":1}", "]}", (Depth / 2) - 1) },
        { "included", Nested("{\"ex:n\":1,\"@included\":[", "{\"ex:p\":1}", "]}", (Depth / 2) - 1) },
        { "reverse", Nested("{\"ex:n\":1,\"@reverse\":{\"ex:p\":", "{\"ex:p\":1}", "}}", (Depth / 2) - 1) },
        { "nest", Nested("{\"@nest\":", "{\"ex:p\":1}", "}", Depth - 1) },
        { "language and id maps", Context("\"m\":{\"@id\":\"ex:m\",\"@container\":\"@id\"}") + Nested("\"m\":{\"ex:1\":{", "\"ex:p\":1", "}}", (Depth / 2) - 1) + "}" },
        { "type maps", Context("\"m\":{\"@id\":\"ex:m\",\"@container\":\"@type\"}") + Nested("\"m\":{\"ex:T\":{", "\"ex:p\":1", "}}", (Depth / 2) - 1) + "}" },
        { "index maps", Context("\"m\":{\"@id\":\"ex:m\",\"@container\":\"@index\",\"@index\":\"ex:i\"}") + Nested("\"m\":{\"x\":{", "\"ex:p\":1", "}}", (Depth / 2) - 1) + "}" },
        { "graph containers", Context("\"m\":{\"@id\":\"ex:m\",\"@container\":[\"@graph\",\"@id\"]}") + Nested("\"m\":{\"ex:g\":{", "\"ex:p\":1", "}}", (Depth / 2) - 1) + "}" },
        { "graphs by container", Context("\"g\":{\"@id\":\"ex:g\",\"@container\":\"@graph\"}") + Nested("\"g\":{", "\"ex:p\":1", "}", Depth - 1) + "}" },
        { "JSON literals", "{\"ex:p\":{\"@type\":\"@json\",\"@value\":" + Nested("[", "1", "]", Depth - 2) + "}}" },
        { "scoped contexts", "{\"@context\":" + Nested("{\"p\":{\"@id\":\"ex:p\",\"@context\":", "{\"p\":\"ex:p\"}", "}}", (Depth / 2) - 1) + ",\"p\":1}" },
        { "type-scoped contexts", Context("\"T\":{\"@id\":\"ex:T\",\"@context\":{\"p\":\"ex:p\"}},\"p\":{\"@id\":\"ex:q\",\"@context\":{\"x\":\"ex:x\"}}") + Nested("\"@type\":\"T\",\"p\":{", "\"ex:p\":1", "}", Depth - 2) + "}" },
        { "what errors show", "{\"@id\":" + Nested("[", "1", "]", Depth - 1) + "}" },
        { "what errors show of a map", "{\"@id\":" + Nested("{\"a\":", "1", "}", Depth - 1) + "}" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_at_the_greatest_depth_is_processed_on_a_small_stack(string what, string text)
    {
        var document = SmallStack.Run(() => JsonLdDocument.Parse(text, Deep));
        var context = JsonLdDocument.Parse("""{"p":"ex:p","m":{"@id":"ex:m","@container":"@id"},"l":{"@id":"ex:l","@container":"@list"},"g":{"@id":"ex:n","@container":"@graph"}}""");

        Works(what, () => JsonLdProcessor.Expand(document, Options));
        Works(what, () => JsonLdProcessor.Compact(document, context, Options));
        Works(what, () => JsonLdProcessor.Flatten(document, context, Options));
        Works(what, () => JsonLdProcessor.FromRdf(JsonLdProcessor.ToRdf(document, Options), Options));
        Works(what, () => JsonLdProcessor.ToRdf(document, Options with { Safe = true }));
        Works(what, () => document.ToNode()!);
        Works(what, () => JsonCanonicalizer.Canonicalize(document));
        Works(what, () => JsonLdDocument.From(JsonNode.Parse(text, documentOptions: new() { MaxDepth = 2 * Depth }), Deep));
    }

    [Fact]
    public void A_list_of_many_cells_is_read_back_on_a_small_stack()
    {
        var document = JsonLdDocument.Parse($$"""{"ex:p":{"@list":[{{string.Join(',', Enumerable.Range(0, 20_000))}}]} }""");

        SmallStack.Run(() => JsonLdProcessor.FromRdf(JsonLdProcessor.ToRdf(document))).Count.ShouldBe(1);
    }

    [Fact]
    public void Lists_in_lists_of_many_quads_are_read_back_on_a_small_stack()
    {
        // Deeper than any document may be: quads have no depth.
        var quads = new List<Quad> { new(Term.Iri("ex:s"), Term.Iri("ex:p"), Term.BlankNode("c0")) };
        for (var i = 0; i < 5_000; i++)
        {
            quads.Add(new Quad(Term.BlankNode($"c{i}"), Term.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#first"), i < 4_999 ? Term.BlankNode($"c{i + 1}") : Term.Literal("x")));
            quads.Add(new Quad(Term.BlankNode($"c{i}"), Term.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"), Term.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil")));
        }

        Works("quads", () => JsonLdProcessor.FromRdf(quads));
    }

    /// <summary>An error with its type is an answer too; a stack overflow would end the process.</summary>
    private static void Works(string what, Func<object> act)
    {
        try
        {
            var result = SmallStack.Run(act).ShouldNotBeNull(what);
            if (result is JsonNode node)
                SmallStack.Run(() => node.ToJsonString()).ShouldNotBeEmpty();
        }
        catch (JsonLdException)
        {
        }
    }

    private static string Context(string terms) => $$"""{"@context":{{{terms}}},""";

    private static string Nested(string open, string inner, string close, int times, string before = "", string after = "") =>
        before + string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times)) + after;
}
