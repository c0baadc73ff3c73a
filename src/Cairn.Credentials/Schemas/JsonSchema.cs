using System.Text.Json.Nodes;

namespace Cairn.Credentials.Schemas;

/// <summary>Comparing a document with a schema took more steps than are allowed.</summary>
internal sealed class SchemaWorkException() : Exception("more work than is allowed");

/// <summary>
/// A JSON Schema of exactly the keywords that the published schemas of Open Badges 3.0 and CLR 2.0 use (JSON Schema 2019-09 and Draft 4). A keyword
/// that is not among them is an error when the schema is loaded, so that no rule is passed over in silence. <c>format</c> is checked.
/// </summary>
internal sealed class JsonSchema
{
    private const long MaxSteps = 2_000_000;

    private static readonly HashSet<string> Notes = new(["$schema", "$id", "$comment", "$defs", "title", "description"], StringComparer.Ordinal);

    private readonly JsonObject _root;
    private readonly Dictionary<JsonObject, Form> _forms = [];
    private readonly Form _whole;

    private JsonSchema(JsonObject root)
    {
        _root = root;
        _whole = Compiled(root);
    }

    // Hundreds of rules are asked about one credential: those about members and items are loops, because queries made half of all the garbage.
    private delegate Flaw? Rule(JsonNode? value, Place at, Steps steps);

    /// <summary>Compiles a schema.</summary>
    /// <exception cref="NotSupportedException">It has a keyword, type or format that is not known here.</exception>
    public static JsonSchema Load(JsonObject root)
    {
        var schema = new JsonSchema(root);
        if (root["$defs"] is JsonObject definitions)
        {
            foreach (var (_, definition) in definitions)
                schema.Compiled(definition!);
        }

        return schema;
    }

    /// <summary>The first thing in which a document differs from the schema; null when it has the form.</summary>
    /// <exception cref="SchemaWorkException">It would take more work than is allowed.</exception>
    public Flaw? FlawOf(JsonNode? document) => Check(_whole, document, Place.Root, new Steps());

    private static Flaw? Check(Form form, JsonNode? value, Place at, Steps steps)
    {
        steps.Take();
        foreach (var rule in form.Rules)
        {
            if (rule(value, at, steps) is { } flaw)
                return flaw;
        }

        return null;
    }

    private Form Compiled(JsonNode node)
    {
        var schema = (JsonObject)node;
        if (_forms.TryGetValue(schema, out var known))
            return known;
        // Known before it is complete: a form may be part of itself.
        var form = _forms[schema] = new Form();
        form.Rules = [.. schema.Where(keyword => !Notes.Contains(keyword.Key)).Select(keyword => RuleOf(keyword.Key, keyword.Value!, schema))];
        return form;
    }

    private Rule RuleOf(string keyword, JsonNode argument, JsonObject schema)
    {
        if (ValueRules.For(keyword, argument) is { } ofValue)
            return (value, at, _) => ofValue(value, at);
        switch (keyword)
        {
            case "$ref":
                var target = Compiled(Target(argument.GetValue<string>()));
                return (value, at, steps) => Check(target, value, at, steps);
            case "items" or "contains" or "additionalItems":
                return OfItems(keyword, argument, schema);
            case "properties" or "required" or "additionalProperties" or "propertyNames":
                return OfMembers(keyword, argument, schema);
            case "allOf" or "anyOf" or "oneOf":
                return OfAlternatives(keyword, [.. argument.AsArray().Select(item => Compiled(item!))]);
            default:
                throw new NotSupportedException($"The keyword {keyword} of JSON Schema is not known here.");
        }
    }

    private JsonNode Target(string reference) => reference.StartsWith("#/$defs/", StringComparison.Ordinal) && _root["$defs"]?[reference["#/$defs/".Length..]] is { } definition
        ? definition
        : throw new NotSupportedException($"The reference {reference} is not to a definition of the same schema.");

