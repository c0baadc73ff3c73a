using Cairn.Planning.Contract;
using Cairn.Planning.Searching;

namespace Cairn.Planning.Questions;

/// <summary>A plan that has a name, as a question that can be asked again of another problem.</summary>
/// <param name="Name">Its name in the answer.</param>
/// <param name="Aim">Its first number.</param>
/// <param name="IsAsked">The request asks for it.</param>
/// <param name="Solve">Finds and proves it.</param>
internal sealed record NamedQuestion(string Name, Aim Aim, Func<PlanQuestions, bool> IsAsked, Func<PlanSearch, Patience, Found> Solve)
{
    /// <summary>In the order of the answer.</summary>
    public static IReadOnlyList<NamedQuestion> All { get; } =
    [
        new("cheapest", Aim.CostThenHours, ask => ask.Cheapest, (search, patience) => NamedPlans.Cheapest(search, patience)),
        new("fastest", Aim.Weeks, ask => ask.Fastest, (search, patience) => NamedPlans.Fastest(search, patience)),
        new("bestRecognised", Aim.Recognition, ask => ask.BestRecognised, (search, patience) => NamedPlans.BestRecognised(search, patience)),
    ];

    public static Aim AimOf(string name) => All.First(q => q.Name == name).Aim;
}
