using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Esco;

/// <summary>
/// The official crosswalk between O*NET and ESCO. Its types are said of the ESCO entry: "gear machinist, broadMatch, Machinists" means that O*NET's
/// Machinists is the broader of the two, as SKOS reads <c>A broadMatch B</c>. We store what the ESCO entry is to the O*NET one, so broadMatch becomes
/// <see cref="MatchType.Narrow"/> and narrowMatch <see cref="MatchType.Broad"/>.
/// </summary>
internal sealed class EscoCrosswalk
{
    private readonly Dictionary<(OccupationId, OccupationId), OccupationMatch> _matches = [];
    private int _groups;
    private int _gone;

    public IReadOnlyCollection<OccupationMatch> Matches => _matches.Values;

    /// <summary>The crosswalk that lies in a folder, told by its first line, since people rename it; null when none does.</summary>
    public static string? Find(string directory) => Directory
        .EnumerateFiles(directory, "*.csv")
        .Where(path => Path.GetFileName(path).Contains("crosswalk", StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal)
        .FirstOrDefault(path => File.ReadLines(path).FirstOrDefault()?.Contains("ESCO-O*NET", StringComparison.OrdinalIgnoreCase) == true);

    public static EscoCrosswalk Read(EscoFolder folder, string path, EscoOccupations occupations)
    {
        var read = new EscoCrosswalk();
        folder.File(path, "O*NET Id", table => read.Match(table, occupations));
        if (read._groups > 0)
            folder.Remark($"{read._groups} pairs of the crosswalk match an ISCO group, not an occupation, and were passed over.");
        if (read._gone > 0)
            folder.Remark($"{read._gone} pairs of the crosswalk name an occupation that this version of ESCO no longer has.");
        return read;
    }

    private Action Match(SourceTable table, EscoOccupations occupations)
    {
        int code = table.Column("O*NET Id"), uri = table.Column("ESCO or ISCO URI"), type = table.Column("Type of Match");
        return () =>
        {
            if (table[type] == "exactISCO" || EscoUri.IsIscoGroup(table[uri]))
                _groups++;
            else if (TypeOf(table[type]) is not { } match)
                table.Refuse(type, "exactMatch, closeMatch, narrowMatch, broadMatch or exactISCO");
            else if (!EscoUri.TryOccupation(table[uri], out _))
                table.Refuse(uri, "the address of an ESCO occupation");
            else if (table[code].Length == 0)
                table.Refuse(code, "an O*NET code");
            else if (!occupations.TryFind(table[uri], out var esco))
                _gone++;
            else if (!_matches.TryAdd((new OccupationId("onet:" + table[code]), esco),
                new OccupationMatch { OccupationId = new OccupationId("onet:" + table[code]), MatchId = esco, Type = match }))
                table.Refuse(uri, "each pair once");
        };
    }

    private static MatchType? TypeOf(string text) => text switch
    {
        "exactMatch" => MatchType.Exact,
        "closeMatch" => MatchType.Close,
        "broadMatch" => MatchType.Narrow,
        "narrowMatch" => MatchType.Broad,
        _ => null,
    };
}
