using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Credentials.DataIntegrity;

/// <summary>
/// ecdsa-sd-2023 (Data Integrity ECDSA Cryptosuites 1.0, W3C Recommendation of 15 May 2025, section 3.5): the issuer signs every statement by itself, so
/// that the holder can show some of them. A base proof is the holder's own; what is shown bears a proof derived from it.
/// </summary>
internal static class EcdsaSd2023
{
    public const string Name = "ecdsa-sd-2023";

    private const string CanonicalLabel = "c14n";

    public static IReadOnlyList<KeyType> Keys { get; } = [KeyType.P256];

    /// <summary>Create Base Proof (3.6.1): the proof value.</summary>
    /// <param name="document">The document without proof.</param>
    /// <param name="configuration">The proof without value.</param>
    /// <param name="key">The issuer's.</param>
    /// <param name="pointers">What every derived proof shows.</param>
    /// <param name="contexts">Contexts by address.</param>
    /// <param name="made">A key and an HMAC key of this proof alone, made by <see cref="SigningKey.Generate"/> and by the system's randomness.</param>
    public static string CreateBase(JsonLdDocument document, JsonLdDocument configuration, SigningKey key, IReadOnlyList<string> pointers, IDocumentLoader contexts, (SigningKey Key, byte[] Hmac) made)
    {
        var whole = new SelectiveDocument(document, made.Hmac, contexts);
        var given = document.ToNode()!.AsObject();
        var kept = pointers.Select(pointer => Kept(pointer, given, whole)).Distinct(StringComparer.Ordinal).ToList();
        var mandatory = whole.Places(whole.Quads(kept));
        byte[] publicKey = Multibase.DecodeBase58(made.Key.PublicKey.ToMultibase())!;
        var baseSignature = key.Sign(BaseData(document, configuration, publicKey, mandatory.Select(place => whole.Lines[place]), contexts));
        var signatures = whole.Lines.Where((_, place) => !mandatory.Contains(place)).Select(line => made.Key.Sign(line)).ToList();
        return Multibase.EncodeBase64Url(new BaseProofValue(baseSignature, publicKey, made.Hmac, signatures, kept).Write());
    }

    /// <summary>Add Derived Proof (3.6.6): what is shown, without proof, and its proof value.</summary>
    /// <param name="given">The document without proof.</param>
    /// <param name="value">The base proof's value, which was checked.</param>
    /// <param name="pointers">What is shown beside the mandatory parts.</param>
    /// <param name="contexts">Contexts by address.</param>
    public static (JsonObject Revealed, string ProofValue) Derive(JsonObject given, BaseProofValue value, IReadOnlyList<string> pointers, IDocumentLoader contexts)
    {
        // 3.5.4 createDisclosureData
        var whole = new SelectiveDocument(JsonLdDocument.From(given), value.HmacKey, contexts);
        var selective = pointers.Select(pointer => Kept(pointer, given, whole)).ToList();
        List<string> combined = [.. value.MandatoryPointers, .. selective];
        var mandatory = whole.Places(whole.Quads(value.MandatoryPointers));
        var selected = whole.Places(whole.Quads(selective));
        var shown = whole.Quads(combined);
        var revealed = Selection.Select(given, [.. combined.Select(pointer => JsonPointer.Find(given, JsonPointer.Steps(pointer)!, isCompacted: true)
            ?? throw new CredentialException(ProblemTypes.ProofGeneration, pointer, "The pointer names nothing in the credential as it is written."))])
            ?? throw new CredentialException(ProblemTypes.ProofGeneration, "", "The base proof has no mandatory parts and no pointers were given: nothing would be shown.");

        var signed = Enumerable.Range(0, whole.Lines.Count).Where(place => !mandatory.Contains(place)).ToList();
        var signatures = value.Signatures.Where((_, i) => selected.Contains(signed[i])).ToList();
        var mandatoryIndexes = whole.Places(shown).Index().Where(place => mandatory.Contains(place.Item)).Select(place => place.Index).ToList();
        var labels = Rdfc10.Canonicalize(shown).IssuedIdentifiers.ToDictionary(issued => Number(issued.Value), issued => Multibase.DecodeBase64Url(whole.HiddenLabel(issued.Key))!);
        return (revealed, Multibase.EncodeBase64Url(new DerivedProofValue(value.BaseSignature, value.PublicKey, signatures, labels, mandatoryIndexes).Write()));
    }

