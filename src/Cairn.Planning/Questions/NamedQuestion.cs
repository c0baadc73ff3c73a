using Cairn.Planning.Contract;
using Cairn.Planning.Problems;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>A plan that has a name, as a question that can be asked again of another problem.</summary>
/// <param name="Name">Its name in the answer.</param>
/// <param name="Aim">Its first number.</param>
/// <param name="IsAsked">The request asks for it.</param>
/// <param name="Solve">Finds and proves it, from a plan to start with where there is one.</param>
internal sealed record NamedQuestion(string Name, Aim Aim, Func<PlanQuestions, bool> IsAsked, Func<PlanSearch, Patience, Draft?, Found> Solve)
{
    /// <summary>In the order of the answer.</summary>
    public static IReadOnlyList<NamedQuestion> All { get; } =
    [
        new("cheapest", Aim.CostThenHours, ask => ask.Cheapest, NamedPlans.Cheapest),
        new("fastest", Aim.Weeks, ask => ask.Fastest, NamedPlans.Fastest),
        new("bestRecognised", Aim.Recognition, ask => ask.BestRecognised, NamedPlans.BestRecognised),
    ];

    public static Aim AimOf(string name) => All.First(q => q.Name == name).Aim;
}
