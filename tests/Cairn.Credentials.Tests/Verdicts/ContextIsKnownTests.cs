using System.Text.Json.Nodes;
using Cairn.JsonLd.Tests;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Verdicts;

/// <summary>The check <c>context</c>: unknown, redefined and inline contexts.</summary>
public sealed class ContextIsKnownTests
{
    private const string Custom = "https://terms.example/v1";

    private static CheckResult Row(Action<JsonObject> change, params (string Url, string Text)[] documents)
    {
        var award = Award.Signed();
        change(award);
        return Award.Verify(award, new MemoryLoader(documents)).Row("context");
    }

    [Theory]
    [InlineData("https://terms.example/v1")]
    [InlineData("https://www.w3.org/ns/credentials/v3")]
    [InlineData("https://schema.org/")]
    public void An_unknown_context_leaves_it_unknown(string url)
    {
        var award = Award.Signed();
        award["@context"]!.AsArray().Add(url);

        var report = Award.Verify(award);

        report.Verdict.ShouldBe(Verdict.Unknown);
        report.Row("context").Outcome.ShouldBe(CheckOutcome.NotChecked);
    }

    [Fact]
    public void An_unknown_context_deep_inside_leaves_it_unknown() =>
        Row(award => award["credentialSubject"]!["achievement"]!["@context"] = Custom).Outcome.ShouldBe(CheckOutcome.NotChecked);

    [Fact]
    public void A_context_that_names_an_unknown_one_leaves_it_unknown() =>
        Row(award => award["@context"]!.AsArray().Add(Custom), (Custom, """{"@context":["https://terms.example/v2"]}""")).Outcome.ShouldBe(CheckOutcome.NotChecked);

    [Fact]
    public void A_given_document_replaces_no_context_of_the_library_under_its_address_with_a_fragment_either()
    {
        const string Ours = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
        var vocabulary = """{"@context":{"@vocab":"https://evil.example/"}}""";

        Row(award => (award["@context"]![1], award["nickname"]) = (Ours + "#x", "A"), (Ours, vocabulary), (Ours + "#x", vocabulary)).Problem.ShouldBe(ProblemTypes.DataLossDetection);
    }

    [Theory]
    [InlineData("\"https://www.w3.org/ns/credentials/v2\"")]
    [InlineData("{}")]
    public void More_than_16_contexts_in_one_place_are_refused_whatever_they_are(string context)
    {
        CheckResult Of(int count) => Row(award => award["credentialSubject"]!["@context"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => JsonNode.Parse(context))]));

        Of(17).Reason!.ShouldContain("MaxContexts");
        Of(16).Reason.ShouldSatisfyAllConditions(reason => (reason ?? "").ShouldNotContain("MaxContexts"));
    }

    /// <summary>Two words swap their meanings and their values: the signed data is the same, and the JSON says the opposite.</summary>
    [Fact]
    public void Terms_of_its_own_are_never_more_than_unknown_even_when_the_signature_holds()
    {
        var credential = Swappable("winner", "loser");
        var signed = Award.Sign(credential);
        var swapped = Swapped(signed);

        foreach (var document in new[] { signed, swapped })
        {
            var report = Award.Verify(document);
            report.Row("proof").Outcome.ShouldBe(CheckOutcome.Passed);
            report.Row("context").ShouldSatisfyAllConditions(row => row.Outcome.ShouldBe(CheckOutcome.NotChecked), row => row.Reason!.ShouldContain("defines its own terms"));
            report.Verdict.ShouldBe(Verdict.Unknown);
        }
    }

    [Fact]
    public void Terms_of_its_own_deep_inside_are_found_too()
    {
        var credential = Award.New();
        credential["credentialSubject"]!["achievement"]!["criteria"]!["@context"] = new JsonObject { ["extra"] = "urn:a:b" };

        Award.Verify(Award.Sign(credential)).Row("context").Reason!.ShouldContain("/credentialSubject/achievement/criteria/@context");
    }

    [Theory]
    [InlineData("{\"name\":\"https://schema.org/alternateName\"}")]
    [InlineData("{\"VerifiableCredential\":\"urn:a:b\"}")]
    [InlineData("{\"id\":\"urn:a:b\"}")]
    public void A_protected_term_cannot_be_redefined(string context) =>
        Row(award => award["@context"]!.AsArray().Add(JsonNode.Parse(context))).Outcome.ShouldBe(CheckOutcome.Failed);

    [Theory]
    [InlineData("unheard", "\"of\"")]
    [InlineData("type", "[\"VerifiableCredential\",\"OpenBadgeCredential\",\"Unheard\"]")]
    public void What_JSON_LD_would_drop_is_refused(string member, string value)
    {
        var row = Row(award => award[member] = JsonNode.Parse(value));

        (row.Outcome, row.Problem).ShouldBe((CheckOutcome.Failed, ProblemTypes.DataLossDetection));
    }

    [Fact]
    public void A_relative_id_is_refused() =>
        Row(award => award["credentialSubject"]!["achievement"]!["id"] = "forklift").Problem.ShouldBe(ProblemTypes.DataLossDetection);

    [Fact]
    public void A_context_of_the_library_is_never_replaced()
    {
        const string url = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
        var award = Award.Signed();

        Award.Verify(award, new MemoryLoader((url, """{"@context":{"@vocab":"urn:evil:"}}"""), ("https://www.w3.org/ns/credentials/v2", "{}"))).Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void More_contexts_than_the_budget_are_refused() =>
        Row(award => award["@context"] = new JsonArray([.. award["@context"]!.AsArray().Select(url => url!.DeepClone()), .. Enumerable.Range(0, 15).Select(i => JsonValue.Create($"https://terms.example/{i}"))]))
            .ShouldSatisfyAllConditions(row => row.Outcome.ShouldBe(CheckOutcome.Failed), row => row.Reason!.ShouldContain("MaxContexts"));

    [Fact]
    public void A_context_that_was_given_is_known()
    {
        var documents = new MemoryLoader((Custom, """{"@context":{"licence":"https://terms.example/licence"}}"""));
        var award = Award.New();
        award["@context"]!.AsArray().Add(Custom);
        award["credentialSubject"]!["licence"] = "B";

        Award.Verify(Award.Sign(award, documents: documents), documents).Verdict.ShouldBe(Verdict.Valid);
    }

    private static JsonObject Swappable(string first, string second)
    {
        var credential = Award.New();
        credential["@context"]!.AsArray().Add(new JsonObject { [first] = "urn:terms:winner", [second] = "urn:terms:loser" });
        credential["credentialSubject"]!["winner"] = "Ana";
        credential["credentialSubject"]!["loser"] = "Ben";
        return credential;
    }

    private static JsonObject Swapped(JsonObject signed)
    {
        var swapped = signed.DeepClone().AsObject();
        swapped["@context"]![2] = new JsonObject { ["loser"] = "urn:terms:winner", ["winner"] = "urn:terms:loser" };
        swapped["credentialSubject"]!["winner"] = "Ben";
        swapped["credentialSubject"]!["loser"] = "Ana";
        return swapped;
    }
}
