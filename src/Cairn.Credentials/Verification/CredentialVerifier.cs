using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;
using Cairn.Credentials.OpenBadges2;

namespace Cairn.Credentials;

/// <summary>
/// Verifies credentials and presentations: an ordered list of checks, each a row of the report. Nothing is fetched but through
/// <see cref="VerificationOptions.Documents"/>. A bad credential is a report, never an exception.
/// </summary>
public static class CredentialVerifier
{
    /// <summary>Verifies JSON in UTF-8, or a JSON Web Signature in compact form, which may also stand as the one text of a JSON document.</summary>
    /// <param name="utf8">The credential or presentation.</param>
    /// <param name="options">What is asked for; defaults when null.</param>
    /// <exception cref="CredentialException">It is neither JSON nor a JSON Web Signature. JSON that is refused (a doubled name, beyond the budget) is a report.</exception>
    public static VerificationReport Verify(ReadOnlySpan<byte> utf8, VerificationOptions? options = null)
    {
        options ??= VerificationOptions.Default;
        if (CompactJws.IsOne(utf8))
            return VerifyJws(utf8, options);
        if (CredentialDocument.TryParse(utf8, out var document, out var problem, options.Budget))
            return Verify(document, options);
        return IsJson(utf8) ? CheckList.Refused(problem.Problem, problem.Message, options) : throw problem;
    }

    /// <param name="document">The credential or presentation.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="outer">The verification of what it is inside of; null when it stands by itself.</param>
    internal static VerificationReport Verify(CredentialDocument document, VerificationOptions options, Verification? outer = null)
    {
        if (document.Json.AsText() is { } text && Encoding.UTF8.GetBytes(text) is var jws && CompactJws.IsOne(jws))
            return VerifyJws(jws, options, outer);
        if (document.Json is not JsonObject json)
            return CheckList.Refused(ProblemTypes.Parsing, "It is JSON, but no object.", options);
        if (EnvelopedCredential.IsOne(json))
            return VerifyEnveloped(json, options, outer);
        return Assertion.IsOne(json) ? AssertionVerifier.Verify(json, null, options) : CheckList.Run(new Verification(document, json, options, outer));
    }

    private static VerificationReport VerifyEnveloped(JsonObject enveloped, VerificationOptions options, Verification? outer) =>
        EnvelopedCredential.TextOf(enveloped) is { } jws ? VerifyJws(Encoding.UTF8.GetBytes(jws), options, outer)
        : EnvelopedCredential.HasDataUrl(enveloped) ? CheckList.NotKnown(ProblemTypes.ProofVerification, "Its envelope is no JSON Web Signature (data:application/vc+jwt,…); others are not opened here.", options)
        : CheckList.Refused(ProblemTypes.MalformedValue, "It is an envelope whose id is no data: URL with the credential.", options);

    private static VerificationReport VerifyJws(ReadOnlySpan<byte> utf8, VerificationOptions options, Verification? outer = null)
    {
        if (!CompactJws.TryParse(utf8, out var jws, out var problem, options.Budget))
            return CheckList.Refused(problem.Problem, problem.Message, options);
        var envelope = JwsEnvelope.Open(jws);
        if (envelope.Credential.Json is not JsonObject json)
            return CheckList.Refused(ProblemTypes.Parsing, "What was signed is JSON, but no object.", options);
        return Assertion.IsOne(json) ? AssertionVerifier.Verify(json, envelope, options) : CheckList.Run(new Verification(envelope.Credential, json, options, outer, envelope));
    }

    private static bool IsJson(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
            return false;
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
