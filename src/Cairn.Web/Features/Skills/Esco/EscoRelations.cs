using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Esco;

/// <summary>Which skills an occupation asks for: essential or optional. ESCO states neither levels nor weights.</summary>
internal sealed class EscoRelations
{
    private readonly Dictionary<(OccupationId, SkillId), OccupationSkill> _rows = [];
    private int _both;

    public IReadOnlyCollection<OccupationSkill> Rows => _rows.Values;
    public bool Found { get; private set; }

    public static EscoRelations Read(EscoFolder folder, EscoOccupations occupations, EscoSkills skills)
    {
        var read = new EscoRelations();
        read.Found = folder.Each("occupationSkillRelations", "occupationUri", table => read.Relation(table, occupations, skills));
        if (read._both > 0)
            folder.Remark($"{read._both} pairs are both essential and optional; they count as essential.");
        return read;
    }

    private Action Relation(SourceTable table, EscoOccupations occupations, EscoSkills skills)
    {
        int occupation = table.Column("occupationUri"), type = table.Column("relationType"), skill = table.Column("skillUri");
        return () =>
        {
            if (table[type] is not ("essential" or "optional"))
                table.Refuse(type, "essential or optional");
            else if (!occupations.TryFind(table[occupation], out var id))
                table.Refuse(occupation, "an occupation that stands in the table of occupations");
            else if (skills.TryFind(table, skill, out var skillId))
                Add(id, skillId, table[type] == "essential" ? OccupationSkillSource.EscoEssential : OccupationSkillSource.EscoOptional);
        };
    }

    private void Add(OccupationId id, SkillId skillId, OccupationSkillSource source)
    {
        if (_rows.TryGetValue((id, skillId), out var other) && other.Source != source)
            _both++;
        if (other is null || source == OccupationSkillSource.EscoEssential)
            _rows[(id, skillId)] = new OccupationSkill { OccupationId = id, SkillId = skillId, Source = source };
    }
}
