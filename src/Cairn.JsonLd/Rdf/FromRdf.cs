using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;
using Cairn.Rdf;

namespace Cairn.JsonLd.Rdf;

/// <summary>Serialize RDF as JSON-LD (JSON-LD 1.1 API, section 8.4.2), with RDF to object conversion (8.5.2).</summary>
internal sealed partial class FromRdf(Processing processing)
{
    /// <summary>Where a blank node is used: a list node is used once.</summary>
    private sealed record Usage(JsonMap Node, string Property, JsonMap Value);

    /// <param name="homes">Of each blank node the graph it stands in; null when there are several.</param>
    private sealed class Graph(Dictionary<string, Graph?> homes)
    {
        public Dictionary<string, JsonMap> Nodes { get; } = new(StringComparer.Ordinal);
        public List<Usage> NilUsages { get; } = [];
        public HashSet<string> Compounds { get; } = new(StringComparer.Ordinal);

        public JsonMap Node(string id)
        {
            if (!Nodes.TryGetValue(id, out var node))
            {
                Nodes[id] = node = new JsonMap { [Keywords.Id] = id };
                if (Iri.IsBlankNode(id) && !homes.TryAdd(id, this))
                    homes[id] = null;
            }

            return node;
        }
    }

    private readonly Dictionary<string, Graph> _graphs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Graph?> _homes = new(StringComparer.Ordinal);

    /// <summary>Blank nodes by where they are used; null when that is more than once.</summary>
    private readonly Dictionary<string, Usage?> _referencedOnce = new(StringComparer.Ordinal);
    private readonly HashSet<(JsonMap Node, string Property, string Value)> _known = [];

    public JsonList Convert(IEnumerable<Quad> quads)
    {
        _graphs[Keywords.Default] = new Graph(_homes);
        foreach (var quad in quads)
        {
            processing.Spend();
            AddQuad(quad);
        }

        // 6
        foreach (var graph in _graphs.Values)
        {
            RestoreCompounds(graph);
            RestoreLists(graph);
        }

        // 7, 8
        var result = new JsonList();
        foreach (var (id, node) in _graphs[Keywords.Default].Nodes.OrderBy(entry => entry.Key, CodePointOrder.Instance))
        {
            if (_graphs.TryGetValue(id, out var named) && id != Keywords.Default)
            {
                var content = new JsonList();
                content.AddRange(named.Nodes.OrderBy(entry => entry.Key, CodePointOrder.Instance).Select(entry => entry.Value).Where(member => member.Count > 1));
                node[Keywords.Graph] = content;
            }

            if (node.Count > 1)
                result.Add(node);
        }

        return result;
    }

    // 5
    private void AddQuad(in Quad quad)
    {
        // 5.1 to 5.5
        var name = quad.Graph is null ? Keywords.Default : Id(quad.Graph);
        if (!_graphs.TryGetValue(name, out var graph))
            _graphs[name] = graph = new Graph(_homes);
        if (name != Keywords.Default)
            _graphs[Keywords.Default].Node(name);
        // 5.7.1 to 5.7.4
        var subject = Id(quad.Subject);
        var node = graph.Node(subject);
        var predicate = Id(quad.Predicate);
        if (processing.Options.RdfDirection == RdfDirection.CompoundLiteral && predicate == RdfVocabulary.Direction)
            graph.Compounds.Add(subject);
        var isResource = quad.Object.Kind != TermKind.Literal;
        if (isResource)
            graph.Node(Id(quad.Object));
        // 5.7.5
        if (predicate == RdfVocabulary.Type && isResource && !processing.Options.UseRdfType)
        {
            AddOnce(node, Keywords.Type, Id(quad.Object));
            // A use that no list can take the place of.
            if (quad.Object.IsBlankNode)
                _referencedOnce[Id(quad.Object)] = null;
            return;
        }

        // 5.7.6 to 5.7.8
        var value = ConvertObject(quad.Object);
        var isNew = AddOnce(node, predicate, value);
        if (!isResource)
            return;
        var usage = new Usage(node, predicate, value);
        // 5.7.9
        if (Id(quad.Object) == RdfVocabulary.Nil)
        {
            if (isNew)
                graph.NilUsages.Add(usage);
        }

        // 5.7.10, 5.7.11
        else if (_referencedOnce.ContainsKey(Id(quad.Object)))
        {
            if (isNew)
                _referencedOnce[Id(quad.Object)] = null;
        }
        else if (quad.Object.IsBlankNode)
        {
            _referencedOnce[Id(quad.Object)] = usage;
        }
    }

