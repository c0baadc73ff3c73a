using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Bls;

/// <summary>
/// Reads two workbooks of the U.S. Bureau of Labor Statistics, wages (OEWS) and employment projections, told by their sheets, not by their names.
/// They speak of occupations that must be stored already.
/// </summary>
internal static class BlsReader
{
    public const string Source = "bls";

    /// <param name="directory">Folder with one workbook or both.</param>
    /// <param name="occupations">Stored occupations; those of O*NET are joined by their SOC code.</param>
    /// <param name="progress">Told how far it has come, or null.</param>
    /// <exception cref="ImportRefusedException">The folder has neither workbook, one is not what it should be, or no O*NET occupation is stored.</exception>
    public static ImportBatch Read(string directory, IReadOnlyCollection<Occupation> occupations, IProgress<ImportProgress>? progress)
    {
        if (!occupations.Any(occupation => occupation.Framework == "onet"))
            throw new ImportRefusedException(new Refusal(Path.GetFileName(directory), 0, "", "no O*NET occupations in the database", "O*NET imported first"));
        BlsWages? wages = null;
        BlsProjections? projections = null;
        var tables = new SourceTables(progress);
        foreach (var path in Directory.Exists(directory) ? Directory.GetFiles(directory, "*.xlsx").Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var sheets = SheetTable.SheetsOf(path);
            if (sheets.Contains(BlsProjections.Sheet))
                tables.Take(new SheetTable(path, BlsProjections.Sheet, BlsProjections.IsHeader) { Progress = progress }, (projections ??= new()).Row);
            else if (BlsWages.Find(sheets) is var (sheet, asOf))
            {
                wages ??= new();
                ReadTopCodes(path, sheets, wages);
                tables.Take(new SheetTable(path, sheet, BlsWages.IsHeader) { Progress = progress }, table => wages.Row(table, asOf));
            }
        }

        if (wages is null && projections is null)
            throw new ImportRefusedException(new Refusal(Path.GetFileName(directory), 0, "", "no workbook of wages or projections", "an OEWS workbook, or projections with a sheet Table 1.2"));
        return Batch(wages, projections, new SocOccupations(occupations), tables);
    }

    private static ImportBatch Batch(BlsWages? wages, BlsProjections? projections, SocOccupations occupations, SourceTables read)
    {
        List<string> places = [.. wages?.Places ?? []];
        if (wages is null)
            read.Remark("The workbook of wages is not in the folder. What is stored of it stays as it is.");
        if (projections is null)
            read.Remark("The workbook of projections is not in the folder. What is stored of it stays as it is.");
        return new ImportBatch
        {
            CountedTable = wages is null ? "outlooks" : "wages",
            Read = read.Read,
            Refusals = read.Refusals,
            Remarks = read.Remarks,
            Tables =
            [
                new TableRows<Framework>("frameworks", [Framework], rows => rows.Where(row => row.Id == Source)),
                // A newer year replaces the older one of the same place.
                new TableRows<Wage>("wages", [.. wages?.Of(occupations) ?? []],
                    wages is null ? null : rows => rows.Where(row => row.Source == Source && places.Contains(row.Place))),
                new TableRows<Outlook>("outlooks", [.. projections?.Outlooks(occupations) ?? []],
                    projections is null ? null : rows => rows.Where(row => row.Source == Source)),
                new TableRows<EntryCondition>("entry_conditions", [.. projections?.EntryConditions(occupations) ?? []],
                    projections is null ? null : rows => rows.Where(row => row.Source == Source)),
            ],
        };
    }

    private static void ReadTopCodes(string path, IReadOnlyList<string> sheets, BlsWages wages)
    {
        if (!sheets.Contains("Field Descriptions"))
            return;
        using var notes = new SheetTable(path, "Field Descriptions", _ => true);
        while (notes.Next())
            wages.TopCodes(notes[0]);
    }

    private static Framework Framework => new()
    {
        Id = Source,
        Name = "U.S. Bureau of Labor Statistics",
        Version = "see the year beside each figure",
        Attribution = "Wages: Occupational Employment and Wage Statistics. Outlook and typical entry: Employment Projections. U.S. Bureau of Labor Statistics.",
        Link = "https://www.bls.gov/oes/",
    };
}
