using Google.OrTools.Sat;
using LinearSolver = Google.OrTools.LinearSolver.Solver;

namespace Cairn.Planning.Model;

/// <summary>
/// What the linear relaxation of a model says: a bound of its objective, and by how much the bound rises when a variable leaves
/// its lower end. Both follow from the dual prices alone by weak duality, recomputed here, so a price that is a little off makes
/// the bound weaker, never wrong.
/// </summary>
internal sealed class LinearBound
{
    private LinearBound(double value, double[] rises, double error) => (Value, Rises, Error) = (value, rises, error);

    /// <summary>No solution has a smaller objective (without its constant).</summary>
    public double Value { get; }

    /// <summary>By variable: a solution in which it is one above its lower end has an objective of at least <see cref="Value"/> plus this.</summary>
    public double[] Rises { get; }

    /// <summary>More than all roundings together.</summary>
    public double Error { get; }

    /// <summary>Null when the relaxation has no optimum in that time, or no prices that can be used.</summary>
    public static LinearBound? Of(CpModelProto model, TimeSpan limit)
    {
        using var solver = LinearSolver.CreateSolver("GLOP");
        if (solver is null || model.Objective is null) return null;
        var variables = new Google.OrTools.LinearSolver.Variable[model.Variables.Count];
        for (var j = 0; j < variables.Length; j++)
            variables[j] = solver.MakeNumVar(model.Variables[j].Domain[0], model.Variables[j].Domain[^1], "");
        var costs = new double[variables.Length];
        for (var k = 0; k < model.Objective.Vars.Count; k++) costs[model.Objective.Vars[k]] = model.Objective.Coeffs[k];
        var largest = Math.Max(1, costs.Max(Math.Abs));
        var objective = solver.Objective();
        for (var j = 0; j < costs.Length; j++)
        {
            if (costs[j] != 0) objective.SetCoefficient(variables[j], costs[j] / largest);
        }

        objective.SetMinimization();
        solver.SetTimeLimit((long)Math.Max(1, limit.TotalMilliseconds));
        var rows = model.Constraints.Select(Row.Of).ToList();
        var constraints = new Google.OrTools.LinearSolver.Constraint[rows.Count];
        for (var i = 0; i < constraints.Length; i++)
        {
            constraints[i] = solver.MakeConstraint(rows[i].Least, rows[i].Most);
            for (var k = 0; k < rows[i].Vars.Count; k++) constraints[i].SetCoefficient(variables[rows[i].Vars[k]], rows[i].Factor(k));
        }

        if (solver.Solve() != LinearSolver.ResultStatus.OPTIMAL) return null;
        return FromPrices(model, costs, rows, [.. constraints.Select(c => c.DualValue() * largest)]);
    }

    private static LinearBound? FromPrices(CpModelProto model, double[] costs, List<Row> rows, double[] prices)
    {
        double value = 0, magnitude = 0;
        var rises = (double[])costs.Clone();
        for (var i = 0; i < rows.Count; i++)
        {
            // A price of the wrong sign says nothing: without it the bound is still one.
            var side = prices[i] > 0 ? rows[i].Least : rows[i].Most;
            if (prices[i] == 0 || double.IsNaN(prices[i]) || double.IsInfinity(side)) continue;
            value += prices[i] * side;
            magnitude += Math.Abs(prices[i] * side);
            for (var k = 0; k < rows[i].Vars.Count; k++) rises[rows[i].Vars[k]] -= prices[i] * rows[i].Factor(k);
        }

        for (var j = 0; j < rises.Length; j++)
        {
            var (least, most) = (model.Variables[j].Domain[0], model.Variables[j].Domain[^1]);
            var part = Math.Min(rises[j] * least, rises[j] * most);
            value += part;
            magnitude += Math.Abs(part) + Math.Abs(costs[j]) * 1e-3;
        }

        return double.IsFinite(value) ? new(value, rises, 1e-6 + magnitude * 1e-10) : null;
    }

    /// <summary>least ≤ Σ factor × variable ≤ most.</summary>
    private sealed record Row(IReadOnlyList<int> Vars, IReadOnlyList<long>? Factors, double Least, double Most, IReadOnlyList<int>? Literals)
    {
        public double Factor(int k) => Factors is not null ? Factors[k] : Literals![k] < 0 ? -1 : 1;

        public static Row Of(ConstraintProto constraint)
        {
            if (constraint.BoolOr is { } clause)
            {
                // A negated literal counts 1 − x.
                var negated = clause.Literals.Count(l => l < 0);
                return new([.. clause.Literals.Select(l => l < 0 ? -l - 1 : l)], null, 1 - negated, double.PositiveInfinity, clause.Literals);
            }

            var linear = constraint.Linear;
            return new(
                linear.Vars,
                linear.Coeffs,
                linear.Domain[0] == long.MinValue ? double.NegativeInfinity : linear.Domain[0],
                linear.Domain[1] == long.MaxValue ? double.PositiveInfinity : linear.Domain[1],
                null);
        }
    }
}
