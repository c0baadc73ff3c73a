using System.Globalization;
using Cairn.Web.Data;
using Cairn.Web.Drawing;
using Cairn.Web.Features.Explore.Occupations;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Shared;
using Cairn.Web.Features.Skills;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NeedRemark = Cairn.Web.Features.Skills.Needs.NeedRemark;

namespace Cairn.Web.Features.Goals;

/// <summary>A goal and its gap: entry conditions first, then skill by skill what is needed, held and missing.</summary>
internal sealed class ShowModel(CairnDb db, SearchEngine search, ReadOccupation read, WorkOutGap workOutGap, ChangeGoal change, FindGoal find, NeedWords words, Texts t) : PageModel
{
    public const int MostStatements = 300;
    private CatalogueIndex _index = null!;

    public Goal Goal { get; private set; } = null!;
    public Gap Gap { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public OccupationFacts? Facts { get; private set; }
    public EntrySummary Entry { get; private set; } = new([], null, false, false);
    public string? PresentName { get; private set; }

    /// <summary>Present occupation, as typed.</summary>
    [BindProperty]
    public string? Now { get; set; }

    public IReadOnlyList<Suggestion> PossiblePresent { get; private set; } = [];

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public async Task<IActionResult> OnGetAsync(string link, CancellationToken cancellationToken) =>
        await ReadAsync(link, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostHoldAsync(string link, string skill, int level, CancellationToken cancellationToken) =>
        SayAsync(link, skill, GoalSkillRole.Held, level, cancellationToken);

    public Task<IActionResult> OnPostDropAsync(string link, string skill, CancellationToken cancellationToken) =>
        ChangeAsync(link, skill, goal => goal.Unsay(new SkillId(skill), GoalSkillRole.Held), cancellationToken);

    public Task<IActionResult> OnPostAddAsync(string link, string skill, int level, CancellationToken cancellationToken) =>
        SayAsync(link, skill, GoalSkillRole.Added, level, cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(string link, string skill, CancellationToken cancellationToken) =>
        ChangeAsync(link, skill, goal => goal.Say(new SkillId(skill), GoalSkillRole.Removed, 0), cancellationToken);

    public Task<IActionResult> OnPostRestoreAsync(string link, string skill, CancellationToken cancellationToken) =>
        ChangeAsync(link, skill, goal => goal.Unsay(new SkillId(skill), GoalSkillRole.Removed), cancellationToken);

    /// <summary>Confirms those suggestions of the present occupation that were ticked, each at its level.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string link, List<string> held, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(link, cancellationToken))
            return NotFound();
        var offered = Gap.Suggested.Concat(Gap.AlsoShared).Select(row => row.Need.SkillId.Value).ToHashSet();
        await change.RunAsync(link, goal =>
        {
            foreach (var skill in held.Where(offered.Contains))
                goal.Say(new SkillId(skill), GoalSkillRole.Held, int.TryParse(LevelOf(skill), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? Math.Clamp(level, 1, 3) : 2);
        }, cancellationToken);
        return Redirect(Url.Goal(link) + "#skills");
    }

    /// <summary>Each suggestion has a level of its own; what is folded has one for all that was ticked.</summary>
    private string? LevelOf(string skill) => Request.Form.TryGetValue("level-" + skill, out var own) ? own : Request.Form["level"];

    public async Task<IActionResult> OnPostWordAsync(string link, bool counts, CancellationToken cancellationToken) =>
        await change.RunAsync(link, goal => goal.SetOwnWordCounts(counts), cancellationToken) ? Redirect(Url.Goal(link)) : NotFound();

    public async Task<IActionResult> OnPostPresentAsync(string link, string? present, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(link, cancellationToken))
            return NotFound();
        if (present is null && !string.IsNullOrWhiteSpace(Now))
        {
            var reading = find.Run(_index, Now, SuggestKind.Occupation, Language);
            present = reading.Certain?.Id;
            PossiblePresent = reading.Possible;
            if (present is null)
            {
                ModelState.AddModelError(nameof(Now), PossiblePresent.Count == 0
                    ? t["Nothing here is called “{0}” or anything near it. Try a more common word for it.", Now.Trim()]
                    : t["“{0}” may mean several things. Pick one of them.", Now.Trim()]);
                return Page();
            }
        }

        var known = present is { Length: > 0 } && FindGoal.NameOf(_index, new OccupationId(present), Language) is not null ? new OccupationId(present) : (OccupationId?)null;
        await change.RunAsync(link, goal => goal.SetPresentOccupation(known), cancellationToken);
        return Redirect(Url.Goal(link) + "#suggested");
    }

    /// <summary>The picture of where the person stands, by weight.</summary>
    public GapPicture Picture()
    {
        var missing = Gap.Missing.Concat(Gap.NotTaught).ToList();
        return new GapPicture(
            [
                new GapPart(Stone.OwnWord, Gap.Held.Sum(row => (double)row.Need.Weight), Gap.Held.Count),
                new GapPart(null, missing.Sum(row => (double)row.Need.Weight), missing.Count),
            ],
            t.Many(Gap.Held.Count, "Held: {0:N0} skill", "Held: {0:N0} skills"), t["Missing: {0:N0}", missing.Count], null);
    }

    /// <summary>Where the needs come from, when it is not the occupation itself alone.</summary>
    public string? Said(NeedRemark remark) => words.Say(remark, _index, Language);

    /// <summary>How far the person is, in one or two sentences.</summary>
    public string Stand() => Gap.Planned == 1
        ? Gap.Held.Count == 1 ? t["You hold the one skill planned for."]
            : Gap.Missing.Count == 1 ? t["You do not hold the one skill planned for yet. Programs here teach it."]
            : t["You do not hold the one skill planned for yet."]
        : t["You hold {1:N0} of the {0:N0} skills planned for.", Gap.Planned, Gap.Held.Count] + " " + (Gap.Missing.Count + Gap.NotTaught.Count == 0 ? "" : t["Programs here teach {0:N0} of those that are missing.", Gap.Missing.Count]);

    /// <summary>How many programs teach a skill, counting those that plans may use; why none may, where none may.</summary>
    public string Taught(GapRow row) => row switch
    {
        { Plannable: > 0 } => t.Many(row.Plannable, "{0:N0} program teaches it", "{0:N0} programs teach it"),
        { Older: > 0 } => t.Many(row.Older, "{0:N0} program teaches it, with facts older than twelve months", "{0:N0} programs teach it, with facts older than twelve months"),
        { TeachingAtLevel: > 0 } => t.Many(row.TeachingAtLevel,
            "{0:N0} program teaches it, without the hours, price or language a plan needs", "{0:N0} programs teach it, without the hours, price or language a plan needs"),
        { Teaching: > 0 } => t.Many(row.Teaching, "{0:N0} program teaches it, not to this level", "{0:N0} programs teach it, none to this level"),
        _ => t["none in this catalogue"],
    };

    public string SourceOf(GoalNeed need) => need.Source switch
    {
        OccupationSkillSource.EscoEssential => t["ESCO: essential"],
        OccupationSkillSource.EscoOptional => t["ESCO: optional"],
        OccupationSkillSource.OnetTechnology => t["O*NET: a technology used in this work"],
        OccupationSkillSource.OnetKnowledge => t["O*NET: knowledge"],
        null => t["chosen by you"],
        _ => "O*NET",
    };

    private async Task<IActionResult> SayAsync(string link, string skill, GoalSkillRole role, int level, CancellationToken cancellationToken)
    {
        if (level is < 1 or > 3)
            return BadRequest();
        return await ChangeAsync(link, skill, goal => goal.Say(new SkillId(skill), role, level), cancellationToken);
    }

    private async Task<IActionResult> ChangeAsync(string link, string skill, Action<Goal> say, CancellationToken cancellationToken)
    {
        var index = await search.IndexAsync(cancellationToken);
        if (!index.SkillNumbers.ContainsKey(new SkillId(skill)))
            return BadRequest();
        var found = await change.RunAsync(link, goal =>
        {
            if (goal.Skills.Count < MostStatements)
                say(goal);
        }, cancellationToken);
        return found ? Redirect($"{Url.Goal(link)}#{Anchor(skill)}") : NotFound();
    }

    public static string Anchor(string skill) => "s-" + string.Concat(skill.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));

    private async Task<bool> ReadAsync(string link, CancellationToken cancellationToken)
    {
        PrivatePage.Mark(Response);
        if (await GoalAccess.FindAsync(db, link, cancellationToken) is not { } goal)
            return false;
        _index = await search.IndexAsync(cancellationToken);
        Goal = goal;
        Gap = await workOutGap.RunAsync(_index, goal, Language, cancellationToken);
        Title = GoalTitle.Of(goal, _index, Language, t);
        if (goal.PresentOccupationId is { } now)
            PresentName = FindGoal.NameOf(_index, now, Language);
        if (goal.OccupationId is { } occupation && await read.RunAsync(_index, occupation, Language, cancellationToken) is { } facts)
        {
            Facts = facts;
            Entry = EntrySummary.Of(facts.Entry, t);
        }

        return true;
    }
}
