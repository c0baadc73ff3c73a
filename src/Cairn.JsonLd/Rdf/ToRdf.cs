using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.JsonLd.Flattening;
using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;
using Cairn.Rdf;

namespace Cairn.JsonLd.Rdf;

/// <summary>Deserialize JSON-LD to RDF (JSON-LD 1.1 API, section 8.1.2), with object to RDF (8.2.2) and list to RDF (8.3.2).</summary>
internal sealed partial class ToRdf(Processing processing)
{
    private static readonly Term TypeTerm = Term.Iri(RdfVocabulary.Type), FirstTerm = Term.Iri(RdfVocabulary.First), RestTerm = Term.Iri(RdfVocabulary.Rest), NilTerm = Term.Iri(RdfVocabulary.Nil),
        ValueTerm = Term.Iri(RdfVocabulary.Value), LanguageTerm = Term.Iri(RdfVocabulary.Language), DirectionTerm = Term.Iri(RdfVocabulary.Direction);

    private readonly Dictionary<string, Term?> _resources = new(StringComparer.Ordinal);
    private readonly List<Quad> _quads = [];
    private BlankNodeLabels _labels = new();

    public List<Quad> Convert(JsonList expanded)
    {
        var map = NodeMap.Of(expanded, processing);
        _labels = map.Labels;
        // 1
        foreach (var (name, nodes) in InOrder(map.Graphs))
        {
            // 1.1, 1.2
            Term? graph = null;
            if (name != Keywords.Default)
            {
                graph = Resource(name);
                if (graph is null)
                {
                    processing.Dropped($"the graph “{name}”, whose name is no IRI");
                    continue;
                }
            }

            // 1.3
            foreach (var (id, node) in InOrder(nodes))
            {
                // 1.3.1
                if (Resource(id) is { } subject)
                    ConvertNode(subject, node, graph);
                else
                    processing.Dropped($"the node “{id}”, whose identifier is no IRI");
            }
        }

        return _quads;
    }

    private IEnumerable<KeyValuePair<string, T>> InOrder<T>(Dictionary<string, T> entries) =>
        processing.Options.Ordered ? entries.OrderBy(entry => entry.Key, CodePointOrder.Instance) : entries;

    // 1.3.2
    private void ConvertNode(Term subject, JsonMap node, Term? graph)
    {
        for (var i = 0; i < node.Count; i++)
        {
            var (property, values) = (node.Keys[i], node.Values[i]);
            // 1.3.2.1
            if (property == Keywords.Type)
            {
                foreach (var type in (JsonList)values!)
                {
                    if (type is string iri && Resource(iri) is { } typeTerm)
                        Add(new Quad(subject, TypeTerm, typeTerm, graph));
                    else
                        processing.Dropped($"the type “{type}”, which is no IRI");
                }
            }

            // 1.3.2.2
            else if (Keywords.Is(property))
            {
                continue;
            }

            // 1.3.2.3, 1.3.2.4
            else if (Resource(property) is not { } predicate || (predicate.IsBlankNode && !processing.Options.ProduceGeneralizedRdf))
            {
                processing.Dropped($"the property “{property}”, which is no IRI");
            }

            // 1.3.2.5
            else
            {
                foreach (var item in (JsonList)values!)
                {
                    if (ConvertObject((JsonMap)item!, graph) is { } term)
                        Add(new Quad(subject, predicate, term, graph));
                }
            }
        }
    }

