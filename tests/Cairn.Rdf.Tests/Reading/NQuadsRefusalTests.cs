using System.Text;
using Shouldly;
using Xunit;

namespace Cairn.Rdf.Tests.Reading;

/// <summary>What is no N-Quads, production by production, with the place of the first character that does not fit.</summary>
public sealed class NQuadsRefusalTests
{
    private const string Good = "<a:s> <a:p> <a:o> .\n";

    [Theory]
    // statement
    [InlineData("<a:s>", 1, 6, "an IRI as predicate")]
    [InlineData("<a:s> <a:p>", 1, 12, "an IRI, a blank node or a literal as object")]
    [InlineData("<a:s> <a:p> <a:o>", 1, 18, "a graph or a full stop")]
    [InlineData("<a:s> <a:p> <a:o> <a:g>", 1, 24, "a full stop")]
    [InlineData("<a:s> <a:p> <a:o> <a:g> <a:h> .", 1, 25, "a full stop")]
    [InlineData("<a:s> <a:p> <a:o> \"g\" .", 1, 19, "a graph or a full stop")]
    [InlineData("\"s\" <a:p> <a:o> .", 1, 1, "an IRI or a blank node as subject")]
    [InlineData("<a:s> _:p <a:o> .", 1, 7, "an IRI as predicate")]
    [InlineData("<a:s> \"p\" <a:o> .", 1, 7, "an IRI as predicate")]
    [InlineData("<a:s> <a:p> o .", 1, 13, "an IRI, a blank node or a literal as object")]
    [InlineData("<a:s> <a:p> 'o' .", 1, 13, "an IRI, a blank node or a literal as object")]
    [InlineData("<a:s> <a:p> 1 .", 1, 13, "an IRI, a blank node or a literal as object")]
    [InlineData("s <a:p> <a:o> .", 1, 1, "an IRI or a blank node as subject")]
    [InlineData(".", 1, 1, "an IRI or a blank node as subject")]
    [InlineData("@prefix a: <a:> .", 1, 1, "an IRI or a blank node as subject")]
    [InlineData("<a:s> <a:p> <a:o> . <a:s> <a:p> <a:q> .", 1, 21, "the end of the line")]
    [InlineData("<a:s> <a:p> <a:o> ..", 1, 20, "the end of the line")]
    [InlineData("<a:s>\n<a:p> <a:o> .", 1, 6, "an IRI as predicate")]
    [InlineData("<a:s> # a comment\n <a:p> <a:o> .", 1, 18, "an IRI as predicate")]
    // IRIREF
    [InlineData("<s> <a:p> <a:o> .", 1, 1, "an absolute IRI")]
    [InlineData("<> <a:p> <a:o> .", 1, 1, "an absolute IRI")]
    [InlineData("<:s> <a:p> <a:o> .", 1, 1, "an absolute IRI")]
    [InlineData("<1a:s> <a:p> <a:o> .", 1, 1, "an absolute IRI")]
    [InlineData("</s:a> <a:p> <a:o> .", 1, 1, "an absolute IRI")]
    [InlineData("<//host/s> <a:p> <a:o> .", 1, 1, "an absolute IRI")]
    [InlineData("<a:s> <p> <a:o> .", 1, 7, "an absolute IRI")]
    [InlineData("<a:s> <a:p> <o> .", 1, 13, "an absolute IRI")]
    [InlineData("<a:s> <a:p> <a:o> <g> .", 1, 19, "an absolute IRI")]
    [InlineData("<a:s", 1, 5, "a character of an IRI or >")]
    [InlineData("<a:s s> <a:p> <a:o> .", 1, 5, "a character of an IRI or >")]
    [InlineData("<a:s\n> <a:p> <a:o> .", 1, 5, "a character of an IRI or >")]
    [InlineData("<a:s\u0000> <a:p> <a:o> .", 1, 5, "a character of an IRI or >")]
    [InlineData("<a:<s> <a:p> <a:o> .", 1, 4, "a character of an IRI or >")]
    [InlineData("<a:\"s> <a:p> <a:o> .", 1, 4, "a character of an IRI or >")]
    [InlineData("<a:{s> <a:p> <a:o> .", 1, 4, "a character of an IRI or >")]
    [InlineData("<a:}s> <a:p> <a:o> .", 1, 4, "a character of an IRI or >")]
    [InlineData("<a:|s> <a:p> <a:o> .", 1, 4, "a character of an IRI or >")]
    [InlineData("<a:^s> <a:p> <a:o> .", 1, 4, "a character of an IRI or >")]
    [InlineData("<a:`s> <a:p> <a:o> .", 1, 4, "a character of an IRI or >")]
    [InlineData("<a:\\n> <a:p> <a:o> .", 1, 4, "an escape that an IRI may have")]
    [InlineData("<a:\\", 1, 4, "an escape that an IRI may have")]
    [InlineData("<a:\\u0020s> <a:p> <a:o> .", 1, 4, "a character of an IRI")]
    [InlineData("<a:\\u003E> <a:p> <a:o> .", 1, 4, "a character of an IRI")]
    [InlineData("<a:\\U0000005C> <a:p> <a:o> .", 1, 4, "a character of an IRI")]
    [InlineData("<a:\\uD800> <a:p> <a:o> .", 1, 4, "4 hexadecimal digits of a Unicode character")]
    [InlineData("<a:\\u12> <a:p> <a:o> .", 1, 4, "4 hexadecimal digits of a Unicode character")]
    // BLANK_NODE_LABEL
    [InlineData("_ <a:p> <a:o> .", 1, 2, "a colon after the underscore of a blank node")]
    [InlineData("_: <a:p> <a:o> .", 1, 3, "the label of a blank node")]
    [InlineData("_:-a <a:p> <a:o> .", 1, 3, "the label of a blank node")]
    [InlineData("_:.a <a:p> <a:o> .", 1, 3, "the label of a blank node")]
    [InlineData("_:\u00B7a <a:p> <a:o> .", 1, 3, "the label of a blank node")]
    [InlineData("_:a\u00D7 <a:p> <a:o> .", 1, 4, "an IRI as predicate")]
    [InlineData("_:a. <a:p> <a:o> .", 1, 4, "an IRI as predicate")]
    [InlineData("_ :a <a:p> <a:o> .", 1, 2, "a colon after the underscore of a blank node")]
    // literal
    [InlineData("<a:s> <a:p> \"o .", 1, 17, "the closing quotation mark")]
    [InlineData("<a:s> <a:p> \"o\n\" .", 1, 15, "the closing quotation mark")]
    [InlineData("<a:s> <a:p> \"o\r\" .", 1, 15, "the closing quotation mark")]
    [InlineData("<a:s> <a:p> \"o\\x\" .", 1, 15, "an escape that a literal may have")]
    [InlineData("<a:s> <a:p> \"o\\", 1, 15, "an escape that a literal may have")]
    [InlineData("<a:s> <a:p> \"o\\u00\" .", 1, 15, "4 hexadecimal digits of a Unicode character")]
    [InlineData("<a:s> <a:p> \"o\\u+123\" .", 1, 15, "4 hexadecimal digits of a Unicode character")]
    [InlineData("<a:s> <a:p> \"o\\u 123\" .", 1, 15, "4 hexadecimal digits of a Unicode character")]
    [InlineData("<a:s> <a:p> \"o\\uDC00\" .", 1, 15, "4 hexadecimal digits of a Unicode character")]
    [InlineData("<a:s> <a:p> \"o\\uD83D\\uDE00\" .", 1, 15, "4 hexadecimal digits of a Unicode character")]
    [InlineData("<a:s> <a:p> \"o\\U00110000\" .", 1, 15, "8 hexadecimal digits of a Unicode character")]
    [InlineData("<a:s> <a:p> \"o\\UFFFFFFFF\" .", 1, 15, "8 hexadecimal digits of a Unicode character")]
    [InlineData("<a:s> <a:p> \"o\\U0000", 1, 15, "an escape that a literal may have")]
    [InlineData("<a:s> <a:p> \"o\"^<a:t> .", 1, 17, "^^ and a datatype")]
    [InlineData("<a:s> <a:p> \"o\"^^a:t .", 1, 18, "the IRI of a datatype")]
    [InlineData("<a:s> <a:p> \"o\"^^<t> .", 1, 18, "an absolute IRI")]
    [InlineData("<a:s> <a:p> \"o\"^^_:t .", 1, 18, "the IRI of a datatype")]
    [InlineData("<a:s> <a:p> \"o\" ^^<a:t> .", 1, 17, "a graph or a full stop")]
    [InlineData("<a:s> <a:p> \"o\" @en .", 1, 17, "a graph or a full stop")]
    [InlineData("<a:s> <a:p> \"o\"@en^^<a:t> .", 1, 19, "a graph or a full stop")]
    // LANGTAG
    [InlineData("<a:s> <a:p> \"o\"@ .", 1, 17, "letters of a language tag")]
    [InlineData("<a:s> <a:p> \"o\"@1 .", 1, 17, "letters of a language tag")]
    [InlineData("<a:s> <a:p> \"o\"@e1 .", 1, 18, "a graph or a full stop")]
    [InlineData("<a:s> <a:p> \"o\"@en- .", 1, 20, "letters of a language tag")]
    [InlineData("<a:s> <a:p> \"o\"@en--gb .", 1, 20, "letters of a language tag")]
    [InlineData("<a:s> <a:p> \"o\"@en_gb .", 1, 20, "a colon after the underscore of a blank node")]
    [InlineData("<a:s> <a:p> \"o\"@é .", 1, 17, "letters of a language tag")]
    // between them
    [InlineData("\uFEFF<a:s> <a:p> <a:o> .", 1, 1, "an IRI or a blank node as subject")]
    [InlineData("\u00A0<a:s> <a:p> <a:o> .", 1, 1, "an IRI or a blank node as subject")]
    [InlineData("<a:s>\u000B<a:p> <a:o> .", 1, 6, "an IRI as predicate")]
    [InlineData("\u0000", 1, 1, "an IRI or a blank node as subject")]
    [InlineData("<a:s> <a:p> <a:o> .\u2028<a:s> <a:p> <a:o> .", 1, 20, "the end of the line")]
    public void A_text_that_is_no_N_Quads_is_refused_at_its_place(string text, int line, int column, string expected)
    {
        var refusal = Should.Throw<NQuadsException>(() => NQuads.Parse(text));

        (refusal.Line, refusal.Column, refusal.Expected).ShouldBe((line, column, expected));
        refusal.Found.ShouldNotBeEmpty();
        refusal.Message.ShouldBe($"Line {line}, column {column}: expected {expected}, found {refusal.Found}.");
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_wherever_it_stands()
    {
        // Not as data of a theory: attributes cannot hold it.
        (string Text, int Column, string Expected)[] refused =
        [
            ("<a:\uD800> <a:p> <a:o> .", 4, "Unicode text"),
            ("<a:\uD800\uD800> <a:p> <a:o> .", 4, "Unicode text"),
            ("_:a\uD800 <a:p> <a:o> .", 4, "an IRI as predicate"),
            ("<a:s> <a:p> \"\uDC00\" .", 14, "Unicode text"),
            ("<a:s> <a:p> \"o\uD800\" .", 15, "Unicode text"),
            ("<a:s> <a:p> \"o\"@en\uD800 .", 19, "a graph or a full stop"),
        ];
        foreach (var (text, column, expected) in refused)
        {
            var refusal = Should.Throw<NQuadsException>(() => NQuads.Parse(text));
            (refusal.Column, refusal.Expected).ShouldBe((column, expected));
            refusal.Found.ShouldStartWith("the character U+D");
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_are_counted_by_whatever_ends_them(string end)
    {
        var text = $"# first{end}<a:s> <a:p> <a:o> .{end}{end}  <a:s> <a:p> o .";

        var refusal = Should.Throw<NQuadsException>(() => NQuads.Parse(text));

        (refusal.Line, refusal.Column).ShouldBe((4, 15));
    }

    [Fact]
    public void What_was_found_is_shown_and_never_half_a_character()
    {
        Should.Throw<NQuadsException>(() => NQuads.Parse("<a:s> <a:p> o .")).Found.ShouldBe("“o”");
        Should.Throw<NQuadsException>(() => NQuads.Parse("<a:s> <a:p>\n")).Found.ShouldBe("the end of the line");
        Should.Throw<NQuadsException>(() => NQuads.Parse("<a:s> <a:p>")).Found.ShouldBe("the end of the text");
        Should.Throw<NQuadsException>(() => NQuads.Parse("\u0001")).Found.ShouldBe("the character U+0001");
        var cut = Should.Throw<NQuadsException>(() => NQuads.Parse("<a:s> <a:p> o" + string.Concat(Enumerable.Repeat("😀", 20)))).Found;
        cut.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_N_Quads()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)];

        var refusal = Should.Throw<NQuadsException>(() => NQuads.Parse(bytes));

        (refusal.Line, refusal.Column, refusal.Found).ShouldBe((1, 1, "a byte order mark"));
    }

    [Theory]
    [InlineData(new byte[] { 0x80 }, "the byte 80")]
    [InlineData(new byte[] { 0xC3, 0x28 }, "the byte C3")]
    [InlineData(new byte[] { 0xC0, 0xAF }, "the byte C0")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "the byte ED")]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 }, "the byte F5")]
    [InlineData(new byte[] { 0xE2, 0x82 }, "the byte E2")]
    public void Bytes_that_are_no_UTF_8_are_refused_at_their_place(byte[] wrong, string found)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Good + "<a:s> <a:é> \""), .. wrong];

        var refusal = Should.Throw<NQuadsException>(() => NQuads.Parse(bytes));

        (refusal.Line, refusal.Column, refusal.Expected, refusal.Found).ShouldBe((2, 14, "UTF-8", found));
    }

    [Fact]
    public void Lines_before_bytes_that_are_no_UTF_8_are_counted_by_whatever_ends_them()
    {
        byte[] bytes = [.. "\r\n\r\r\n "u8, 0xFF];

        var refusal = Should.Throw<NQuadsException>(() => NQuads.Parse(bytes));

        (refusal.Line, refusal.Column).ShouldBe((4, 2));
    }

    [Fact]
    public void More_quads_than_allowed_are_refused_at_the_first_too_many()
    {
        NQuads.Parse(Good + Good, maxQuads: 2).Count.ShouldBe(2);

        var refusal = Should.Throw<NQuadsException>(() => NQuads.Parse(Good + Good + "# and\n" + Good, maxQuads: 2));

        (refusal.Line, refusal.Expected).ShouldBe((4, "at most 2 quads"));
    }
}
