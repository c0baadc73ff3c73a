using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Budgets;

/// <summary>The memory of the whole process is looked at: what other tests hold meanwhile would count too.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class MemoryTests
{
    [Fact]
    public void Processing_shared_contexts_in_ever_new_company_does_not_keep_more_and_more()
    {
        void Run(int i) => JsonLdProcessor.Expand(JsonLdDocument.Parse($$"""{"@context":["https://www.w3.org/ns/credentials/v2",{"x{{i}}":"https://a.example/{{i}}"},"https://www.w3.org/ns/odrl.jsonld"],"id":"urn:x:{{i}}","name":"x"}"""));
        for (var i = 0; i < 20; i++)
            Run(i);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 300; i++)
            Run(i);

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(4L * 1024 * 1024);
    }
}
