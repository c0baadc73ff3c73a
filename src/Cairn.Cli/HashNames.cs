using System.Security.Cryptography;

namespace Cairn.Cli;

/// <summary>The hash algorithms of RDFC-1.0 as people write them.</summary>
internal static class HashNames
{
    internal const string Sha256 = "SHA-256";
    internal const string Sha384 = "SHA-384";

    internal static HashAlgorithmName? Read(string name) => name switch
    {
        Sha256 or "SHA256" => HashAlgorithmName.SHA256,
        Sha384 or "SHA384" => HashAlgorithmName.SHA384,
        _ => null,
    };
}
