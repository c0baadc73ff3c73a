using System.Numerics;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Explore.Programs;

/// <summary>A value of a facet, and how many programs choosing it would show.</summary>
internal readonly record struct FacetCount(string Value, int Count, bool IsChosen);

/// <summary>One page of a list of programs, and the counts beside it.</summary>
internal sealed record ProgramResults
{
    /// <summary>The question as it was answered: without what is unknown, on a page that exists.</summary>
    public required ProgramQuery Query { get; init; }

    public required int Total { get; init; }
    public required int Pages { get; init; }

    /// <summary>Numbers of the programs of this page.</summary>
    public required IReadOnlyList<int> Page { get; init; }

    public required IReadOnlyDictionary<Facet, IReadOnlyList<FacetCount>> Facets { get; init; }
    public required IReadOnlyList<NearSpelling> Spellings { get; init; }

    /// <summary>False: no program has all the words; these have most of them.</summary>
    public required bool AllWords { get; init; }

    /// <summary>In which prices are compared.</summary>
    public required string Currency { get; init; }
}

/// <summary>
/// Answers a question about programs from the index. Each count says what choosing that value as well would show: it is taken over the
/// programs that pass every other facet, so that values of the same facet can be added to each other.
/// </summary>
internal static class SearchPrograms
{
    public const int PageSize = 20;

    /// <summary>Values of a long facet that are offered; others are found by words.</summary>
    public const int MostOffered = 12;

    /// <summary>A program with old facts stands behind one that fits the words nearly as well.</summary>
    private const float OldCountsFor = 0.7f;

    public static ProgramResults Run(CatalogueIndex index, ProgramQuery asked, DateOnly today, int pageSize = PageSize)
    {
        var (query, skills, providers) = Resolve(index, asked);
        var currency = query.Currency ?? (index.Currencies.Length > 0 ? index.Currencies[0] : "USD");
        var hits = Search.Words.OfQuestion(query.Words) is { Count: > 0 } words
            ? index.ProgramWords.Find(words, lastIsBegun: false)
            : null;
        // Signs alone are no question; letters that nothing has are one, with an empty answer.
        var facets = new FacetContext(currency, today);
        var counting = new Counting(index, query, skills, providers, facets);
        var count = hits?.Count ?? index.Programs.Length;
        var keys = new List<long>(Math.Min(count, 4096));
        for (var n = 0; n < count; n++)
        {
            var program = hits?.Ordinals[n] ?? n;
            if (counting.Take(program))
                keys.Add(hits is null ? program : Key(hits.Scores[n] * (index.Programs[program].AsOf < facets.Oldest ? OldCountsFor : 1), index.Orders.PlainRank[program]));
        }

        var pages = Math.Max(1, (keys.Count + pageSize - 1) / pageSize);
        if (query.Page > pages)
            query = query with { Page = pages, Remarks = [.. query.Remarks, new(RemarkKind.PageAfterLast, pages.ToString(System.Globalization.CultureInfo.InvariantCulture))] };
        return new ProgramResults
        {
            Query = query,
            Total = keys.Count,
            Pages = pages,
            Page = Cut(index, query, currency, keys, hits is not null, (query.Page - 1) * pageSize, pageSize),
            Facets = counting.Counts(),
            Spellings = hits?.Spellings ?? [],
            AllWords = hits?.AllWords ?? true,
            Currency = currency,
        };
    }

    /// <summary>Higher scores first, then the plain order: both in one number, so that sorting compares numbers only.</summary>
    private static long Key(float score, int rank) => ((long)(int.MaxValue - BitConverter.SingleToInt32Bits(score)) << 32) | (uint)rank;

