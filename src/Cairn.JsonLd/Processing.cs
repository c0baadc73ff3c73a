using System.Globalization;
using System.Text;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd;

/// <summary>One call of the API: its options, what it has spent, and where in the document it is.</summary>
internal sealed class Processing(JsonLdOptions options)
{
    private (string? Key, int Index)[] _path = new (string?, int)[16];
    private int _depth;
    private long _work;

    public JsonLdOptions Options => options;

    public JsonLdBudget Budget => options.Budget;

    public bool Is10 => options.ProcessingMode == JsonLdProcessingMode.JsonLd10;

    public bool Safe => options.Safe;

    /// <summary>Whether members are processed in the order of their keys. A dataset has no order, so that quads need none.</summary>
    public bool Ordered { get; init; } = options.Ordered;

    /// <summary>In safe mode: whether expansion also refuses what only RDF has no place for.</summary>
    public bool FindsRdfLoss { get; init; }

    /// <summary>Context documents of this call, by address.</summary>
    public Dictionary<string, ContextDocument> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>How deep in the document it is; setting it back leaves what was entered since.</summary>
    public int Depth
    {
        get => _depth;
        set => _depth = value;
    }

    public void Enter(string key) => Enter((key, 0));

    public void Enter(int index) => Enter((null, index));

    public void Leave() => _depth--;

    public void Spend(int work = 1)
    {
        _work += work;
        if (_work > options.Budget.MaxWork)
            throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxWork), options.Budget.MaxWork);
    }

    /// <summary>
    /// What a text costs that is put into the result once more: a step for every 32 characters. A short document may name a long text often, and
    /// so grow without end.
    /// </summary>
    public void Spend(string? text)
    {
        if (text?.Length >= 32)
            Spend(text.Length >> 5);
    }

    public JsonLdException Error(string code, string found, Exception? inner = null) => new(code, Pointer(), found, inner);

    /// <summary>In safe mode what would be dropped is an error; otherwise JSON-LD drops it in silence.</summary>
    public void Dropped(string what)
    {
        if (options.Safe)
            throw Error(JsonLdErrorCode.DataLoss, what);
    }

    private void Enter((string?, int) step)
    {
        if (_depth == _path.Length)
            Array.Resize(ref _path, _depth * 2);
        _path[_depth++] = step;
    }

    private string Pointer()
    {
        var pointer = new StringBuilder();
        for (var i = 0; i < _depth; i++)
        {
            var text = _path[i].Key ?? _path[i].Index.ToString(CultureInfo.InvariantCulture);
            pointer.Append('/').Append(text.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return pointer.ToString();
    }

    /// <summary>A value as an error shows it.</summary>
    public static string Show(object? value) => Excerpt.Of(value);
}

/// <summary>The value of the @context of a document that was loaded, and where it stands.</summary>
/// <param name="Context">Null when the document has none; <see cref="Null"/> when it is null.</param>
/// <param name="Url">The base of its relative IRIs.</param>
/// <param name="IsShared">Whether it lives as long as the process.</param>
internal sealed record ContextDocument(object? Context, string Url, bool IsShared)
{
    public static object Null { get; } = new();
}
