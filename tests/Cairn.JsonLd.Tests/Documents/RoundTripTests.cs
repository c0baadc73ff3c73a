using System.Text.Json.Nodes;
using Cairn.Rdf;
using FsCheck.Xunit;
using Shouldly;

namespace Cairn.JsonLd.Tests.Documents;

/// <summary>Whatever form a document takes, it says the same: its dataset stays what it was.</summary>
[Properties(Replay = "(20261126,7)")]
public sealed class RoundTripTests
{
    private static readonly Rdfc10Options Work = new() { MaxWork = 3_000_000 };
    private static readonly JsonLdDocument Context = JsonLdDocument.Parse(DocumentMaker.Context);

    [Property(MaxTest = 100)]
    public void Nothing_of_a_document_is_lost_in_safe_mode(int seed)
    {
        var made = Made(seed);

        Dataset(made, new JsonLdOptions { Safe = true, RdfDirection = RdfDirection.CompoundLiteral }).ShouldBe(Dataset(made, new JsonLdOptions { RdfDirection = RdfDirection.CompoundLiteral }), made.ToJsonString());
    }

    [Property(MaxTest = 100)]
    public void Expanding_keeps_the_dataset(int seed) => Keeps(seed, (made, options) => JsonLdProcessor.Expand(made, options));

    [Property(MaxTest = 100)]
    public void Compacting_keeps_the_dataset(int seed) => Keeps(seed, (made, options) => JsonLdProcessor.Compact(made, Context, options));

    [Property(MaxTest = 50)]
    public void Compacting_without_shortening_arrays_keeps_the_dataset(int seed) =>
        Keeps(seed, (made, options) => JsonLdProcessor.Compact(made, Context, options with { CompactArrays = false }));

    [Property(MaxTest = 50)]
    public void Compacting_by_no_context_keeps_the_dataset(int seed) => Keeps(seed, (made, options) => JsonLdProcessor.Compact(made, null, options));

    [Property(MaxTest = 100)]
    public void Flattening_keeps_the_dataset(int seed) => Keeps(seed, (made, options) => JsonLdProcessor.Flatten(made, null, options));

    [Property(MaxTest = 100)]
    public void Flattening_by_a_context_keeps_the_dataset(int seed) => Keeps(seed, (made, options) => JsonLdProcessor.Flatten(made, Context, options));

    [Property(MaxTest = 100)]
    public void Going_through_RDF_keeps_the_dataset(int seed) => Keeps(seed, (made, options) => JsonLdProcessor.FromRdf(JsonLdProcessor.ToRdf(made, options), options));

    [Property(MaxTest = 100)]
    public void The_order_of_members_says_nothing(int seed)
    {
        var made = Made(seed);
        var turned = Turned(made)!;

        Dataset(turned, Options(RdfDirection.I18nDatatype)).ShouldBe(Dataset(made, Options(RdfDirection.I18nDatatype)), made.ToJsonString());
    }

    [Property(MaxTest = 200)]
    public void Quads_become_a_document_that_becomes_the_same_quads(int seed)
    {
        var quads = new DocumentMaker(new Random(seed)).Quads();
        foreach (var direction in Enum.GetValues<RdfDirection>())
        {
            var options = Options(direction);
            JsonArray document;
            try
            {
                document = JsonLdProcessor.FromRdf(quads, options);
            }
            catch (JsonLdBudgetException refused)
            {
                // A list that holds itself has no document.
                refused.Budget.ShouldBe(nameof(JsonLdBudget.MaxListDepth));
                continue;
            }
            catch (JsonLdException refused) when (direction == RdfDirection.CompoundLiteral)
            {
                // A text with a direction that is none.
                refused.Code.ShouldBeOneOf(JsonLdErrorCode.InvalidBaseDirection, JsonLdErrorCode.InvalidLanguageTaggedString);
                continue;
            }

            Rdfc10.Canonicalize(JsonLdProcessor.ToRdf(JsonLdDocument.From(document), options), Work).ToString()
                .ShouldBe(Rdfc10.Canonicalize(quads, Work).ToString(), document.ToJsonString());
        }
    }

    private static void Keeps(int seed, Func<JsonLdDocument, JsonLdOptions, JsonNode> change)
    {
        var made = Made(seed);
        foreach (var direction in new[] { RdfDirection.I18nDatatype, RdfDirection.CompoundLiteral })
        {
            var options = Options(direction);
            var changed = change(JsonLdDocument.From(made), options);
            Dataset(changed, options).ShouldBe(Dataset(made, options), $"{made.ToJsonString()}{Environment.NewLine}became{Environment.NewLine}{changed.ToJsonString()}");
        }
    }

    private static JsonLdOptions Options(RdfDirection direction) => new() { RdfDirection = direction };

    private static JsonObject Made(int seed) => new DocumentMaker(new Random(seed)).Document();

    private static string Dataset(JsonNode document, JsonLdOptions options) =>
        Rdfc10.Canonicalize(JsonLdProcessor.ToRdf(JsonLdDocument.From(document), options), Work).ToString();

    private static JsonNode? Turned(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Reverse().Select(member => KeyValuePair.Create(member.Key, Turned(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Turned)]),
        _ => node?.DeepClone(),
    };
}
