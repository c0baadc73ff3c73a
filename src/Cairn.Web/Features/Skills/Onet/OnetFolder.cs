using System.Globalization;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Onet;

/// <summary>A folder with the official O*NET text download: opens its tables and says which are not there.</summary>
internal sealed class OnetFolder(string directory, IProgress<ImportProgress>? progress) : SourceTables(progress)
{
    public const string Framework = "onet";
    public const string Language = "en";

    /// <summary>Reads a table that may be absent, row by row. False when it is absent, which is remarked with what follows from it.</summary>
    public bool Each(string name, Func<SourceTable, Action> columns, string absent = "What is stored of it stays as it is.")
    {
        var path = Path.Combine(directory, name + ".txt");
        if (!File.Exists(path))
        {
            Remark($"{name}.txt is not in the folder. {absent}");
            return false;
        }

        Required(name, columns);
        return true;
    }

    /// <summary>Reads a table row by row. <paramref name="columns"/> resolves the columns once and returns what is done with each row.</summary>
    /// <exception cref="ImportRefusedException">The table is missing or is not what it should be.</exception>
    public void Required(string name, Func<SourceTable, Action> columns) =>
        Take(new TabTable(Path.Combine(directory, name + ".txt")) { Progress = Progress }, columns);

    /// <summary>The release, from the first line of <c>Read Me.txt</c>; empty when that is not there.</summary>
    public string Version()
    {
        var path = Path.Combine(directory, "Read Me.txt");
        if (!File.Exists(path))
            return "";
        using var reader = new StreamReader(path);
        var words = (reader.ReadLine() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.FirstOrDefault(word => decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)) ?? "";
    }

    /// <summary>A number with a point in hundredths; null when the cell is empty. False when it is no number of that range.</summary>
    public static bool TryHundredths(string text, int least, int most, out int? hundredths)
    {
        hundredths = null;
        if (text.Length == 0)
            return true;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number * 100 < least || number * 100 > most)
            return false;
        hundredths = (int)decimal.Round(number * 100, MidpointRounding.AwayFromZero);
        return true;
    }

    /// <summary><c>08/2023</c> as the first of that month; null when it is empty or something else.</summary>
    public static DateOnly? Month(string text) =>
        DateOnly.TryParseExact("01/" + text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary><c>Y</c> and <c>N</c> are answers; an empty cell is none.</summary>
    public static bool? YesNo(string text) => text switch { "Y" => true, "N" => false, _ => null };
}
