using System.Text.Json.Nodes;
using Xunit;

namespace Cairn.Credentials.Tests;

/// <summary>The test vectors of the specifications, at ../shared/suites beside the checkout; where they are missing their tests are skipped and say so.</summary>
internal static class Vectors
{
    private static readonly string? Folder = Find();

    /// <summary>The text of a file, such as <c>vc-di-eddsa/TestVectors/keyPair.json</c>.</summary>
    public static string Text(string file)
    {
        if (Folder is null)
            Assert.Skip("The test vectors (../shared/suites beside the checkout) are not on this machine.");
        return File.ReadAllText(Path.Combine(Folder!, file));
    }

    public static JsonObject Json(string file) => JsonNode.Parse(Text(file))!.AsObject();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var suites = Path.Combine(folder.FullName, "shared", "suites");
            if (Directory.Exists(Path.Combine(suites, "vc-di-eddsa")))
                return suites;
        }

        return null;
    }
}
