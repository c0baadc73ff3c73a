using Cairn.Web.Features.Shared;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>One line under a text box.</summary>
/// <param name="Kind"><c>occupation</c> or <c>skill</c>.</param>
/// <param name="Id">Natural key.</param>
/// <param name="Label">Its name in the reader's language, or the nearest there is.</param>
/// <param name="Detail">Which other name fits, and how many programs teach it.</param>
/// <param name="Href">Where choosing it leads; null when choosing only fills in the name.</param>
internal sealed record Suggestion(string Kind, string Id, string Label, string Detail, string? Href);

/// <summary>Which entries a text box offers.</summary>
internal enum SuggestKind
{
    All,
    Occupation,
    Skill,
}

/// <summary>Offers occupations and skills for what was typed so far: by title, other title, beginning or near spelling.</summary>
internal sealed class Suggest(Texts t)
{
    public const int Usual = 8;
    public const int Most = 50;

    public IReadOnlyList<Suggestion> Run(CatalogueIndex index, string typed, SuggestKind kind, int limit, string language, Func<EntryKind, string, string?> address)
    {
        var matches = index.Labels.Find(typed, label => Fits(kind, label, index), Math.Clamp(limit, 1, Most));
        return
        [
            .. matches.Select(match =>
            {
                var isOccupation = match.Kind == EntryKind.Occupation;
                var id = isOccupation ? index.Occupations[match.Entry].Id.Value : index.Skills[match.Entry].Id.Value;
                var name = (isOccupation ? index.Occupations[match.Entry].Names : index.Skills[match.Entry].Names).In(language);
                return new Suggestion(isOccupation ? "occupation" : "skill", id, name.Text, Detail(index, match, name.Text), address(match.Kind, id));
            }),
        ];
    }

    // The generic skills, abilities and activities of O*NET are shown in a gap; nobody sets out to learn "Near Vision".
    private static bool Fits(SuggestKind kind, LabelOf label, CatalogueIndex index) => label.Kind == EntryKind.Occupation
        ? kind != SuggestKind.Skill
        : kind != SuggestKind.Occupation && index.Skills[label.Entry].Kind is not (SkillKind.Ability or SkillKind.WorkActivity);

    private string Detail(CatalogueIndex index, LabelMatch match, string name)
    {
        var parts = new List<string>();
        if (match.Name == NameKind.Alternate && !string.Equals(match.Text, name, StringComparison.OrdinalIgnoreCase))
            parts.Add(t["also called {0}", match.Text]);
        if (match.Kind == EntryKind.Skill)
            parts.Add(t.Many(index.Skills[match.Entry].Programs.Length, "skill, {0:N0} program", "skill, {0:N0} programs"));
        else
            parts.Add(t["occupation, {0}", FrameworkWords.Short(index.Occupations[match.Entry].Framework)]);
        return string.Join(" · ", parts);
    }
}

/// <summary>Frameworks as people call them.</summary>
internal static class FrameworkWords
{
    public static string Short(string framework) => framework switch
    {
        "onet" => "O*NET",
        "esco" => "ESCO",
        "bls" => "BLS",
        _ => framework,
    };

    /// <summary>Its name and version, where its files say one.</summary>
    public static string Edition(Features.Skills.Framework framework) =>
        framework.Version == Features.Skills.Framework.NotStated ? framework.Name : $"{framework.Name} {framework.Version}";
}
