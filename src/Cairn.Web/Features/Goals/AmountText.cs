using System.Globalization;
using Cairn.Planning.Contract;

namespace Cairn.Web.Features.Goals;

/// <summary>An amount of money as people write it: 600, $600, 1,200.50 or 1.200,50 by language.</summary>
internal static class AmountText
{
    /// <summary>A thousand million of any currency: more is a slip of the finger.</summary>
    private const decimal Most = 1_000_000_000m;

    public static bool TryRead(string text, string currency, CultureInfo culture, out long minorUnits)
    {
        minorUnits = 0;
        if (!Iso4217.TryGetMinorDigits(currency, out var digits))
            return false;
        var bare = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && !IsSign(letter)));
        if (bare.EndsWith(currency, StringComparison.OrdinalIgnoreCase))
            bare = bare[..^currency.Length];
        // A point or a comma followed by one or two digits at the end is a decimal mark in any language; "1.200" is not.
        var styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        var plain = bare.LastIndexOfAny(['.', ',']) is var mark and >= 0 && bare.Length - mark - 1 is 1 or 2 && bare.IndexOfAny(['.', ',']) == mark
            ? bare[..mark] + "." + bare[(mark + 1)..]
            : null;
        if (!(plain is not null && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            && !decimal.TryParse(bare, styles, culture, out amount))
            return false;
        if (amount is < 0 or > Most)
            return false;
        for (var i = 0; i < digits; i++)
            amount *= 10;
        if (!decimal.IsInteger(amount))
            return false;
        minorUnits = (long)amount;
        return true;
    }

    /// <summary>As it stands in a form field: no sign, no grouping, decimals only where there are any.</summary>
    public static string Plain(long minorUnits, string currency, CultureInfo culture)
    {
        Iso4217.TryGetMinorDigits(currency, out var digits);
        decimal amount = minorUnits;
        for (var i = 0; i < digits; i++)
            amount /= 10;
        return amount.ToString(decimal.IsInteger(amount) ? "0" : "F" + digits, culture);
    }

    private static bool IsSign(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol;
}
