namespace Cairn.Web.Features.Skills.Tables;

/// <summary>Gathers the names of one entry in one language: each text once, edge spaces gone, alternates counted in the source's order.</summary>
internal sealed class NameRows
{
    private readonly HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(NameKind Kind, int Ordinal, string Text)> rows = [];
    private int alternates;
    private int hidden;

    public IReadOnlyList<(NameKind Kind, int Ordinal, string Text)> Rows => rows;

    public NameRows Preferred(string text) => Add(NameKind.Preferred, 0, text);

    public NameRows Description(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > 0)
            rows.Add((NameKind.Description, 0, trimmed));
        return this;
    }

    public NameRows Alternate(string text) => Add(NameKind.Alternate, alternates, text);

    public NameRows Hidden(string text) => Add(NameKind.Hidden, hidden, text);

    private NameRows Add(NameKind kind, int ordinal, string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0 || !seen.Add(trimmed))
            return this;
        rows.Add((kind, ordinal, trimmed));
        if (kind == NameKind.Alternate)
            alternates++;
        else if (kind == NameKind.Hidden)
            hidden++;
        return this;
    }

    public IEnumerable<OccupationName> Of(OccupationId id, string language) => rows.Select(row => new OccupationName
    {
        OccupationId = id, Language = language, Kind = row.Kind, Ordinal = row.Ordinal, Text = row.Text,
    });

    public IEnumerable<SkillName> Of(SkillId id, string language) => rows.Select(row => new SkillName
    {
        SkillId = id, Language = language, Kind = row.Kind, Ordinal = row.Ordinal, Text = row.Text,
    });
}
