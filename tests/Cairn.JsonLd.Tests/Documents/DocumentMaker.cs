using System.Globalization;
using System.Text.Json.Nodes;
using Cairn.Rdf;

namespace Cairn.JsonLd.Tests.Documents;

/// <summary>Random documents that use everything JSON-LD has, and lose nothing: what they say can be kept by every algorithm.</summary>
internal sealed class DocumentMaker(Random random)
{
    /// <summary>Every kind of term.</summary>
    public const string Context = """
        {
          "@version": 1.1,
          "ex": "https://example.org/",
          "xsd": "http://www.w3.org/2001/XMLSchema#",
          "id": "@id",
          "type": "@type",
          "name": "ex:name",
          "count": {"@id": "ex:count", "@type": "xsd:integer"},
          "when": {"@id": "ex:when", "@type": "xsd:dateTime"},
          "knows": {"@id": "ex:knows", "@type": "@id"},
          "kind": {"@id": "ex:kind", "@type": "@vocab"},
          "anything": {"@id": "ex:anything", "@type": "@none"},
          "data": {"@id": "ex:data", "@type": "@json"},
          "list": {"@id": "ex:list", "@container": "@list"},
          "links": {"@id": "ex:links", "@type": "@id", "@container": "@list"},
          "set": {"@id": "ex:set", "@container": "@set"},
          "label": {"@id": "ex:label", "@container": "@language"},
          "labels": {"@id": "ex:labels", "@container": ["@language", "@set"]},
          "indexed": {"@id": "ex:indexed", "@container": "@index"},
          "byKey": {"@id": "ex:byKey", "@container": "@index", "@index": "ex:key"},
          "byId": {"@id": "ex:byId", "@container": "@id"},
          "byType": {"@id": "ex:byType", "@container": "@type"},
          "graph": {"@id": "ex:graph", "@container": "@graph"},
          "graphById": {"@id": "ex:graphById", "@container": ["@graph", "@id"]},
          "graphByIndex": {"@id": "ex:graphByIndex", "@container": ["@graph", "@index"]},
          "knownBy": {"@reverse": "ex:knows"},
          "german": {"@id": "ex:german", "@language": "de"},
          "arabic": {"@id": "ex:arabic", "@language": "ar", "@direction": "rtl"},
          "plain": {"@id": "ex:plain", "@language": null, "@direction": null},
          "detail": "@nest",
          "inside": {"@id": "ex:inside", "@nest": "detail"},
          "scoped": {"@id": "ex:scoped", "@context": {"name": "ex:scopedName", "deep": {"@id": "ex:deep", "@context": {"name": "ex:deepName"}}}},
          "staying": {"@id": "ex:staying", "@context": {"@propagate": false, "name": "ex:stayingName"}},
          "Person": {"@id": "ex:Person", "@context": {"name": "ex:personName", "age": {"@id": "ex:age", "@type": "xsd:integer"}}},
          "Place": {"@id": "ex:Place", "@context": {"@propagate": true, "name": "ex:placeName"}},
          "Thing": "ex:Thing"
        }
        """;

    private static readonly string[] Languages = ["en", "de-CH", "zh-Hant", "es"];
    private static readonly string[] Texts = ["", "a", "é", "😀", "\n\t\"\\", "a:b", "@", "true", "1", "https://example.org/x", "\u2028"];

    private int _left = 40;

    public JsonObject Document()
    {
        var document = Node(4);
        if (random.Next(3) == 0)
        {
            var graph = new JsonArray();
            for (var i = random.Next(1, 4); i > 0; i--)
                graph.Add(Node(3));
            document["@graph"] = graph;
        }

        if (random.Next(4) == 0)
            document["@included"] = new JsonArray(Node(2), Node(2));
        document.Insert(0, "@context", JsonNode.Parse(Context));
        return document;
    }

    private JsonObject Node(int depth)
    {
        var node = new JsonObject();
        if (random.Next(2) == 0)
            node[random.Next(2) == 0 ? "id" : "@id"] = Id();
        if (random.Next(2) == 0)
            node["type"] = random.Next(2) == 0 ? Type() : new JsonArray("ex:T1", Type());
        // Never a node that says nothing: in safe mode that is a loss.
        node["ex:is"] = random.Next(3).ToString(CultureInfo.InvariantCulture);
        for (var i = random.Next(1, 5); i > 0; i--)
            AddMember(node, depth);
        return node;
    }

