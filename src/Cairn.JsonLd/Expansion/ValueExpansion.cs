using Cairn.JsonLd.Contexts;
using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;
using Cairn.JsonLd.Rdf;

namespace Cairn.JsonLd.Expansion;

/// <summary>Value expansion (JSON-LD 1.1 API, section 5.3.2).</summary>
internal static class ValueExpansion
{
    public static JsonMap Expand(ActiveContext active, TermDefinition? definition, object value, Processing processing)
    {
        // 1, 2
        if (value is string text && definition?.Type is Keywords.Id or Keywords.Vocab)
        {
            var id = IriExpansion.Expand(active, (string)value, processing, vocab: definition.Type == Keywords.Vocab, documentRelative: true);
            if (processing.Safe && !Iri.IsBlankNode(id ?? "") && !Iri.IsAbsolute(id ?? ""))
                processing.Dropped($"the relative @id “{value}”");
            RdfLoss.CheckNode(id, processing);
            return new JsonMap(1) { [Keywords.Id] = id };
        }

        // 3
        var result = new JsonMap(definition?.Type is null && active.Language is null ? 1 : 2);
        result.Add(Keywords.Value, value);
        // 4
        if (definition?.Type is { } type and not (Keywords.Id or Keywords.Vocab or Keywords.None))
        {
            processing.Spend(type);
            result.Add(Keywords.Type, type);
        }

        // 5
        else if (value is string)
        {
            var language = definition is { HasLanguage: true } ? definition.Language : active.Language;
            var direction = definition is { HasDirection: true } ? definition.Direction : active.Direction;
            processing.Spend(language);
            if (language is not null)
                result.Add(Keywords.Language, language);
            if (direction is not null)
                result.Add(Keywords.Direction, direction);
        }

        RdfLoss.CheckValue(result, processing);
        return result;
    }
}
