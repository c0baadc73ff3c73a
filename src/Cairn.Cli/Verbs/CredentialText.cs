using System.Globalization;
using System.Text;
using Cairn.Credentials.Models;

namespace Cairn.Cli.Verbs;

/// <summary>What a credential says, in rows of a label and words. Whatever it does not say has no row.</summary>
internal static class CredentialText
{
    private const string NothingWasChecked = "This is what the document says. Nothing was checked: not who wrote it, not whether it was changed, revoked or expired.";

    /// <summary>Longer texts are cut, so that a terminal is not filled by one of them.</summary>
    private const int LongestText = 400;

    private const int MostInside = 100;

    internal static string Of(CredentialView view)
    {
        var text = new StringBuilder(NothingWasChecked).Append('\n').Append('\n');
        Append(text, view, "");
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, CredentialView view, string indent)
    {
        void Row(string label, string? words)
        {
            if (!string.IsNullOrWhiteSpace(words))
            {
                text.Append(indent).Append(label.PadRight(14)).Append(Shown(words)).Append('\n');
            }
        }

        Row("Kind", Kind(view));
        Row("Name", view.Name);
        Row("Description", view.Description ?? view.AchievementDescription);
        Row("Says it is by", Named(view.IssuerName, view.IssuerId));
        Row("About", Named(view.SubjectName, view.SubjectId));
        foreach (IdentityView identity in view.Identities)
        {
            Row("About", $"{identity.Text} ({identity.Type}{(identity.IsHashed ? ", hashed" : "")})");
        }

        Row("Achievement", view.AchievementName == view.Name ? view.AchievementId : Named(view.AchievementName, view.AchievementId));
        Row("Type", view.AchievementType);
        Row("Criteria", view.CriteriaNarrative);
        Row("Criteria", view.CriteriaUrl);
        Row("From", Date(view.ValidFrom));
        Row("Until", Date(view.ValidUntil));
        Row("First awarded", Date(view.AwardedDate));
        foreach (ResultView result in view.Results)
        {
            Row("Result", string.Join(", ", new[] { result.Name, result.Value, result.Level, result.Status }.Where(part => part is not null)));
        }

        foreach (AlignmentView alignment in view.Alignments)
        {
            Row("Skill", Named(alignment.Name, string.Join(" ", new[] { alignment.Framework, alignment.Code, alignment.Url }.Where(part => part is not null))));
        }

        Row("Tags", string.Join(", ", view.Tags));
        foreach (EvidenceView evidence in view.Evidence)
        {
            Row("Evidence", Named(evidence.Name ?? evidence.Description ?? evidence.Narrative, evidence.Url));
        }

        Row("Comment", view.EndorsementComment);
        foreach (CredentialView endorsement in view.Endorsements)
        {
            Row("Endorsed by", Named(endorsement.IssuerName, endorsement.IssuerId) + (endorsement.EndorsementComment is { } comment ? $": {comment}" : ""));
        }

        Row("Picture", view.Image?.StartsWith("data:", StringComparison.Ordinal) == true ? "inside the document" : view.Image);
        AppendInside(text, view, indent);
    }

    private static void AppendInside(StringBuilder text, CredentialView view, string indent)
    {
        if (indent.Length > 8)
        {
            return;
        }

        foreach (CredentialView inside in view.Credentials.Take(MostInside))
        {
            text.Append('\n').Append(indent).Append("Inside it:\n");
            Append(text, inside, indent + "  ");
        }

        if (view.Credentials.Count > MostInside)
        {
            text.Append('\n').Append(indent).Append(CultureInfo.InvariantCulture, $"Inside it are {view.Credentials.Count - MostInside} more.\n");
        }
    }

    private static string Kind(CredentialView view) => view.IsOpenBadges2 ? "Open Badges 2.0 assertion"
        : view.Types.Count == 0 ? "no type" : string.Join(", ", view.Types.Count > 1 ? view.Types.Where(type => type != "VerifiableCredential") : view.Types);

    private static string? Named(string? name, string? id) => string.IsNullOrEmpty(id) ? name : name is null ? id : $"{name} ({id})";

    private static string? Date(DateTimeOffset? date) => date?.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Shown(string words)
    {
        string plain = Plain.Text(words.ReplaceLineEndings(" ").Trim());
        // No pair of surrogates is cut in two.
        return plain.Length <= LongestText ? plain : plain[..(char.IsHighSurrogate(plain[LongestText - 1]) ? LongestText - 1 : LongestText)] + " …";
    }
}
