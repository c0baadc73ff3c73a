using System.Buffers;
using System.Globalization;
using System.Text.Json.Nodes;
using Cairn.Credentials.Checks;
using Cairn.Credentials.Json;

namespace Cairn.Credentials;

/// <summary>
/// The verdict as one sentence for people: the same on pages, at the command line and from the API. It names issuer and date only when the proof is good
/// and the issuer controls the key; before that nothing in the document is a fact.
/// </summary>
internal static class VerdictSentence
{
    private const int LongestName = 100;

    /// <summary>Marks and ends of lines that change the direction of what follows (Unicode Standard Annex 9). Joiners stay: names in Persian and Hindi need them.</summary>
    private static readonly SearchValues<char> TurnsAround = SearchValues.Create("\u061C\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    public static string OfUnreadable(string reason) => $"Not readable as a credential. {reason}";

    public static string Of(IReadOnlyList<CheckResult> rows, Verification verification) =>
        Of(rows, verification.Options, () => SignedBy(verification), Expired(verification), verification.Nested.Count > 0);

    /// <param name="rows">The report.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="signedBy">Who vouches for it, and when; asked for only when that is proved.</param>
    /// <param name="expired">When it expired; null when it did not.</param>
    /// <param name="hasInside">Whether credentials inside it were verified.</param>
    public static string Of(IReadOnlyList<CheckResult> rows, VerificationOptions options, Func<string> signedBy, DateTimeOffset? expired, bool hasInside)
    {
        var failed = rows.FirstOrDefault(row => row.Outcome == CheckOutcome.Failed);
        var open = rows.FirstOrDefault(row => row is { Outcome: CheckOutcome.NotChecked, Counts: true });
        if (failed is { Check: CheckNames.Structure or CheckNames.Context or CheckNames.Proof or CheckNames.Issuer })
            return $"Not signed by who it says. {failed.Reason}";
        if (options.ProofOnly)
            return open is null ? "The signature is good; whose it is was not asked." : $"The signature could not be checked. {open.Reason}";
        var signed = CheckList.IsProved(rows) ? signedBy() : null;
        return (failed?.Check, signed) switch
        {
            (null, _) when open is not null => signed is null ? $"Could not be checked. {open.Reason}" : $"{signed}, but one thing could not be checked. {open.Reason}",
            (null, null) => hasInside ? "Nobody signed the presentation; the credentials in it are valid." : "Nobody signed it, and there is nothing in it to rely on.",
            (null, _) => $"{signed}, and nothing speaks against it.",
            (_, null) => $"Not valid. {failed!.Reason}",
            (CheckNames.Status, _) => $"{signed}, and {(failed!.Reason!.StartsWith(IsNotRevoked.Suspended, StringComparison.Ordinal) ? "suspended" : "revoked")} since.",
            (CheckNames.ValidityPeriod, _) => expired is { } end ? $"{signed}, expired on {Day(end)}." : $"{signed}, but not valid yet. {failed!.Reason}",
            _ => $"{signed}, but it is not valid. {failed!.Reason}",
        };
    }

    /// <summary>Names are the issuer's words: on one line, not endless, and without signs that turn the text around.</summary>
    public static string Shown(string text)
    {
        var plain = string.Concat(text.Select(letter => char.IsControl(letter) || TurnsAround.Contains(letter) ? '\uFFFD' : letter));
        return JsonReading.Cut(plain, LongestName);
    }

    private static string SignedBy(Verification verification)
    {
        var party = verification.Json[verification.IsPresentation ? "holder" : "issuer"];
        var id = (party as JsonObject)?.Text("id") ?? party.AsText() ?? "nobody";
        var name = (party as JsonObject)?["name"] switch { JsonObject value => value.Text("@value"), var value => value.AsText() };
        var who = name is null ? Shown(id) : $"{Shown(name)} ({Shown(id)})";
        return SignedOn(verification) is { } date ? $"Signed by {who} on {Day(date)}" : $"Signed by {who}";
    }

    /// <summary>The date in the first proof that has one. A JSON Web Signature says none.</summary>
    public static DateTimeOffset? SignedOn(Verification verification)
    {
        var created = verification.Envelope is null ? verification.Json.Items("proof").Select(proof => (proof as JsonObject)?.Text("created")).FirstOrDefault(date => date is not null) : null;
        return XsdDateTime.TryRead(created, out var date) ? date : null;
    }

    private static DateTimeOffset? Expired(Verification verification) =>
        XsdDateTime.TryRead(verification.Json.Text("validUntil") ?? verification.Json.Text("expirationDate"), out var end) && verification.At > end ? end : null;

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
