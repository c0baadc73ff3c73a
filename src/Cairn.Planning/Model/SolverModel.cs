using System.Globalization;
using Google.OrTools.Sat;

namespace Cairn.Planning.Model;

/// <summary>Whole-number variables, linear constraints and one objective, solved by CP-SAT. The only file that sees its types.</summary>
/// <remarks>
/// Built on the protocol messages: the wrapper objects cost more than many of these solves. One worker and the full
/// linearization prove optima here; the shipped default on two cores proves nothing in a minute.
/// </remarks>
internal sealed class SolverModel
{
    private const string Settings = "num_workers:1,linearization_level:2,random_seed:1,cp_model_probing_level:0,symmetry_level:0";

    private readonly CpModelProto _model = new();

    public Var Flag() => Whole(0, 1);

    public Var Whole(long least, long most)
    {
        var variable = new IntegerVariableProto();
        variable.Domain.Add(least);
        variable.Domain.Add(most);
        _model.Variables.Add(variable);
        return new(_model.Variables.Count - 1);
    }

    public void AtLeast(Sum sum, long bound) => Between(sum, bound, null);

    public void AtMost(Sum sum, long bound) => Between(sum, null, bound);

    public void Exactly(Sum sum, long value) => Between(sum, value, value);

    public void Fix(Var var, long value)
    {
        var domain = _model.Variables[var.Index].Domain;
        domain[0] = value;
        domain[1] = value;
    }

    /// <summary>If the flag is set, at least one of the others is.</summary>
    public void OneOf(Var flag, IEnumerable<Var> others)
    {
        var clause = new BoolArgumentProto();
        clause.Literals.Add(-flag.Index - 1);
        foreach (var other in others) clause.Literals.Add(other.Index);
        _model.Constraints.Add(new ConstraintProto { BoolOr = clause });
    }

    public void Minimise(Sum sum)
    {
        var merged = sum.Merged();
        var objective = new CpObjectiveProto();
        objective.Vars.Add(merged.Vars);
        objective.Coeffs.Add(merged.Factors);
        _model.Objective = objective;
    }

    /// <summary>A start for the search: a solution, or part of one. It need not be right.</summary>
    public void Hint(Var var, long value)
    {
        _model.SolutionHint ??= new();
        _model.SolutionHint.Vars.Add(var.Index);
        _model.SolutionHint.Values.Add(value);
    }

    /// <summary>A whole solution to start from, in place of all hints.</summary>
    public void HintAll(IReadOnlyList<long> values)
    {
        _model.SolutionHint = new();
        for (var i = 0; i < values.Count; i++)
        {
            _model.SolutionHint.Vars.Add(i);
            _model.SolutionHint.Values.Add(values[i]);
        }
    }

    /// <summary>What the linear relaxation says; null where it says nothing.</summary>
    public LinearBound? Relax(TimeSpan limit) => LinearBound.Of(_model, limit);

    /// <summary>Solves with some flags held at 0, and lets them go again.</summary>
    public SolverAnswer SolveWithout(IReadOnlyList<Var> without, TimeSpan limit, CancellationToken cancellationToken)
    {
        var held = without.Where(v => _model.Variables[v.Index].Domain is [0, 1]).ToList();
        foreach (var var in held) _model.Variables[var.Index].Domain[1] = 0;
        try
        {
            return Solve(limit, cancellationToken);
        }
        finally
        {
            foreach (var var in held) _model.Variables[var.Index].Domain[1] = 1;
        }
    }

    public SolverAnswer Solve(TimeSpan limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (limit <= TimeSpan.Zero) return new(SolverStatus.Unknown, [], null);
        using var solver = new SolveWrapper();
        solver.SetStringParameters(string.Create(CultureInfo.InvariantCulture, $"{Settings},max_time_in_seconds:{limit.TotalSeconds:0.####}"));
        CpSolverResponse response;
        using (cancellationToken.Register(solver.StopSearch))
        {
            response = solver.Solve(_model);
        }

        cancellationToken.ThrowIfCancellationRequested();
        long? bound = _model.Objective is null ? null : response.InnerObjectiveLowerBound;
        return response.Status switch
        {
            CpSolverStatus.Optimal => new(SolverStatus.Optimal, response.Solution, bound),
            CpSolverStatus.Feasible => new(SolverStatus.Feasible, response.Solution, bound),
            CpSolverStatus.Infeasible => new(SolverStatus.Infeasible, [], null),
            CpSolverStatus.Unknown => new(SolverStatus.Unknown, [], null),
            _ => throw new InvalidOperationException($"The solver refused the model: {response.SolutionInfo}"),
        };
    }

    private void Between(Sum sum, long? least, long? most)
    {
        var linear = new LinearConstraintProto();
        var merged = sum.Merged();
        linear.Vars.Add(merged.Vars);
        linear.Coeffs.Add(merged.Factors);
        linear.Domain.Add(least is { } l ? checked(l - sum.Constant) : long.MinValue);
        linear.Domain.Add(most is { } m ? checked(m - sum.Constant) : long.MaxValue);
        _model.Constraints.Add(new ConstraintProto { Linear = linear });
    }
}

/// <summary>What the solver said.</summary>
/// <param name="Status">What it proved.</param>
/// <param name="Values">By variable; empty without a solution.</param>
/// <param name="Bound">No solution has a smaller objective (without its constant); null when nothing is known.</param>
internal sealed record SolverAnswer(SolverStatus Status, IReadOnlyList<long> Values, long? Bound)
{
    public bool HasSolution => Status is SolverStatus.Optimal or SolverStatus.Feasible;
}

internal enum SolverStatus
{
    Optimal,
    Feasible,
    Infeasible,
    Unknown,
}
