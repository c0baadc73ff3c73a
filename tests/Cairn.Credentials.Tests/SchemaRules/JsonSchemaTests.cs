using System.Text.Json.Nodes;
using Cairn.Credentials.Schemas;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.SchemaRules;

/// <summary>The validator: each keyword refuses what it must, and an unknown one is an error.</summary>
public sealed class JsonSchemaTests
{
    private static string? Flaw(string schema, string document) => JsonSchema.Load(JsonNode.Parse(schema)!.AsObject()).FlawOf(JsonNode.Parse(document))?.Pointer;

    [Theory]
    [InlineData("""{"unheard":1}""")]
    [InlineData("""{"properties":{"a":{"minimum":1}}}""")]
    [InlineData("""{"$defs":{"never used":{"multipleOf":1}}}""")]
    [InlineData("""{"type":"integer"}""")]
    [InlineData("""{"format":"uri"}""")]
    [InlineData("""{"$ref":"https://elsewhere.example/"}""")]
    [InlineData("""{"$ref":"#/$defs/missing"}""")]
    public void What_is_not_known_is_an_error_when_the_schema_is_loaded(string schema) => Should.Throw<NotSupportedException>(() => Flaw(schema, "{}"));

    [Theory]
    [InlineData("""{"type":"object"}""", "[]", "")]
    [InlineData("""{"type":"string"}""", "1", "")]
    [InlineData("""{"type":"number"}""", "\"1\"", "")]
    [InlineData("""{"type":"boolean"}""", "0", "")]
    [InlineData("""{"type":"array"}""", "{}", "")]
    [InlineData("""{"enum":["a","b"]}""", "\"c\"", "")]
    [InlineData("""{"pattern":"^a\\d$"}""", "\"a1\\n\"", "")]
    [InlineData("""{"pattern":"^a\\d$"}""", "\"a١\"", "")]
    [InlineData("""{"format":"date-time"}""", "\"2026-01-01T00:00:00\"", "")]
    [InlineData("""{"format":"date"}""", "\"2026-02-30\"", "")]
    [InlineData("""{"minItems":1}""", "[]", "")]
    [InlineData("""{"items":{"type":"string"}}""", "[\"a\",1]", "/1")]
    [InlineData("""{"items":[{"type":"string"},{"type":"number"}]}""", "[\"a\",\"b\"]", "/1")]
    [InlineData("""{"items":[{"type":"string"}],"additionalItems":{"type":"number"}}""", "[\"a\",1,\"b\"]", "/2")]
    [InlineData("""{"contains":{"enum":["a"]}}""", "[\"b\"]", "")]
    [InlineData("""{"contains":{"enum":["a"]}}""", "[]", "")]
    [InlineData("""{"required":["a"]}""", "{}", "")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":1}""", "/a")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"a":1,"b":2}""", "")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":{"type":"string"}}""", """{"a":1,"b":2}""", "/b")]
    [InlineData("""{"propertyNames":{"pattern":"^[a-z]$"}}""", """{"A":1}""", "")]
    [InlineData("""{"allOf":[{"type":"string"},{"enum":["a"]}]}""", "\"b\"", "")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"number"}]}""", "{}", "")]
    [InlineData("""{"oneOf":[{"type":"string"},{"enum":["a"]}]}""", "\"a\"", "")]
    [InlineData("""{"$ref":"#/$defs/a","$defs":{"a":{"properties":{"a":{"$ref":"#/$defs/a"},"b":{"type":"string"}}}}}""", """{"a":{"a":{"b":1}}}""", "/a/a/b")]
    public void A_document_of_another_form_is_refused(string schema, string document, string place) => Flaw(schema, document).ShouldBe(place);

    [Theory]
    [InlineData("""{"contains":{"enum":["a"]}}""", "[\"b\",\"a\"]")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"array"}]}""", "[]")]
    [InlineData("""{"required":["a"]}""", "7")]
    [InlineData("""{"title":"t","description":"d","$comment":"c","$id":"i","$schema":"s"}""", "null")]
    public void A_document_of_its_form_passes(string schema, string document) => Flaw(schema, document).ShouldBeNull();

    [Fact]
    public void A_document_that_takes_too_much_work_is_given_up()
    {
        var schema = JsonSchema.Load(JsonNode.Parse("""{"$ref":"#/$defs/a","$defs":{"a":{"anyOf":[{"required":["never"],"properties":{"a":{"$ref":"#/$defs/a"}}},{"properties":{"a":{"$ref":"#/$defs/a"}}},{"properties":{"a":{"$ref":"#/$defs/a"}}}]}}}""")!.AsObject());
        var deep = JsonNode.Parse(string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40));

        Should.Throw<SchemaWorkException>(() => schema.FlawOf(deep));
    }

    [Fact]
    public void Every_published_schema_loads() => EmbeddedSchemas.FileNames.ShouldAllBe(name => EmbeddedSchemas.Published(name) != null);
}
