using Cairn.JsonLd.Json;

namespace Cairn.JsonLd.Flattening;

/// <summary>The flattening algorithm (JSON-LD 1.1 API, section 7.1.2).</summary>
internal static class Flattener
{
    public static JsonList Flatten(JsonList expanded, Processing processing)
    {
        // 1, 2
        var map = NodeMap.Of(expanded, processing);
        // 3
        var defaultGraph = map.Graphs[Keywords.Default];
        // 4
        foreach (var name in map.Graphs.Keys.Where(name => name != Keywords.Default).Order(CodePointOrder.Instance).ToList())
        {
            if (!defaultGraph.TryGetValue(name, out var entry))
                defaultGraph[name] = entry = new JsonMap { [Keywords.Id] = name };
            entry[Keywords.Graph] = InOrder(map.Graphs[name]);
        }

        // 5, 6
        return InOrder(defaultGraph);
    }

    /// <summary>The nodes by identifier; one that says nothing but its identifier is left out.</summary>
    private static JsonList InOrder(Dictionary<string, JsonMap> graph)
    {
        var nodes = new JsonList(graph.Count);
        foreach (var id in graph.Keys.Order(CodePointOrder.Instance))
        {
            if (graph[id].Count > 1)
                nodes.Add(graph[id]);
        }

        return nodes;
    }
}