    private void AddMember(JsonObject node, int depth)
    {
        var isLeaf = depth == 0 || --_left < 0;
        switch (random.Next(isLeaf ? 13 : 30))
        {
            case 0: node["name"] = Text(); break;
            case 1: node["count"] = random.Next(2) == 0 ? random.Next(100) : "12"; break;
            case 2: node["when"] = "2026-11-26T00:00:00Z"; break;
            case 3: node["knows"] = random.Next(2) == 0 ? Id() : new JsonArray(Id(), Id()); break;
            case 4: node["kind"] = random.Next(2) == 0 ? "Thing" : "ex:Other"; break;
            case 5: node["data"] = Json(random, 2); break;
            case 6: node["label"] = Map(() => Languages[random.Next(4)], () => Text()); break;
            case 7: node["labels"] = Map(() => random.Next(3) == 0 ? "@none" : Languages[random.Next(4)], () => new JsonArray(Text(), Text())); break;
            case 8: node["german"] = Text(); break;
            case 9: node["arabic"] = Text(); break;
            case 10: node["plain"] = Text(); break;
            case 11: node["ex:value"] = Value(); break;
            case 12: node["anything"] = Value(); break;
            case 13: node["list"] = List(depth); break;
            case 14: node["links"] = new JsonArray(Id(), Id()); break;
            case 15: node["set"] = new JsonArray(Item(depth), Item(depth)); break;
            case 16: node["indexed"] = Map(() => Texts[random.Next(1, 5)], () => Nameless(Item(depth))); break;
            case 17: node["byKey"] = Map(() => Texts[random.Next(1, 5)], () => Node(depth - 1)); break;
            case 18: node["byId"] = Map(Id, () => Without(Node(depth - 1), "id", "@id")); break;
            case 19: node["byType"] = Map(Type, () => Without(Node(depth - 1), "type")); break;
            case 20: node["graph"] = Node(depth - 1); break;
            case 21: node["graphById"] = Map(Id, () => Node(depth - 1)); break;
            case 22: node["graphByIndex"] = Map(() => Texts[random.Next(1, 5)], () => Node(depth - 1)); break;
            case 23: node["knownBy"] = random.Next(2) == 0 ? Node(depth - 1) : new JsonArray(Node(depth - 1), Node(depth - 1)); break;
            case 24: node["@reverse"] = new JsonObject { ["ex:back"] = Node(depth - 1) }; break;
            case 25: node["detail"] = new JsonObject { ["inside"] = Item(depth), ["name"] = Text() }; break;
            case 26: node["scoped"] = new JsonObject { ["name"] = Text(), ["deep"] = new JsonObject { ["name"] = Text(), ["knows"] = Id() } }; break;
            case 27: node["staying"] = new JsonObject { ["name"] = Text(), ["ex:value"] = Node(depth - 1) }; break;
            case 28: node["ex:graph2"] = new JsonObject { ["@id"] = Id(), ["@graph"] = new JsonArray(Node(depth - 1)) }; break;
            default: node["ex:node"] = Local(Node(depth - 1)); break;
        }
    }

    /// <summary>Sometimes a node has a context of its own.</summary>
    private JsonObject Local(JsonObject node)
    {
        if (random.Next(3) == 0)
            node.Insert(0, "@context", new JsonObject { ["name"] = "ex:localName", ["@language"] = random.Next(2) == 0 ? "fr" : null });
        return node;
    }

    private JsonArray List(int depth)
    {
        var list = new JsonArray();
        for (var i = random.Next(4); i > 0; i--)
            list.Add(random.Next(4) == 0 && depth > 0 ? List(depth - 1) : Item(depth));
        return list;
    }

    private JsonNode Item(int depth) => depth > 0 && random.Next(2) == 0 ? Node(depth - 1) : random.Next(2) == 0 ? Text() : Value();

    private JsonObject Value()
    {
        JsonNode plain = random.Next(4) switch { 0 => random.Next(2) == 0, 1 => random.Next(-5, 5), 2 => random.NextDouble() * 1e6, _ => Text() };
        var value = new JsonObject { ["@value"] = plain };
        switch (random.Next(5))
        {
            case 0 when plain.GetValueKind() == System.Text.Json.JsonValueKind.String:
                value["@language"] = Languages[random.Next(4)];
                break;
            case 1 when plain.GetValueKind() == System.Text.Json.JsonValueKind.String:
                value["@direction"] = random.Next(2) == 0 ? "ltr" : "rtl";
                if (random.Next(2) == 0)
                    value["@language"] = Languages[random.Next(4)];
                break;
            case 2:
                value["@type"] = random.Next(2) == 0 ? "xsd:string" : "ex:datatype";
                break;
            case 3:
                return new JsonObject { ["@value"] = Json(random, 2), ["@type"] = "@json" };
        }

        return value;
    }

