using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Esco;

/// <summary>Occupations and their names in every language of the folder.</summary>
internal sealed class EscoOccupations
{
    private const string Unregulated = "unregulated";

    private readonly Dictionary<string, Occupation> _occupations = new(StringComparer.Ordinal);
    private readonly List<OccupationName> _names = [];

    public IReadOnlyCollection<Occupation> Occupations => _occupations.Values;
    public IReadOnlyList<OccupationName> Names => _names;
    public List<string> Languages { get; } = [];

    public static EscoOccupations Read(EscoFolder folder)
    {
        var read = new EscoOccupations();
        foreach (var (language, path) in folder.Languages("occupations"))
        {
            read.Languages.Add(language);
            folder.File(path, "conceptType", table => read.Occupation(table, language));
        }

        return read.Languages.Count > 0 ? read : throw EscoFolder.Missing("occupations");
    }

    public bool TryFind(string uri, out OccupationId id)
    {
        var found = _occupations.TryGetValue(uri, out var occupation);
        id = found ? occupation!.Id : default;
        return found;
    }

    private Action Occupation(SourceTable table, string language)
    {
        int uri = table.Column("conceptUri"), label = table.Column("preferredLabel"), alternates = table.Column("altLabels"), code = table.Column("code");
        int? group = table.OptionalColumn("iscoGroup"), hidden = table.OptionalColumn("hiddenLabels"), description = table.OptionalColumn("description"),
            regulated = table.OptionalColumn("regulatedProfessionNote");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return () =>
        {
            if (!EscoUri.TryOccupation(table[uri], out var id))
                table.Refuse(uri, "the address of an ESCO occupation");
            else if (table[label].Length == 0)
                table.Refuse(label, "a name");
            else if (!seen.Add(table[uri]))
                table.Refuse(uri, "each address once");
            else
            {
                _occupations.TryAdd(table[uri], new Occupation
                {
                    Id = id,
                    Framework = EscoFolder.Framework,
                    Code = table[code].Length > 0 ? table[code] : table[group],
                    Uri = table[uri],
                    RegulatedNote = table[regulated] is { Length: > 0 } note && !note.EndsWith(Unregulated, StringComparison.Ordinal) ? note : null,
                });
                _names.AddRange(EscoLabels.Of(table[label], table[alternates], table[hidden], table[description]).Of(id, language));
            }
        };
    }
}
