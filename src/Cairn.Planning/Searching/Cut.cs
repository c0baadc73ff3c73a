using Cairn.Planning.Model;

namespace Cairn.Planning.Searching;

/// <summary>
/// What a failed calendar taught: a plan with all of these programs, and none that could prepare for them in another way,
/// takes at least so many weeks. It holds for every plan of the problem, whatever is optimised.
/// </summary>
/// <param name="Members">Candidates that are in the plan together.</param>
/// <param name="Others">Candidates whose presence makes the sentence say nothing.</param>
/// <param name="Weeks">Fewest weeks; <see cref="int.MaxValue"/> when no plan holds them.</param>
internal sealed record Cut(int[] Members, int[] Others, int Weeks)
{
    public void AddTo(PlanModel model)
    {
        if (Weeks > model.WeeksAtMost)
        {
            var clause = new Sum();
            foreach (var p in Members) clause.Add(model.Takes[p], -1);
            foreach (var q in Others) clause.Add(model.Takes[q]);
            model.Solver.AtLeast(clause, 1 - Members.Length);
        }
        else if (model.WeeksAreMinimised)
        {
            var weeks = Sum.Of(model.Weeks);
            foreach (var p in Members) weeks.Add(model.Takes[p], -Weeks);
            foreach (var q in Others) weeks.Add(model.Takes[q], Weeks);
            model.Solver.AtLeast(weeks, Weeks - (long)Weeks * Members.Length);
        }
    }
}
