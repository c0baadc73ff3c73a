using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Cli.Verbs;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Verbs;

/// <summary><c>cairn jsonld</c> and <c>cairn rdf</c>, run as a shell runs them.</summary>
public sealed class LinkedDataVerbsTests
{
    private const string Document = """{"@id":"a","https://example.org/name":"Añá 😀"}""";

    [Theory]
    [InlineData("jsonld")]
    [InlineData("jsonld", "expand")]
    [InlineData("jsonld", "frame", "a")]
    [InlineData("jsonld", "expand", "a", "b")]
    [InlineData("jsonld", "expand", "-", "--base", "a/b")]
    [InlineData("jsonld", "compact", "-", "--context", "-")]
    [InlineData("rdf")]
    [InlineData("rdf", "canonize")]
    [InlineData("rdf", "canonize", "-", "--hash", "MD5")]
    public async Task Wrong_usage_is_64_and_says_what_is_wrong(params string[] words)
    {
        Finished run = await CairnProcess.RunAsync(words);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(64), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldStartWith("cairn: "));
    }

    [Theory]
    [InlineData("""{"@id":5}""", "invalid @id value at /@id: 5.", "expand")]
    [InlineData("""{"urn:a":{"@context":7}}""", "invalid local context at /urn:a/@context: 7.", "expand")]
    [InlineData("{\n  \"a\": }", "loading document failed at line 2, column 8: text that is no JSON.", "flatten")]
    [InlineData("""{"@context":"https://schema.org/"}""", "loading remote context failed at /@context: the context https://schema.org/, which is not known here; nothing is fetched from the network.", "compact")]
    [InlineData("""{"https://example.org/a":1,"b":2}""", "data loss at /b: ", "to-rdf", "--safe")]
    [InlineData("<a:b> <c:d> .", "Line 1, column 13: expected an IRI, a blank node or a literal as object, found “.”.", "from-rdf")]
    [InlineData("[[[", "loading document failed at line 1, column 4: text that is no JSON.", "expand")]
    public async Task Bad_input_is_65_with_the_code_the_place_and_what_was_found(string input, string sentence, string verb, params string[] options)
    {
        Finished run = await CairnProcess.RunAsync(input, ["jsonld", verb, "-", .. options]);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(65), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldStartWith($"cairn: standard input: {sentence}"), r => r.Error.Count(c => c == '\n').ShouldBe(1));
    }

    [Fact]
    public async Task A_context_that_is_no_JSON_is_65_by_its_own_name()
    {
        using var context = new TemporaryFile("nonsense");

        Finished run = await CairnProcess.RunAsync(Document, ["jsonld", "compact", "-", "--context", context.Path]);

        (run.ExitCode, run.Error).ShouldBe((65, $"cairn: {context.Path}: loading document failed at line 1, column 2: text that is no JSON.\n"));
    }

    [Fact]
    public async Task A_dataset_that_is_too_much_work_is_65()
    {
        string clique = string.Join('\n', from a in Enumerable.Range(0, 10) from b in Enumerable.Range(0, 10) where a != b select $"_:e{a} <urn:p> _:e{b} .");

        Finished run = await CairnProcess.RunAsync(clique, ["rdf", "canonize", "-"]);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(65), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldStartWith("cairn: standard input: The dataset needs more than "));
    }

    [Fact]
    public async Task A_file_of_quads_that_is_not_there_is_65() =>
        (await CairnProcess.RunAsync("rdf", "canonize", "no-such-file.nq")).Error.ShouldBe("cairn: cannot read no-such-file.nq: there is no such file. Expected a file of N-Quads, or - for standard input.\n");

    [Theory]
    [InlineData("expand", """[{"@id":"https://example.org/a","https://example.org/name":[{"@value":"Añá 😀"}]}]""")]
    [InlineData("flatten", """[{"@id":"https://example.org/a","https://example.org/name":[{"@value":"Añá 😀"}]}]""")]
    [InlineData("compact", """{"@id":"a","https://example.org/name":"Añá 😀"}""")]
    [InlineData("to-rdf", "<https://example.org/a> <https://example.org/name> \"Añá 😀\" .")]
    public async Task A_document_is_processed_with_the_base_that_is_given(string verb, string expected) =>
        (await CairnProcess.RunAsync(Document, ["jsonld", verb, "-", "--base", "https://example.org/"])).ShouldBe(new Finished(0, expected + "\n", ""));

    [Fact]
    public async Task A_person_gets_the_result_indented()
    {
        using var file = new TemporaryFile(Document);
        using var output = new MemoryStream();

        var streams = new Streams(Stream.Null, output, TextWriter.Null, PersonReads: true);

        int exitCode = Invocation.Run(new RootCommand("The tests' own.") { JsonLdVerbs.Group(streams) }, ["jsonld", "expand", file.Path], streams);

        exitCode.ShouldBe(0);
        Encoding.UTF8.GetString(output.ToArray()).ShouldBe("""
            [
              {
                "@id": "a",
                "https://example.org/name": [
                  {
                    "@value": "Añá 😀"
                  }
                ]
              }
            ]

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("expand", """{"name":"Ana"}""", """[{"https://example.org/name":[{"@value":"Ana"}]}]""")]
    [InlineData("compact", """{"https://example.org/name":"Ana"}""", """{"@context":{"name":"https://example.org/name"},"name":"Ana"}""")]
    [InlineData("flatten", """{"https://example.org/name":"Ana"}""", """{"@context":{"name":"https://example.org/name"},"@id":"_:b0","name":"Ana"}""")]
    [InlineData("to-rdf", """{"@id":"urn:a","name":"Ana"}""", "<urn:a> <https://example.org/name> \"Ana\" .")]
    [InlineData("from-rdf", "<urn:a> <https://example.org/name> \"Ana\" .", """{"@context":{"name":"https://example.org/name"},"@id":"urn:a","name":"Ana"}""")]
    public async Task A_context_is_used(string verb, string input, string expected)
    {
        using var context = new TemporaryFile("""{"@context":{"name":"https://example.org/name"}}""");

        (await CairnProcess.RunAsync(input, ["jsonld", verb, "-", "--context", context.Path])).ShouldBe(new Finished(0, expected + "\n", ""));
    }

    [Fact]
    public async Task A_context_that_is_part_of_cairn_is_named_by_its_address() =>
        (await CairnProcess.RunAsync("""{"@type":"https://www.w3.org/2018/credentials#VerifiableCredential"}""", ["jsonld", "compact", "-", "--context", "https://www.w3.org/ns/credentials/v2"]))
            .Output.ShouldBe("""{"@context":"https://www.w3.org/ns/credentials/v2","type":"VerifiableCredential"}""" + "\n");

    [Fact]
    public async Task Canonical_text_is_written_byte_for_byte() =>
        (await CairnProcess.RunAsync("_:b <urn:p> _:a .\n_:a <urn:q> \"Añá 😀\" .\n", ["rdf", "canonize", "-"])).Output
            .ShouldBe("_:c14n0 <urn:q> \"Añá 😀\" .\n_:c14n1 <urn:p> _:c14n0 .\n");

    [Fact]
    public async Task Another_hash_may_give_other_names()
    {
        const string Dataset = "_:a <urn:p> \"1\" .\n_:b <urn:p> \"2\" .\n_:c <urn:p> \"3\" .\n_:d <urn:p> \"4\" .\n";

        string[] maps = [.. await Task.WhenAll(new[] { "SHA-256", "SHA-384" }.Select(async hash => (await CairnProcess.RunAsync(Dataset, ["rdf", "canonize", "-", "--map", "--hash", hash])).Output))];

        maps.ShouldAllBe(map => JsonNode.Parse(map)!.AsObject().Select(issued => issued.Key).Order().SequenceEqual(new[] { "a", "b", "c", "d" }));
        maps[0].ShouldNotBe(maps[1]);
    }

    [Theory]
    [InlineData("jsonld", "expand")]
    [InlineData("jsonld", "compact")]
    [InlineData("jsonld", "flatten")]
    [InlineData("jsonld", "to-rdf")]
    [InlineData("jsonld", "from-rdf")]
    [InlineData("rdf", "canonize")]
    public async Task Help_has_examples(params string[] words)
    {
        Finished run = await CairnProcess.RunAsync([.. words, "--help"]);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(0), r => r.Output.ShouldContain($"cairn {string.Join(' ', words)} "), r => r.Error.ShouldBeEmpty());
    }
}
