using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Matching;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Plans;

/// <summary>Every program of the catalogue that teaches one of the skills, with the facts a plan is made of, in an order that never changes by itself.</summary>
internal sealed class FindCandidates(CairnDb db)
{
    /// <param name="skills">Skills by the name the goal knows them by. What another framework calls the same counts for them.</param>
    /// <param name="cancellationToken">Stops the queries.</param>
    public async Task<IReadOnlyList<PlanCandidate>> RunAsync(IReadOnlyCollection<SkillId> skills, CancellationToken cancellationToken)
    {
        var known = await KnownAsAsync(skills, cancellationToken);
        var asked = known.Keys.ToList();
        var links = db.Set<ProgramSkill>().Where(link => asked.Contains(link.SkillId));
        var corrected = db.Set<ProgramSkillCorrection>().Where(c => asked.Contains(c.SkillId));
        var ids = links.Select(link => link.ProgramId).Union(corrected.Where(c => c.Teaches).Select(c => c.ProgramId));

        var programs = await db.Set<LearningProgram>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken);
        var names = (await db.Set<ProgramName>().AsNoTracking().Where(n => ids.Contains(n.ProgramId)).ToListAsync(cancellationToken)).ToLookup(n => n.ProgramId);
        var starts = (await db.Set<ProgramStart>().AsNoTracking().Where(s => ids.Contains(s.ProgramId)).ToListAsync(cancellationToken)).ToLookup(s => s.ProgramId, s => s.StartsOn);
        var approved = (await db.Set<ProgramApproval>().Where(a => ids.Contains(a.ProgramId)).Select(a => a.ProgramId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var providers = await db.Set<Provider>().AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var subscriptions = await db.Set<ProgramSubscription>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancellationToken);
        var taught = Taught(await links.AsNoTracking().ToListAsync(cancellationToken), await corrected.AsNoTracking().ToListAsync(cancellationToken), known);

        return
        [
            .. programs.Where(p => taught.ContainsKey(p.Id))
                .Select(p =>
                {
                    var name = OwnName(p.Id, p.Language, names[p.Id]);
                    return new PlanCandidate
                    {
                        // A list that states no language must not put a course in Spanish into the plan of someone who reads English.
                        Program = p.Language is null ? p with { Language = TitleLanguage.Of(name) } : p,
                        LanguageFromTitle = p.Language is null && TitleLanguage.Of(name) is not null,
                        Name = name,
                        Provider = providers.GetValueOrDefault(p.ProviderId) ?? p.ProviderId.Value,
                        Teaches = taught[p.Id],
                        Starts = [.. starts[p.Id].Order()],
                        Subscription = p.SubscriptionId is { } id ? subscriptions.GetValueOrDefault(id) : null,
                        Approved = approved.Contains(p.Id),
                    };
                })
                // Where two plans are equal the firmer link wins, then the fresher fact; the id only settles the rest.
                .OrderBy(c => c.Teaches.Min(t => t.Basis)).ThenByDescending(c => c.Program.AsOf).ThenBy(c => c.Program.Id.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Known prices of the whole catalogue in a currency, for estimates the person allowed.</summary>
    public async Task<IReadOnlyList<PriceEstimate>> EstimatesAsync(string currency, CancellationToken cancellationToken) =>
        PriceEstimate.From((await db.Set<LearningProgram>().Where(p => p.PriceKind == PriceKind.Once && p.Currency == currency && p.Price != null)
            .Select(p => new { p.Offer, p.Price }).ToListAsync(cancellationToken)).Select(p => (p.Offer, currency, p.Price!.Value)));

    /// <summary>How many programs there are, and how many of them a question within these limits could plan with, for whatever skill.</summary>
    public async Task<(int All, int Usable)> ListedAsync(
        GoalLimits limits, MoneyRates rates, IReadOnlyList<PriceEstimate> estimates, DateOnly today, DateOnly firstDay, CancellationToken cancellationToken)
    {
        var notBefore = limits.AllowOlder ? DateOnly.MinValue : today.AddMonths(-GoalLimits.MonthsFresh);
        var currencies = rates.CurrenciesFor(limits.Currency).ToList();
        var subscriptions = await db.Set<ProgramSubscription>().Where(s => currencies.Contains(s.Currency)).Select(s => s.Id).ToListAsync(cancellationToken);
        var estimated = estimates.Where(e => e.Currency == limits.Currency).Select(e => e.Offer).ToList();
        var usable = db.Set<LearningProgram>().Where(p =>
            p.AsOf >= notBefore && p.Hours != null
            && (p.PriceKind == PriceKind.Free
                || (p.PriceKind == PriceKind.Once && p.Price != null && currencies.Contains(p.Currency!))
                || (p.PriceKind == PriceKind.Unknown && estimated.Contains(p.Offer))
                || subscriptions.Contains(p.SubscriptionId!))
            && (!db.Set<ProgramStart>().Any(s => s.ProgramId == p.Id) || (p.Weeks != null && db.Set<ProgramStart>().Any(s => s.ProgramId == p.Id && s.StartsOn >= firstDay)))
            && (db.Set<ProgramSkill>().Any(link => link.ProgramId == p.Id && (limits.AllowGuesses || link.Basis != SkillBasis.Guessed)
                    && !db.Set<ProgramSkillCorrection>().Any(c => c.ProgramId == p.Id && c.SkillId == link.SkillId && !c.Teaches))
                || db.Set<ProgramSkillCorrection>().Any(c => c.ProgramId == p.Id && c.Teaches)));
        return (await db.Set<LearningProgram>().CountAsync(cancellationToken),
            limits.LanguageList.Count == 0 ? await usable.CountAsync(cancellationToken) : await InAsync(usable, limits, cancellationToken));
    }

    private async Task<int> InAsync(IQueryable<LearningProgram> programs, GoalLimits limits, CancellationToken cancellationToken)
    {
        var stated = await programs.Where(p => p.Language != null).GroupBy(p => p.Language).Select(group => new { Language = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var silent = programs.Where(p => p.Language == null).Select(p => p.Id);
        var titles = await db.Set<ProgramName>().AsNoTracking().Where(name => silent.Contains(name.ProgramId)).ToListAsync(cancellationToken);
        return stated.Where(group => limits.Accepts(group.Language)).Sum(group => group.Count)
            + titles.GroupBy(name => name.ProgramId).Count(names => limits.Accepts(TitleLanguage.Of(OwnName(names.Key, null, names))));
    }

    /// <summary>Each asked skill, and each that is the same under another name, with the name the goal knows it by.</summary>
    private async Task<Dictionary<SkillId, SkillId>> KnownAsAsync(IReadOnlyCollection<SkillId> skills, CancellationToken cancellationToken)
    {
        var asked = skills.ToList();
        var same = await db.Set<SameSkill>().AsNoTracking().Where(s => asked.Contains(s.SkillId) || asked.Contains(s.OtherId)).ToListAsync(cancellationToken);
        var known = asked.ToDictionary(skill => skill);
        foreach (var pair in same)
        {
            // The goal's own name wins; of two asked names that are the same, each keeps its own.
            if (known.ContainsKey(pair.SkillId))
                known.TryAdd(pair.OtherId, pair.SkillId);
            else
                known.TryAdd(pair.SkillId, pair.OtherId);
        }

        return known;
    }

    private static Dictionary<ProgramId, List<TaughtSkill>> Taught(List<ProgramSkill> links, List<ProgramSkillCorrection> corrections, Dictionary<SkillId, SkillId> known)
    {
        var corrected = corrections.ToDictionary(c => (c.ProgramId, c.SkillId));
        var taught = links
            .Where(link => !corrected.ContainsKey((link.ProgramId, link.SkillId)))
            .Select(link => (link.ProgramId, Taught: new TaughtSkill(known[link.SkillId], link.Level, link.Basis, link.Confidence, link.Words)));
        var imported = links.ToDictionary(link => (link.ProgramId, link.SkillId));
        var said = corrections.Where(c => c.Teaches).Select(c =>
        {
            var link = imported.GetValueOrDefault((c.ProgramId, c.SkillId));
            // A person's word lifts a guess to a statement; it never makes an assessment.
            var basis = link is null or { Basis: SkillBasis.Guessed } ? SkillBasis.Listed : link.Basis;
            return (c.ProgramId, Taught: new TaughtSkill(known[c.SkillId], c.Level ?? link?.Level ?? 2, basis, 100, c.Reason ?? link?.Words ?? "") { LevelSaid = c.Level is not null });
        });
        return taught.Concat(said).GroupBy(t => t.ProgramId).ToDictionary(
            group => group.Key,
            group => group.Select(t => t.Taught).OrderBy(t => t.SkillId.Value, StringComparer.Ordinal).ThenBy(t => t.Basis).ToList());
    }

    private static string OwnName(ProgramId id, string? language, IEnumerable<ProgramName> names) =>
        names.OrderBy(n => n.Language == language ? 0 : 1).ThenBy(n => n.Ordinal).ThenBy(n => n.Language, StringComparer.Ordinal).FirstOrDefault()?.Text
        ?? id.Value;
}
