using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cairn.JsonLd.Tests.Suites;
using Cairn.Rdf;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Lines;

/// <summary>The suites of the W3C, sent through <c>cairn lines</c> as another program would send them.</summary>
public sealed class LinkedDataSuites
{
    private const string JsonLdUrl = "https://w3c.github.io/json-ld-api/tests/";
    private const string CanonicalizationFolder = "rdf-canon";
    private const string JsonLdFolder = "json-ld-api";

    [Theory]
    [InlineData("expand", 376)]
    [InlineData("compact", 244)]
    [InlineData("flatten", 55)]
    [InlineData("toRdf", 456)]
    [InlineData("fromRdf", 53)]
    public async Task Every_test_of_JSON_LD_is_answered_as_the_suite_expects(string op, int atLeast)
    {
        string folder = Folder(JsonLdFolder);
        var tests = Entries(folder, $"{op}-manifest.jsonld", "sequence").Where(test => !IsOf10Only(test)).ToList();
        tests.Count.ShouldBeGreaterThanOrEqualTo(atLeast);

        await RunAsync(
            tests,
            test => new JsonObject
            {
                ["op"] = op,
                ["inputUrl"] = JsonLdUrl + (string)test["input"]!,
                ["context"] = (string?)test["context"] is { } context ? JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, context))) : null,
                ["options"] = test["option"]?.DeepClone(),
                ["rootUrl"] = JsonLdUrl,
                ["rootDir"] = folder,
            },
            (test, answer) =>
                test["expectErrorCode"] is { } code ? (string?)code == Text(answer["error"])
                : answer["result"] is { } result && (test["expect"] is not { } expect || Same(op, Path.Combine(folder, (string)expect!), result)));
    }

    [Fact]
    public async Task Every_test_of_canonicalization_is_answered_as_the_suite_expects()
    {
        string folder = Folder(CanonicalizationFolder);
        var tests = Entries(folder, "manifest.jsonld", "entries");
        tests.Count.ShouldBeGreaterThanOrEqualTo(86);

        await RunAsync(
            tests,
            test => new JsonObject
            {
                ["op"] = "canonize",
                ["input"] = File.ReadAllText(Path.Combine(folder, (string)test["action"]!)),
                ["options"] = new JsonObject { ["hash"] = test["hashAlgorithm"]?.DeepClone(), ["map"] = (string)test["type"]! == "rdfc:RDFC10MapTest" },
            },
            (test, answer) => (string)test["type"]! switch
            {
                "rdfc:RDFC10NegativeEvalTest" => Text(answer["error"]) == "work limit",
                "rdfc:RDFC10MapTest" => JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, (string)test["result"]!))), answer["result"]),
                _ => Text(answer["result"]) == File.ReadAllText(Path.Combine(folder, (string)test["result"]!)),
            });
    }

    private static async Task RunAsync(List<JsonNode> tests, Func<JsonNode, JsonObject> line, Func<JsonNode, JsonNode, bool> isExpected)
    {
        string input = string.Join('\n', tests.Select((test, i) =>
        {
            JsonObject members = line(test);
            members["id"] = i;
            return members.ToJsonString();
        }));

        Finished run = await CairnProcess.RunAsync(input, ["lines"]);

        run.ExitCode.ShouldBe(0);
        var answers = run.Lines.Select(text => JsonNode.Parse(text)!).ToDictionary(answer => (int)answer["id"]!);
        answers.Count.ShouldBe(tests.Count);
        tests.Where((test, i) => !isExpected(test, answers[i])).Select((test, _) => $"{test["@id"] ?? test["id"]} {test["name"]}").ShouldBeEmpty();
    }

    private static bool Same(string op, string file, JsonNode result) => op != "toRdf" ? JsonComparison.Same(JsonNode.Parse(File.ReadAllBytes(file)), result) : SameDataset(File.ReadAllText(file), Text(result)!);

    /// <summary>A blank node as predicate is no N-Quads: there the lines are compared, whatever the labels are.</summary>
    private static bool SameDataset(string expected, string actual) => actual.Contains("> _:", StringComparison.Ordinal) && Unlabelled(actual).SequenceEqual(Unlabelled(expected))
        || Rdfc10.Canonicalize(NQuads.Parse(expected)).ToString() == Rdfc10.Canonicalize(NQuads.Parse(actual)).ToString();

    private static IEnumerable<string> Unlabelled(string nQuads) => Regex.Replace(nQuads, "_:b[0-9]+", "_:b").Split('\n').Order(StringComparer.Ordinal);

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? (string?)node : null;

    /// <summary>Tests of what JSON-LD 1.1 changed: what 1.0 refused is allowed now.</summary>
    private static bool IsOf10Only(JsonNode test) =>
        (string?)test["option"]?["specVersion"] == "json-ld-1.0" && (string?)test["option"]?["processingMode"] != "json-ld-1.0";

    private static List<JsonNode> Entries(string folder, string manifest, string list) =>
        [.. JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, manifest)))![list]!.AsArray().Select(entry => entry!)];

    /// <summary>The suites stand at ../shared beside the checkout.</summary>
    private static string Folder(string suite)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string tests = Path.Combine(folder.FullName, "shared", "suites", suite, "tests");
            if (Directory.Exists(tests))
            {
                return tests;
            }
        }

        Assert.Skip($"The W3C suite (../shared/suites/{suite} beside the checkout) is not on this machine.");
        return "";
    }
}
