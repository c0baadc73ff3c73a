using System.Globalization;
using Cairn.Web.Features.Catalogue.Lists.Rows;
using Cairn.Web.Features.Imports;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>
/// For a list nobody described: guesses from the names of the columns and a sample of their cells which column is which fact, and writes the guess
/// as a mapping beside the file. A guess is for a person to check; nothing is imported from it until it is handed back with <c>--map</c>.
/// </summary>
internal static class ProposeMapping
{
    private const int SampleRows = 200;

    /// <summary>Share of sampled cells that a reading must understand before a column is proposed for it.</summary>
    private const double Understood = 0.6;

    /// <summary>Names of columns, in lower case, for each fact; the first that is there is taken.</summary>
    private static readonly (string Fact, string[] Names)[] Vocabulary =
    [
        ("title", ["title", "course title", "course_title", "course name", "course_name", "program name", "program_name", "program", "course", "name", "título", "titulo", "titre", "titel", "课程名称", "nombre", "curso", "nombre del curso", "acción formativa", "kurs", "kurstitel", "kursname", "cours", "formation", "intitulé"]),
        ("provider", ["provider", "provider name", "provider_name", "institution", "organization", "organisation", "university", "school", "college", "partner", "vendor", "vendor_name", "company", "institución", "proveedor", "anbieter", "开课单位", "centro", "entidad", "universidad", "bildungsträger", "hochschule", "organisme", "établissement"]),
        ("link", ["link", "url", "course_url", "course url", "program_url", "website", "web", "href", "enlace", "课程链接", "web page", "webpage", "página web", "webseite", "lien"]),
        ("key", ["id", "course_id", "course id", "program_id", "programid", "code", "course code", "reference", "uuid", "key", "no", "nr", "número", "código", "kennung"]),
        ("level", ["level", "difficulty", "difficulty level", "course_level", "nivel", "niveau"]),
        ("language", ["language", "course language", "lang", "idioma", "langue", "sprache"]),
        ("length", ["duration", "length", "hours", "total_hours", "total hours", "clock hours", "course_length", "weeks", "duración", "duracion", "durée", "dauer", "课程时长", "horas", "stunden", "unterrichtsstunden", "heures"]),
        ("price", ["price", "cost", "total_cost", "total cost", "fee", "tuition", "precio", "coste", "prix", "preis", "importe", "kosten", "gebühr", "coût", "tarif"]),
        ("topics", ["skills", "skills taught", "topics", "tags", "competencies", "associatedskills", "habilidades", "competencias", "kompetenzen"]),
        ("prerequisites", ["prerequisites", "requirements", "requisitos"]),
        ("place", ["city", "location", "place", "campus", "ciudad", "ort"]),
        ("fieldOfStudy", ["cip", "cipcode", "cip_code", "cip code"]),
        ("occupations", ["soc", "soc_codes", "soc code", "onet", "o*net"]),
    ];

    /// <summary>Writes the proposal and says where it stands.</summary>
    public static ImportRefusedException Refusal(SourceTable table, string path)
    {
        var mapping = For(table);
        var found = $"columns of no list that is known ({string.Join(", ", table.Columns.Take(12))}{(table.Columns.Count > 12 ? ", …" : "")})";
        if (mapping is null)
            return TextFile.Refused(table.File, found, "a column that holds the titles of programs", 1);
        var target = path + ".map.json";
        try
        {
            using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(file);
            writer.Write(mapping.ToJson());
        }
        catch (IOException) when (File.Exists(target))
        {
            return TextFile.Refused(table.File, found, $"a mapping: {Path.GetFileName(target)} is there from before; check it, then import with --map {Path.GetFileName(target)}", 1);
        }

        return TextFile.Refused(
            table.File, found, $"a mapping: a proposal was written to {Path.GetFileName(target)}. Check it ({string.Join(" ", mapping.Check)}), then import with --map {Path.GetFileName(target)}", 1);
    }

