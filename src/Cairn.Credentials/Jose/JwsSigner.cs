using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.DataModel;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;
using Cairn.JsonLd;

namespace Cairn.Credentials;

/// <summary>Signs a credential as VC-JOSE (Securing Verifiable Credentials using JOSE and COSE, W3C Recommendation of 15 May 2025, section 3.1.1): the payload is exactly the credential.</summary>
public static class JwsSigner
{
    /// <summary>Signs a credential or presentation that is given as text, which is read strictly: what could be read in two ways is refused.</summary>
    /// <param name="utf8">What is signed.</param>
    /// <param name="key">Who signs; the header's <c>kid</c> is its <see cref="SigningKey.Id"/>, its <c>alg</c> EdDSA, ES256 or ES384.</param>
    /// <param name="documents">Further contexts by address; those of the library are always known.</param>
    /// <returns>A compact JWS, with a warning when the issuer is not who controls the key.</returns>
    /// <exception cref="CredentialException">It is of data model 1.1, has not the shape of a credential, or would lose something as linked data; the pointer says where.</exception>
    public static SignedCredential Sign(ReadOnlySpan<byte> utf8, SigningKey key, IDocumentLoader? documents = null)
    {
        var json = CredentialDocument.Parse(utf8).ToObject();
        return new SignedCredential(Encoding.ASCII.GetBytes(Sign(json, key, documents)), CredentialSigner.Warning(json, key));
    }

    /// <summary>Signs a credential or presentation, which is not changed.</summary>
    /// <returns>A compact JWS.</returns>
    internal static string Sign(JsonObject credential, SigningKey key, IDocumentLoader? documents = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(key);
        if (DataModelVersion.Is1(credential))
            throw new CredentialException(ProblemTypes.MalformedValue, "/@context", $"Found a credential of data model 1.1; only one of 2.0 is signed as a JWT: its first context is {DataModelVersion.Context2}.");
        if (CredentialShape.FirstProblem(credential) is { } problem)
            throw new CredentialException(problem.Problem, problem.Pointer, problem.Found);
        foreach (var claim in new[] { "vc", "vp" })
        {
            if (credential.ContainsKey(claim))
                throw new CredentialException(ProblemTypes.MalformedValue, JsonPointer.Step(claim), $"Found a claim {claim}, which the payload must not have.");
        }

        IsKept(credential, documents);
        var isPresentation = credential.Names("type", "VerifiablePresentation");
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

    /// <summary>Safe mode: whoever reads the credential as linked data must find all of it.</summary>
    private static void IsKept(JsonObject credential, IDocumentLoader? documents)
    {
        try
        {
            JsonLdProcessor.ToRdf(JsonLdDocument.From(credential).Without("proof"), HashData.LinkedDataOptions(DocumentsAtHand.With(documents)));
        }
        catch (JsonLdException lost)
        {
            throw CredentialSigner.NotKept(lost, ProofFinding.Of(lost)!);
        }
    }

    private static string Encode(JsonNode json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json, JsonReading.Plain));
}
