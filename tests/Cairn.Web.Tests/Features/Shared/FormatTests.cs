using System.Globalization;
using Cairn.Web.Features.Shared;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Shared;

public sealed class FormatTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public void Dispose() => CultureInfo.CurrentCulture = _before;

    [Theory]
    [InlineData(26_800, "USD", "en", "$268")]
    [InlineData(8_550, "USD", "en", "$85.50")]
    [InlineData(123_456_700, "USD", "en", "$1,234,567")]
    [InlineData(-26_800, "USD", "en", "-$268")]
    [InlineData(26_800, "USD", "es", "268\u00A0US$")]
    [InlineData(123_450, "EUR", "es", "1.234,50\u00A0€")]
    [InlineData(5_000, "JPY", "en", "¥5,000")]
    [InlineData(1_500, "KWD", "en", "KWD\u00A01.500")]
    [InlineData(30_000, "CHF", "en", "CHF\u00A0300")]
    public void Money_is_minor_units_written_as_the_language_writes_them(long minor, string currency, string language, string read) =>
        MoneyText.Of(minor, currency, CultureInfo.GetCultureInfo(language)).ShouldBe(read);

    [Theory]
    [InlineData("en", "13\u00A0Jun\u00A02027", "13 June 2027", "June 2027")]
    [InlineData("es", "13\u00A0jun\u00A02027", "13 de junio de 2027", "junio de 2027")]
    public void A_day_names_its_month(string language, string brief, string whole, string month)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var day = new DateOnly(2027, 6, 13);

        (DateText.Of(day), DateText.Long(day), DateText.Month(day)).ShouldBe((brief, whole, month));
    }

    [Theory]
    [InlineData(2.4, "2.5\u00A0h")]
    [InlineData(24.3, "24\u00A0h")]
    [InlineData(1200, "1,200\u00A0h")]
    public void Hours_claim_no_more_than_is_known(double hours, string read)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        HoursText.Of(hours).ShouldBe(read);
    }

    [Fact]
    public void A_span_of_hours_with_equal_ends_is_one_number()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        (HoursText.Between(18, 24), HoursText.Between(24, 24)).ShouldBe(("18–24\u00A0h", "24\u00A0h"));
    }
}
