using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.Keys;
using Cairn.JsonLd;
using Cairn.JsonLd.Tests;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Verdicts;

/// <summary>The check <c>relatedResource</c>: digests of what a credential points to.</summary>
public sealed class RelatedResourcesAreUnchangedTests
{
    private const string Url = "https://issuer.example/log.txt";
    private const string Text = "Hours of supervision: 30\n";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Text);

    private static CheckResult Row(string url, string member, string digest, string? text = Text)
    {
        var award = Award.Signed(award => award["relatedResource"] = new JsonArray(new JsonObject { ["id"] = url, [member] = digest }));
        return Award.Verify(award, text is null ? null : new MemoryLoader((Url, text))).Row("relatedResource");
    }

    private static string Sri(string name, byte[] digest) => $"{name}-{Convert.ToBase64String(digest)}";

    private static string Multihash(params byte[] bytes) => Multibase.EncodeBase64Url(bytes);

    [Fact]
    public void A_resource_that_is_not_at_hand_leaves_it_unknown() =>
        Row(Url, "digestSRI", Sri("sha256", SHA256.HashData(Bytes)), text: null).Outcome.ShouldBe(CheckOutcome.NotChecked);

    [Fact]
    public void One_letter_changed_is_refused() =>
        Row(Url, "digestSRI", Sri("sha256", SHA256.HashData(Bytes)), Text.Replace("30", "31", StringComparison.Ordinal)).Outcome.ShouldBe(CheckOutcome.Failed);

    [Theory]
    [InlineData("digestSRI", "md5-1B2M2Y8AsgTpgAmY7PhCfg==")]
    [InlineData("digestSRI", "nonsense")]
    [InlineData("digestMultibase", "zQm")]
    [InlineData("digestMultibase", "nonsense")]
    public void A_digest_of_an_unknown_kind_leaves_it_unknown(string member, string digest) => Row(Url, member, digest).Outcome.ShouldBe(CheckOutcome.NotChecked);

    [Fact]
    public void Of_several_digests_the_strongest_kind_counts() =>
        Row(Url, "digestSRI", $"{Sri("sha256", SHA256.HashData(Bytes))} {Sri("sha512", new byte[64])}").Outcome.ShouldBe(CheckOutcome.Failed);

    [Fact]
    public void The_right_digests_pass()
    {
        Row(Url, "digestSRI", Sri("sha256", SHA256.HashData(Bytes))).Outcome.ShouldBe(CheckOutcome.Passed);
        Row(Url, "digestSRI", Sri("sha384", SHA384.HashData(Bytes))).Outcome.ShouldBe(CheckOutcome.Passed);
        Row(Url, "digestSRI", Sri("sha512", SHA512.HashData(Bytes))).Outcome.ShouldBe(CheckOutcome.Passed);
        Row(Url, "digestMultibase", Multihash([0x12, 32, .. SHA256.HashData(Bytes)])).Outcome.ShouldBe(CheckOutcome.Passed);
        Row(Url, "digestMultibase", Multihash([0x20, 48, .. SHA384.HashData(Bytes)])).Outcome.ShouldBe(CheckOutcome.Passed);
        Row(Url, "digestMultibase", Multibase.EncodeBase58([0x12, 32, .. SHA256.HashData(Bytes)])).Outcome.ShouldBe(CheckOutcome.Passed);
    }

    [Fact]
    public void A_context_of_the_library_is_compared_as_it_was_published() =>
        Row("https://www.w3.org/ns/credentials/v2", "digestSRI", Sri("sha256", Convert.FromHexString("59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"))).Outcome.ShouldBe(CheckOutcome.Passed);

    [Fact]
    public void A_context_with_another_digest_is_refused() =>
        Row("https://www.w3.org/ns/credentials/v2", "digestSRI", Sri("sha256", new byte[32])).Outcome.ShouldBe(CheckOutcome.Failed);

    [Fact]
    public void A_context_whose_bytes_were_written_anew_leaves_it_unknown()
    {
        var copy = EmbeddedContexts.All.Values.First(context => !context.DigestIsAuthoritative);

        Row(copy.Url, "digestSRI", Sri("sha256", Convert.FromHexString(copy.Sha256))).Outcome.ShouldBe(CheckOutcome.NotChecked);
    }

    [Fact]
    public void A_given_document_stands_for_no_context_of_the_library_under_its_address_with_a_fragment_either()
    {
        const string Ours = "https://www.w3.org/ns/credentials/v2";
        var award = Award.Signed(award => award["relatedResource"] = new JsonArray(new JsonObject { ["id"] = Ours + "#x", ["digestSRI"] = Sri("sha256", SHA256.HashData(Bytes)) }));

        Award.Verify(award, new MemoryLoader((Ours, Text), (Ours + "#x", Text))).Row("relatedResource").Outcome.ShouldBe(CheckOutcome.Failed);
    }
}
