using Cairn.Planning.Checking.Rules;
using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking;

/// <summary>
/// Checks an answer against its request, whoever made it. It shares no code with the model: the same contract, written down a second time.
/// </summary>
public static class PlanChecker
{
    private static readonly PlanRule[] RulesOfAPlan =
    [
        LanguagesFit.Broken,
        NoMoreProgramsThanAllowed.Broken,
        SelfPacedProgramsTakeWholeWeeks.Broken,
        CohortsStartOnTheirDates.Broken,
        EverythingFinishesInTime.Broken,
        PrerequisitesComeFirst.Broken,
        EveryWeekHasTheHours.Broken,
        NoMoreAtOnceThanAllowed.Broken,
        CoverageIsReached.Broken,
        CoversIsComplete.Broken,
        PaymentIsPossible.Broken,
        SubscriptionsAreAsReported.Broken,
        CostIsAsReported.Broken,
        CostIsLeast.Broken,
        BudgetIsKept.Broken,
        HoursWeeksAndShareAreAsReported.Broken,
        RecognitionIsAsReported.Broken,
        NothingIsSuperfluous.Broken,
        BoundAndGapAreHonest.Broken,
    ];

    private static readonly AnswerRule[] RulesOfAnAnswer =
    [
        WhatIsAskedIsAnswered.Broken,
        UnreachableIsComplete.Broken,
        StatusesAgree.Broken,
        ProofsAgree.Broken,
        FrontierIsAFrontier.Broken,
        ReasonsAreTrue.Broken,
        ChangesAreInOrder.Broken,
        TransitionsAreInOrder.Broken,
    ];

    /// <summary>One broken rule of one plan, as a sentence.</summary>
    internal delegate IEnumerable<string> PlanRule(CheckedPlan plan);

    /// <summary>One broken rule of the whole answer, as a sentence.</summary>
    internal delegate IEnumerable<string> AnswerRule(PlanRequest request, PlanAnswer answer);

    /// <summary>
    /// Every broken rule, as a plain sentence that begins with the place. Not checked is what needs solving again: that no better plan
    /// exists, and what the counterfactuals, the blocking limits and the smallest changes say beyond their form; but an answer whose parts
    /// contradict each other is caught.
    /// </summary>
    /// <param name="request">A request that keeps the bounds of the contract.</param>
    /// <param name="answer">The answer to it.</param>
    public static IReadOnlyList<string> Check(PlanRequest request, PlanAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(answer);
        var needs = new CheckedNeeds(request);
        List<string> broken = [];
        foreach ((string name, LearnerPlan plan) in answer.Plans)
        {
            Check(new CheckedPlan(request, needs, name, name, plan), broken);
        }

        foreach ((FrontierPoint point, int index) in (answer.Frontier ?? []).Select((point, index) => (point, index)))
        {
            Check(new CheckedPlan(request, needs, $"frontier point {index + 1}", CheckedPlan.FrontierCriterion, point.Plan), broken);
        }

        broken.AddRange(RulesOfAnAnswer.SelectMany(rule => rule(request, answer)));
        return broken;
    }

    private static void Check(CheckedPlan plan, List<string> broken)
    {
        if (plan.Plan.Status is PlanStatus.Infeasible or PlanStatus.Unknown)
        {
            broken.AddRange(BoundAndGapAreHonest.Broken(plan));
            return;
        }

        // The other rules speak of the programs of the request; with a stranger among them they would all be wrong.
        List<string> strangers = [.. ProgramsAreOfTheRequest.Broken(plan)];
        broken.AddRange(strangers);
        if (strangers.Count == 0)
        {
            broken.AddRange(RulesOfAPlan.SelectMany(rule => rule(plan)).Select(sentence => $"{plan.Name}: {sentence}"));
        }
    }
}
