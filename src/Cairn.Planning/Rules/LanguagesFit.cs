using Cairn.Planning.Contract;
using Cairn.Planning.Problems;

namespace Cairn.Planning.Rules;

/// <summary>Every program is in one of the languages, or says none: <c>en</c> accepts <c>en-GB</c>, not <c>enm</c>, and case does not matter.</summary>
internal sealed class LanguagesFit : PlanRule
{
    public override bool Admits(Catalogue catalogue, int program, PlanLimits limits) =>
        Fits(catalogue.Request.Programs[program].Language, limits.Languages);

    public static bool Fits(string? language, IReadOnlyList<string>? accepted)
    {
        if (language is null || accepted is null) return true;
        foreach (var entry in accepted)
        {
            if (language.StartsWith(entry, StringComparison.OrdinalIgnoreCase)
                && (language.Length == entry.Length || language[entry.Length] == '-'))
                return true;
        }

        return false;
    }
}