    /// <summary>Verify Derived Proof (3.6.7).</summary>
    public static ProofFinding VerifyDerived(JsonLdDocument document, JsonLdDocument configuration, PublicKey key, byte[] proofValue, IDocumentLoader contexts)
    {
        if (BaseProofValue.IsOne(proofValue))
            return ProofFinding.Failed("The proof is a base proof, which is its holder's own; only a proof derived from it can be verified.");
        if (!DerivedProofValue.TryRead(proofValue, out var value) || OneTimeKey(value.PublicKey) is not { } oneTimeKey)
            return ProofFinding.Failed("The proofValue does not hold the five parts of a derived proof of ecdsa-sd-2023.");

        // 3.5.8 createVerifyData
        var quads = JsonLdProcessor.ToRdf(document, HashData.LinkedDataOptions(contexts));
        var canonical = Rdfc10.Canonicalize(quads).IssuedIdentifiers;
        if (canonical.Count != value.Labels.Count || canonical.Values.Any(label => !value.Labels.ContainsKey(Number(label))))
            return ProofFinding.Failed("The labels of the derived proof are not those of the document's blank nodes.");
        var lines = Statements.Of(quads, label => Multibase.EncodeBase64Url(value.Labels[Number(canonical[label])]));
        var mandatory = value.MandatoryIndexes.ToHashSet();
        if (lines.Count > Statements.Most || mandatory.Any(index => index >= lines.Count) || lines.Count - mandatory.Count != value.Signatures.Count)
            return ProofFinding.Failed("The derived proof is not for as many statements as the document makes.");
        if (!key.Verify(BaseData(document, configuration, value.PublicKey, lines.Where((_, i) => mandatory.Contains(i)), contexts), value.BaseSignature))
            return ProofFinding.NotThisText();
        return lines.Where((_, i) => !mandatory.Contains(i)).Zip(value.Signatures).All(pair => oneTimeKey.Verify(pair.First, pair.Second)) ? ProofFinding.Passed : ProofFinding.NotThisText();
    }

    /// <summary>Whether a base proof is what the issuer made of this document.</summary>
    /// <param name="document">The document without proof.</param>
    /// <param name="configuration">The proof without value.</param>
    /// <param name="key">The issuer's; null when it cannot be had, and then its signature alone is not checked.</param>
    /// <param name="value">The base proof's value.</param>
    /// <param name="contexts">Contexts by address.</param>
    public static bool IsBaseOf(JsonLdDocument document, JsonLdDocument configuration, PublicKey? key, BaseProofValue value, IDocumentLoader contexts)
    {
        var whole = new SelectiveDocument(document, value.HmacKey, contexts);
        if (OneTimeKey(value.PublicKey) is not { } oneTimeKey || value.MandatoryPointers.Any(pointer => whole.Kept(pointer) is null))
            return false;
        var mandatory = whole.Places(whole.Quads(value.MandatoryPointers));
        var others = whole.Lines.Where((_, place) => !mandatory.Contains(place)).ToList();
        return others.Count == value.Signatures.Count
            && key?.Verify(BaseData(document, configuration, value.PublicKey, mandatory.Select(place => whole.Lines[place]), contexts), value.BaseSignature) != false
            && others.Zip(value.Signatures).All(pair => oneTimeKey.Verify(pair.First, pair.Second));
    }

    /// <summary>3.5.9 hashing and 3.5.1 serializeSignData: the hash of the proof, the key, the hash of the mandatory statements.</summary>
    internal static byte[] BaseData(JsonLdDocument document, JsonLdDocument configuration, byte[] publicKey, IEnumerable<byte[]> mandatory, IDocumentLoader contexts)
    {
        var proof = HashData.Canonical(HashData.WithContextOf(document, configuration), Canonicalization.Rdfc10, HashAlgorithmName.SHA256, contexts);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in mandatory)
            hash.AppendData(line);
        return [.. SHA256.HashData(proof.Span), .. publicKey, .. hash.GetHashAndReset()];
    }

    private static string Kept(string pointer, JsonObject given, SelectiveDocument whole)
    {
        if (JsonPointer.Steps(pointer) is not { } steps)
            throw new CredentialException(ProblemTypes.ProofGeneration, pointer, "This is no JSON Pointer; one begins with / and has ~ only in ~0 and ~1.");
        return JsonPointer.Find(given, steps, isCompacted: false) is not null && whole.Kept(pointer) is { } kept ? kept
            : throw new CredentialException(ProblemTypes.ProofGeneration, pointer, "The pointer names nothing in the credential.");
    }

    private static PublicKey? OneTimeKey(byte[] multikey)
    {
        try
        {
            return multikey is [0x80, 0x24, .. { Length: 33 } point] ? PublicKey.FromRaw(KeyType.P256, point) : null;
        }
        catch (KeyException)
        {
            return null;
        }
    }

    private static int Number(string canonicalLabel) => int.Parse(canonicalLabel.AsSpan(CanonicalLabel.Length), CultureInfo.InvariantCulture);
}
