using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.Json;
using Cairn.JsonLd;
using Cairn.Rdf;

namespace Cairn.Credentials.Checks;

/// <summary>
/// Every context is known here, nothing protected is defined anew and nothing would be dropped (JSON-LD 1.1, 16 July 2020), so that every word of the
/// document means what its issuer signed.
/// </summary>
internal sealed class ContextIsKnown() : Check(CheckNames.Context)
{
    private const int LongestShown = 400;
    private const string Vocabulary = "https://www.w3.org/2018/credentials#";

    /// <summary>The members that checks look for.</summary>
    private static readonly string[] Names =
    [
        "issuer", "credentialSubject", "validFrom", "validUntil", "issuanceDate", "expirationDate", "credentialStatus", "credentialSchema", "relatedResource",
    ];

    private static readonly FrozenDictionary<string, string> LookedAt = Names.ToFrozenDictionary(name => Vocabulary + name, StringComparer.Ordinal);
    private static readonly FrozenSet<string> NamesLookedFor = Names.ToFrozenSet(StringComparer.Ordinal);

    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        JsonObject? inline = null;
        (JsonObject? Holder, int Count) same = default;
        foreach (var (holder, context) in All(verification.Json))
        {
            if (context.AsText() is { } url)
                named.Add(url);
            else
                inline ??= holder;
            same = (holder, same.Holder == holder ? same.Count + 1 : 1);
            if (Math.Max(named.Count, same.Count) > verification.Options.Budget.MaxContexts)
                return [Failed(ProblemTypes.Parsing, $"It names more than {verification.Options.Budget.MaxContexts} contexts, the limit {nameof(CredentialBudget.MaxContexts)}.")];
        }

        if (named.Select(url => Unknown(url, verification)).FirstOrDefault(reason => reason is not null) is { } unknown)
        {
            verification.ContextsAreAtHand = false;
            return [NotChecked(ProblemTypes.ProofTransformation, unknown)];
        }

        // Terms that a document defines itself can be swapped together with their values: the signed data stays and the JSON lies.
        return [Loss(verification) ?? Hidden(verification) ?? (inline is null ? Passed()
            : NotChecked(ProblemTypes.ProofTransformation, $"It defines its own terms at {JsonPointer.To(inline)}/@context, so its words need not mean what they seem to."))];
    }

    private static string? Unknown(string url, Verification verification) =>
        verification.Contexts.Obtain(url, out var problem) is not null ? null
        : problem is null ? $"The context {url} is not at hand, so what its terms mean is not known."
        : $"The context {url} could not be had: {problem}";

    private CheckResult? Loss(Verification verification)
    {
        try
        {
            verification.Dataset = JsonLdProcessor.ToRdf(verification.Document.LinkedData.Without("proof"), HashData.LinkedDataOptions(verification.Contexts));
            return null;
        }
        catch (JsonLdException wrong) when (wrong.Code == JsonLdErrorCode.LoadingRemoteContextFailed)
        {
            verification.ContextsAreAtHand = false;
            return NotChecked(ProblemTypes.ProofTransformation, $"A context that a context names is not at hand: {wrong.Found}.");
        }
        catch (JsonLdException wrong)
        {
            verification.Loss = wrong;
            var problem = wrong.Code == JsonLdErrorCode.DataLoss ? ProblemTypes.DataLossDetection : ProblemTypes.ProofTransformation;
            // A name may be as long as the document.
            var at = string.IsNullOrEmpty(wrong.Pointer) ? "" : $"At {JsonReading.Cut(wrong.Pointer, LongestShown)}: ";
            return Failed(problem, $"{at}{wrong.Code}: {JsonReading.Cut(wrong.Found, LongestShown)}.");
        }
    }

    /// <summary>
    /// A member may be spelled as the IRI that its name stands for: the signed data stays, and whoever looks for the name finds no end and no status. What
    /// is said must stand under its name, as often as it is said, in the whole document and of the credential itself.
    /// </summary>
    private CheckResult? Hidden(Verification verification)
    {
        if (verification.IsPresentation)
            return null;
        var said = new HashSet<(string Name, Term Subject, Term Object, Term? Graph)>();
        foreach (var quad in verification.Dataset!)
        {
            if (LookedAt.TryGetValue(quad.Predicate.Value, out var name))
                said.Add((name, quad.Subject, quad.Object, quad.Graph));
        }

        var id = verification.Json.Text("id");
        var shown = new Dictionary<(string Name, bool OfIt), int>();
        foreach (var json in Objects(verification.Json))
        {
            var isIt = id is not null && json.Text("id") == id;
            foreach (var (name, value) in json)
            {
                if (NamesLookedFor.Contains(name))
                    shown[(name, isIt)] = shown.GetValueOrDefault((name, isIt)) + (value is JsonArray array ? array.Count : 1);
            }
        }

        bool IsHidden(IGrouping<string, (string Name, Term Subject, Term Object, Term? Graph)> all)
        {
            var ofIt = shown.GetValueOrDefault((all.Key, true));
            return all.Count() > ofIt + shown.GetValueOrDefault((all.Key, false)) || all.Count(one => one.Graph is null && one.Subject.Value == id) > ofIt;
        }

        return said.GroupBy(one => one.Name).FirstOrDefault(IsHidden) is { } hidden
            ? Failed(ProblemTypes.MalformedValue, $"It says {hidden.Key} under another name than {hidden.Key}, where nobody looks for it.")
            : null;
    }

    /// <summary>Every context of every @context, at any depth.</summary>
    private static IEnumerable<(JsonObject Holder, JsonNode? Context)> All(JsonObject document) =>
        Objects(document).SelectMany(json => json.Items("@context").Select(context => (json, context)));

    /// <summary>Every object but those in contexts.</summary>
    private static IEnumerable<JsonObject> Objects(JsonObject document)
    {
        // A stack of our own: iterators inside iterators would take the square of the depth.
        var open = new Stack<JsonNode>([document]);
        while (open.TryPop(out var next))
        {
            if (next is JsonArray array)
            {
                foreach (var item in array)
                {
                    if (item is JsonArray or JsonObject)
                        open.Push(item);
                }
            }
            else if (next is JsonObject json)
            {
                yield return json;
                foreach (var (name, value) in json)
                {
                    if (name != "@context" && value is (JsonArray or JsonObject))
                        open.Push(value);
                }
            }
        }
    }
}
