using System.Globalization;

namespace Cairn.JsonLd.Flattening;

/// <summary>Generate blank node identifier (JSON-LD 1.1 API, section 7.3): b0, b1, … in the order in which they are asked for. Labels stand without their _:.</summary>
internal sealed class BlankNodeLabels
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private int _next;

    public string New() => "b" + (_next++).ToString(CultureInfo.InvariantCulture);

    public string Of(string label)
    {
        if (!_labels.TryGetValue(label, out var issued))
            _labels[label] = issued = New();
        return issued;
    }
}
