using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Esco;

/// <summary>Skills, the groups they stand under, their kinds and names, and how they ask for each other.</summary>
internal sealed class EscoSkills
{
    private readonly Dictionary<string, Skill> _skills = new(StringComparer.Ordinal);
    private readonly List<SkillName> _names = [];
    private readonly HashSet<BroaderSkill> _broader = [];
    private readonly HashSet<RelatedSkill> _related = [];
    private readonly HashSet<(SkillId, string)> _named = [];

    public IReadOnlyCollection<Skill> Skills => _skills.Values;
    public IReadOnlyList<SkillName> Names => _names;
    public IReadOnlyCollection<BroaderSkill> Broader => _broader;
    public IReadOnlyCollection<RelatedSkill> Related => _related;
    public HashSet<string> Languages { get; } = new(StringComparer.Ordinal);
    public bool HasBroader { get; private set; }
    public bool HasRelated { get; private set; }

    public static EscoSkills Read(EscoFolder folder)
    {
        var read = new EscoSkills();
        foreach (var (language, path) in folder.Languages("skills"))
        {
            read.Languages.Add(language);
            folder.File(path, "conceptType", table => read.Concept(table, language, SkillKind.Skill));
        }

        if (read._skills.Count == 0)
            throw EscoFolder.Missing("skills");
        foreach (var (language, path) in folder.Languages("skillGroups"))
        {
            read.Languages.Add(language);
            folder.File(path, "conceptType", table => read.Concept(table, language, SkillKind.Group));
        }

        // Two collections say what the skill type does not: a language, and a skill that every work asks for.
        folder.Each("transversalSkillsCollection", "conceptType", table => read.Kind(table, SkillKind.Transversal), absent: "No skill is marked as transversal.");
        folder.Each("languageSkillsCollection", "conceptType", table => read.Kind(table, SkillKind.Language), absent: "No skill is marked as a language.");
        var pillar = folder.Each("broaderRelationsSkillPillar", "conceptType", read.BroaderThan);
        read.HasBroader = folder.Each("skillsHierarchy", "Level 0 URI", read.Hierarchy, ragged: true) || pillar;
        read.HasRelated = folder.Each("skillSkillRelations", "originalSkillUri", read.RelatedTo);
        return read;
    }

    public bool TryFind(SourceTable table, int uri, out SkillId id)
    {
        if (_skills.TryGetValue(table[uri], out var skill))
        {
            id = skill.Id;
            return true;
        }

        id = default;
        table.Refuse(uri, "a skill that stands in the table of skills or of skill groups");
        return false;
    }

    private Action Concept(SourceTable table, string language, SkillKind unlessKnowledge)
    {
        int uri = table.Column("conceptUri"), label = table.Column("preferredLabel"), alternates = table.Column("altLabels");
        int? type = table.OptionalColumn("skillType"), reuse = table.OptionalColumn("reuseLevel"), hidden = table.OptionalColumn("hiddenLabels"),
            description = table.OptionalColumn("description");
        return () =>
        {
            if (!EscoUri.TrySkill(table[uri], out var id))
                table.Refuse(uri, "the address of an ESCO skill");
            else if (table[label].Length == 0)
                table.Refuse(label, "a name");
            else if (!_named.Add((id, language)))
                table.Refuse(uri, "each address once");
            else
            {
                _skills.TryAdd(table[uri], new Skill
                {
                    Id = id,
                    Framework = EscoFolder.Framework,
                    Kind = table[type] == "knowledge" ? SkillKind.Knowledge : unlessKnowledge,
                    Uri = table[uri],
                    ReuseLevel = table[reuse] is { Length: > 0 } level ? level : null,
                });
                _names.AddRange(EscoLabels.Of(table[label], table[alternates], table[hidden], table[description]).Of(id, language));
            }
        };
    }

    private Action Kind(SourceTable table, SkillKind kind)
    {
        var uri = table.Column("conceptUri");
        return () =>
        {
            // A collection also lists groups, and concepts of a newer version than the skills beside it.
            if (_skills.TryGetValue(table[uri], out var skill) && skill.Kind != SkillKind.Group)
                _skills[table[uri]] = skill with { Kind = kind };
        };
    }

    private Action BroaderThan(SourceTable table)
    {
        int uri = table.Column("conceptUri"), parent = table.Column("broaderUri");
        return () =>
        {
            if (TryFind(table, uri, out var id) && TryFind(table, parent, out var broaderId))
                _broader.Add(new BroaderSkill { SkillId = id, BroaderId = broaderId });
        };
    }

    private Action Hierarchy(SourceTable table)
    {
        int[] levels = [.. Enumerable.Range(0, 4).Select(level => table.Column($"Level {level} URI"))];
        return () =>
        {
            for (var level = 1; level < levels.Length && table[levels[level]].Length > 0; level++)
            {
                if (TryFind(table, levels[level], out var id) && TryFind(table, levels[level - 1], out var parent))
                    _broader.Add(new BroaderSkill { SkillId = id, BroaderId = parent });
            }
        };
    }

    private Action RelatedTo(SourceTable table)
    {
        int from = table.Column("originalSkillUri"), to = table.Column("relatedSkillUri"), type = table.Column("relationType");
        return () =>
        {
            if (table[type] is not ("essential" or "optional"))
                table.Refuse(type, "essential or optional");
            else if (TryFind(table, from, out var id) && TryFind(table, to, out var relatedId))
                _related.Add(new RelatedSkill { SkillId = id, RelatedId = relatedId, Essential = table[type] == "essential" });
        };
    }
}
