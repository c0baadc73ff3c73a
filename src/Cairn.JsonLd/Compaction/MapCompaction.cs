using Cairn.JsonLd.Contexts;
using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd.Compaction;

/// <summary>Step 12 of the compaction algorithm (JSON-LD 1.1 API, section 6.1.2): the members of one expanded map become the members of the result.</summary>
internal sealed class MapCompaction(Compactor compactor, ActiveContext active, ActiveContext typeScoped, string? property, JsonMap result, Processing processing)
{
    private bool CompactArrays => processing.Options.CompactArrays;

    public void CompactMember(string expandedProperty, object? value)
    {
        switch (expandedProperty)
        {
            // 12.1
            case Keywords.Id:
                result[Alias(Keywords.Id)] = value is string id ? IriCompaction.Compact(active, id, processing) : value;
                return;
            // 12.2
            case Keywords.Type:
                CompactTypes(value);
                return;
            // 12.3
            case Keywords.Reverse:
                CompactReverse(value);
                return;
            // 12.5
            case Keywords.Index when active.Term(property)?.Is(Containers.Index) == true:
                return;
            // 12.6
            case Keywords.Direction or Keywords.Index or Keywords.Language or Keywords.Value:
                result[Alias(expandedProperty)] = value;
                return;
        }

        var items = value as JsonList ?? JsonList.Of(value);
        // 12.7
        if (items.Count == 0)
        {
            var term = Term(expandedProperty, items, isAlone: false);
            Add(Target(term), term, items, asArray: true);
        }

        // 12.8
        foreach (var item in items)
            CompactItem(expandedProperty, item, isAlone: items.Count == 1);
    }

    private void CompactTypes(object? value)
    {
        // 12.2.1, 12.2.2
        object? compacted;
        if (value is JsonList list)
        {
            var types = new JsonList(list.Count);
            foreach (var type in list)
                types.Add(IriCompaction.Compact(typeScoped, (string?)type, processing, vocab: true));
            compacted = types.Count == 1 ? types[0] : types;
        }
        else
        {
            compacted = IriCompaction.Compact(typeScoped, (string?)value, processing, vocab: true);
        }

        // 12.2.3 to 12.2.5
        var alias = Alias(Keywords.Type);
        var asArray = (!processing.Is10 && active.Term(alias)?.Is(Containers.Set) == true) || !CompactArrays;
        Add(result, alias, compacted, asArray);
    }

    private void CompactReverse(object? value)
    {
        // 12.3.1
        if (compactor.Compact(active, Keywords.Reverse, value) is not JsonMap compacted)
            return;
        // 12.3.2
        foreach (var term in compacted.KeyArray())
        {
            if (active.Term(term) is not { Reverse: true } definition)
                continue;
            Add(result, term, compacted[term], definition.Is(Containers.Set) || !CompactArrays);
            compacted.Remove(term);
        }

        // 12.3.3
        if (compacted.Count > 0)
            result[Alias(Keywords.Reverse)] = compacted;
    }

    private void CompactItem(string expandedProperty, object? item, bool isAlone)
    {
        // 12.8.1 to 12.8.5
        var term = Term(expandedProperty, item, isAlone);
        var target = Target(term);
        var definition = active.Term(term);
        var container = definition?.Container ?? Containers.None;
        var asArray = (container & Containers.Set) != 0 || term is Keywords.Graph or Keywords.List || !CompactArrays;
        // 12.8.6
        var isGraph = Shapes.IsGraph(item);
        var isList = Shapes.IsList(item);
        var map = item as JsonMap;
        // All of the value is the literal: neither made an array nor taken for one.
        if (definition?.Type == Keywords.Json)
        {
            target[term] = compactor.Compact(active, term, item);
            return;
        }

        var compacted = compactor.Compact(active, term, isList ? map![Keywords.List] : isGraph ? map![Keywords.Graph] : item);
        // 12.8.7
        if (isList)
        {
            compacted = compacted as JsonList ?? JsonList.Of(compacted);
            if ((container & Containers.List) != 0)
            {
                // 12.8.7.3
                if (processing.Is10 && target.Has(term))
                    throw processing.Error(JsonLdErrorCode.CompactionToListOfLists, $"a second list for “{term}”");
                target[term] = compacted;
                return;
            }

            // 12.8.7.2
            var list = new JsonMap(2) { [Alias(Keywords.List)] = compacted };
            if (map!.TryGet(Keywords.Index, out var index))
                list[Alias(Keywords.Index)] = index;
            Add(target, term, list, asArray);
        }

        // 12.8.8
        else if (isGraph)
        {
            CompactGraph(term, target, map!, compacted, container, asArray);
        }

        // 12.8.9
        else if ((container & (Containers.Language | Containers.Index | Containers.Id | Containers.Type)) != 0 && (container & Containers.Graph) == 0)
        {
            CompactIntoMap(term, target, map, compacted, definition!, asArray);
        }

        // 12.8.10
        else
        {
            Add(target, term, compacted, asArray);
        }
    }