    /// <summary>The guess, or null when no column looks like titles.</summary>
    internal static ListMapping? For(SourceTable table)
    {
        var sample = table.Rows.Take(SampleRows).ToArray();
        var fields = new List<FieldMapping>();
        var check = new List<string>();
        foreach (var (fact, names) in Vocabulary)
        {
            var column = names.Select(name => table.Columns.FirstOrDefault(c => string.Equals(c, name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(c => c is not null);
            if (column is not null && fields.TrueForAll(f => f.Column != column) && Best(fact, column, Cells(table, sample, column), check) is { } field)
                fields.Add(field);
        }

        if (!fields.Exists(f => f.To == "title"))
            return null;
        if (!fields.Exists(f => f.To == "provider"))
        {
            fields.Insert(1, new FieldMapping { To = "provider", Value = ListMapping.ToFillIn });
            check.Add("Who offers these programs? Put the name in place of \"?\".");
        }

        check.Insert(0, "Fill in list: id, name, publisher, attribution and asOf (the day the facts were true).");
        var id = ProgramKeys.OfProvider(Path.GetFileNameWithoutExtension(table.File)).Value;
        return new ListMapping
        {
            Layout = id,
            List = new ListFacts { Id = id, Name = Path.GetFileNameWithoutExtension(table.File), Publisher = ListMapping.ToFillIn, Attribution = ListMapping.ToFillIn, AsOf = ListMapping.NoDay },
            Missing = [.. MissingWords.Where(word => sample.Any(r => r.Cells.Any(c => string.Equals(c?.Trim(), word, StringComparison.OrdinalIgnoreCase))))],
            Fields = fields,
            Check = check,
        };
    }

    private static readonly string[] MissingWords = ["None", "null", "N/A", "NA", "TBC", "-", "unknown"];

    private static FieldMapping? Best(string fact, string column, string[] cells, List<string> check)
    {
        if (cells.Length == 0)
            return null;
        var field = new FieldMapping { To = fact, Column = column };
        switch (fact)
        {
            case "length":
                check.Add($"Is \"{column}\" meant in hours of work? Readings: {string.Join(", ", FieldReadings.ReadingsOf(fact))}.");
                var bare = Share(cells, c => decimal.TryParse(c, NumberStyles.Number, CultureInfo.InvariantCulture, out _)) >= Understood;
                return field with { As = !bare ? null : column.Contains("week", StringComparison.OrdinalIgnoreCase) ? "weeks" : "clock hours" };
            case "price":
                check.Add($"In which currency is \"{column}\"? Put its code in place of \"?\" (nought is read as unknown, not as free).");
                return field with { Currency = Share(cells, c => c.StartsWith('£')) > Understood ? "GBP" : Share(cells, c => c.StartsWith('€')) > Understood ? "EUR" : ListMapping.ToFillIn };
            case "topics":
                var separator = cells.Sum(c => c.Count(l => l == ';')) > 0 ? ";" : cells.Sum(c => c.Count(l => l == '|')) > 0 ? "|" : ",";
                return field with { As = cells[0].StartsWith('{') ? "set" : "list", Separator = separator };
            case "level" or "language" or "link" or "fieldOfStudy" or "occupations":
                var reading = FieldReadings.Find(fact, null)!;
                if (Share(cells, c => reading([c], field, new ProgramDraft { Line = 0 })) >= Understood)
                    return field;
                check.Add($"\"{column}\" could be the {fact}, but most of its cells are not understood; it was left out.");
                return null;
            default:
                return field;
        }
    }

    private static string[] Cells(SourceTable table, SourceRow[] sample, string column)
    {
        var at = table.Columns.ToList().IndexOf(column);
        return [.. sample.Select(r => at < r.Cells.Count ? r.Cells[at]?.Trim() ?? "" : "").Where(c => c.Length > 0)];
    }

    private static double Share(string[] cells, Func<string, bool> test) => (double)cells.Count(test) / cells.Length;
}
