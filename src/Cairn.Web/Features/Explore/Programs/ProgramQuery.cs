using System.Globalization;

namespace Cairn.Web.Features.Explore.Programs;

/// <summary>How programs are ordered.</summary>
internal enum ProgramSort
{
    /// <summary>Best match first; without words, those whose facts are newest and fullest.</summary>
    Relevance,
    Hours,
    Price,
    Newest,
}

/// <summary>What was wrong with an address, for one plain sentence on the page. Nothing is refused: what cannot be used is left out.</summary>
internal enum RemarkKind
{
    WordsCut,
    ValueUnknown,
    TooMany,
    PageUnknown,
    PageAfterLast,
}

internal readonly record struct Remark(RemarkKind Kind, string What);

/// <summary>What is looked for, as it stands in the address. Every list of programs is one of these, and has one address.</summary>
internal sealed record ProgramQuery
{
    /// <summary>Chosen values of one facet; nobody reads a list narrowed by more.</summary>
    public const int MostChosen = 20;

    public const int MostSkills = 5;

    public static IReadOnlyList<string> SortNames { get; } = ["relevance", "hours", "price", "newest"];

    public string Words { get; init; } = "";

    /// <summary>Chosen bits of the fixed facets, by number.</summary>
    public IReadOnlyList<uint> Chosen { get; init; } = new uint[ProgramFacets.Fixed.Count];

    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>All of them must be taught.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Skills that are only guessed count too.</summary>
    public bool Guesses { get; init; }

    /// <summary>ISO 4217; null: the commonest here.</summary>
    public string? Currency { get; init; }

    public ProgramSort Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>What could not be used. Not part of the address.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    public bool IsNarrowed => Words.Length > 0 || Chosen.Any(bits => bits != 0) || Languages.Count + Providers.Count + Skills.Count > 0;

    public static ProgramQuery Read(IQueryCollection query)
    {
        var remarks = new List<Remark>();
        var words = query["q"].FirstOrDefault() ?? "";
        var cut = Search.Words.Cut(words);
        if (words.Length > Search.Words.MaxCharacters)
            remarks.Add(new(RemarkKind.WordsCut, Search.Words.MaxCharacters.ToString(CultureInfo.InvariantCulture)));
        return new ProgramQuery
        {
            Words = cut,
            Chosen = [.. ProgramFacets.Fixed.Select(facet => ReadBits(query, facet, remarks))],
            Languages = ReadValues(query, "lang", MostChosen, remarks),
            Providers = ReadValues(query, "provider", MostChosen, remarks),
            Skills = ReadValues(query, "skill", MostSkills, remarks),
            Guesses = query["guesses"].FirstOrDefault() == "yes",
            Currency = query["currency"].FirstOrDefault() is { Length: 3 } currency && currency.All(char.IsAsciiLetter) ? currency.ToUpperInvariant() : null,
            Sort = ReadSort(query["sort"].FirstOrDefault(), remarks),
            Page = ReadPage(query["page"].FirstOrDefault(), remarks),
            Remarks = remarks,
        };
    }

    /// <summary>The address of this list: parameters and values in a fixed order, what is usual left out.</summary>
    public string Address(string path)
    {
        var parts = new List<string>();
        void Say(string name, string value) => parts.Add($"{name}={Uri.EscapeDataString(value)}");
        if (Words.Length > 0)
            Say("q", Words);
        foreach (var facet in ProgramFacets.Fixed)
        {
            for (var value = 0; value < facet.Values.Count; value++)
            {
                if ((Chosen[(int)facet.Facet] & (1u << value)) != 0)
                    Say(facet.Name, facet.Values[value]);
            }
        }

        foreach (var language in Languages.Order(StringComparer.Ordinal))
            Say("lang", language);
        foreach (var provider in Providers.Order(StringComparer.Ordinal))
            Say("provider", provider);
        foreach (var skill in Skills.Order(StringComparer.Ordinal))
            Say("skill", skill);
        if (Guesses)
            Say("guesses", "yes");
        if (Currency is not null)
            Say("currency", Currency);
        if (Sort != ProgramSort.Relevance)
            Say("sort", SortNames[(int)Sort]);
        if (Page > 1)
            Say("page", Page.ToString(CultureInfo.InvariantCulture));
        return parts.Count == 0 ? path : path + "?" + string.Join('&', parts);
    }

    /// <summary>The same list with a value of a facet chosen or no longer chosen, from its first page.</summary>
    public ProgramQuery Toggle(Facet facet, string value)
    {
        static IReadOnlyList<string> Toggled(IReadOnlyList<string> values, string value) =>
            values.Contains(value, StringComparer.Ordinal) ? [.. values.Where(other => other != value)] : [.. values, value];
        if ((int)facet >= ProgramFacets.Fixed.Count)
        {
            return facet switch
            {
                Facet.Language => this with { Languages = Toggled(Languages, value), Page = 1 },
                Facet.Provider => this with { Providers = Toggled(Providers, value), Page = 1 },
                _ => this with { Skills = Toggled(Skills, value), Page = 1 },
            };
        }

        var chosen = Chosen.ToArray();
        var bit = ProgramFacets.Fixed[(int)facet].Values.ToList().IndexOf(value);
        if (bit >= 0)
            chosen[(int)facet] ^= 1u << bit;
        return this with { Chosen = chosen, Page = 1 };
    }

    private static uint ReadBits(IQueryCollection query, FixedFacet facet, List<Remark> remarks)
    {
        var bits = 0u;
        foreach (var value in ReadValues(query, facet.Name, MostChosen, remarks))
        {
            var bit = facet.Values.ToList().IndexOf(value);
            if (bit >= 0)
                bits |= 1u << bit;
            else
                remarks.Add(new(RemarkKind.ValueUnknown, Search.Words.Cut(value)));
        }

        return bits;
    }

    private static string[] ReadValues(IQueryCollection query, string name, int most, List<Remark> remarks)
    {
        var values = query[name].OfType<string>().Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (values.Count > most)
            remarks.Add(new(RemarkKind.TooMany, most.ToString(CultureInfo.InvariantCulture)));
        return [.. values.Take(most)];
    }

    private static ProgramSort ReadSort(string? value, List<Remark> remarks)
    {
        if (string.IsNullOrEmpty(value))
            return ProgramSort.Relevance;
        var sort = SortNames.ToList().IndexOf(value);
        if (sort < 0)
            remarks.Add(new(RemarkKind.ValueUnknown, Search.Words.Cut(value)));
        return (ProgramSort)Math.Max(0, sort);
    }

    private static int ReadPage(string? value, List<Remark> remarks)
    {
        if (string.IsNullOrEmpty(value))
            return 1;
        // More digits than any catalogue has pages: the last page, which is said when the number of pages is known.
        if (value.All(char.IsAsciiDigit))
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : int.MaxValue;
        remarks.Add(new(RemarkKind.PageUnknown, Search.Words.Cut(value)));
        return 1;
    }
}
