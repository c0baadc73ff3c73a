namespace Cairn.Web.Features.Explore.Search;

/// <summary>Things by their numbers while the catalogue is read.</summary>
internal static class Numbers
{
    /// <summary>The place of each row, by its id.</summary>
    public static Dictionary<TId, int> Of<TRow, TId>(TRow[] rows, Func<TRow, TId> id)
        where TId : struct
    {
        var numbers = new Dictionary<TId, int>(rows.Length);
        for (var n = 0; n < rows.Length; n++)
            numbers[id(rows[n])] = n;
        return numbers;
    }

    /// <summary>Each once, in order.</summary>
    public static int[] Distinct(List<int>? numbers) => numbers is null ? [] : [.. numbers.Distinct().Order()];

    public static void Append<TKey, TValue>(this Dictionary<TKey, List<TValue>> lists, TKey key, TValue value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        list.Add(value);
    }
}
