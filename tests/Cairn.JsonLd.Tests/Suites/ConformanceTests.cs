using System.Globalization;
using System.Text;
using Cairn.Testing;
using Xunit;

namespace Cairn.JsonLd.Tests.Suites;

/// <summary>docs/conformance.md is written by the run of the suites, and is never older than it.</summary>
public sealed class ConformanceTests
{
    private static readonly (string Manifest, string Chapter)[] Chapters =
    [
        ("expand", "Expansion"), ("compact", "Compaction"), ("flatten", "Flattening"), ("toRdf", "To RDF"), ("fromRdf", "From RDF"),
    ];

    [Fact]
    public void The_tables_of_the_suites_are_those_of_this_run()
    {
        if (!Suite.IsHere || !Cairn.Rdf.Tests.Canonicalization.Suite.IsHere)
            Assert.Skip("The W3C suites (../shared/suites beside the checkout) are not on this machine.");

        Conformance.IsTheFound("linked data", Write());
    }

    private static string Write()
    {
        var text = new StringBuilder();
        text.Append("""
            ## JSON-LD 1.1 Processing Algorithms and API

            W3C Recommendation of 16 July 2020; suite `w3c/json-ld-api`.

            | chapter | tests | passed | failed | of 1.0 only |
            |---|---:|---:|---:|---:|

            """);
        var failures = new List<string>();
        foreach (var (manifest, chapter) in Chapters)
        {
            var (ids, of10Only) = Suite.Count(manifest);
            var failed = Failed(ids, id => SuiteTests.Run(manifest, id));
            failures.AddRange(failed.Select(id => $"{manifest} {id}"));
            Row(text, chapter, ids.Count, failed.Count).Append(CultureInfo.InvariantCulture, $" {of10Only} |\n");
        }

        text.Append("""

            Not run:

            - **Tests of 1.0 only** (last column): what JSON-LD 1.0 asked for and 1.1 changed. Tests that 1.1 keeps for processing mode 1.0 are run.
            - **HTML** (`html-manifest`, 50 tests): JSON-LD inside of pages. A page is not JSON, and reading one belongs to a loader; ours gives JSON only.
            - **Remote documents** (`remote-doc-manifest`, 18 tests): content types, redirects and `Link` headers of HTTP. They belong to a loader as well. `HttpDocumentLoader`
              follows redirects within limits and asks for JSON; it does not follow `Link` headers.
            - **Framing**: a recommendation of its own that this library leaves out.

            ## RDF Dataset Canonicalization, RDFC-1.0

            W3C Recommendation of 21 May 2024; suite `w3c/rdf-canon`.

            | chapter | tests | passed | failed |
            |---|---:|---:|---:|

            """);
        var canonical = Cairn.Rdf.Tests.Canonicalization.Suite.Ids().ToList();
        var failedCanonical = Failed(canonical, Cairn.Rdf.Tests.Canonicalization.Suite.Run);
        failures.AddRange(failedCanonical);
        Row(text, "Canonical form, issued identifiers, refused graphs", canonical.Count, failedCanonical.Count).Append('\n');
        text.Append("\nFailures: ").Append(failures.Count == 0 ? "none.\n" : string.Join(", ", failures) + ".\n");
        return text.ToString();
    }

    private static StringBuilder Row(StringBuilder text, string chapter, int tests, int failed) =>
        text.Append(CultureInfo.InvariantCulture, $"| {chapter} | {tests} | {tests - failed} | {failed} |");

    private static List<string> Failed(IEnumerable<string> ids, Action<string> run)
    {
        var failed = new List<string>();
        foreach (var id in ids)
        {
            try
            {
                run(id);
            }
            catch (Exception)
            {
                failed.Add(id);
            }
        }

        return failed;
    }
}