    private Rule OfItems(string keyword, JsonNode argument, JsonObject schema)
    {
        var prefix = schema["items"] as JsonArray;
        switch (keyword, argument)
        {
            case ("items", JsonArray positions):
                var each = positions.Select(item => Compiled(item!)).ToList();
                return (value, at, steps) => FirstOf(value, at, steps, 0, each.Count, i => each[i]);
            case ("additionalItems", JsonObject) when prefix is not null:
                var rest = Compiled(argument);
                return (value, at, steps) => FirstOf(value, at, steps, prefix.Count, int.MaxValue, _ => rest);
            case ("contains", JsonObject):
                var one = Compiled(argument);
                return (value, at, steps) => value is not JsonArray array || array.Any(item => Check(one, item, at, steps) is null) ? null
                    : new Flaw(at, $"Expected an item that is {(argument["enum"] is JsonArray names ? string.Join(" or ", names.Select(name => name!.ToJsonString())) : "of another form")}, and there is none.");
            case ("items", JsonObject):
                var every = Compiled(argument);
                return (value, at, steps) => FirstOf(value, at, steps, 0, int.MaxValue, _ => every);
            default:
                throw new NotSupportedException($"The keyword {keyword} of JSON Schema is used in a way that is not known here.");
        }
    }

    /// <summary>The first flaw among the items of an array from a place to before another.</summary>
    private static Flaw? FirstOf(JsonNode? value, Place at, Steps steps, int from, int to, Func<int, Form> form)
    {
        if (value is not JsonArray array)
            return null;
        for (var i = from; i < array.Count && i < to; i++)
        {
            if (Check(form(i), array[i], at.Item(i), steps) is { } flaw)
                return flaw;
        }

        return null;
    }

    /// <summary>The first flaw among the members of an object that have a form.</summary>
    private static Flaw? FirstOf(JsonNode? value, Place at, Steps steps, Func<string, Form?> formOf)
    {
        if (value is not JsonObject json)
            return null;
        foreach (var (name, member) in json)
        {
            if (formOf(name) is { } form && Check(form, member, at.Member(name), steps) is { } flaw)
                return flaw;
        }

        return null;
    }

    private Rule OfMembers(string keyword, JsonNode argument, JsonObject schema)
    {
        switch (keyword, argument)
        {
            case ("required", JsonArray):
                var names = argument.AsArray().Select(name => name!.GetValue<string>()).ToList();
                return (value, at, _) => value is JsonObject json && names.Find(name => !json.ContainsKey(name)) is { } missing ? new Flaw(at, $"Expected a member {missing}, and there is none.") : null;
            case ("properties", JsonObject properties):
                var known = properties.ToDictionary(member => member.Key, member => Compiled(member.Value!), StringComparer.Ordinal);
                return (value, at, steps) => FirstOf(value, at, steps, known.GetValueOrDefault);
            case ("additionalProperties", JsonValue):
                var open = argument.GetValue<bool>();
                var declared = schema["properties"] as JsonObject;
                var nothing = new Form { Rules = [(_, at, _) => new Flaw(at.Outer!, $"The member {at.Name} has no place here.")] };
                return (value, at, steps) => open ? null : FirstOf(value, at, steps, name => declared?.ContainsKey(name) == true ? null : nothing);
            case ("additionalProperties", JsonObject):
                var others = Compiled(argument);
                var named = schema["properties"] as JsonObject;
                return (value, at, steps) => FirstOf(value, at, steps, name => named?.ContainsKey(name) == true ? null : others);
            case ("propertyNames", JsonObject):
                var form = Compiled(argument);
                return (value, at, steps) => value is not JsonObject json ? null : json.Select(member => Check(form, JsonValue.Create(member.Key), at, steps)).FirstOrDefault(flaw => flaw is not null);
            default:
                throw new NotSupportedException($"The keyword {keyword} of JSON Schema is used in a way that is not known here.");
        }
    }

    private static Rule OfAlternatives(string keyword, Form[] alternatives) => (value, at, steps) =>
    {
        var fits = 0;
        Flaw? nearest = null;
        foreach (var alternative in alternatives)
        {
            var flaw = Check(alternative, value, at, steps);
            if (flaw is not null && keyword == "allOf")
                return flaw;
            fits += flaw is null ? 1 : 0;
            // The alternative that was followed deepest is the one that was meant.
            if (flaw is not null && (nearest is null || flaw.At.Depth > nearest.At.Depth))
                nearest = flaw;
        }

        return fits == 1 || (fits > 0 && keyword != "oneOf") || keyword == "allOf" ? null
            : fits == 0 ? nearest
            : new Flaw(at, $"Expected exactly one of {alternatives.Length} forms, and {fits} fit.");
    };

    /// <summary>A schema or part of one, compiled.</summary>
    private sealed class Form
    {
        public Rule[] Rules { get; set; } = [];
    }

    private sealed class Steps
    {
        private long _left = MaxSteps;

        public void Take()
        {
            if (_left-- == 0)
                throw new SchemaWorkException();
        }
    }
}
