using System.Text.Json.Nodes;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;
using Cairn.JsonLd;

namespace Cairn.Credentials.OpenBadges2;

/// <summary>
/// Verifies an assertion of Open Badges 2.0 as far as that design allows (section "Verification"): a hosted one is what stands at its own address, a
/// signed one is a JWS by a key that the issuer's profile lists. The rows are those of every other report. Whatever is not at hand is not checked:
/// this design rests on what is on the web, and nothing is fetched here.
/// </summary>
internal sealed class AssertionVerifier(Assertion assertion, JwsEnvelope? envelope, VerificationOptions options)
{
    private readonly DateTimeOffset _at = options.At ?? options.Time.GetUtcNow();

    /// <summary>The report on an assertion.</summary>
    /// <param name="json">The assertion.</param>
    /// <param name="envelope">The JWS it came in; null for a hosted one.</param>
    /// <param name="options">What is asked for.</param>
    public static VerificationReport Verify(JsonObject json, JwsEnvelope? envelope, VerificationOptions options)
    {
        var verifier = new AssertionVerifier(new Assertion(json, options.Documents), envelope, options);
        var rows = verifier.Rows();
        return new VerificationReport(rows, []) { Sentence = verifier.Sentence(rows) };
    }

    private List<CheckResult> Rows()
    {
        var structure = Structure();
        List<CheckResult> first = [structure, Context()];
        CheckResult[] rest = structure.Outcome == CheckOutcome.Failed ? [] : [envelope is null ? Hosted() : Signed()];
        if (rest is [{ Outcome: not CheckOutcome.Failed }] && !options.ProofOnly)
            rest = [.. rest, Issuer(), Validity(), Status(), .. NotApplicable()];
        first.AddRange(rest);
        var fatal = structure.Outcome == CheckOutcome.Failed ? "structure" : "proof";
        foreach (var name in new[] { "proof", "issuer", "validityPeriod", "status", "relatedResource", "schema", "nested" })
        {
            if (!first.Exists(row => row.Check == name) && (!options.ProofOnly || name == "proof"))
                first.Add(new CheckResult(name, CheckOutcome.NotChecked, $"Not looked at, because the check {fatal} failed.") { Counts = false });
        }

        return first;
    }

    /// <summary>The verdict in a sentence, with names and dates only when the proof is good and the issuer's.</summary>
    private string Sentence(List<CheckResult> rows)
    {
        var failed = rows.Find(row => row.Outcome == CheckOutcome.Failed);
        var open = rows.Find(row => row is { Outcome: CheckOutcome.NotChecked, Counts: true });
        if (failed is { Check: "structure" or "context" or "proof" or "issuer" })
            return $"Not signed by who it says. {failed.Reason}";
        var isProved = rows.Exists(row => row is { Check: "proof", Outcome: CheckOutcome.Passed }) && rows.Exists(row => row is { Check: "issuer", Outcome: CheckOutcome.Passed });
        if (!isProved)
            return failed is null ? $"Could not be checked. {open?.Reason}" : $"Not valid. {failed.Reason}";
        var by = $"{(envelope is null ? "Vouched for" : "Signed")} by {assertion.IssuerId}";
        return failed is { Check: "status" } ? $"{by}, and revoked since."
            : failed is not null ? $"{by}. {failed.Reason}"
            : open is not null ? $"{by}, but one thing could not be checked. {open.Reason}"
            : $"{by}, and nothing speaks against it.";
    }

    private CheckResult Structure()
    {
        var json = assertion.Json;
        string? problem = json.Text("id") is null ? "The assertion has no id."
            : json["recipient"] is not JsonObject ? "The assertion has no recipient."
            : json.IdOf("badge") is null ? "The assertion has no badge with an id."
            : !XsdDateTime.TryRead(json.Text("issuedOn"), out _) ? "The assertion has no issuedOn that is a date with an offset."
            : json.ContainsKey("expires") && !XsdDateTime.TryRead(json.Text("expires"), out _) ? "The assertion's expires is no date with an offset."
            : envelope is null && !assertion.IsHosted ? "The assertion is not hosted, and not signed either."
            : envelope is not null && !assertion.IsSigned ? "The assertion is signed, but does not say so in verification."
            : null;
        return problem is null ? Passed("structure") : Failed("structure", ProblemTypes.MalformedValue, problem);
    }

