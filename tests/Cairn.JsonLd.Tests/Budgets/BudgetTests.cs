using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Budgets;

/// <summary>Each limit, reached and named; and documents made to exhaust whoever reads them.</summary>
public sealed class BudgetTests
{
    [Fact]
    public void More_bytes_than_MaxBytes_are_refused() =>
        Refused(nameof(JsonLdBudget.MaxBytes), 10, () => JsonLdDocument.Parse("[1,2,3,4,5]", new JsonLdBudget { MaxBytes = 10 }));

    [Fact]
    public void A_context_larger_than_MaxBytes_is_refused() =>
        Refused(nameof(JsonLdBudget.MaxBytes), 40, () => JsonLdProcessor.Expand(JsonLdDocument.Parse("""{"@context":"https://a.example/c"}"""), new JsonLdOptions
        {
            Budget = new JsonLdBudget { MaxBytes = 40 },
            Loader = new MemoryLoader(("https://a.example/c", """{"@context":{"name":"https://a.example/name"}}""")),
        }));

    [Theory]
    [InlineData("[[[[1]]]]")]
    [InlineData("""{"a":{"b":{"c":{}}}}""")]
    [InlineData("""[{"a":[[]]}]""")]
    public void Deeper_nesting_than_MaxDepth_is_refused(string text)
    {
        var budget = new JsonLdBudget { MaxDepth = 3 };

        Refused(nameof(JsonLdBudget.MaxDepth), 3, () => JsonLdDocument.Parse(text, budget));
        Refused(nameof(JsonLdBudget.MaxDepth), 3, () => JsonLdDocument.From(JsonNode.Parse(text), budget));
        JsonLdDocument.Parse(text, new JsonLdBudget { MaxDepth = 4 });
        JsonLdDocument.From(JsonNode.Parse(text), new JsonLdBudget { MaxDepth = 4 });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(JsonLdBudget.GreatestDepth + 1)]
    public void A_depth_that_a_stack_cannot_hold_is_no_budget(int depth) => Should.Throw<ArgumentOutOfRangeException>(() => new JsonLdBudget { MaxDepth = depth });

    [Fact]
    public void Nesting_without_end_is_refused_early() =>
        Refused(nameof(JsonLdBudget.MaxDepth), 200, () => JsonLdDocument.Parse(new string('[', 5_000_000)));

