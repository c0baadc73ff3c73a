using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Explore;

/// <summary>What the stored names of an occupation or a skill say beside the name that is shown.</summary>
internal static class EntryNames
{
    /// <summary>One stored name, of either.</summary>
    internal readonly record struct Stored(NameKind Kind, int Ordinal, string Language, string Text);

    public static IReadOnlyList<Stored> Of(IEnumerable<OccupationName> names) => [.. names.Select(name => new Stored(name.Kind, name.Ordinal, name.Language, name.Text))];

    public static IReadOnlyList<Stored> Of(IEnumerable<SkillName> names) => [.. names.Select(name => new Stored(name.Kind, name.Ordinal, name.Language, name.Text))];

    /// <summary>In the reader's language if there is one; null without any.</summary>
    public static LocalName? Description(this IReadOnlyList<Stored> names, string language) =>
        names.Where(name => name.Kind == NameKind.Description).Select(name => new LocalName(name.Language, name.Text)).ToArray() is { Length: > 0 } descriptions
            ? descriptions.In(language)
            : null;

    /// <summary>Every other name once, preferred ones of other languages first.</summary>
    public static IEnumerable<LocalName> OtherThan(this IReadOnlyList<Stored> names, LocalName shown) =>
        names.Where(name => name.Kind is NameKind.Preferred or NameKind.Alternate).OrderBy(name => name.Kind).ThenBy(name => name.Ordinal)
            .DistinctBy(name => name.Text.ToUpperInvariant())
            .Where(name => !string.Equals(name.Text, shown.Text, StringComparison.OrdinalIgnoreCase))
            .Select(name => new LocalName(name.Language, name.Text));
}
