namespace Cairn.Planning.Checking.Rules;

/// <summary>A program with a language is in an accepted one: equal, or continued after a hyphen, case ignored.</summary>
internal static class LanguagesFit
{
    internal static IEnumerable<string> Broken(CheckedPlan plan)
    {
        if (plan.Request.Limits.Languages is not { } accepted)
        {
            return [];
        }

        return plan.Placed
            .Where(placed => placed.Program.Language is { } language && !accepted.Any(entry => Fits(language, entry)))
            .Select(placed => $"{placed.Id} is in {placed.Program.Language}, which is not among the accepted languages.");
    }

    private static bool Fits(string language, string entry) =>
        language.StartsWith(entry, StringComparison.OrdinalIgnoreCase) && (language.Length == entry.Length || language[entry.Length] == '-');
}
