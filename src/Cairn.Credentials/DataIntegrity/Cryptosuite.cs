using System.Security.Cryptography;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>The form in which a document is hashed.</summary>
internal enum Canonicalization
{
    /// <summary>The dataset it stands for, by RDFC-1.0.</summary>
    Rdfc10,

    /// <summary>Its JSON, by RFC 8785.</summary>
    Jcs,
}

/// <summary>
/// A cryptosuite of Data Integrity (Verifiable Credential Data Integrity 1.0, W3C Recommendation of 15 May 2025, section 3.1): the name, the keys, the
/// form that is hashed, and the hash that goes with a key.
/// </summary>
/// <param name="Name">The value of <c>cryptosuite</c>.</param>
/// <param name="Keys">Which keys sign with it.</param>
/// <param name="Canonicalization">The form that is hashed.</param>
/// <param name="HashFor">The hash for a kind of key.</param>
internal sealed record Cryptosuite(string Name, IReadOnlyList<KeyType> Keys, Canonicalization Canonicalization, Func<KeyType, HashAlgorithmName> HashFor);
