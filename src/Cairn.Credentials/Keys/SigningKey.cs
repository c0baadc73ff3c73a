using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;
using NSec.Cryptography;

namespace Cairn.Credentials;

/// <summary>
/// A key pair that signs: Ed25519, P-256 or P-384. Written and read as a Multikey (Controlled Identifiers 1.0, section 2.2.2). The secret is zeroed
/// when the key is disposed of, and no message, log or <see cref="object.ToString"/> shows it. Safe to use from many threads until it is disposed of.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private const string Context = "https://w3id.org/security/multikey/v1";

    private readonly byte[] _secret;
    private readonly Key? _ed25519;
    private readonly ECDsa? _ecdsa;
    private readonly Lock _signing = new();

    private SigningKey(KeyType type, byte[] secret, string? id, string? controller)
    {
        _secret = secret;
        if (type == KeyType.Ed25519)
        {
            _ed25519 = Key.Import(SignatureAlgorithm.Ed25519, secret, KeyBlobFormat.RawPrivateKey);
            PublicKey = PublicKey.FromRaw(type, _ed25519.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        }
        else
        {
            try
            {
                _ecdsa = ECDsa.Create(new ECParameters { Curve = PublicKey.CurveOf(type).Curve, D = secret });
            }
            catch (CryptographicException wrong)
            {
                CryptographicOperations.ZeroMemory(secret);
                throw new KeyException($"The secret is none of {PublicKey.NameOf(type)}.", wrong);
            }

            PublicKey = PublicKey.FromRaw(type, EllipticCurve.Compress(_ecdsa.ExportParameters(includePrivateParameters: false).Q));
        }

        var did = "did:key:" + PublicKey.ToMultibase();
        Controller = controller ?? did;
        Id = id ?? (controller is null ? $"{did}#{PublicKey.ToMultibase()}" : $"{controller}#{PublicKey.ToMultibase()}");
    }

    /// <summary>The verification method that proofs by this key name.</summary>
    public string Id { get; }

    /// <summary>Who controls the key: a DID or an https address.</summary>
    public string Controller { get; }

    /// <summary>The public part.</summary>
    internal PublicKey PublicKey { get; }

    /// <summary>The kind of key.</summary>
    public KeyType Type => PublicKey.Type;

    /// <summary>Makes a new key from the system's randomness.</summary>
    /// <param name="type">Ed25519, P-256 or P-384.</param>
    /// <param name="controller">Who controls it; by default the did:key of the key itself.</param>
    /// <exception cref="KeyException">RSA was asked for.</exception>
    public static SigningKey Generate(KeyType type = KeyType.Ed25519, string? controller = null)
    {
        switch (type)
        {
            case KeyType.Ed25519:
                return new SigningKey(type, RandomNumberGenerator.GetBytes(32), null, controller);
            case KeyType.P256 or KeyType.P384:
                using (var ecdsa = ECDsa.Create(PublicKey.CurveOf(type).Curve))
                    return new SigningKey(type, ecdsa.ExportParameters(includePrivateParameters: true).D!, null, controller);
            default:
                throw new KeyException("RSA keys are verified here, not made.");
        }
    }

    /// <summary>
    /// Reads a Multikey with its secret: <c>secretKeyMultibase</c> (or the older <c>privateKeyMultibase</c>); of Ed25519 also the older 64 bytes of
    /// seed and public key. Without <c>controller</c> it is what stands before the # of <c>id</c>, or the did:key of the key; without <c>id</c> it
    /// is the controller, # and the public key.
    /// </summary>
    /// <param name="multikey">The key.</param>
    /// <exception cref="KeyException">It has no secret, an unknown one, or a public part that is not the secret's.</exception>
    public static SigningKey Read(JsonObject multikey)
    {
        ArgumentNullException.ThrowIfNull(multikey);
        // What stands there is not shown: it may be the secret in the wrong place.
        if (multikey["type"] is not null && multikey.Text("type") != "Multikey")
            throw new KeyException("The type of the key is another than Multikey.");
        var multibase = TextIfThere(multikey, "secretKeyMultibase") ?? TextIfThere(multikey, "privateKeyMultibase")
            ?? throw new KeyException("The key has no secretKeyMultibase.");
        if (TextIfThere(multikey, "privateKeyMultibase") is { } older && older != multibase)
            throw new KeyException("The secretKeyMultibase and the privateKeyMultibase of the key are not the same.");
        var bytes = Multibase.DecodeBase58(multibase) ?? throw new KeyException("The secretKeyMultibase is not multibase with z (base58btc).");
        try
        {
            return Read(multikey, bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static SigningKey Read(JsonObject multikey, ReadOnlySpan<byte> bytes)
    {
        var (type, length) = bytes switch
        {
            [0x80, 0x26, ..] when bytes.Length is 34 or 66 => (KeyType.Ed25519, 32),
            [0x86, 0x26, ..] when bytes.Length == 34 => (KeyType.P256, 32),
            [0x87, 0x26, ..] when bytes.Length == 50 => (KeyType.P384, 48),
            _ => throw new KeyException("The secretKeyMultibase holds no Ed25519, P-256 or P-384 secret of its length."),
        };
        var controller = TextIfThere(multikey, "controller");
        var id = TextIfThere(multikey, "id");
        if (Array.Exists([id, controller], url => url is not null && !AbsoluteUrl.Is(url)))
            throw new KeyException("The id or controller of the key is no absolute URL, such as a DID.");
        // Only these bytes are kept, and the key zeroes them.
        var key = new SigningKey(type, bytes.Slice(2, length).ToArray(), id, controller ?? (id?.Contains('#', StringComparison.Ordinal) == true ? id.Split('#')[0] : null));
        try
        {
            var sameInside = bytes.Length == 2 + length || key.PublicKey.Equals(PublicKey.FromRaw(type, bytes[(2 + length)..].ToArray()));
            var sameBeside = TextIfThere(multikey, "publicKeyMultibase") is not { } beside || key.PublicKey.Equals(PublicKey.FromMultibase(beside));
            return sameInside && sameBeside ? key : throw new KeyException("The public part of the key is not that of its secret.");
        }
        catch (KeyException)
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Signs data, not its hash. ECDSA signatures are r and s (IEEE P1363).</summary>
    /// <param name="data">What is signed.</param>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        if (_ed25519 is not null)
            return SignatureAlgorithm.Ed25519.Sign(_ed25519, data);
        // The platform does not promise that one ECDsa may be used from several threads at once.
        lock (_signing)
            return _ecdsa!.SignData(data, PublicKey.CurveOf(Type).Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>The key as a Multikey with its secret, for a file that only its owner reads.</summary>
    public JsonObject ToJsonWithSecret()
    {
        byte[] prefix = Type switch { KeyType.Ed25519 => [0x80, 0x26], KeyType.P256 => [0x86, 0x26], _ => [0x87, 0x26] };
        byte[] bytes = [.. prefix, .. _secret];
        try
        {
            var json = ToJson();
            json["secretKeyMultibase"] = Multibase.EncodeBase58(bytes);
            return json;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>The public part as a Multikey.</summary>
    public JsonObject ToJson() => new()
    {
        ["@context"] = Context,
        ["id"] = Id,
        ["type"] = "Multikey",
        ["controller"] = Controller,
        ["publicKeyMultibase"] = PublicKey.ToMultibase(),
    };

    /// <summary>Zeroes the secret. The key signs no more.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_secret);
        _ed25519?.Dispose();
        _ecdsa?.Dispose();
    }

    private static string? TextIfThere(JsonObject key, string member) => !key.ContainsKey(member) ? null
        : key.Text(member) ?? throw new KeyException($"The member {member} of the key is no text.");
}
