using System.Text;
using System.Text.Json.Nodes;
using Cairn.JsonLd;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Hostile;

/// <summary>A document that makes its reader fetch, unpack or write far more than it is itself.</summary>
public sealed class AmplificationTests
{
    private const string Examples = "https://www.w3.org/ns/credentials/examples/v2";

    private static JsonObject AwardWith(Action<JsonObject> change) => Award.Sign(Changed(change));

    private static JsonObject Changed(Action<JsonObject> change)
    {
        var award = Award.New();
        award["@context"]!.AsArray().Add(Examples);
        change(award);
        return award;
    }

    [Fact]
    public void More_status_entries_than_the_budget_are_not_looked_up()
    {
        var asked = new Counting(null);
        var award = AwardWith(award => award["credentialStatus"] = new JsonArray([.. Enumerable.Range(0, 65).Select(i => new JsonObject
        {
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = "revocation",
            ["statusListIndex"] = $"{i}",
            ["statusListCredential"] = $"https://issuer.example/status/{i}",
        })]));

        Award.Verify(award, asked).ShouldSatisfyAllConditions(report => report.Verdict.ShouldBe(Verdict.Unknown), report => report.Row("status").Reason!.ShouldContain("MaxStatusEntries"));
        asked.Count.ShouldBe(0);
    }

    [Fact]
    public void No_more_documents_are_asked_for_than_the_budget()
    {
        var asked = new Counting(null);
        var award = AwardWith(award => award["relatedResource"] = new JsonArray([.. Enumerable.Range(0, 1_000).Select(i => new JsonObject
        {
            ["id"] = $"https://issuer.example/files/{i}",
            ["digestSRI"] = "sha256-AAAA",
        })]));

        Award.Verify(award, asked).Verdict.ShouldBe(Verdict.Unknown);

        asked.Count.ShouldBeLessThanOrEqualTo(200);
    }

    [Fact]
    public void Each_document_is_asked_for_once()
    {
        const string url = "https://issuer.example/status/1";
        var list = Award.Sign(StatusList.Create().ToCredential(url, Award.Key.Controller, "revocation", Award.Now));
        var asked = new Counting(list.ToJsonString());
        var award = AwardWith(award => award["credentialStatus"] = new JsonArray([.. Enumerable.Range(0, 10).Select(i => new JsonObject
        {
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = "revocation",
            ["statusListIndex"] = $"{i}",
            ["statusListCredential"] = url,
        })]));

        Award.Verify(award, asked).Verdict.ShouldBe(Verdict.Valid);

        asked.Count.ShouldBe(1);
    }

    [Fact]
    public void A_long_list_is_not_unpacked_for_every_entry()
    {
        const string url = "https://issuer.example/status/1";
        var list = StatusList.Create().ToCredential(url, Award.Key.Controller, "revocation", Award.Now);
        list["credentialSubject"]!["encodedList"] = Status.EncodedList.Encode(new byte[16 * 1024 * 1024]);
        var asked = new Counting(Award.Sign(list).ToJsonString());
        var award = AwardWith(award => award["credentialStatus"] = new JsonArray([.. Enumerable.Range(0, 64).Select(i => new JsonObject
        {
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = "revocation",
            ["statusListIndex"] = $"{i}",
            ["statusListCredential"] = url,
        })]));

        var rows = Award.Verify(award, asked).Checks.Where(row => row.Check == "status").ToList();

        rows.Count(row => row.Outcome == CheckOutcome.Passed).ShouldBe(16);
        rows.Count(row => row.Outcome == CheckOutcome.NotChecked).ShouldBe(48);
    }

    /// <summary>A name of a megabyte stands before ten thousand things, each of which has a place.</summary>
    [Fact]
    public void A_long_name_is_not_repeated_for_all_that_is_under_it()
    {
        var name = "urn:" + new string('a', 1_000_000);
        var award = CredentialSigner.Sign(Changed(award =>
        {
            award["credentialSchema"] = new JsonArray(new JsonObject { ["id"] = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json", ["type"] = "JsonSchema" });
            award[name] = new JsonArray([.. Enumerable.Range(0, 10_000).Select(i => new JsonObject { ["id"] = $"urn:a:{i}", ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"), ["proof"] = new JsonObject() })]);
        }), Award.Key, new SigningOptions { Cryptosuite = "eddsa-jcs-2022" });
        var text = Encoding.UTF8.GetBytes(award.ToJsonString());
        var before = GC.GetAllocatedBytesForCurrentThread();

        CredentialVerifier.Verify(text, new VerificationOptions { At = Award.Now }).Verdict.ShouldNotBe(Verdict.Valid);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(512L * 1024 * 1024);
    }

    [Fact]
    public void A_reason_does_not_repeat_endless_words() =>
        Award.Verify(Award.Signed(award => award["validUntil"] = "2026-12-31T00:00:00Z").ToJsonString().Replace("2026-12-31T00:00:00Z", new string('9', 5_000_000), StringComparison.Ordinal))
            .ToJson().ToJsonString().Length.ShouldBeLessThan(10_000);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void No_letter_is_cut_in_two(int before)
    {
        var name = new string('a', before) + string.Concat(Enumerable.Repeat("😀", 3_000));
        var report = Award.Verify(Award.Signed(award => award["issuer"]!["name"] = name));

        report.Sentence.ShouldStartWith("Signed by ");
        Should.NotThrow(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(report.Sentence));
        var refused = Award.Verify(Award.Signed(award => award["id"] = $"https://issuer.example/{name}").ToJsonString(), asked: options => options with { ExpectedHolder = name });
        refused.Checks.ShouldAllBe(row => new UTF8Encoding(false, true).GetByteCount(row.Reason ?? "") >= 0);
    }

    /// <summary>Answers every address alike, and counts.</summary>
    private sealed class Counting(string? answer) : IDocumentLoader
    {
        public int Count { get; private set; }

        public LoadedDocument? Load(string url)
        {
            Count++;
            return answer is null ? null : new LoadedDocument(url, Encoding.UTF8.GetBytes(answer));
        }
    }
}
