using Cairn.Web.Data;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>Skills and occupations as they were read, with every label of them.</summary>
/// <param name="SkillNumbers">By every id, also those that are the same skill under another id.</param>
internal sealed record EntriesRead(SkillRow[] Skills, Dictionary<SkillId, int> SkillNumbers, OccupationRow[] Occupations, Dictionary<OccupationId, int> OccupationNumbers, IReadOnlyList<Label> Labels);

/// <summary>Reads the skills and occupations of the catalogue.</summary>
internal sealed class ReadEntries(CairnDb db)
{
    public async Task<EntriesRead> RunAsync(CancellationToken cancel)
    {
        var labels = new List<Label>();
        var (occupations, occupationNumbers) = await OccupationsAsync(labels, cancel);
        var (skills, skillNumbers) = await SkillsAsync(labels, cancel);
        await CountOccupationsAsync(skills, skillNumbers, cancel);
        return new(skills, skillNumbers, occupations, occupationNumbers, labels);
    }

    private async Task<(OccupationRow[] Occupations, Dictionary<OccupationId, int> Numbers)> OccupationsAsync(List<Label> labels, CancellationToken cancel)
    {
        var openings = (await db.Set<Outlook>().AsNoTracking().Select(outlook => new { outlook.OccupationId, outlook.OpeningsPerYear, outlook.GroupTitle }).ToListAsync(cancel))
            .GroupBy(outlook => outlook.OccupationId)
            .ToDictionary(group => group.Key, group => group.Max(outlook => outlook.GroupTitle is null ? outlook.OpeningsPerYear : outlook.OpeningsPerYear / 4));
        var rows = (await db.Set<Occupation>().AsNoTracking().ToListAsync(cancel)).OrderBy(occupation => occupation.Id.Value, StringComparer.Ordinal)
            .Select(occupation => new OccupationRow
            {
                Id = occupation.Id, Framework = string.Intern(occupation.Framework), Code = occupation.Code, JobZone = occupation.JobZone, Names = [],
                Openings = openings.GetValueOrDefault(occupation.Id),
            }).ToArray();
        var numbers = Numbers.Of(rows, row => row.Id);
        var preferred = new Dictionary<int, List<LocalName>>();
        var names = db.Set<OccupationName>().AsNoTracking().Where(name => name.Kind != NameKind.Description)
            .Select(name => new { name.OccupationId, name.Language, name.Kind, name.Text });
        await foreach (var name in names.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!numbers.TryGetValue(name.OccupationId, out var number))
                continue;
            var language = string.Intern(name.Language);
            labels.Add(new(new(EntryKind.Occupation, number, name.Kind), language, name.Text));
            if (name.Kind == NameKind.Preferred)
                preferred.Append(number, new(language, name.Text));
        }

        foreach (var (number, of) in preferred)
            rows[number].Names = InOrder(of);
        return (rows, numbers);
    }

    private async Task<(SkillRow[] Skills, Dictionary<SkillId, int> Numbers)> SkillsAsync(List<Label> labels, CancellationToken cancel)
    {
        // Two frameworks may name the same skill: one row, found by the labels and ids of both.
        var shown = await db.Set<SameSkill>().AsNoTracking().ToDictionaryAsync(same => same.OtherId, same => same.SkillId, cancel);
        var all = await db.Set<Skill>().AsNoTracking().Where(skill => skill.Kind != SkillKind.Group).ToListAsync(cancel);
        var rows = all.Where(skill => !shown.ContainsKey(skill.Id)).OrderBy(skill => skill.Id.Value, StringComparer.Ordinal)
            .Select(skill => new SkillRow { Id = skill.Id, Framework = string.Intern(skill.Framework), Kind = skill.Kind, Hot = skill.Hot, Names = [] }).ToArray();
        var numbers = Numbers.Of(rows, row => row.Id);
        foreach (var (other, one) in shown)
        {
            if (numbers.TryGetValue(one, out var number))
                numbers[other] = number;
        }

        var preferred = new Dictionary<int, List<LocalName>>();
        var names = db.Set<SkillName>().AsNoTracking().Where(name => name.Kind != NameKind.Description)
            .Select(name => new { name.SkillId, name.Language, name.Kind, name.Ordinal, name.Text });
        await foreach (var name in names.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!numbers.TryGetValue(name.SkillId, out var number))
                continue;
            // What the other framework prefers is another name here.
            var kind = name.Kind == NameKind.Preferred && shown.ContainsKey(name.SkillId) ? NameKind.Alternate : name.Kind;
            var language = string.Intern(name.Language);
            labels.Add(new(new(EntryKind.Skill, number, kind), language, name.Text));
            if (kind == NameKind.Preferred)
                preferred.Append(number, new(language, name.Text));
        }

        foreach (var (number, of) in preferred)
            rows[number].Names = InOrder(of);
        return (rows, numbers);
    }

    private async Task CountOccupationsAsync(SkillRow[] skills, Dictionary<SkillId, int> skillNumbers, CancellationToken cancel)
    {
        var asked = await db.Set<OccupationSkill>().AsNoTracking().Where(link => !link.NotRelevant)
            .GroupBy(link => link.SkillId).Select(group => new { group.Key, Count = group.Select(link => link.OccupationId).Distinct().Count() }).ToListAsync(cancel);
        foreach (var of in asked)
        {
            if (skillNumbers.TryGetValue(of.Key, out var number))
                skills[number].Occupations += of.Count;
        }
    }

    private static LocalName[] InOrder(List<LocalName> names) => [.. names.OrderBy(name => name.Language, StringComparer.Ordinal)];
}
