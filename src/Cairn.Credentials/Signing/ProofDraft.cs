using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;
using Cairn.JsonLd;

namespace Cairn.Credentials.Signing;

/// <summary>A proof before it has its value (Verifiable Credential Data Integrity 1.0, W3C Recommendation of 15 May 2025, section 4.2).</summary>
internal sealed class ProofDraft
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SigningKey _key;
    private readonly SigningOptions _options;
    private readonly string _cryptosuite;
    private readonly Cryptosuite? _suite;
    private readonly HashData _hashData;

    /// <exception cref="KeyException">The key cannot do the suite.</exception>
    public ProofDraft(SigningKey key, SigningOptions options)
    {
        (_key, _options, _hashData) = (key, options, new HashData(DocumentsAtHand.With(options.Documents)));
        _cryptosuite = options.Cryptosuite ?? (key.Type == KeyType.Ed25519 ? EddsaRdfc2022.Suite.Name : EcdsaRdfc2019.Suite.Name);
        _suite = Cryptosuites.All.GetValueOrDefault(_cryptosuite);
        var keys = _suite?.Keys ?? (_cryptosuite == EcdsaSd2023.Name ? EcdsaSd2023.Keys : []);
        if (!keys.Contains(key.Type))
            throw new KeyException($"A key of type {PublicKey.NameOf(key.Type)} does not sign with {_cryptosuite}.");
        if (_suite is not null && options.MandatoryPointers.Count > 0)
            throw new KeyException($"Mandatory pointers belong to {EcdsaSd2023.Name}; {_cryptosuite} signs a document as a whole.");
    }

    /// <summary>Whether an error is one of the proof's words, which the contexts of the document do not define.</summary>
    public bool IsAtProof => _hashData.IsAtProof;

    /// <summary>The proof as JSON in UTF-8.</summary>
    /// <param name="json">What is signed, as nodes.</param>
    /// <param name="unsecured">The same as linked data, without proofs.</param>
    public byte[] Sign(JsonObject json, JsonLdDocument unsecured)
    {
        var draft = Write(json);
        var configuration = JsonLdDocument.Parse(draft);
        var value = _suite is null
            ? SignSelectively(unsecured, configuration, DocumentsAtHand.With(_options.Documents))
            : Multibase.EncodeBase58(_key.Sign(_hashData.Of(unsecured, configuration, _suite, _key.Type)));
        // Base58 and base64url need no escapes.
        return [.. draft[..^1], .. Encoding.ASCII.GetBytes($",\"proofValue\":\"{value}\"}}")];
    }

    private string SignSelectively(JsonLdDocument unsecured, JsonLdDocument configuration, IDocumentLoader contexts)
    {
        using var once = SigningKey.Generate(KeyType.P256);
        return EcdsaSd2023.CreateBase(unsecured, configuration, _key, _options.MandatoryPointers, contexts, (once, RandomNumberGenerator.GetBytes(32)));
    }

    private byte[] Write(JsonObject json)
    {
        var isPresentation = json.Names("type", "VerifiablePresentation");
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, Proof.DataIntegrityProof);
            writer.WriteString("cryptosuite"u8, _cryptosuite);
            if (!_options.WithoutCreated)
                writer.WriteString("created"u8, Date(_options.Created, "created") ?? XsdDateTime.Write(_options.Time.GetUtcNow()));
            if (Date(_options.Expires, "expires") is { } expires)
                writer.WriteString("expires"u8, expires);
            writer.WriteString("verificationMethod"u8, _key.Id);
            writer.WriteString("proofPurpose"u8, isPresentation ? "authentication" : "assertionMethod");
            if (_options.Domain is { } domain)
                writer.WriteString("domain"u8, domain);
            if (_options.Challenge is { } challenge)
                writer.WriteString("challenge"u8, challenge);
            // 3.3.1 of both specifications: there no context says what the words of the proof mean unless the proof has it.
            if (_suite?.Canonicalization == Canonicalization.Jcs && json["@context"] is { } context)
            {
                writer.WritePropertyName("@context"u8);
                context.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static string? Date(string? given, string member) => given is null || XsdDateTime.TryRead(given, out _) ? given
        : throw new CredentialException(ProblemTypes.MalformedValue, $"/proof/{member}", $"Found {given}; expected a date and time with an offset, such as 2026-01-31T12:00:00Z.");
}
