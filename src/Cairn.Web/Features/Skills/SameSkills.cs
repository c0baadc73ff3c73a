using System.Text.RegularExpressions;
using Cairn.Web.Data;
using Cairn.Web.Features.Imports;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Skills;

/// <summary>
/// Finds what O*NET and ESCO both name. A technology or an area of knowledge of O*NET is the same as an ESCO knowledge concept when a label
/// of one is, whole and without doubt, a label of the other; a practice is never the same as the software for it ("Accounting software" is not accounting).
/// <para>Which one is shown: always the ESCO concept. It has a description, broader concepts and names in every language; O*NET's facts
/// (hot, in demand) are read through the link.</para>
/// </summary>
internal static partial class SameSkills
{
    // Makers that O*NET puts before a product and ESCO leaves out. A closed list: any first word would make Schlumberger ECLIPSE into Eclipse.
    private static readonly string[] Makers = ["The MathWorks ", "Microsoft ", "Oracle ", "Google ", "Apache ", "IBM ", "Adobe "];

    // Words that say what kind of thing it is, not which one.
    private static readonly HashSet<string> Kinds = new(["software", "system", "systems", "language", "languages", "tool", "tools"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Up to this many letters, letter case must agree: SPARK is a language, Spark is not it.</summary>
    private const int ShortName = 5;

    /// <summary>Loads the English names and says what the table of same skills should hold. Run it after O*NET or ESCO was imported.</summary>
    public static async Task<ImportBatch> PrepareAsync(CairnDb db, CancellationToken cancellation)
    {
        var skills = await db.Set<Skill>().AsNoTracking()
            .Where(skill => skill.Kind == SkillKind.Technology || skill.Kind == SkillKind.Knowledge).ToListAsync(cancellation);
        var names = await db.Set<SkillName>().AsNoTracking()
            .Where(name => name.Language == "en" && (name.Kind == NameKind.Preferred || name.Kind == NameKind.Alternate)).ToListAsync(cancellation);
        var same = Find(skills, names);
        return new ImportBatch
        {
            CountedTable = "same_skills",
            Read = same.Count,
            Tables = [new TableRows<SameSkill>("same_skills", same, rows => rows)],
        };
    }

    /// <param name="skills">Skills of both frameworks; only O*NET technologies and knowledge, and ESCO knowledge, are compared.</param>
    /// <param name="names">English names of them; others are passed over.</param>
    public static IReadOnlyList<SameSkill> Find(IEnumerable<Skill> skills, IEnumerable<SkillName> names)
    {
        var compared = skills.Where(skill => skill.Kind is SkillKind.Technology or SkillKind.Knowledge).ToDictionary(skill => skill.Id);
        var all = names.Where(name => name.Language == "en" && compared.ContainsKey(name.SkillId)).ToList();
        var esco = all.Where(name => compared[name.SkillId].Framework == "esco").ToList();
        var concepts = new Concepts(esco);
        List<SameSkill> same = [];
        foreach (var name in all.Where(name => name.Kind == NameKind.Preferred && compared[name.SkillId].Framework == "onet"))
        {
            if (concepts.Find(name.Text, compared[name.SkillId].Kind) is var (id, basis))
                same.Add(new SameSkill { SkillId = id, OtherId = name.SkillId, Basis = basis });
        }

        return same;
    }

    /// <summary>ESCO labels that belong to one concept only.</summary>
    private sealed class Concepts
    {
        private readonly Dictionary<string, (SkillId Id, string Text)> _preferred;
        private readonly Dictionary<string, (SkillId Id, string Text)> _alternate;
        private readonly Dictionary<SkillId, string> _titles;

        public Concepts(List<SkillName> names)
        {
            _titles = names.Where(name => name.Kind == NameKind.Preferred).ToDictionary(name => name.SkillId, name => Unqualified(name.Text));
            _preferred = Unambiguous(names.Where(name => name.Kind == NameKind.Preferred).Select(name => (name.SkillId, Unqualified(name.Text))));
            _alternate = Unambiguous(names.Where(name => name.Kind == NameKind.Alternate).Select(name => (name.SkillId, name.Text)));
        }

        public (SkillId Id, string Basis)? Find(string name, SkillKind kind)
        {
            if (Preferred(name) is { } whole)
                return (whole, $"ESCO names it “{_titles[whole]}” too.");
            if (kind != SkillKind.Technology)
                return null;
            if (Spelled().Match(name) is { Success: true } spelled && Spells(spelled.Groups["words"].Value, spelled.Groups["letters"].Value))
            {
                var words = spelled.Groups["words"].Value;
                // Without "system" or "language" the words name what is done, not what it is done with.
                var isThing = Kinds.Contains(words[(words.LastIndexOf(' ') + 1)..]) || !spelled.Groups["kind"].Success;
                if (isThing && (Preferred(words) ?? (spelled.Groups["kind"].Success ? null : Preferred(spelled.Groups["letters"].Value))) is { } found)
                    return (found, $"O*NET writes “{_titles[found]}” out and abbreviated: “{name}”.");
                if (isThing && Alternate(words) is { } other)
                    return (other, $"ESCO also calls “{_titles[other]}” “{words}”.");
            }

            if (Makers.FirstOrDefault(maker => name.StartsWith(maker, StringComparison.Ordinal)) is { } maker
                && Preferred(name[maker.Length..]) is { } product && _titles[product].Any(char.IsUpper))
                return (product, $"“{name}” is “{_titles[product]}” with the name of its maker.");
            return Alternate(name) is { } id ? (id, $"ESCO also calls “{_titles[id]}” “{name}”.") : null;
        }

        private SkillId? Preferred(string name) => Agrees(_preferred, name);

        // ESCO lists products as other labels of what they are for ("Git" under tools, "Blackboard Learning System" under learning management
        // systems). Only a label that holds the whole title is another name of the thing itself: "FileMaker Pro", "IBM DB2".
        private SkillId? Alternate(string name) => Agrees(_alternate, name) is { } id && Words(_titles[id]).IsSubsetOf(Words(name)) ? id : null;

        private static SkillId? Agrees(Dictionary<string, (SkillId Id, string Text)> labels, string name) =>
            labels.TryGetValue(Key(name), out var label)
            && (name.Length > ShortName || string.Equals(label.Text, name, StringComparison.Ordinal)) ? label.Id : null;

        private static Dictionary<string, (SkillId Id, string Text)> Unambiguous(IEnumerable<(SkillId Id, string Text)> labels) => labels
            .GroupBy(label => Key(label.Text))
            .Where(group => group.DistinctBy(label => label.Id).Count() == 1)
            .ToDictionary(group => group.Key, group => group.First());

        private static HashSet<string> Words(string text) => [.. Key(text).Split(' ').Where(word => word.Length > 1 && !Kinds.Contains(word))];
    }

    /// <summary>Whether the letters abbreviate the words: their initials stand in them in order. <c>SoftRisk SQL</c> does not.</summary>
    private static bool Spells(string words, string letters)
    {
        if (char.ToUpperInvariant(words[0]) != letters[0] || !words.Contains(' ', StringComparison.Ordinal))
            return false;
        var at = 0;
        foreach (var word in words.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            at = letters.IndexOf(word[..1], at, StringComparison.OrdinalIgnoreCase) + 1;
            if (at == 0)
                return false;
        }

        return true;
    }

    /// <summary>Lower case, one space between words, a plural of the last word as its singular, hyphens as spaces, British endings as American. <c>+</c> and <c>#</c> stay: C is not C++.</summary>
    private static string Key(string text)
    {
        var key = Gaps().Replace(text.ToLowerInvariant(), " ").Trim()
            .Replace("elling", "eling", StringComparison.Ordinal).Replace("isation", "ization", StringComparison.Ordinal);
        return key.Length > 4 && key.EndsWith('s') && !key.EndsWith("ss", StringComparison.Ordinal) ? key[..^1] : key;
    }

    private static string Unqualified(string label) => Qualifier().Replace(label, "");

    [GeneratedRegex(@"\s*\([^()]*\)$")]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"[\s\-]+")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"^(?<words>.+) (?<letters>[A-Z][A-Z0-9/]+)(?<kind> software| systems?)?$")]
    private static partial Regex Spelled();
}
