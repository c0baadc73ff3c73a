using System.Collections.Frozen;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>The cryptosuites that sign a document as a whole. A new one is one file and one line here.</summary>
internal static class Cryptosuites
{
    public static FrozenDictionary<string, Cryptosuite> All { get; } = new[]
    {
        EddsaRdfc2022.Suite,
    }.ToFrozenDictionary(suite => suite.Name, StringComparer.Ordinal);
}
