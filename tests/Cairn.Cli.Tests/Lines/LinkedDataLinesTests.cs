using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Cli.Lines;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Lines;

/// <summary>Lines of linked data, answered one at a time.</summary>
public sealed class LinkedDataLinesTests : IDisposable
{
    private const string Root = "https://example.org/tests/";
    private const string First = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#first>";
    private const string RestIsNil = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .";

    /// <summary>As it is printed: without escapes that need not be.</summary>
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DirectoryInfo _outside;
    private readonly DirectoryInfo _folder;

    public LinkedDataLinesTests()
    {
        _outside = Directory.CreateTempSubdirectory();
        _folder = _outside.CreateSubdirectory("documents");
    }

    public void Dispose() => _outside.Delete(recursive: true);

    private static async Task<string> LineAsync(string members)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes($"{{\"id\":1,{members}}}"));
        await new LineLoop(Operations.All(cores: 2), input, output).RunAsync();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<JsonNode> AnswerAsync(string members) => JsonNode.Parse(await LineAsync(members))!;

    private static async Task<string?> ErrorAsync(string members) => (string?)(await AnswerAsync(members))["error"];

    private static async Task<string?> ResultAsync(string members) => (await AnswerAsync(members))["result"]?.ToJsonString(Relaxed);

    /// <summary>The members of a line whose documents are in the folder.</summary>
    private string In(string members) => $$"""{{members}},"rootUrl":"{{Root}}","rootDir":{{JsonSerializer.Serialize(_folder.FullName)}}""";

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    [Theory]
    [InlineData("\"op\":\"expand\"", "The line has no input and no inputUrl.")]
    [InlineData("\"op\":\"fromRdf\"", "The line has no input and no inputUrl.")]
    [InlineData("\"op\":\"canonize\",\"options\":{}", "The line has no input and no inputUrl.")]
    [InlineData("\"op\":\"expand\",\"input\":\"{}\"", "The member input is neither an object nor an array: expected a JSON-LD document.")]
    [InlineData("\"op\":\"toRdf\",\"input\":null", "The member input is neither an object nor an array: expected a JSON-LD document.")]
    [InlineData("\"op\":\"canonize\",\"input\":{}", "The member input is no text: expected N-Quads.")]
    [InlineData("\"op\":\"canonize\",\"input\":\"<a:b> 1\"", "Line 1, column 7: expected an IRI as predicate, found “1”.")]
    [InlineData("\"op\":\"expand\",\"input\":{},\"inputUrl\":\"a/b\"", "The member inputUrl is no absolute IRI.")]
    [InlineData("\"op\":\"expand\",\"input\":{},\"inputUrl\":7", "The member inputUrl is no absolute IRI.")]
    [InlineData("\"op\":\"expand\",\"input\":{},\"rootUrl\":\"https://example.org/\"", "The line has a rootUrl and no rootDir.")]
    [InlineData("\"op\":\"expand\",\"input\":{},\"rootDir\":\"/\"", "The line has a rootDir and no rootUrl.")]
    [InlineData("\"op\":\"expand\",\"input\":{},\"rootUrl\":\"https://example.org/\",\"rootDir\":[]", "The member rootDir is no text: expected a folder.")]
    [InlineData("\"op\":\"expand\",\"input\":{},\"rootUrl\":\"https://example.org/\",\"rootDir\":\"/no/such/folder\"", "The rootDir /no/such/folder is no folder.")]
    public async Task A_member_that_is_missing_or_another_is_said(string members, string sentence) => (await ErrorAsync(members)).ShouldBe(sentence);

    [Theory]
    [InlineData("[]", "The member options is []; expected an object.")]
    [InlineData("{\"base\":\"a\"}", "The option base is \"a\"; expected an absolute IRI.")]
    [InlineData("{\"compactArrays\":\"yes\"}", "The option compactArrays is \"yes\"; expected true or false.")]
    [InlineData("{\"expandContext\":5}", "The option expandContext is 5; expected a context.")]
    [InlineData("{\"ordered\":1}", "The option ordered is 1; expected true or false.")]
    [InlineData("{\"processingMode\":\"json-ld-2\"}", "The option processingMode is \"json-ld-2\"; expected json-ld-1.1 or json-ld-1.0.")]
    [InlineData("{\"rdfDirection\":{}}", "The option rdfDirection is {}; expected i18n-datatype or compound-literal.")]
    [InlineData("{\"contentType\":1}", "The option contentType is 1; expected a media type.")]
    [InlineData("{\"hash\":\"MD5\"}", "The option hash is \"MD5\"; expected SHA-256 or SHA-384.")]
    [InlineData("{\"map\":\"true\"}", "The option map is \"true\"; expected true or false.")]
    public async Task An_option_of_another_type_or_value_is_said(string options, string sentence) =>
        (await ErrorAsync($$"""
            "op":"expand","input":{},"options":{{options}}
            """)).ShouldBe(sentence);

    [Fact]
    public async Task An_option_that_stands_twice_is_said() =>
        (await ErrorAsync("""
            "op":"expand","input":{},"options":{"map":true,"map":false}
            """)).ShouldNotBeNull().ShouldStartWith("The member options cannot be read: ");

    [Fact]
    public async Task Options_that_change_nothing_here_are_passed_over() =>
        (await ResultAsync("""
            "op":"expand","input":{},"options":{"useJCS":true,"specVersion":"json-ld-1.1","normative":false,"requires":"x","base":null}
            """)).ShouldBe("[]");

    [Theory]
    [InlineData("\"op\":\"expand\",\"input\":{\"@id\":5}", "invalid @id value")]
    [InlineData("\"op\":\"expand\",\"input\":{\"a\":1,\"a\":2}", "loading document failed")]
    [InlineData("\"op\":\"expand\",\"inputUrl\":\"https://example.org/unknown\"", "loading document failed")]
    [InlineData("\"op\":\"fromRdf\",\"inputUrl\":\"https://example.org/unknown\"", "loading document failed")]
    [InlineData("\"op\":\"expand\",\"input\":{\"@context\":\"https://schema.org/\"}", "loading remote context failed")]
    [InlineData("\"op\":\"compact\",\"input\":{},\"context\":5", "invalid local context")]
    [InlineData("\"op\":\"expand\",\"input\":{},\"options\":{\"contentType\":\"text/html\"}", "loading document failed")]
    public async Task An_error_is_the_code_of_the_specification(string members, string code) => (await ErrorAsync(members)).ShouldBe(code);

    [Fact]
    public async Task HTML_is_not_read()
    {
        Put("page.html", "<!DOCTYPE html><script type=\"application/ld+json\">{}</script>");

        (await ErrorAsync(In($"\"op\":\"expand\",\"inputUrl\":\"{Root}page.html\""))).ShouldBe("loading document failed");
    }

    [Theory]
    [InlineData("""
        "op":"expand","input":{"https://example.org/a":"\ud800"}
        """, "loading document failed")]
    [InlineData("""
        "op":"expand","input":{"\ud800":1}
        """, "loading document failed")]
    [InlineData("""
        "op":"expand","input":{},"options":{"expandContext":{"\ud800":1}}
        """, "The member options has half of a surrogate pair, which is not Unicode text.")]
    [InlineData("""
        "op":"expand","input":{},"options":{"base":"\ud800"}
        """, "The member options has half of a surrogate pair, which is not Unicode text.")]
    [InlineData("""
        "op":"expand","input":{},"inputUrl":"https://example.org/\ud800"
        """, "The member inputUrl has half of a surrogate pair, which is not Unicode text.")]
    [InlineData("""
        "op":"canonize","input":"_:a <urn:p> \"\udc00\" ."
        """, "The member input has half of a surrogate pair, which is not Unicode text.")]
    public async Task Half_of_a_surrogate_pair_is_refused(string members, string error) => (await ErrorAsync(members)).ShouldBe(error);

    [Fact]
    public async Task Input_that_is_too_deep_is_refused_by_the_name_of_the_limit() =>
        (await ErrorAsync($"\"op\":\"expand\",\"input\":{new string('[', 100_000)}{new string(']', 100_000)}")).ShouldBe("budget exceeded at the root: more than 200, the limit MaxDepth.");

    [Fact]
    public async Task Lists_in_lists_beyond_the_limit_are_refused_by_its_name() =>
        (await ErrorAsync($"\"op\":\"fromRdf\",\"input\":{JsonSerializer.Serialize(string.Join('\n', Enumerable.Range(0, 20_000).Select(i => $"_:a{i} {First} _:a{i + 1} .\n_:a{i} {RestIsNil}")))}"))
            .ShouldBe("budget exceeded at the root: more than 32, the limit MaxListDepth.");

    [Fact]
    public async Task A_clique_of_ten_blank_nodes_is_refused_as_too_much_work()
    {
        string clique = string.Join('\n', from a in Enumerable.Range(0, 10) from b in Enumerable.Range(0, 10) where a != b select $"_:e{a} <urn:p> _:e{b} .");

        (await ErrorAsync($"\"op\":\"canonize\",\"input\":{JsonSerializer.Serialize(clique)}")).ShouldBe("work limit");
    }

    [Fact]
    public async Task What_would_be_dropped_is_an_error_when_that_is_asked_for() =>
        (await ErrorAsync("""
            "op":"expand","input":{"https://example.org/a":1,"b":2},"options":{"safe":true}
            """)).ShouldNotBeNull().ShouldStartWith("data loss at /b: ");

    [Theory]
    [InlineData("../secret.json")]
    [InlineData("%2e%2e/secret.json")]
    [InlineData("..%2Fsecret.json")]
    [InlineData("a/../../secret.json")]
    [InlineData("%00")]
    [InlineData("")]
    [InlineData("/etc/hostname")]
    public async Task A_document_outside_of_the_folder_is_not_there(string path)
    {
        await File.WriteAllTextAsync(Path.Combine(_outside.FullName, "secret.json"), "{}", TestContext.Current.CancellationToken);

        (await ErrorAsync(In($"\"op\":\"expand\",\"inputUrl\":\"{Root}{path}\""))).ShouldBe("loading document failed");
    }

    [Fact]
    public async Task A_link_is_not_followed()
    {
        await File.WriteAllTextAsync(Path.Combine(_outside.FullName, "secret.json"), "{}", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "link.json"), Path.Combine(_outside.FullName, "secret.json"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "above"), _outside.FullName);

        (await ErrorAsync(In($"\"op\":\"expand\",\"inputUrl\":\"{Root}link.json\""))).ShouldBe("loading document failed");
        (await ErrorAsync(In($"\"op\":\"expand\",\"inputUrl\":\"{Root}above/secret.json\""))).ShouldBe("loading document failed");
    }

    [Fact]
    public async Task A_document_of_the_folder_is_expanded_from_its_address()
    {
        Put("a.json", """{"@context":"terms.json","@id":"a","name":"Ana"}""");
        Put("terms.json", """{"@context":{"name":"https://example.org/name"}}""");

        (await ResultAsync(In($"\"op\":\"expand\",\"inputUrl\":\"{Root}a.json\""))).ShouldBe("""[{"@id":"https://example.org/tests/a","https://example.org/name":[{"@value":"Ana"}]}]""");
    }

    [Fact]
    public async Task Letters_and_signs_of_every_script_are_written_as_themselves() =>
        (await LineAsync("""
            "op":"expand","input":{"https://example.org/ñ":"\"Añá\" \ud83d\ude00\t\u2028"}
            """)).ShouldBe("{\"id\":1,\"result\":[{\"https://example.org/ñ\":[{\"@value\":\"\\\"Añá\\\" 😀\\t\u2028\"}]}]}\n");

    [Theory]
    [InlineData("terms.json")]
    [InlineData("https://example.org/tests/terms.json")]
    [InlineData("../terms.json")]
    public async Task A_context_may_be_named_from_the_root_absolutely_or_from_the_document(string name)
    {
        Put("terms.json", """{"@context":{"name":"https://example.org/name"}}""");

        (await ResultAsync(In($$"""
            "op":"expand","input":{"name":"Ana"},"inputUrl":"{{Root}}deep/a.json","options":{"expandContext":"{{name}}"}
            """))).ShouldBe("""[{"https://example.org/name":[{"@value":"Ana"}]}]""");
    }

    [Fact]
    public async Task The_base_of_the_options_goes_before_the_documents_address() =>
        (await ResultAsync("""
            "op":"expand","input":{"@id":"a","https://example.org/p":1},"inputUrl":"https://example.org/one/","options":{"base":"https://example.org/two/"}
            """)).ShouldNotBeNull().ShouldContain("https://example.org/two/a");

    [Fact]
    public async Task A_document_is_compacted_by_a_context() =>
        (await ResultAsync("""
            "op":"compact","input":[{"https://example.org/name":[{"@value":"Ana"}]}],"context":{"name":"https://example.org/name"}
            """)).ShouldBe("""{"@context":{"name":"https://example.org/name"},"name":"Ana"}""");

    [Fact]
    public async Task The_name_of_a_context_stays_its_name_in_the_result() =>
        (await ResultAsync("""
            "op":"compact","input":{"@type":"https://www.w3.org/2018/credentials#VerifiableCredential"},"context":"https://www.w3.org/ns/credentials/v2"
            """)).ShouldBe("""{"@context":"https://www.w3.org/ns/credentials/v2","type":"VerifiableCredential"}""");

    [Fact]
    public async Task Flattening_gives_an_array_without_a_context_and_an_object_with_one()
    {
        const string Line = """
            "op":"flatten","input":{"@id":"https://example.org/a","https://example.org/name":"Ana"}
            """;

        (await AnswerAsync(Line))["result"].ShouldBeOfType<JsonArray>();
        (await AnswerAsync(Line + ",\"context\":{\"name\":\"https://example.org/name\"}"))["result"].ShouldBeOfType<JsonObject>();
    }

    [Fact]
    public async Task Two_ways_to_write_one_literal_are_one_quad() =>
        (await ResultAsync("""
            "op":"toRdf","input":{"@id":"urn:s","urn:p":[true,{"@value":"true","@type":"http://www.w3.org/2001/XMLSchema#boolean"}]}
            """)).ShouldBe(JsonSerializer.Serialize("<urn:s> <urn:p> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .\n", Relaxed));

    [Fact]
    public async Task Quads_become_a_document() =>
        (await ResultAsync("""
            "op":"fromRdf","input":"<urn:s> <urn:p> \"7\"^^<http://www.w3.org/2001/XMLSchema#integer> .","options":{"useNativeTypes":true}
            """)).ShouldBe("""[{"@id":"urn:s","urn:p":[{"@value":7}]}]""");

    [Fact]
    public async Task A_dataset_is_canonized_to_text() =>
        ((string?)(await AnswerAsync("""
            "op":"canonize","input":"_:e0 <urn:p> \"b\" .\n_:e0 <urn:p> \"a\" ."
            """))["result"]).ShouldBe("_:c14n0 <urn:p> \"a\" .\n_:c14n0 <urn:p> \"b\" .\n");

    [Fact]
    public async Task The_map_is_given_without_underscores() =>
        (await ResultAsync("""
            "op":"canonize","input":"_:e0 <urn:p> \"a\" .","options":{"map":true,"hash":"SHA-384"}
            """)).ShouldBe("""{"e0":"c14n0"}""");
}
