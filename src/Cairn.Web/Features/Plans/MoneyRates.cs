using System.Globalization;
using Cairn.Planning.Contract;

namespace Cairn.Web.Features.Plans;

/// <summary>One rate as the operator configured it, shown wherever it was used.</summary>
internal sealed record MoneyRate(string From, string To, decimal Rate, string Source, DateOnly AsOf);

/// <summary>
/// Rates of the operator, from <c>Money:Rates</c>, each with source and date. None ships with the product: without a rate a program in
/// another currency stays out of plans and is counted.
/// </summary>
internal sealed class MoneyRates(IReadOnlyList<MoneyRate> rates)
{
    public static MoneyRates None { get; } = new([]);

    /// <exception cref="InvalidOperationException">A rate lacks its source or date, or is not above nought.</exception>
    public static MoneyRates FromConfiguration(IConfiguration configuration) =>
        new([.. configuration.GetSection("Money:Rates").GetChildren().Select(Read)]);

    /// <summary>Currencies whose prices can stand in a plan in this one.</summary>
    public IReadOnlyList<string> CurrenciesFor(string to) => [to, .. rates.Where(rate => rate.To == to).Select(rate => rate.From)];

    public MoneyRate? Find(string from, string to) => rates.FirstOrDefault(rate => rate.From == from && rate.To == to);

    /// <summary>Rounded up to the minor unit: a plan never promises less than it costs.</summary>
    public static long Convert(long minorUnits, MoneyRate rate)
    {
        Iso4217.TryGetMinorDigits(rate.From, out var from);
        Iso4217.TryGetMinorDigits(rate.To, out var to);
        return (long)decimal.Ceiling(minorUnits * rate.Rate * Power(to - from));
    }

    private static decimal Power(int digits)
    {
        var scale = 1m;
        for (var i = 0; i < Math.Abs(digits); i++)
            scale *= 10;
        return digits < 0 ? 1 / scale : scale;
    }

    private static MoneyRate Read(IConfigurationSection section)
    {
        if (section["From"] is { Length: 3 } from && Iso4217.TryGetMinorDigits(from, out _)
            && section["To"] is { Length: 3 } to && Iso4217.TryGetMinorDigits(to, out _)
            && decimal.TryParse(section["Rate"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0
            && section["Source"] is { Length: > 0 } source
            && DateOnly.TryParseExact(section["Date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return new MoneyRate(from, to, rate, source, date);
        throw new InvalidOperationException(
            $"{section.Path} is not a rate. It needs From and To (ISO 4217), Rate (a number above 0), Source and Date (2026-11-20).");
    }
}
