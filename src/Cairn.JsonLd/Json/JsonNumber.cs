using System.Globalization;

namespace Cairn.JsonLd.Json;

/// <summary>A number as it was written, and its value. What is copied from input to output keeps its digits.</summary>
internal sealed class JsonNumber(string text)
{
    public JsonNumber(long value) : this(value.ToString(CultureInfo.InvariantCulture))
    {
    }

    public string Text => text;

    /// <summary>The IEEE 754 double. Readers refuse what is beyond it.</summary>
    public double Value { get; } = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
