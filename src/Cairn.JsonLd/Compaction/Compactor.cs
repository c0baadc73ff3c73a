using Cairn.JsonLd.Contexts;
using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd.Compaction;

/// <summary>The compaction algorithm (JSON-LD 1.1 API, section 6.1.2), on a document that was expanded.</summary>
internal sealed class Compactor(Processing processing)
{
    /// <summary>Compacts a document and puts the context before it (section 9.2, compact()).</summary>
    /// <param name="expanded">An expanded or flattened document.</param>
    /// <param name="context">A context, or a map with @context.</param>
    /// <param name="baseUrl">The base of the document.</param>
    public JsonMap CompactDocument(JsonList expanded, object? context, string? baseUrl)
    {
        if (context is JsonMap map && map.TryGet(Keywords.Context, out var inner))
            context = inner;
        var active = ContextProcessing.Run(ActiveContext.Initial(processing.Options.Base ?? baseUrl), context, new ContextInput(baseUrl), processing);
        var compacted = Compact(active, null, expanded);
        var result = compacted switch
        {
            JsonMap one => one,
            JsonList { Count: 0 } => new JsonMap(),
            _ => new JsonMap { [Alias(active, Keywords.Graph)] = compacted as JsonList ?? JsonList.Of(compacted) },
        };
        if (context is null or JsonMap { Count: 0 } or JsonList { Count: 0 })
            return result;
        var document = new JsonMap(result.Count + 1);
        document.Add(Keywords.Context, JsonTree.Copy(context));
        for (var i = 0; i < result.Count; i++)
            document.Add(result.Members[i].Key, result.Members[i].Value);
        return document;
    }

    public object? Compact(ActiveContext active, string? property, object? element)
    {
        processing.Spend();
        return element switch
        {
            // 3
            JsonList list => CompactList(active, property, list),
            JsonMap map => CompactMap(active, property, map),
            // 2
            _ => element,
        };
    }

    private object? CompactList(ActiveContext active, string? property, JsonList list)
    {
        var result = new JsonList(list.Count);
        foreach (var item in list)
        {
            if (Compact(active, property, item) is { } compacted)
                result.Add(compacted);
        }

        // 3.3, 3.4
        return result.Count != 1 || !processing.Options.CompactArrays || property is Keywords.Graph or Keywords.Set
            || active.Term(property)?.Is(Containers.List | Containers.Set) == true
            ? result
            : result[0];
    }

    private object? CompactMap(ActiveContext active, string? property, JsonMap element)
    {
        // 1
        var typeScoped = active;
        // 5
        if (active.Previous is { } previous && !element.Has(Keywords.Value) && !(element.Count == 1 && element.Has(Keywords.Id)))
            active = previous;
        // 6
        if (typeScoped.Term(property) is { HasContext: true } scoped)
            active = ContextProcessing.Run(active, scoped.Context, new ContextInput(scoped.BaseUrl, OverrideProtected: true, IsShared: scoped.IsShared), processing);
        // 7
        if (element.Has(Keywords.Value) || element.Has(Keywords.Id))
        {
            var value = ValueCompaction.Compact(active, property, element, processing);
            if (value is not (JsonMap or JsonList) || active.Term(property)?.Type == Keywords.Json || element.Has(Keywords.Value))
                return value;
        }

        // 8
        if (Shapes.IsList(element) && active.Term(property)?.Is(Containers.List) == true)
            return Compact(active, property, element[Keywords.List]);
        // 11
        if (element.TryGet(Keywords.Type, out var types))
            active = ApplyTypes(active, typeScoped, types);
        // 9, 10, 12
        var result = new JsonMap(element.Count);
        var compaction = new MapCompaction(this, active, typeScoped, property, result, processing);
        foreach (var i in element.InOrder())
            compaction.CompactMember(element.Members[i].Key, element.Members[i].Value);
        return result;
    }

    private ActiveContext ApplyTypes(ActiveContext active, ActiveContext typeScoped, object? types)
    {
        var compacted = new List<string>();
        foreach (var type in types as JsonList ?? JsonList.Of(types))
        {
            if (IriCompaction.Compact(active, type as string, processing, vocab: true) is { } term)
                compacted.Add(term);
        }

        compacted.Sort(CodePointOrder.Instance);
        foreach (var term in compacted)
        {
            if (typeScoped.Term(term) is { HasContext: true } definition)
                active = ContextProcessing.Run(active, definition.Context, new ContextInput(definition.BaseUrl, Propagate: false, IsShared: definition.IsShared), processing);
        }

        return active;
    }

    public string Alias(ActiveContext active, string keyword) => IriCompaction.Compact(active, keyword, processing, vocab: true)!;
}
