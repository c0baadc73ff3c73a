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

/// <summary>A member of a map.</summary>
internal readonly record struct JsonMember(string Key, object? Value);

/// <summary>
/// A map of the internal representation; its members keep the order in which they came. The algorithms of JSON-LD look members up all the
/// time, nearly always in maps of a few: those are searched in line, and only larger ones get an index.
/// </summary>
/// <remarks>A value is null, a string, a boxed bool, a <see cref="JsonNumber"/>, a <see cref="JsonList"/> or a <see cref="JsonMap"/>.</remarks>
internal sealed class JsonMap
{
    private const int SearchedInLine = 16;

    private JsonMember[] _members;
    private Dictionary<string, int>? _index;

    public JsonMap(int capacity = 2) => _members = new JsonMember[capacity];

    public JsonMap(JsonMap other) : this(other.Members)
    {
    }

    /// <param name="members">No key stands twice.</param>
    public JsonMap(ReadOnlySpan<JsonMember> members)
    {
        _members = members.ToArray();
        Count = members.Length;
        if (Count > SearchedInLine)
            BuildIndex();
    }

    public int Count { get; private set; }

    public ReadOnlySpan<JsonMember> Members => _members.AsSpan(0, Count);

    /// <summary>Reading what is not there gives null; writing adds or replaces.</summary>
    public object? this[string key]
    {
        get => Find(key) is >= 0 and var at ? _members[at].Value : null;
        set
        {
            var at = Find(key);
            if (at >= 0)
                _members[at] = new JsonMember(key, value);
            else
                Add(key, value);
        }
    }

    public bool Has(string key) => Find(key) >= 0;

    public bool TryGet(string key, [MaybeNullWhen(false)] out object? value)
    {
        var at = Find(key);
        value = at >= 0 ? _members[at].Value : null;
        return at >= 0;
    }

    /// <summary>Adds a member that is known not to be there.</summary>
    public void Add(string key, object? value)
    {
        if (Count == _members.Length)
            Array.Resize(ref _members, Math.Max(2, Count * 2));
        _members[Count++] = new JsonMember(key, value);
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
        Array.Copy(_members, at + 1, _members, at, Count - at);
        _members[Count] = default;
        if (_index is not null)
            BuildIndex();
        return true;
    }

    public string[] KeyArray()
    {
        var keys = new string[Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = _members[i].Key;
        return keys;
    }

    /// <summary>The places of the members in the code point order of their keys.</summary>
    public int[] InOrder()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(KeyArray(), order, CodePointOrder.Instance);
        return order;
    }

    /// <summary>The first key that stands twice, or null.</summary>
    public static string? Double(ReadOnlySpan<JsonMember> members)
    {
        if (members.Length > SearchedInLine)
        {
            var seen = new HashSet<string>(members.Length, StringComparer.Ordinal);
            foreach (var (key, _) in members)
            {
                if (!seen.Add(key))
                    return key;
            }

            return null;
        }

        for (var i = 1; i < members.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (members[i].Key.Length == members[j].Key.Length && members[i].Key == members[j].Key)
                    return members[i].Key;
            }
        }

        return null;
    }

    private int Find(string key)
    {
        if (_index is not null)
            return _index.TryGetValue(key, out var at) ? at : -1;
        var members = Members;
        for (var i = 0; i < members.Length; i++)
        {
            if (ReferenceEquals(members[i].Key, key))
                return i;
        }

        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Key.Length == key.Length && members[i].Key == key)
                return i;
        }

        return -1;
    }

    private void BuildIndex()
    {
        _index = new Dictionary<string, int>(Count, StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
            _index.Add(_members[i].Key, i);
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
