using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.JsonLd.Tests;
using Cairn.Testing;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Interop;

/// <summary>What libraries of npm signed (README.md beside this file says which and when): recorded, so that no test needs Node.</summary>
public sealed class SignedByOthersTests
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "Cairn.Credentials.Tests", "Interop");

    public static TheoryData<string> Valid => Files(record => !IsBase(record) && record["revoked"] is null);

    public static TheoryData<string> Presentations => Files(record => record["challenge"] is not null);

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_letter_changed_in_what_another_signed_is_refused(string file)
    {
        var record = Read(file);
        var changed = record["credential"] is JsonValue token ? WithChangedPayload(token.GetValue<string>()) : WithChangedName(record["credential"]!.AsObject());

        Verify(record, changed).Row("proof").Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Theory]
    [MemberData(nameof(Presentations))]
    public void A_presentation_signed_by_another_for_another_challenge_is_refused(string file)
    {
        var record = Read(file);
        record["challenge"] = "of somebody else";

        Verify(record).Row("proof").Problem.ShouldBe("https://w3id.org/security#INVALID_CHALLENGE_ERROR");
    }

    [Fact]
    public void An_award_that_another_has_revoked_is_refused()
    {
        Verify(Read("digitalbazaar-status-list-revoked.json")).Row("status").Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Fact]
    public void An_award_of_another_that_is_to_be_shown_in_part_is_refused_as_a_whole()
    {
        Verify(Read("digitalbazaar-ecdsa-sd-2023-base.json")).Row("proof").Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void An_award_signed_by_another_verifies_here(string file)
    {
        var report = Verify(Read(file));

        report.Verdict.ShouldBe(Verdict.Valid, report.Decisive?.Reason);
    }

    [Fact]
    public void A_part_of_an_award_signed_by_another_verifies_here()
    {
        var record = Read("digitalbazaar-ecdsa-sd-2023-base.json");

        var part = CredentialDeriver.Derive(record["credential"]!.AsObject(), [.. record["selectivePointers"]!.AsArray().Select(pointer => pointer!.GetValue<string>())]);

        Verify(record, part.ToJsonString()).Verdict.ShouldBe(Verdict.Valid);
    }

    private static TheoryData<string> Files(Predicate<JsonObject> which) =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Where(file => which(Read(file))).Order(StringComparer.Ordinal)];

    private static bool IsBase(JsonObject record) => record["selectivePointers"] is not null;

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!.AsObject();

    private static VerificationReport Verify(JsonObject record, string? instead = null) => CredentialVerifier.Verify(
        Encoding.UTF8.GetBytes(instead ?? (record["credential"] is JsonValue token ? token.GetValue<string>() : record["credential"]!.ToJsonString())),
        new VerificationOptions
        {
            At = DateTimeOffset.Parse(record["at"]!.GetValue<string>(), CultureInfo.InvariantCulture),
            Challenge = record["challenge"]?.GetValue<string>(),
            Domain = record["domain"]?.GetValue<string>(),
            Documents = new MemoryLoader([.. (record["documents"]?.AsObject() ?? []).Select(document => (document.Key, document.Value!.ToJsonString()))]),
        });

    private static string WithChangedName(JsonObject credential)
    {
        var member = credential.ContainsKey("name") ? "name" : "id";
        credential[member] = credential[member]!.GetValue<string>() + "x";
        return credential.ToJsonString();
    }

    private static string WithChangedPayload(string token)
    {
        var parts = token.Split('.');
        var payload = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]))!.AsObject();
        return $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(WithChangedName(payload)))}.{parts[2]}";
    }
}
