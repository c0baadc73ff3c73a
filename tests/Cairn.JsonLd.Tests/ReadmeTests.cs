using System.Text.Json.Nodes;
using Cairn.Rdf;
using Cairn.Testing;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests;

/// <summary>The sample of the library's README is this one, and it works.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_sample_works()
    {
        // sample
        var document = JsonLdDocument.Parse("""
            {"@context": "https://www.w3.org/ns/credentials/v2", "id": "urn:example:1", "type": "VerifiableCredential", "name": "First aid"}
            """);
        var options = new JsonLdOptions { Safe = true };

        JsonArray expanded = JsonLdProcessor.Expand(document, options);
        IReadOnlyList<Quad> quads = JsonLdProcessor.ToRdf(document, options);
        CanonicalDataset canonical = Rdfc10.Canonicalize(quads);

        Console.WriteLine(expanded.ToJsonString());
        Console.Write(canonical);
        // end

        canonical.ToString().ShouldBe("""
            <urn:example:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://www.w3.org/2018/credentials#VerifiableCredential> .
            <urn:example:1> <https://schema.org/name> "First aid" .

            """);
        expanded.Count.ShouldBe(1);
    }

    [Fact]
    public void The_README_shows_this_sample() =>
        Readme.Sample(Path.Combine("src", "Cairn.JsonLd", "README.md")).ShouldBe(Readme.Source(Path.Combine("tests", "Cairn.JsonLd.Tests", "ReadmeTests.cs")));
}
