using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;

namespace Cairn.Credentials;

/// <summary>Signs a credential as VC-JOSE (Securing Verifiable Credentials using JOSE and COSE, W3C Recommendation of 15 May 2025, section 3.1.1): the payload is exactly the credential.</summary>
public static class JwsSigner
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 };

    /// <summary>Signs a credential or presentation.</summary>
    /// <param name="credential">What is signed. It is not changed.</param>
    /// <param name="key">Who signs; the header's <c>kid</c> is its <see cref="SigningKey.Id"/>, its <c>alg</c> EdDSA, ES256 or ES384.</param>
    /// <returns>A compact JWS.</returns>
    /// <exception cref="CredentialException">It is a credential of data model 1.1, or none.</exception>
    public static string Sign(JsonObject credential, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(key);
        if (credential.Items("@context").FirstOrDefault().AsText() != "https://www.w3.org/ns/credentials/v2")
            throw new CredentialException(ProblemTypes.MalformedValue, "/@context", "Only a credential of data model 2.0 is signed as a JWT: its first context is https://www.w3.org/ns/credentials/v2.");
        var isPresentation = credential.Names("type", "VerifiablePresentation");
        if (!isPresentation && !credential.Names("type", "VerifiableCredential"))
            throw new CredentialException(ProblemTypes.MalformedValue, "/type", "Its type is neither VerifiableCredential nor VerifiablePresentation.");
        foreach (var claim in new[] { "vc", "vp" })
        {
            if (credential.ContainsKey(claim))
                throw new CredentialException(ProblemTypes.MalformedValue, JsonReading.Step(claim), $"The payload must not have a claim {claim}.");
        }

        var header = new JsonObject
        {
            ["alg"] = SignatureAlgorithms.NameFor(key.Type),
            ["typ"] = isPresentation ? "vp+jwt" : "vc+jwt",
            ["cty"] = isPresentation ? "vp" : "vc",
            ["kid"] = key.Id,
        };
        var signed = $"{Encode(header)}.{Encode(credential)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(JsonNode json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json, Plain));
}