    private void CompactGraph(string term, JsonMap target, JsonMap graph, object? compacted, Containers container, bool asArray)
    {
        var isSimple = Shapes.IsSimpleGraph(graph);
        // 12.8.8.1
        if ((container & Containers.Graph) != 0 && (container & Containers.Id) != 0)
        {
            var key = graph.TryGet(Keywords.Id, out var id) ? IriCompaction.Compact(active, (string?)id, processing)! : Alias(Keywords.None);
            Add(MapAt(target, term), key, compacted, asArray);
        }

        // 12.8.8.2
        else if ((container & Containers.Graph) != 0 && (container & Containers.Index) != 0 && isSimple)
        {
            var key = graph[Keywords.Index] as string ?? Alias(Keywords.None);
            Add(MapAt(target, term), key, compacted, asArray);
        }

        // 12.8.8.3
        else if ((container & Containers.Graph) != 0 && isSimple)
        {
            if (compacted is JsonList { Count: > 1 })
                compacted = new JsonMap(1) { [Alias(Keywords.Included)] = compacted };
            Add(target, term, compacted, asArray);
        }

        // 12.8.8.4
        else
        {
            var map = new JsonMap(3) { [Alias(Keywords.Graph)] = compacted };
            if (graph.TryGet(Keywords.Id, out var id))
                map[Alias(Keywords.Id)] = IriCompaction.Compact(active, (string?)id, processing);
            if (graph.TryGet(Keywords.Index, out var index))
                map[Alias(Keywords.Index)] = index;
            Add(target, term, map, asArray);
        }
    }

    private void CompactIntoMap(string term, JsonMap target, JsonMap? item, object? compacted, TermDefinition definition, bool asArray)
    {
        // 12.8.9.1
        var mapObject = MapAt(target, term);
        // 12.8.9.2
        var kind = definition.Is(Containers.Language) ? Keywords.Language : definition.Is(Containers.Index) ? Keywords.Index : definition.Is(Containers.Id) ? Keywords.Id : Keywords.Type;
        var containerKey = Alias(kind);
        var indexKey = definition.Index ?? Keywords.Index;
        string? mapKey = null;
        switch (kind)
        {
            // 12.8.9.4
            case Keywords.Language:
                if (item is not null && item.TryGet(Keywords.Value, out var plain))
                    compacted = plain;
                mapKey = item?[Keywords.Language] as string;
                break;
            // 12.8.9.5
            case Keywords.Index when indexKey == Keywords.Index:
                mapKey = item?[Keywords.Index] as string;
                break;
            // 12.8.9.6
            case Keywords.Index:
                containerKey = IriCompaction.Compact(active, IriExpansion.Expand(active, indexKey, processing, vocab: true), processing, vocab: true)!;
                // The property may be compacted to the term that the definition names, or to another one.
                mapKey = TakeFirst(compacted, indexKey) ?? TakeFirst(compacted, containerKey);
                break;
            // 12.8.9.7
            case Keywords.Id:
                mapKey = (compacted as JsonMap)?[containerKey] as string;
                (compacted as JsonMap)?.Remove(containerKey);
                break;
            // 12.8.9.8
            default:
                mapKey = TakeFirst(compacted, containerKey);
                if (compacted is JsonMap { Count: 1 } only && IriExpansion.Expand(active, only.Members[0].Key, processing, vocab: true) == Keywords.Id)
                    compacted = compactor.Compact(active, term, new JsonMap(1) { [Keywords.Id] = item![Keywords.Id] });
                break;
        }

        // 12.8.9.9, 12.8.9.10
        Add(mapObject, mapKey ?? Alias(Keywords.None), compacted, asArray);
    }

    /// <summary>Takes the first value of a member, if it is a text, and leaves the others.</summary>
    private string? TakeFirst(object? compacted, string key)
    {
        if (compacted is not JsonMap map || !map.TryGet(key, out var value))
            return null;
        if (value is string one)
        {
            map.Remove(key);
            return one;
        }

        if (value is not JsonList { Count: > 0 } list || list[0] is not string first)
            return null;
        var rest = new JsonList();
        rest.AddRange(list.Skip(1));
        if (rest.Count == 0)
            map.Remove(key);
        else
            map[key] = rest.Count == 1 && CompactArrays ? rest[0] : rest;
        return first;
    }

    /// <summary>The term for a property; its IRI where the term is of type @json and the value is not one literal alone, which would be read back as another one.</summary>
    private string Term(string expandedProperty, object? value, bool isAlone)
    {
        var reverse = property == Keywords.Reverse;
        var term = IriCompaction.Compact(active, expandedProperty, processing, value, vocab: true, reverse)!;
        if (active.Term(term)?.Type != Keywords.Json || (isAlone && value is JsonMap { Count: 2 } map && map[Keywords.Type] is Keywords.Json))
            return term;
        return IriCompaction.Compact(active, expandedProperty, processing, value ?? Keywords.Json, vocab: true, reverse, asTerm: false)!;
    }

    // 12.7.2, 12.8.2
    private JsonMap Target(string term)
    {
        if (active.Term(term)?.Nest is not { } nest)
            return result;
        if (nest != Keywords.Nest && IriExpansion.Expand(active, nest, processing, vocab: true) != Keywords.Nest)
            throw processing.Error(JsonLdErrorCode.InvalidNestValue, $"“{nest}” for “{term}”, which is no alias of @nest");
        return MapAt(result, nest);
    }

    private static JsonMap MapAt(JsonMap map, string key)
    {
        if (map[key] is JsonMap there)
            return there;
        var made = new JsonMap();
        map[key] = made;
        return made;
    }

    private string Alias(string keyword) => compactor.Alias(active, keyword);

    /// <summary>The add value algorithm (section 3.3).</summary>
    private static void Add(JsonMap map, string key, object? value, bool asArray)
    {
        if (asArray)
        {
            if (!map.TryGet(key, out var existing))
                map.Add(key, new JsonList());
            else if (existing is not JsonList)
                map[key] = JsonList.Of(existing);
        }

        if (value is JsonList several)
        {
            foreach (var item in several)
                Add(map, key, item, asArray);
            return;
        }

        if (!map.TryGet(key, out var before))
            map.Add(key, value);
        else if (before is JsonList list)
            list.Add(value);
        else
            map[key] = new JsonList { before, value };
    }
}
