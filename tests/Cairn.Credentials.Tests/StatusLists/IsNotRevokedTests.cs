using System.Text.Json.Nodes;
using Cairn.Credentials.Keys;
using Cairn.JsonLd;
using Cairn.JsonLd.Tests;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.StatusLists;

/// <summary>The check <c>status</c>: a list that cannot be had or relied on is never "not revoked".</summary>
public sealed class IsNotRevokedTests
{
    private const string Url = "https://issuer.example/status/1";

    private static JsonObject Entry(string purpose = "revocation", int index = 94567, params string[] messages) =>
        StatusList.EntryOf(Url, index, purpose, messages.Length == 0 ? null : messages);

    private static JsonObject AwardWith(params JsonObject[] entries) =>
        Award.Signed(award => award["credentialStatus"] = entries.Length == 1 ? entries[0] : new JsonArray([.. entries]));

    private static JsonObject ListOf(int? set = null, string purpose = "revocation", string id = Url, int size = 1, int value = 1)
    {
        var list = StatusList.Create(statusSize: size);
        if (set is { } index)
            list.Set(index, value);
        return list.ToCredential(id, Award.Key.Controller, purpose, Award.Now.AddDays(-1));
    }

    private static CheckResult Row(JsonObject award, JsonObject? list) => Rows(award, list).Single();

    private static IEnumerable<CheckResult> Rows(JsonObject award, JsonObject? list) =>
        Award.Verify(award, list is null ? null : new MemoryLoader((Url, list.ToJsonString()))).Checks.Where(row => row.Check == "status");

    [Fact]
    public void A_list_that_is_not_at_hand_leaves_it_unknown()
    {
        var report = Award.Verify(AwardWith(Entry()));

        report.Verdict.ShouldBe(Verdict.Unknown);
        report.Row("status").ShouldSatisfyAllConditions(row => row.Outcome.ShouldBe(CheckOutcome.NotChecked), row => row.Problem.ShouldBe(ProblemTypes.StatusRetrieval));
    }

    [Fact]
    public void A_list_that_does_not_load_leaves_it_unknown() =>
        Award.Verify(AwardWith(Entry()), new Failing()).Row("status").Problem.ShouldBe(ProblemTypes.StatusRetrieval);