    // 8.2.2
    private Term? ConvertObject(JsonMap item, Term? graph)
    {
        // 1, 2
        if (item.TryGet(Keywords.Id, out var id))
        {
            var resource = Resource((string?)id ?? "");
            if (resource is null)
                processing.Dropped($"the reference “{id}”, which is no IRI");
            return resource;
        }

        // 3
        if (item.TryGet(Keywords.List, out var list))
            return ConvertList((JsonList)list!, graph);
        // 4 to 6
        var value = item[Keywords.Value];
        var datatype = item[Keywords.Type] as string;
        if (datatype is not null && datatype != Keywords.Json && !Iri.IsWellFormed(datatype))
        {
            processing.Dropped($"a value whose type “{datatype}” is no IRI");
            return null;
        }

        // 7
        var language = item[Keywords.Language] as string;
        if (language is not null && !LanguageTag().IsMatch(language))
        {
            processing.Dropped($"a value whose language “{language}” is no language tag");
            return null;
        }

        // 8 to 12
        var lexical = Lexical(value, ref datatype);
        // 13
        if (item.TryGet(Keywords.Direction, out var direction))
        {
            switch (processing.Options.RdfDirection)
            {
                case RdfDirection.I18nDatatype:
                    return Term.Literal(lexical, $"{RdfVocabulary.I18n}{language?.ToLowerInvariant()}_{direction}");
                case RdfDirection.CompoundLiteral:
                    return Compound(lexical, language, (string)direction!, graph);
                default:
                    processing.Dropped("the direction of a text, which RDF has no place for unless rdfDirection names one");
                    break;
            }
        }

        // 14, 15
        return language is not null ? Term.Literal(lexical, language: language) : Term.Literal(lexical, datatype ?? RdfVocabulary.String);
    }

    private static string Lexical(object? value, ref string? datatype)
    {
        // 8
        if (datatype == Keywords.Json)
        {
            datatype = RdfVocabulary.Json;
            return Jcs.Canonicalize(value);
        }

        switch (value)
        {
            // 9
            case bool truth:
                datatype ??= RdfVocabulary.Boolean;
                return truth ? "true" : "false";
            // 10, 11
            case JsonNumber { Value: var number }:
                if (number % 1 != 0 || Math.Abs(number) >= 1e21 || datatype == RdfVocabulary.Double)
                {
                    datatype ??= RdfVocabulary.Double;
                    return CanonicalDouble(number);
                }

                datatype ??= RdfVocabulary.Integer;
                return number == 0 ? "0" : number.ToString("F0", CultureInfo.InvariantCulture);
            default:
                return (string?)value ?? "";
        }
    }

    /// <summary>Section 8.6: one digit, a point, the fewest digits up to fifteen, and the exponent.</summary>
    private static string CanonicalDouble(double number)
    {
        if (!double.IsFinite(number))
            return number > 0 ? "INF" : "-INF";
        var text = number.ToString("E15", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = text[..e].TrimEnd('0');
        if (mantissa[^1] == '.')
            mantissa += "0";
        return $"{mantissa}E{int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}";
    }

    // 8.2.2, step 13.3
    private Term Compound(string lexical, string? language, string direction, Term? graph)
    {
        var literal = NewBlankNode();
        Add(new Quad(literal, ValueTerm, Term.Literal(lexical), graph));
        if (language is not null)
            Add(new Quad(literal, LanguageTerm, Term.Literal(language.ToLowerInvariant()), graph));
        Add(new Quad(literal, DirectionTerm, Term.Literal(direction), graph));
        return literal;
    }

    // 8.3.2
    private Term ConvertList(JsonList list, Term? graph)
    {
        // 1
        if (list.Count == 0)
            return NilTerm;
        // 2, 3
        var nodes = new Term[list.Count];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = NewBlankNode();
        for (var i = 0; i < nodes.Length; i++)
        {
            if (ConvertObject((JsonMap)list[i]!, graph) is { } item)
                Add(new Quad(nodes[i], FirstTerm, item, graph));
            Add(new Quad(nodes[i], RestTerm, i + 1 < nodes.Length ? nodes[i + 1] : NilTerm, graph));
        }

        return nodes[0];
    }

    private Term NewBlankNode() => Term.BlankNode(_labels.New()[2..]);

    /// <summary>An IRI or a blank node; null for what is neither.</summary>
    private Term? Resource(string id)
    {
        if (!_resources.TryGetValue(id, out var term))
            _resources[id] = term = Iri.IsBlankNode(id) ? Term.BlankNode(id[2..]) : Iri.IsWellFormed(id) ? Term.Iri(id) : null;
        return term;
    }

    private void Add(in Quad quad)
    {
        if (_quads.Count >= processing.Budget.MaxQuads)
            throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxQuads), processing.Budget.MaxQuads);
        _quads.Add(quad);
    }

    [GeneratedRegex("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LanguageTag();
}
