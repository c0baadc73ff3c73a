using Cairn.Credentials;
using Cairn.Web.Features.Shared;
using Mark = Cairn.Web.Drawing.Verdict;

namespace Cairn.Web.Features.Verification;

/// <summary>The one sentence above the rows, and the one under it. It follows the first check that failed, else the first that could not be made.</summary>
/// <param name="Mark">Its sign and colour.</param>
/// <param name="Title">The sentence.</param>
/// <param name="Lead">What that means.</param>
internal sealed record VerdictWords(Mark Mark, string Title, string Lead)
{
    private const int LongestName = 80;

    public static VerdictWords Of(CheckedAward award, Texts t)
    {
        var on = award.Report.SignedOn is { } day ? " " + t["on {0}", DateText.Long(DateOnly.FromDateTime(day.UtcDateTime))] : "";
        var id = ClaimedText.Shown(award.Says?.IssuerId ?? t["its issuer"], LongestName);
        // A key without a domain behind it bears the name that its maker gave it, or none.
        var signed = award.Says?.IssuerName is { } name && award.IssuerDomain is null
            ? t["Signed by a key that calls itself “{0}”{1}", ClaimedText.Shown(name, LongestName), on]
            : t["Signed by {0}{1}", award.Says?.IssuerName is { } named ? ClaimedText.Shown(named, LongestName) : id, on];
        return award.Report.Decisive switch
        {
            { Outcome: CheckOutcome.Failed } failed => Failed(failed, award, signed, t),
            { } open => Open(open, award, signed, t),
            null when !award.IsSigned => new(Mark.Pass, t["Every award inside holds"], t["This is a collection without a signature of its own: nobody says who put it together."]),
            null when award.IssuerDomain is null => new(Mark.Warn, t["{0}, unchanged", signed], t["Nothing in it has changed since. But anyone can make such a key and give it any name: ask the organisation whether it is theirs."]),
            null => new(Mark.Pass, t["{0}, unchanged", signed], t["Every check that applies was made and passed. Who stands before you, and how good the issuer is, no signature says."]),
        };
    }

    private static VerdictWords Failed(CheckResult failed, CheckedAward award, string signed, Texts t) => failed.Check switch
    {
        CheckNames.Structure => new(Mark.Fail, t["This is not an award that can be checked"], t["It does not have the form of one. Nothing in it can be relied on, so nothing from it is shown as fact."]),
        CheckNames.Context => new(Mark.Fail, t["Not signed by who it says: its words were bent"], t["What it says cannot be given the meaning that was signed, so nothing from it is shown as fact."]),
        CheckNames.Proof when failed.Problem == ProblemTypes.CryptographicSecurity => new(Mark.Fail, t["Not signed by who it says: it was changed after it was signed"], t["Nothing in this document can be relied on, so nothing from it is shown as fact."]),
        CheckNames.Proof => new(Mark.Fail, t["Not signed by who it says"], t["Its signature cannot be accepted. Nothing in this document can be relied on, so nothing from it is shown as fact."]),
        CheckNames.Issuer => new(Mark.Fail, t["Not signed by who it says"], t["It is signed, but with a key that does not belong to the issuer it names."]),
        // Who signed it is not known either, so that no sentence may begin with it.
        _ when !award.IsSigned => new(Mark.Fail, t["Not valid"], t["The rows below say why. Its signature was not found good either, so nothing from it is shown as fact."]),
        CheckNames.Status => new(Mark.Fail, t["{0}, and taken back since", signed], t["The issuer's own list says that it no longer stands."]),
        CheckNames.ValidityPeriod when award.Says?.ValidUntil is { } until && award.At > until => new(Mark.Fail, t["{0}, expired on {1}", signed, DateText.Long(DateOnly.FromDateTime(until.UtcDateTime))], t["An expired award is still a real award: it was earned, and its time has passed."]),
        CheckNames.ValidityPeriod => new(Mark.Fail, t["{0}, and not valid today", signed], t["Today does not lie within its dates."]),
        CheckNames.Holder => new(Mark.Fail, t["{0}, for somebody else", signed], t["The award is real, but it is not for the person you named."]),
        CheckNames.Nested => new(Mark.Fail, t["{0}, but an award inside does not hold", signed], t["At least one award inside is not what it says."]),
        _ => new(Mark.Fail, t["{0}, but something in it does not hold", signed], t["The rows below say what."]),
    };

    private static VerdictWords Open(CheckResult open, CheckedAward award, string signed, Texts t)
    {
        var others = award.Report.Checks.Count(check => check is { Outcome: CheckOutcome.NotChecked, Counts: true });
        if (!award.IsSigned)
            return new(Mark.Unknown, t["Its signature could not be checked"], t["It may be what it says, or not: nobody can tell from here. Nothing from it is shown as fact."]);
        var title = t.Many(others, "{1}, but one thing could not be checked", "{1}, but {0} things could not be checked", signed);
        return new(Mark.Unknown, title, open.Check == CheckNames.Status ? t["Whether it has since been taken back is not known."] : t["The rows below say what. It may matter."]);
    }
}
