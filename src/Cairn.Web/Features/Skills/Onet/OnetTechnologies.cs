using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Onet;

/// <summary>
/// Technologies that occupations use. Hot is a property of the technology (asked for across occupations), in demand one of the pair (asked for
/// in this occupation). Each stands under the kinds of software it is listed as.
/// </summary>
internal sealed class OnetTechnologies
{
    public const string Prefix = "onet-tech:";
    public const string KindPrefix = "onet-unspsc:";

    private readonly Dictionary<SkillId, Skill> _skills = [];
    private readonly Dictionary<SkillId, NameRows> _names = [];
    private readonly Dictionary<string, SkillId> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(OccupationId, SkillId), OccupationSkill> _uses = [];
    private readonly HashSet<BroaderSkill> _broader = [];

    public IReadOnlyCollection<Skill> Skills => _skills.Values;
    public IReadOnlyCollection<OccupationSkill> Uses => _uses.Values;
    public IReadOnlyCollection<BroaderSkill> Broader => _broader;
    public IEnumerable<SkillName> Names => _names.SelectMany(pair => pair.Value.Of(pair.Key, OnetFolder.Language));
    public bool Found { get; private set; }

    public static OnetTechnologies Read(OnetFolder folder, OnetOccupations occupations)
    {
        var read = new OnetTechnologies();
        read.Found = folder.Each("Technology Skills", table => read.Use(table, occupations));
        return read;
    }

    private Action Use(SourceTable table, OnetOccupations occupations)
    {
        int code = table.Column("O*NET-SOC Code"), example = table.Column("Example");
        int? commodity = table.OptionalColumn("Commodity Code"), title = table.OptionalColumn("Commodity Title"),
            hot = table.OptionalColumn("Hot Technology"), demand = table.OptionalColumn("In Demand");
        return () =>
        {
            if (!occupations.TryFind(table, code, out var occupation))
                return;
            if (table[example].Length == 0)
            {
                table.Refuse(example, "the name of a technology");
                return;
            }

            var skill = Technology(table[example], OnetFolder.YesNo(table[hot]) == true);
            var use = _uses.GetValueOrDefault((occupation, skill))
                ?? new OccupationSkill { OccupationId = occupation, SkillId = skill, Source = OccupationSkillSource.OnetTechnology };
            _uses[(occupation, skill)] = use with { InDemand = use.InDemand || OnetFolder.YesNo(table[demand]) == true };
            if (table[commodity].Length > 0)
                _broader.Add(new BroaderSkill { SkillId = skill, BroaderId = KindOfSoftware(table[commodity], table[title]) });
        };
    }

    private SkillId Technology(string example, bool hot)
    {
        if (!_ids.TryGetValue(example, out var id))
        {
            id = new SkillId(Prefix + TechnologySlug.Of(example));
            _ids.Add(example, id);
            if (!_names.TryAdd(id, new NameRows().Preferred(example)))
                _names[id].Alternate(example);
        }

        // Hot in one row is hot: it is said of the technology, not of the row.
        if (!_skills.TryGetValue(id, out var skill) || (hot && !skill.Hot))
            _skills[id] = new Skill { Id = id, Framework = OnetFolder.Framework, Kind = SkillKind.Technology, Hot = hot };
        return id;
    }

    private SkillId KindOfSoftware(string code, string title)
    {
        if (_ids.TryGetValue("#" + code, out var id))
            return id;
        id = new SkillId(KindPrefix + code);
        _ids.Add("#" + code, id);
        _skills.Add(id, new Skill { Id = id, Framework = OnetFolder.Framework, Kind = SkillKind.Group });
        _names.Add(id, new NameRows().Preferred(title.Length > 0 ? title : code));
        return id;
    }
}
