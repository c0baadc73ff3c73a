using Cairn.Credentials;
using Cairn.Web.Features.Shared;
using Mark = Cairn.Web.Drawing.Verdict;

namespace Cairn.Web.Features.Verification;

/// <summary>A row of the report as a person reads it.</summary>
/// <param name="Name">What was checked, in a word or two.</param>
/// <param name="Mark">How it ended.</param>
/// <param name="Said">One sentence or two.</param>
internal sealed record ReportRow(string Name, Mark Mark, string Said);

/// <summary>
/// Puts the checks of the library into words: readable, signature, the two rows of the issuer, taken back, dates, holder, evidence. A check that
/// was left out because one before it failed says so. Nothing of the award stands in a row unless its signature holds.
/// </summary>
internal sealed class ReportRows(Texts t)
{
    private const int LongestDomain = 253;

    /// <summary>All rows, in the order in which they are read.</summary>
    public IEnumerable<ReportRow> Of(CheckedAward award)
    {
        yield return Readable(award);
        yield return Row(award, CheckNames.Proof, t["Signature"], Signature);
        yield return Row(award, CheckNames.Issuer, t["Issuer"], Issuer);
        if (award.Outcome(CheckNames.Issuer) == CheckOutcome.Passed)
            yield return new ReportRow(t["Register"], Mark.Warn, t["No register that this site reads lists the issuer. That says nothing about its quality."]);
        foreach (var status in award.Report.Checks.Where(check => check.Check == CheckNames.Status))
            yield return Row(award, status, t["Taken back?"], TakenBack);
        yield return Row(award, CheckNames.ValidityPeriod, t["Dates"], Dates);
        yield return award.Outcome(CheckNames.Holder) is null && award.IsSigned
            ? new ReportRow(t["Holder"], Mark.Warn, t["Not compared. This shows that the award exists, not that the person in front of you earned it."])
            : Row(award, CheckNames.Holder, t["Holder"], Holder);
        yield return Row(award, CheckNames.RelatedResource, t["Evidence"], Evidence);
    }

    /// <summary>What is left for "how we checked": schema and what is inside.</summary>
    public IEnumerable<ReportRow> Further(CheckedAward award)
    {
        yield return Row(award, CheckNames.Schema, t["Form"], (check, _) => check.Outcome switch
        {
            CheckOutcome.Passed => t["It keeps to the published schema of its kind."],
            CheckOutcome.Failed => t["It does not keep to the published schema it names."],
            CheckOutcome.NotChecked => t["Its schema is not at hand, so its form was not compared."],
            _ => t["It names no schema that this site has."],
        });
        yield return Row(award, CheckNames.Nested, t["Awards inside"], (check, _) => check.Outcome switch
        {
            CheckOutcome.Passed => t["Every award inside holds by itself."],
            CheckOutcome.Failed => t["An award inside does not hold."],
            CheckOutcome.NotChecked => t["An award inside could not be checked."],
            _ => t["There is none inside with a signature of its own."],
        });
    }

    private ReportRow Readable(CheckedAward award)
    {
        var (structure, context) = (award.Outcome(CheckNames.Structure), award.Outcome(CheckNames.Context));
        var (mark, said) = (structure, context) switch
        {
            (CheckOutcome.Failed, _) => (Mark.Fail, t["It does not have the form of an award, so nothing in it can be relied on."]),
            (_, CheckOutcome.Failed) => (Mark.Fail, t["Its words cannot be given the meaning that was signed."]),
            (_, CheckOutcome.NotChecked) => (Mark.Unknown, t["What some of its words mean is defined where this site cannot look."]),
            _ => (Mark.Pass, t["It has the form of {0}, and every part of it can be read.", Kind(award)]),
        };
        return new ReportRow(t["Readable"], mark, said);
    }

    private string Signature(CheckResult check, CheckedAward award) => check.Outcome switch
    {
        CheckOutcome.Passed when award.Report.SignedOn is { } day => t["It was signed on {0}, and nothing in it has changed since.", DateText.Long(DateOnly.FromDateTime(day.UtcDateTime))],
        CheckOutcome.Passed => t["It is signed, and nothing in it has changed since."],
        CheckOutcome.NotApplicable => t["It has no signature of its own. Each award inside has one."],
        CheckOutcome.Failed when check.Problem == ProblemTypes.CryptographicSecurity => t["The signature does not match the text. Either the text or the signature was altered."],
        CheckOutcome.Failed => t["The signature cannot be accepted."],
        _ => t["Could not be checked: the signer's key, or the way of signing, is not known here."],
    };

