using Cairn.Planning.Contract;

namespace Cairn.Planning.Checking.Rules;

/// <summary>The answer has the plans, the frontier, the reasons and the transitions that the request asks for, and nothing else.</summary>
internal static class WhatIsAskedIsAnswered
{
    internal static IEnumerable<string> Broken(PlanRequest request, PlanAnswer answer)
    {
        PlanQuestions ask = request.Ask;
        return
        [
            .. Both("cheapest", ask.Cheapest, answer.Plans.ContainsKey("cheapest")),
            .. Both("fastest", ask.Fastest, answer.Plans.ContainsKey("fastest")),
            .. Both("bestRecognised", ask.BestRecognised, answer.Plans.ContainsKey("bestRecognised")),
            .. Both("frontier", ask.Frontier, answer.Frontier is not null),
            .. Both("frontierComplete", ask.Frontier, answer.FrontierComplete is not null),
            .. Both("why", ask.Why, answer.Why is not null),
            .. Both("transitions", ask.Transitions is not null, answer.Transitions is not null),
        ];
    }

    private static IEnumerable<string> Both(string name, bool asked, bool answered) => (asked, answered) switch
    {
        (true, false) => [$"The request asks for {name}, and the answer has none."],
        (false, true) => [$"The answer has {name}, and the request does not ask for it."],
        _ => [],
    };
}
