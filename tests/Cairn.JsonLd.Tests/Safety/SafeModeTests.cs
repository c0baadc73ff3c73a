using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Safety;

/// <summary>Safe mode refuses each kind of loss, says where it is and names it; without it the same document passes.</summary>
public sealed class SafeModeTests
{
    [Theory]
    // Terms and types that nothing defines
    [InlineData("""{"@context":{},"ex:a":1,"unknown":1}""", "/unknown", "“unknown”, which no context defines")]
    [InlineData("""{"ex:a":{"ex:b":[{"unknown":1}]}}""", "/ex:a/ex:b/0/unknown", "“unknown”, which no context defines")]
    [InlineData("""{"ex:a":{"with/slash~":1}}""", "/ex:a/with~1slash~0", "“with/slash~”, which no context defines")]
    [InlineData("""{"@context":{"gone":null},"ex:a":1,"gone":1}""", "/gone", "“gone”, which the context takes away")]
    [InlineData("""{"@context":{"@vocab":"ex:","gone":{"@id":null}},"gone":1}""", "/gone", "“gone”, which the context takes away")]
    [InlineData("""{"@type":"Unknown","ex:a":1}""", "/@type", "the type “Unknown”, which no context defines")]
    [InlineData("""{"@type":["ex:T","Unknown"],"ex:a":1}""", "/@type", "the type “Unknown”, which no context defines")]
    [InlineData("""{"@context":{"t":"@type"},"t":"./relative","ex:a":1}""", "/t", "the type “./relative”, which no context defines")]
    // Identifiers
    [InlineData("""{"@id":"relative","ex:a":1}""", "/@id", "the relative @id “relative”")]
    [InlineData("""{"@id":"","ex:a":1}""", "/@id", "the relative @id “”")]
    [InlineData("""{"ex:a":{"@id":"#fragment"}}""", "/ex:a/@id", "the relative @id “#fragment”")]
    [InlineData("""{"@context":{"to":{"@id":"ex:to","@type":"@id"}},"to":["ex:b","relative"]}""", "/to/1", "the relative @id “relative”")]
    [InlineData("""{"@context":{"to":{"@id":"ex:to","@type":"@vocab"}},"to":"Undefined"}""", "/to", "the relative @id “Undefined”")]
    // What has the form of a keyword
    [InlineData("""{"@unknown":1,"ex:a":1}""", "/@unknown", "“@unknown”, which has the form of a keyword")]
    [InlineData("""{"@context":{"@like":"ex:like"},"ex:a":1}""", "/@context", "the term @like, which has the form of a keyword")]
    [InlineData("""{"@context":{"like":"@like"},"ex:a":1}""", "/@context", "the term “like”, whose @id has the form of a keyword")]
    [InlineData("""{"@context":{"like":{"@reverse":"@like"}},"ex:a":1}""", "/@context", "the term “like”, whose @reverse has the form of a keyword")]
    [InlineData("""{"@id":"@like","ex:a":1}""", "/@id", "“@like”, which has the form of a keyword")]
    [InlineData("""{"@type":"@like","ex:a":1}""", "/@type", "“@like”, which has the form of a keyword")]
    [InlineData("""{"ex:a":1,"@prefix":true}""", "/@prefix", "“@prefix”, a keyword that says nothing here")]
    [InlineData("""{"ex:a":1,"@embed":true}""", "/@embed", "“@embed”, a keyword that says nothing here")]
    // Values without what they need
    [InlineData("""{"ex:a":{"@value":null}}""", "/ex:a", "a value object whose value is null")]
    [InlineData("""{"ex:a":[1,{"@value":null,"@language":"en"}]}""", "/ex:a/1", "a value object whose value is null")]
    [InlineData("""{"ex:a":{"@language":"en"}}""", "/ex:a", "a map with only @language")]
    [InlineData("\"text\"", "", "\"text\", a value without a property")]
    [InlineData("""["text"]""", "/0", "\"text\", a value without a property")]
    [InlineData("""[{"ex:a":1},true]""", "/1", "true, a value without a property")]
    [InlineData("""{"@graph":[12.5]}""", "/@graph/0", "12.5, a value without a property")]
    [InlineData("""{"@value":"text"}""", "", """{"@value":"text"}, a value without a property""")]
    [InlineData("""{"@id":"ex:a"}""", "", """{"@id":"ex:a"}, a reference without a property""")]
    [InlineData("""{"@graph":[{"@id":"ex:a"}]}""", "/@graph/0", """{"@id":"ex:a"}, a reference without a property""")]
    [InlineData("""{"@context":{"g":{"@id":"ex:g","@container":"@graph"}},"g":["x"]}""", "/g", """{"@value":"x"}, a value without a property in a graph""")]
    [InlineData("""{"@context":{"g":{"@id":"ex:g","@container":["@graph","@index"]}},"g":{"i":1}}""", "/g/i", """{"@value":1}, a value without a property in a graph""")]
    [InlineData("""{"@list":[1]}""", "/@list", "a list without a property")]
    [InlineData("""{"@graph":[{"@list":[1]}]}""", "/@graph/0/@list", "a list without a property")]
    public void A_loss_is_refused_by_expansion_with_its_place(string text, string place, string found)
    {
        Refused(text, place, found, options => JsonLdProcessor.Expand(JsonLdDocument.Parse(text), options));
        Refused(text, place, found, options => JsonLdProcessor.ToRdf(JsonLdDocument.Parse(text), options));
        Refused(text, place, found, options => JsonLdProcessor.Compact(JsonLdDocument.Parse(text), null, options));
        Refused(text, place, found, options => JsonLdProcessor.Flatten(JsonLdDocument.Parse(text), null, options));
    }

