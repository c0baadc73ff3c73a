using Cairn.Planning.Contract;
using Cairn.Planning.Model;
using Cairn.Planning.Problems;

namespace Cairn.Planning.Rules;

/// <summary>Everything a valid plan keeps. A new rule is one file, one test and one line here; rules of money stand before the budget.</summary>
internal static class PlanRules
{
    /// <summary>What a set costs, whatever the limits are.</summary>
    public static IReadOnlyList<PlanRule> OfMoney { get; } =
    [
        new EveryProgramIsPaidOneWay(),
        new SubscriptionsArePaidByTheMonth(),
        new AidIsGivenAtMostSoOften(),
    ];

    private static readonly PlanRule[] All =
    [
        new LanguagesFit(),
        new CoverageIsReached(),
        new RecognitionIsTheHighestTier(),
        new PrerequisitesComeFirst(),
        new NamedProgramsComeBefore(),
        .. OfMoney,
        new BudgetIsKept(),
        new ProgramsAreAtMostSoMany(),
        new CohortsStartOnTheirDates(),
        new FinishesByTheDeadline(),
        new WeeklyHoursAreKept(),
        new AtMostSoManyAtOnce(),
    ];

    public static bool Admit(Catalogue catalogue, int program, PlanLimits limits)
    {
        foreach (var rule in All)
        {
            if (!rule.Admits(catalogue, program, limits)) return false;
        }

        return true;
    }

    /// <summary>The choice alone: what is true of every valid plan, without weeks.</summary>
    public static void LimitChoice(PlanModel model)
    {
        foreach (var rule in All) rule.LimitChoice(model);
    }

    /// <summary>The calendar as well: what is left is exactly the valid plans.</summary>
    public static void LimitCalendar(PlanModel model)
    {
        model.OpenCalendar();
        foreach (var rule in All) rule.LimitCalendar(model);
    }
}
