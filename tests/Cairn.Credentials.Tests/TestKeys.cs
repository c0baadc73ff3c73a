using System.Text.Json.Nodes;
using Cairn.Credentials.Keys;

namespace Cairn.Credentials.Tests;

/// <summary>Fixed keys. They are published, and sign nothing but tests.</summary>
internal static class TestKeys
{
    /// <summary>A did:key of Ed25519.</summary>
    public static SigningKey Ed25519() => Read("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq");

    /// <summary>Another.</summary>
    public static SigningKey OtherEd25519() => Read("z3u2W4YnTstS1nSSBAgZcYSJF43JuZ9uLV6bF38B1Bf8NugW");

    public static SigningKey P256() => Read("z42twTcNeSYcnqg1FLuSFs2bsGH3ZqbRHFmvS9XMsYhjxvHN");

    public static SigningKey P384() => Read("z2fanyY7zgwNpZGxX5fXXibvScNaUWNprHU9dKx7qpVj7mws9J8LLt4mDB5TyH2GLHWkUc");

    public static SigningKey Of(KeyType type) => type switch { KeyType.P256 => P256(), KeyType.P384 => P384(), _ => Ed25519() };

    /// <summary>A key with a secret that a test chose: 32 bytes, of P-384 48.</summary>
    public static SigningKey Of(KeyType type, ReadOnlySpan<byte> secret, string? controller = null, string? id = null)
    {
        byte[] prefix = type switch { KeyType.Ed25519 => [0x80, 0x26], KeyType.P256 => [0x86, 0x26], _ => [0x87, 0x26] };
        var key = new JsonObject { ["type"] = "Multikey", ["secretKeyMultibase"] = Multibase.EncodeBase58([.. prefix, .. secret]) };
        if (controller is not null)
            key["controller"] = controller;
        if (id is not null)
            key["id"] = id;
        return SigningKey.Read(key);
    }

    /// <summary>A key as the vectors have theirs: the two parts alone.</summary>
    public static SigningKey Read(JsonObject pair) => SigningKey.Read(new JsonObject(pair.Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))) { ["type"] = "Multikey" });

    private static SigningKey Read(string secret) => SigningKey.Read(new JsonObject { ["type"] = "Multikey", ["secretKeyMultibase"] = secret });
}
