namespace Cairn.Web.Features.Skills.Tables;

/// <summary>Gathers the names of one entry in one language: each text once, edge spaces gone, alternates counted in the source's order.</summary>
internal sealed class NameRows
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(NameKind Kind, int Ordinal, string Text)> _rows = [];
    private int _alternates;
    private int _hidden;

    public IReadOnlyList<(NameKind Kind, int Ordinal, string Text)> Rows => _rows;

    public NameRows Preferred(string text) => Add(NameKind.Preferred, 0, text);

    public NameRows Description(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > 0)
            _rows.Add((NameKind.Description, 0, trimmed));
        return this;
    }

    public NameRows Alternate(string text) => Add(NameKind.Alternate, _alternates, text);

    public NameRows Hidden(string text) => Add(NameKind.Hidden, _hidden, text);

    private NameRows Add(NameKind kind, int ordinal, string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0 || !_seen.Add(trimmed))
            return this;
        _rows.Add((kind, ordinal, trimmed));
        if (kind == NameKind.Alternate)
            _alternates++;
        else if (kind == NameKind.Hidden)
            _hidden++;
        return this;
    }

    public IEnumerable<OccupationName> Of(OccupationId id, string language) => _rows.Select(row => new OccupationName
    {
        OccupationId = id, Language = language, Kind = row.Kind, Ordinal = row.Ordinal, Text = row.Text,
    });

    public IEnumerable<SkillName> Of(SkillId id, string language) => _rows.Select(row => new SkillName
    {
        SkillId = id, Language = language, Kind = row.Kind, Ordinal = row.Ordinal, Text = row.Text,
    });
}
