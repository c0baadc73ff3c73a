using System.Globalization;
using System.Runtime.CompilerServices;
using Cairn.JsonLd.Flattening;
using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;
using Cairn.Rdf;

namespace Cairn.JsonLd.Rdf;

/// <summary>
/// Deserialize JSON-LD to RDF (JSON-LD 1.1 API, section 8.1.2), with object to RDF (8.2.2) and list to RDF (8.3.2). The specification goes through a
/// node map (7.2); here each node gives its quads as it is met. That is the same dataset, because a dataset is a set; where one could stand twice it
/// is made one at the end.
/// </summary>
internal sealed class ToRdf(Processing processing)
{
    private static readonly Term TypeTerm = Term.Iri(RdfVocabulary.Type), FirstTerm = Term.Iri(RdfVocabulary.First), RestTerm = Term.Iri(RdfVocabulary.Rest), NilTerm = Term.Iri(RdfVocabulary.Nil),
        ValueTerm = Term.Iri(RdfVocabulary.Value), LanguageTerm = Term.Iri(RdfVocabulary.Language), DirectionTerm = Term.Iri(RdfVocabulary.Direction);

    private readonly Dictionary<string, Term?> _resources = new(StringComparer.Ordinal);
    private readonly List<Quad> _quads = new(64);
    private readonly BlankNodeLabels _labels = new();
    private readonly HashSet<(Term? Graph, Term Node)> _subjects = new(SameTerms.Instance);
    private Dictionary<(Term? Graph, Term Node), object?>? _indexes;
    private Dictionary<(Quad Place, string? Language, string Direction), Term>? _compounds;

    /// <summary>Nodes of which a statement could stand twice.</summary>
    private readonly HashSet<Term> _suspects = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Quad> Convert(JsonList expanded)
    {
        foreach (var item in expanded)
            ConvertItem(item, null, 0);
        if (_suspects.Count > 0)
        {
            var known = new HashSet<Quad>(SameQuads.Instance);
            _quads.RemoveAll(quad => _suspects.Contains(quad.Subject) && !known.Add(quad));
        }

        return _quads;
    }

    /// <summary>An item as object: a node with all that it says, a list, a value.</summary>
    /// <returns>Its term; null for what RDF has no place for.</returns>
    private Term? ConvertItem(object? item, Term? graph, int listDepth)
    {
        processing.Spend();
        if (item is not JsonMap map)
            return null;
        if (map.TryGet(Keywords.Value, out var value))
            return ConvertValue(map, value, graph);
        return map.TryGet(Keywords.List, out var list) ? ConvertList((JsonList)list!, graph, listDepth) : ConvertNode(map, graph);
    }

    // 7.2.2, step 6, with 8.1.2, step 1.3
    private Term? ConvertNode(JsonMap node, Term? graph)
    {
        node.TryGet(Keywords.Id, out var id);
        if (id is null && node.Count == 1 && node.Has(Keywords.Id))
            return null;
        // 8.1.2, 1.3.1: what a node without a good identifier says is lost; nodes inside it are not.
        var subject = id is null ? NewBlankNode() : Resource((string)id);
        if (subject is null)
            processing.Dropped(RdfLoss.Node(id));
        else if (id is not null && node.Count > 1 && !_subjects.Add((graph, subject)))
            _suspects.Add(subject);
        foreach (var (key, member) in node.Members)
        {
            switch (key)
            {
                case Keywords.Id:
                    break;
                // 8.1.2, 1.3.2.1
                case Keywords.Type:
                    ConvertTypes(subject, (JsonList)member!, graph);
                    break;
                case Keywords.Index:
                    CheckIndex(subject, member, graph);
                    break;
                case Keywords.Reverse:
                    ConvertReverse(subject, (JsonMap)member!, graph);
                    break;
                case Keywords.Graph:
                    ConvertGraph(subject, (JsonList)member!, id as string);
                    break;
                case Keywords.Included:
                    foreach (var included in (JsonList)member!)
                        ConvertItem(included, graph, 0);
                    break;
                // A keyword of values beside a node: expansion keeps it, and it says nothing.
                case Keywords.Language or Keywords.Direction:
                    processing.Dropped($"{key} of a node");
                    break;
                default:
                    ConvertProperty(subject, key, (JsonList)member!, graph);
                    break;
            }
        }

        return subject;
    }

