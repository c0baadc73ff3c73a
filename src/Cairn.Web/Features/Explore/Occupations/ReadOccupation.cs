using Cairn.Web.Data;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using MatchType = Cairn.Web.Features.Skills.MatchType;

namespace Cairn.Web.Features.Explore.Occupations;

/// <summary>Everything that is known of one occupation, entry conditions first.</summary>
internal sealed record OccupationFacts
{
    public required int Number { get; init; }
    public required Occupation Occupation { get; init; }
    public required LocalName? Description { get; init; }
    public required IReadOnlyList<LocalName> OtherTitles { get; init; }
    public required IReadOnlyList<EntryCondition> Entry { get; init; }
    public required IReadOnlyList<Wage> Wages { get; init; }
    public required IReadOnlyList<Outlook> Outlooks { get; init; }
    public required IReadOnlyList<int> Related { get; init; }
    public required IReadOnlyList<(int Occupation, MatchType Type)> Matches { get; init; }
    public required Framework? Framework { get; init; }
}

/// <summary>Reads one occupation for its page.</summary>
internal sealed class ReadOccupation(CairnDb db)
{
    /// <summary>Null when there is no such occupation.</summary>
    public async Task<OccupationFacts?> RunAsync(CatalogueIndex index, OccupationId id, string language, CancellationToken cancel)
    {
        var occupation = await db.Set<Occupation>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (occupation is null || !index.OccupationNumbers.TryGetValue(id, out var number))
            return null;
        var names = EntryNames.Of(await db.Set<OccupationName>().AsNoTracking().Where(name => name.OccupationId == id).ToListAsync(cancel));
        var shown = index.Occupations[number].Names.In(language);
        var related = await db.Set<RelatedOccupation>().AsNoTracking().Where(row => row.OccupationId == id).OrderBy(row => row.Rank).Select(row => row.RelatedId).ToListAsync(cancel);
        return new OccupationFacts
        {
            Number = number,
            Occupation = occupation,
            Description = names.Description(language),
            OtherTitles = [.. names.OtherThan(shown)],
            Entry = await db.Set<EntryCondition>().AsNoTracking().Where(row => row.OccupationId == id).ToListAsync(cancel),
            Wages = await db.Set<Wage>().AsNoTracking().Where(row => row.OccupationId == id).OrderByDescending(row => row.AsOf).ToListAsync(cancel),
            Outlooks = await db.Set<Outlook>().AsNoTracking().Where(row => row.OccupationId == id).OrderByDescending(row => row.FromYear).ToListAsync(cancel),
            Related = [.. related.Where(index.OccupationNumbers.ContainsKey).Select(other => index.OccupationNumbers[other])],
            Matches = await ReadMatchesAsync(index, id, cancel),
            Framework = await db.Set<Framework>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == occupation.Framework, cancel),
        };
    }

    /// <summary>What the other framework calls it; the match type says what the other is to this one.</summary>
    private async Task<List<(int, MatchType)>> ReadMatchesAsync(CatalogueIndex index, OccupationId id, CancellationToken cancel)
    {
        var matches = await db.Set<OccupationMatch>().AsNoTracking().Where(row => row.OccupationId == id || row.MatchId == id).ToListAsync(cancel);
        return
        [
            .. matches.Select(row => row.OccupationId == id ? (Other: row.MatchId, row.Type) : (Other: row.OccupationId, Type: Turned(row.Type)))
                .Where(match => index.OccupationNumbers.ContainsKey(match.Other))
                .Select(match => (index.OccupationNumbers[match.Other], match.Type))
                .DistinctBy(match => match.Item1)
                .OrderBy(match => match.Type),
        ];
    }

    private static MatchType Turned(MatchType type) => type switch
    {
        MatchType.Narrow => MatchType.Broad,
        MatchType.Broad => MatchType.Narrow,
        _ => type,
    };
}
