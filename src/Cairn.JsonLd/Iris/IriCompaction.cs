using Cairn.JsonLd.Contexts;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd.Iris;

/// <summary>IRI compaction (JSON-LD 1.1 API, section 6.2.2).</summary>
internal static class IriCompaction
{
    /// <param name="active">The active context.</param>
    /// <param name="iri">What to compact.</param>
    /// <param name="processing">The call.</param>
    /// <param name="value">What the term is to hold.</param>
    /// <param name="vocab">Whether terms and the vocabulary mapping count.</param>
    /// <param name="reverse">Whether the term stands in a reverse property map.</param>
    /// <param name="asTerm">False when no term can hold the value as it is.</param>
    public static string? Compact(ActiveContext active, string? iri, Processing processing, object? value = null, bool vocab = false, bool reverse = false, bool asTerm = true)
    {
        // 1
        if (iri is null)
            return null;
        // 4
        if (vocab && asTerm && active.Inverse(processing).Has(iri) && SelectTerm(active, iri, value, reverse, processing) is { } selected)
            return selected;
        // 5
        if (vocab && active.Vocab is { } vocabulary && iri.Length > vocabulary.Length && iri.StartsWith(vocabulary, StringComparison.Ordinal))
        {
            var suffix = iri[vocabulary.Length..];
            if (!active.Terms.ContainsKey(suffix))
                return suffix;
        }

        // 6 to 8
        if (CompactWithPrefix(active, iri, value, processing) is { } compact)
            return compact;
        // 9
        CheckNotConfused(active, iri, processing);
        // 10
        if (!vocab && active.Base is not null && processing.Options.CompactToRelative && Iri.IsAbsolute(iri))
            return Iri.Relativize(active.Base, iri);
        // 11
        return iri;
    }

    // 4.1 to 4.20
    private static string? SelectTerm(ActiveContext active, string iri, object? value, bool reverse, Processing processing)
    {
        var map = value as JsonMap;
        var containers = new List<string>(8);
        var byType = false;
        string? typeOrLanguage = Keywords.Null;
        var hasIndex = map?.Has(Keywords.Index) == true;
        // 4.5
        if (hasIndex && !Shapes.IsGraph(value))
            containers.AddRange([Keywords.Index, "@index@set"]);
        // 4.6
        if (reverse)
        {
            byType = true;
            typeOrLanguage = Keywords.Reverse;
            containers.Add(Keywords.Set);
        }

        // 4.7
        else if (Shapes.IsList(value))
        {
            if (!hasIndex)
                containers.Add(Keywords.List);
            (byType, typeOrLanguage) = CommonOf(active, (JsonList)map![Keywords.List]!);
        }

        // 4.8
        else if (Shapes.IsGraph(value))
        {
            if (hasIndex)
                containers.AddRange(["@graph@index", "@graph@index@set"]);
            if (map!.Has(Keywords.Id))
                containers.AddRange(["@graph@id", "@graph@id@set"]);
            containers.AddRange([Keywords.Graph, "@graph@set", Keywords.Set]);
            if (!hasIndex)
                containers.AddRange(["@graph@index", "@graph@index@set"]);
            if (!map.Has(Keywords.Id))
                containers.AddRange(["@graph@id", "@graph@id@set"]);
            containers.AddRange([Keywords.Index, "@index@set"]);
            byType = true;
            typeOrLanguage = Keywords.Id;
        }

        // 4.9
        else
        {
            if (map is not null && map.Has(Keywords.Value))
            {
                if (map.TryGet(Keywords.Direction, out var direction) && !hasIndex)
                {
                    typeOrLanguage = $"{map[Keywords.Language]}_{direction}".ToLowerInvariant();
                    containers.AddRange([Keywords.Language, "@language@set"]);
                }
                else if (map.TryGet(Keywords.Language, out var language) && !hasIndex)
                {
                    typeOrLanguage = ((string)language!).ToLowerInvariant();
                    containers.AddRange([Keywords.Language, "@language@set"]);
                }
                else if (map.TryGet(Keywords.Type, out var type))
                {
                    byType = true;
                    typeOrLanguage = (string)type!;
                }
            }
            else
            {
                byType = true;
                typeOrLanguage = Keywords.Id;
                containers.AddRange([Keywords.Id, "@id@set", Keywords.Type, "@set@type"]);
            }

            containers.Add(Keywords.Set);
        }

        // 4.10
        containers.Add(Keywords.None);
        // 4.11, 4.12
        if (!processing.Is10)
        {
            if (map is not null && !hasIndex)
                containers.AddRange([Keywords.Index, "@index@set"]);
            if (map is { Count: 1 } && map.Has(Keywords.Value))
                containers.AddRange([Keywords.Language, "@language@set"]);
        }

        // 4.13 to 4.19
        var preferred = Preferred(active, map, typeOrLanguage ?? Keywords.Null, processing);
        // 4.17: an empty list fits a term of any type or language.
        var terms = Shapes.IsList(value) && map![Keywords.List] is JsonList { Count: 0 } ? Keywords.Any : byType ? Keywords.Type : Keywords.Language;
        return active.Inverse(processing).Select(iri, containers, terms, preferred);
    }

