using System.Text.Json.Nodes;

namespace Cairn.Credentials.Controllers;

/// <summary>What a controller may use a key for (Controlled Identifiers 1.0, section 2.3).</summary>
internal enum Relationship
{
    /// <summary>Proofs of credentials.</summary>
    AssertionMethod,

    /// <summary>Proofs of presentations.</summary>
    Authentication,
}

/// <summary>A key in the document of its controller.</summary>
/// <param name="Id">The absolute URL that proofs name.</param>
/// <param name="Controller">Who it says controls it.</param>
/// <param name="Key">The key.</param>
internal sealed record VerificationMethod(string Id, string Controller, PublicKey Key)
{
    /// <summary>From when on it is no longer used; null when it says nothing.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>From when on it is revoked; null when it says nothing.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>The method's own words, of a document that was read.</summary>
    public JsonObject? Json { get; init; }
}