    // 6.1
    private void RestoreCompounds(Graph graph)
    {
        foreach (var id in graph.Compounds)
        {
            if (!IsUsedOnceHere(id, graph, out var usage) || !IsCompound(graph.Nodes[id]) || !graph.Nodes.Remove(id, out var compound))
                continue;
            var reference = usage.Value;
            reference.Remove(Keywords.Id);
            reference[Keywords.Value] = First(compound, RdfVocabulary.Value);
            if (First(compound, RdfVocabulary.Language) is { } language)
                reference[Keywords.Language] = language is string text && RdfLoss.IsLanguageTag(text) ? text : throw processing.Error(JsonLdErrorCode.InvalidLanguageTaggedString, Processing.Show(language));
            var direction = First(compound, RdfVocabulary.Direction);
            reference[Keywords.Direction] = direction is "ltr" or "rtl" ? direction : throw processing.Error(JsonLdErrorCode.InvalidBaseDirection, Processing.Show(direction));
        }

        static object? First(JsonMap node, string property) => node[property] is JsonList { Count: > 0 } list ? (list[0] as JsonMap)?[Keywords.Value] : null;
    }

    // 6.2 to 6.4
    private void RestoreLists(Graph graph)
    {
        var heads = new List<JsonMap>(graph.NilUsages.Count);
        foreach (var nil in graph.NilUsages)
        {
            // 6.4.1, 6.4.2
            var (node, property, head) = nil;
            var list = new JsonList();
            var nodes = new List<string>();
            // 6.4.3
            while (property == RdfVocabulary.Rest
                && node[Keywords.Id] is string id
                && IsUsedOnceHere(id, graph, out var usage)
                && IsListNode(node))
            {
                processing.Spend();
                list.Add(((JsonList)node[RdfVocabulary.First]!)[0]);
                nodes.Add(id);
                (node, property, head) = usage;
                if (!((string)node[Keywords.Id]!).StartsWith("_:", StringComparison.Ordinal))
                    break;
            }

            // 6.4.4 to 6.4.7
            head.Remove(Keywords.Id);
            list.Reverse();
            head[Keywords.List] = list;
            heads.Add(head);
            foreach (var id in nodes)
                graph.Nodes.Remove(id);
        }

        foreach (var head in heads)
            CheckDepth(head, 1);
    }