    // 4.7.4 to 4.7.9
    private static (bool ByType, string Value) CommonOf(ActiveContext active, JsonList list)
    {
        string? commonType = null;
        var commonLanguage = list.Count == 0 ? active.Language?.ToLowerInvariant() ?? Keywords.None : null;
        foreach (var item in list)
        {
            var itemLanguage = Keywords.None;
            var itemType = Keywords.None;
            if (item is JsonMap map && map.Has(Keywords.Value))
            {
                if (map.TryGet(Keywords.Direction, out var direction))
                    itemLanguage = $"{map[Keywords.Language]}_{direction}".ToLowerInvariant();
                else if (map.TryGet(Keywords.Language, out var language))
                    itemLanguage = ((string)language!).ToLowerInvariant();
                else if (map.TryGet(Keywords.Type, out var type))
                    itemType = (string)type!;
                else
                    itemLanguage = Keywords.Null;
            }
            else
            {
                itemType = Keywords.Id;
            }

            commonLanguage ??= itemLanguage;
            if (commonLanguage != itemLanguage && Shapes.IsValue(item))
                commonLanguage = Keywords.None;
            commonType ??= itemType;
            if (commonType != itemType)
                commonType = Keywords.None;
            if (commonLanguage == Keywords.None && commonType == Keywords.None)
                break;
        }

        commonLanguage ??= Keywords.None;
        commonType ??= Keywords.None;
        return commonType != Keywords.None ? (true, commonType) : (false, commonLanguage);
    }

    // 4.14 to 4.19
    private static List<string> Preferred(ActiveContext active, JsonMap? map, string typeOrLanguage, Processing processing)
    {
        var preferred = new List<string>(6);
        if (typeOrLanguage == Keywords.Reverse)
            preferred.Add(Keywords.Reverse);
        if (typeOrLanguage is Keywords.Id or Keywords.Reverse && map is not null && map.TryGet(Keywords.Id, out var id))
        {
            // 4.16.1
            var compacted = Compact(active, (string?)id, processing, vocab: true);
            preferred.AddRange(active.Term(compacted) is { } definition && definition.Iri == (string?)id
                ? [Keywords.Vocab, Keywords.Id, Keywords.None]
                : [Keywords.Id, Keywords.Vocab, Keywords.None]);
        }
        else
        {
            preferred.AddRange([typeOrLanguage, Keywords.None]);
        }

        preferred.Add(Keywords.Any);
        for (int i = 0, count = preferred.Count; i < count; i++)
        {
            if (preferred[i].IndexOf('_', StringComparison.Ordinal) is >= 0 and var at)
                preferred.Add(preferred[i][at..]);
        }

        return preferred;
    }

    // 6, 7
    private static string? CompactWithPrefix(ActiveContext active, string iri, object? value, Processing processing)
    {
        string? best = null;
        foreach (var terms in active.Inverse(processing).PrefixesOf(iri))
        {
            foreach (var term in terms)
            {
                var candidate = string.Concat(term, ":", iri.AsSpan(active.Terms[term].Iri!.Length));
                processing.Spend();
                processing.Spend(candidate);
                if (active.Term(candidate) is { } taken && (taken.Iri != iri || value is not null))
                    continue;
                if (best is null || candidate.Length < best.Length || (candidate.Length == best.Length && CodePointOrder.Instance.Compare(candidate, best) < 0))
                    best = candidate;
                break;
            }
        }

        return best;
    }

    // 9
    private static void CheckNotConfused(ActiveContext active, string iri, Processing processing)
    {
        var colon = iri.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && !iri.AsSpan(colon + 1).StartsWith("//") && active.Term(iri[..colon]) is { Prefix: true })
            throw processing.Error(JsonLdErrorCode.IriConfusedWithPrefix, $"{iri}, whose scheme is a term of the context");
    }
}
