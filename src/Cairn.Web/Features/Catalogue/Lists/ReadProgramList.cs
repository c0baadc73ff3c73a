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
internal sealed record ProgramListOptions(string File, string? Map = null, DateOnly? AsOf = null);

/// <summary>Reads a catalogue list of any known or mapped layout into the rows that the catalogue should hold. Writes nothing into the database.</summary>
internal static class ReadProgramList
{
    public static async Task<ImportBatch> RunAsync(ProgramListOptions options, CairnDb db, Action<string> say, CancellationToken cancellationToken)
    {
        var list = Read(options, say);
        say($"Read {list.Read:N0} rows as \"{list.Mapping.List.Name}\". Comparing with the catalogue.");
        return await IntoAsync(list, Path.GetFileName(options.File), db, cancellationToken);
    }

    /// <summary>The rows that the catalogue should hold once this list is in it.</summary>
    /// <param name="list">The list as it was read.</param>
    /// <param name="file">Its file name, for refusals.</param>
    /// <param name="db">The catalogue to compare with.</param>
    /// <param name="cancellationToken">Gives up; nothing is changed in any case.</param>
    public static async Task<ImportBatch> IntoAsync(ReadList list, string file, CairnDb db, CancellationToken cancellationToken)
    {
        var (listId, keySpace) = (list.Mapping.List.Id, list.Mapping.KeySpace);
        var known = await KnownPrograms.LoadKeysAsync(db, listId, keySpace, cancellationToken);
        var identified = ProgramIdentities.Of(list, known, file);
        await known.LoadFactsAsync(db, listId, identified.Programs.Select(p => p.Id), cancellationToken);
        return MergePrograms.Into(list, identified, known, await MatcherAsync(db, cancellationToken));
    }

    /// <summary>What the list would be in an empty catalogue, without links to skills.</summary>
    public static ImportBatch Alone(ProgramListOptions options)
    {
        var list = Read(options);
        return MergePrograms.Into(list, ProgramIdentities.Of(list, KnownPrograms.None, Path.GetFileName(options.File)), KnownPrograms.None, match: null);
    }

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
    public static ReadList Read(ProgramListOptions options, Action<string>? say = null)
    {
        var text = TextFile.Open(options.File);
        var table = Open(text, options.File);
        var mapping = options.Map is null
            ? ListLayouts.Recognise(table) ?? throw ProposeMapping.Refusal(table, options.File)
            : ListMapping.Parse(Path.GetFileName(options.Map), ReadMap(options.Map));
        var list = ProgramListReader.Read(table, mapping, options.Map is null ? $"the layout {mapping.Layout}" : Path.GetFileName(options.Map), options.AsOf, say);
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
