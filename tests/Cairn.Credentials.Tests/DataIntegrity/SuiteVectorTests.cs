using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.Json;
using Cairn.JsonLd;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.DataIntegrity;

/// <summary>
/// The vectors of Data Integrity EdDSA and ECDSA Cryptosuites 1.0 (W3C Recommendations of 15 May 2025, appendices A), of all suites that sign a document
/// as a whole: each step that is published.
/// </summary>
public sealed class SuiteVectorTests
{
    private const string Eddsa = "vc-di-eddsa/TestVectors";
    private const string Ecdsa = "vc-di-ecdsa/TestVectors";

    /// <summary>Folder, the end of the file names, the suite.</summary>
    public static TheoryData<string, string, string> All { get; } = new()
    {
        { $"{Eddsa}/eddsa-rdfc-2022", "DataInt", "eddsa-rdfc-2022" },
        { $"{Eddsa}/eddsa-rdfc-2022/employ", "DataInt", "eddsa-rdfc-2022" },
        { $"{Eddsa}/eddsa-jcs-2022", "JCS", "eddsa-jcs-2022" },
        { $"{Eddsa}/Ed25519Signature2020", "EdSig", "Ed25519Signature2020" },
        { $"{Ecdsa}/ecdsa-rdfc-2019-p256", "ECDSAP256", "ecdsa-rdfc-2019" },
        { $"{Ecdsa}/ecdsa-rdfc-2019-p256/employ", "ECDSAP256", "ecdsa-rdfc-2019" },
        { $"{Ecdsa}/ecdsa-rdfc-2019-p384", "ECDSAP384", "ecdsa-rdfc-2019" },
        { $"{Ecdsa}/ecdsa-rdfc-2019-p384/employ", "ECDSAP384", "ecdsa-rdfc-2019" },
        { $"{Ecdsa}/ecdsa-jcs-2019-p256", "JCSECDSAP256", "ecdsa-jcs-2019" },
        { $"{Ecdsa}/ecdsa-jcs-2019-p384", "JCSECDSAP384", "ecdsa-jcs-2019" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void The_canonical_document_is_the_published_one(string folder, string end, string suite) =>
        Canonical(suite, end, Document(folder, end)).ShouldBe(Vectors.Text($"{folder}/canonDoc{end}.txt"));

    [Theory]
    [MemberData(nameof(All))]
    public void The_canonical_proof_configuration_is_the_published_one(string folder, string end, string suite) =>
        Canonical(suite, end, Configuration(folder, end)).ShouldBe(Vectors.Text($"{folder}/proofCanon{end}.txt"));

    [Theory]
    [MemberData(nameof(All))]
    public void The_hashes_are_the_published_ones_with_that_of_the_proof_first(string folder, string end, string suite)
    {
        var data = Convert.ToHexStringLower(HashData(folder, end, suite));

        data.ShouldSatisfyAllConditions(
            d => d.ShouldBe(Hex($"{folder}/combinedHash{end}.txt")),
            d => d.ShouldBe(Hex($"{folder}/proofHash{end}.txt") + Hex($"{folder}/docHash{end}.txt")));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_published_signature_is_one_of_that_hash_data(string folder, string end, string suite) =>
        Key(end).Verify(HashData(folder, end, suite), Convert.FromHexString(Hex($"{folder}/sigHex{end}.txt"))).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(All))]
    public void The_published_credential_verifies(string folder, string end, string suite) =>
        Verify(Vectors.Json($"{folder}/signed{end}.json")).Verdict.ShouldBe(Verdict.Valid, suite);

    [Theory]
    [MemberData(nameof(All))]
    public void A_changed_word_does_not(string folder, string end, string suite)
    {
        var signed = Vectors.Json($"{folder}/signed{end}.json");
        signed["name"] = signed["name"]!.GetValue<string>() + ".";

        Verify(signed).Decisive.ShouldBe(new CheckResult("proof", CheckOutcome.Failed, "The signature is not that of this text: something was changed after signing, or another key signed.", ProblemTypes.CryptographicSecurity), suite);
    }

    [Theory]
    [InlineData("eddsa-rdfc-2022", "DataInt")]
    [InlineData("eddsa-rdfc-2022/employ", "DataInt")]
    [InlineData("eddsa-jcs-2022", "JCS")]
    public void The_same_Ed25519_key_and_date_give_the_published_proof_byte_for_byte(string folder, string end)
    {
        var published = Vectors.Json($"{Eddsa}/{folder}/signed{end}.json");
        using var key = TestKeys.Read(Vectors.Json($"{Eddsa}/keyPair.json"));

        var ours = CredentialSigner.Sign(Unsigned(published), key, OptionsOf(published));

        JsonNode.DeepEquals(ours["proof"], published["proof"]).ShouldBeTrue();
    }

    [Theory]
    [InlineData("ecdsa-rdfc-2019-p256", "ECDSAP256")]
    [InlineData("ecdsa-rdfc-2019-p384", "ECDSAP384")]
    [InlineData("ecdsa-rdfc-2019-p384/employ", "ECDSAP384")]
    [InlineData("ecdsa-jcs-2019-p256", "JCSECDSAP256")]
    [InlineData("ecdsa-jcs-2019-p384", "JCSECDSAP384")]
    public void The_same_ECDSA_key_gives_the_published_proof_but_for_its_value_which_verifies(string folder, string end)
    {
        var published = Vectors.Json($"{Ecdsa}/{folder}/signed{end}.json");
        using var key = TestKeys.Read(Vectors.Json($"{Ecdsa}/{(end.EndsWith("256", StringComparison.Ordinal) ? "p256" : "p384")}KeyPair.json"));

        var ours = CredentialSigner.Sign(Unsigned(published), key, OptionsOf(published));

        Verify(ours).Verdict.ShouldBe(Verdict.Valid);
        ours["proof"]!.AsObject().Remove("proofValue");
        published["proof"]!.AsObject().Remove("proofValue");
        JsonNode.DeepEquals(ours["proof"], published["proof"]).ShouldBeTrue();
    }

    private static SigningOptions OptionsOf(JsonObject published) => new()
    {
        Cryptosuite = published["proof"]!["cryptosuite"]!.GetValue<string>(),
        Created = published["proof"]!["created"]!.GetValue<string>(),
    };

    private static VerificationReport Verify(JsonObject credential) =>
        CredentialVerifier.Verify(Encoding.UTF8.GetBytes(credential.ToJsonString()), new VerificationOptions { ProofOnly = true });

    private static JsonLdDocument Document(string folder, string end) => JsonLdDocument.From(Unsigned(Vectors.Json($"{folder}/signed{end}.json")));

    private static JsonLdDocument Configuration(string folder, string end) => JsonLdDocument.From(Vectors.Json($"{folder}/proofConfig{end}.json"));

    private static JsonObject Unsigned(JsonObject signed)
    {
        var unsigned = signed.DeepClone().AsObject();
        unsigned.Remove("proof");
        return unsigned;
    }

    private static byte[] HashData(string folder, string end, string suite) =>
        new HashData(DocumentsAtHand.With(null)).Of(Document(folder, end), Configuration(folder, end), Suite(suite), Key(end).Type);

    private static string Canonical(string suite, string end, JsonLdDocument document) =>
        Encoding.UTF8.GetString(Credentials.DataIntegrity.HashData.Canonical(document, Suite(suite).Canonicalization, Suite(suite).HashFor(Key(end).Type), DocumentsAtHand.With(null)).Span);

    private static Cryptosuite Suite(string name) => Cryptosuites.All.GetValueOrDefault(name) ?? Ed25519Signature2020.Suite;

    private static PublicKey Key(string end) => PublicKey.FromMultibase(Vectors.Json(
        end.EndsWith("256", StringComparison.Ordinal) ? $"{Ecdsa}/p256KeyPair.json" : end.EndsWith("384", StringComparison.Ordinal) ? $"{Ecdsa}/p384KeyPair.json" : $"{Eddsa}/keyPair.json")["publicKeyMultibase"]!.GetValue<string>());

    private static string Hex(string file) => Vectors.Text(file).Trim();
}
