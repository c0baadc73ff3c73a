using System.Text;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Hostile;

/// <summary>Text that is no JSON is not read at all; JSON that readers disagree about (RFC 7493) is invalid.</summary>
public sealed class BrokenJsonTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{}x")]
    [InlineData("{}{}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{\"a\":Infinity}")]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\":+1}")]
    [InlineData("{\"a\":\"\t\"}")]
    [InlineData("// a\n{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("<svg/>")]
    public void What_is_no_JSON_is_refused(string text) => Should.Throw<CredentialException>(() => Award.Verify(text)).Problem.ShouldBe(ProblemTypes.Parsing);

    [Fact]
    public void What_is_no_UTF_8_is_refused() =>
        Should.Throw<CredentialException>(() => CredentialVerifier.Verify([.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8])).Problem.ShouldBe(ProblemTypes.Parsing);

    [Fact]
    public void UTF_16_is_refused() => Should.Throw<CredentialException>(() => CredentialVerifier.Verify(Encoding.Unicode.GetBytes(Award.Signed().ToJsonString())));

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00")]
    [InlineData("\\udc00\\ud800")]
    [InlineData("\\u0000")]
    public void Half_a_pair_and_U_0000_are_invalid(string escape)
    {
        var text = Award.Signed().ToJsonString();

        foreach (var place in (string[])["Passed the driving", "narrative\":"])
            Award.Verify(text.Replace(place, escape + place, StringComparison.Ordinal)).Verdict.ShouldBe(Verdict.Invalid);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e99999999999")]
    public void A_number_beyond_a_double_is_invalid(string number) =>
        Award.Verify(Award.Signed().ToJsonString().Replace("\"type\":[\"Profile\"]", "\"type\":[\"Profile\"],\"size\":" + number, StringComparison.Ordinal)).Row("structure").Outcome.ShouldBe(CheckOutcome.Failed);
}
