using Cairn.JsonLd.Iris;
using Cairn.JsonLd.Json;

namespace Cairn.JsonLd.Contexts;

/// <summary>How a context is to be processed: the optional inputs of section 4.1.</summary>
/// <param name="BaseUrl">Where the context stands: the base of the addresses in it.</param>
/// <param name="OverrideProtected">Whether protected terms may be defined anew, as a property-scoped context may.</param>
/// <param name="Propagate">False for a type-scoped context: nodes below return to what was before.</param>
/// <param name="IsShared">The context lives as long as the process.</param>
internal readonly record struct ContextInput(string? BaseUrl, bool OverrideProtected = false, bool Propagate = true, bool IsShared = false);

/// <summary>The context processing algorithm (JSON-LD 1.1 API, section 4.1.2).</summary>
internal static class ContextProcessing
{
    public static ActiveContext Run(ActiveContext active, object? context, in ContextInput input, Processing processing) =>
        Run(active, context, input, processing, remote: [], validateScoped: true);

    internal static ActiveContext Run(ActiveContext active, object? context, in ContextInput input, Processing processing, List<string> remote, bool validateScoped)
    {
        var key = default(DerivedKey);
        // The same context on the same context gives the same. It is kept beside the active context, and so must live at least as long: a shared one
        // would hold every document's own contexts for ever.
        var isKept = (input.IsShared || !active.IsShared) && validateScoped && context is JsonMap or JsonList;
        if (isKept)
        {
            key = new DerivedKey(context!, processing.Options.ProcessingMode, input.OverrideProtected, input.Propagate, remote.Count > 0);
            if (active.TryGetDerived(key, out var kept))
                return kept;
        }

        var result = RunAll(active, context, input, processing, remote, validateScoped);
        if (isKept && result.IsShared == active.IsShared)
            active.Keep(key, result);
        return result;
    }

    private static ActiveContext RunAll(ActiveContext active, object? context, in ContextInput input, Processing processing, List<string> remote, bool validateScoped)
    {
        // 2: a context that is a map may say itself whether it propagates.
        var propagate = input.Propagate;
        if (context is JsonMap { Count: > 0 } map && map.TryGet(Keywords.Propagate, out var said) && said is bool says)
            propagate = says;
        // 1, 3: the clone is made when there is something to change.
        var result = active;
        // 4, 5
        if (context is not JsonList list)
            return Step(active, result, context, input with { Propagate = propagate }, processing, remote, validateScoped);
        if (!propagate && list.Count == 0)
            return WithPrevious(result, active, processing);
        foreach (var item in list)
            result = Step(active, result, item, input with { Propagate = propagate }, processing, remote, validateScoped);
        return result;
    }

    /// <summary>Step 5 for one context.</summary>
    private static ActiveContext Step(ActiveContext active, ActiveContext result, object? context, in ContextInput input, Processing processing, List<string> remote, bool validateScoped)
    {
        processing.Spend();
        switch (context)
        {
            case null:
                return Nullify(active, result, input, processing);
            case string reference:
                var loaded = Dereference(result, reference, input, processing, remote, validateScoped);
                return input.Propagate ? loaded : WithPrevious(loaded, active, processing);
            case JsonMap definition:
                return Define(active, result, definition, input, processing, remote);
            default:
                throw processing.Error(JsonLdErrorCode.InvalidLocalContext, Processing.Show(context));
        }
    }

    private static ActiveContext WithPrevious(ActiveContext result, ActiveContext active, Processing processing)
    {
        if (result.Previous is not null)
            return result;
        SpendTerms(result, processing);
        var clone = result.Clone();
        clone.Previous = active;
        return clone;
    }

    // 5.1
    private static ActiveContext Nullify(ActiveContext active, ActiveContext result, in ContextInput input, Processing processing)
    {
        SpendTerms(result, processing);
        // 5.1.1
        if (!input.OverrideProtected && result.HasProtectedTerms)
            throw processing.Error(JsonLdErrorCode.InvalidContextNullification, "null, while terms are protected");
        // 5.1.2
        var initial = ActiveContext.Initial(active.OriginalBase);
        if (input.Propagate)
            return initial;
        initial = initial.Clone();
        initial.Previous = result;
        return initial;
    }

