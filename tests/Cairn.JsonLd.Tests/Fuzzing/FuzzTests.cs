using System.Text;
using Cairn.JsonLd.Tests.Documents;
using Cairn.JsonLd.Tests.Suites;
using Cairn.Rdf;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Fuzzing;

/// <summary>
/// Whatever is read, the answer is a result or an error with a type: no crash, no hang, no memory without end. Texts are made from the suites' files
/// where they are on this machine, and from documents of our own; CAIRN_TEST_LENGTH=long tries many more.
/// </summary>
public sealed class FuzzTests
{
    private const long MostMemory = 256L * 1024 * 1024;
    private static readonly int Texts = Environment.GetEnvironmentVariable("CAIRN_TEST_LENGTH") == "long" ? 60_000 : 3_000;

    private static readonly JsonLdBudget Budget = new() { MaxBytes = 1_000_000, MaxDepth = 200, MaxWork = 200_000, MaxQuads = 20_000, MaxTerms = 5_000 };
    private static readonly Rdfc10Options Work = new() { MaxWork = 5_000 };
    private static readonly List<byte[]> Files = [.. Documents(), .. Suite.Files("*.jsonld").Concat(Suite.Files("*.nq")).Select(File.ReadAllBytes).Where(bytes => bytes.Length < 50_000)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_is_read_the_answer_is_a_result_or_an_error_with_a_type(int part)
    {
        for (var i = 0; i < Texts / 4; i++)
            Try((part * 1_000_000) + i);
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(7)]
    public void The_same_seed_makes_the_same_text(int seed) => new Mutator(Files, seed).Next().ShouldBe(new Mutator(Files, seed).Next());

    /// <summary>What the fuzzer found once stays found.</summary>
    [Theory]
    [InlineData("""{"@type":"ex:T","@set":null,"ex:p":1}""")]
    [InlineData("""{"@id":"ex:a","ex:p":1,"@language":"en"}""")]
    [InlineData("""{"@id":"ex:a","ex:p":1,"@direction":"ltr"}""")]
    [InlineData("""{"@context":{"back":{"@reverse":"ex:p"}},"back":{"@id":"ex:a"},"@reverse":{"ex:q":{"@id":"ex:b"}}}""")]
    [InlineData("""{"@context":{"g":{"@id":"ex:g","@container":["@graph","@index"]}},"g":{"a":"a value"}}""")]
    [InlineData("""{"@context":{"g":{"@id":"ex:g","@container":"@graph"}},"g":{"@list":[1]}}""")]
    public void A_text_that_once_was_too_much_is_answered(string text) => Answer(Encoding.UTF8.GetBytes(text), JsonLdDocument.Parse("{}"), 0);

    private static void Try(int seed)
    {
        var mutator = new Mutator(Files, seed);
        var text = mutator.Next();
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Answer(text, Context(mutator.Next()), seed);
        }
        catch (Exception wrong)
        {
            Assert.Fail($"Seed {seed}: {wrong}{Environment.NewLine}{Encoding.UTF8.GetString(text)}");
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostMemory, $"seed {seed}");
    }

    private static void Answer(byte[] text, JsonLdDocument? context, int seed)
    {
        var options = new JsonLdOptions
        {
            Budget = Budget,
            Loader = Loader.Instance,
            Base = seed % 2 == 0 ? "https://a.example/b/c?d#e" : null,
            Safe = seed % 3 == 0,
            Ordered = seed % 5 != 0,
            CompactArrays = seed % 7 != 0,
            ProcessingMode = seed % 11 == 0 ? JsonLdProcessingMode.JsonLd10 : JsonLdProcessingMode.JsonLd11,
            RdfDirection = (RdfDirection)(seed % 3),
            UseNativeTypes = seed % 4 == 0,
            ProduceGeneralizedRdf = seed % 13 == 0,
        };
        if (Typed(() => JsonLdDocument.Parse(text, Budget)) is { } document)
        {
            Typed(() => JsonCanonicalizer.Canonicalize(document));
            Typed(() => JsonLdProcessor.Expand(document, options));
            Typed(() => JsonLdProcessor.Compact(document, context, options));
            Typed(() => JsonLdProcessor.Flatten(document, context, options));
            if (Typed(() => JsonLdProcessor.ToRdf(document, options)) is { } quads)
                Dataset(quads, options);
        }

        if (Typed(() => NQuads.Parse(text, 20_000)) is { } read)
            Dataset(read, options);
    }

    private static void Dataset(IReadOnlyList<Quad> quads, JsonLdOptions options)
    {
        Typed(() => JsonLdProcessor.FromRdf(quads, options));
        // Generalized RDF is none that can be canonicalized or read back.
        if (quads.Any(quad => quad.Predicate.IsBlankNode))
            return;
        NQuads.Parse(NQuads.Write(quads)).ShouldBe(quads);
        Typed(() => Rdfc10.Canonicalize(quads, Work));
    }

    private static JsonLdDocument? Context(byte[] text) => Typed(() => JsonLdDocument.Parse(text, Budget));

    private static T? Typed<T>(Func<T> act) where T : class
    {
        try
        {
            return act();
        }
        catch (Exception typed) when (typed is JsonLdException or NQuadsException or WorkLimitException)
        {
            typed.Message.ShouldNotBeEmpty();
            return null;
        }
    }

    private static IEnumerable<byte[]> Documents()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            yield return Encoding.UTF8.GetBytes(new DocumentMaker(new Random(seed)).Document().ToJsonString());
            yield return Encoding.UTF8.GetBytes(NQuads.Write(new DocumentMaker(new Random(seed)).Quads()));
        }

        foreach (var context in EmbeddedContexts.All.Values)
            yield return context.Read().ToArray();
    }

    private sealed class Loader : IDocumentLoader
    {
        public static Loader Instance { get; } = new();

        public LoadedDocument? Load(string url) => Suite.Loader.Load(url) ?? EmbeddedContexts.Loader.Load(url);
    }
}
