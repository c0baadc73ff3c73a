using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Verbs;

/// <summary><c>cairn credential sign</c> and <c>derive</c>, run as a shell runs them.</summary>
public sealed class CredentialSignTests
{
    [Theory]
    [InlineData("credential")]
    [InlineData("credential", "sign", "-")]
    [InlineData("credential", "sign", "-", "--key", "-")]
    [InlineData("credential", "sign", "-", "--key", "k", "--suite", "rsa")]
    [InlineData("credential", "sign", "-", "--key", "k", "--mandatory", "/issuer")]
    [InlineData("credential", "sign", "-", "--key", "k", "--suite", "jwt", "--created", "2026-01-31T12:00:00Z")]
    [InlineData("credential", "derive")]
    public async Task Wrong_usage_is_64_and_says_what_is_wrong(params string[] words)
    {
        Finished run = await CairnProcess.RunAsync(words);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(64), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldStartWith("cairn: "));
    }

    [Fact]
    public async Task A_suite_the_key_cannot_do_is_64()
    {
        Finished run = await SignAsync(TestCredentials.Credential(), TestCredentials.Key, "--suite", "ecdsa-rdfc-2019");

        (run.ExitCode, run.Error).ShouldBe((64, "cairn: A key of type Ed25519 does not sign with ecdsa-rdfc-2019.\n"));
    }

    [Theory]
    [InlineData("nonsense", "At line 1, column 2: expected JSON")]
    [InlineData("[]", "no object")]
    [InlineData("""{"@context":[]}""", "At /@context/0: ")]
    [InlineData("""{"a":1,"a":2}""", "a second time")]
    public async Task What_is_no_credential_is_65_with_the_place(string input, string sentence)
    {
        Finished run = await SignAsync(input, TestCredentials.Key);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(65), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldStartWith("cairn: standard input: "), r => r.Error.ShouldContain(sentence));
    }

    [Theory]
    [InlineData("nonsense with zSecretInIt")]
    [InlineData("""{"type":"Multikey","secretKeyMultibase":"zSecretInIt"}""")]
    [InlineData("""{"type":"Multikey","secretKeyMultibase":"zSecretInIt","secretKeyMultibase":"zSecretInIt"}""")]
    [InlineData("""{"type":"Multikey"}""")]
    public async Task What_is_no_key_is_65_and_never_shown(string key)
    {
        Finished run = await SignAsync(TestCredentials.Credential(), key);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(65), r => r.Error.ShouldNotContain("SecretInIt"), r => r.Error.ShouldContain("Expected a Multikey with its secret"));
    }

    [Fact]
    public async Task A_word_that_would_be_lost_is_65_with_its_pointer()
    {
        string credential = TestCredentials.Credential().Replace(",\"https://www.w3.org/ns/credentials/examples/v2\"", "", StringComparison.Ordinal);

        Finished run = await SignAsync(credential, TestCredentials.Key);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(65), r => r.Error.ShouldContain("At /credentialSubject/points: "));
    }

    [Fact]
    public async Task Another_issuer_than_the_keys_is_signed_with_a_warning()
    {
        Finished run = await SignAsync(TestCredentials.Credential("did:web:school.example"), TestCredentials.Key);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(0), r => r.Error.ShouldStartWith("cairn: warning: The issuer is did:web:school.example, but the key is controlled by did:key:"), r => r.Output.ShouldContain("proofValue"));
    }

    [Fact]
    public async Task Apart_from_the_proof_nothing_changes()
    {
        Finished run = await SignAsync(TestCredentials.Credential(), TestCredentials.Key, "--created", "2026-01-31T12:00:00+01:00");

        JsonObject signed = TestCredentials.Json(run.Output);
        JsonObject proof = signed["proof"]!.AsObject();
        signed.Remove("proof");
        signed.ToJsonString().ShouldBe(TestCredentials.Json(TestCredentials.Credential()).ToJsonString());
        proof.ShouldSatisfyAllConditions(
            p => p.Select(member => member.Key).ShouldBe(["type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"]),
            p => p["created"]!.GetValue<string>().ShouldBe("2026-01-31T12:00:00+01:00"),
            p => p["verificationMethod"]!.GetValue<string>().ShouldStartWith(TestCredentials.Did + "#"));
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_credential_as_deep_as_the_limit_is_signed_and_verifies()
    {
        const int levels = 97;
        string deep = TestCredentials.Credential().Replace("1.50", string.Concat(Enumerable.Repeat("{\"in\":", levels)) + "1" + new string('}', levels), StringComparison.Ordinal);

        Finished signed = await SignAsync(deep, TestCredentials.Key, "--suite", "eddsa-jcs-2022");

        signed.ExitCode.ShouldBe(0, signed.Error);
        (await CairnProcess.RunAsync(signed.Output, ["credential", "verify", "-"])).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_word_null_leaves_the_date_out() =>
        TestCredentials.Json((await SignAsync(TestCredentials.Credential(), TestCredentials.Key, "--created", "null")).Output)["proof"]!.AsObject().ContainsKey("created").ShouldBeFalse();

    [Fact]
    public async Task A_date_that_is_none_is_65() => (await SignAsync(TestCredentials.Credential(), TestCredentials.Key, "--created", "today")).ExitCode.ShouldBe(65);

    [Fact]
    public async Task A_JWT_has_exactly_the_credential_as_its_payload_and_verifies()
    {
        Finished run = await SignAsync(TestCredentials.Credential(), TestCredentials.Key, "--suite", "jwt");

        string[] parts = run.Output.TrimEnd('\n').Split('.');
        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).ShouldSatisfyAllConditions(payload => JsonNode.DeepEquals(JsonNode.Parse(payload), TestCredentials.Json(TestCredentials.Credential())).ShouldBeTrue());
        (await CairnProcess.RunAsync(run.Output, ["credential", "verify", "-"])).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022")]
    [InlineData("eddsa-jcs-2022")]
    public async Task What_was_signed_verifies(string suite)
    {
        Finished signed = await SignAsync(TestCredentials.Credential(), TestCredentials.Key, "--suite", suite);

        (await CairnProcess.RunAsync(signed.Output, ["credential", "verify", "-"])).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_derived_shows_the_mandatory_and_the_revealed_parts()
    {
        Finished signed = await SignAsync(TestCredentials.Credential(TestCredentials.P256Did), TestCredentials.P256Key, "--suite", "ecdsa-sd-2023", "--mandatory", "/issuer", "--mandatory", "/validFrom");

        Finished derived = await CairnProcess.RunAsync(signed.Output, ["credential", "derive", "-", "--reveal", "/credentialSubject/name"]);

        JsonObject shown = TestCredentials.Json(derived.Output);
        derived.ExitCode.ShouldBe(0, derived.Error);
        shown.Select(member => member.Key).ShouldBe(["@context", "id", "type", "issuer", "validFrom", "credentialSubject", "proof"]);
        (await CairnProcess.RunAsync(derived.Output, ["credential", "verify", "-"])).ExitCode.ShouldBe(0);
        shown["credentialSubject"]!.ToJsonString().ShouldBe(TestCredentials.Json("""{"name":"Añá"}""").ToJsonString());
    }

    [Theory]
    [InlineData("At /credentialSubject/nothing: The pointer names nothing in the credential.", "/credentialSubject/nothing")]
    [InlineData("This is no JSON Pointer", "/credentialSubject/name", "validFrom")]
    [InlineData("No pointer names /credentialSubject", "/validFrom")]
    public async Task A_part_that_is_not_there_or_no_part_of_the_subject_is_65(string sentence, params string[] parts)
    {
        Finished signed = await SignAsync(TestCredentials.Credential(TestCredentials.P256Did), TestCredentials.P256Key, "--suite", "ecdsa-sd-2023");

        Finished derived = await CairnProcess.RunAsync(signed.Output, ["credential", "derive", "-", .. parts.SelectMany(part => new[] { "--reveal", part })]);

        derived.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(65), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldContain(sentence));
    }

    [Theory]
    [InlineData("key", "generate")]
    [InlineData("credential", "sign")]
    [InlineData("credential", "derive")]
    public async Task Help_has_examples(params string[] words)
    {
        Finished run = await CairnProcess.RunAsync([.. words, "--help"]);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(0), r => r.Output.ShouldContain($"cairn {string.Join(' ', words)} "), r => r.Error.ShouldBeEmpty());
    }

    private static async Task<Finished> SignAsync(string credential, string key, params string[] more)
    {
        using var file = new TemporaryFile(key);
        return await CairnProcess.RunAsync(credential, ["credential", "sign", "-", "--key", file.Path, .. more]);
    }
}
