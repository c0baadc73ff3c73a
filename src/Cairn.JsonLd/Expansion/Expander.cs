using Cairn.JsonLd.Contexts;
using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;
using Cairn.JsonLd.Rdf;

namespace Cairn.JsonLd.Expansion;

/// <summary>The expansion algorithm (JSON-LD 1.1 API, section 5.1.2).</summary>
internal sealed class Expander(Processing processing)
{
    /// <summary>Expands a document: the result is always an array.</summary>
    public JsonList ExpandDocument(object? document, string? baseUrl)
    {
        var active = ActiveContext.Initial(processing.Options.Base ?? baseUrl);
        if (processing.Options.ExpandContext is { } given)
        {
            var context = JsonTree.Read(given, processing.Budget);
            if (context is JsonMap map && map.TryGet(Keywords.Context, out var inner))
                context = inner;
            active = ContextProcessing.Run(active, context, new ContextInput(active.OriginalBase), processing);
        }

        var expanded = Expand(active, null, document, baseUrl);
        // Section 9.2, expand(): a graph alone is its content.
        if (expanded is JsonMap { Count: 1 } only && only.TryGet(Keywords.Graph, out var graph))
            expanded = graph;
        return expanded switch { null => [], JsonList list => list, _ => JsonList.Of(expanded) };
    }

    public object? Expand(ActiveContext active, string? property, object? element, string? baseUrl, bool fromMap = false)
    {
        processing.Spend();
        // Its definition is looked up for every item of an array, and a name may be as long as a document.
        processing.Spend(property);
        switch (element)
        {
            // 1
            case null:
                return null;
            // 5
            case JsonList list:
                return ExpandList(active, property, list, baseUrl, fromMap);
            case JsonMap map:
                return ExpandMap(active, property, map, baseUrl, fromMap);
        }

        // 4.1
        if (property is null or Keywords.Graph)
        {
            processing.Dropped($"{Processing.Show(element)}, a value without a property");
            return null;
        }

        // 3, 4.2
        var definition = active.Term(property);
        if (definition is { HasContext: true })
        {
            active = Scoped(active, definition);
            definition = active.Term(property);
        }

        // 4.3
        return ValueExpansion.Expand(active, definition, element, processing);
    }

    private JsonList ExpandList(ActiveContext active, string? property, JsonList list, string? baseUrl, bool fromMap)
    {
        // 5.1
        var result = new JsonList(list.Count);
        var isList = active.Term(property)?.Is(Containers.List) == true;
        for (var i = 0; i < list.Count; i++)
        {
            // 5.2
            processing.Enter(i);
            var item = Expand(active, property, list[i], baseUrl, fromMap);
            if (isList && item is JsonList inner)
                item = new JsonMap(1) { [Keywords.List] = inner };
            if (item is JsonList several)
                result.AddRange(several);
            else if (item is not null)
                result.Add(item);
            processing.Leave();
        }

        return result;
    }

    private object? ExpandMap(ActiveContext active, string? property, JsonMap element, string? baseUrl, bool fromMap)
    {
        // 3: as the property was defined, before the context changes.
        var definition = active.Term(property);
        // 7
        if (active.Previous is { } previous && !fromMap && !KeepsContext(active, element))
            active = previous;
        // 8
        if (definition is { HasContext: true })
            active = Scoped(active, definition);
        // 9
        if (element.TryGet(Keywords.Context, out var context))
        {
            processing.Enter(Keywords.Context);
            active = ContextProcessing.Run(active, context, new ContextInput(baseUrl), processing);
            processing.Leave();
        }

        // 10, 11
        var typeScoped = active;
        active = ApplyTypeScoped(active, element, out var inputType);
        // 12
        var result = new JsonMap(Math.Max(2, element.Count));
        var state = new MapExpansion(this, active, typeScoped, property, result, inputType, baseUrl, processing);
        // 13, 14
        state.ExpandMembers(element);
        // 15 to 20
        return Finish(result, property);
    }

    /// <summary>7: a value object or a reference stays in the context that does not propagate.</summary>
    private bool KeepsContext(ActiveContext active, JsonMap element)
    {
        SpendAliases(active.Aliases.Value);
        SpendAliases(active.Aliases.Id);
        return HasOneOf(element, active.Aliases.Value) || (element.Count == 1 && HasOneOf(element, active.Aliases.Id));
    }

    /// <summary>A keyword has an alias or two; where it has thousands, each node pays for them.</summary>
    private void SpendAliases(string[] aliases) => processing.Spend(aliases.Length / 2);

    private static bool HasOneOf(JsonMap element, string[] keys)
    {
        foreach (var key in keys)
        {
            if (element.Has(key))
                return true;
        }

        return false;
    }

