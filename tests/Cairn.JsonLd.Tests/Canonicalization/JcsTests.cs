using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace Cairn.JsonLd.Tests.Canonicalization;

/// <summary>RFC 8785 by its own samples.</summary>
[Properties(Replay = "(20261126,7)")]
public sealed class JcsTests
{
    [Theory]
    [InlineData("7fffffffffffffff")]
    [InlineData("7ff0000000000000")]
    [InlineData("fff0000000000000")]
    [InlineData("7ff8000000000000")]
    public void What_is_no_finite_number_is_refused(string bits) =>
        Should.Throw<ArgumentOutOfRangeException>(() => JsonCanonicalizer.Number(Double(bits)));

    [Theory]
    [InlineData("[1e309]")]
    [InlineData("[-1e309]")]
    [InlineData("[123456789e400]")]
    public void A_number_beyond_a_double_is_refused_with_its_place(string text)
    {
        var refusal = Should.Throw<JsonLdException>(() => JsonLdDocument.Parse(text));

        (refusal.Line, refusal.Column).ShouldBe((1, 2));
        refusal.Found.ShouldContain("beyond a double");
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("\"\\uD800\"")]
    [InlineData("{\"\\uDC00\":1}")]
    [InlineData("[NaN]")]
    [InlineData("[Infinity]")]
    [InlineData("[1,]")]
    [InlineData("[01]")]
    [InlineData("")]
    [InlineData("1 2")]
    public void What_is_no_I_JSON_is_refused(string text) => Should.Throw<JsonLdException>(() => JsonLdDocument.Parse(text)).Code.ShouldBe(JsonLdErrorCode.LoadingDocumentFailed);

    // Appendix B, all of it.
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void A_number_is_written_as_the_RFC_samples_say(string bits, string expected) => JsonCanonicalizer.Number(Double(bits)).ShouldBe(expected);

    [Fact]
    public void Members_are_sorted_by_code_units_as_in_section_3_2_3()
    {
        const string Sample = """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;

        using var canonical = JsonDocument.Parse(JsonCanonicalizer.Canonicalize(JsonLdDocument.Parse(Sample)));

        canonical.RootElement.EnumerateObject().Select(member => member.Value.GetString()).ShouldBe(
            ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"]);
    }

    [Fact]
    public void Literals_numbers_and_escapes_are_those_of_section_3_2_2()
    {
        const string Sample = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;

        Canonical(Sample).ShouldBe("""{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""");
    }

    [Theory]
    [InlineData("[]", "[]")]
    [InlineData(" {\t} ", "{}")]
    [InlineData("[56,{\"d\":true,\"10\":null,\"1\":[]}]", "[56,{\"1\":[],\"10\":null,\"d\":true}]")]
    [InlineData("\"\\u0000\\u001f\\u007f\\b\\t\\n\\f\\r\\u2028\"", "\"\\u0000\\u001f\u007f\\b\\t\\n\\f\\r\u2028\"")]
    [InlineData("-0", "0")]
    [InlineData("-0.0e5", "0")]
    [InlineData("1e-400", "0")]
    [InlineData("9007199254740993", "9007199254740992")]
    public void A_value_has_one_form(string text, string expected) => Canonical(text).ShouldBe(expected);

    [Property(MaxTest = 5_000)]
    public void Any_double_is_written_so_that_it_reads_the_same_and_as_ECMAScript_would(long bits)
    {
        var value = BitConverter.Int64BitsToDouble(bits * unchecked((long)0x9E3779B97F4A7C15));
        if (!double.IsFinite(value))
            return;

        var text = JsonCanonicalizer.Number(value);

        double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ShouldBe(value);
        var size = Math.Abs(value);
        text.Contains('e', StringComparison.Ordinal).ShouldBe(size != 0 && size is >= 1e21 or < 1e-6 and > 0, text);
        // The fewest digits: with one less it is another number.
        var digits = text.Split('e')[0].Count(char.IsAsciiDigit) - (size < 1 ? text.Split('e')[0].TakeWhile(c => c is '-' or '0' or '.').Count(char.IsAsciiDigit) : 0);
        digits.ShouldBeLessThanOrEqualTo(size >= 1e17 ? 21 : 17, text);
    }

    [Property(MaxTest = 2_000)]
    public void Plain_numbers_have_no_exponent_and_integers_no_point(int whole, byte places)
    {
        JsonCanonicalizer.Number(whole).ShouldBe(whole.ToString(CultureInfo.InvariantCulture));
        var value = whole / Math.Pow(10, places % 6);

        JsonCanonicalizer.Number(value).ShouldBe(value.ToString("0.################", CultureInfo.InvariantCulture));
    }

    [Property(MaxTest = 300)]
    public void The_canonical_form_is_its_own(int seed)
    {
        var text = Documents.DocumentMaker.Json(new Random(seed), 4)?.ToJsonString() ?? "null";

        var once = Canonical(text);

        Canonical(once).ShouldBe(once);
    }

    private static string Canonical(string text) => Encoding.UTF8.GetString(JsonCanonicalizer.Canonicalize(JsonLdDocument.Parse(text)));

    private static double Double(string bits) => BitConverter.Int64BitsToDouble(long.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
