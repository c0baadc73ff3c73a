namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>
/// The level to which a program teaches its skills. Lists state where a program begins ("Beginner"), not where it ends: a short course that
/// begins there stays introductory, a whole program of some weeks' work that begins there ends at working level. docs/estimates.md gives the rule.
/// </summary>
internal static class TaughtLevel
{
    private const int Introductory = 1, Working = 2;

    /// <summary>Hours from which on a program, not a single course, that begins at introductory level ends at working level.</summary>
    private const int HoursToWorkingLevel = 40;

    public static int Of(LearningProgram program) => program.Level switch
    {
        null => Working,
        _ when IsFromLength(program) => Working,
        { } stated => stated,
    };

    /// <summary>It begins at introductory level, and only its length says that it ends higher: our estimate, marked wherever it is shown.</summary>
    public static bool IsFromLength(LearningProgram program) =>
        program is { Level: Introductory, Offer: not OfferKind.Course, Hours: >= HoursToWorkingLevel };
}
