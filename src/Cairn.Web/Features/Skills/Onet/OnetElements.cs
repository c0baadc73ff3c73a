using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Onet;

/// <summary>
/// The rated elements of the content model: skills, knowledge, abilities and work activities. Each occupation has an importance (IM) and a level (LV) of
/// each, on two scales that are never averaged.
/// </summary>
internal sealed class OnetElements
{
    // How the ids of each file's elements begin in the content model; an import owns the rows of the files it found.
    private static readonly (string File, string Branch, SkillKind Kind, OccupationSkillSource Source)[] Files =
    [
        ("Skills", "2.A.", SkillKind.GenericSkill, OccupationSkillSource.OnetSkill),
        ("Skills", "2.B.", SkillKind.GenericSkill, OccupationSkillSource.OnetSkill),
        ("Knowledge", "2.C.", SkillKind.Knowledge, OccupationSkillSource.OnetKnowledge),
        ("Abilities", "1.A.", SkillKind.Ability, OccupationSkillSource.OnetAbility),
        ("Work Activities", "4.A.", SkillKind.WorkActivity, OccupationSkillSource.OnetWorkActivity),
    ];

    private readonly Dictionary<string, Skill> _skills = new(StringComparer.Ordinal);
    private readonly Dictionary<SkillId, NameRows> _names = [];
    private readonly Dictionary<(OccupationId, SkillId), OccupationSkill> _ratings = [];
    private readonly List<LevelAnchor> _anchors = [];

    public IReadOnlyCollection<Skill> Skills => _skills.Values;
    public IReadOnlyCollection<OccupationSkill> Ratings => _ratings.Values;
    public IReadOnlyList<LevelAnchor> Anchors => _anchors;
    public IEnumerable<SkillName> Names => _names.SelectMany(pair => pair.Value.Of(pair.Key, OnetFolder.Language));

    /// <summary>How the ids of the elements begin whose file was there.</summary>
    public List<string> Prefixes { get; } = [];

    /// <summary>Sources whose file was there.</summary>
    public HashSet<OccupationSkillSource> Sources { get; } = [];

    public bool HasAnchors { get; private set; }

    public static OnetElements Read(OnetFolder folder, OnetOccupations occupations)
    {
        var read = new OnetElements();
        foreach (var file in Files.GroupBy(file => file.File))
        {
            if (!folder.Each(file.Key, table => read.Rating(table, occupations, file.First().Kind, file.First().Source)))
                continue;
            read.Prefixes.AddRange(file.Select(branch => "onet:" + branch.Branch));
            read.Sources.Add(file.First().Source);
        }

        folder.Each("Content Model Reference", read.Description);
        read.HasAnchors = folder.Each("Level Scale Anchors", read.Anchor);
        var without = occupations.Occupations.Count - read._ratings.Values.Where(row => row.Source == OccupationSkillSource.OnetSkill)
            .Select(row => row.OccupationId).Distinct().Count();
        if (without > 0 && read.Sources.Contains(OccupationSkillSource.OnetSkill))
            folder.Remark($"{without} occupations have no rated skills of their own.");
        return read;
    }

    private Action Rating(SourceTable table, OnetOccupations occupations, SkillKind kind, OccupationSkillSource source)
    {
        int code = table.Column("O*NET-SOC Code"), element = table.Column("Element ID"), name = table.Column("Element Name"),
            scale = table.Column("Scale ID"), value = table.Column("Data Value");
        int? suppress = table.OptionalColumn("Recommend Suppress"), notRelevant = table.OptionalColumn("Not Relevant"), date = table.OptionalColumn("Date");
        return () =>
        {
            if (!occupations.TryFind(table, code, out var occupation) || !TryElement(table, element, name, kind, out var skill))
                return;
            var row = _ratings.GetValueOrDefault((occupation, skill))
                ?? new OccupationSkill { OccupationId = occupation, SkillId = skill, Source = source };
            var uncertain = OnetFolder.YesNo(table[suppress]);
            switch (table[scale])
            {
                case "IM" when row.Importance is not null:
                case "LV" when row.Level is not null:
                    table.Refuse(scale, "each occupation, element and scale once");
                    return;
                case "IM" when OnetFolder.TryHundredths(table[value], 100, 500, out var importance):
                    row = row with { Importance = importance, ImportanceUncertain = uncertain };
                    break;
                case "LV" when OnetFolder.TryHundredths(table[value], 0, 700, out var level):
                    // Most raters said that it does not apply: the number that the others gave is no level to ask for.
                    var none = OnetFolder.YesNo(table[notRelevant]) == true;
                    row = row with { Level = none ? 0 : level, NotRelevant = none, LevelUncertain = uncertain };
                    break;
                case "IM":
                    table.Refuse(value, "an importance from 1 to 5");
                    return;
                case "LV":
                    table.Refuse(value, "a level from 0 to 7");
                    return;
                default:
                    table.Refuse(scale, "IM or LV");
                    return;
            }

            _ratings[(occupation, skill)] = row with { AsOf = OnetFolder.Month(table[date]) ?? row.AsOf };
        };
    }

    private bool TryElement(SourceTable table, int element, int name, SkillKind kind, out SkillId id)
    {
        if (_skills.TryGetValue(table[element], out var known))
        {
            id = known.Id;
            return true;
        }

        id = new SkillId("onet:" + table[element]);
        if (!Files.Any(file => file.Kind == kind && table[element].StartsWith(file.Branch, StringComparison.Ordinal)))
        {
            table.Refuse(element, "an element of this table, such as " + Files.First(file => file.Kind == kind).Branch + "1.a");
            return false;
        }

        _skills.Add(table[element], new Skill { Id = id, Framework = OnetFolder.Framework, Kind = kind });
        _names.Add(id, new NameRows().Preferred(table[name]));
        return true;
    }

    private Action Description(SourceTable table)
    {
        int element = table.Column("Element ID"), description = table.Column("Description");
        return () =>
        {
            if (_skills.TryGetValue(table[element], out var skill))
                _names[skill.Id].Description(table[description]);
        };
    }

    private Action Anchor(SourceTable table)
    {
        int element = table.Column("Element ID"), value = table.Column("Anchor Value"), text = table.Column("Anchor Description");
        var scale = table.OptionalColumn("Scale ID");
        return () =>
        {
            // Anchors of elements whose ratings are not here would explain a level that no page shows.
            if (!_skills.TryGetValue(table[element], out var skill) || table[scale] is not ("LV" or ""))
                return;
            if (!OnetFolder.TryHundredths(table[value], 0, 700, out var level) || level is null)
                table.Refuse(value, "a level from 0 to 7");
            else
                _anchors.Add(new LevelAnchor { SkillId = skill.Id, Language = OnetFolder.Language, Level = level.Value, Text = table[text] });
        };
    }
}
