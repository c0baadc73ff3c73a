using System.Collections.Frozen;
using System.Globalization;

namespace Cairn.Planning.Contract;

/// <summary>
/// The currencies of ISO 4217 and how many decimals each has. Metals, funds without a minor unit and test codes
/// (XAU, XDR, XTS, XXX and the like) are not in it: nobody is charged in them.
/// </summary>
public static class Iso4217
{
    // Withdrawn since 2021 and kept, because a saved plan must stay readable: ANG BGN CUC HRK SLL ZWL.
    private const string None = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    private const string Two =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU " +
        "CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES " +
        "KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB " +
        "PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD " +
        "TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG ZWL";
    private const string Three = "BHD IQD JOD KWD LYD OMR TND";
    private const string Four = "CLF UYW";

    private static readonly FrozenDictionary<string, int> Digits =
        Of(None, 0).Concat(Of(Two, 2)).Concat(Of(Three, 3)).Concat(Of(Four, 4)).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000];

    /// <summary>Every code, in no order.</summary>
    public static IReadOnlyCollection<string> Codes => Digits.Keys;

    /// <summary>The decimals of a currency: 2 for <c>USD</c>, 0 for <c>JPY</c>. Codes are capital letters.</summary>
    /// <returns>False for what is not a currency of the table.</returns>
    public static bool TryGetMinorDigits(string code, out int digits) => Digits.TryGetValue(code, out digits);

    /// <summary>Minor units as text with exactly the decimals of the currency: <c>41300</c> USD is <c>413.00</c>.</summary>
    /// <exception cref="ArgumentException">The currency is unknown.</exception>
    public static string Format(long minorUnits, string currency)
    {
        if (!TryGetMinorDigits(currency, out int digits))
        {
            throw new ArgumentException($"{currency} is not a currency of ISO 4217.", nameof(currency));
        }

        if (digits == 0)
        {
            return minorUnits.ToString(CultureInfo.InvariantCulture);
        }

        UInt128 size = (UInt128)Int128.Abs(minorUnits);
        UInt128 power = (UInt128)Powers[digits];
        string whole = (size / power).ToString(CultureInfo.InvariantCulture);
        string part = (size % power).ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (minorUnits < 0 ? "-" : "") + whole + "." + part;
    }

    private static IEnumerable<KeyValuePair<string, int>> Of(string codes, int digits) =>
        codes.Split(' ').Select(code => KeyValuePair.Create(code, digits));
}
