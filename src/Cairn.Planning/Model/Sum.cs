namespace Cairn.Planning.Model;

/// <summary>A whole number the solver chooses. Only the model that made it knows it.</summary>
internal readonly record struct Var(int Index);

/// <summary>A sum of variables times whole numbers, plus a constant. Additions are checked: an overflow is an exception, never a wrong plan.</summary>
internal sealed class Sum
{
    private readonly List<int> _vars = [];
    private readonly List<long> _factors = [];

    public long Constant { get; private set; }

    public int Count => _vars.Count;

    public IReadOnlyList<int> Vars => _vars;

    public IReadOnlyList<long> Factors => _factors;

    public static Sum Of(Var var, long factor = 1) => new Sum().Add(var, factor);

    public static Sum OfAll(IEnumerable<Var> vars)
    {
        var sum = new Sum();
        foreach (var var in vars) sum.Add(var);
        return sum;
    }

    public Sum Add(Var var, long factor = 1)
    {
        if (factor != 0)
        {
            _vars.Add(var.Index);
            _factors.Add(factor);
        }

        return this;
    }

    public Sum Add(long constant)
    {
        Constant = checked(Constant + constant);
        return this;
    }

    public Sum Add(Sum other, long factor = 1)
    {
        for (var i = 0; i < other._vars.Count; i++) Add(new Var(other._vars[i]), checked(other._factors[i] * factor));
        return Add(checked(other.Constant * factor));
    }

    /// <summary>The same sum with each variable once.</summary>
    public Sum Merged()
    {
        var place = new Dictionary<int, int>(_vars.Count);
        var merged = new Sum { Constant = Constant };
        for (var i = 0; i < _vars.Count; i++)
        {
            if (place.TryAdd(_vars[i], merged._vars.Count))
            {
                merged._vars.Add(_vars[i]);
                merged._factors.Add(_factors[i]);
            }
            else
            {
                merged._factors[place[_vars[i]]] = checked(merged._factors[place[_vars[i]]] + _factors[i]);
            }
        }

        return merged;
    }

    public long ValueIn(IReadOnlyList<long> values)
    {
        var value = Constant;
        for (var i = 0; i < _vars.Count; i++) value = checked(value + values[_vars[i]] * _factors[i]);
        return value;
    }
}
