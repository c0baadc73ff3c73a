using System.Text;

namespace Cairn.JsonLd.Json;

/// <summary>The beginning of a value's JSON, for errors: however large and deep the value is, only what is shown is written.</summary>
internal static class Excerpt
{
    private const int Length = 80;

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        if (text.Length <= Length)
            return text.ToString();
        text.Length = char.IsHighSurrogate(text[Length - 1]) ? Length - 1 : Length;
        return text.Append('…').ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case string characters:
                Jcs.WriteString(text, characters.AsSpan(0, Math.Min(characters.Length, Length)));
                break;
            case JsonNumber number:
                text.Append(number.Text.AsSpan(0, Math.Min(number.Text.Length, Length + 1)));
                break;
            case JsonList list:
                text.Append('[');
                for (var i = 0; i < list.Count && text.Length <= Length; i++)
                {
                    text.Append(i > 0 ? "," : "");
                    Write(text, list[i]);
                }

                text.Append(']');
                break;
            case JsonMap map:
                text.Append('{');
                for (var i = 0; i < map.Count && text.Length <= Length; i++)
                {
                    text.Append(i > 0 ? "," : "");
                    Write(text, map.Members[i].Key);
                    text.Append(':');
                    Write(text, map.Members[i].Value);
                }

                text.Append('}');
                break;
            default:
                text.Append(value is bool truth ? (truth ? "true" : "false") : "null");
                break;
        }
    }
}