    public static JsonNode? Json(Random random, int depth)
    {
        switch (random.Next(depth > 0 ? 7 : 5))
        {
            case 0: return null;
            case 1: return random.Next(2) == 0;
            case 2: return random.Next();
            case 3: return random.NextDouble() * Math.Pow(10, random.Next(-30, 30));
            case 4: return Texts[random.Next(Texts.Length)];
            case 5: return new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Json(random, depth - 1))]);
            default:
                var map = new JsonObject();
                for (var i = random.Next(4); i > 0; i--)
                    map[Texts[random.Next(Texts.Length)]] = Json(random, depth - 1);
                return map;
        }
    }

    private static JsonObject Without(JsonObject node, params string[] members)
    {
        foreach (var member in members)
            node.Remove(member);
        return node;
    }

    /// <summary>A node has one index only: what has a name might be met again with another.</summary>
    private static JsonNode Nameless(JsonNode item) => item is JsonObject node && !node.ContainsKey("@value") ? Without(node, "id", "@id") : item;

    private JsonObject Map(Func<string> key, Func<JsonNode> value)
    {
        var map = new JsonObject();
        for (var i = random.Next(1, 4); i > 0; i--)
            map[key()] = value();
        return map;
    }

    private string Text() => Texts[random.Next(Texts.Length)];

    private string Id() => random.Next(3) == 0 ? $"_:b{random.Next(5)}" : $"ex:{random.Next(8)}";

    private string Type() => random.Next(3) switch { 0 => "Person", 1 => "Place", _ => "Thing" };

    /// <summary>Quads in which lists, compound literals and graphs are whole, broken, shared and mixed.</summary>
    public IReadOnlyList<Quad> Quads()
    {
        const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        string[] predicates = ["ex:p", "ex:q", Rdf + "first", Rdf + "rest", Rdf + "first", Rdf + "rest", Rdf + "type", Rdf + "value", Rdf + "direction", Rdf + "language"];
        var quads = new List<Quad>();
        for (var i = random.Next(1, 16); i > 0; i--)
        {
            var predicate = Term.Iri(predicates[random.Next(predicates.Length)]);
            quads.Add(new Quad(Resource(), predicate, Object(), random.Next(3) switch { 0 => Resource(), _ => null }));
        }

        // Some lists as they should be, hung on something.
        for (var i = random.Next(3); i > 0; i--)
        {
            var graph = random.Next(2) == 0 ? Term.Iri("ex:g") : null;
            var cells = Enumerable.Range(0, random.Next(1, 4)).Select(n => Term.BlankNode($"l{i}x{n}")).ToArray();
            quads.Add(new Quad(Resource(), Term.Iri("ex:list"), cells[0], graph));
            for (var n = 0; n < cells.Length; n++)
            {
                quads.Add(new Quad(cells[n], Term.Iri(Rdf + "first"), Object(), graph));
                quads.Add(new Quad(cells[n], Term.Iri(Rdf + "rest"), n + 1 < cells.Length ? cells[n + 1] : Term.Iri(Rdf + "nil"), graph));
            }
        }

        return quads;

        Term Resource() => random.Next(3) == 0 ? Term.Iri($"ex:{random.Next(3)}") : Term.BlankNode($"b{random.Next(5)}");

        Term Object() => random.Next(8) switch
        {
            0 => Term.Iri(Rdf + "nil"),
            1 => Term.Literal(Text()),
            2 => Term.Literal(Text(), language: Languages[random.Next(4)]),
            3 => Term.Literal("1", "http://www.w3.org/2001/XMLSchema#integer"),
            4 => Term.Literal("x", random.Next(2) == 0 ? "https://www.w3.org/ns/i18n#en_rtl" : "https://www.w3.org/ns/i18n#en"),
            5 => Term.Literal("{\"a\":[1,null]}", Rdf + "JSON"),
            _ => Resource(),
        };
    }
}
