using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cairn.Web.Features.Catalogue.Lists.Converters;

/// <summary>
/// Money as lists write it, in minor units. Nought is unknown, never free; free is only what says so in words. Of a range the higher amount counts,
/// and the note says so. A text without an amount is null: unknown.
/// </summary>
internal static partial class Prices
{
    /// <summary>Higher amounts are a wrong column.</summary>
    private const decimal Highest = 1_000_000_000;

    /// <summary>"Current price⏎$19.99", "MX$2,028", "$1,750 - $1,950", "£9000", "Free*".</summary>
    /// <param name="text">The cell.</param>
    /// <param name="currency">ISO 4217 code of a bare number or "$"; null makes such an amount unknown.</param>
    /// <param name="note">What the price is, when it needs saying.</param>
    public static Price? Read(string text, string? currency, string? note)
    {
        var words = Texts.Clean(text);
        if (FreeWord().Match(words) is { Success: true } free)
        {
            return new Price(PriceKind.Free, 0, currency, free.Value.EndsWith('*')
                ? "marked \"Free*\" by the provider; a certificate may cost extra"
                : null);
        }

        var amounts = Amounts(words, currency);
        if (amounts.Count is 0 or > 2 || amounts.Select(a => a.Currency).Distinct().Count() > 1)
            return null;
        var highest = amounts.Max(a => a.Value);
        if (amounts.Count == 2)
            note = Join($"{words}; the higher amount is counted", note);
        return Once(highest, amounts[0].Currency, note);
    }

    /// <summary>"FREE-Add a Verified Certificate for $49 USD": the price of the certificate.</summary>
    public static Price? Certificate(string text, string? currency) =>
        Amounts(Texts.Clean(text), currency) is [var only] ? Once(only.Value, only.Currency, "certificate; the course itself is free") : null;

    /// <summary>The total, or where it is nought the sum of the parts. A total that the parts do not add up to is kept, and the note says so.</summary>
    public static Price? Total(string total, IEnumerable<string> parts, string? currency, string? note)
    {
        var sum = parts.Sum(p => Number(p) ?? 0);
        var stated = Number(total) ?? 0;
        if (stated > 0 && sum > 0 && Math.Abs(stated - sum) > 1)
            note = Join(note, string.Create(CultureInfo.InvariantCulture, $"the parts listed add up to {sum:0.##}"));
        else if (stated <= 0 && sum > 0)
            note = Join(note, "sum of the parts; the list states no total");
        return currency is null ? null : Once(stated > 0 ? stated : sum, currency, note);
    }

    /// <summary>
    /// Examination fees as a list of {amount, currency, scope}. An examination code with "+" has several parts, and all are paid. Else the fees are
    /// alternatives: those that name the current code count, and of fees for members and others the higher, which everybody can pay.
    /// </summary>
    public static Price? ExamFees(string json, string examCode)
    {
        try
        {
            using var fees = JsonDocument.Parse(json);
            var parts = fees.RootElement.EnumerateArray()
                .Select(f => (Amount: f.GetProperty("amount").GetDecimal(), Currency: f.GetProperty("currency").GetString()!, Scope: f.GetProperty("scope").GetString() ?? ""))
                .Where(f => f.Amount > 0)
                .ToArray();
            if (parts.Length == 0 || parts.Select(p => p.Currency).Distinct().Count() > 1)
                return null;
            if (examCode.Contains('+', StringComparison.Ordinal))
                return Once(parts.Sum(p => p.Amount), parts[0].Currency, $"exam fees: {string.Join(" + ", parts.Select(p => p.Scope))}");
            var current = Array.FindAll(parts, p => examCode.Length > 0 && p.Scope.Contains(examCode, StringComparison.OrdinalIgnoreCase));
            var highest = (current.Length > 0 ? current : parts).MaxBy(p => p.Amount);
            return Once(highest.Amount, highest.Currency, $"exam fee: {highest.Scope}");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static Price? Once(decimal amount, string currency, string? note) =>
        amount is > 0 and < Highest && MinorDigits(currency) is { } digits
            ? new Price(PriceKind.Once, (long)Math.Round(amount * (decimal)Math.Pow(10, digits), MidpointRounding.AwayFromZero), currency, note)
            : null;

    private static List<(decimal Value, string Currency)> Amounts(string words, string? currency)
    {
        var amounts = new List<(decimal, string)>();
        foreach (Match match in AmountPattern().Matches(words))
        {
            var code = CodeOf(match.Groups["before"].Value, currency) ?? CodeOf(match.Groups["after"].Value, currency) ?? currency;
            if (match.Groups["after"].Success)
                code = CodeOf(match.Groups["after"].Value, currency) ?? code;
            if (code is not null && Number(match.Groups["number"].Value) is { } value)
                amounts.Add((value, code));
        }

        return amounts;
    }

    private static decimal? Number(string text)
    {
        text = text.Trim().TrimStart('$', '£', '€').Replace(" ", "", StringComparison.Ordinal);
        // A comma before exactly two last digits is a decimal comma, any other a thousands comma.
        if (DecimalComma().IsMatch(text))
            text = text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static string? CodeOf(string mark, string? dollar) => mark.Trim().ToUpperInvariant() switch
    {
        "" => null,
        "$" => dollar,
        "US$" => "USD",
        "MX$" => "MXN",
        "A$" or "AU$" => "AUD",
        "C$" or "CA$" => "CAD",
        "NZ$" => "NZD",
        "£" => "GBP",
        "€" => "EUR",
        "₹" => "INR",
        "¥" or "￥" => "CNY",
        { Length: 3 } code => code,
        _ => null,
    };

    /// <summary>ISO 4217 minor digits; null for what is no currency code we know.</summary>
    internal static int? MinorDigits(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        { Length: 3 } when currency.All(char.IsAsciiLetterUpper) => 2,
        _ => null,
    };

    private static string? Join(string? first, string? second) => first is null ? second : second is null ? first : $"{first}; {second}";

    [GeneratedRegex(@"^(?:free(?:\s+of\s+charge)?|gratis|gratuit|kostenlos|免费)\s*[!.]?\*?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FreeWord();

    [GeneratedRegex(@"(?<before>US\$|MX\$|AU?\$|CA?\$|NZ\$|[$£€₹¥￥]|\b[A-Z]{3}\s)?\s*(?<number>\d[\d,.]*\d|\d)(?:\s*(?<after>[A-Z]{3}\b|€|£))?", RegexOptions.CultureInvariant)]
    private static partial Regex AmountPattern();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})*,\d{2}$")]
    private static partial Regex DecimalComma();
}
