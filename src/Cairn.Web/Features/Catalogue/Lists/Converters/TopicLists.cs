namespace Cairn.Web.Features.Catalogue.Lists.Converters;

/// <summary>Lists of skills in a cell, one topic each, in the source's words.</summary>
internal static class TopicLists
{
    /// <summary>A longer item is a sentence, not the name of a skill.</summary>
    private const int LongestTopic = 120;

    /// <summary>"a, b, c" with items that hold the separator themselves kept whole. Leading words such as "Skills you'll gain:" are dropped.</summary>
    public static IEnumerable<string> Split(string text, string separator, IReadOnlyList<string> whole)
    {
        text = Texts.Clean(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is > 0 and < 30 && text.StartsWith("Skills", StringComparison.OrdinalIgnoreCase))
            text = text[(colon + 1)..];

        // An item that holds the separator is set aside under a letter nobody types, split around, and put back.
        for (var i = 0; i < whole.Count; i++)
            text = text.Replace(whole[i], ((char)('\uE000' + i)).ToString(), StringComparison.OrdinalIgnoreCase);
        return Items(text.Split(separator).Select(item =>
        {
            item = item.Trim();
            return item.Length == 1 && item[0] is >= '\uE000' and <= '\uF8FF' ? whole[item[0] - '\uE000'] : item;
        }));
    }

    /// <summary>The set literal <c>{" Network Security"," Linux"}</c>, or <c>{Course}</c>.</summary>
    public static IEnumerable<string> Set(string text)
    {
        text = text.Trim();
        if (!text.StartsWith('{') || !text.EndsWith('}'))
            return [];
        var items = new List<string>();
        var item = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in text[1..^1])
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
                Close();
            else
                item.Append(c);
        }

        Close();
        return Items(Rejoin(items));

        void Close()
        {
            items.Add(item.ToString());
            item.Clear();
        }
    }

    // The source cut one name at its commas before it made the set.
    private static IEnumerable<string> Rejoin(List<string> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i + 2 < items.Count && items[i].Trim() == "Extract" && items[i + 1].Trim() == "Transform" && items[i + 2].Trim() == "Load")
            {
                yield return "Extract, Transform, Load";
                i += 2;
            }
            else
            {
                yield return items[i];
            }
        }
    }

    private static IEnumerable<string> Items(IEnumerable<string> items) => items
        .Select(Texts.Clean)
        .Where(item => item.Length is > 0 and <= LongestTopic && item is not ("None" or "null" or "NULL" or "N/A"))
        .Distinct(StringComparer.OrdinalIgnoreCase);
}
