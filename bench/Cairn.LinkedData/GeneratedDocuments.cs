using System.Globalization;
using System.Text.Json.Nodes;

namespace Cairn.LinkedData;

/// <summary>Documents that use every feature of JSON-LD 1.1, by a seed: what two processors must agree on.</summary>
internal sealed class GeneratedDocuments(int seed)
{
    private readonly Random _random = new(seed);
    private int _depth;

    public JsonObject Document()
    {
        var document = Node();
        var whole = new JsonObject { ["@context"] = Context() };
        foreach (var (key, value) in document.ToList())
        {
            document.Remove(key);
            whole[key] = value;
        }

        return whole;
    }

    private static JsonObject Context() => new()
    {
        ["@version"] = 1.1,
        ["@vocab"] = "https://vocabulary.example/",
        ["ex"] = "https://example.org/ns#",
        ["id"] = "@id",
        ["type"] = "@type",
        ["label"] = new JsonObject { ["@language"] = "en" },
        ["title"] = new JsonObject { ["@id"] = "ex:title", ["@container"] = "@language" },
        ["since"] = new JsonObject { ["@type"] = "http://www.w3.org/2001/XMLSchema#dateTime" },
        ["knows"] = new JsonObject { ["@type"] = "@id" },
        ["kind"] = new JsonObject { ["@id"] = "ex:kind", ["@type"] = "@vocab" },
        ["steps"] = new JsonObject { ["@id"] = "ex:steps", ["@container"] = "@list" },
        ["tags"] = new JsonObject { ["@id"] = "ex:tags", ["@container"] = "@set" },
        ["byIndex"] = new JsonObject { ["@id"] = "ex:byIndex", ["@container"] = "@index" },
        ["byId"] = new JsonObject { ["@id"] = "ex:byId", ["@container"] = "@id" },
        ["byType"] = new JsonObject { ["@id"] = "ex:byType", ["@container"] = "@type" },
        ["graph"] = new JsonObject { ["@id"] = "ex:graph", ["@container"] = "@graph" },
        ["graphs"] = new JsonObject { ["@id"] = "ex:graphs", ["@container"] = new JsonArray("@graph", "@id") },
        ["raw"] = new JsonObject { ["@id"] = "ex:raw", ["@type"] = "@json" },
        ["knownBy"] = new JsonObject { ["@reverse"] = "ex:knows" },
        ["extra"] = "@nest",
        ["inner"] = new JsonObject { ["@id"] = "ex:inner", ["@context"] = new JsonObject { ["name"] = "ex:innerName" } },
        ["Scoped"] = new JsonObject { ["@id"] = "ex:Scoped", ["@context"] = new JsonObject { ["name"] = "ex:scopedName", ["only"] = "ex:onlyHere" } },
        ["arabic"] = new JsonObject { ["@id"] = "ex:arabic", ["@language"] = "ar", ["@direction"] = "rtl" },
    };

    private JsonObject Node()
    {
        _depth++;
        var node = new JsonObject();
        if (Maybe(70))
            node["id"] = Identifier();
        if (Maybe(60))
            node["type"] = Maybe(30) ? new JsonArray("Scoped", "ex:Thing") : Pick("Person", "ex:Place", "Scoped", "https://example.org/types/Other");
        for (var i = _random.Next(1, 7); i > 0; i--)
            Add(node);
        _depth--;
        return node;
    }

    private void Add(JsonObject node)
    {
        var deep = _depth < 4;
        var (key, value) = _random.Next(20) switch
        {
            0 => ("name", (JsonNode?)Text()),
            1 => ("label", Text()),
            2 => ("title", new JsonObject { ["en"] = Text(), ["es"] = new JsonArray(Text(), Text()), ["@none"] = Text() }),
            3 => ("since", $"20{_random.Next(10, 27)}-01-02T03:04:05Z"),
            4 => ("knows", Identifier()),
            5 => ("kind", Pick("Person", "ex:Place", "Unheard")),
            6 => ("steps", new JsonArray(Text(), _random.Next(100), deep ? Node() : null, deep ? new JsonArray(Text(), Number()) : Text())),
            7 => ("tags", new JsonArray(Text(), Text(), true, Number())),
            // Two values, since npm's jsonld writes one statement twice when only its index differs.
            8 => ("byIndex", new JsonObject { ["a"] = Text() + "a", ["b"] = deep ? Node() : Text() + "b" }),
            // What is said in maps by identifier and type uses no term of a scoped context, and there is one type only: npm's jsonld 9.0.0 keeps the
            // context of the node around the map (step 13.8.3.1 of expansion leaves it) and of one type for the next.
            9 when deep => ("byId", new JsonObject { [Identifier()] = new JsonObject { ["ex:note"] = Text() } }),
            10 when deep => ("byType", Maybe(50) ? new JsonObject { ["ex:Thing"] = new JsonObject { ["ex:note"] = Text() } } : new JsonObject { ["Scoped"] = new JsonObject { ["only"] = Text() } }),
            11 when deep => ("graph", Node()),
            12 when deep => ("graphs", new JsonObject { [Identifier()] = new JsonObject { ["ex:note"] = Text(), ["tags"] = new JsonArray(Text(), Number()) } }),
            13 => ("raw", new JsonObject { ["b"] = new JsonArray(1, 2.5, null, "é\u0001"), ["a"] = false }),
            14 when deep => ("knownBy", Node()),
            15 => ("extra", new JsonObject { ["ex:nested"] = Text() }),
            16 when deep => ("inner", new JsonObject { ["name"] = Text() }),
            17 => ("arabic", Text()),
            18 when deep => ("@included", new JsonArray(Node())),
            _ => ("ex:number", Number()),
        };
        node[key] = value;
    }

    private string Identifier() => _random.Next(5) switch
    {
        0 => $"_:n{_random.Next(6).ToString(CultureInfo.InvariantCulture)}",
        1 => $"ex:{_random.Next(9).ToString(CultureInfo.InvariantCulture)}",
        _ => $"https://example.org/things/{_random.Next(40).ToString(CultureInfo.InvariantCulture)}",
    };

    private string Text() => Pick("stone", "pebble\nwith a line", "\"quoted\" \\ back", "mañana", "石", "tab\there", "😀 face", "") + _random.Next(50).ToString(CultureInfo.InvariantCulture);

    private JsonNode Number() => _random.Next(4) switch
    {
        0 => _random.Next(-5, 1000),
        1 => _random.NextDouble() * 1000,
        2 => 1e30,
        _ => 0.5,
    };

    private bool Maybe(int percent) => _random.Next(100) < percent;

    private string Pick(params string[] of) => of[_random.Next(of.Length)];
}
