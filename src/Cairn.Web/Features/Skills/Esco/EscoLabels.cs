using Cairn.Web.Features.Skills.Tables;

namespace Cairn.Web.Features.Skills.Esco;

/// <summary>
/// Labels in one cell: one on each line in the official tables, separated by <c> | </c> in the collections.
/// A label itself may hold a bar without spaces.
/// </summary>
internal static class EscoLabels
{
    private static readonly string[] Separators = ["\r\n", "\n", "\r", " | "];

    public static NameRows Of(string preferred, string alternates, string hidden, string description)
    {
        var names = new NameRows().Preferred(preferred);
        foreach (var label in Split(alternates))
            names.Alternate(label);
        foreach (var label in Split(hidden))
            names.Hidden(label);
        return names.Description(description);
    }

    public static string[] Split(string cell) =>
        cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
