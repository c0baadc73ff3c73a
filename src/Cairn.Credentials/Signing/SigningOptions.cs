using Cairn.JsonLd;

namespace Cairn.Credentials;

/// <summary>How a proof is made.</summary>
public sealed record SigningOptions
{
    /// <summary>The key's own suite, dated now.</summary>
    public static SigningOptions Default { get; } = new();

    /// <summary>Name of the cryptosuite; null is the key's own: <c>eddsa-rdfc-2022</c> for Ed25519, <c>ecdsa-rdfc-2019</c> for P-256 and P-384.</summary>
    public string? Cryptosuite { get; init; }

    /// <summary>The date in the proof as it is written there; null is now, in UTC and whole seconds, unless <see cref="WithoutCreated"/>.</summary>
    public string? Created { get; init; }

    /// <summary>Whether the proof bears no date. False by default.</summary>
    public bool WithoutCreated { get; init; }

    /// <summary>From when on the proof is no longer good, as it is written there; null says nothing.</summary>
    public string? Expires { get; init; }

    /// <summary>Whom the proof of a presentation is for; null says nothing.</summary>
    public string? Domain { get; init; }

    /// <summary>What the proof of a presentation answers; null says nothing.</summary>
    public string? Challenge { get; init; }

    /// <summary>With <c>ecdsa-sd-2023</c>: JSON Pointers (RFC 6901) to what every credential derived from the result shows. None by default.</summary>
    public IReadOnlyList<string> MandatoryPointers { get; init; } = [];

    /// <summary>Further contexts by address; those of the library are always known.</summary>
    public IDocumentLoader? Documents { get; init; }

    /// <summary>How much is read of a credential that is given as text.</summary>
    public CredentialBudget Budget { get; init; } = CredentialBudget.Default;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
