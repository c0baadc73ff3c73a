using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Onet;

/// <summary>Occupations with their titles, job zones and related occupations.</summary>
internal sealed class OnetOccupations
{
    private const string FewerTitles = "Occupations have fewer other titles.";

    private readonly Dictionary<string, OccupationId> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<OccupationId, NameRows> _names = [];
    private readonly Dictionary<OccupationId, Occupation> _occupations = [];
    private readonly Dictionary<(OccupationId, OccupationId), RelatedOccupation> _related = [];

    public IReadOnlyCollection<Occupation> Occupations => _occupations.Values;
    public IReadOnlyCollection<RelatedOccupation> Related => _related.Values;
    public bool HasRelated { get; private set; }
    public IEnumerable<OccupationName> Names => _names.SelectMany(pair => pair.Value.Of(pair.Key, OnetFolder.Language));

    public static OnetOccupations Read(OnetFolder folder)
    {
        var read = new OnetOccupations();
        folder.Required("Occupation Data", read.Occupation);
        folder.Each("Alternate Titles", table => read.Titles(table, table.Column("Alternate Title"), table.OptionalColumn("Short Title")), FewerTitles);
        folder.Each("Sample of Reported Titles", table => read.Titles(table, table.Column("Reported Job Title"), null), FewerTitles);
        folder.Each("Job Zones", read.JobZone, "Occupations have no job zone.");
        read.HasRelated = folder.Each("Related Occupations", read.RelatedTo);
        return read;
    }

    /// <summary>The occupation of a row; the row is refused when there is none of that code.</summary>
    public bool TryFind(SourceTable table, int column, out OccupationId id)
    {
        if (_ids.TryGetValue(table[column], out id))
            return true;
        table.Refuse(column, "a code that stands in Occupation Data.txt");
        return false;
    }

    private Action Occupation(SourceTable table)
    {
        int code = table.Column("O*NET-SOC Code"), title = table.Column("Title"), description = table.Column("Description");
        return () =>
        {
            if (!IsCode(table[code]))
                table.Refuse(code, "a code such as 15-1252.00");
            else if (table[title].Length == 0)
                table.Refuse(title, "a title");
            else if (!_ids.TryAdd(table[code], new OccupationId("onet:" + table[code])))
                table.Refuse(code, "each code once");
            else
                Keep(_ids[table[code]], table[code], new NameRows().Preferred(table[title]).Description(table[description]));
        };
    }

    private void Keep(OccupationId id, string code, NameRows text)
    {
        _occupations.Add(id, new Occupation { Id = id, Framework = OnetFolder.Framework, Code = code, Uri = "https://www.onetonline.org/link/summary/" + code });
        _names.Add(id, text);
    }

    private Action Titles(SourceTable table, int title, int? shortTitle)
    {
        var code = table.Column("O*NET-SOC Code");
        return () =>
        {
            if (TryFind(table, code, out var id))
                _names[id].Alternate(table[title]).Alternate(table[shortTitle]);
        };
    }

    private Action JobZone(SourceTable table)
    {
        int code = table.Column("O*NET-SOC Code"), zone = table.Column("Job Zone");
        return () =>
        {
            if (!TryFind(table, code, out var id))
                return;
            if (table[zone] is [>= '1' and <= '5'] text)
                _occupations[id] = _occupations[id] with { JobZone = text[0] - '0' };
            else if (table[zone].Length > 0)
                table.Refuse(zone, "a job zone from 1 to 5");
        };
    }

    private Action RelatedTo(SourceTable table)
    {
        int code = table.Column("O*NET-SOC Code"), other = table.Column("Related O*NET-SOC Code"),
            tier = table.Column("Relatedness Tier"), index = table.Column("Index");
        return () =>
        {
            if (!TryFind(table, code, out var id) || !TryFind(table, other, out var relatedId))
                return;
            if (!int.TryParse(table[index], out var rank) || rank < 1)
                table.Refuse(index, "a rank from 1");
            else if (!_related.TryAdd((id, relatedId), new RelatedOccupation { OccupationId = id, RelatedId = relatedId, Rank = rank, Tier = table[tier] }))
                table.Refuse(other, "each pair once");
        };
    }

    private static bool IsCode(string text) =>
        text.Length == 10 && text[2] == '-' && text[7] == '.'
        && text.Where((_, index) => index is not (2 or 7)).All(char.IsAsciiDigit);
}
