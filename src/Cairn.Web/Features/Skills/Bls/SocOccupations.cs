using Cairn.Web.Features.Skills.Onet;

namespace Cairn.Web.Features.Skills.Bls;

/// <summary>
/// Finds what BLS says of an O*NET occupation. The first seven characters of an O*NET code are the 2018 SOC code. Where BLS publishes only a broader
/// group, or O*NET splits one SOC occupation into several, the figures are of the group, and its title goes with them.
/// </summary>
internal sealed class SocOccupations(IReadOnlyCollection<Occupation> occupations)
{
    /// <summary>Every O*NET occupation with the row that speaks of it, and the title of the group when the row is of one.</summary>
    /// <param name="rows">Rows by SOC code: detailed occupations, and broad groups (which end in nought).</param>
    public IEnumerable<(OccupationId Id, TRow Row, string? GroupTitle)> Join<TRow>(IReadOnlyDictionary<string, TRow> rows, Func<TRow, string> title)
        where TRow : class
    {
        foreach (var occupation in occupations.Where(occupation => occupation.Framework == OnetFolder.Framework && occupation.Code.Length == 10))
        {
            var soc = occupation.Code[..7];
            if (rows.TryGetValue(soc, out var own))
                yield return (occupation.Id, own, occupation.Code.EndsWith(".00", StringComparison.Ordinal) ? null : title(own));
            else if (rows.TryGetValue(soc[..6] + "0", out var group))
                yield return (occupation.Id, group, title(group));
        }
    }
}
