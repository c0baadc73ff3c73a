namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// ecdsa-rdfc-2019 (Data Integrity ECDSA Cryptosuites 1.0, W3C Recommendation of 15 May 2025, section 3.2). With P-384 every hash is SHA-384, also that
/// inside RDFC-1.0.
/// </summary>
internal static class EcdsaRdfc2019
{
    public static Cryptosuite Suite { get; } = new("ecdsa-rdfc-2019", [KeyType.P256, KeyType.P384], Canonicalization.Rdfc10, static key => PublicKey.CurveOf(key).Hash);
}
