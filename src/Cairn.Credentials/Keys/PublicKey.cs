using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;
using NSec.Cryptography;

namespace Cairn.Credentials;

/// <summary>A public key: what a signature is verified with. Read from a Multikey (Controlled Identifiers 1.0, section 2.2.2) or a JSON Web Key (RFC 7517, RFC 8037). Never changes; safe to use from many threads.</summary>
internal sealed class PublicKey : IEquatable<PublicKey>
{
    private static readonly SignatureAlgorithm Ed25519 = SignatureAlgorithm.Ed25519;

    private readonly NSec.Cryptography.PublicKey? _ed25519;
    private readonly ECParameters _ec;
    private readonly RSAParameters _rsa;
    private readonly byte[] _bytes;

    private PublicKey(KeyType type, byte[] bytes)
    {
        (Type, _bytes) = (type, bytes);
        switch (type)
        {
            case KeyType.Ed25519:
                _ed25519 = NSec.Cryptography.PublicKey.TryImport(Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key) && key is not null
                    ? key : throw new KeyException("An Ed25519 public key has 32 bytes.");
                break;
            case KeyType.P256 or KeyType.P384:
                var curve = CurveOf(type);
                _ec = new ECParameters
                {
                    Curve = curve.Curve,
                    Q = curve.Decompress(bytes) ?? throw new KeyException($"The bytes of a {NameOf(type)} public key are no compressed point of that curve."),
                };
                break;
        }
    }

    private PublicKey(RSAParameters rsa, byte[] modulus)
    {
        (Type, _rsa, _bytes) = (KeyType.Rsa, rsa, modulus);
    }

    /// <summary>The kind of key.</summary>
    public KeyType Type { get; }

    /// <summary>Bytes of a signature by this key; null for RSA, where it is that of the modulus.</summary>
    internal int? SignatureLength => Type switch { KeyType.P384 => 96, KeyType.Rsa => null, _ => 64 };

    /// <summary>Reads a <c>publicKeyMultibase</c>: base58btc of the multicodec prefix and the key. Ed25519 (<c>z6Mk…</c>), P-256 (<c>zDn…</c>) and P-384 (<c>z82…</c>).</summary>
    /// <param name="multibase">The text.</param>
    /// <exception cref="KeyException">It is none of those.</exception>
    public static PublicKey FromMultibase(string multibase)
    {
        var bytes = Multibase.DecodeBase58(multibase) ?? throw new KeyException("A public key is multibase with z (base58btc); this text is not.");
        return bytes switch
        {
            [0xed, 0x01, .. { Length: 32 } key] => new PublicKey(KeyType.Ed25519, key),
            [0x80, 0x24, .. { Length: 33 } key] => new PublicKey(KeyType.P256, key),
            [0x81, 0x24, .. { Length: 49 } key] => new PublicKey(KeyType.P384, key),
            _ => throw new KeyException("The multibase text holds no Ed25519, P-256 or P-384 public key of its length."),
        };
    }

    /// <summary>Reads the public part of a JSON Web Key: OKP Ed25519, EC P-256 and P-384, RSA.</summary>
    /// <param name="jwk">The key.</param>
    /// <exception cref="KeyException">It is no such key, or it holds a secret: a key with <c>d</c> is not public and is refused.</exception>
    public static PublicKey FromJwk(JsonObject jwk)
    {
        ArgumentNullException.ThrowIfNull(jwk);
        if (jwk.ContainsKey("d"))
            throw new KeyException("The JSON Web Key has a member d, the secret; a public key was expected.");
        return (jwk.Text("kty"), jwk.Text("crv")) switch
        {
            ("OKP", "Ed25519") => new PublicKey(KeyType.Ed25519, Bytes(jwk, "x", 32)),
            ("EC", "P-256") => FromPoint(KeyType.P256, jwk),
            ("EC", "P-384") => FromPoint(KeyType.P384, jwk),
            ("RSA", _) => FromRsa(jwk),
            var (type, curve) => throw new KeyException($"A JSON Web Key of kty {type ?? "(none)"} and crv {curve ?? "(none)"} is not known; expected OKP Ed25519, EC P-256, EC P-384 or RSA."),
        };
    }

