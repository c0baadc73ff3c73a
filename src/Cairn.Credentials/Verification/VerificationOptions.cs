using Cairn.JsonLd;

namespace Cairn.Credentials;

/// <summary>What a verification is asked for.</summary>
public sealed record VerificationOptions
{
    /// <summary>All checks, at this moment, with nothing but what the library has with it.</summary>
    public static VerificationOptions Default { get; } = new();

    /// <summary>The moment that rules every date; null is now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Reads a moment as credentials write them: xsd:dateTimeStamp (XML Schema 1.1 Part 2), a date and time with an offset.</summary>
    /// <param name="text">Such as <c>2026-01-31T12:00:00Z</c>.</param>
    /// <param name="moment">The moment.</param>
    public static bool TryReadMoment(string? text, out DateTimeOffset moment) => Json.XsdDateTime.TryRead(text, out moment);

    /// <summary>Only the proof and what it needs: for test suites whose keys are not bound to issuers. False by default; nothing else uses it.</summary>
    public bool ProofOnly { get; init; }

    /// <summary>What the proof of a presentation must answer; null compares nothing.</summary>
    public string? Challenge { get; init; }

    /// <summary>Whom the proof of a presentation must be for; null compares nothing.</summary>
    public string? Domain { get; init; }

    /// <summary>Whom the credential should be about: a name or an address; null adds no check.</summary>
    public string? ExpectedHolder { get; init; }

    /// <summary>
    /// Documents by their exact address: controllers' documents, status lists, related resources, further contexts. Null knows none. The contexts of
    /// the library cannot be replaced by it.
    /// </summary>
    public IDocumentLoader? Documents { get; init; }

    /// <summary>How much is read.</summary>
    public CredentialBudget Budget { get; init; } = CredentialBudget.Default;

    /// <summary>The clock, for <see cref="At"/> when it is null.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
