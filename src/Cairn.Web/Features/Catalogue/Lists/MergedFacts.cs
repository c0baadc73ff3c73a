namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>
/// The facts of a program that stands in several lists: those of the newest list. What the newest leaves unknown of its content (hours, level,
/// language, field of study, prerequisites, skills) may come from a list at most three years older; a price, a place or a date never does.
/// Hours that a list states also replace hours that were only estimated. docs/catalogue-lists.md gives the rule with examples.
/// </summary>
internal static class MergedFacts
{
    private const int YearsThatContentHolds = 3;

    /// <summary>True when the facts of this list are the newer ones. On the same day the list with the later id wins, so that the order of imports does not matter.</summary>
    public static bool Win(DateOnly asOf, string listId, LearningProgram? stored) =>
        stored is null || stored.ListId == listId || asOf > stored.AsOf || (asOf == stored.AsOf && string.CompareOrdinal(listId, stored.ListId) > 0);

    /// <summary>The newer facts, with what they leave unknown from the stored older ones.</summary>
    public static LearningProgram Newer(LearningProgram newer, LearningProgram stored, DateOnly hoursAsOf, bool inOtherLists)
    {
        if (stored.ListId == newer.ListId && !inOtherLists)
            return newer;
        var hoursList = stored.HoursListId ?? stored.ListId;
        var filled = Holds(stored.AsOf, newer.AsOf) ? FillContent(newer, stored) : newer;
        return hoursList != newer.ListId && Firmer(stored.HoursBasis, newer.HoursBasis) && Holds(hoursAsOf, newer.AsOf) ? WithHours(filled, stored, hoursList) : filled;
    }

    /// <summary>The stored newer facts, with what they leave unknown from this older list.</summary>
    public static LearningProgram Older(LearningProgram stored, LearningProgram older)
    {
        if (!Holds(older.AsOf, stored.AsOf))
            return stored;
        var filled = FillContent(stored, older);
        var wasMine = stored.HoursListId == older.ListId && older.Hours is not null;
        return wasMine || Firmer(older.HoursBasis, stored.HoursBasis) ? WithHours(filled, older, older.ListId) : filled;
    }

    public static bool Holds(DateOnly older, DateOnly newer) => older.AddYears(YearsThatContentHolds) >= newer;

    private static LearningProgram FillContent(LearningProgram program, LearningProgram from) => program with
    {
        Link = program.Link ?? from.Link,
        Level = program.Level ?? from.Level,
        Language = program.Language ?? from.Language,
        FieldOfStudy = program.FieldOfStudy ?? from.FieldOfStudy,
        Prerequisites = program.Prerequisites ?? from.Prerequisites,
    };

    private static LearningProgram WithHours(LearningProgram program, LearningProgram from, string listId) => program with
    {
        Hours = from.Hours,
        HoursBasis = from.HoursBasis,
        HoursDerivation = from.HoursDerivation,
        Weeks = program.Weeks ?? from.Weeks,
        HoursListId = listId,
    };

    private static bool Firmer(HoursBasis first, HoursBasis second) => Rank(first) < Rank(second);

    private static int Rank(HoursBasis basis) => basis switch
    {
        HoursBasis.Stated or HoursBasis.WeeksTimesEffort => 0,
        HoursBasis.Video or HoursBasis.Band => 1,
        _ => 2,
    };
}
