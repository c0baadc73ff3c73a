using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Lines;

/// <summary>The operations <c>sign</c> and <c>derive</c> of <c>cairn lines</c>.</summary>
public sealed class SignLinesTests
{
    [Theory]
    [InlineData("""{"key":KEY}""", "The line has no credential.")]
    [InlineData("""{"credential":CREDENTIAL}""", "The line has no key.")]
    [InlineData("""{"credential":CREDENTIAL,"key":"zSecretInIt"}""", "A key is a JSON object; this is none.")]
    [InlineData("""{"credential":CREDENTIAL,"key":{"type":"Multikey"}}""", "The key has no secretKeyMultibase.")]
    [InlineData("""{"credential":CREDENTIAL,"key":KEY,"suite":7}""", "The member suite is not a text.")]
    [InlineData("""{"credential":CREDENTIAL,"key":KEY,"suite":"ecdsa-sd-2023"}""", "A key of type Ed25519 does not sign with ecdsa-sd-2023.")]
    [InlineData("""{"credential":CREDENTIAL,"key":KEY,"created":5}""", "The member created is not a text.")]
    [InlineData("""{"credential":CREDENTIAL,"key":KEY,"mandatoryPointers":"/issuer"}""", "The member mandatoryPointers is not an array of texts.")]
    [InlineData("""{"credential":"text","key":KEY}""", "Found JSON that is no object; expected a credential.")]
    [InlineData("""{"credential":{"@context":["https://www.w3.org/ns/credentials/v2"]},"key":KEY}""", "At /type: Found no type; expected a text, or an array of texts.")]
    public async Task A_line_that_cannot_be_signed_gets_a_sentence(string members, string sentence) =>
        (await AnswerAsync("sign", members))["error"]!.GetValue<string>().ShouldBe(sentence);

    [Theory]
    [InlineData("""{"credential":CREDENTIAL}""", "The line has no selectivePointers.")]
    [InlineData("""{"credential":CREDENTIAL,"selectivePointers":[1]}""", "The member selectivePointers is not an array of texts.")]
    [InlineData("""{"credential":CREDENTIAL,"selectivePointers":null}""", "The member selectivePointers is not an array of texts.")]
    [InlineData("""{"credential":CREDENTIAL,"selectivePointers":[]}""", "At /proof: The credential has 0 proofs with the cryptosuite ecdsa-sd-2023; expected one.")]
    public async Task A_line_that_cannot_be_derived_gets_a_sentence(string members, string sentence) =>
        (await AnswerAsync("derive", members))["error"]!.GetValue<string>().ShouldBe(sentence);

    [Fact]
    public async Task A_credential_is_signed_and_nothing_else_of_it_changes()
    {
        JsonObject signed = (await AnswerAsync("sign", """{"credential":CREDENTIAL,"key":KEY,"created":"2026-01-31T12:00:00Z"}"""))["result"]!.AsObject();

        signed["proof"]!["created"]!.GetValue<string>().ShouldBe("2026-01-31T12:00:00Z");
        signed.Remove("proof");
        signed.ToJsonString().ShouldBe(TestCredentials.Json(TestCredentials.Credential()).ToJsonString());
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022")]
    [InlineData("jwt")]
    public async Task Another_issuer_than_the_keys_is_signed_with_a_warning(string suite) =>
        (await AnswerAsync("sign", $$"""{"credential":{{TestCredentials.Credential("did:web:school.example")}},"key":KEY,"suite":"{{suite}}"}"""))["warning"]!.GetValue<string>()
            .ShouldStartWith("The issuer is did:web:school.example, but the key is controlled by did:key:");

    [Theory]
    [InlineData(",\"created\":null", false)]
    [InlineData("", true)]
    public async Task A_date_that_is_null_is_left_out_and_one_that_is_absent_is_now(string member, bool dated) =>
        (await AnswerAsync("sign", $$"""{"credential":CREDENTIAL,"key":KEY{{member}}}"""))["result"]!["proof"]!.AsObject().ContainsKey("created").ShouldBe(dated);

    [Fact]
    public async Task A_JWT_is_a_text_that_verifies()
    {
        string jwt = (await AnswerAsync("sign", """{"credential":CREDENTIAL,"key":KEY,"suite":"jwt"}"""))["result"]!.GetValue<string>();

        (await AnswerAsync("verify", $$"""{"credential":"{{jwt}}"}"""))["result"]!["verdict"]!.GetValue<string>().ShouldBe("valid");
    }

    [Fact]
    public async Task What_was_signed_statement_by_statement_is_derived()
    {
        string members = $$"""{"credential":{{TestCredentials.Credential(TestCredentials.P256Did)}},"key":{{TestCredentials.P256Key}},"suite":"ecdsa-sd-2023","mandatoryPointers":["/issuer"]}""";
        JsonNode signed = (await AnswerAsync("sign", members))["result"]!;

        JsonObject derived = (await AnswerAsync("derive", $$"""{"credential":{{signed.ToJsonString()}},"selectivePointers":["/credentialSubject/points"]}"""))["result"]!.AsObject();

        (await AnswerAsync("verify", $$"""{"credential":{{derived.ToJsonString()}} }"""))["result"]!["verdict"]!.GetValue<string>().ShouldBe("valid");
        derived.Select(member => member.Key).ShouldBe(["@context", "id", "type", "issuer", "credentialSubject", "proof"]);
    }

    private static async Task<JsonObject> AnswerAsync(string op, string members)
    {
        string line = members.Replace("CREDENTIAL", TestCredentials.Credential(), StringComparison.Ordinal).Replace("KEY", TestCredentials.Key, StringComparison.Ordinal);
        Finished run = await CairnProcess.RunAsync($$"""{"id":1,"op":"{{op}}",{{line[1..]}}""", ["lines"]);
        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(0), r => r.Error.ShouldBeEmpty(), r => r.Lines.Length.ShouldBe(1), r => r.Output.ShouldNotContain("SecretInIt"));
        return JsonDocument.Parse(run.Lines[0]).RootElement.Deserialize<JsonObject>()!;
    }
}
