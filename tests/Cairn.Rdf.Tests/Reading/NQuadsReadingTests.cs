using System.Text;
using Shouldly;
using Xunit;

namespace Cairn.Rdf.Tests.Reading;

public sealed class NQuadsReadingTests
{
    private static readonly Term S = Term.Iri("a:s"), P = Term.Iri("a:p"), O = Term.Iri("a:o");

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n\r\n")]
    [InlineData("  \t")]
    [InlineData("# only a comment")]
    [InlineData("# one\n\n  # another\r\n")]
    public void A_document_without_statements_is_an_empty_dataset(string text) => NQuads.Parse(text).ShouldBeEmpty();

    [Theory]
    [InlineData("<a:s> <a:p> <a:o> .")]
    [InlineData("<a:s> <a:p> <a:o> .\n")]
    [InlineData("<a:s> <a:p> <a:o> .\r\n")]
    [InlineData("<a:s> <a:p> <a:o> .\r")]
    [InlineData("<a:s><a:p><a:o>.")]
    [InlineData("\t<a:s>\t<a:p>  <a:o>\t.\t")]
    [InlineData("\n\n<a:s> <a:p> <a:o> . # a comment\n")]
    [InlineData("<a:s> <a:p> <a:o> .#")]
    [InlineData("<\\u0061:s> <a:\\U00000070> <a:o> .")]
    public void White_space_comments_and_ends_of_lines_stand_where_the_grammar_lets_them(string text) =>
        NQuads.Parse(text).ShouldBe([new Quad(S, P, O)]);

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a'b\"", "a'b")]
    [InlineData("\"\\t\\b\\n\\r\\f\\\"\\'\\\\\"", "\t\b\n\r\f\"'\\")]
    [InlineData("\"\\u0000\"", "\0")]
    [InlineData("\"\0\"", "\0")]
    [InlineData("\"\\u00E9\\U0001F600\"", "é😀")]
    [InlineData("\"\u2028\uFEFF\uFFFF\"", "\u2028\uFEFF\uFFFF")]
    [InlineData("\"😀\"^^<http://www.w3.org/2001/XMLSchema#string>", "😀")]
    public void A_text_is_what_its_escapes_say(string literal, string value) =>
        NQuads.Parse($"<a:s> <a:p> {literal} .").ShouldBe([new Quad(S, P, Term.Literal(value))]);

    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("_")]
    [InlineData(":")]
    [InlineData("a.b")]
    [InlineData("a..b")]
    [InlineData("a-\u00B7\u0301\u203F")]
    [InlineData("é\u4E00\U00010000")]
    public void A_label_is_all_that_the_grammar_calls_one(string label) =>
        NQuads.Parse($"_:{label} <a:p> _:{label}.").ShouldBe([new Quad(Term.BlankNode(label), P, Term.BlankNode(label))]);

    [Fact]
    public void Graphs_languages_and_datatypes_are_kept_as_written()
    {
        const string Text = """
            <a:s> <a:p> "o"@en-GB-x-1 <a:g> .
            <a:s> <a:p> "o"^^<a:t> _:g .
            <a:s> <a:p> <a:o> .
            <a:s> <a:p> <a:o> .
            """;

        NQuads.Parse(Text).ShouldBe(
        [
            new Quad(S, P, Term.Literal("o", language: "en-GB-x-1"), Term.Iri("a:g")),
            new Quad(S, P, Term.Literal("o", "a:t"), Term.BlankNode("g")),
            new Quad(S, P, O),
            new Quad(S, P, O),
        ]);
    }

    [Fact]
    public void Bytes_are_read_as_UTF_8() =>
        NQuads.Parse(Encoding.UTF8.GetBytes("<a:s> <a:p> \"é😀\" .")).ShouldBe([new Quad(S, P, Term.Literal("é😀"))]);

    [Fact]
    public void Canonical_form_escapes_what_must_be_escaped_and_nothing_else()
    {
        var quad = new Quad(S, P, Term.Literal("\0\b\t\n\u000B\f\r\u001F \"'\\\u007F\u0080é\u2028😀", Term.XsdString));

        NQuads.Write([quad]).ShouldBe("<a:s> <a:p> \"\\u0000\\b\\t\\n\\u000B\\f\\r\\u001F \\\"'\\\\\\u007F\u0080é\u2028😀\" .\n");
    }
}