    /// <summary>The key as a <c>publicKeyMultibase</c>.</summary>
    /// <exception cref="NotSupportedException">It is an RSA key: those are JSON Web Keys only.</exception>
    public string ToMultibase() => Type switch
    {
        KeyType.Ed25519 => Multibase.EncodeBase58([0xed, 0x01, .. _bytes]),
        KeyType.P256 => Multibase.EncodeBase58([0x80, 0x24, .. _bytes]),
        KeyType.P384 => Multibase.EncodeBase58([0x81, 0x24, .. _bytes]),
        _ => throw new NotSupportedException("RSA keys have no multibase form here."),
    };

    /// <summary>The key as a JSON Web Key.</summary>
    public JsonObject ToJwk() => Type switch
    {
        KeyType.Ed25519 => new JsonObject { ["kty"] = "OKP", ["crv"] = "Ed25519", ["x"] = Base64Url.EncodeToString(_bytes) },
        KeyType.Rsa => new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(_rsa.Modulus), ["e"] = Base64Url.EncodeToString(_rsa.Exponent) },
        _ => new JsonObject { ["kty"] = "EC", ["crv"] = NameOf(Type), ["x"] = Base64Url.EncodeToString(_ec.Q.X), ["y"] = Base64Url.EncodeToString(_ec.Q.Y) },
    };

    /// <summary>Whether a signature over the data is this key's. ECDSA signatures are r and s (IEEE P1363), never DER; any other length is false.</summary>
    /// <param name="data">What was signed, not its hash.</param>
    /// <param name="signature">The signature.</param>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (SignatureLength is { } length && signature.Length != length)
            return false;
        switch (Type)
        {
            case KeyType.Ed25519:
                return Ed25519.Verify(_ed25519!, data, signature);
            case KeyType.Rsa:
                using (var rsa = RSA.Create(_rsa))
                    return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            default:
                using (var ecdsa = ECDsa.Create(_ec))
                    return ecdsa.VerifyData(data, signature, CurveOf(Type).Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    /// <summary>Whether it is the same key.</summary>
    /// <param name="other">The other key.</param>
    public bool Equals(PublicKey? other) => other is not null && Type == other.Type && _bytes.AsSpan().SequenceEqual(other._bytes)
        && (Type != KeyType.Rsa || _rsa.Exponent.AsSpan().SequenceEqual(other._rsa.Exponent));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Type);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    /// <summary>The name that standards use.</summary>
    internal static string NameOf(KeyType type) => type switch { KeyType.P256 => "P-256", KeyType.P384 => "P-384", KeyType.Rsa => "RSA", _ => "Ed25519" };

    internal static EllipticCurve CurveOf(KeyType type) => type == KeyType.P256 ? EllipticCurve.P256 : EllipticCurve.P384;

    internal static PublicKey FromRaw(KeyType type, byte[] bytes) => new(type, bytes);

    private static PublicKey FromPoint(KeyType type, JsonObject jwk)
    {
        var curve = CurveOf(type);
        var point = new ECPoint { X = Bytes(jwk, "x", curve.Length), Y = Bytes(jwk, "y", curve.Length) };
        var key = new PublicKey(type, EllipticCurve.Compress(point));
        return key._ec.Q.Y.AsSpan().SequenceEqual(point.Y) ? key : throw new KeyException($"The point x, y of the JSON Web Key is not on {NameOf(type)}.");
    }

    private static PublicKey FromRsa(JsonObject jwk)
    {
        var parameters = new RSAParameters { Modulus = Bytes(jwk, "n", null), Exponent = Bytes(jwk, "e", null) };
        if (parameters.Modulus is not [not 0, ..] || parameters.Modulus.Length is < 256 or > 1024 || parameters.Exponent.Length is 0 or > 8 || (parameters.Exponent[^1] & 1) == 0)
            throw new KeyException("An RSA key has a modulus n of 2,048 to 8,192 bits and an odd exponent e.");
        try
        {
            using var rsa = RSA.Create(parameters);
        }
        catch (CryptographicException wrong)
        {
            throw new KeyException("The platform does not take the RSA key of the JSON Web Key.", wrong);
        }

        return new PublicKey(parameters, parameters.Modulus);
    }

    private static byte[] Bytes(JsonObject jwk, string member, int? length)
    {
        var bytes = Multibase.DecodeBare(jwk.Text(member));
        return bytes is not null && (length is null || bytes.Length == length) ? bytes
            : throw new KeyException($"The member {member} of the JSON Web Key must be base64url without padding{(length is { } bytesWanted ? $" of {bytesWanted} bytes" : "")}.");
    }
}
