using Cairn.JsonLd.Contexts;
using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd.Compaction;

/// <summary>Value compaction (JSON-LD 1.1 API, section 6.3.2).</summary>
internal static class ValueCompaction
{
    public static object? Compact(ActiveContext active, string? property, JsonMap value, Processing processing)
    {
        var definition = active.Term(property);
        // 3, 4
        var language = definition is { HasLanguage: true } ? definition.Language : active.Language;
        var direction = definition is { HasDirection: true } ? definition.Direction : active.Direction;
        var hasIndex = value.Has(Keywords.Index);
        var indexIsKept = !hasIndex || definition?.Is(Containers.Index) == true;
        value.TryGet(Keywords.Type, out var type);

        // 5
        if (value.TryGet(Keywords.Id, out var id) && value.Count == (hasIndex ? 2 : 1))
        {
            if (definition?.Type is Keywords.Id or Keywords.Vocab && indexIsKept)
                return IriCompaction.Compact(active, (string?)id, processing, vocab: definition.Type == Keywords.Vocab);
        }
        else if (value.TryGet(Keywords.Value, out var plain))
        {
            // 6
            if (type is string typed && typed == definition?.Type && indexIsKept)
                return plain;
            // 7
            if (definition?.Type == Keywords.None || (type is not null && type as string != definition?.Type))
                return Renamed(active, value, isIndexed: hasIndex && indexIsKept, processing);
            // 8
            if (plain is not string)
            {
                if (indexIsKept && type is null)
                    return plain;
            }

            // 9
            else if (type is null
                && string.Equals(value[Keywords.Language] as string, language, StringComparison.OrdinalIgnoreCase)
                && value[Keywords.Direction] as string == direction
                && indexIsKept)
            {
                return plain;
            }
        }

        return Renamed(active, value, isIndexed: hasIndex && indexIsKept, processing);
    }

    // 7.1, 10
    private static JsonMap Renamed(ActiveContext active, JsonMap value, bool isIndexed, Processing processing)
    {
        var result = new JsonMap(value.Count);
        for (var i = 0; i < value.Count; i++)
        {
            var (key, member) = value.Members[i];
            // The map of the container says it.
            if (isIndexed && key == Keywords.Index)
                continue;
            if (key == Keywords.Type)
            {
                member = member is JsonList types
                    ? CompactTypes(active, types, processing)
                    : IriCompaction.Compact(active, member as string, processing, vocab: true);
            }
            else if (key == Keywords.Id)
            {
                member = IriCompaction.Compact(active, (string?)member, processing);
            }

            result[IriCompaction.Compact(active, key, processing, vocab: true)!] = member;
        }

        return result;
    }

    private static JsonList CompactTypes(ActiveContext active, JsonList types, Processing processing)
    {
        var compacted = new JsonList(types.Count);
        foreach (var type in types)
            compacted.Add(IriCompaction.Compact(active, (string?)type, processing, vocab: true));
        return compacted;
    }
}
