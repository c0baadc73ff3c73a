using System.Security.Cryptography;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>eddsa-rdfc-2022 (Data Integrity EdDSA Cryptosuites 1.0, W3C Recommendation of 15 May 2025, section 3.2).</summary>
internal static class EddsaRdfc2022
{
    public static Cryptosuite Suite { get; } = new("eddsa-rdfc-2022", [KeyType.Ed25519], Canonicalization.Rdfc10, static _ => HashAlgorithmName.SHA256);
}
