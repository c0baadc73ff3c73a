using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Goals;

/// <summary>What a typed text may mean.</summary>
/// <param name="Certain">The one entry it names, or null.</param>
/// <param name="Possible">What it may mean, likeliest first; empty when nothing here is called so.</param>
internal sealed record Reading(Suggestion? Certain, IReadOnlyList<Suggestion> Possible);

/// <summary>Reads a job or a skill as people type it. One entry is taken only if it is called exactly so; else the person picks.</summary>
internal sealed class FindGoal(Suggest suggest)
{
    private const int Offered = 12;

    public Reading Run(CatalogueIndex index, string typed, SuggestKind kind, string language)
    {
        if (kind == SuggestKind.Occupation && !HasWord(typed))
            return new Reading(null, []);
        var found = suggest.Run(index, typed.Trim(), kind, Offered, language, (_, id) => id);
        var exact = found.Where(one => string.Equals(one.Label, typed.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return new Reading(exact.Count == 1 ? exact[0] : null, found);
    }

    /// <summary>No job is called by single letters; nearly every job has a word that begins with one.</summary>
    private static bool HasWord(string typed) => typed.Where((letter, i) => char.IsLetter(letter) && i + 1 < typed.Length && char.IsLetter(typed[i + 1])).Any();

    public static string? NameOf(CatalogueIndex index, OccupationId id, string language) =>
        index.OccupationNumbers.TryGetValue(id, out var number) ? index.Occupations[number].Names.In(language).Text : null;

    public static LocalName? NameOf(CatalogueIndex index, SkillId id, string language) =>
        index.SkillNumbers.TryGetValue(id, out var number) ? index.Skills[number].Names.In(language) : null;
}
