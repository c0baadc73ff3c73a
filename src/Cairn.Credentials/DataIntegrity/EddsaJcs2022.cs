using System.Security.Cryptography;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>eddsa-jcs-2022 (Data Integrity EdDSA Cryptosuites 1.0, W3C Recommendation of 15 May 2025, section 3.3).</summary>
internal static class EddsaJcs2022
{
    public static Cryptosuite Suite { get; } = new("eddsa-jcs-2022", [KeyType.Ed25519], Canonicalization.Jcs, static _ => HashAlgorithmName.SHA256);
}
