using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.DataIntegrity;

/// <summary>The vectors of Data Integrity EdDSA Cryptosuites 1.0 (W3C Recommendation of 15 May 2025, appendix A).</summary>
public sealed class EddsaVectorTests
{
    private const string Folder = "vc-di-eddsa/TestVectors";

    [Theory]
    [InlineData("unsigned.json", "eddsa-rdfc-2022/signedDataInt.json", "eddsa-rdfc-2022", "2023-02-24T23:36:38Z")]
    [InlineData("employmentAuth.json", "eddsa-rdfc-2022/employ/signedDataInt.json", "eddsa-rdfc-2022", "2023-02-26T22:06:38Z")]
    public void The_same_key_and_date_give_the_published_proof(string input, string output, string suite, string created)
    {
        var published = Vectors.Json($"{Folder}/{output}");
        using var key = Key();

        var ours = CredentialSigner.Sign(Vectors.Json($"{Folder}/{input}"), key, new SigningOptions { Cryptosuite = suite, Created = published["proof"]!["created"]?.GetValue<string>() ?? created });

        ours["proof"]!["proofValue"]!.GetValue<string>().ShouldBe(published["proof"]!["proofValue"]!.GetValue<string>());
    }

    [Fact]
    public void A_published_credential_verifies() => Verdict(Vectors.Text($"{Folder}/eddsa-rdfc-2022/signedDataInt.json")).ShouldBe(Credentials.Verdict.Valid);

    [Fact]
    public void A_changed_word_does_not() =>
        Verdict(Vectors.Text($"{Folder}/eddsa-rdfc-2022/signedDataInt.json").Replace("The School of Examples", "The School of Example", StringComparison.Ordinal)).ShouldBe(Credentials.Verdict.Invalid);

    private static Verdict Verdict(string credential) =>
        CredentialVerifier.Verify(Encoding.UTF8.GetBytes(credential), new VerificationOptions { ProofOnly = true }).Verdict;

    /// <summary>The published key has its seed in the older member.</summary>
    private static SigningKey Key()
    {
        var pair = Vectors.Json($"{Folder}/keyPair.json");
        return SigningKey.Read(new JsonObject
        {
            ["type"] = "Multikey",
            ["publicKeyMultibase"] = pair["publicKeyMultibase"]!.DeepClone(),
            ["privateKeyMultibase"] = pair["privateKeyMultibase"]!.DeepClone(),
        });
    }
}
