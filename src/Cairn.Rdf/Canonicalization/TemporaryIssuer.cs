namespace Cairn.Rdf;

/// <summary>The blank node identifier issuer of RDFC-1.0, section 4.5, with prefix b, over numbered nodes.</summary>
internal sealed class TemporaryIssuer
{
    private readonly Dictionary<int, int> _numbers;
    private readonly List<int> _inOrder;

    public TemporaryIssuer() => (_numbers, _inOrder) = ([], []);

    private TemporaryIssuer(TemporaryIssuer other) => (_numbers, _inOrder) = (new(other._numbers), [.. other._inOrder]);

    public IReadOnlyList<int> InOrder => _inOrder;

    public bool TryGet(int node, out int number) => _numbers.TryGetValue(node, out number);

    public int Issue(int node)
    {
        if (!_numbers.TryGetValue(node, out var number))
        {
            _numbers[node] = number = _inOrder.Count;
            _inOrder.Add(node);
        }

        return number;
    }

    public TemporaryIssuer Copy() => new(this);
}
