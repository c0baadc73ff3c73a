using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cairn.Rdf;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Suites;

/// <summary>Every applicable test of the W3C suite, read from its manifests.</summary>
public sealed class SuiteTests
{
    public static IEnumerable<TheoryDataRow<string>> ExpandTests() => Suite.Tests("expand");

    public static IEnumerable<TheoryDataRow<string>> CompactTests() => Suite.Tests("compact");

    public static IEnumerable<TheoryDataRow<string>> FlattenTests() => Suite.Tests("flatten");

    public static IEnumerable<TheoryDataRow<string>> ToRdfTests() => Suite.Tests("toRdf");

    public static IEnumerable<TheoryDataRow<string>> FromRdfTests() => Suite.Tests("fromRdf");

    [Theory]
    [MemberData(nameof(ExpandTests))]
    public void Expansion_gives_what_the_suite_expects(string id) => Run("expand", id);

    [Theory]
    [MemberData(nameof(CompactTests))]
    public void Compaction_gives_what_the_suite_expects(string id) => Run("compact", id);

    [Theory]
    [MemberData(nameof(FlattenTests))]
    public void Flattening_gives_what_the_suite_expects(string id) => Run("flatten", id);

    [Theory]
    [MemberData(nameof(ToRdfTests))]
    public void Quads_are_those_that_the_suite_expects(string id) => Run("toRdf", id);

    [Theory]
    [MemberData(nameof(FromRdfTests))]
    public void A_document_of_quads_is_what_the_suite_expects(string id) => Run("fromRdf", id);

    internal static void Run(string manifest, string id)
    {
        switch (manifest)
        {
            case "expand":
                Run(manifest, id, (test, options) => JsonLdProcessor.Expand(Input(test, options), options), Json);
                break;
            case "compact":
                Run(manifest, id, (test, options) => JsonLdProcessor.Compact(Input(test, options), Context(test), options), Json);
                break;
            case "flatten":
                Run(manifest, id, (test, options) => JsonLdProcessor.Flatten(Input(test, options), Context(test), options), Json);
                break;
            case "toRdf":
                Run(manifest, id, (test, options) => JsonLdProcessor.ToRdf(Input(test, options), options), Dataset);
                break;
            default:
                Run(manifest, id, (test, options) => JsonLdProcessor.FromRdf(NQuads.Parse(Suite.Read(test.GetProperty("input").GetString()!)), options), Json);
                break;
        }
    }

    private static void Run<T>(string manifest, string id, Func<JsonElement, JsonLdOptions, T> act, Action<JsonElement, T> check)
    {
        var test = Suite.Test(manifest, id);
        var options = Suite.Options(test);
        if (test.TryGetProperty("expectErrorCode", out var code))
        {
            Should.Throw<JsonLdException>(() => act(test, options)).Code.ShouldBe(code.GetString());
            return;
        }

        var actual = act(test, options);
        if (test.TryGetProperty("expect", out _))
            check(test, actual);
    }

    private static JsonLdDocument Input(JsonElement test, JsonLdOptions options) => JsonLdDocument.Load(Suite.BaseUrl + test.GetProperty("input").GetString(), options);

    private static JsonLdDocument? Context(JsonElement test) =>
        test.TryGetProperty("context", out var context) ? JsonLdDocument.Parse(Suite.Read(context.GetString()!)) : null;

    private static void Json(JsonElement test, JsonNode actual)
    {
        var expected = JsonNode.Parse(Suite.Read(test.GetProperty("expect").GetString()!));
        JsonComparison.Same(expected, actual).ShouldBeTrue($"expected {expected?.ToJsonString()}{Environment.NewLine}but was {actual.ToJsonString()}");
    }

    private static void Dataset(JsonElement test, IReadOnlyList<Quad> actual)
    {
        var expected = Suite.Read(test.GetProperty("expect").GetString()!);
        // A blank node as predicate is no N-Quads: there the lines are compared, whatever the labels are.
        if (actual.Any(quad => quad.Predicate.IsBlankNode))
            Unlabelled(NQuads.Write(actual)).ShouldBe(Unlabelled(Encoding.UTF8.GetString(expected)));
        else
            Rdfc10.Canonicalize(actual).ToString().ShouldBe(Rdfc10.Canonicalize(NQuads.Parse(expected)).ToString());
    }

    private static string[] Unlabelled(string nQuads) => [.. Regex.Replace(nQuads, "_:b[0-9]+", "_:b").Split('\n').Order(StringComparer.Ordinal)];
}