    /// <summary>Quads are flat and hold lists in lists to any depth, or in themselves; a document cannot.</summary>
    private void CheckDepth(JsonMap item, int depth)
    {
        if (item[Keywords.List] is not JsonList list)
            return;
        if (depth > processing.Budget.MaxListDepth)
            throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxListDepth), processing.Budget.MaxListDepth);
        foreach (var inner in list)
            CheckDepth((JsonMap)inner!, depth + 1);
    }

    /// <summary>
    /// Whether what takes the place of a blank node loses nothing: it is used once, stands in this graph only, and names none. The specification asks
    /// for the first alone, and so would lose what another graph says of the node.
    /// </summary>
    private bool IsUsedOnceHere(string id, Graph graph, [NotNullWhen(true)] out Usage? usage) =>
        _referencedOnce.TryGetValue(id, out usage) && usage is not null && _homes.TryGetValue(id, out var home) && ReferenceEquals(home, graph) && !_graphs.ContainsKey(id);

    /// <summary>A text, a direction, at most a language, one of each, and nothing else.</summary>
    private static bool IsCompound(JsonMap node)
    {
        foreach (var (key, value) in node.Members)
        {
            if (key is not (Keywords.Id or RdfVocabulary.Value or RdfVocabulary.Language or RdfVocabulary.Direction)
                || (key != Keywords.Id && (value is not JsonList { Count: 1 } list || list[0] is not JsonMap { Count: 1 } text || !text.Has(Keywords.Value))))
                return false;
        }

        return node.Has(RdfVocabulary.Value) && node.Has(RdfVocabulary.Direction);
    }

    /// <summary>One first, one rest, and nothing else but the type rdf:List.</summary>
    private static bool IsListNode(JsonMap node)
    {
        foreach (var (key, _) in node.Members)
        {
            var fits = key switch
            {
                Keywords.Id => true,
                RdfVocabulary.First or RdfVocabulary.Rest => node[key] is JsonList { Count: 1 },
                Keywords.Type => node[key] is JsonList { Count: 1 } types && types[0] as string == RdfVocabulary.ListClass,
                _ => false,
            };
            if (!fits)
                return false;
        }

        return node.Has(RdfVocabulary.First) && node.Has(RdfVocabulary.Rest);
    }

    // 8.5.2
    private JsonMap ConvertObject(Term term)
    {
        // 1
        if (term.Kind != TermKind.Literal)
            return new JsonMap(1) { [Keywords.Id] = Id(term) };
        var result = new JsonMap(3);
        object? value = term.Value;
        string? type = null;
        // 2.4
        if (processing.Options.UseNativeTypes && Native(term) is { } native)
            value = native;
        else if (processing.Options.UseNativeTypes && term.Datatype is RdfVocabulary.Boolean or RdfVocabulary.Integer or RdfVocabulary.Double)
            type = term.Datatype;
        // 2.5
        else if (!processing.Is10 && term.Datatype == RdfVocabulary.Json)
        {
            type = Keywords.Json;
            value = ReadJson(term.Value);
        }

        // 2.6
        else if (processing.Options.RdfDirection == RdfDirection.I18nDatatype && term.Datatype is { } i18n && I18nParts(i18n) is { } parts)
        {
            result.Add(Keywords.Value, value);
            if (parts.Language.Length > 0)
                result.Add(Keywords.Language, parts.Language);
            result.Add(Keywords.Direction, parts.Direction);
            return result;
        }

        // 2.7
        else if (term.Language is { } language)
        {
            result.Add(Keywords.Value, value);
            result.Add(Keywords.Language, language);
            return result;
        }

        // 2.8
        else if (term.Datatype != RdfVocabulary.String)
        {
            type = term.Datatype;
        }

        result.Add(Keywords.Value, value);
        if (type is not null)
            result.Add(Keywords.Type, type);
        return result;
    }

    /// <summary>Language and direction of a datatype of the i18n namespace; null for one that is not made of them.</summary>
    private static (string Language, string Direction)? I18nParts(string datatype)
    {
        if (!datatype.StartsWith(RdfVocabulary.I18n, StringComparison.Ordinal) || datatype.Split('_') is not [var start, var direction and ("ltr" or "rtl")])
            return null;
        var language = start[RdfVocabulary.I18n.Length..];
        return language.Length == 0 || RdfLoss.IsLanguageTag(language) ? (language, direction) : null;
    }

    private static object? Native(Term term) => term.Datatype switch
    {
        RdfVocabulary.Boolean => term.Value is "true" or "1" ? JsonTree.True : term.Value is "false" or "0" ? JsonTree.False : null,
        RdfVocabulary.Integer when Integer().IsMatch(term.Value) && double.Parse(term.Value, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) => new JsonNumber(Jcs.Number(number)),
        RdfVocabulary.Double when Decimal().IsMatch(term.Value) && double.Parse(term.Value, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) => new JsonNumber(Jcs.Number(number)),
        _ => null,
    };

    private object? ReadJson(string text)
    {
        try
        {
            return JsonTree.Read(Encoding.UTF8.GetBytes(text), processing.Budget);
        }
        catch (JsonLdException wrong) when (wrong is not JsonLdBudgetException)
        {
            throw processing.Error(JsonLdErrorCode.InvalidJsonLiteral, wrong.Message, wrong);
        }
    }

    private bool AddOnce(JsonMap node, string property, object? value)
    {
        if (!_known.Add((node, property, Jcs.Canonicalize(value))))
            return false;
        if (node[property] is JsonList there)
            there.Add(value);
        else
            node[property] = JsonList.Of(value);
        return true;
    }

    private static string Id(Term term) => term.IsBlankNode ? "_:" + term.Value : term.Value;

    [GeneratedRegex("^[+-]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex("^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
