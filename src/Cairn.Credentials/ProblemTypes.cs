namespace Cairn.Credentials;

/// <summary>The types of problem details that the specifications define: an IRI each.</summary>
public static class ProblemTypes
{
    private const string Credentials = "https://www.w3.org/TR/vc-data-model#";
    private const string Integrity = "https://w3id.org/security#";
    private const string Status = "https://www.w3.org/ns/credentials/status-list#";

    /// <summary>It cannot be read (Verifiable Credentials Data Model 2.0, W3C Recommendation of 15 May 2025, section 7.4).</summary>
    public const string Parsing = Credentials + "PARSING_ERROR";

    /// <summary>The cryptography found it broken (same section).</summary>
    public const string CryptographicSecurity = Credentials + "CRYPTOGRAPHIC_SECURITY_ERROR";

    /// <summary>A value is not of the shape that is required (same section).</summary>
    public const string MalformedValue = Credentials + "MALFORMED_VALUE_ERROR";

    /// <summary>A value is outside its range, such as a date (same section).</summary>
    public const string Range = Credentials + "RANGE_ERROR";

    /// <summary>A proof could not be made (Verifiable Credential Data Integrity 1.0, W3C Recommendation of 15 May 2025, section 4.7).</summary>
    public const string ProofGeneration = Integrity + "PROOF_GENERATION_ERROR";

    /// <summary>A proof is malformed or not this document's (same section).</summary>
    public const string ProofVerification = Integrity + "PROOF_VERIFICATION_ERROR";

    /// <summary>The document could not be put into the form that is signed (same section).</summary>
    public const string ProofTransformation = Integrity + "PROOF_TRANSFORMATION_ERROR";

    /// <summary>The proof is for another domain (same section).</summary>
    public const string InvalidDomain = Integrity + "INVALID_DOMAIN_ERROR";

    /// <summary>The proof answers another challenge (same section).</summary>
    public const string InvalidChallenge = Integrity + "INVALID_CHALLENGE_ERROR";

    /// <summary>JSON-LD would drop part of the document in silence (Data Integrity EdDSA and ECDSA Cryptosuites 1.0, section 3.1).</summary>
    public const string DataLossDetection = Integrity + "DATA_LOSS_DETECTION_ERROR";

    /// <summary>A status list could not be had (Bitstring Status List 1.0, W3C Recommendation of 15 May 2025, section 3.5).</summary>
    public const string StatusRetrieval = Status + "STATUS_RETRIEVAL_ERROR";

    /// <summary>A status list cannot be relied on (same section).</summary>
    public const string StatusVerification = Status + "STATUS_VERIFICATION_ERROR";

    /// <summary>A status list is shorter than it must be, or than the index (same section).</summary>
    public const string StatusListLength = Status + "STATUS_LIST_LENGTH_ERROR";
}
