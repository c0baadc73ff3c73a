using System.Diagnostics.CodeAnalysis;

namespace Cairn.JsonLd.Json;

/// <summary>An array of the internal representation.</summary>
internal sealed class JsonList : List<object?>
{
    public JsonList()
    {
    }

    public JsonList(int capacity) : base(capacity)
    {
    }

    public static JsonList Of(object? item) => new(1) { item };
}

/// <summary>
/// A map of the internal representation; its members keep the order in which they came. The algorithms of JSON-LD look members up all the
/// time, nearly always in maps of a few: those are searched in line, and only larger ones get an index.
/// </summary>
/// <remarks>A value is null, a string, a boxed bool, a <see cref="JsonNumber"/>, a <see cref="JsonList"/> or a <see cref="JsonMap"/>.</remarks>
internal sealed class JsonMap
{
    private const int SearchedInLine = 12;

    private string[] _keys;
    private object?[] _values;
    private Dictionary<string, int>? _index;

    public JsonMap(int capacity = 4)
    {
        _keys = new string[capacity];
        _values = new object?[capacity];
    }

    public JsonMap(JsonMap other)
    {
        _keys = [.. other._keys];
        _values = [.. other._values];
        Count = other.Count;
        if (Count > SearchedInLine)
            BuildIndex();
    }

    public int Count { get; private set; }

    public ReadOnlySpan<string> Keys => _keys.AsSpan(0, Count);

    public ReadOnlySpan<object?> Values => _values.AsSpan(0, Count);

    /// <summary>Reading what is not there gives null; writing adds or replaces.</summary>
    public object? this[string key]
    {
        get => Find(key) is >= 0 and var at ? _values[at] : null;
        set
        {
            var at = Find(key);
            if (at >= 0)
                _values[at] = value;
            else
                Add(key, value);
        }
    }

    public bool Has(string key) => Find(key) >= 0;

    public bool TryGet(string key, [MaybeNullWhen(false)] out object? value)
    {
        var at = Find(key);
        value = at >= 0 ? _values[at] : null;
        return at >= 0;
    }

    /// <summary>Adds a member that is known not to be there.</summary>
    public void Add(string key, object? value)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Math.Max(4, Count * 2));
            Array.Resize(ref _values, _keys.Length);
        }

        _keys[Count] = key;
        _values[Count] = value;
        Count++;
        if (_index is not null)
            _index.Add(key, Count - 1);
        else if (Count > SearchedInLine)
            BuildIndex();
    }

    public bool Remove(string key)
    {
        var at = Find(key);
        if (at < 0)
            return false;
        Count--;
        Array.Copy(_keys, at + 1, _keys, at, Count - at);
        Array.Copy(_values, at + 1, _values, at, Count - at);
        _keys[Count] = null!;
        _values[Count] = null;
        if (_index is not null)
            BuildIndex();
        return true;
    }

    /// <summary>The places of the members in the code point order of their keys.</summary>
    public int[] InOrder()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(_keys[..Count], order, CodePointOrder.Instance);
        return order;
    }

    private int Find(string key)
    {
        if (_index is not null)
            return _index.TryGetValue(key, out var at) ? at : -1;
        var keys = Keys;
        for (var i = 0; i < keys.Length; i++)
        {
            if (ReferenceEquals(keys[i], key))
                return i;
        }

        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Length == key.Length && keys[i] == key)
                return i;
        }

        return -1;
    }

    private void BuildIndex()
    {
        _index = new Dictionary<string, int>(Count, StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
            _index.Add(_keys[i], i);
    }
}

/// <summary>Strings by code point. UTF-16 code units sort alike but where surrogates meet U+E000 and above.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static CodePointOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var a = x.AsSpan();
        var b = y.AsSpan();
        var same = a.CommonPrefixLength(b);
        if (same == a.Length || same == b.Length)
            return a.Length - b.Length;
        var (c, d) = (a[same], b[same]);
        return char.IsSurrogate(c) == char.IsSurrogate(d) ? c - d : char.IsSurrogate(c) ? 1 : -1;
    }
}
