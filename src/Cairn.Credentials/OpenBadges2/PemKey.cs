using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.OpenBadges2;

/// <summary>A CryptographicKey of Open Badges 2.0: an RSA public key in <c>publicKeyPem</c> (RFC 7468), the only kind that version has.</summary>
internal static class PemKey
{
    /// <exception cref="KeyException">It has no such key.</exception>
    public static PublicKey Read(JsonObject cryptographicKey)
    {
        var pem = cryptographicKey.Text("publicKeyPem");
        if (pem is null || pem.Length > 16_384 || pem.Contains("PRIVATE", StringComparison.Ordinal))
            throw new KeyException("It has no publicKeyPem that is a public key.");
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            var parameters = rsa.ExportParameters(includePrivateParameters: false);
            return PublicKey.FromJwk(new JsonObject
            {
                ["kty"] = "RSA",
                ["n"] = Base64Url.EncodeToString(parameters.Modulus),
                ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            });
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            throw new KeyException("Its publicKeyPem is no RSA public key.", wrong);
        }
    }
}
