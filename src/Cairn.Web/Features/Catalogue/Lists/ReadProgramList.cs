using System.Runtime.CompilerServices;
using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue.Lists.Rows;
using Cairn.Web.Features.Catalogue.Matching;
using Cairn.Web.Features.Imports;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Catalogue.Lists;

/// <summary>What the caller of <c>import programs</c> asked for.</summary>
/// <param name="File">The list.</param>
/// <param name="Map">The mapping, for a list that is not recognised; null to recognise it.</param>
/// <param name="AsOf">The day its facts were true, in place of what the mapping says.</param>
/// <param name="Missing">What is to be done with programs of the list that the file does not have.</param>
internal sealed record ProgramListOptions(string File, string? Map = null, DateOnly? AsOf = null, Missing Missing = Missing.Ask);

/// <summary>Reads a catalogue list of any known or mapped layout into the rows that the catalogue should hold. Writes nothing into the database.</summary>
internal static class ReadProgramList
{
    /// <summary>Programs that are compared at once.</summary>
    private const int PartSize = 500;

    private const int ProgramsBetweenCollections = 20 * PartSize;

    public static async Task<ImportBatch> RunAsync(ProgramListOptions options, CairnDb db, Action<string> say, CancellationToken cancellationToken)
    {
        using var refusals = new RefusedRows(options.File + ".refused.csv");
        var list = Read(options, refusals, say);
        say($"Read {list.Read:N0} rows as \"{list.Mapping.List.Name}\". Looking up its programs in the catalogue.");
        return await IntoAsync(list, db, options.Missing, say, cancellationToken);
    }

    /// <summary>The rows that the catalogue should hold once this list is in it.</summary>
    /// <param name="list">The list as it was read.</param>
    /// <param name="db">The catalogue to compare with, as long as the parts are asked for.</param>
    /// <param name="missing">What is to be done with programs of the list that the file does not have.</param>
    /// <param name="say">Progress, one plain sentence at a time.</param>
    /// <param name="cancellationToken">Gives up; nothing is changed in any case.</param>
    public static async Task<ImportBatch> IntoAsync(ReadList list, CairnDb db, Missing missing, Action<string> say, CancellationToken cancellationToken)
    {
        var facts = list.Mapping.List;
        var match = await MatcherAsync(db, cancellationToken);
        GiveMemoryBack();
        var known = await KnownPrograms.LoadAsync(db, facts.Id, list.Mapping.KeySpace, cancellationToken);
        var identified = ProgramIdentities.Of(list, known);
        var leaving = MissingPrograms.Of(list, known, identified, missing);
        return new ImportBatch
        {
            Tables = [new TableRows<CatalogueList>("catalogue_lists", [Row(facts, list.AsOf)], null)],
            Parts = PartsAsync(list, match, known, identified, leaving, db, say, cancellationToken),
            CountedTable = "programs",
            Read = list.Read,
            Refusals = list.Refusals,
            Remarks = list.Remarks,
        };
    }

    private static async IAsyncEnumerable<ImportPart> PartsAsync(
        ReadList list, SkillMatcher? match, KnownPrograms known, ProgramIdentities identified, MissingPrograms leaving, CairnDb db, Action<string> say, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tally = new ListTally();
        var compared = 0;
        foreach (var programs in identified.Parts(PartSize))
        {
            var facts = await KnownFacts.LoadAsync(db, [.. programs.Select(p => p.Id)], cancellationToken);
            var tables = MergePrograms.Into(list, programs, known, facts, match);
            tally.Add(tables.OfType<TableRows<LearningProgram>>().Single().Rows);
            yield return new ImportPart(tables, []);
            compared += programs.Count;
            say($"Compared {compared:N0} of {identified.Count:N0} programs.");
            if (compared % ProgramsBetweenCollections == 0)
                GiveMemoryBack();
            else
                GiveBackThePart();
        }

        foreach (var missing in leaving.Ids.Chunk(PartSize))
            yield return new ImportPart(MergePrograms.Without(list.Mapping, missing, await MissingPrograms.GoneAsync(db, list.Mapping.List.Id, missing, cancellationToken)), []);

        yield return new ImportPart([], [.. Remarks(identified, tally, leaving, match is not null, known.Occupations is not null)]);
    }

