using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd.Flattening;

/// <summary>Node map generation (JSON-LD 1.1 API, section 7.2.2): every node of an expanded document once in each graph it stands in.</summary>
internal sealed class NodeMap(Processing processing)
{
    private readonly BlankNodeLabels _labels = new();

    /// <summary>Of each member of a node, what is already there: comparing each value with all others would take the square of their number.</summary>
    private readonly Dictionary<(JsonMap Node, string Property), HashSet<string>> _known = [];

    /// <summary>Graphs by name, and in them nodes by identifier.</summary>
    public Dictionary<string, Dictionary<string, JsonMap>> Graphs { get; } = new(StringComparer.Ordinal) { [Keywords.Default] = new(StringComparer.Ordinal) };

    public static NodeMap Of(JsonList expanded, Processing processing)
    {
        var map = new NodeMap(processing);
        map.Add(expanded, Keywords.Default, null, null, null);
        return map;
    }

    private void Add(object? element, string graph, object? subject, string? property, JsonMap? list, int listDepth = 0)
    {
        processing.Spend();
        // 1
        if (element is JsonList items)
        {
            foreach (var item in items)
                Add(item, graph, subject, property, list, listDepth);
            return;
        }

        if (element is not JsonMap map)
            return;
        // A graph of a container may hold what is no node: nothing says what it belongs to.
        if (subject is null && list is null && !Shapes.IsNode(map))
            return;
        // 3
        if (map.TryGet(Keywords.Type, out var types))
            RelabelTypes(map, types);
        // 4
        if (map.Has(Keywords.Value))
            AddTo(graph, subject, property, list, map);
        // 5
        else if (map.TryGet(Keywords.List, out var inner))
        {
            if (listDepth >= processing.Budget.MaxListDepth)
                throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxListDepth), processing.Budget.MaxListDepth);
            var result = new JsonMap(2) { [Keywords.List] = new JsonList() };
            if (map.TryGet(Keywords.Index, out var index))
                result[Keywords.Index] = index;
            Add(inner, graph, subject, property, result, listDepth + 1);
            if (list is null)
                ListOf(Node(graph, (string)subject!), property!).Add(result);
            else
                ((JsonList)list[Keywords.List]!).Add(result);
        }

        // 6
        else
        {
            AddNode(map, graph, subject, property, list);
        }
    }

    private void AddNode(JsonMap map, string graph, object? subject, string? property, JsonMap? list)
    {
        // A reference that expanded to nothing refers to nothing.
        if (map.Count == 1 && map.TryGet(Keywords.Id, out var reference) && reference is null)
            return;
        // 6.1, 6.2
        var id = map[Keywords.Id] is string given ? Relabelled(given) : "_:" + _labels.New();
        // 6.3, 6.4
        var node = Node(graph, id);
        // 6.5
        if (subject is JsonMap reversed)
            AddOnce(node, property!, reversed);
        // 6.6
        else if (property is not null)
            AddTo(graph, subject, property, list, new JsonMap(1) { [Keywords.Id] = id });
        // 6.7
        if (map.TryGet(Keywords.Type, out var types))
        {
            foreach (var type in types as JsonList ?? JsonList.Of(types))
                AddOnce(node, Keywords.Type, type);
        }

        // 6.8
        if (map.TryGet(Keywords.Index, out var index))
        {
            if (node.TryGet(Keywords.Index, out var other) && !JsonTree.Same(other, index))
                throw processing.Error(JsonLdErrorCode.ConflictingIndexes, $"{id} with {Processing.Show(other)} and {Processing.Show(index)}");
            node[Keywords.Index] = index;
        }

        // 6.9
        if (map[Keywords.Reverse] is JsonMap reverse)
        {
            var self = new JsonMap(1) { [Keywords.Id] = id };
            for (var i = 0; i < reverse.Count; i++)
                Add(reverse.Members[i].Value, graph, self, reverse.Members[i].Key, null);
        }

        // 6.10
        if (map.TryGet(Keywords.Graph, out var content))
        {
            if (!Graphs.ContainsKey(id))
                Graphs[id] = new(StringComparer.Ordinal);
            Add(content, id, null, null, null);
        }

        // 6.11
        if (map.TryGet(Keywords.Included, out var included))
            Add(included, graph, null, null, null);
        // 6.12
        foreach (var i in map.InOrder())
        {
            var key = map.Members[i].Key;
            // A keyword of values beside a node says nothing.
            if (key is Keywords.Id or Keywords.Type or Keywords.Index or Keywords.Reverse or Keywords.Graph or Keywords.Included or Keywords.Language or Keywords.Direction)
                continue;
            key = Relabelled(key);
            if (!node.Has(key))
                node.Add(key, new JsonList());
            Add(map.Members[i].Value, graph, id, key, null);
        }
    }

    private void RelabelTypes(JsonMap map, object? types)
    {
        if (types is JsonList list)
        {
            var relabelled = new JsonList(list.Count);
            foreach (var type in list)
                relabelled.Add(type is string text ? Relabelled(text) : type);
            map[Keywords.Type] = relabelled;
        }
        else if (types is string one)
        {
            map[Keywords.Type] = Relabelled(one);
        }
    }

    private string Relabelled(string id) => Iri.IsBlankNode(id) ? "_:" + _labels.Of(id[2..]) : id;

    private void AddTo(string graph, object? subject, string? property, JsonMap? list, JsonMap value)
    {
        if (list is not null)
            ((JsonList)list[Keywords.List]!).Add(value);
        else if (subject is JsonMap reversed)
            AddOnce(Node(graph, (string)reversed[Keywords.Id]!), property!, value);
        else
            AddOnce(Node(graph, (string)subject!), property!, value);
    }

    private JsonMap Node(string graph, string id)
    {
        var nodes = Graphs[graph];
        if (!nodes.TryGetValue(id, out var node))
            nodes[id] = node = new JsonMap { [Keywords.Id] = id };
        return node;
    }

    private static JsonList ListOf(JsonMap node, string property)
    {
        if (node[property] is JsonList there)
            return there;
        var made = new JsonList();
        node[property] = made;
        return made;
    }

    /// <summary>Adds a value to a set: one that is there already is not added again.</summary>
    private void AddOnce(JsonMap node, string property, object? value)
    {
        const int ComparedInLine = 16;
        var values = ListOf(node, property);
        if (values.Count < ComparedInLine)
        {
            foreach (var other in values)
            {
                if (JsonTree.Same(other, value))
                    return;
            }
        }
        else
        {
            if (!_known.TryGetValue((node, property), out var known))
                _known[(node, property)] = known = [.. values.Select(Jcs.Canonicalize)];
            if (!known.Add(Jcs.Canonicalize(value)))
                return;
        }

        values.Add(value);
    }
}
