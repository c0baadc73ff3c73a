using Cairn.JsonLd.Json;

namespace Cairn.JsonLd;

/// <summary>What a map of an expanded document is (JSON-LD 1.1, section 9).</summary>
internal static class Shapes
{
    public static bool IsValue(object? item) => item is JsonMap map && map.Has(Keywords.Value);

    public static bool IsList(object? item) => item is JsonMap map && map.Has(Keywords.List);

    /// <summary>A map with @graph and, besides, at most @id and @index.</summary>
    public static bool IsGraph(object? item)
    {
        if (item is not JsonMap map || !map.Has(Keywords.Graph))
            return false;
        foreach (var (key, _) in map.Members)
        {
            if (key is not (Keywords.Graph or Keywords.Id or Keywords.Index))
                return false;
        }

        return true;
    }

    public static bool IsSimpleGraph(object? item) => IsGraph(item) && !((JsonMap)item!).Has(Keywords.Id);

    public static bool IsNode(object? item) => item is JsonMap map && !map.Has(Keywords.Value) && !map.Has(Keywords.List) && !map.Has(Keywords.Set);
}
