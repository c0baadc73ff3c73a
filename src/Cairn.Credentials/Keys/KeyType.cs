namespace Cairn.Credentials;

/// <summary>The kinds of keys that credentials are signed with.</summary>
public enum KeyType
{
    /// <summary>Ed25519 (RFC 8032); signatures of 64 bytes.</summary>
    Ed25519,

    /// <summary>ECDSA with P-256 and SHA-256; signatures are r and s, 64 bytes.</summary>
    P256,

    /// <summary>ECDSA with P-384 and SHA-384; signatures are r and s, 96 bytes.</summary>
    P384,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256, 2,048 to 8,192 bits. Verified here, never signed with.</summary>
    Rsa,
}