    private CheckResult Context() => assertion.Json.Items("@context").ToList() is { Count: > 0 } contexts
        && contexts.TrueForAll(context => context.AsText() is { } url && (url == Assertion.Context || EmbeddedContexts.Loader.Load(url) is not null))
        ? Passed("context") : NotChecked("context", $"Its contexts are not all known here; expected {Assertion.Context}.");

    /// <summary>What stands at the assertion's own address is the assertion; whoever can put it there vouches for it.</summary>
    private CheckResult Hosted()
    {
        var id = assertion.Json.Text("id")!;
        if (!id.StartsWith("https://", StringComparison.Ordinal) && !id.StartsWith("http://", StringComparison.Ordinal))
            return Failed("proof", ProblemTypes.ProofVerification, "A hosted assertion has an http address as id; this one has not.");
        if (assertion.Load(id) is not { } hosted)
            return NotChecked("proof", $"It is a hosted assertion, and what stands at {id} is not at hand.");
        // The address may say no more than that it was withdrawn; that is a matter of its status.
        var same = JsonNode.DeepEquals(hosted, assertion.Json) || IsRevoked(hosted);
        return same ? Passed("proof") : Failed("proof", ProblemTypes.CryptographicSecurity, $"What stands at {id} is not this text.");
    }

    private CheckResult Signed()
    {
        var header = envelope!.Jws.Header;
        if (header.ContainsKey("crit") || header.ContainsKey("b64") || SignatureAlgorithms.KeyFor(header.Text("alg")) is not { } type)
            return Failed("proof", ProblemTypes.ProofVerification, "The header of the JWS has crit or b64, or an alg that is none of RS256, ES256, ES384 and EdDSA.");
        if (KeyId() is not { } keyId || Key(keyId) is not { } key)
            return NotChecked("proof", $"The key {KeyId() ?? "of the signature"} is not at hand.");
        try
        {
            return PemKey.Read(key) is var read && read.Type == type && envelope.Jws.IsSignedBy(read) ? Passed("proof")
                : Failed("proof", ProblemTypes.CryptographicSecurity, "The signature is not that of this text: something was changed after signing, or another key signed.");
        }
        catch (KeyException wrong)
        {
            return Failed("proof", ProblemTypes.ProofVerification, $"The key {keyId} cannot be used: {wrong.Message}");
        }
    }

    /// <summary>The profile at the issuer's own address; the one inside an assertion is only what the assertion says.</summary>
    private CheckResult Issuer()
    {
        if (assertion.BadgeClass is null || assertion.IssuerId is not { } issuerId)
            return NotChecked("issuer", "The badge class is not at hand, so its issuer is not known.");
        if (envelope is null)
            return IsAllowedToHost(issuerId) ? Passed("issuer") : Failed("issuer", ProblemTypes.CryptographicSecurity, $"It names {issuerId} as issuer, which does not stand at the same place as the assertion.");
        if (assertion.Load(issuerId) is not { } profile)
            return NotChecked("issuer", $"The profile of {issuerId} is not at hand, so whose key it is is not known.");
        var listed = profile.Items("publicKey").Any(key => (key is JsonObject inside ? inside.Text("id") : key.AsText()) == KeyId());
        var owned = Key(KeyId()!)?.Text("owner") is not { } owner || owner == issuerId;
        return listed && owned ? Passed("issuer") : Failed("issuer", ProblemTypes.CryptographicSecurity, $"It names {issuerId} as issuer, whose profile does not list the key {KeyId()}.");
    }

    /// <summary>By default the same origin; else as the issuer's profile says (class VerificationObject: startsWith, allowedOrigins).</summary>
    private bool IsAllowedToHost(string issuerId)
    {
        if (!Uri.TryCreate(assertion.Json.Text("id"), UriKind.Absolute, out var id) || !Uri.TryCreate(issuerId, UriKind.Absolute, out var issuer))
            return false;
        var policy = assertion.Load(issuerId)?["verification"] as JsonObject;
        if (policy?.Items("startsWith").Select(start => start.AsText()).OfType<string>().ToList() is { Count: > 0 } starts)
            return starts.Exists(start => Uri.TryCreate(start, UriKind.Absolute, out var allowed) && allowed.Host == id.Host && id.AbsoluteUri.StartsWith(allowed.AbsoluteUri, StringComparison.Ordinal));
        if (policy?.Items("allowedOrigins").Select(origin => origin.AsText()).OfType<string>().ToList() is { Count: > 0 } origins)
            return origins.Contains(id.Host, StringComparer.OrdinalIgnoreCase) || origins.Contains(id.Authority, StringComparer.OrdinalIgnoreCase);
        return id.Scheme == issuer.Scheme && id.Authority == issuer.Authority;
    }

