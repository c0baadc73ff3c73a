using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Jose;

/// <summary>A status list that comes as a token, as Bitstring Status List 1.0 wants it of credentials that are tokens.</summary>
public sealed class StatusListTokenTests
{
    private const string Url = "https://issuer.example/status/1";

    [Theory]
    [InlineData(0, Verdict.Valid)]
    [InlineData(1, Verdict.Invalid)]
    public void It_says_what_is_revoked(int value, Verdict verdict)
    {
        using var key = Tokens.Key();

        Tokens.Verify(Token(key), (Url, List(key, value))).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void One_by_another_key_cannot_be_relied_on()
    {
        using var key = Tokens.Key();
        using var other = Tokens.Key(first: 9);
        var list = StatusList.Create();

        var report = Tokens.Verify(Token(key), (Url, JwsSigner.Sign(list.ToCredential(Url, key.Controller, "revocation", Models.Builders.From), other)));

        report.Verdict.ShouldBe(Verdict.Unknown);
        report.Row("status").Problem.ShouldBe(ProblemTypes.StatusVerification);
    }

    private static string List(SigningKey key, int value)
    {
        var list = StatusList.Create();
        list.Set(7, value);
        return JwsSigner.Sign(list.ToCredential(Url, key.Controller, "revocation", Models.Builders.From), key);
    }

    private static string Token(SigningKey key)
    {
        var credential = Tokens.Credential(key.Controller);
        credential["credentialStatus"] = new JsonObject
        {
            ["id"] = Url + "#7",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = "revocation",
            ["statusListIndex"] = "7",
            ["statusListCredential"] = Url,
        };
        return JwsSigner.Sign(credential, key);
    }
}
