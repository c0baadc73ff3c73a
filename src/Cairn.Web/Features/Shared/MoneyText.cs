using System.Globalization;

namespace Cairn.Web.Features.Shared;

/// <summary>Money as it is read: minor units and an ISO 4217 code, written the way the reader's language writes it.</summary>
internal static class MoneyText
{
    private static readonly HashSet<string> NoMinorUnit = ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"];
    private static readonly HashSet<string> ThreeDigits = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    private static readonly Dictionary<string, string> Signs = new()
    {
        ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["JPY"] = "¥", ["INR"] = "₹", ["KRW"] = "₩", ["ILS"] = "₪", ["VND"] = "₫",
        ["CAD"] = "CA$", ["AUD"] = "A$", ["NZD"] = "NZ$", ["MXN"] = "MX$", ["HKD"] = "HK$", ["TWD"] = "NT$", ["BRL"] = "R$", ["CNY"] = "CN¥", ["PHP"] = "₱",
    };

    /// <summary>How many decimals the currency has: $1 is 100 cents, ¥1 is one yen.</summary>
    public static int Digits(string currency) => NoMinorUnit.Contains(currency) ? 0 : ThreeDigits.Contains(currency) ? 3 : 2;

    /// <summary>"$268", "$85.50", "268 US$" in Spanish. Cents are written only where there are any.</summary>
    public static string Of(long minor, string currency, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentCulture;
        var digits = Digits(currency);
        var amount = minor / (decimal)Math.Pow(10, digits);
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencySymbol = Sign(currency, culture);
        format.CurrencyDecimalDigits = decimal.IsInteger(amount) ? 0 : digits;
        // A code stands apart from its number, a sign does not.
        if (format.CurrencySymbol == currency && format.CurrencyPositivePattern == 0)
            (format.CurrencyPositivePattern, format.CurrencyNegativePattern) = (2, 12);
        return amount.ToString("C", format).Replace(' ', '\u00A0');
    }

    private static string Sign(string currency, CultureInfo culture) =>
        currency == "USD" && culture.TwoLetterISOLanguageName != "en" ? "US$" : Signs.GetValueOrDefault(currency, currency);
}
