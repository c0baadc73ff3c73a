using System.Text.Json.Nodes;
using Cairn.JsonLd.Tests;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Verdicts;

/// <summary>The check <c>issuer</c>: whose key it is, by every document that could say so.</summary>
public sealed class IssuerControlsTheKeyTests
{
    private const string Host = "https://issuer.example/issuers/1";

    private static string Document(string id, string controller, string methodId) => $$"""
        {"id":"{{id}}","verificationMethod":[{"id":"{{methodId}}","type":"Multikey","controller":"{{controller}}","publicKeyMultibase":"{{Award.Key.PublicKey.ToMultibase()}}"}],"assertionMethod":["{{methodId}}"]}
        """;

    [Fact]
    public void Anothers_key_is_refused()
    {
        var report = Award.Verify(Award.Signed(key: Award.Other, issuer: Award.Key.Controller));

        report.Verdict.ShouldBe(Verdict.Invalid);
        report.Row("proof").Outcome.ShouldBe(CheckOutcome.Passed);
        report.Row("issuer").Outcome.ShouldBe(CheckOutcome.Failed);
        report.Sentence.ShouldStartWith("Not signed by who it says. ");
    }

    [Fact]
    public void A_second_proof_by_another_is_refused()
    {
        var both = Award.Sign(Award.Signed(), Award.Other);

        Award.Verify(both).ShouldSatisfyAllConditions(report => report.Row("proof").Outcome.ShouldBe(CheckOutcome.Passed), report => report.Row("issuer").Outcome.ShouldBe(CheckOutcome.Failed));
    }

    [Fact]
    public void A_document_of_the_issuer_that_is_not_at_hand_leaves_it_unknown() =>
        Award.Verify(Award.Signed(key: Award.KeyOf(1, Host))).Verdict.ShouldBe(Verdict.Unknown);

    [Fact]
    public void A_key_that_says_it_is_anothers_is_refused() =>
        Award.Verify(Award.Signed(key: Award.KeyOf(1, Host)), new MemoryLoader((Host, Document(Host, "https://other.example", Host + "#key")))).Verdict.ShouldBe(Verdict.Invalid);

    /// <summary>A stranger's document lists a key and says that the issuer controls it.</summary>
    [Fact]
    public void A_strangers_document_does_not_speak_for_the_issuer()
    {
        const string stranger = "https://stranger.example";
        var key = Award.KeyOf(1, Host, stranger + "#key");

        Award.Verify(Award.Signed(key: key), new MemoryLoader((stranger, Document(stranger, Host, stranger + "#key")))).Verdict.ShouldBe(Verdict.Invalid);
    }

    /// <summary>The issuer's document lists a method whose id is another's.</summary>
    [Fact]
    public void A_method_under_anothers_address_is_not_found_in_the_issuers_document() =>
        Award.Verify(Award.Signed(key: Award.KeyOf(1, Host, "did:web:stranger.example#key")), new MemoryLoader((Host, Document(Host, Host, "did:web:stranger.example#key")))).Verdict.ShouldNotBe(Verdict.Valid);

    [Theory]
    [InlineData("https://issuer.example/issuers/1", "https://issuer.example/issuers/1")]
    [InlineData("did:web:issuer.example", "https://issuer.example/.well-known/did.json")]
    [InlineData("did:web:issuer.example%3A8443:org:1", "https://issuer.example:8443/org/1/did.json")]
    public void An_issuer_whose_document_lists_the_key_is_right(string issuer, string url) =>
        Award.Verify(Award.Signed(key: Award.KeyOf(1, issuer)), new MemoryLoader((url, Document(issuer, issuer, issuer + "#key")))).Verdict.ShouldBe(Verdict.Valid);

    [Fact]
    public void A_key_that_stands_for_itself_is_known_by_nothing() => Award.Verify(Award.Signed()).ToJson()["issuerKnown"]!.GetValue<string>().ShouldBe("unknown");

    [Fact]
    public void A_domain_speaks_for_an_issuer_whose_document_lists_the_key()
    {
        var documents = new MemoryLoader((Host, Document(Host, Host, Host + "#key")));
        var award = Award.Signed(key: Award.KeyOf(1, Host));

        Award.Verify(award, documents).ToJson()["issuerKnown"]!.GetValue<string>().ShouldBe("domain");
        Award.Verify(award).IssuerKnown.ShouldBe(IssuerKnown.Unknown);
        award["name"] = "Crane Signals";
        Award.Verify(award, documents).IssuerKnown.ShouldBe(IssuerKnown.Unknown);
    }

    [Fact]
    public void An_issuer_may_be_a_bare_URL() =>
        Award.Verify(Award.Signed(award => award["issuer"] = Award.Key.Controller)).Verdict.ShouldBe(Verdict.Valid);
}
