using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Hostile;

/// <summary>
/// Documents beyond the limits are refused, and documents just within are answered, in bounded memory. What is allocated is the same
/// on every machine; how long it takes is measured by the bench and no test's business.
/// </summary>
public sealed class DeepAndHugeTests
{
    private const long Memory = 512L * 1024 * 1024;

    private static VerificationReport Answer(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var report = CredentialVerifier.Verify(bytes, new VerificationOptions { At = Award.Now });

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Memory);
        return report;
    }

    private static string Deep(int levels, string open, string close) => $$"""{"a":{{string.Concat(Enumerable.Repeat(open, levels))}}1{{string.Concat(Enumerable.Repeat(close, levels))}}}""";

    [Theory]
    [InlineData(101, "[", "]")]
    [InlineData(1_000_000, "[", "]")]
    [InlineData(100_000, "{\"a\":", "}")]
    public void A_deep_document_is_refused(int levels, string open, string close) =>
        Answer(Deep(levels, open, close)).Row("structure").ShouldSatisfyAllConditions(row => row.Outcome.ShouldBe(CheckOutcome.Failed), row => row.Problem.ShouldBe(ProblemTypes.Parsing));

    /// <summary>They are counted before anything is made of them: half a gigabyte is far more than a refusal takes.</summary>
    [Theory]
    [InlineData("1,", 7_000_000)]
    [InlineData("{},", 5_000_000)]
    public void A_document_of_millions_of_values_is_refused_without_making_them(string value, int count)
    {
        var text = Encoding.UTF8.GetBytes($$"""{"a":[{{string.Concat(Enumerable.Repeat(value, count))}}1]}""");
        var before = GC.GetAllocatedBytesForCurrentThread();

        CredentialVerifier.Verify(text).Row("structure").Reason!.ShouldContain("MaxNodes");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16 * 1024 * 1024);
    }

    /// <summary>Each message that repeats a name of that length costs as much as the document again.</summary>
    [Fact]
    public void A_name_as_long_as_the_document_is_told_in_a_few_words()
    {
        var award = Award.Signed();
        award[new string('a', 15_000_000)] = 1;

        var report = Answer(award.ToJsonString());

        report.Row("context").Reason!.Length.ShouldBeLessThan(1_000);
        report.Row("proof").Problem.ShouldBe(ProblemTypes.DataLossDetection);
    }

    [Fact]
    public void A_schema_that_is_named_three_thousand_times_is_compared_once()
    {
        var schema = new JsonObject { ["id"] = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json", ["type"] = "1EdTechJsonSchemaValidator2019" };
        var award = Award.Signed(award =>
        {
            award["@context"]!.AsArray().Add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
            award["credentialSchema"] = new JsonArray([.. Enumerable.Range(0, 3_000).Select(_ => schema.DeepClone())]);
        });

        Answer(award.ToJsonString()).Row("schema").Outcome.ShouldBe(CheckOutcome.Passed);
    }

    [Fact]
    public void A_document_of_more_than_16_MB_is_refused() =>
        Answer($$"""{"a":"{{new string('a', 16 * 1024 * 1024)}}"}""").Row("structure").Reason!.ShouldContain("MaxBytes");

    [Fact]
    public void A_document_of_more_than_100_000_values_is_refused() =>
        Answer($$"""{"a":[{{string.Join(',', Enumerable.Repeat("1", 100_001))}}]}""").Row("structure").Reason!.ShouldContain("MaxNodes");

    [Fact]
    public void A_subject_of_many_claims_is_answered()
    {
        var award = Award.Signed();
        award["credentialSubject"] = new JsonArray([.. Enumerable.Range(0, 20_000).Select(i => new JsonObject { ["id"] = $"urn:a:{i}" })]);

        Answer(award.ToJsonString()).Verdict.ShouldBe(Verdict.Invalid);
    }

    [Fact]
    public void A_context_at_every_level_is_answered()
    {
        var award = Award.Signed();
        var inner = award["credentialSubject"]!.AsObject();
        for (var i = 0; i < 80; i++)
        {
            var next = new JsonObject { ["@context"] = new JsonArray([.. Enumerable.Repeat(0, 200).Select(_ => JsonValue.Create("https://www.w3.org/ns/credentials/v2"))]) };
            inner["achievement"] = next;
            inner = next;
        }

        Answer(award.ToJsonString()).Verdict.ShouldBe(Verdict.Invalid);
    }

    [Fact]
    public void Many_proofs_are_refused()
    {
        var award = Award.Signed();
        var proof = award["proof"]![0]!;
        award["proof"] = new JsonArray([.. Enumerable.Range(0, 65).Select(_ => proof.DeepClone())]);

        Answer(award.ToJsonString()).Row("structure").Outcome.ShouldBe(CheckOutcome.Failed);
    }

    /// <summary>Each is inside all that are around it, and would be read once for each.</summary>
    [Fact]
    public void Credentials_inside_each_other_do_not_multiply_the_work()
    {
        var credential = Award.Signed();
        for (var i = 0; i < 7; i++)
        {
            var outer = Award.New();
            outer["endorsement"] = new JsonArray(credential, credential.DeepClone());
            credential = Award.Sign(outer);
        }

        Answer(credential.ToJsonString()).ShouldSatisfyAllConditions(report => report.Row("proof").Outcome.ShouldBe(CheckOutcome.Passed), report => report.Verdict.ShouldBe(Verdict.Unknown));
    }

    [Fact]
    public void A_presentation_of_many_levels_is_not_followed_to_its_end()
    {
        var inner = Presentation(Award.Signed());
        for (var i = 0; i < 20; i++)
            inner = Presentation(inner);

        Answer(inner.ToJsonString()).Verdict.ShouldNotBe(Verdict.Valid);
    }

    [Fact]
    public void A_presentation_of_a_thousand_awards_is_answered() =>
        Answer(Presentation([.. Enumerable.Range(0, 1_000).Select(_ => Award.Signed())]).ToJsonString()).Verdict.ShouldBe(Verdict.Unknown);

    /// <summary>Every node of the graph points to every other, and nothing tells them apart.</summary>
    [Fact]
    public void A_poison_graph_is_given_up()
    {
        const int nodes = 12;
        var award = Award.Signed();
        award["@context"]!.AsArray().Add("https://www.w3.org/ns/credentials/examples/v2");
        award["credentialSubject"]!["knows"] = new JsonArray([.. Enumerable.Range(0, nodes).Select(i => new JsonObject
        {
            ["id"] = $"_:e{i}",
            ["knows"] = new JsonArray([.. Enumerable.Range(0, nodes).Where(j => j != i).Select(j => new JsonObject { ["id"] = $"_:e{j}" })]),
        })]);

        Answer(award.ToJsonString()).Row("proof").Reason!.ShouldContain("blank nodes");
    }

    private static JsonObject Presentation(params JsonObject[] credentials) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["type"] = new JsonArray("VerifiablePresentation"),
        ["verifiableCredential"] = new JsonArray([.. credentials]),
    };
}
