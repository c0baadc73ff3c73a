using System.Text;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>The federal table of occupations (SOC 2018) by field of study (CIP 2020), NCES and BLS.</summary>
internal static class FieldsOfStudy
{
    private static readonly Lazy<ILookup<string, string>> Table = new(Load);

    /// <summary>O*NET codes of the occupations that a field of study prepares for, such as <c>13-2011.00</c>.</summary>
    public static IEnumerable<string> Occupations(string cip) => Table.Value[cip];

    private static ILookup<string, string> Load()
    {
        using var reader = new StreamReader(typeof(FieldsOfStudy).Assembly.GetManifestResourceStream("cip2020-soc2018.txt")!, Encoding.ASCII);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .SelectMany(parts => parts.Skip(1).Select(soc => (Cip: parts[0], Soc: soc + ".00")))
            .ToLookup(pair => pair.Cip, pair => pair.Soc);
    }
}