    private ActiveContext ApplyTypeScoped(ActiveContext active, JsonMap element, out string? inputType)
    {
        var typeScoped = active;
        inputType = null;
        object? first = null;
        string? firstKey = null;
        SpendAliases(typeScoped.Aliases.Type);
        foreach (var alias in typeScoped.Aliases.Type)
        {
            if (!element.TryGet(alias, out var types))
                continue;
            first = firstKey is null ? types : first;
            firstKey ??= alias;
            active = ApplyTypes(active, typeScoped, types);
        }

        // 12: the last of the first entry that is a type.
        if ((first is JsonList list ? list.LastOrDefault() : first) is string last)
        {
            processing.Enter(firstKey!);
            inputType = IriExpansion.Expand(active, last, processing, vocab: true);
            processing.Leave();
        }

        return active;
    }

    // 11.1, 11.2
    private ActiveContext ApplyTypes(ActiveContext active, ActiveContext typeScoped, object? value)
    {
        if (value is string one)
            return ApplyType(active, typeScoped, one);
        if (value is not JsonList list)
            return active;
        List<string>? scoped = null;
        foreach (var item in list)
        {
            if (item is string type && typeScoped.Term(type) is { HasContext: true })
                (scoped ??= []).Add(type);
        }

        scoped?.Sort(CodePointOrder.Instance);
        foreach (var type in scoped ?? [])
            active = ApplyType(active, typeScoped, type);
        return active;
    }

    private ActiveContext ApplyType(ActiveContext active, ActiveContext typeScoped, string type) =>
        typeScoped.Term(type) is { HasContext: true } definition
            ? ContextProcessing.Run(active, definition.Context, new ContextInput(definition.BaseUrl, Propagate: false, IsShared: definition.IsShared), processing)
            : active;

    /// <summary>A property-scoped context may define protected terms anew.</summary>
    public ActiveContext Scoped(ActiveContext active, TermDefinition definition) =>
        ContextProcessing.Run(active, definition.Context, new ContextInput(definition.BaseUrl, OverrideProtected: true, IsShared: definition.IsShared), processing);

    private object? Finish(JsonMap result, string? property)
    {
        // 15
        if (result.TryGet(Keywords.Value, out var value))
        {
            CheckValueObject(result, value);
            // 15.3
            if (value is null && result[Keywords.Type] as string != Keywords.Json)
            {
                processing.Dropped("a value object whose value is null");
                return null;
            }

            if (value is JsonList { Count: 0 } && result[Keywords.Type] as string != Keywords.Json)
            {
                processing.Dropped("a value object whose value is empty");
                return null;
            }

            RdfLoss.CheckValue(result, processing);
        }

        // 17, before 16: otherwise a @type that is no array would hide what may not stand beside it.
        else if (result.Has(Keywords.Set) || result.Has(Keywords.List))
        {
            // 17.1
            if (result.Count > 2 || (result.Count == 2 && !result.Has(Keywords.Index)))
                throw processing.Error(JsonLdErrorCode.InvalidSetOrListObject, Processing.Show(result));
            // 17.2
            if (result.TryGet(Keywords.Set, out var set))
                return set is JsonMap map ? FinishTop(map, property) : set;
        }

        // 16
        else if (result.TryGet(Keywords.Type, out var type) && type is not JsonList)
        {
            result[Keywords.Type] = JsonList.Of(type);
        }

        // 18
        if (result.Count == 1 && result.Has(Keywords.Language))
        {
            processing.Dropped("a map with only @language");
            return null;
        }

        return FinishTop(result, property);
    }

    // 19, 20
    private JsonMap? FinishTop(JsonMap result, string? property)
    {
        if (property is not (null or Keywords.Graph))
            return result;
        if (result.Count == 0 || result.Has(Keywords.Value) || result.Has(Keywords.List))
        {
            if (result.Count > 0)
                processing.Dropped($"{Processing.Show(result)}, a value without a property");
            return null;
        }

        if (result.Count == 1 && result.Has(Keywords.Id))
        {
            processing.Dropped($"{Processing.Show(result)}, a reference without a property");
            return null;
        }

        return result;
    }

    // 15.1, 15.4, 15.5
    private void CheckValueObject(JsonMap result, object? value)
    {
        foreach (var (key, _) in result.Members)
        {
            if (key is not (Keywords.Direction or Keywords.Index or Keywords.Language or Keywords.Type or Keywords.Value))
                throw processing.Error(JsonLdErrorCode.InvalidValueObject, $"{key} beside @value");
        }

        var hasType = result.TryGet(Keywords.Type, out var type);
        if (hasType && (result.Has(Keywords.Language) || result.Has(Keywords.Direction)))
            throw processing.Error(JsonLdErrorCode.InvalidValueObject, "@type beside @language or @direction");
        // 15.2
        if (type is Keywords.Json || value is null || value is JsonList { Count: 0 })
            return;
        if (value is not string && result.Has(Keywords.Language))
            throw processing.Error(JsonLdErrorCode.InvalidLanguageTaggedValue, Processing.Show(value));
        if (!hasType)
            return;
        var single = type is JsonList { Count: 1 } list ? list[0] : type;
        if (single is not string iri || !Iri.IsAbsolute(iri) || type is JsonList)
            throw processing.Error(JsonLdErrorCode.InvalidTypedValue, Processing.Show(type));
    }
}
