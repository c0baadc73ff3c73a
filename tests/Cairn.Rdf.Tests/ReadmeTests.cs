using Cairn.Testing;
using Shouldly;
using Xunit;

namespace Cairn.Rdf.Tests;

/// <summary>The sample of the library's README is this one, and it works.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_sample_works()
    {
        // sample
        IReadOnlyList<Quad> quads = NQuads.Parse("""
            _:x <https://schema.org/name> "Ada" .
            _:x <https://schema.org/knows> _:y .
            """);

        CanonicalDataset canonical = Rdfc10.Canonicalize(quads);

        Console.Write(canonical);
        foreach (var (label, name) in canonical.IssuedIdentifiers)
            Console.WriteLine($"{label} is {name} now");
        // end

        canonical.ToString().ShouldBe("""
            _:c14n0 <https://schema.org/knows> _:c14n1 .
            _:c14n0 <https://schema.org/name> "Ada" .

            """);
        canonical.IssuedIdentifiers.ShouldBe(new Dictionary<string, string> { ["x"] = "c14n0", ["y"] = "c14n1" }, ignoreOrder: true);
    }

    [Fact]
    public void The_README_shows_this_sample() =>
        Readme.Sample(Path.Combine("src", "Cairn.Rdf", "README.md")).ShouldBe(Readme.Source(Path.Combine("tests", "Cairn.Rdf.Tests", "ReadmeTests.cs")));
}