    [Theory]
    // Texts
    [InlineData("""{"ex:a":{"@value":"x","@direction":"rtl"}}""", "/ex:a", "the direction of a text")]
    [InlineData("""{"@context":{"@direction":"ltr"},"ex:a":["x"]}""", "/ex:a/0", "the direction of a text")]
    [InlineData("""{"@context":{"a":{"@id":"ex:a","@container":"@language","@direction":"ltr"}},"a":{"en":"x"}}""", "/a/en", "the direction of a text")]
    [InlineData("""{"ex:a":{"@value":"x","@language":"not a tag"}}""", "/ex:a", "“not a tag” is no language tag")]
    [InlineData("""{"ex:a":{"@value":"x","@language":"toolongforatag"}}""", "/ex:a", "“toolongforatag” is no language tag")]
    [InlineData("""{"@context":{"@language":"e1"},"ex:a":"x"}""", "/ex:a", "“e1” is no language tag")]
    [InlineData("""{"@context":{"a":{"@id":"ex:a","@container":"@language"}},"a":{"a b":"x"}}""", "/a/a b", "“a b” is no language tag")]
    [InlineData("""{"ex:a":{"@value":"x","@type":"ex:<t>"}}""", "/ex:a/@type", "the type “ex:<t>”, which is no IRI")]
    [InlineData("""{"@context":{"a":{"@id":"ex:a","@type":"ex:{t}"}},"a":"x"}""", "/a", "“ex:{t}” is no IRI")]
    // Statements
    [InlineData("""{"_:p":1}""", "/_:p", "the property “_:p”, which is no IRI")]
    [InlineData("""{"@context":{"p":"_:p"},"ex:a":{"p":1}}""", "/ex:a/p", "the property “_:p”, which is no IRI")]
    [InlineData("""{"ex:a b":1}""", "/ex:a b", "the property “ex:a b”, which is no IRI")]
    [InlineData("""{"@context":{"@vocab":"relative/"},"ex:b":1,"a:<>":1}""", "/a:<>", "the property “a:<>”, which is no IRI")]
    [InlineData("""{"@reverse":{"_:p":{"@id":"ex:b"}},"@id":"ex:a"}""", "/@reverse/_:p", "the property “_:p”, which is no IRI")]
    [InlineData("""{"@id":"ex:a|b","ex:p":1}""", "/@id", "the node “ex:a|b”, whose identifier is no IRI")]
    [InlineData("""{"ex:p":{"@id":"ex:a^b"}}""", "/ex:p/@id", "the node “ex:a^b”, whose identifier is no IRI")]
    [InlineData("""{"@type":"ex:<T>","ex:p":1}""", "/@type", "the type “ex:<T>”, which is no IRI")]
    [InlineData("""{"@id":"ex:<g>","@graph":[{"@id":"ex:a","ex:p":1}]}""", "/@id", "the node “ex:<g>”, whose identifier is no IRI")]
    public void A_loss_that_only_RDF_has_is_refused_by_conversion_with_its_place(string text, string place, string found)
    {
        Refused(text, place, found, options => JsonLdProcessor.ToRdf(JsonLdDocument.Parse(text), options));
        // An expanded document has a place for it.
        JsonLdProcessor.Expand(JsonLdDocument.Parse(text), new JsonLdOptions { Safe = true });
    }

