namespace Cairn.Credentials.Jose;

/// <summary>The values of <c>alg</c> that are allowed, each for one kind of key (RFC 7518, section 3; RFC 8037; RFC 9864). No other is, and <c>none</c> least of all.</summary>
internal static class SignatureAlgorithms
{
    public static KeyType? KeyFor(string? algorithm) => algorithm switch
    {
        "EdDSA" or "Ed25519" => KeyType.Ed25519,
        "ES256" => KeyType.P256,
        "ES384" => KeyType.P384,
        "RS256" => KeyType.Rsa,
        _ => null,
    };

    /// <summary>What a key of that kind signs with.</summary>
    public static string NameFor(KeyType type) => type switch { KeyType.P256 => "ES256", KeyType.P384 => "ES384", KeyType.Rsa => "RS256", _ => "EdDSA" };
}
