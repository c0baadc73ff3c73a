using System.Globalization;
using System.Text;

namespace Cairn.JsonLd.Json;

/// <summary>JSON Canonicalization Scheme (RFC 8785) over the internal representation.</summary>
internal static class Jcs
{
    public static string Canonicalize(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool truth:
                text.Append(truth ? "true" : "false");
                break;
            case string characters:
                WriteString(text, characters);
                break;
            case JsonNumber number:
                text.Append(Number(number.Value));
                break;
            case JsonList list:
                text.Append('[');
                for (var i = 0; i < list.Count; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Write(text, list[i]);
                }

                text.Append(']');
                break;
            case JsonMap map:
                text.Append('{');
                // 3.2.3: by UTF-16 code units.
                var keys = map.KeyArray();
                Array.Sort(keys, StringComparer.Ordinal);
                for (var i = 0; i < keys.Length; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    WriteString(text, keys[i]);
                    text.Append(':');
                    Write(text, map[keys[i]]);
                }

                text.Append('}');
                break;
        }
    }

    /// <summary>3.2.2.2</summary>
    internal static void WriteString(StringBuilder text, ReadOnlySpan<char> characters)
    {
        text.Append('"');
        foreach (var c in characters)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    /// <summary>3.2.2.3: Number::toString of ECMAScript (ECMA-262, section 6.1.6.1.20).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has finite numbers only.");
        // Minus nought is nought.
        if (value == 0)
            return "0";
        // The fewest digits that give the same number again.
        var (digits, n) = Digits(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture));
        var sign = value < 0 ? "-" : "";
        var k = digits.Length;
        if (k <= n && n <= 21)
            return sign + digits + new string('0', n - k);
        if (n is > 0 and <= 21)
            return $"{sign}{digits[..n]}.{digits[n..]}";
        if (n is > -6 and <= 0)
            return $"{sign}0.{new string('0', -n)}{digits}";
        var power = n - 1;
        var fraction = k == 1 ? "" : "." + digits[1..];
        return $"{sign}{digits[0]}{fraction}e{(power < 0 ? "-" : "+")}{Math.Abs(power).ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The significant digits s and the n of s × 10^(n−k), from the text that .NET writes.</summary>
    private static (string Digits, int Exponent) Digits(string shortest)
    {
        var e = shortest.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? shortest : shortest[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa.Length : point;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leading = all.Length - all.TrimStart('0').Length;
        return (all.Trim('0'), whole - leading + exponent);
    }
}
