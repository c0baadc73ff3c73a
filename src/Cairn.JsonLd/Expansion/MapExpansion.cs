using Cairn.JsonLd.Contexts;
using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;
using Cairn.JsonLd.Rdf;

namespace Cairn.JsonLd.Expansion;

/// <summary>Steps 13 and 14 of the expansion algorithm (JSON-LD 1.1 API, section 5.1.2): the members of one map become the members of the result.</summary>
internal sealed class MapExpansion(
    Expander expander, ActiveContext active, ActiveContext typeScoped, string? property, JsonMap result, string? inputType, string? baseUrl, Processing processing)
{
    public void ExpandMembers(JsonMap element)
    {
        List<string>? nests = null;
        if (processing.Ordered && element.Count > 1)
        {
            foreach (var i in element.InOrder())
                ExpandMember(element.Members[i].Key, element.Members[i].Value, ref nests);
        }
        else
        {
            for (var i = 0; i < element.Count; i++)
                ExpandMember(element.Members[i].Key, element.Members[i].Value, ref nests);
        }

        // 14
        foreach (var nest in nests ?? [])
            ExpandNest(nest, element[nest]);
    }

    private void ExpandMember(string key, object? value, ref List<string>? nests)
    {
        // 13.1
        if (key == Keywords.Context)
            return;
        processing.Enter(key);
        // 13.2
        var definition = active.Term(key);
        var expanded = Keywords.Is(key) ? key : definition is not null ? definition.Iri : IriExpansion.Expand(active, key, processing, vocab: true);
        processing.Spend(expanded);
        // 13.3
        if (expanded is null || (!Keywords.Is(expanded) && !expanded.Contains(':', StringComparison.Ordinal)))
            processing.Dropped(definition is null ? $"“{key}”, which no context defines" : $"“{key}”, which the context takes away");
        // 13.4
        else if (Keywords.Is(expanded))
            ExpandKeyword(key, expanded, value, ref nests);
        else
            ExpandProperty(key, expanded, definition, value);
        processing.Leave();
    }

    private void ExpandKeyword(string key, string keyword, object? value, ref List<string>? nests)
    {
        // 13.4.1
        if (property == Keywords.Reverse)
            throw processing.Error(JsonLdErrorCode.InvalidReversePropertyMap, $"{keyword} in a reverse property map");
        // 13.4.2
        // A term that is defined as @reverse may have come before: then @reverse is joined to it, whatever the order.
        if (keyword is not (Keywords.Included or Keywords.Type or Keywords.Reverse) && result.Has(keyword))
            throw processing.Error(JsonLdErrorCode.CollidingKeywords, $"{keyword} a second time, as “{key}”");
        object? expanded;
        switch (keyword)
        {
            // 13.4.3
            case Keywords.Id:
                if (value is not string id)
                    throw processing.Error(JsonLdErrorCode.InvalidIdValue, Processing.Show(value));
                expanded = IriExpansion.Expand(active, id, processing, documentRelative: true);
                if (processing.Safe && !Iri.IsBlankNode(id) && !Iri.IsAbsolute((string?)expanded ?? ""))
                    processing.Dropped($"the relative @id “{id}”");
                RdfLoss.CheckNode((string?)expanded, processing);
                break;
            // 13.4.4
            case Keywords.Type:
                expanded = ExpandTypes(value);
                break;
            // 13.4.5
            case Keywords.Graph:
                expanded = AsArray(expander.Expand(active, Keywords.Graph, value, baseUrl));
                break;
            // 13.4.6
            case Keywords.Included:
                if (processing.Is10)
                {
                    processing.Dropped("@included in processing mode 1.0");
                    return;
                }

                expanded = ExpandIncluded(value);
                break;
            // 13.4.7
            case Keywords.Value:
                expanded = ExpandValueKeyword(value);
                if (expanded is null)
                {
                    result.Add(Keywords.Value, null);
                    return;
                }

                break;
            // 13.4.8
            case Keywords.Language:
                expanded = value as string ?? throw processing.Error(JsonLdErrorCode.InvalidLanguageTaggedString, Processing.Show(value));
                break;
            // 13.4.9
            case Keywords.Direction:
                if (processing.Is10)
                {
                    processing.Dropped("@direction in processing mode 1.0");
                    return;
                }

                expanded = value is "ltr" or "rtl" ? value : throw processing.Error(JsonLdErrorCode.InvalidBaseDirection, Processing.Show(value));
                break;
            // 13.4.10
            case Keywords.Index:
                expanded = value as string ?? throw processing.Error(JsonLdErrorCode.InvalidIndexValue, Processing.Show(value));
                break;
            // 13.4.11
            case Keywords.List:
                if (property is null or Keywords.Graph)
                {
                    processing.Dropped("a list without a property");
                    return;
                }

                expanded = AsArray(expander.Expand(active, property, value, baseUrl));
                break;
            // 13.4.12
            case Keywords.Set:
                expanded = expander.Expand(active, property, value, baseUrl);
                break;
            // 13.4.13
            case Keywords.Reverse:
                ExpandReverse(value);
                return;
            // 13.4.14
            case Keywords.Nest:
                (nests ??= []).Add(key);
                return;
            default:
                processing.Dropped($"“{key}”, a keyword that says nothing here");
                return;
        }

        // 13.4.16
        result[keyword] = expanded;
    }

    private object? ExpandTypes(object? value)
    {
        object? types;
        switch (value)
        {
            case string one:
                types = ExpandType(one);
                break;
            case JsonList list:
                var expanded = new JsonList(list.Count);
                foreach (var item in list)
                    expanded.Add(ExpandType(item as string ?? throw processing.Error(JsonLdErrorCode.InvalidTypeValue, Processing.Show(item))));
                types = expanded;
                break;
            default:
                throw processing.Error(JsonLdErrorCode.InvalidTypeValue, Processing.Show(value));
        }

        // 13.4.4.5
        return result.TryGet(Keywords.Type, out var existing) ? Joined(existing, types) : types;
    }

    private string? ExpandType(string type)
    {
        var expanded = IriExpansion.Expand(typeScoped, type, processing, vocab: true, documentRelative: true);
        if (processing.Safe && expanded != Keywords.Json && !Iri.IsBlankNode(expanded ?? "") && !Iri.IsAbsolute(expanded ?? ""))
            processing.Dropped($"the type “{type}”, which no context defines");
        RdfLoss.CheckType(expanded, processing);
        return expanded;
    }

    private JsonList ExpandIncluded(object? value)
    {
        var included = AsArray(expander.Expand(active, null, value, baseUrl));
        if (included.Count == 0)
            throw processing.Error(JsonLdErrorCode.InvalidIncludedValue, Processing.Show(value));
        foreach (var item in included)
        {
            if (!Shapes.IsNode(item))
                throw processing.Error(JsonLdErrorCode.InvalidIncludedValue, Processing.Show(item));
        }

        return result.TryGet(Keywords.Included, out var existing) ? Joined(existing, included) : included;
    }

    private object? ExpandValueKeyword(object? value)
    {
        if (inputType == Keywords.Json)
        {
            if (processing.Is10)
                throw processing.Error(JsonLdErrorCode.InvalidValueObjectValue, "a JSON literal in processing mode 1.0");
            return value;
        }

        return value is JsonMap or JsonList ? throw processing.Error(JsonLdErrorCode.InvalidValueObjectValue, Processing.Show(value)) : value;
    }

    private void ExpandReverse(object? value)
    {
        // 13.4.13.1
        if (value is not JsonMap)
            throw processing.Error(JsonLdErrorCode.InvalidReverseValue, Processing.Show(value));
        // 13.4.13.2
        if (expander.Expand(active, Keywords.Reverse, value, baseUrl) is not JsonMap expanded)
            return;
        // 13.4.13.3
        if (expanded.TryGet(Keywords.Reverse, out var twice) && twice is JsonMap forward)
        {
            for (var i = 0; i < forward.Count; i++)
                Add(result, forward.Members[i].Key, forward.Members[i].Value);
        }

        // 13.4.13.4
        for (var i = 0; i < expanded.Count; i++)
        {
            if (expanded.Members[i].Key != Keywords.Reverse)
                AddReverse(expanded.Members[i].Key, expanded.Members[i].Value);
        }
    }

    private void ExpandProperty(string key, string expandedKey, TermDefinition? definition, object? value)
    {
        RdfLoss.CheckProperty(expandedKey, processing);
        // 13.5
        var container = definition?.Container ?? Containers.None;
        object? expanded;
        // 13.6
        if (definition?.Type == Keywords.Json)
            expanded = new JsonMap(2) { [Keywords.Value] = value, [Keywords.Type] = Keywords.Json };
        // 13.7
        else if ((container & Containers.Language) != 0 && value is JsonMap languages)
            expanded = ExpandLanguageMap(definition!, languages);
        // 13.8
        else if ((container & (Containers.Index | Containers.Type | Containers.Id)) != 0 && value is JsonMap indexes)
            expanded = ExpandIndexMap(key, definition!, indexes);
        // 13.9
        else
            expanded = expander.Expand(active, key, value, baseUrl);

        // 13.10
        if (expanded is null)
            return;
        // 13.11
        if ((container & Containers.List) != 0 && !Shapes.IsList(expanded))
            expanded = new JsonMap(1) { [Keywords.List] = AsArray(expanded) };
        // 13.12
        if ((container & Containers.Graph) != 0 && (container & (Containers.Id | Containers.Index)) == 0)
        {
            var graphs = new JsonList();
            foreach (var item in AsArray(expanded))
                graphs.Add(GraphOf(item));
            expanded = graphs;
        }

        // 13.13
        if (definition is { Reverse: true })
            AddReverse(expandedKey, expanded);
        // 13.14
        else
            Add(result, expandedKey, expanded);
    }

    private JsonList ExpandLanguageMap(TermDefinition definition, JsonMap languages)
    {
        var expanded = new JsonList();
        var direction = definition.HasDirection ? definition.Direction : active.Direction;
        foreach (var i in languages.InOrder())
        {
            var language = languages.Members[i].Key;
            processing.Enter(language);
            // 13.7.4.2
            foreach (var item in AsArray(languages.Members[i].Value))
            {
                if (item is null)
                    continue;
                if (item is not string text)
                    throw processing.Error(JsonLdErrorCode.InvalidLanguageMapValue, Processing.Show(item));
                var value = new JsonMap(3);
                value.Add(Keywords.Value, text);
                if (language != Keywords.None && IriExpansion.Expand(active, language, processing, vocab: true) != Keywords.None)
                    value.Add(Keywords.Language, language);
                if (direction is not null)
                    value.Add(Keywords.Direction, direction);
                RdfLoss.CheckValue(value, processing);
                expanded.Add(value);
            }

            processing.Leave();
        }

        return expanded;
    }

    private JsonList ExpandIndexMap(string key, TermDefinition definition, JsonMap indexes)
    {
        var expanded = new JsonList();
        var container = definition.Container;
        // 13.8.2
        var indexKey = definition.Index ?? Keywords.Index;
        foreach (var i in indexes.InOrder())
        {
            var index = indexes.Members[i].Key;
            processing.Enter(index);
            // 13.8.3.1 to 13.8.3.3
            var mapContext = active;
            if ((container & (Containers.Id | Containers.Type)) != 0)
            {
                mapContext = active.Previous ?? active;
                if ((container & Containers.Type) != 0 && mapContext.Term(index) is { HasContext: true } scoped)
                    mapContext = ContextProcessing.Run(mapContext, scoped.Context, new ContextInput(scoped.BaseUrl, Propagate: false, IsShared: scoped.IsShared), processing);
            }

            // 13.8.3.4
            var expandedIndex = IriExpansion.Expand(active, index, processing, vocab: true);
            // 13.8.3.5, 13.8.3.6
            var items = expander.Expand(mapContext, key, AsArray(indexes.Members[i].Value), baseUrl, fromMap: true);
            // 13.8.3.7
            foreach (var item in AsArray(items))
                expanded.Add(Indexed(item, index, expandedIndex, indexKey, container));
            processing.Leave();
        }

        return expanded;
    }

    private object? Indexed(object? item, string index, string? expandedIndex, string indexKey, Containers container)
    {
        // 13.8.3.7.1
        if ((container & Containers.Graph) != 0 && !Shapes.IsGraph(item))
            item = GraphOf(item);
        if (item is not JsonMap map || expandedIndex == Keywords.None)
            return item;
        // 13.8.3.7.2
        if ((container & Containers.Index) != 0 && indexKey != Keywords.Index)
        {
            var reexpanded = ValueExpansion.Expand(active, active.Term(indexKey), index, processing);
            var expandedKey = IriExpansion.Expand(active, indexKey, processing, vocab: true)!;
            var values = JsonList.Of(reexpanded);
            if (map.TryGet(expandedKey, out var existing))
                values.AddRange(AsArray(existing));
            map[expandedKey] = values;
            if (map.Has(Keywords.Value) && map.Count > 1)
                throw processing.Error(JsonLdErrorCode.InvalidValueObject, $"the index “{index}” on a value");
        }

        // 13.8.3.7.3
        else if ((container & Containers.Index) != 0)
        {
            if (!map.Has(Keywords.Index))
                map.Add(Keywords.Index, index);
        }

        // 13.8.3.7.4
        else if ((container & Containers.Id) != 0)
        {
            if (!map.Has(Keywords.Id))
                map.Add(Keywords.Id, IriExpansion.Expand(active, index, processing, documentRelative: true));
        }

        // 13.8.3.7.5
        else if ((container & Containers.Type) != 0)
        {
            var types = JsonList.Of(expandedIndex);
            if (map.TryGet(Keywords.Type, out var existing))
                types.AddRange(AsArray(existing));
            map[Keywords.Type] = types;
        }

        return map;
    }

    private JsonMap GraphOf(object? item)
    {
        if (!Shapes.IsNode(item))
            processing.Dropped($"{Processing.Show(item)}, a value without a property in a graph");
        return new JsonMap(2) { [Keywords.Graph] = AsArray(item) };
    }

    // 14
    private void ExpandNest(string key, object? value)
    {
        processing.Enter(key);
        foreach (var nested in value as JsonList ?? JsonList.Of(value))
        {
            // 14.2.1
            if (nested is not JsonMap map)
                throw processing.Error(JsonLdErrorCode.InvalidNestValue, Processing.Show(nested));
            if (Array.Exists(active.Aliases.Value, map.Has))
                throw processing.Error(JsonLdErrorCode.InvalidNestValue, Processing.Show(nested));

            // 14.2.2, and a context of the nesting term itself.
            var scoped = active.Term(key) is { HasContext: true } definition ? expander.Scoped(active, definition) : active;
            new MapExpansion(expander, scoped, ReferenceEquals(scoped, active) ? typeScoped : scoped, property, result, inputType, baseUrl, processing).ExpandMembers(map);
        }

        processing.Leave();
    }

    private void AddReverse(string expandedKey, object? value)
    {
        if (result[Keywords.Reverse] is not JsonMap reverse)
            result[Keywords.Reverse] = reverse = new JsonMap();
        foreach (var item in AsArray(value))
        {
            if (Shapes.IsValue(item) || Shapes.IsList(item))
                throw processing.Error(JsonLdErrorCode.InvalidReversePropertyValue, Processing.Show(item));
            Add(reverse, expandedKey, item);
        }
    }

    /// <summary>The add value algorithm (section 3.3) with as array true.</summary>
    private static void Add(JsonMap map, string key, object? value)
    {
        if (!map.TryGet(key, out var existing))
        {
            map.Add(key, AsArray(value));
            return;
        }

        var list = (JsonList)existing!;
        if (value is JsonList several)
            list.AddRange(several);
        else
            list.Add(value);
    }

    private static JsonList AsArray(object? value) => value switch { null => [], JsonList list => list, _ => JsonList.Of(value) };

    private static JsonList Joined(object? first, object? second)
    {
        var joined = new JsonList();
        joined.AddRange(AsArray(first));
        joined.AddRange(AsArray(second));
        return joined;
    }
}
