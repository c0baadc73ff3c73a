using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;

namespace Cairn.Web.Features.Explore.Search;

/// <summary>Reads the catalogue and makes it searchable. A few seconds of reading; nothing is written.</summary>
internal sealed class BuildCatalogueIndex(CairnDatabase database)
{
    public async Task<CatalogueIndex> RunAsync(CatalogueVersion version, CancellationToken cancel)
    {
        // Two halves that hardly touch, one processor each: entries with their labels, and programs with their words.
        var readingEntries = Task.Run(() => ReadAsync(db => new ReadEntries(db).RunAsync(cancel)), cancel);
        var readingPrograms = Task.Run(() => ReadAsync(db => new ReadPrograms(db).RunAsync(readingEntries, cancel)), cancel);
        var labels = Task.Run(async () => LabelsOf(await readingEntries, cancel), cancel);
        var words = Task.Run(async () => TextIndex.Build((await readingPrograms).Texts, cancel), cancel);
        await Task.WhenAll(readingEntries, readingPrograms, labels, words);
        var (entries, programs) = (await readingEntries, await readingPrograms);
        var currencies = CurrenciesOf(programs.Programs);
        return new CatalogueIndex
        {
            Version = version,
            Programs = programs.Programs,
            Providers = programs.Providers,
            Skills = entries.Skills,
            Occupations = entries.Occupations,
            Subscriptions = programs.Subscriptions,
            SkillNumbers = entries.SkillNumbers,
            ProgramNumbers = programs.ProgramNumbers,
            ProviderNumbers = programs.ProviderNumbers,
            OccupationNumbers = entries.OccupationNumbers,
            Languages = Commonest(programs.Programs.Select(program => program.Language)),
            Currencies = currencies,
            DemonstrationOnly = programs.DemonstrationOnly,
            ProgramWords = await words,
            Labels = await labels,
            Orders = new ProgramOrders(programs.Programs, currencies),
        };
    }

    private async Task<T> ReadAsync<T>(Func<CairnDb, Task<T>> read)
    {
        await using var db = database.Open();
        return await read(db);
    }

    private static TypeAhead LabelsOf(EntriesRead entries, CancellationToken cancel)
    {
        // The index keeps the function: it must not keep the labels as they were read.
        var (skills, occupations) = (entries.Skills, entries.Occupations);
        return TypeAhead.Build(entries.Labels, of => Commonness(of, occupations, skills), cancel);
    }

    /// <summary>How common an entry is, 0 to 1, on a logarithmic scale: openings a year, or programs and occupations that name the skill.</summary>
    private static double Commonness(LabelOf label, OccupationRow[] occupations, SkillRow[] skills) => label.Kind switch
    {
        EntryKind.Occupation => Math.Log10(1 + (occupations[label.Entry].Openings ?? 0)) / 7,
        _ => (skills[label.Entry].Programs.Length > 0 ? 0.3 : 0) + (Math.Log10(1 + (skills[label.Entry].Programs.Length * 5) + skills[label.Entry].Occupations) / 8),
    };

    /// <summary>Commonest first among the programs whose facts are newest, then the others: an old list in pesos is no reason to compare in pesos.</summary>
    private static string[] CurrenciesOf(ProgramRow[] programs)
    {
        var priced = programs.Where(program => program.PriceKind == PriceKind.Once).ToList();
        if (priced.Count == 0)
            return [];
        var recent = priced.Max(program => program.AsOf).AddMonths(-12);
        return [.. Commonest(priced.Where(program => program.AsOf >= recent).Select(program => program.Currency)).Union(Commonest(priced.Select(program => program.Currency)))];
    }

    private static string[] Commonest(IEnumerable<string?> values) =>
        [.. values.OfType<string>().GroupBy(value => value, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)];
}
