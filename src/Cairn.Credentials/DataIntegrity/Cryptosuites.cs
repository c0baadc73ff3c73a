using System.Collections.Frozen;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>The cryptosuites that sign a document as a whole. A new one is one file and one line here.</summary>
internal static class Cryptosuites
{
    public static FrozenDictionary<string, Cryptosuite> All { get; } = new[]
    {
        EddsaRdfc2022.Suite,
        EddsaJcs2022.Suite,
        EcdsaRdfc2019.Suite,
        EcdsaJcs2019.Suite,
    }.ToFrozenDictionary(suite => suite.Name, StringComparer.Ordinal);

    /// <summary>The suite of a proof that signs the document as a whole; null when there is none of that name.</summary>
    public static Cryptosuite? Of(Proof proof) =>
        proof.Type == Ed25519Signature2020.ProofType ? Ed25519Signature2020.Suite : All.GetValueOrDefault(proof.Cryptosuite ?? "");
}