    public static TheoryData<string, string> Unusable => new()
    {
        { "unsigned", ProblemTypes.StatusVerification },
        { "changed after signing", ProblemTypes.StatusVerification },
        { "another issuer's", ProblemTypes.StatusVerification },
        { "signed by another", ProblemTypes.StatusVerification },
        { "another purpose", ProblemTypes.StatusVerification },
        { "another type", ProblemTypes.StatusVerification },
        { "another subject type", ProblemTypes.StatusVerification },
        { "two subjects", ProblemTypes.StatusVerification },
        { "another id", ProblemTypes.StatusVerification },
        { "no id", ProblemTypes.StatusVerification },
        { "expired", ProblemTypes.StatusVerification },
        { "not yet valid", ProblemTypes.StatusVerification },
        { "undecodable", ProblemTypes.StatusVerification },
        { "no list", ProblemTypes.StatusVerification },
        { "too short", ProblemTypes.StatusListLength },
        { "over budget", ProblemTypes.StatusVerification },
        { "no JSON", ProblemTypes.StatusVerification },
        { "defines its own terms", ProblemTypes.StatusVerification },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_list_that_was_obtained_but_is_unusable_leaves_it_unknown(string how, string problem)
    {
        var list = ListOf();
        var subject = list["credentialSubject"]!.AsObject();
        var text = how switch
        {
            "unsigned" => list.ToJsonString(),
            "changed after signing" => Award.Sign(list).ToJsonString().Replace("#list", "#other", StringComparison.Ordinal),
            "another issuer's" => Award.Sign(With(list, "issuer", Award.Other.Controller), Award.Other).ToJsonString(),
            "signed by another" => Award.Sign(list, Award.Other).ToJsonString(),
            "another purpose" => Award.Sign(ListOf(purpose: "suspension")).ToJsonString(),
            "another type" => Award.Sign(With(list, "type", "VerifiableCredential")).ToJsonString(),
            "another subject type" => Award.Sign(With(list, "credentialSubject", new JsonObject { ["id"] = "urn:a:b" })).ToJsonString(),
            "two subjects" => Award.Sign(With(list, "credentialSubject", new JsonArray(subject.DeepClone(), With(subject.DeepClone().AsObject(), "id", "urn:a:b")))).ToJsonString(),
            "another id" => Award.Sign(ListOf(id: Url + "0")).ToJsonString(),
            "no id" => Award.Sign(Without(list, "id")).ToJsonString(),
            "expired" => Award.Sign(With(list, "validUntil", "2026-11-24T08:59:59Z")).ToJsonString(),
            "not yet valid" => Award.Sign(With(list, "validFrom", "2026-11-24T09:00:01Z")).ToJsonString(),
            "undecodable" => Award.Sign(list, with: () => subject["encodedList"] = "uaGVsbG8").ToJsonString(),
            "no list" => Award.Sign(list, with: () => subject.Remove("encodedList")).ToJsonString(),
            "too short" => Award.Sign(list, with: () => subject["encodedList"] = Status.EncodedList.Encode(new byte[100])).ToJsonString(),
            "over budget" => Award.Sign(list, with: () => subject["encodedList"] = Status.EncodedList.Encode(new byte[16 * 1024 * 1024 + 1])).ToJsonString(),
            "defines its own terms" => Award.Sign(With(list, "@context", new JsonArray("https://www.w3.org/ns/credentials/v2", new JsonObject { ["extra"] = "urn:a:b" }))).ToJsonString(),
            _ => "no JSON",
        };

        var report = Award.Verify(AwardWith(Entry()), new MemoryLoader((Url, text)));

        report.Verdict.ShouldBe(Verdict.Unknown);
        report.Row("status").ShouldSatisfyAllConditions(row => row.Outcome.ShouldBe(CheckOutcome.NotChecked), row => row.Problem.ShouldBe(problem));
    }

    [Theory]
    [InlineData("131072")]
    [InlineData("99999999999999999999999")]
    public void An_index_outside_the_list_leaves_it_unknown(string index)
    {
        var row = Row(AwardWith(With(Entry(), "statusListIndex", index)), Award.Sign(ListOf()));

        (row.Outcome, row.Problem).ShouldBe((CheckOutcome.NotChecked, ProblemTypes.StatusListLength));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_unfolds()
    {
        var bomb = Bomb(1024L * 1024 * 1024);
        var list = ListOf();
        list["credentialSubject"]!["encodedList"] = bomb;
        var (award, signed) = (AwardWith(Entry()), new MemoryLoader((Url, Award.Sign(list).ToJsonString())));
        Award.Verify(award, signed);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var row = Award.Verify(award, signed).Row("status");

        row.Problem.ShouldBe(ProblemTypes.StatusVerification);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 * 1024 * 1024);
    }

    [Theory]
    [InlineData("statusPurpose", null)]
    [InlineData("statusListIndex", null)]
    [InlineData("statusListIndex", "-1")]
    [InlineData("statusListIndex", "1.0")]
    [InlineData("statusListIndex", "0x10")]
    [InlineData("statusListCredential", null)]
    [InlineData("id", Url)]
    public void A_malformed_entry_is_invalid(string member, string? value)
    {
        var entry = Entry();
        entry.Remove(member);
        if (value is not null)
            entry[member] = value;

        Row(AwardWith(entry), Award.Sign(ListOf())).Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Fact]
    public void An_index_as_a_number_is_invalid() =>
        Row(AwardWith(With(Entry(), "statusListIndex", 94567)), Award.Sign(ListOf())).Outcome.ShouldBe(CheckOutcome.Failed);

    [Fact]
    public void A_larger_size_without_all_its_messages_is_invalid() =>
        Row(AwardWith(With(Entry(), "statusSize", 2)), Award.Sign(ListOf(size: 2))).Outcome.ShouldBe(CheckOutcome.Failed);

    [Theory]
    [InlineData("refresh")]
    [InlineData("message")]
    public void A_malformed_entry_that_only_informs_never_changes_the_verdict(string purpose)
    {
        var report = Award.Verify(AwardWith(With(Entry(purpose), "statusListIndex", "seven")));

        report.Verdict.ShouldBe(Verdict.Valid);
        report.Row("status").ShouldSatisfyAllConditions(row => row.Outcome.ShouldBe(CheckOutcome.NotChecked), row => row.Problem.ShouldBe(ProblemTypes.MalformedValue));
    }

    [Fact]
    public void Another_type_of_status_leaves_it_unknown()
    {
        var award = Award.New();
        award["@context"]!.AsArray().Add("https://www.w3.org/ns/credentials/examples/v2");
        award["credentialStatus"] = new JsonObject { ["id"] = "urn:a:b", ["type"] = "SomeStatus2031" };

        Award.Verify(Award.Sign(award)).ShouldSatisfyAllConditions(
            report => report.Row("status").Outcome.ShouldBe(CheckOutcome.NotChecked), report => report.Verdict.ShouldBe(Verdict.Unknown));
    }

    [Theory]
    [InlineData("revocation", "revoked since.")]
    [InlineData("suspension", "suspended since.")]
    public void A_set_entry_is_invalid(string purpose, string end)
    {
        var report = Award.Verify(AwardWith(Entry(purpose)), new MemoryLoader((Url, Award.Sign(ListOf(94567, purpose)).ToJsonString())));

        report.Verdict.ShouldBe(Verdict.Invalid);
        report.Sentence.ShouldStartWith("Signed by Northgate Community College");
        report.Sentence.ShouldEndWith(end);
    }

    [Fact]
    public void A_message_of_the_issuer_does_not_make_revoked_suspended()
    {
        var list = StatusList.Create(statusSize: 2);
        list.Set(94567, 1);
        var award = AwardWith(Entry("revocation", 94567, "fine", "the course was suspended", "two", "three"));

        Award.Verify(award, new MemoryLoader((Url, Award.Sign(list.ToCredential(Url, Award.Key.Controller, "revocation", Award.Now.AddDays(-1))).ToJsonString()))).Sentence.ShouldEndWith("revoked since.");
    }

    [Theory]
    [InlineData(94566)]
    [InlineData(94568)]
    [InlineData(null)]
    public void Another_entry_says_nothing(int? set) => Row(AwardWith(Entry()), Award.Sign(ListOf(set))).Outcome.ShouldBe(CheckOutcome.Passed);

    [Theory]
    [InlineData("refresh")]
    [InlineData("message")]
    public void Refresh_and_message_never_change_the_verdict(string purpose)
    {
        Award.Verify(AwardWith(Entry(purpose)), new MemoryLoader((Url, Award.Sign(ListOf(94567, purpose)).ToJsonString()))).Verdict.ShouldBe(Verdict.Valid);
        Award.Verify(AwardWith(Entry(purpose))).Verdict.ShouldBe(Verdict.Valid);
    }

    [Fact]
    public void An_unknown_purpose_that_is_set_leaves_it_unknown() =>
        Award.Verify(AwardWith(Entry("parole")), new MemoryLoader((Url, Award.Sign(ListOf(94567, "parole")).ToJsonString()))).Verdict.ShouldBe(Verdict.Unknown);

    [Fact]
    public void An_unknown_purpose_that_is_not_set_passes() => Row(AwardWith(Entry("parole")), Award.Sign(ListOf(purpose: "parole"))).Outcome.ShouldBe(CheckOutcome.Passed);

    [Fact]
    public void Each_entry_has_a_row_with_its_place()
    {
        var rows = Rows(AwardWith(Entry(), Entry("suspension")), Award.Sign(ListOf())).ToList();

        rows.Select(row => row.Of).ShouldBe([0, 1]);
        rows.Select(row => row.Outcome).ShouldBe([CheckOutcome.Passed, CheckOutcome.NotChecked]);
    }

    [Fact]
    public void Each_entry_has_its_row_after_a_bad_signature_too()
    {
        var award = AwardWith(Entry(), Entry("suspension"));
        award["name"] = "Crane Signals";

        Rows(award, null).Select(row => (row.Of, row.Outcome, row.Counts)).ShouldBe([(0, CheckOutcome.NotChecked, false), (1, CheckOutcome.NotChecked, false)]);
    }

    [Fact]
    public void The_issuers_words_are_told()
    {
        var entry = Entry("message", 94567, "word 0", "word 1", "word 2", "word 3");

        Row(AwardWith(entry), Award.Sign(ListOf(94567, "message", size: 2, value: 3))).Reason!.ShouldContain("word 3");
    }

    private static JsonObject With(JsonObject json, string member, JsonNode value)
    {
        json[member] = value;
        return json;
    }

    private static JsonObject Without(JsonObject json, string member)
    {
        json.Remove(member);
        return json;
    }

    private static string Bomb(long bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            var nothing = new byte[1024 * 1024];
            for (long written = 0; written < bytes; written += nothing.Length)
                gzip.Write(nothing);
        }

        return Multibase.EncodeBase64Url(packed.ToArray());
    }

    private sealed class Failing : IDocumentLoader
    {
        public LoadedDocument? Load(string url) => throw new DocumentNotLoadedException(url, "The server answered 503.");
    }
}
