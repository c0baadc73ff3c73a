using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Verdicts;

/// <summary>The check <c>holder</c>: like is compared with like, in clear or hashed.</summary>
public sealed class IsAboutTheExpectedHolderTests
{
    private static CheckResult Row(string expected, Action<JsonObject>? subject = null) =>
        Award.Verify(Award.Signed(award => subject?.Invoke(award["credentialSubject"]!.AsObject())), asked: options => options with { ExpectedHolder = expected }).Row("holder");

    private static Action<JsonObject> Identity(string type, string hash, bool hashed, string? salt = null) => subject =>
    {
        var identity = new JsonObject { ["type"] = "IdentityObject", ["hashed"] = hashed, ["identityHash"] = hash, ["identityType"] = type };
        if (salt is not null)
            identity["salt"] = salt;
        subject["identifier"] = new JsonArray(identity);
        subject.Remove("id");
    };

    private static string Hash(string text) => "sha256$" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("did:example:other")]
    [InlineData("other@example.org", "emailAddress", "adaeze@example.org")]
    public void Another_holder_is_refused(string expected, string? type = null, string? identity = null)
    {
        var row = Row(expected, type is null ? null : Identity(type, identity!, hashed: false));

        row.ShouldSatisfyAllConditions(r => r.Outcome.ShouldBe(CheckOutcome.Failed), r => r.Problem.ShouldNotBeNull());
    }

    [Fact]
    public void Another_address_than_the_hashed_one_is_refused() =>
        Row("other@example.org", Identity("emailAddress", Hash("adaeze@example.orgsalty"), hashed: true, "salty")).Outcome.ShouldBe(CheckOutcome.Failed);

    [Fact]
    public void The_right_address_with_another_salt_is_refused() =>
        Row("adaeze@example.org", Identity("emailAddress", Hash("adaeze@example.orgsalty"), hashed: true, "sweet")).Outcome.ShouldBe(CheckOutcome.Failed);

    [Theory]
    [InlineData("Adaeze Nwosu")]
    [InlineData("adaeze@example.org")]
    public void What_cannot_be_compared_leaves_it_unknown(string expected) => Row(expected).Outcome.ShouldBe(CheckOutcome.NotChecked);

    [Fact]
    public void A_name_is_not_compared_with_an_address() =>
        Row("Adaeze Nwosu", Identity("emailAddress", Hash("Adaeze Nwosu"), hashed: true)).Outcome.ShouldBe(CheckOutcome.NotChecked);

    [Fact]
    public void A_hash_of_an_unknown_kind_leaves_it_unknown() =>
        Row("adaeze@example.org", Identity("emailAddress", "md5$abc", hashed: true)).Outcome.ShouldBe(CheckOutcome.NotChecked);

    [Fact]
    public void The_subjects_id_passes() => Row("did:example:adaeze").Outcome.ShouldBe(CheckOutcome.Passed);

    [Fact]
    public void A_mail_address_as_id_passes() => Row("Adaeze@Example.org", subject => subject["id"] = "mailto:adaeze@example.org").Outcome.ShouldBe(CheckOutcome.Passed);

    [Theory]
    [InlineData("adaeze@example.org")]
    [InlineData(" ADAEZE@example.org ")]
    public void A_hashed_address_passes(string expected) => Row(expected, Identity("emailAddress", Hash("adaeze@example.orgsalty"), hashed: true, "salty")).Outcome.ShouldBe(CheckOutcome.Passed);

    [Theory]
    [InlineData("adaeze  nwosu")]
    [InlineData("Adaeze Nwosu")]
    public void A_name_passes_whatever_its_case_and_spaces(string expected) => Row(expected, Identity("name", "Adaeze Nwosu", hashed: false)).Outcome.ShouldBe(CheckOutcome.Passed);
}