    private void ConvertTypes(Term? subject, JsonList types, Term? graph)
    {
        if (subject is not null && types.Count > 1 && HasDoubles(types))
            _suspects.Add(subject);
        foreach (var type in types)
        {
            var term = type is string iri ? Resource(iri) : null;
            if (term is null)
                processing.Dropped(RdfLoss.Type(type));
            else if (subject is not null)
                Add(new Quad(subject, TypeTerm, term, graph));
        }
    }

    // 8.1.2, 1.3.2.3 to 1.3.2.5
    private void ConvertProperty(Term? subject, string property, JsonList values, Term? graph)
    {
        var predicate = Predicate(property);
        if (subject is not null && values.Count > 1 && HasDoubles(values))
            _suspects.Add(subject);
        foreach (var item in values)
        {
            var term = IsCompound(item) && subject is not null && predicate is not null
                ? ConvertCompound((JsonMap)item!, new Quad(subject, predicate, ValueTerm, graph))
                : ConvertItem(item, graph, 0);
            if (term is not null && subject is not null && predicate is not null)
                Add(new Quad(subject, predicate, term, graph));
        }
    }

    private void ConvertReverse(Term? @object, JsonMap reverse, Term? graph)
    {
        foreach (var (property, nodes) in reverse.Members)
        {
            var predicate = Predicate(property);
            foreach (var node in (JsonList)nodes!)
            {
                var subject = ConvertItem(node, graph, 0);
                if (subject is null || predicate is null || @object is null)
                    continue;
                _suspects.Add(subject);
                Add(new Quad(subject, predicate, @object, graph));
            }
        }
    }

    // 8.1.2, 1.1 and 1.2
    private void ConvertGraph(Term? name, JsonList nodes, string? id)
    {
        if (name is null)
        {
            processing.Dropped($"the graph “{id}”, whose name is no IRI");
            return;
        }

        // A graph of a container may hold what is no node: nothing says what it belongs to.
        foreach (var node in nodes)
        {
            if (Shapes.IsNode(node))
                ConvertItem(node, name, 0);
        }
    }

    // 7.2.2, step 6.8
    private void CheckIndex(Term? subject, object? index, Term? graph)
    {
        if (subject is null)
            return;
        _indexes ??= new(SameTerms.Instance);
        if (!_indexes.TryAdd((graph, subject), index) && !JsonTree.Same(_indexes[(graph, subject)], index))
            throw processing.Error(JsonLdErrorCode.ConflictingIndexes, $"{subject} with {Processing.Show(_indexes[(graph, subject)])} and {Processing.Show(index)}");
    }

    // 8.2.2, from step 4
    private Term? ConvertValue(JsonMap item, object? value, Term? graph)
    {
        // 4 to 6
        var datatype = item[Keywords.Type] as string;
        if (datatype is not null && datatype != Keywords.Json && !Iri.IsWellFormed(datatype))
        {
            processing.Dropped(RdfLoss.Datatype(datatype));
            return null;
        }

        // 7
        var language = item[Keywords.Language] as string;
        if (language is not null && !RdfLoss.IsLanguageTag(language))
        {
            processing.Dropped(RdfLoss.Language(language));
            return null;
        }

        // 8 to 12
        var lexical = Lexical(value, ref datatype);
        // 13
        if (item.TryGet(Keywords.Direction, out var direction))
        {
            if (processing.Options.RdfDirection == RdfDirection.I18nDatatype)
                return Term.Literal(lexical, $"{RdfVocabulary.I18n}{language?.ToLowerInvariant()}_{direction}");
            if (processing.Options.RdfDirection == RdfDirection.CompoundLiteral)
                return Compound(lexical, language, (string)direction!, graph);
            processing.Dropped(RdfLoss.Direction);
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

    private bool IsCompound(object? item) =>
        processing.Options.RdfDirection == RdfDirection.CompoundLiteral && item is JsonMap map && map.Has(Keywords.Value) && map.Has(Keywords.Direction);

    /// <summary>The same text with the same direction at the same place is one blank node: a node map would hold it once.</summary>
    private Term? ConvertCompound(JsonMap item, Quad place)
    {
        var key = (place with { Object = Term.Literal(Jcs.Canonicalize(item)) }, item[Keywords.Language] as string, (string)item[Keywords.Direction]!);
        _compounds ??= [];
        if (_compounds.TryGetValue(key, out var there))
            return there;
        var made = ConvertItem(item, place.Graph, 0);
        if (made is not null)
            _compounds[key] = made;
        return made;
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
    private Term ConvertList(JsonList list, Term? graph, int depth)
    {
        if (depth >= processing.Budget.MaxListDepth)
            throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxListDepth), processing.Budget.MaxListDepth);
        // 1
        if (list.Count == 0)
            return NilTerm;
        // 2, 3
        var first = NewBlankNode();
        var node = first;
        for (var i = 0; i < list.Count; i++)
        {
            if (ConvertItem(list[i], graph, depth + 1) is { } item)
                Add(new Quad(node, FirstTerm, item, graph));
            var rest = i + 1 < list.Count ? NewBlankNode() : NilTerm;
            Add(new Quad(node, RestTerm, rest, graph));
            node = rest;
        }

        return first;
    }

    /// <summary>Whether equal values may stand in an array. Many are not compared with each other: then a set decides at the end.</summary>
    private static bool HasDoubles(JsonList values)
    {
        const int ComparedInLine = 16;
        if (values.Count > ComparedInLine)
            return true;
        for (var i = 1; i < values.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (JsonTree.Same(values[i], values[j]))
                    return true;
                // Values that are written differently may be one literal: 1 and 1.0, a text with and without its type.
                if (values[i] is JsonMap a && values[j] is JsonMap b && a.TryGet(Keywords.Value, out var x) && b.TryGet(Keywords.Value, out var y) && (x is not string || y is not string || JsonTree.Same(x, y)))
                    return true;
            }
        }

        return false;
    }