    // 5.2
    private static ActiveContext Dereference(ActiveContext result, string reference, in ContextInput input, Processing processing, List<string> remote, bool validateScoped)
    {
        processing.Spend(StepsOfAContext);
        // 5.2.1
        var url = Iri.Resolve(input.BaseUrl, reference);
        if (!Iri.IsAbsolute(url))
            throw processing.Error(JsonLdErrorCode.LoadingDocumentFailed, $"the context “{reference}”, which is no absolute address");
        // 5.2.2
        if (!validateScoped && remote.Contains(url))
            return result;
        // 5.2.3
        if (remote.Contains(url))
            throw processing.Error(processing.Is10 ? JsonLdErrorCode.RecursiveContextInclusion : JsonLdErrorCode.ContextOverflow, $"{url}, which leads to itself");
        if (remote.Count >= processing.Budget.MaxContexts)
            throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxContexts), processing.Budget.MaxContexts, JsonLdErrorCode.ContextOverflow);
        // 5.2.4, 5.2.5
        var document = Load(url, processing);
        if (document.Context is not { } loaded)
            throw processing.Error(JsonLdErrorCode.InvalidRemoteContext, $"{url}, which has no @context");
        // 5.2.6
        if (ReferenceEquals(loaded, ContextDocument.Null))
            loaded = null;
        return Run(result, loaded, new ContextInput(document.Url, IsShared: document.IsShared), processing, [.. remote, url], validateScoped);
    }

    private static ContextDocument Load(string url, Processing processing)
    {
        if (processing.Documents.TryGetValue(url, out var known))
            return known;
        if (processing.Documents.Count >= processing.Budget.MaxContexts)
            throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxContexts), processing.Budget.MaxContexts, JsonLdErrorCode.ContextOverflow);
        LoadedDocument? document;
        try
        {
            document = processing.Options.Loader.Load(url);
        }
        catch (DocumentNotLoadedException why)
        {
            throw processing.Error(JsonLdErrorCode.LoadingRemoteContextFailed, why.Message, why);
        }

        if (document is null)
            throw processing.Error(JsonLdErrorCode.LoadingRemoteContextFailed, $"the context {url}, which is not known here; nothing is fetched from the network");
        try
        {
            return processing.Documents[url] = document.ReadContext(processing.Budget);
        }
        catch (JsonLdException wrong) when (wrong.Code == JsonLdErrorCode.LoadingDocumentFailed)
        {
            throw processing.Error(JsonLdErrorCode.LoadingRemoteContextFailed, $"{url}: {wrong.Message}", wrong);
        }
    }

    // 5.4 to 6
    private static ActiveContext Define(ActiveContext active, ActiveContext before, JsonMap context, ContextInput input, Processing processing, List<string> remote)
    {
        SpendTerms(before, processing);
        var result = before.Clone();
        result.IsShared = before.IsShared && input.IsShared;
        if (!input.Propagate)
            result.Previous ??= active;
        processing.Spend(context.Count + StepsOfAContext);

        // 5.5
        if (context.TryGet(Keywords.Version, out var version))
        {
            if (version is not JsonNumber { Value: 1.1 })
                throw processing.Error(JsonLdErrorCode.InvalidVersionValue, Processing.Show(version));
            if (processing.Is10)
                throw processing.Error(JsonLdErrorCode.ProcessingModeConflict, "@version 1.1 in processing mode 1.0");
        }

        // 5.6
        if (context.TryGet(Keywords.Import, out var import))
            context = Import(context, import, input, processing);
        // 5.7
        if (remote.Count == 0 && context.TryGet(Keywords.Base, out var baseIri))
            result.Base = ReadBase(baseIri, result, processing);
        // 5.8
        if (context.TryGet(Keywords.Vocab, out var vocab))
            result.Vocab = ReadVocab(vocab, result, processing);
        // 5.9
        if (context.TryGet(Keywords.Language, out var language))
            result.Language = language is null or string ? (string?)language : throw processing.Error(JsonLdErrorCode.InvalidDefaultLanguage, Processing.Show(language));
        // 5.10
        if (context.TryGet(Keywords.Direction, out var direction))
        {
            Only11(Keywords.Direction, processing);
            result.Direction = direction is null or "ltr" or "rtl" ? (string?)direction : throw processing.Error(JsonLdErrorCode.InvalidBaseDirection, Processing.Show(direction));
        }

        // 5.11
        if (context.TryGet(Keywords.Propagate, out var propagate))
        {
            Only11(Keywords.Propagate, processing);
            if (propagate is not bool)
                throw processing.Error(JsonLdErrorCode.InvalidPropagateValue, Processing.Show(propagate));
        }

        if (context.TryGet(Keywords.Protected, out var isProtected) && isProtected is not bool)
            throw processing.Error(JsonLdErrorCode.InvalidProtectedValue, Processing.Show(isProtected));

        // 5.12, 5.13
        var creation = new TermCreation(result, context, input, isProtected is true, processing, remote);
        foreach (var (term, _) in context.Members)
        {
            if (term is not (Keywords.Base or Keywords.Direction or Keywords.Import or Keywords.Language or Keywords.Propagate or Keywords.Protected or Keywords.Version or Keywords.Vocab))
                creation.Create(term);
            if (result.Terms.Count > processing.Budget.MaxTerms)
                throw new JsonLdBudgetException(nameof(JsonLdBudget.MaxTerms), processing.Budget.MaxTerms);
        }

        return result;
    }

    private static JsonMap Import(JsonMap context, object? import, in ContextInput input, Processing processing)
    {
        // 5.6.1
        Only11(Keywords.Import, processing);
        // 5.6.2
        if (import is not string reference)
            throw processing.Error(JsonLdErrorCode.InvalidImportValue, Processing.Show(import));
        // 5.6.3 to 5.6.5
        var url = Iri.Resolve(input.BaseUrl, reference);
        // 5.6.6
        if (Load(url, processing).Context is not JsonMap imported)
            throw processing.Error(JsonLdErrorCode.InvalidRemoteContext, $"{url}, whose @context is not one map");
        // 5.6.7
        if (imported.Has(Keywords.Import))
            throw processing.Error(JsonLdErrorCode.InvalidContextEntry, $"@import in {url}, which is imported itself");
        // 5.6.8
        var merged = new JsonMap(imported);
        for (var i = 0; i < context.Count; i++)
            merged[context.Members[i].Key] = context.Members[i].Value;
        return merged;
    }

    private static string? ReadBase(object? value, ActiveContext result, Processing processing)
    {
        switch (value)
        {
            case null:
                return null;
            case string text when Iri.IsAbsolute(text):
                return text;
            case string text when result.Base is not null:
                return Iri.Resolve(result.Base, text);
            default:
                throw processing.Error(JsonLdErrorCode.InvalidBaseIri, Processing.Show(value));
        }
    }

    private static string? ReadVocab(object? value, ActiveContext result, Processing processing)
    {
        if (value is null)
            return null;
        if (value is not string text || (processing.Is10 && !Iri.IsAbsolute(text) && !Iri.IsBlankNode(text)))
            throw processing.Error(JsonLdErrorCode.InvalidVocabMapping, Processing.Show(value));
        var vocab = IriExpansion.Expand(result, text, processing, vocab: true, documentRelative: true);
        // A relative reference that no base makes absolute still says how terms begin.
        return vocab is not null && !Keywords.Is(vocab)
            ? vocab
            : throw processing.Error(JsonLdErrorCode.InvalidVocabMapping, Processing.Show(value));
    }

    /// <summary>What a context costs beside its terms, measured in values that are expanded.</summary>
    private const int StepsOfAContext = 20;

    /// <summary>Going through all terms or copying them is cheap for each, but a large context may be met at every node.</summary>
    private static void SpendTerms(ActiveContext context, Processing processing) => processing.Spend(context.Terms.Count / 2);

    private static void Only11(string keyword, Processing processing)
    {
        if (processing.Is10)
            throw processing.Error(JsonLdErrorCode.InvalidContextEntry, $"{keyword} in processing mode 1.0");
    }
}
