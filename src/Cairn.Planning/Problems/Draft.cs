namespace Cairn.Planning.Problems;

/// <summary>A valid plan in numbers.</summary>
internal sealed record Draft
{
    public required PlanProblem Problem { get; init; }

    /// <summary>Candidates, ascending.</summary>
    public required int[] Chosen { get; init; }

    /// <summary>How each of <see cref="Chosen"/> is paid.</summary>
    public required Payment[] Pays { get; init; }

    public required long Cost { get; init; }

    public required Timetable Timetable { get; init; }

    /// <summary>The same plan among the candidates of another question, which has them all.</summary>
    public Draft In(PlanProblem other)
    {
        if (ReferenceEquals(Problem, other)) return this;
        var places = other.Places();
        return this with { Problem = other, Chosen = Array.ConvertAll(Chosen, p => places[Problem.Candidates[p].Position]) };
    }

    public int Weeks => Timetable.Weeks;

    public long Hours => Chosen.Sum(p => (long)Problem.Candidates[p].Hours);

    public long Recognition => Problem.RecognitionOf(Chosen);

    public long ReachedWeight => Problem.ReachedWeightOf(Chosen);
}

/// <summary>How a program is paid.</summary>
/// <param name="Kind">Once, with an aid, or through its subscription.</param>
/// <param name="Aid">Position of the aid, where there is one.</param>
internal readonly record struct Payment(PaymentKind Kind, int Aid = -1);

internal enum PaymentKind
{
    Once,
    Aid,
    Subscription,
}

/// <summary>First and last day of each program of a set, counted from the start.</summary>
internal sealed record Timetable(int[] Start, int[] Finish)
{
    public int Weeks => Finish.Length == 0 ? 0 : Finish.Max() / 7 + 1;
}
