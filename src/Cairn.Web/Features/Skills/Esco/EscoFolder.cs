using System.Text.RegularExpressions;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Esco;

/// <summary>
/// A folder with the ESCO classification as published: one file for each table and language, <c>skills_en.csv</c>. Names rebuilt from other
/// publications, <c>skills_en.reconstructed.csv</c>, are taken when the official file is not there.
/// </summary>
internal sealed partial class EscoFolder(string directory, IProgress<ImportProgress>? progress) : SourceTables(progress)
{
    public const string Framework = "esco";

    /// <summary>Every language in which a table is there, English first, then by name.</summary>
    public IReadOnlyList<(string Language, string Path)> Languages(string table)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Directory.Exists(directory))
        {
            foreach (var path in Directory.EnumerateFiles(directory, table + "_*.csv").Order(StringComparer.Ordinal))
            {
                var name = FileName().Match(Path.GetFileName(path));
                if (!name.Success || name.Groups["table"].Value != table)
                    continue;
                // The official file wins over a rebuilt one of the same language.
                if (!name.Groups["rebuilt"].Success || !files.ContainsKey(name.Groups["language"].Value))
                    files[name.Groups["language"].Value] = path;
            }
        }

        return [.. files.OrderBy(file => file.Key != "en").ThenBy(file => file.Key, StringComparer.Ordinal).Select(file => (file.Key, file.Value))];
    }

    /// <summary>Reads a table that says the same in every language, from the first one that is there. False, and a remark, when none is.</summary>
    public bool Each(string table, string header, Func<SourceTable, Action> columns, bool ragged = false, string absent = "What is stored of it stays as it is.")
    {
        if (Languages(table) is [var (_, path), ..])
        {
            File(path, header, columns, ragged);
            return true;
        }

        Remark($"{table}_en.csv is not in the folder. {absent}");
        return false;
    }

    /// <summary>Reads a table row by row. <paramref name="columns"/> resolves the columns once and returns what is done with each row.</summary>
    public void File(string path, string header, Func<SourceTable, Action> columns, bool ragged = false)
    {
        Take(new CommaTable(path, header) { Progress = Progress, Ragged = ragged }, columns);
        if (path.EndsWith(".reconstructed.csv", StringComparison.Ordinal))
            Remark($"{Path.GetFileName(path)} is not the official file but was rebuilt from other publications.");
    }

    /// <summary>The release, when the folder says it as the official one does: <c>ESCO dataset - v1.2.0 - classification - en - csv</c>. The tables do not.</summary>
    public string Version() => Release().Match(Path.GetFileName(Path.GetFullPath(directory).TrimEnd(Path.DirectorySeparatorChar))).Groups["version"].Value;

    public static ImportRefusedException Missing(string table) =>
        new(new Refusal(table + "_en.csv", 0, "", "no such file", $"{table}_en.csv, or another language of it"));

    [GeneratedRegex(@"^(?<table>.+)_(?<language>[a-z]{2,3}(-[A-Za-z]{2,8})?)(?<rebuilt>\.reconstructed)?\.csv$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\bv(?<version>\d+\.\d+(\.\d+)?)\b")]
    private static partial Regex Release();
}
