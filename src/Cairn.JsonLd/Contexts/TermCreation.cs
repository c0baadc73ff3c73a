using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;
using Cairn.JsonLd.Rdf;

namespace Cairn.JsonLd.Contexts;

/// <summary>The create term definition algorithm (JSON-LD 1.1 API, section 4.2.2), for the terms of one local context.</summary>
internal sealed class TermCreation(
    ActiveContext active, JsonMap local, ContextInput input, bool isProtected, Processing processing, List<string> remote)
{
    private readonly Dictionary<string, bool> _defined = new(StringComparer.Ordinal);

    /// <summary>Whether a term of the local context still waits for its definition.</summary>
    public bool IsMissing(string term) => local.Has(term) && !(_defined.TryGetValue(term, out var done) && done);

    public void Create(string term)
    {
        // 1
        if (_defined.TryGetValue(term, out var done))
        {
            if (done)
                return;
            throw processing.Error(JsonLdErrorCode.CyclicIriMapping, $"the term “{term}”, which is defined by itself");
        }

        // 2
        if (term.Length == 0)
            throw Invalid(term, "a term without letters");
        _defined[term] = false;
        // 3
        var value = local[term];
        // 4
        if (term == Keywords.Type)
        {
            if (processing.Is10 || value is not JsonMap { Count: > 0 } redefined || !IsTypeDefinition(redefined))
                throw processing.Error(JsonLdErrorCode.KeywordRedefinition, "@type as a term");
        }

        // 5
        else if (Keywords.Is(term))
        {
            throw processing.Error(JsonLdErrorCode.KeywordRedefinition, $"{term} as a term");
        }
        else if (Keywords.HasForm(term))
        {
            processing.Dropped($"the term {term}, which has the form of a keyword");
            return;
        }

        // 6
        active.Terms.Remove(term, out var previous);
        // 7 to 9
        var simple = value is string;
        var map = value switch
        {
            null => new JsonMap(1) { [Keywords.Id] = null },
            string text => new JsonMap(1) { [Keywords.Id] = text },
            JsonMap given => given,
            _ => throw Invalid(term, Processing.Show(value)),
        };
        // 10
        var definition = new TermDefinition { Protected = isProtected, IsShared = input.IsShared };
        // 11
        if (map.TryGet(Keywords.Protected, out var own))
        {
            Only11(term, Keywords.Protected, JsonLdErrorCode.InvalidTermDefinition);
            definition.Protected = own is bool says ? says : throw processing.Error(JsonLdErrorCode.InvalidProtectedValue, Show(term, own));
        }

        // 12
        if (map.TryGet(Keywords.Type, out var type))
            definition.Type = ReadType(term, type);
        // 13
        if (map.TryGet(Keywords.Reverse, out var reverse))
        {
            if (!ReadReverse(term, map, reverse, definition))
                return;
        }
        else
        {
            // 14 to 18
            if (!ReadIri(term, map, simple, definition))
                return;
            // 19
            if (map.TryGet(Keywords.Container, out var container))
                ReadContainer(term, container, definition);
        }

        // 20
        if (map.TryGet(Keywords.Index, out var index))
            ReadIndex(term, index, definition);
        // 21
        if (map.TryGet(Keywords.Context, out var context))
            ReadScoped(term, context, definition);
        // 22
        if (map.TryGet(Keywords.Language, out var language) && !map.Has(Keywords.Type))
        {
            definition.HasLanguage = true;
            definition.Language = language is null or string ? (string?)language : throw processing.Error(JsonLdErrorCode.InvalidLanguageMapping, Show(term, language));
        }

        // 23
        if (map.TryGet(Keywords.Direction, out var direction) && !map.Has(Keywords.Type))
        {
            definition.HasDirection = true;
            definition.Direction = direction is null or "ltr" or "rtl" ? (string?)direction : throw processing.Error(JsonLdErrorCode.InvalidBaseDirection, Show(term, direction));
        }

        // 24
        if (map.TryGet(Keywords.Nest, out var nest))
        {
            Only11(term, Keywords.Nest, JsonLdErrorCode.InvalidTermDefinition);
            definition.Nest = nest is string name && (name == Keywords.Nest || !Keywords.Is(name)) ? name : throw processing.Error(JsonLdErrorCode.InvalidNestValue, Show(term, nest));
        }

        // 25
        if (map.TryGet(Keywords.Prefix, out var prefix))
            ReadPrefix(term, prefix, definition);
        // 26
        foreach (var (entry, _) in map.Members)
        {
            if (entry is not (Keywords.Id or Keywords.Reverse or Keywords.Container or Keywords.Context or Keywords.Direction or Keywords.Index or Keywords.Language
                or Keywords.Nest or Keywords.Prefix or Keywords.Protected or Keywords.Type))
                throw Invalid(term, $"the entry “{entry}” in “{term}”");
        }

        // 27
        if (!input.OverrideProtected && previous is { Protected: true })
        {
            if (!definition.SameMeaning(previous))
                throw processing.Error(JsonLdErrorCode.ProtectedTermRedefinition, $"another meaning of the protected term “{term}”");
            definition = previous;
        }

        // What a document of its own contributes to does not last.
        if (active.IsShared && definition.Iri is { } iri)
            definition.Iri = VocabularyTerms.Keep(iri);
        // 28
        active.Terms[term] = definition;
        _defined[term] = true;
    }

    // 4
    private static bool IsTypeDefinition(JsonMap value)
    {
        foreach (var (key, _) in value.Members)
        {
            if (key is not (Keywords.Container or Keywords.Protected))
                return false;
        }

        return value.TryGet(Keywords.Container, out var container) ? container is Keywords.Set or JsonList { Count: 1 } && (container is not JsonList list || list[0] is Keywords.Set) : value.Has(Keywords.Protected);
    }

    // 12
    private string ReadType(string term, object? value)
    {
        if (value is not string text)
            throw processing.Error(JsonLdErrorCode.InvalidTypeMapping, Show(term, value));
        var type = Expand(text);
        if (type is Keywords.Json or Keywords.None ? processing.Is10 : type is not (Keywords.Id or Keywords.Vocab) && (type is null || Keywords.Is(type) || !Iri.IsAbsolute(type)))
            throw processing.Error(JsonLdErrorCode.InvalidTypeMapping, Show(term, value));
        return type!;
    }

    // 13; false when the term is left out.
    private bool ReadReverse(string term, JsonMap map, object? value, TermDefinition definition)
    {
        if (map.Has(Keywords.Id) || map.Has(Keywords.Nest))
            throw processing.Error(JsonLdErrorCode.InvalidReverseProperty, Show(term, map));
        if (value is not string text)
            throw processing.Error(JsonLdErrorCode.InvalidIriMapping, Show(term, value));
        if (Keywords.HasForm(text))
        {
            processing.Dropped($"the term “{term}”, whose @reverse has the form of a keyword");
            return false;
        }

        definition.Iri = Expand(text);
        if (definition.Iri is null || Keywords.Is(definition.Iri) || (!Iri.IsAbsolute(definition.Iri) && !Iri.IsBlankNode(definition.Iri)))
            throw processing.Error(JsonLdErrorCode.InvalidIriMapping, Show(term, value));
        definition.Container = map[Keywords.Container] switch
        {
            null => Containers.None,
            Keywords.Set => Containers.Set,
            Keywords.Index => Containers.Index,
            var other => throw processing.Error(JsonLdErrorCode.InvalidReverseProperty, Show(term, other)),
        };
        definition.Reverse = true;
        return true;
    }

    // 14 to 18; false when the term is left out.
    private bool ReadIri(string term, JsonMap map, bool simple, TermDefinition definition)
    {
        var colon = term.Length > 1 ? term.IndexOf(':', 1) : -1;
        // 14
        if (map.TryGet(Keywords.Id, out var id) && id as string != term)
        {
            // 14.1
            if (id is null)
                return true;
            // 14.2.1
            if (id is not string text)
                throw processing.Error(JsonLdErrorCode.InvalidIriMapping, Show(term, id));
            // 14.2.2
            if (!Keywords.Is(text) && Keywords.HasForm(text))
            {
                processing.Dropped($"the term “{term}”, whose @id has the form of a keyword");
                return false;
            }

            // 14.2.3
            definition.Iri = Expand(text);
            if (definition.Iri is null || (!Keywords.Is(definition.Iri) && !Iri.IsAbsolute(definition.Iri) && !Iri.IsBlankNode(definition.Iri)))
                throw processing.Error(JsonLdErrorCode.InvalidIriMapping, Show(term, id));
            if (definition.Iri == Keywords.Context)
                throw processing.Error(JsonLdErrorCode.InvalidKeywordAlias, $"@context as “{term}”");
            // 14.2.4
            if ((colon > 0 && colon < term.Length - 1) || term.Contains('/', StringComparison.Ordinal))
            {
                _defined[term] = true;
                if (Expand(term) != definition.Iri)
                    throw processing.Error(JsonLdErrorCode.InvalidIriMapping, $"“{term}”, which means something else by itself than {definition.Iri}");
            }

            // 14.2.5
            else if (simple && !term.Contains(':', StringComparison.Ordinal) && (definition.Iri[^1] is ':' or '/' or '?' or '#' or '[' or ']' or '@' || Iri.IsBlankNode(definition.Iri)))
            {
                definition.Prefix = true;
            }
        }

        // 15
        else if (colon > 0)
        {
            var prefix = term[..colon];
            if (IsMissing(prefix))
                Create(prefix);
            definition.Iri = active.Term(prefix) is { Iri: { } start } ? start + term[(colon + 1)..] : term;
        }

        // 16
        else if (term.Contains('/', StringComparison.Ordinal))
        {
            // By the active context alone: the term is being defined.
            definition.Iri = IriExpansion.Expand(active, term, processing, vocab: true);
            if (definition.Iri is null || !Iri.IsAbsolute(definition.Iri))
                throw processing.Error(JsonLdErrorCode.InvalidIriMapping, $"“{term}”, which is no IRI");
        }

        // 17
        else if (term == Keywords.Type)
        {
            definition.Iri = Keywords.Type;
        }

        // 18
        else
        {
            definition.Iri = active.Vocab is { } vocab ? vocab + term : throw processing.Error(JsonLdErrorCode.InvalidIriMapping, $"“{term}”, for which no IRI is given and no @vocab");
        }

        return true;
    }

    // 19
    private void ReadContainer(string term, object? value, TermDefinition definition)
    {
        var container = Containers.None;
        // 19.2
        if (processing.Is10 && value is not (Keywords.Index or Keywords.Language or Keywords.List or Keywords.Set))
            throw processing.Error(JsonLdErrorCode.InvalidContainerMapping, Show(term, value));
        var names = value as JsonList ?? JsonList.Of(value);
        foreach (var name in names)
        {
            container |= name switch
            {
                Keywords.Graph => Containers.Graph,
                Keywords.Id => Containers.Id,
                Keywords.Index => Containers.Index,
                Keywords.Language => Containers.Language,
                Keywords.List => Containers.List,
                Keywords.Set => Containers.Set,
                Keywords.Type => Containers.Type,
                _ => throw processing.Error(JsonLdErrorCode.InvalidContainerMapping, Show(term, value)),
            };
        }

        // 19.1: one of them; a graph by id or by index; each with a set.
        var kind = container & ~Containers.Set;
        var allowed = kind is Containers.None or Containers.Graph or Containers.Id or Containers.Index or Containers.Language or Containers.Type
            or (Containers.Graph | Containers.Id) or (Containers.Graph | Containers.Index)
            || container == Containers.List;
        if (!allowed || names.Count == 0)
            throw processing.Error(JsonLdErrorCode.InvalidContainerMapping, Show(term, value));
        definition.Container = container;
        // 19.4
        if (definition.Is(Containers.Type))
        {
            definition.Type ??= Keywords.Id;
            if (definition.Type is not (Keywords.Id or Keywords.Vocab))
                throw processing.Error(JsonLdErrorCode.InvalidTypeMapping, Show(term, definition.Type));
        }
    }

    // 20
    private void ReadIndex(string term, object? value, TermDefinition definition)
    {
        Only11(term, Keywords.Index, JsonLdErrorCode.InvalidTermDefinition);
        if (!definition.Is(Containers.Index) || value is not string index || Expand(index) is not { } iri || Keywords.Is(iri) || !Iri.IsAbsolute(iri))
            throw Invalid(term, Show(term, value));
        definition.Index = index;
    }

    // 21
    private void ReadScoped(string term, object? context, TermDefinition definition)
    {
        Only11(term, Keywords.Context, JsonLdErrorCode.InvalidTermDefinition);
        var depth = processing.Depth;
        try
        {
            // 21.3: only to see that it can be processed.
            ContextProcessing.Run(active, context, new ContextInput(input.BaseUrl, OverrideProtected: true), processing, [.. remote], validateScoped: false);
        }
        catch (JsonLdException wrong) when (wrong is not JsonLdBudgetException)
        {
            processing.Depth = depth;
            throw processing.Error(JsonLdErrorCode.InvalidScopedContext, $"the context of “{term}”: {wrong.Message}", wrong);
        }

        definition.HasContext = true;
        definition.Context = context;
        definition.BaseUrl = input.BaseUrl;
    }

    // 25
    private void ReadPrefix(string term, object? value, TermDefinition definition)
    {
        if (processing.Is10 || term.Contains(':', StringComparison.Ordinal) || term.Contains('/', StringComparison.Ordinal))
            throw Invalid(term, $"@prefix in “{term}”");
        definition.Prefix = value is bool says ? says : throw processing.Error(JsonLdErrorCode.InvalidPrefixValue, Show(term, value));
        if (definition.Prefix && Keywords.Is(definition.Iri))
            throw Invalid(term, $"the keyword {definition.Iri} as a prefix");
    }

    private string? Expand(string value) => IriExpansion.Expand(active, value, processing, vocab: true, creation: this);

    private void Only11(string term, string entry, string code)
    {
        if (processing.Is10)
            throw processing.Error(code, $"{entry} in “{term}” in processing mode 1.0");
    }

    private JsonLdException Invalid(string term, string found) => processing.Error(JsonLdErrorCode.InvalidTermDefinition, term.Length == 0 ? found : $"“{term}”: {found}");

    private static string Show(string term, object? value) => $"“{term}”: {Processing.Show(value)}";
}
