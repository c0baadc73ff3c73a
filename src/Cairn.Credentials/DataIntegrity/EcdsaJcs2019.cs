namespace Cairn.Credentials.DataIntegrity;

/// <summary>ecdsa-jcs-2019 (Data Integrity ECDSA Cryptosuites 1.0, W3C Recommendation of 15 May 2025, section 3.3). With P-384 the hash is SHA-384.</summary>
internal static class EcdsaJcs2019
{
    public static Cryptosuite Suite { get; } = new("ecdsa-jcs-2019", [KeyType.P256, KeyType.P384], Canonicalization.Jcs, static key => PublicKey.CurveOf(key).Hash);
}
