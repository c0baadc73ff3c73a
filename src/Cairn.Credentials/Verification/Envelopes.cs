using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Jose;
using Cairn.Credentials.OpenBadges2;

namespace Cairn.Credentials;

/// <content>Credentials in an envelope: JSON Web Signatures in compact form. This file is the one place where an envelope is opened.</content>
public static partial class CredentialVerifier
{
    /// <summary>Whether a text has the form of a JSON Web Signature (RFC 7515, section 7.1): three parts of base64url, of which the first begins as a JSON object does.</summary>
    internal static bool IsCompactJws(ReadOnlySpan<byte> utf8) => CompactJws.IsOne(utf8);

    /// <summary>Whether a text has the form of a JSON Web Signature in compact form, which is read beside JSON.</summary>
    /// <param name="text">The text, or null.</param>
    public static bool IsEnvelope(string? text) => text is not null && IsCompactJws(Encoding.UTF8.GetBytes(text));

    /// <summary>Verifies a compact JSON Web Signature.</summary>
    internal static VerificationReport VerifyEnveloped(string jws, VerificationOptions options, Verification? outer)
    {
        if (!CompactJws.TryParse(jws, out var read, out var problem, options.Budget))
            return Refused(problem.Problem, problem.Message, options);
        var envelope = JwsEnvelope.Open(read);
        if (envelope.Credential.Json is not JsonObject json)
            return Refused(ProblemTypes.Parsing, "What was signed is JSON, but no object.", options);
        return Assertion.IsOne(json)
            ? AssertionVerifier.Verify(json, envelope, options)
            : Run(Enveloped(envelope, json, options, outer));
    }

    /// <summary>The verification of a status list that came as a JSON Web Signature; null when it is none.</summary>
    internal static Verification? OpenEnvelope(ReadOnlySpan<byte> utf8, Verification outer)
    {
        if (!IsCompactJws(utf8) || !CompactJws.TryParse(Encoding.ASCII.GetString(utf8), out var jws, out _, outer.Options.Budget))
            return null;
        var envelope = JwsEnvelope.Open(jws);
        return envelope.Credential.Json is JsonObject json ? Enveloped(envelope, json, outer.Options with { At = outer.At, ExpectedHolder = null, Challenge = null, Domain = null }, outer) : null;
    }

    private static Verification Enveloped(JwsEnvelope envelope, JsonObject json, VerificationOptions options, Verification? outer) =>
        outer is null ? new Verification(envelope.Credential, json, options) { EnvelopeProof = new JwsIsSigned(envelope) }
            : new Verification(envelope.Credential, json, options) { EnvelopeProof = new JwsIsSigned(envelope), Allowance = outer.Allowance, Level = outer.Level + 1 };
}