    [Theory]
    [InlineData("""{"ex:a":{"@value":"x","@direction":"rtl"}}""", RdfDirection.I18nDatatype, false)]
    [InlineData("""{"ex:a":{"@value":"x","@direction":"rtl"}}""", RdfDirection.CompoundLiteral, false)]
    [InlineData("""{"_:p":1}""", RdfDirection.None, true)]
    // An index is a way to write something down, no part of what is said; a JSON null is nothing.
    [InlineData("""{"@context":{"a":{"@id":"ex:a","@container":"@index"}},"a":{"x":{"ex:b":1}}}""", RdfDirection.None, false)]
    [InlineData("""{"ex:a":{"@value":"x","@index":"y"}}""", RdfDirection.None, false)]
    [InlineData("""{"ex:a":null,"ex:b":[null,1]}""", RdfDirection.None, false)]
    [InlineData("""{"@context":{"a":{"@id":"ex:a","@type":"@json"}},"a":null}""", RdfDirection.None, false)]
    [InlineData("""{"ex:a":[]}""", RdfDirection.None, false)]
    [InlineData("[]", RdfDirection.None, false)]
    public void What_is_kept_is_no_loss(string text, RdfDirection direction, bool generalized) =>
        JsonLdProcessor.ToRdf(JsonLdDocument.Parse(text), new JsonLdOptions { Safe = true, RdfDirection = direction, ProduceGeneralizedRdf = generalized });

    [Theory]
    [InlineData("""{"@id":1}""", JsonLdErrorCode.InvalidIdValue, "/@id", "1")]
    [InlineData("""{"ex:a":[{"@type":{"b":1}}]}""", JsonLdErrorCode.InvalidTypeValue, "/ex:a/0/@type", """{"b":1}""")]
    [InlineData("""{"ex:a":{"@value":"x","@language":1}}""", JsonLdErrorCode.InvalidLanguageTaggedString, "/ex:a/@language", "1")]
    [InlineData("""{"@context":{"a":{"@id":"ex:a","@container":"@language"}},"a":{"en":[1]}}""", JsonLdErrorCode.InvalidLanguageMapValue, "/a/en", "1")]
    [InlineData("""{"@context":"relative"}""", JsonLdErrorCode.LoadingDocumentFailed, "/@context", "the context “relative”, which is no absolute address")]
    [InlineData("""{"@context":{"a":{"@id":"ex:a","@unknown":1}}}""", JsonLdErrorCode.InvalidTermDefinition, "/@context", "“a”: the entry “@unknown” in “a”")]
    [InlineData("""{"@context":[{"a":1}]}""", JsonLdErrorCode.InvalidTermDefinition, "/@context", "“a”: 1")]
    public void An_error_says_code_place_and_what_was_found(string text, string code, string place, string found)
    {
        var refusal = Should.Throw<JsonLdException>(() => JsonLdProcessor.Expand(JsonLdDocument.Parse(text)));

        (refusal.Code, refusal.Pointer, refusal.Found).ShouldBe((code, place, found));
        refusal.Message.ShouldBe($"{code} at {place}: {found}.");
    }

    [Theory]
    [InlineData("{", 1, 2)]
    [InlineData("{\n \"a\": tru }", 2, 7)]
    [InlineData("{\"a\":1,\n\"a\":2}", 2, 7)]
    [InlineData("[1]\n[2]", 2, 1)]
    public void A_text_that_is_no_JSON_is_refused_with_line_and_column(string text, int line, int column)
    {
        var refusal = Should.Throw<JsonLdException>(() => JsonLdDocument.Parse(text));

        (refusal.Code, refusal.Pointer).ShouldBe((JsonLdErrorCode.LoadingDocumentFailed, null));
        refusal.Line.ShouldBe(line);
        refusal.Column!.Value.ShouldBeInRange(column - 1, column + 3);
    }

    [Fact]
    public void A_node_that_is_no_JSON_is_refused()
    {
        Should.Throw<JsonLdException>(() => JsonLdDocument.From(new JsonArray(JsonValue.Create(double.NaN)))).Code.ShouldBe(JsonLdErrorCode.LoadingDocumentFailed);
        Should.Throw<JsonLdException>(() => JsonLdDocument.From(new JsonArray("half \uD800"))).Code.ShouldBe(JsonLdErrorCode.LoadingDocumentFailed);
    }

    private static void Refused(string text, string place, string found, Func<JsonLdOptions, object> act)
    {
        var refusal = Should.Throw<JsonLdException>(() => { act(new JsonLdOptions { Safe = true }); }, text);
        refusal.Code.ShouldBe(JsonLdErrorCode.DataLoss);
        refusal.Pointer.ShouldBe(place, text);
        refusal.Found.ShouldContain(found, Case.Sensitive, text);
        act(new JsonLdOptions()).ShouldNotBeNull();
    }
}
