using System.Diagnostics;
using System.Globalization;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Matching;
using Cairn.Web.Features.Skills;

namespace Cairn.StarterData;

/// <summary>Prints a seeded sample of the links of one basis, to be judged by reading, with counts and speed.</summary>
internal static class MeasureLinks
{
    public static int Run(string[] args)
    {
        var (basis, count, seed) = (Enum.Parse<SkillBasis>(args[2], ignoreCase: true), int.Parse(args[3], CultureInfo.InvariantCulture), int.Parse(args[4], CultureInfo.InvariantCulture));
        var labels = FrameworkLabels.Read(args[0]);
        var rows = File.ReadLines(args[1]).Select(l => l.Split('\t')).Select(c => (Title: c[0], Language: c[1].Length == 0 ? null : c[1], Topics: c[2].Split('|', StringSplitOptions.RemoveEmptyEntries))).ToList();

        var watch = Stopwatch.StartNew();
        var matcher = SkillMatcher.Build(labels);
        Console.Error.WriteLine($"{labels.Count} labels, built in {watch.ElapsedMilliseconds} ms, {GC.GetTotalMemory(true) / 1_000_000} MB");
        var names = labels.Where(l => l.NameKind == NameKind.Preferred).GroupBy(l => l.SkillId).ToDictionary(g => g.Key, g => g.First().Text);

        watch.Restart();
        var links = new List<(string Title, string Skill, SkillMatch Match)>();
        var byBasis = new int[4];
        int withPlanable = 0, topics = 0, topicLinks = 0;
        foreach (var row in rows)
        {
            var matches = matcher.Match(row.Title, row.Language, row.Topics);
            topics += row.Topics.Length;
            topicLinks += matches.Count(m => m.Basis == SkillBasis.Listed);
            withPlanable += matches.Any(m => m.Basis != SkillBasis.Guessed) ? 1 : 0;
            foreach (var match in matches)
            {
                byBasis[(int)match.Basis]++;
                if (match.Basis == basis)
                    links.Add((row.Title, names[match.SkillId], match));
            }
        }
        Console.Error.WriteLine($"{rows.Count} programs in {watch.ElapsedMilliseconds} ms = {rows.Count * 1000L / Math.Max(1, watch.ElapsedMilliseconds)}/s; listed {byBasis[1]} (of {topics} topics), title {byBasis[2]}, guessed {byBasis[3]}; programs with a listed or title link {withPlanable}");

        if (count == 0)
        {
            foreach (var group in links.GroupBy(l => (Words: l.Match.Words.ToLowerInvariant(), l.Skill)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Skill, StringComparer.Ordinal))
                Console.WriteLine($"{group.Count()}\t{group.Key.Words}\t{group.Key.Skill}\t{group.First().Title} ~ {group.Skip(group.Count() / 2).First().Title} ~ {group.Last().Title}");
            return 0;
        }
        var random = new Random(seed);
        foreach (var (title, skill, match) in links.OrderBy(_ => random.Next()).Take(count))
            Console.WriteLine($"{match.Confidence}\t{title}\t[{match.Words}]\t→ {skill}");
        return 0;
    }
}
