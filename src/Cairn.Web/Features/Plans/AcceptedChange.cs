using System.Globalization;
using Cairn.Planning.Contract;

namespace Cairn.Web.Features.Plans;

/// <summary>A changed limit as a form carries it.</summary>
internal static class AcceptedChange
{
    public static string Write(SmallestChange change) => change.To switch
    {
        { Amount: { } amount } => amount.ToString(CultureInfo.InvariantCulture),
        { Count: { } count } => count.ToString(CultureInfo.InvariantCulture),
        { Date: { } date } => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { CoverageMillionths: { } coverage } => coverage.ToString(CultureInfo.InvariantCulture),
        _ => string.Join(' ', change.To.Languages ?? []),
    };

    /// <summary>Null for what no page of ours sends.</summary>
    public static SmallestChange? Read(string dimension, string to)
    {
        var whole = long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
        return dimension switch
        {
            ChangedLimits.Budget when whole is <= 1_000_000_000_000 => new(dimension, new ChangedLimit { Amount = whole }),
            ChangedLimits.HoursPerWeek when whole is >= 1 and <= 168 => new(dimension, new ChangedLimit { Count = (int)whole }),
            ChangedLimits.MaxPrograms or ChangedLimits.MaxAtOnce when whole is >= 1 and <= 100 => new(dimension, new ChangedLimit { Count = (int)whole }),
            ChangedLimits.Coverage when whole is >= 0 and <= 1_000_000 => new(dimension, new ChangedLimit { CoverageMillionths = (int)whole }),
            ChangedLimits.FinishBy when DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => new(dimension, new ChangedLimit { Date = day }),
            ChangedLimits.Languages when to.Length is > 0 and <= 200 && to.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or ' ') =>
                new(dimension, new ChangedLimit { Languages = to.Split(' ', StringSplitOptions.RemoveEmptyEntries) }),
            _ => null,
        };
    }
}