    /// <summary>
    /// Garbage as large as all that is held gathers while the matcher is built and while a part is compared, and where the machine has memory to
    /// spare the collector lets it lie. An import has a bound of its own (docs/performance.md).
    /// </summary>
    private static void GiveMemoryBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <summary>What a part leaves is young: collecting it is cheap, and the next part takes its place instead of new memory.</summary>
    private static void GiveBackThePart() => GC.Collect(1, GCCollectionMode.Forced, blocking: true);

    private static IEnumerable<string> Remarks(ProgramIdentities identified, ListTally tally, MissingPrograms leaving, bool skills, bool occupations)
    {
        if (identified.Repeats > 0)
            yield return $"{identified.Count + identified.Repeats:N0} rows are {identified.Count:N0} programs; {identified.Repeats:N0} rows repeat one.";
        yield return tally.ToString();
        if (leaving.Remark is { } kept)
            yield return kept;
        if (!skills)
            yield return "No skills are in the catalogue yet, so none were linked. Import O*NET or ESCO, then this list again.";
        if (!occupations)
            yield return "No occupations are in the catalogue yet, so none were linked.";
    }

    private static CatalogueList Row(ListFacts list, DateOnly asOf) => new()
    {
        Id = list.Id,
        Name = list.Name,
        Publisher = list.Publisher,
        Attribution = list.Attribution,
        Link = list.Link,
        AsOf = asOf,
        Starter = false,
    };

    /// <summary>
    /// The matcher over every name of a skill in the catalogue; null when there are none yet. Descriptions too: they tell it which words are
    /// ordinary ones.
    /// </summary>
    public static async Task<SkillMatcher?> MatcherAsync(CairnDb db, CancellationToken cancellationToken)
    {
        var labels = await db.Set<SkillName>().AsNoTracking()
            .Join(db.Set<Skill>(), n => n.SkillId, s => s.Id, (n, s) => new SkillLabel(n.SkillId, s.Kind, n.Language, n.Kind, n.Text, s.Hot))
            .ToListAsync(cancellationToken);
        return labels.Count == 0 ? null : SkillMatcher.Build(labels);
    }

    /// <summary>Reads without looking at the catalogue. Throws <see cref="ImportRefusedException"/> for a file that is not a list; proposes a mapping for one that is not recognised.</summary>
    public static ReadList Read(ProgramListOptions options, RefusedRows? refusals = null, Action<string>? say = null)
    {
        var text = TextFile.Open(options.File);
        var table = Open(text, options.File);
        var mapping = options.Map is null
            ? ListLayouts.Recognise(table) ?? throw ProposeMapping.Refusal(table, options.File)
            : ListMapping.Parse(Path.GetFileName(options.Map), ReadMap(options.Map));
        if (mapping.NotFilledIn(options.AsOf is not null) is { Count: > 0 } left)
            throw TextFile.Refused(Path.GetFileName(options.Map ?? options.File), $"a proposal that is not filled in: {string.Join(", ", left)}", "what only you can know, in place of \"?\" and of 1970-01-01");
        var mappingFile = options.Map is null ? $"the layout {mapping.Layout}" : Path.GetFileName(options.Map);
        var list = ProgramListReader.Read(table, mapping, mappingFile, refusals ?? new RefusedRows(), options.AsOf, say);
        return text.Remark is null ? list : list with { Remarks = [text.Remark, .. list.Remarks] };
    }

    private static SourceTable Open(TextFile text, string path)
    {
        using var reader = text.OpenText();
        int first;
        while ((first = reader.Read()) >= 0 && char.IsWhiteSpace((char)first))
        {
        }

        return first is '{' or '[' ? JsonRows.Open(text, path) : DelimitedRows.Open(text);
    }

    private static string ReadMap(string map) =>
        File.Exists(map) ? File.ReadAllText(map) : throw TextFile.Refused(Path.GetFileName(map), "no such file", "a mapping");
}
