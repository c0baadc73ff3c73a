namespace Cairn.Web.Features.Catalogue.Lists.Converters;

/// <summary>Levels in words as 1 introductory, 2 working, 3 advanced. "All levels" and "mixed" state none.</summary>
internal static class Levels
{
    public static int? Read(string text)
    {
        var word = Texts.Clean(text);
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && word.StartsWith("Level", StringComparison.OrdinalIgnoreCase))
            word = word[(colon + 1)..].Trim();
        if (word.EndsWith(" level", StringComparison.OrdinalIgnoreCase))
            word = word[..^6];
        return word.ToLowerInvariant() switch
        {
            "1" or "beginner" or "introductory" or "introduction" or "basic" or "entry" or "foundation" or "principiante" or "introductorio" => 1,
            "2" or "intermediate" or "intermedio" or "working" => 2,
            "3" or "advanced" or "expert" or "avanzado" => 3,
            _ => null,
        };
    }

    /// <summary>Words that are read and state no level.</summary>
    public static bool StatesNone(string text) => Texts.Clean(text).ToLowerInvariant() is "all levels" or "mixed" or "all" or "mixed level";
}