    private string Issuer(CheckResult check, CheckedAward award) => check.Outcome switch
    {
        CheckOutcome.Passed when award.IssuerDomain is { } domain => t["The key belongs to the domain {0}.", ClaimedText.Shown(domain, LongestDomain)],
        CheckOutcome.Passed => t["It was signed with the issuer's own key. No domain stands behind that key: anyone can make one and give it any name."],
        CheckOutcome.Failed => t["The key does not belong to the issuer that the award names."],
        CheckOutcome.NotApplicable => t["There is no issuer to compare."],
        _ => t["Could not be checked: whose key it is was not found out."],
    };

    private string TakenBack(CheckResult check, CheckedAward award) => check.Outcome switch
    {
        CheckOutcome.Passed => t["The issuer's list says that it has not been taken back."],
        CheckOutcome.Failed => t["The issuer has taken it back, or suspended it."],
        CheckOutcome.NotApplicable => t["The award names no list on which it could be taken back."],
        _ => t["Could not be checked: the issuer's list stands at an address that this site does not open. It may have been taken back."],
    };

    private string Dates(CheckResult check, CheckedAward award)
    {
        var (from, until) = (Day(award.Says?.ValidFrom), Day(award.Says?.ValidUntil));
        return check.Outcome switch
        {
            CheckOutcome.Failed when until is not null && award.At > award.Says!.ValidUntil => t["It expired on {0}. An expired award is still a real award.", until],
            CheckOutcome.Failed when from is not null && award.At < award.Says!.ValidFrom => t["It is valid only from {0}.", from],
            CheckOutcome.Failed => t["Its dates cannot be right."],
            CheckOutcome.NotChecked => t["Its dates could not be checked."],
            _ when from is not null && until is not null => t["Today lies within its dates, {0} to {1}.", from, until],
            _ when from is not null => t["It is valid from {0} and names no end.", from],
            _ when until is not null => t["It is valid until {0}.", until],
            _ => t["It names no dates."],
        };
    }

    private string Holder(CheckResult check, CheckedAward award) => check.Outcome switch
    {
        CheckOutcome.Passed => t["The award is for “{0}”, whom you named.", award.Holder],
        CheckOutcome.Failed => t["The award is not for “{0}”.", award.Holder],
        _ => t["The award does not say for whom it is in a way that can be compared with “{0}”.", award.Holder],
    };

    private string Evidence(CheckResult check, CheckedAward award) => check.Outcome switch
    {
        CheckOutcome.Passed => t["Everything attached is as it was when it was signed."],
        CheckOutcome.Failed => t["Something attached is not what was signed."],
        CheckOutcome.NotChecked => t["Could not be checked: something attached stands at an address that this site does not open."],
        _ => t["Nothing is attached that could be compared."],
    };

    private string Kind(CheckedAward award) => award.Says switch
    {
        { IsOpenBadges2: true } => t["an Open Badges 2.0 award"],
        { Types: var types } when types.Contains("OpenBadgeCredential") || types.Contains("AchievementCredential") => t["an Open Badges 3.0 award"],
        { Types: var types } when types.Contains("ClrCredential") => t["a learner record (CLR 2.0)"],
        { Types: var types } when types.Contains("EndorsementCredential") => t["an endorsement"],
        { Types: var types } when types.Contains("VerifiablePresentation") => t["a presentation of awards"],
        _ => t["a verifiable credential"],
    };

    private ReportRow Row(CheckedAward award, string check, string name, Func<CheckResult, CheckedAward, string> say) =>
        Row(award, award.Report.Checks.FirstOrDefault(row => row.Check == check) ?? new CheckResult(check, CheckOutcome.NotApplicable), name, say);

    private ReportRow Row(CheckedAward award, CheckResult check, string name, Func<CheckResult, CheckedAward, string> say)
    {
        if (check is { Outcome: CheckOutcome.NotChecked, Counts: false })
        {
            return new ReportRow(name, Mark.NotApplicable, award.Outcome(CheckNames.Structure) == CheckOutcome.Failed
                ? t["Not looked at, because it does not have the form of an award."]
                : t["Not looked at, because the signature failed."]);
        }

        var mark = check.Outcome switch
        {
            CheckOutcome.Passed when check.Check == CheckNames.Issuer && award.IssuerDomain is null => Mark.Warn,
            CheckOutcome.Passed => Mark.Pass,
            CheckOutcome.Failed => Mark.Fail,
            CheckOutcome.NotChecked => Mark.Unknown,
            _ => Mark.NotApplicable,
        };
        return new ReportRow(name, mark, say(check, award));
    }

    private static string? Day(DateTimeOffset? moment) => moment is { } day ? DateText.Long(DateOnly.FromDateTime(day.UtcDateTime)) : null;
}