    [Fact]
    public void Lists_in_lists_beyond_MaxListDepth_are_refused()
    {
        var document = Parse("""{"https://a.example/p":{"@list":[{"@list":[{"@list":[1]}]}]}}""");
        var options = new JsonLdOptions { Budget = new JsonLdBudget { MaxListDepth = 2 } };

        Refused(nameof(JsonLdBudget.MaxListDepth), 2, () => JsonLdProcessor.ToRdf(document, options));
        Refused(nameof(JsonLdBudget.MaxListDepth), 2, () => JsonLdProcessor.Flatten(document, null, options));
        JsonLdProcessor.ToRdf(document, new JsonLdOptions { Budget = new JsonLdBudget { MaxListDepth = 3 } }).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_chain_of_more_contexts_than_MaxContexts_is_refused_with_the_code_of_the_specification()
    {
        var loader = new MemoryLoader([.. Enumerable.Range(0, 10).Select(i => ($"https://a.example/{i}", $$"""{"@context":"https://a.example/{{i + 1}}"}""")), ("https://a.example/10", """{"@context":{}}""")]);
        var document = Parse("""{"@context":"https://a.example/0","https://a.example/p":1}""");

        var refusal = Refused(nameof(JsonLdBudget.MaxContexts), 4, () => JsonLdProcessor.Expand(document, new JsonLdOptions { Loader = loader, Budget = new JsonLdBudget { MaxContexts = 4 } }));

        refusal.Code.ShouldBe(JsonLdErrorCode.ContextOverflow);
        JsonLdProcessor.Expand(document, new JsonLdOptions { Loader = loader }).Count.ShouldBe(1);
    }

    [Fact]
    public void More_contexts_beside_each_other_than_MaxContexts_are_refused()
    {
        var urls = Enumerable.Range(0, 5).Select(i => $"https://a.example/{i}").ToArray();
        var loader = new MemoryLoader([.. urls.Select(url => (url, """{"@context":{}}"""))]);
        var document = Parse($$"""{"@context":[{{string.Join(',', urls.Select(url => $"\"{url}\""))}}],"https://a.example/p":1}""");

        Refused(nameof(JsonLdBudget.MaxContexts), 4, () => JsonLdProcessor.Expand(document, new JsonLdOptions { Loader = loader, Budget = new JsonLdBudget { MaxContexts = 4 } }));
    }

    [Fact]
    public void More_terms_than_MaxTerms_are_refused() =>
        Refused(nameof(JsonLdBudget.MaxTerms), 100, () => JsonLdProcessor.Expand(Parse($$"""{"@context":{{Terms(101)}}}"""), new JsonLdOptions { Budget = new JsonLdBudget { MaxTerms = 100 } }));

    [Fact]
    public void Terms_of_several_contexts_count_together() =>
        Refused(nameof(JsonLdBudget.MaxTerms), 100, () => JsonLdProcessor.Expand(
            Parse($$"""{"@context":[{{Terms(60)}},{{Terms(60, "u")}}]}"""), new JsonLdOptions { Budget = new JsonLdBudget { MaxTerms = 100 } }));

    [Fact]
    public void More_work_than_MaxWork_is_refused_by_every_algorithm()
    {
        var options = new JsonLdOptions { Budget = new JsonLdBudget { MaxWork = 50 } };
        var document = Parse($$"""{"https://a.example/p":[{{string.Join(',', Enumerable.Range(0, 60))}}]}""");

        Refused(nameof(JsonLdBudget.MaxWork), 50, () => JsonLdProcessor.Expand(document, options));
        Refused(nameof(JsonLdBudget.MaxWork), 50, () => JsonLdProcessor.Compact(document, null, options));
        Refused(nameof(JsonLdBudget.MaxWork), 50, () => JsonLdProcessor.Flatten(document, null, options));
        Refused(nameof(JsonLdBudget.MaxWork), 50, () => JsonLdProcessor.ToRdf(document, options));
        Refused(nameof(JsonLdBudget.MaxWork), 50, () => JsonLdProcessor.FromRdf(JsonLdProcessor.ToRdf(document), options));
    }

    [Fact]
    public void More_quads_than_MaxQuads_are_refused() =>
        Refused(nameof(JsonLdBudget.MaxQuads), 2, () => JsonLdProcessor.ToRdf(Parse("""{"https://a.example/p":[1,2,3]}"""), new JsonLdOptions { Budget = new JsonLdBudget { MaxQuads = 2 } }));

    [Fact]
    public void A_context_that_leads_to_itself_is_refused()
    {
        var loader = new MemoryLoader(("https://a.example/1", """{"@context":"https://a.example/2"}"""), ("https://a.example/2", """{"@context":["https://a.example/1"]}"""));

        Should.Throw<JsonLdException>(() => JsonLdProcessor.Expand(Parse("""{"@context":"https://a.example/1"}"""), new JsonLdOptions { Loader = loader }))
            .Code.ShouldBe(JsonLdErrorCode.ContextOverflow);
    }

    [Theory]
    [InlineData("""{"a":"b:x","b":"a:x"}""")]
    [InlineData("""{"a":"a:x"}""")]
    [InlineData("""{"a":"b:1","b":"c:1","c":"a:1"}""")]
    public void A_term_that_is_defined_by_itself_is_refused(string context) =>
        Should.Throw<JsonLdException>(() => JsonLdProcessor.Expand(Parse($$"""{"@context":{{context}}}"""))).Code.ShouldBe(JsonLdErrorCode.CyclicIriMapping);

    [Fact]
    public void Contexts_that_each_name_the_next_one_twice_run_into_the_work_limit()
    {
        var loader = new MemoryLoader([.. Enumerable.Range(0, 30).Select(i => ($"https://a.example/{i}", $$"""{"@context":["https://a.example/{{i + 1}}","https://a.example/{{i + 1}}"]}""")), ("https://a.example/30", """{"@context":[]}""")]);

        Exhausts("""{"@context":"https://a.example/0","https://a.example/p":1}""", loader);
    }

    [Fact]
    public void Scoped_contexts_that_nest_run_into_a_limit()
    {
        // Each level is looked at anew wherever it is used.
        var context = """{"p":"https://a.example/p"}""";
        for (var i = 0; i < 55; i++)
            context = $$"""{"p":{"@id":"https://a.example/p","@context":{{context}} },"q":{"@id":"https://a.example/q","@context":{"p":"https://a.example/p"} } }""";
        var text = $$"""{"@context":{{context}},"p":{{string.Concat(Enumerable.Repeat("{\"p\":[1,", 60))}}1{{string.Concat(Enumerable.Repeat("]}", 60))}}}""";

        var budget = new JsonLdBudget { MaxDepth = 240, MaxWork = 10_000 };
        Refused(nameof(JsonLdBudget.MaxWork), 10_000, () => JsonLdProcessor.Expand(JsonLdDocument.Parse(text, budget), new JsonLdOptions { Budget = budget }));
    }

    [Fact]
    public void Scoped_contexts_that_double_at_each_level_run_into_a_limit()
    {
        var loader = new MemoryLoader([.. Enumerable.Range(0, 25).Select(i => ($"https://a.example/{i}",
            $$"""{"@context":{"a":{"@id":"ex:a","@context":"https://a.example/{{i + 1}}"},"b":{"@id":"ex:b","@context":"https://a.example/{{i + 1}}"} } }""")),
            ("https://a.example/25", """{"@context":{"a":"ex:a"}}""")]);

        Exhausts("""{"@context":"https://a.example/0","a":1}""", loader);
    }

    [Fact]
    public void A_large_context_copied_at_every_node_runs_into_the_work_limit()
    {
        var nodes = string.Join(',', Enumerable.Repeat("""{"@context":{"x":"ex:x"},"x":1}""", 20_000));

        Exhausts($$"""{"@context":{{Terms(19_000)}},"ex:p":[{{nodes}}]}""");
    }

    [Fact]
    public void A_large_context_taken_back_at_every_node_runs_into_the_work_limit()
    {
        var nodes = string.Join(',', Enumerable.Repeat("""{"@context":null,"ex:x":1}""", 20_000));

        Exhausts($$"""{"@context":{{Terms(19_000)}},"ex:p":[{{nodes}}]}""");
    }

    [Fact]
    public void Thousands_of_aliases_of_a_keyword_run_into_the_work_limit()
    {
        var aliases = string.Join(',', Enumerable.Range(0, 15_000).Select(i => $"\"t{i}\":\"@type\""));
        var nodes = string.Join(',', Enumerable.Repeat("{\"ex:x\":1}", 1_000));

        Exhausts($$"""{"@context":{ {{aliases}} },"ex:p":[{{nodes}}]}""");
    }

    [Fact]
    public void Compacting_by_many_prefixes_needs_no_more_than_its_share()
    {
        var context = JsonLdDocument.Parse($$"""{"@context":{{Terms(19_000, "t", "/")}}}""");
        var nodes = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{{\"@id\":\"https://b.example/{i}\"}}"));
        var document = JsonLdDocument.Parse($$"""{"ex:p":[{{nodes}}]}""");

        JsonLdProcessor.Compact(document, context).Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_long_prefix_in_many_terms_runs_into_the_work_limit() =>
        Exhausts(
            $$"""{"@context":{"a":"https://a.example/{{new string('x', 1_000_000)}}/",{{string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"\"t{i}\":\"a:{i}\""))}} } }""");

    [Fact]
    public void A_long_vocabulary_in_many_members_runs_into_the_work_limit() =>
        Exhausts(
            $$"""{"@context":{"@vocab":"https://a.example/{{new string('x', 1_000_000)}}/"},{{string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"\"t{i}\":1"))}}}""");

    [Fact]
    public void A_long_term_in_many_nodes_runs_into_the_work_limit() =>
        Exhausts(
            $$"""{"@context":{"a":"https://a.example/{{new string('x', 1_000_000)}}/"},"ex:p":[{{string.Join(',', Enumerable.Repeat("{\"a\":1}", 2_000))}}]}""");

    [Fact]
    public void A_long_base_for_many_references_runs_into_the_work_limit() =>
        Exhausts(
            $$"""{"@context":{"@base":"https://a.example/{{new string('x', 1_000_000)}}/"},"ex:p":[{{string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"{{\"@id\":\"{i}\"}}"))}}]}""");

    /// <summary>A tenth of the default is enough to see that work is counted, and as much quicker.</summary>
    private static void Exhausts(string text, IDocumentLoader? loader = null)
    {
        var options = new JsonLdOptions { Budget = new JsonLdBudget { MaxWork = 500_000 }, Loader = loader ?? EmbeddedContexts.Loader };

        Refused(nameof(JsonLdBudget.MaxWork), 500_000, () => JsonLdProcessor.Expand(Parse(text), options));
    }

    private static string Terms(int count, string start = "t", string end = "") =>
        $$"""{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{start}{i}\":\"https://a.example/{start}{i}{end}\""))}}}""";

    private static JsonLdDocument Parse(string text) => JsonLdDocument.Parse(text);

    private static JsonLdBudgetException Refused(string budget, long limit, Func<object?> act)
    {
        var refusal = Should.Throw<JsonLdBudgetException>(() => { act(); });
        (refusal.Budget, refusal.Limit).ShouldBe((budget, limit));
        refusal.Message.ShouldContain(budget);
        return refusal;
    }
}
