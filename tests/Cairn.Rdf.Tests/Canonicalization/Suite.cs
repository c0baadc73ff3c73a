using System.Security.Cryptography;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Cairn.Rdf.Tests.Canonicalization;

/// <summary>The W3C suite of RDFC-1.0, at ../shared/suites beside the checkout; where it is missing its tests are skipped and say so.</summary>
internal static class Suite
{
    private static readonly string? Folder = Find();

    public static IEnumerable<TheoryDataRow<string>> Tests()
    {
        if (Folder is null)
            return [new TheoryDataRow<string>("") { Skip = "The W3C suite (../shared/suites/rdf-canon beside the checkout) is not on this machine." }];
        return Entries().Select(entry => new TheoryDataRow<string>(entry.GetProperty("id").GetString()!) { TestDisplayName = $"{entry.GetProperty("id")} {entry.GetProperty("name")}" });
    }

    public static bool IsHere => Folder is not null;

    public static IEnumerable<string> Ids() => Entries().Select(entry => entry.GetProperty("id").GetString()!);

    public static void Run(string id)
    {
        var entry = Entry(id);
        var quads = NQuads.Parse(Read(entry, "action"));
        var options = new Rdfc10Options
        {
            Hash = entry.TryGetProperty("hashAlgorithm", out var hash) && hash.GetString() == "SHA384" ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256,
        };

        switch (entry.GetProperty("type").GetString())
        {
            case "rdfc:RDFC10EvalTest":
                Rdfc10.Canonicalize(quads, options).ToString().ShouldBe(Read(entry, "result"));
                break;
            case "rdfc:RDFC10MapTest":
                // The labels of a suite's map are those of its input.
                Rdfc10.Canonicalize(quads, options).IssuedIdentifiers
                    .ShouldBe(JsonSerializer.Deserialize<Dictionary<string, string>>(Read(entry, "result"))!, ignoreOrder: true);
                break;
            case "rdfc:RDFC10NegativeEvalTest":
                Should.Throw<WorkLimitException>(() => Rdfc10.Canonicalize(quads, options));
                break;
            default:
                Assert.Fail($"The suite has a kind of test that this runner does not know: {entry.GetProperty("type")}.");
                break;
        }
    }

    private static JsonElement Entry(string id) => Entries().First(entry => entry.GetProperty("id").GetString() == id);

    private static string Read(JsonElement entry, string member) => File.ReadAllText(Path.Combine(Folder!, entry.GetProperty(member).GetString()!));

    private static List<JsonElement> Entries()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, "manifest.jsonld")));
        return [.. manifest.RootElement.GetProperty("entries").EnumerateArray().Select(entry => entry.Clone())];
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var suite = Path.Combine(folder.FullName, "shared", "suites", "rdf-canon", "tests");
            if (Directory.Exists(suite))
                return suite;
        }

        return null;
    }
}