    private static List<int> Cut(CatalogueIndex index, ProgramQuery query, string currency, List<long> keys, bool scored, int skip, int take)
    {
        if (scored && query.Sort == ProgramSort.Relevance)
        {
            keys.Sort();
            return [.. keys.Skip(skip).Take(take).Select(key => index.Orders.Plain[(int)(uint)(key & uint.MaxValue)])];
        }

        var matched = new bool[index.Programs.Length];
        foreach (var key in keys)
            matched[scored ? index.Orders.Plain[(int)(uint)(key & uint.MaxValue)] : (int)key] = true;
        var order = query.Sort switch
        {
            ProgramSort.Hours => index.Orders.Hours,
            ProgramSort.Price => index.Orders.Price(currency),
            ProgramSort.Newest => index.Orders.Newest,
            _ => index.Orders.Plain,
        };
        var page = new List<int>(take);
        foreach (var program in order)
        {
            if (!matched[program] || skip-- > 0)
                continue;
            page.Add(program);
            if (page.Count == take)
                break;
        }

        return page;
    }

    private static (ProgramQuery Query, int[] Skills, int[] Providers) Resolve(CatalogueIndex index, ProgramQuery asked)
    {
        var remarks = asked.Remarks.ToList();
        List<string> Known(IEnumerable<string> values, Func<string, bool> isKnown)
        {
            var known = new List<string>();
            foreach (var value in values)
            {
                if (isKnown(value))
                    known.Add(value);
                else
                    remarks.Add(new(RemarkKind.ValueUnknown, Search.Words.Cut(value)));
            }

            return known;
        }

        var skills = Known(asked.Skills, value => index.SkillNumbers.ContainsKey(new SkillId(value)));
        var providers = Known(asked.Providers, value => index.ProviderNumbers.ContainsKey(new ProviderId(value)));
        var languages = Known(asked.Languages, value => value == ProgramFacets.Unknown || index.Languages.Contains(value, StringComparer.Ordinal));
        var currency = asked.Currency;
        if (currency is not null && !index.Currencies.Contains(currency, StringComparer.Ordinal))
        {
            remarks.Add(new(RemarkKind.ValueUnknown, currency));
            currency = null;
        }

        return (
            asked with { Skills = skills, Providers = providers, Languages = languages, Currency = currency, Remarks = remarks },
            [.. skills.Select(value => index.SkillNumbers[new SkillId(value)]).Distinct()],
            [.. providers.Select(value => index.ProviderNumbers[new ProviderId(value)])]);
    }

    /// <summary>One pass over the programs that have the words: which pass, and the counts of every facet.</summary>
    private sealed class Counting
    {
        private readonly CatalogueIndex _index;
        private readonly ProgramQuery _query;
        private readonly int[] _skills;
        private readonly FacetColumns _columns;
        private readonly HashSet<int> _providers;
        private readonly HashSet<int> _languages;
        private readonly int[][] _fixedCounts = [.. ProgramFacets.Fixed.Select(facet => new int[facet.Values.Count])];
        private readonly uint[] _bits = new uint[ProgramFacets.Fixed.Count];
        private readonly int[] _languageCounts;
        private readonly int[] _providerCounts;
        private readonly int[] _skillCounts;

        public Counting(CatalogueIndex index, ProgramQuery query, int[] skills, int[] providers, FacetContext context)
        {
            _index = index;
            _query = query;
            _skills = skills;
            _columns = index.ColumnsFor(context);
            _providers = [.. providers];
            _languages = [.. query.Languages.Select(language => Array.IndexOf(index.Languages, language) is var known and >= 0 ? known : index.Languages.Length)];
            _languageCounts = new int[index.Languages.Length + 1];
            _providerCounts = new int[index.Providers.Length];
            _skillCounts = new int[index.Skills.Length];
        }