    private CheckResult Validity()
    {
        XsdDateTime.TryRead(assertion.Json.Text("issuedOn"), out var issued);
        if (_at < issued)
            return Failed("validityPeriod", ProblemTypes.Range, $"It is valid only from {XsdDateTime.Write(issued)}.");
        return XsdDateTime.TryRead(assertion.Json.Text("expires"), out var expires) && _at > expires
            ? Failed("validityPeriod", ProblemTypes.Range, $"It expired on {XsdDateTime.Write(expires)}.") : Passed("validityPeriod");
    }

    private CheckResult Status()
    {
        var id = assertion.Json.Text("id")!;
        if (IsRevoked(assertion.Json) || (envelope is null && assertion.Load(id) is { } hosted && IsRevoked(hosted)))
            return Failed("status", ProblemTypes.StatusVerification, "It was revoked.");
        if (envelope is null)
            return assertion.Load(id) is null ? NotChecked("status", $"Whether it was revoked stands at {id}, which is not at hand.", ProblemTypes.StatusRetrieval) : Passed("status");
        if (assertion.IssuerId is not { } issuerId || assertion.Load(issuerId) is not { } profile)
            return NotChecked("status", "The issuer's profile is not at hand, so where its revocation list stands is not known.", ProblemTypes.StatusRetrieval);
        if (profile.IdOf("revocationList") is not { } address)
            return new CheckResult("status", CheckOutcome.NotApplicable, "The issuer's profile names no revocation list.");
        if (assertion.Load(address) is not { } list)
            return NotChecked("status", $"The revocation list {address} is not at hand.", ProblemTypes.StatusRetrieval);
        if (list.IdOf("issuer") is { } owner && owner != issuerId)
            return NotChecked("status", $"The revocation list {address} is that of {owner}.", ProblemTypes.StatusVerification);
        return list.Items("revokedAssertions").Any(entry => IsThis(entry, id)) ? Failed("status", ProblemTypes.StatusVerification, "It was revoked.") : Passed("status");
    }

    private bool IsThis(JsonNode? entry, string id) => entry is JsonObject told
        ? told.Text("id") == id || (told.Text("uid") is { } uid && uid == assertion.Json.Text("uid"))
        : entry.AsText() == id;

    private static bool IsRevoked(JsonObject json) => json["revoked"]?.GetValueKind() == System.Text.Json.JsonValueKind.True;

    private static IEnumerable<CheckResult> NotApplicable() =>
    [
        new("relatedResource", CheckOutcome.NotApplicable, "Open Badges 2.0 has no related resources with digests."),
        new("schema", CheckOutcome.NotApplicable, "It names no schema."),
        new("nested", CheckOutcome.NotApplicable, "No credential is inside."),
    ];

    /// <summary>The key's address: <c>creator</c>, in version 1 <c>url</c>; else the one key of the issuer's profile.</summary>
    private string? KeyId() => assertion.VerificationObject?.Text("creator") ?? assertion.VerificationObject?.Text("url")
        ?? (assertion.IssuerId is { } issuer && assertion.Load(issuer)?.Items("publicKey").ToList() is [var only] ? only is JsonObject key ? key.Text("id") : only.AsText() : null);

    private JsonObject? Key(string keyId) => assertion.Load(keyId)
        ?? (assertion.IssuerId is { } issuer ? assertion.Load(issuer)?.Items("publicKey").OfType<JsonObject>().FirstOrDefault(key => key.Text("id") == keyId) : null);

    private static CheckResult Passed(string check) => new(check, CheckOutcome.Passed);

    private static CheckResult Failed(string check, string problem, string reason) => new(check, CheckOutcome.Failed, reason, problem);

    private static CheckResult NotChecked(string check, string reason, string problem = ProblemTypes.ProofVerification) => new(check, CheckOutcome.NotChecked, reason, problem);
}
