using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Onet;

/// <summary>What people in an occupation say is required: shares of respondents by category of education, experience and training.</summary>
internal sealed class OnetEntryConditions
{
    private readonly Dictionary<(string Scale, int Category), string> _categories = [];
    private readonly Dictionary<(OccupationId, EntryConditionKind, int), EntryCondition> _rows = [];

    public IReadOnlyCollection<EntryCondition> Rows => _rows.Values;
    public bool Found { get; private set; }

    public static OnetEntryConditions Read(OnetFolder folder, OnetOccupations occupations)
    {
        var read = new OnetEntryConditions();
        // A share of a category that has no name says nothing to anybody: both files or neither.
        read.Found = folder.Each("Education, Training, and Experience Categories", read.Category)
            && folder.Each("Education, Training, and Experience", table => read.Share(table, occupations));
        return read;
    }

    private Action Category(SourceTable table)
    {
        int scale = table.Column("Scale ID"), category = table.Column("Category"), text = table.Column("Category Description");
        return () =>
        {
            if (int.TryParse(table[category], out var number) && number > 0)
                _categories[(table[scale], number)] = table[text];
            else
                table.Refuse(category, "a category number");
        };
    }

    private Action Share(SourceTable table, OnetOccupations occupations)
    {
        int code = table.Column("O*NET-SOC Code"), element = table.Column("Element Name"), scale = table.Column("Scale ID"),
            category = table.Column("Category"), value = table.Column("Data Value");
        int? suppress = table.OptionalColumn("Recommend Suppress"), date = table.OptionalColumn("Date");
        return () =>
        {
            if (!occupations.TryFind(table, code, out var occupation))
                return;
            var row = new EntryCondition
            {
                OccupationId = occupation, Kind = default, Source = OnetFolder.Framework, Ordinal = 0, Text = table[element],
                Uncertain = OnetFolder.YesNo(table[suppress]), AsOf = OnetFolder.Month(table[date]),
            };
            if (table[scale] == "IM")
                AddImportance(table, row, element, value);
            else if (KindOf(table[scale]) is not { } kind)
                table.Refuse(scale, "RL, RW, PT, OJ or IM");
            else if (!int.TryParse(table[category], out var number) || !_categories.TryGetValue((table[scale], number), out var text))
                table.Refuse(category, "a category that has a name");
            else if (!OnetFolder.TryHundredths(table[value], 0, 10_000, out var share) || share is null)
                table.Refuse(value, "a percentage from 0 to 100");
            else
                Add(table, category, row with { Kind = kind, Ordinal = number, Text = text, Share = share });
        };
    }

    private void AddImportance(SourceTable table, EntryCondition row, int element, int value)
    {
        if (!OnetFolder.TryHundredths(table[value], 100, 500, out var importance) || importance is null)
            table.Refuse(value, "an importance from 1 to 5");
        else if (row.Text.Contains("certification", StringComparison.OrdinalIgnoreCase))
            Add(table, element, row with { Kind = EntryConditionKind.Certification, Importance = importance });
        else if (row.Text.Contains("apprenticeship", StringComparison.OrdinalIgnoreCase))
            Add(table, element, row with { Kind = EntryConditionKind.Apprenticeship, Importance = importance });
        else
            table.Refuse(element, "certification or apprenticeship");
    }

    private void Add(SourceTable table, int column, EntryCondition row)
    {
        if (!_rows.TryAdd((row.OccupationId, row.Kind, row.Ordinal), row))
            table.Refuse(column, "each occupation and category once");
    }

    private static EntryConditionKind? KindOf(string scale) => scale switch
    {
        "RL" => EntryConditionKind.Education,
        "RW" => EntryConditionKind.Experience,
        "PT" => EntryConditionKind.PlantTraining,
        "OJ" => EntryConditionKind.OnTheJobTraining,
        _ => null,
    };
}
