using System.Runtime.CompilerServices;

namespace Cairn.Rdf;

/// <summary>RDFC-1.0, sections 4.7 (hash related blank node) and 4.8 (hash N-degree quads). Work and depth are limited: some graphs need more than anybody has.</summary>
internal sealed class NDegreeHash(Canonicalization state, int maxWork)
{
    /// <summary>Nested calls that fit a stack of a megabyte with room to spare.</summary>
    private const int MaxDepth = 400;

    private int _work;
    private int _depth;

    /// <param name="node">The blank node to hash.</param>
    /// <param name="issuer">The temporary identifiers so far; may be changed.</param>
    /// <returns>The hash, and the issuer as the chosen path left it.</returns>
    public (byte[] Hash, TemporaryIssuer Issuer) Hash(int node, TemporaryIssuer issuer)
    {
        // A stack of a megabyte holds them all; a smaller one may end before.
        if (++_depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new WorkLimitException("nested alike blank nodes", Math.Min(_depth - 1, MaxDepth));
        var data = new ByteText(512);
        try
        {
            // 4.8.3, steps 1 to 3: related nodes by the hash of how they are related. Sorted, as step 5 asks.
            foreach (var (relatedHash, related) in GroupRelated(node, issuer))
            {
                // 5.1
                data.Add(relatedHash);
                // 5.2 to 5.4: of all orders, the one with the least path.
                (var path, issuer) = ChoosePath(related, issuer);
                // 5.5
                data.Add(path);
            }

            var hash = new byte[state.HashLength];
            state.Hash(data.Written, hash);
            return (hash, issuer);
        }
        finally
        {
            data.Dispose();
            _depth--;
        }
    }

    private SortedDictionary<byte[], List<int>> GroupRelated(int node, TemporaryIssuer issuer)
    {
        var groups = new SortedDictionary<byte[], List<int>>(BytesInOrder.Instance);
        foreach (var quad in state.Mentions(node))
        {
            var nodes = state.NodesOf(quad);
            Add(quad, nodes.Subject, (byte)'s');
            Add(quad, nodes.Object, (byte)'o');
            Add(quad, nodes.Graph, (byte)'g');
        }

        return groups;

        void Add(int quad, int related, byte position)
        {
            if (related == QuadNodes.None || related == node)
                return;
            var hash = HashRelated(related, quad, issuer, position);
            if (!groups.TryGetValue(hash, out var group))
                groups[hash] = group = [];
            group.Add(related);
        }
    }

    /// <summary>4.7.3, in hexadecimal.</summary>
    private byte[] HashRelated(int related, int quad, TemporaryIssuer issuer, byte position)
    {
        Spend();
        var input = new ByteText(256);
        // 1, 2
        input.Add(position);
        if (position != (byte)'g')
            input.Add(state.PredicateOf(quad).NQuads);
        // 3, 4
        if (!AddIdentifier(ref input, related, issuer))
            input.AddHex(state.HashOf(related));
        // 5
        Span<byte> hash = stackalloc byte[state.HashLength];
        state.Hash(input.Written, hash);
        input.Clear();
        input.AddHex(hash);
        var hex = input.Written.ToArray();
        input.Dispose();
        return hex;
    }

    private (byte[] Path, TemporaryIssuer Issuer) ChoosePath(List<int> related, TemporaryIssuer issuer)
    {
        byte[]? chosen = null;
        var chosenIssuer = issuer;
        related.Sort();
        do
        {
            // 5.4.1 to 5.4.3; one node has one order, and nothing to go back to.
            var copy = related.Count == 1 ? issuer : Copy(issuer);
            if (TryPath(related, ref copy, chosen) is not { } path)
                continue;
            // 5.4.6
            chosen = path;
            chosenIssuer = copy;
        }
        while (NextPermutation(related));

        return (chosen!, chosenIssuer);
    }

    /// <summary>4.8.3, steps 5.4.4 and 5.4.5 for one order; null when a path that is no longer can only be greater than the chosen one.</summary>
    private byte[]? TryPath(List<int> order, ref TemporaryIssuer issuer, byte[]? chosen)
    {
        var path = new ByteText(256);
        try
        {
            var recursion = new List<int>();
            foreach (var related in order)
            {
                Spend();
                // 5.4.4.1, 5.4.4.2
                if (!AddIdentifier(ref path, related, issuer, canonicalOnly: true))
                {
                    if (!issuer.TryGet(related, out _))
                        recursion.Add(related);
                    path.Add("_:b"u8);
                    path.Add(issuer.Issue(related));
                }

                // 5.4.4.3
                if (IsHopeless(path.Written, chosen))
                    return null;
            }

            foreach (var related in recursion)
            {
                // 5.4.5.1 to 5.4.5.4
                var (hash, after) = Hash(related, issuer);
                path.Add("_:b"u8);
                path.Add(issuer.Issue(related));
                path.Add((byte)'<');
                path.AddHex(hash);
                path.Add((byte)'>');
                issuer = after;
                // 5.4.5.5
                if (IsHopeless(path.Written, chosen))
                    return null;
            }

            return chosen is null || path.Written.SequenceCompareTo(chosen) < 0 ? path.Written.ToArray() : null;
        }
        finally
        {
            path.Dispose();
        }
    }

    private static bool IsHopeless(ReadOnlySpan<byte> path, byte[]? chosen) =>
        chosen is not null && path.Length >= chosen.Length && path.SequenceCompareTo(chosen) > 0;

    private bool AddIdentifier(ref ByteText text, int node, TemporaryIssuer issuer, bool canonicalOnly = false)
    {
        if (state.IsIssued(node))
        {
            text.Add("_:c14n"u8);
            text.Add(state.CanonicalNumber(node));
            return true;
        }

        if (canonicalOnly || !issuer.TryGet(node, out var number))
            return false;
        text.Add("_:b"u8);
        text.Add(number);
        return true;
    }

    /// <summary>Copying is cheap for each entry, but there may be as many as nodes.</summary>
    private TemporaryIssuer Copy(TemporaryIssuer issuer)
    {
        Spend(issuer.InOrder.Count / 32);
        return issuer.Copy();
    }

    private void Spend(int work = 1)
    {
        if ((_work += work) > maxWork)
            throw new WorkLimitException("steps to tell alike blank nodes apart", maxWork);
    }

    /// <summary>The next order of the numbers, as a dictionary would list them; equal numbers give no order twice.</summary>
    private static bool NextPermutation(List<int> order)
    {
        var i = order.Count - 2;
        while (i >= 0 && order[i] >= order[i + 1])
            i--;
        if (i < 0)
            return false;
        var j = order.Count - 1;
        while (order[j] <= order[i])
            j--;
        (order[i], order[j]) = (order[j], order[i]);
        order.Reverse(i + 1, order.Count - i - 1);
        return true;
    }

    private sealed class BytesInOrder : IComparer<byte[]>
    {
        public static BytesInOrder Instance { get; } = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
