using System.Text;
using Cairn.Web.Features.Catalogue.Lists.Converters;
using Cairn.Web.Features.Catalogue.Lists.Rows;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>The lists that are recognised without a mapping: the files of Layouts/, in the format that <c>--map</c> reads.</summary>
internal static class ListLayouts
{
    private const string ResourcePrefix = "catalogue-layout/";

    /// <summary>Rows that are looked at for a link, to tell two lists with the same columns apart.</summary>
    private const int RowsForHost = 50;

    private static readonly Lazy<IReadOnlyList<ListMapping>> Known = new(Load);

    public static IReadOnlyList<ListMapping> All => Known.Value;

    /// <summary>The layout whose columns these are and on whose host the links stand, or null.</summary>
    public static ListMapping? Recognise(SourceTable table) => All.FirstOrDefault(layout => HasColumns(table, layout) && HasHost(table, layout));

    private static bool HasColumns(SourceTable table, ListMapping layout)
    {
        var columns = table.Columns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var json = table.Columns.Any(c => c.StartsWith('/') || c.Contains('.', StringComparison.Ordinal));
        return layout.Headers.Count > 0 && layout.Headers.All(h => columns.Contains(h.Trim())) && (json || columns.Count == layout.Headers.Count);
    }

    private static bool HasHost(SourceTable table, ListMapping layout)
    {
        if (layout.Host is not { } host || layout.Fields.FirstOrDefault(f => f.To == "link")?.Column is not { } name)
            return true;
        var column = table.Columns.ToList().FindIndex(c => string.Equals(c, name.Trim(), StringComparison.OrdinalIgnoreCase));
        var links = table.Rows.Take(RowsForHost).Select(r => column < r.Cells.Count ? Texts.Link(r.Cells[column] ?? "") : null).OfType<string>().ToArray();
        return links.Length == 0 || links.Any(link => new Uri(link).Host == host);
    }

    private static ListMapping[] Load()
    {
        var assembly = typeof(ListLayouts).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order().Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            return ListMapping.Parse(name[ResourcePrefix.Length..], reader.ReadToEnd());
        })];
    }
}