        /// <summary>Counts a program; true when it passes all facets.</summary>
        public bool Take(int number)
        {
            var program = _index.Programs[number];
            foreach (var skill in _skills)
            {
                if (Array.BinarySearch(program.Covers, skill) < 0 && !(_query.Guesses && Array.IndexOf(program.MayCover, skill) >= 0))
                    return false;
            }

            var failed = -1;
            for (var facet = 0; facet < _bits.Length; facet++)
            {
                _bits[facet] = _columns.Bits[facet][number];
                if (_query.Chosen[facet] != 0 && (_bits[facet] & _query.Chosen[facet]) == 0 && !Fail(ref failed, (Facet)facet))
                    return false;
            }

            var language = _columns.Languages[number];
            if (_languages.Count > 0 && !_languages.Contains(language) && !Fail(ref failed, Facet.Language))
                return false;
            if (_providers.Count > 0 && !_providers.Contains(program.Provider) && !Fail(ref failed, Facet.Provider))
                return false;
            Count(program, language, failed);
            return failed < 0;
        }

        public Dictionary<Facet, IReadOnlyList<FacetCount>> Counts()
        {
            var counts = new Dictionary<Facet, IReadOnlyList<FacetCount>>();
            foreach (var facet in ProgramFacets.Fixed)
            {
                counts[facet.Facet] =
                [
                    .. facet.Values.Select((value, n) => new FacetCount(value, _fixedCounts[(int)facet.Facet][n], (_query.Chosen[(int)facet.Facet] & (1u << n)) != 0))
                        .Where(value => value.Count > 0 || value.IsChosen),
                ];
            }

            counts[Facet.Language] = Most(_languageCounts, n => n == _index.Languages.Length ? ProgramFacets.Unknown : _index.Languages[n], _query.Languages);
            counts[Facet.Provider] = Most(_providerCounts, n => _index.Providers[n].Id.Value, _query.Providers);
            counts[Facet.Skill] = Most(_skillCounts, n => _index.Skills[n].Id.Value, [.. _skills.Select(n => _index.Skills[n].Id.Value)]);
            return counts;
        }

        /// <summary>A program that fails one facet is still counted there; one that fails two is counted nowhere.</summary>
        private static bool Fail(ref int failed, Facet facet)
        {
            if (failed >= 0)
                return false;
            failed = (int)facet;
            return true;
        }

        private void Count(ProgramRow program, int language, int failed)
        {
            for (var facet = 0; facet < _bits.Length; facet++)
            {
                if (failed >= 0 && failed != facet)
                    continue;
                for (var rest = _bits[facet]; rest != 0; rest &= rest - 1)
                    _fixedCounts[facet][BitOperations.TrailingZeroCount(rest)]++;
            }

            if (failed < 0 || failed == (int)Facet.Language)
                _languageCounts[language]++;
            if ((failed < 0 || failed == (int)Facet.Provider) && program.Provider >= 0)
                _providerCounts[program.Provider]++;
            if (failed >= 0)
                return;
            foreach (var skill in program.Covers)
                _skillCounts[skill]++;
            if (_query.Guesses)
            {
                foreach (var skill in program.MayCover)
                    _skillCounts[skill]++;
            }
        }

        /// <summary>The commonest values, and those that are chosen.</summary>
        private static List<FacetCount> Most(int[] counts, Func<int, string> value, IReadOnlyCollection<string> chosen)
        {
            var most = new PriorityQueue<int, (int Count, int Number)>(MostOffered + 1);
            for (var n = 0; n < counts.Length; n++)
            {
                if (counts[n] == 0 || (most.Count == MostOffered && most.TryPeek(out _, out var least) && (counts[n], -n).CompareTo(least) <= 0))
                    continue;
                most.Enqueue(n, (counts[n], -n));
                if (most.Count > MostOffered)
                    most.Dequeue();
            }

            var offered = new List<FacetCount>();
            while (most.TryDequeue(out var n, out _))
                offered.Add(new(value(n), counts[n], chosen.Contains(value(n))));
            offered.Reverse();
            var missing = chosen.Where(other => offered.TrueForAll(offer => offer.Value != other)).ToList();
            if (missing.Count == 0)
                return offered;
            for (var n = 0; n < counts.Length; n++)
            {
                if (missing.Contains(value(n)))
                    offered.Add(new(value(n), counts[n], true));
            }

            return offered;
        }
    }
}
