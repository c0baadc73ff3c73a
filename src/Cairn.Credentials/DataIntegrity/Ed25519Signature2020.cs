using System.Security.Cryptography;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// Ed25519Signature2020 (Data Integrity EdDSA Cryptosuites 1.0, W3C Recommendation of 15 May 2025, section A.3; W3C CCG report of 2022): a type of proof
/// of its own, without <c>cryptosuite</c>. It is read here and never written. Its terms come from a context of its own, which the document must name:
/// without it the proof would be lost as linked data, and is refused.
/// </summary>
internal static class Ed25519Signature2020
{
    public const string ProofType = "Ed25519Signature2020";

    public static Cryptosuite Suite { get; } = new(ProofType, [KeyType.Ed25519], Canonicalization.Rdfc10, static _ => HashAlgorithmName.SHA256);
}
