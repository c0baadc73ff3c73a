using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Baking;

/// <summary>Credentials in SVG pictures: what is refused first, then what comes back.</summary>
[Properties(Replay = "(20261126,7)")]
public sealed class SvgTests
{
    private const string Jws = "eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.AAAA";
    private const string Open = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="https://purl.imsglobal.org/ob/v3p0">""";

    [Fact]
    public void A_picture_that_is_nested_without_end_is_refused() =>
        Should.Throw<CredentialException>(() => Cairn.Credentials.Baking.Unbake(Encoding.UTF8.GetBytes("<svg>" + string.Concat(Enumerable.Repeat("<g>", 1_001))))).Message.ShouldContain("more than 1000 levels");

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>", "DTD")]
    [InlineData("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg/>", "DTD")]
    [InlineData("<svg>", "no well-formed XML")]
    [InlineData("<svg/><svg/>", "no well-formed XML")]
    [InlineData("<svg>&xxe;</svg>", "no well-formed XML")]
    [InlineData("<html/>", "its root is html")]
    [InlineData("<svg/>", "no credential")]
    [InlineData("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><svg/>", "its encoding is ISO-8859-1")]
    [InlineData(Open + "<o:credential/></svg>", "empty")]
    [InlineData(Open + "<o:credential> <![CDATA[ ]]> </o:credential></svg>", "empty")]
    [InlineData(Open + "<o:credential verify='a.b.c'/><o:credential verify='a.b.c'/></svg>", "2 credentials")]
    [InlineData(Open + "<o:credential verify='a.b.c'><![CDATA[{}]]></o:credential></svg>", "two credentials")]
    [InlineData(Open + "<g><o:credential verify='a.b.c'/></g></svg>", "directly in svg")]
    [InlineData(Open + "<o:credential><script>alert(1)</script></o:credential></svg>", "expected text")]
    public void It_is_refused(string svg, string why) => Refusal(Encoding.UTF8.GetBytes(svg)).ShouldContain(why);

    [Fact]
    public void Bad_utf8_is_refused() => Refusal([.. "<svg>"u8, 0xC3, 0x28, .. "</svg>"u8]).ShouldContain("not UTF-8");

    [Fact]
    public void A_character_that_xml_cannot_hold_is_not_baked() =>
        Should.Throw<CredentialException>(() => Bake(Pictures.Svg, "{\"a\":\"\uFFFE\"}")).Message.ShouldContain("bake it into a PNG");

    [Theory]
    [InlineData(Pictures.Json)]
    [InlineData(Jws)]
    [InlineData("""{"a":"]]>","b":"<![CDATA[","c":"]]]]>>"}""")]
    [InlineData("{\r\n  \"a\": 1\r\n}\r\n")]
    [InlineData("\r{\"a\":1}\r")]
    [InlineData("\n {\"a\":1} \n")]
    public void What_was_baked_comes_back_exactly(string credential) => Text(Credentials.Baking.Unbake(Bake(Pictures.Svg, credential))).ShouldBe(credential);

    [Fact]
    public void Json_stands_in_cdata_directly_after_the_start_tag() => Text(Bake(Pictures.Svg, Pictures.Json)).ShouldBe(Pictures.Svg
        .Replace("<svg ", "<svg xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\" ", StringComparison.Ordinal)
        .Replace("data-x='a>b'>", $"data-x='a>b'><openbadges:credential><![CDATA[{Pictures.Json}]]></openbadges:credential>", StringComparison.Ordinal));

    [Fact]
    public void A_token_stands_in_verify() => Text(Bake(Pictures.Svg, Jws)).ShouldContain($"<openbadges:credential verify=\"{Jws}\"/>");

    [Theory]
    [InlineData("<svg/>")]
    [InlineData("<svg />")]
    [InlineData("<s:svg xmlns:s='http://www.w3.org/2000/svg'/>")]
    [InlineData("\uFEFF<svg><a/></svg>")]
    [InlineData("\uFEFF\r\n\n\r<?a b?>\r<svg\r\n a='>'\n></svg>")]
    [InlineData("<svg xmlns:openbadges='http://openbadges.org'><openbadges:assertion verify='https://example.org/1'> old </openbadges:assertion><b/></svg>")]
    [InlineData("<svg xmlns:openbadges='https://purl.imsglobal.org/ob/v3p0'>😀<openbadges:credential verify='a.b.c'/>\r\n<b/></svg>")]
    public void A_picture_of_any_form_takes_one_credential(string svg)
    {
        var baked = Bake(svg, Pictures.Json);

        Text(Credentials.Baking.Unbake(baked)).ShouldBe(Pictures.Json);
        Bake(Text(baked), Pictures.Json).ShouldBe(baked);
    }

    [Fact]
    public void The_rest_of_the_text_stays_as_it_is()
    {
        var svg = Pictures.Svg.ReplaceLineEndings("\r\n");

        var baked = Text(Bake(Text(Bake(svg, Jws)), Pictures.Json));

        baked.Replace(" xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"", "", StringComparison.Ordinal)
            .Replace($"<openbadges:credential><![CDATA[{Pictures.Json}]]></openbadges:credential>", "", StringComparison.Ordinal).ShouldBe(svg);
    }

    [Fact]
    public void A_picture_in_utf16_stays_in_utf16()
    {
        var svg = Encoding.Unicode.GetBytes("\uFEFF<svg>é</svg>");

        var baked = Credentials.Baking.Bake(svg, Encoding.UTF8.GetBytes(Pictures.Json));

        Encoding.Unicode.GetString(baked).ShouldEndWith("é</svg>");
        Text(Credentials.Baking.Unbake(baked)).ShouldBe(Pictures.Json);
    }

    [Fact]
    public void An_assertion_of_version_2_has_the_name_of_version_2() =>
        XDocument.Parse(Text(Bake(Pictures.Svg, """{"type":"Assertion"}"""))).Root!.Elements().First().Name.ToString().ShouldBe("{http://openbadges.org}assertion");

    [Theory]
    [InlineData("<svg xmlns:openbadges='http://openbadges.org'><openbadges:assertion verify='https://example.org/1'><![CDATA[{\"id\":1}]]></openbadges:assertion></svg>", "{\"id\":1}")]
    [InlineData("<svg xmlns:openbadges='http://openbadges.org'><openbadges:assertion verify='https://example.org/1'>\n</openbadges:assertion></svg>", "https://example.org/1")]
    [InlineData(Open + "<o:credential>\n    <![CDATA[{\"a\": 1}]]>\n  </o:credential></svg>", "{\"a\": 1}")]
    [InlineData(Open + "<title/> <o:credential verify=' a.b.c '/></svg>", "a.b.c")]
    [InlineData(Open + "<o:credential>{\"a\": \"&lt;\"}</o:credential></svg>", "{\"a\": \"<\"}")]
    public void What_others_bake_is_read(string svg, string credential) => Text(Credentials.Baking.Unbake(Encoding.UTF8.GetBytes(svg))).ShouldBe(credential);

    /// <summary>The reader takes long texts in parts; places in them must still be right.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(" ")]
    public void A_large_picture_stays_as_it_is(string between)
    {
        var rest = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<a b='é😀>{i}'/>{between}"));
        var svg = $"<svg xmlns:o='https://purl.imsglobal.org/ob/v3p0'>{rest}<o:credential>{{\"old\": {new string('1', 10_000)}}}</o:credential>{rest}</svg>";

        var baked = Text(Bake(svg, Jws));

        baked.ShouldBe($"<svg xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\" xmlns:o='https://purl.imsglobal.org/ob/v3p0'><openbadges:credential verify=\"{Jws}\"/>{rest}{rest}</svg>");
    }

    [Fact]
    public void A_hosted_assertion_of_version_2_has_its_address_beside_it()
    {
        const string Assertion = """{"type":"Assertion","id":"https://old.example/1?a=1&b=\"2"}""";

        var baked = Text(Bake(Pictures.Svg, Assertion));

        baked.ShouldContain("verify=\"https://old.example/1?a=1&amp;b=%222\"");
        Text(Credentials.Baking.Unbake(Encoding.UTF8.GetBytes(baked))).ShouldBe(Assertion);
    }

    /// <summary>A script in a picture is never anything but text: what comes out is the credential, and the script is where it was.</summary>
    [Fact]
    public void A_script_stays_text() => Text(Bake(Pictures.Svg, Pictures.Json)).ShouldContain("<script>alert(\"x\")</script>");

    [Property(MaxTest = 300)]
    public void Any_text_comes_back(NonNull<string> text)
    {
        var json = new System.Text.Json.Nodes.JsonObject { ["a"] = new string([.. text.Get.Where(letter => !char.IsSurrogate(letter) && letter is not ('\0' or '\uFFFE' or '\uFFFF'))]) }
            .ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        Text(Credentials.Baking.Unbake(Bake(Pictures.Svg, json))).ShouldBe(json);
    }

    private static byte[] Bake(string svg, string credential) => Credentials.Baking.Bake(Encoding.UTF8.GetBytes(svg), Encoding.UTF8.GetBytes(credential));

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static string Refusal(byte[] svg) => Should.Throw<CredentialException>(() => Credentials.Baking.Unbake(svg)).Message;
}
