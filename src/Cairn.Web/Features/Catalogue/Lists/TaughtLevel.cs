namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>
/// The level to which a program teaches its skills. Lists state where a program begins ("Beginner"), not where it ends: a short course that
/// begins there stays introductory, a whole program of some weeks' work that begins there ends at working level. docs/estimates.md gives the rule.
/// </summary>
internal static class TaughtLevel
{
    private const int Working = 2;

    /// <summary>Hours from which on a program, not a single course, that begins at introductory level ends at working level.</summary>
    private const int HoursToWorkingLevel = 40;

    public static int Of(LearningProgram program) => program.Level switch
    {
        null => Working,
        1 when program.Offer is not OfferKind.Course && program.Hours >= HoursToWorkingLevel => Working,
        { } stated => stated,
    };
}