    private Term NewBlankNode() => Term.BlankNode(_labels.New());

    private Term? Predicate(string property)
    {
        if (Resource(property) is { } term && (!term.IsBlankNode || processing.Options.ProduceGeneralizedRdf))
            return term;
        processing.Dropped(RdfLoss.Property(property));
        return null;
    }

    /// <summary>An IRI or a blank node; null for what is neither.</summary>
    private Term? Resource(string id)
    {
        if (VocabularyTerms.TryGet(id, out var shared))
            return shared;
        if (!_resources.TryGetValue(id, out var term))
            _resources[id] = term = Iri.IsBlankNode(id) ? Term.BlankNode(_labels.Of(id[2..])) : Iri.IsWellFormed(id) ? Term.Iri(id) : null;
        return term;
    }

    private void Add(in Quad quad)
    {
        if (_quads.Count >= processing.Budget.MaxQuads)
            throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxQuads), processing.Budget.MaxQuads);
        _quads.Add(quad);
    }

    /// <summary>A resource is one term in a conversion: it is known by reference.</summary>
    private sealed class SameTerms : IEqualityComparer<(Term? Graph, Term Node)>
    {
        public static SameTerms Instance { get; } = new();

        public bool Equals((Term? Graph, Term Node) x, (Term? Graph, Term Node) y) => ReferenceEquals(x.Graph, y.Graph) && ReferenceEquals(x.Node, y.Node);

        public int GetHashCode((Term? Graph, Term Node) pair) => RuntimeHelpers.GetHashCode(pair.Node) ^ (pair.Graph is null ? 0 : RuntimeHelpers.GetHashCode(pair.Graph) * 31);
    }

    /// <summary>Equal as quads are, but hashed without reading long texts to their end: a subject or predicate may be as long as a document and stand in ten thousand quads. An object stands where the document has it.</summary>
    private sealed class SameQuads : IEqualityComparer<Quad>
    {
        private const int ReadToTheEnd = 128;

        public static SameQuads Instance { get; } = new();

        public bool Equals(Quad x, Quad y) => x == y;

        public int GetHashCode(Quad quad) => HashCode.Combine(Hash(quad.Subject), Hash(quad.Predicate), quad.Object, quad.Graph is null ? 0 : Hash(quad.Graph));

        private static int Hash(Term term)
        {
            var text = term.Value.AsSpan();
            return text.Length <= ReadToTheEnd ? string.GetHashCode(text) : HashCode.Combine(text.Length, string.GetHashCode(text[..(ReadToTheEnd / 2)]), string.GetHashCode(text[^(ReadToTheEnd / 2)..]));
        }
    }
}
