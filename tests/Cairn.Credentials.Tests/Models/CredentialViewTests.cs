using System.Text;
using System.Text.Json.Nodes;
using Cairn.Credentials.Models;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Models;

/// <summary>What a document says, whatever its version, and nothing where it says nothing.</summary>
public sealed class CredentialViewTests
{
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("hello")]
    [InlineData("<svg/>")]
    public void What_is_no_document_is_refused(string text) => Should.Throw<CredentialException>(() => CredentialView.Read(Encoding.UTF8.GetBytes(text)));

    /// <summary>Anything may stand anywhere; the view is null there and never throws.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("[[null]]")]
    [InlineData("{}")]
    [InlineData("""{"id":{},"name":[{"@value":7}],"type":[1]}""")]
    public void A_member_of_another_shape_is_no_error(string value)
    {
        foreach (var member in new[] { "type", "id", "name", "issuer", "credentialSubject", "badge", "recipient", "evidence", "image", "validFrom", "verifiableCredential" })
        {
            var json = new JsonObject { ["type"] = "Assertion", ["credentialSubject"] = new JsonObject { ["achievement"] = JsonNode.Parse(value), ["result"] = JsonNode.Parse(value), ["identifier"] = JsonNode.Parse(value) } };
            json[member] = JsonNode.Parse(value);
            var view = CredentialView.Of(json);
            foreach (var property in typeof(CredentialView).GetProperties())
                Should.NotThrow(() => property.GetValue(view));
        }
    }

    [Fact]
    public void An_award_of_version_3_is_read()
    {
        var view = CredentialView.Of(Builders.Largest().ToJson());

        view.ShouldSatisfyAllConditions(
            v => v.Name.ShouldBe("Añá 😀"),
            v => v.IssuerName.ShouldBe("College"),
            v => v.IssuerId.ShouldBe(Award.Key.Controller),
            v => v.SubjectId.ShouldBe("did:example:adaeze"),
            v => v.SubjectName.ShouldBe("Adaeze Obi"),
            v => v.AchievementName.ShouldBe("Forklift Safety"),
            v => v.AchievementType.ShouldBe("MicroCredential"),
            v => v.CriteriaUrl.ShouldBe("https://issuer.example/achievements/forklift/criteria"),
            v => v.ValidUntil.ShouldBe(Builders.From.AddYears(3)),
            v => v.Results.ShouldBe([new ResultView("Score", "93", null, null), new ResultView("Level", null, "Completed", "Mastered")]),
            v => v.Evidence.Select(evidence => evidence.Url).ShouldBe(["https://issuer.example/evidence/1", null]),
            v => v.Alignments.ShouldBe([new AlignmentView("Operate forklift", "http://data.europa.eu/esco/skill/1", "S8.1", "ESCO")]),
            v => v.Tags.ShouldBe(["forklift", "safety"]),
            v => v.Endorsements.Select(endorsement => endorsement.EndorsementComment).ShouldBe(["We hire who has it.", "We hire who has it."]),
            v => v.Image.ShouldBe("data:image/png;base64,AAAA"));
    }

    [Fact]
    public void An_assertion_of_version_2_is_read()
    {
        var view = CredentialView.Of(OpenBadges2.Badge.Assertion());

        view.ShouldSatisfyAllConditions(
            v => v.IsOpenBadges2.ShouldBeTrue(),
            v => v.Name.ShouldBe("Forklift Safety"),
            v => v.IssuerId.ShouldBe("https://old.example/issuer"),
            v => v.IssuerName.ShouldBe("Old College"),
            v => v.Identities.ShouldBe([new IdentityView("email", "sha256$abc", true)]),
            v => v.CriteriaNarrative.ShouldBe("Passed the test."),
            v => v.ValidFrom.ShouldBe(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            v => v.ValidUntil.ShouldBe(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_record_shows_what_is_in_it() => CredentialView.Of(Builders.Record(Builders.Credential().ToJson()).ToJson()).Credentials.Select(inside => inside.Name).ShouldBe(["Forklift Safety"]);

    [Fact]
    public void A_presentation_shows_what_is_in_its_envelopes()
    {
        var presentation = new JsonObject
        {
            ["type"] = "VerifiablePresentation",
            ["holder"] = "did:example:adaeze",
            ["verifiableCredential"] = new JsonArray(new JsonObject { ["type"] = "EnvelopedVerifiableCredential", ["id"] = "data:application/vc+jwt," + JwsSigner.Sign(Builders.Credential().ToJson(), Award.Key) }),
        };

        var view = CredentialView.Of(presentation);

        view.IssuerId.ShouldBe("did:example:adaeze");
        view.Credentials.Single().AchievementName.ShouldBe("Forklift Safety");
    }

    [Theory]
    [InlineData("es", "Hola")]
    [InlineData("en", "Hello")]
    [InlineData("de", "Salut")]
    public void The_asked_language_is_taken_where_there_is_one(string language, string expected)
    {
        var values = JsonNode.Parse("""[{"@value":"Hello","@language":"en-US"},{"@value":"Hola","@language":"es"},"Salut"]""");

        CredentialView.Of(new JsonObject { ["name"] = values }, language).Name.ShouldBe(expected);
    }

    [Fact]
    public void A_language_map_is_read() => CredentialView.Of(JsonNode.Parse("""{"name":{"es":"Hola","en":["Hello"]}}""")!.AsObject()).Name.ShouldBe("Hello");

    [Fact]
    public void Unknown_members_stay() => CredentialView.Of(new JsonObject { ["ext:mine"] = 1 }).Json["ext:mine"]!.GetValue<int>().ShouldBe(1);

    [Fact]
    public void A_picture_with_a_token_in_it_is_opened()
    {
        var token = JwsSigner.Sign(Builders.Credential().ToJson(), Award.Key);

        CredentialView.Read(Credentials.Baking.Bake(Encoding.UTF8.GetBytes(Baking.Pictures.Svg), Encoding.UTF8.GetBytes(token))).Name.ShouldBe("Forklift Safety");
    }

    /// <summary>What shows a document must not judge it: there is no word for it here.</summary>
    [Fact]
    public void No_member_says_that_it_is_valid() => typeof(CredentialView).GetProperties().Select(property => property.Name)
        .Where(name => name is not ("ValidFrom" or "ValidUntil")).ShouldAllBe(name => !name.Contains("Valid", StringComparison.Ordinal) && !name.Contains("Verif", StringComparison.Ordinal) && !name.Contains("Trust", StringComparison.Ordinal));
}
