using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.DataIntegrity;
using Cairn.Credentials.Json;
using Cairn.Credentials.Keys;
using Cairn.JsonLd;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.DataIntegrity;

/// <summary>The vectors of ecdsa-sd-2023 (Data Integrity ECDSA Cryptosuites 1.0, W3C Recommendation of 15 May 2025, appendix A.7): each file that can be compared.</summary>
public sealed class SelectiveVectorTests
{
    private const string Folder = "vc-di-ecdsa/TestVectors";

    public static TheoryData<string> Both { get; } = ["employ", "prc"];

    [Theory]
    [MemberData(nameof(Both))]
    public void The_canonical_statements_are_the_published_ones(string set) =>
        HashData.Canonical(JsonLdDocument.From(Unsigned(set)), Canonicalization.Rdfc10, HashAlgorithmName.SHA256, Contexts).ToArray().ShouldBe(Encoding.UTF8.GetBytes(string.Concat(Lines(File(set, "addBaseDocCanon")))));

    [Theory]
    [MemberData(nameof(Both))]
    public void The_statements_with_hidden_labels_are_the_published_ones(string set) => Whole(set).Lines.Select(Encoding.UTF8.GetString).ShouldBe(Lines(File(set, "addBaseDocHMACCanon")));

    [Theory]
    [MemberData(nameof(Both))]
    public void The_mandatory_statements_are_the_published_ones(string set)
    {
        var whole = Whole(set);

        var mandatory = whole.Places(whole.Quads(Pointers(set, "Mandatory")));

        var published = File(set, "addBaseTransform");
        mandatory.ShouldBe(Places(published["mandatory"]!));
        Enumerable.Range(0, whole.Lines.Count).Except(mandatory).ShouldBe(Places(published["nonMandatory"]!));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_hashes_are_the_published_ones(string set)
    {
        var data = Convert.ToHexStringLower(BaseData(set));

        var published = File(set, "addHashData");
        data[..64].ShouldBe(Text(published, "proofHash"));
        data[^64..].ShouldBe(Text(published, "mandatoryHash"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_canonical_proof_configuration_is_the_published_one(string set) =>
        Encoding.UTF8.GetString(HashData.Canonical(JsonLdDocument.From(File(set, "addProofConfig")), Canonicalization.Rdfc10, HashAlgorithmName.SHA256, Contexts).Span)
            .ShouldBe(Vectors.Text($"{Folder}/ecdsa-sd-2023/{set}/addProofConfigCanon.txt"));

    [Theory]
    [MemberData(nameof(Both))]
    public void The_published_base_signature_is_one_of_that_data(string set) =>
        Key("baseKeyPair").PublicKey.Verify(BaseData(set), Convert.FromHexString(Text(File(set, "addRawBaseSignatureInfo"), "baseSignature"))).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Both))]
    public void The_published_base_proof_holds_the_published_parts(string set)
    {
        var value = BaseValue(set);

        var published = File(set, "derivedRecoveredBaseData");
        value.ShouldSatisfyAllConditions(
            v => Convert.ToHexStringLower(v.BaseSignature).ShouldBe(Text(published, "baseSignature")),
            v => Multibase.EncodeBase58(v.PublicKey).ShouldBe(Text(published, "proofPublicKey")),
            v => Convert.ToHexStringLower(v.HmacKey).ShouldBe(Text(published, "hmacKey")),
            v => v.Signatures.Select(Convert.ToHexStringLower).ShouldBe(Lines(published["signatures"]!)),
            v => v.MandatoryPointers.ShouldBe(Pointers(set, "Mandatory")));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_published_base_proof_is_written_again_byte_for_byte(string set) =>
        Multibase.EncodeBase64Url(BaseValue(set).Write()).ShouldBe(Text(File(set, "addSignedSDBase")["proof"]!, "proofValue"));

    [Theory]
    [MemberData(nameof(Both))]
    public void The_published_base_proof_is_that_of_its_document(string set) =>
        EcdsaSd2023.IsBaseOf(JsonLdDocument.From(Unsigned(set)), Configuration(set), Key("baseKeyPair").PublicKey, BaseValue(set), Contexts).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Both))]
    public void What_the_pointers_select_are_the_published_statements(string set)
    {
        var whole = Whole(set);
        var mandatory = Pointers(set, "Mandatory");
        var selective = Pointers(set, "Selective");

        var published = File(set, "derivedGroupIndexes");
        whole.Places(whole.Quads(mandatory)).ShouldBe(Numbers(published["mandatoryIndexes"]!));
        whole.Places(whole.Quads(selective)).ShouldBe(Numbers(published["selectiveIndexes"]!));
        whole.Places(whole.Quads([.. mandatory, .. selective])).ShouldBe(Numbers(published["combinedIndexes"]!));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_derived_credential_is_the_published_one(string set)
    {
        var derived = CredentialDeriver.Derive(File(set, "addSignedSDBase").AsObject(), Pointers(set, "Selective"));

        JsonNode.DeepEquals(derived, File(set, "derivedRevealDocument")).ShouldBeTrue(derived.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_published_derived_proof_holds_the_published_parts(string set)
    {
        DerivedProofValue.TryRead(Multibase.DecodeBase64Url(Text(File(set, "derivedRevealDocument")["proof"]!, "proofValue"))!, out var value).ShouldBeTrue();

        var published = File(set, "derivedDisclosureData");
        value.ShouldSatisfyAllConditions(
            v => v.Signatures.Select(Convert.ToHexStringLower).ShouldBe(Lines(published["signatures"]!)),
            v => v.MandatoryIndexes.ShouldBe(Numbers(published["mandatoryIndexes"]!)),
            v => v.MandatoryIndexes.ShouldBe(Numbers(File(set, "derivedAdjMandatoryIndexes")["adjMandatoryIndexes"]!)),
            v => v.Signatures.Select(Convert.ToHexStringLower).ShouldBe(Lines(File(set, "derivedAdjSignatures")["filteredSignatures"]!)),
            v => v.Labels.OrderBy(label => label.Key).Select(label => Multibase.EncodeBase64Url(label.Value)).ShouldBe(published["labelMap"]!["value"]!.AsArray().Select(pair => pair![1]!.GetValue<string>())));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void The_published_derived_credential_verifies(string set) => Verify(File(set, "derivedRevealDocument")).Verdict.ShouldBe(Verdict.Valid);

    [Theory]
    [MemberData(nameof(Both))]
    public void The_published_base_credential_never_does(string set) => Verify(File(set, "addSignedSDBase")).Decisive.ShouldBe(
        new CheckResult("proof", CheckOutcome.Failed, "The proof is a base proof, which is its holder's own; only a proof derived from it can be verified.", ProblemTypes.ProofVerification));

    private static IDocumentLoader Contexts { get; } = DocumentsAtHand.With(null);

    private static SelectiveDocument Whole(string set) => new(JsonLdDocument.From(Unsigned(set)), HmacKey(), Contexts);

    private static byte[] BaseData(string set)
    {
        var whole = Whole(set);
        return EcdsaSd2023.BaseData(JsonLdDocument.From(Unsigned(set)), Configuration(set), Multibase.DecodeBase58(Key("proofKeyPair").PublicKey.ToMultibase())!,
            whole.Places(whole.Quads(Pointers(set, "Mandatory"))).Select(place => whole.Lines[place]), Contexts);
    }

    private static JsonLdDocument Configuration(string set) => JsonLdDocument.From(File(set, "addSignedSDBase")["proof"]).Without("proofValue");

    private static BaseProofValue BaseValue(string set)
    {
        BaseProofValue.TryRead(Multibase.DecodeBase64Url(Text(File(set, "addSignedSDBase")["proof"]!, "proofValue"))!, out var value).ShouldBeTrue();
        return value!;
    }

    private static VerificationReport Verify(JsonNode credential) =>
        CredentialVerifier.Verify(Encoding.UTF8.GetBytes(credential.ToJsonString()), new VerificationOptions { ProofOnly = true });

    private static JsonObject Unsigned(string set)
    {
        var signed = File(set, "addSignedSDBase").AsObject();
        signed.Remove("proof");
        return signed;
    }

    private static JsonObject Material() => Vectors.Json($"{Folder}/ecdsa-sd-2023/SDKeyMaterial.json");

    private static SigningKey Key(string pair) => TestKeys.Read(Material()[pair]!.AsObject());

    private static byte[] HmacKey() => Convert.FromHexString(Text(Material(), "hmacKeyString"));

    private static JsonNode File(string set, string name) => JsonNode.Parse(Vectors.Text($"{Folder}/ecdsa-sd-2023/{set}/{name}.json"))!;

    private static string[] Pointers(string set, string kind) => [.. JsonNode.Parse(Vectors.Text($"{Folder}/{(set == "prc" ? "prCred" : "employ")}{kind}.json"))!.AsArray().Select(pointer => pointer!.GetValue<string>())];

    private static IEnumerable<string> Lines(JsonNode list) => list.AsArray().Select(line => line!.GetValue<string>());

    private static IEnumerable<int> Numbers(JsonNode list) => list.AsArray().Select(number => number!.GetValue<int>());

    private static IEnumerable<int> Places(JsonNode group) => group["value"]!.AsArray().Select(pair => pair![0]!.GetValue<int>());

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
