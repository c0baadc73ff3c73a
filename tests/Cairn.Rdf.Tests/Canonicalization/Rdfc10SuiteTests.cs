using System.Security.Cryptography;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Cairn.Rdf.Tests.Canonicalization;

public sealed class Rdfc10SuiteTests
{
    public static IEnumerable<TheoryDataRow<string>> Tests() => Suite.Tests();

    [Theory]
    [MemberData(nameof(Tests))]
    public void Each_test_of_the_suite_gives_what_it_expects(string id)
    {
        var entry = Suite.Entry(id);
        var quads = NQuads.Parse(Suite.Read(entry, "action"));
        var options = new Rdfc10Options
        {
            Hash = entry.TryGetProperty("hashAlgorithm", out var hash) && hash.GetString() == "SHA384" ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256,
        };

        switch (entry.GetProperty("type").GetString())
        {
            case "rdfc:RDFC10EvalTest":
                Rdfc10.Canonicalize(quads, options).ToString().ShouldBe(Suite.Read(entry, "result"));
                break;
            case "rdfc:RDFC10MapTest":
                // The labels of a suite's map are those of its input.
                Rdfc10.Canonicalize(quads, options).IssuedIdentifiers
                    .ShouldBe(JsonSerializer.Deserialize<Dictionary<string, string>>(Suite.Read(entry, "result"))!, ignoreOrder: true);
                break;
            case "rdfc:RDFC10NegativeEvalTest":
                Should.Throw<WorkLimitException>(() => Rdfc10.Canonicalize(quads, options));
                break;
            default:
                Assert.Fail($"The suite has a kind of test that this runner does not know: {entry.GetProperty("type")}.");
                break;
        }
    }
}
