using System.Globalization;
using Cairn.Web.Data;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Shared;
using Cairn.Web.Features.Skills;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Goals;

/// <summary>From a few words to a goal: what to reach, then hours, money and a date. Each step is an address that can be shared and gone back to.</summary>
internal sealed class NewModel(CairnDb db, SearchEngine search, FindGoal find, StartGoal start, PlanCurrency currency, TimeProvider clock, Texts t) : PageModel
{
    public const int MostSkills = 20;
    private CatalogueIndex _index = null!;

    /// <summary>What to reach, as typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary><c>advance</c>, <c>switch</c> or <c>skill</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Route { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Occupation { get; set; }

    /// <summary>Chosen skills, by id.</summary>
    [BindProperty(SupportsGet = true, Name = "skill")]
    public List<string> Skill { get; set; } = [];

    /// <summary>Levels of the chosen skills, in their order.</summary>
    [BindProperty(Name = "level")]
    public List<int> Level { get; set; } = [];

    /// <summary>Present occupation, by id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Present { get; set; }

    /// <summary>Present occupation, as typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Now { get; set; }

    /// <summary>The typed present occupation that choices were offered for: a text changed since is read anew.</summary>
    [BindProperty]
    public string? AskedNow { get; set; }

    /// <summary>One more skill, as typed.</summary>
    [BindProperty]
    public string? More { get; set; }

    [BindProperty]
    public LimitsForm Limits { get; set; } = new();

    /// <summary>What the typed text may mean, to pick from.</summary>
    public IReadOnlyList<Suggestion> Possible { get; private set; } = [];

    /// <summary>What the typed present occupation may mean, to pick from.</summary>
    public IReadOnlyList<Suggestion> PossiblePresent { get; private set; } = [];

    /// <summary>What the typed further skill may mean, to pick from.</summary>
    public IReadOnlyList<Suggestion> PossibleMore { get; private set; } = [];

    public string? OccupationName { get; private set; }
    public string? PresentName { get; private set; }
    public IReadOnlyList<(SkillId Id, LocalName Name)> Skills { get; private set; } = [];
    public NextSteps? Steps { get; private set; }
    public IReadOnlyList<string> CatalogueLanguages { get; private set; } = [];
    public bool IsAdvance => Route == "advance";

    /// <summary>What to reach is known; only the limits are open.</summary>
    public bool IsChosen => OccupationName is not null || Skills.Count > 0;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Limits = LimitsForm.Of(Defaults(), CultureInfo.CurrentCulture);
        if (IsAdvance && PresentName is null && Request.Query.ContainsKey("now"))
            PossiblePresent = Means(Now, SuggestKind.Occupation, nameof(Now), one => Present = one.Id);
        if (IsAdvance && PresentName is null && Present is not null)
            PresentName = FindGoal.NameOf(_index, new OccupationId(Present), Language);
        if (IsAdvance && PresentName is not null && !IsChosen)
            Steps = await new FindNextSteps(db).RunAsync(new OccupationId(Present!), cancellationToken);
        if (Request.Query.ContainsKey("q") && Skills.Count > 0)
            AddSkill(Q);
        else if (Request.Query.ContainsKey("q"))
            Possible = Means(Q, Route == "skill" ? SuggestKind.Skill : SuggestKind.All, nameof(Q), Choose);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        // The enter key in the field of one more skill, or the wrong button: what was typed there is not passed over.
        if (!string.IsNullOrWhiteSpace(More))
        {
            AddSkill(More);
            return Page();
        }

        var limits = Limits.Read(Defaults(), t, CultureInfo.CurrentCulture, clock, (field, said) => ModelState.AddModelError($"{nameof(Limits)}.{field}", said));
        if (!IsChosen)
            ModelState.AddModelError(nameof(Q), t["Choose first what you want to be able to do."]);
        ReadPresent();
        if (!ModelState.IsValid)
            return Page();

        var present = Present is { Length: > 0 } known ? new OccupationId(known) : (OccupationId?)null;
        var goal = OccupationName is not null
            ? Goal.ForOccupation(IsAdvance ? GoalRoute.Advance : GoalRoute.Switch, new OccupationId(Occupation!), present, limits, clock)
            : Goal.ForSkills(Skills.Select((skill, i) => (skill.Id, i < Level.Count ? Math.Clamp(Level[i], 1, 3) : 2)), present, limits, clock);
        await start.RunAsync(goal, cancellationToken);
        return Redirect(Url.Goal(goal.Link));
    }

    /// <summary>One more skill in the form as it stands: the rest of it is not read yet, and nothing typed is lost.</summary>
    public async Task<IActionResult> OnPostAddAsync(string? pick, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (pick is not null && FindGoal.NameOf(_index, new SkillId(pick), Language) is { } name)
            Add(new Suggestion("skill", pick, name.Text, "", null));
        else
            AddSkill(More);
        return Page();
    }

    /// <summary>The address of this page with one more choice made.</summary>
    public string With(Suggestion choice)
    {
        var query = new List<string>();
        if (Route is not null)
            query.Add("route=" + Uri.EscapeDataString(Route));
        if (Present is not null)
            query.Add("present=" + Uri.EscapeDataString(Present));
        query.AddRange(Skills.Select(skill => "skill=" + Uri.EscapeDataString(skill.Id.Value)));
        query.Add(choice.Kind + "=" + Uri.EscapeDataString(choice.Id));
        return Url.NewGoal() + "?" + string.Join('&', query);
    }

    public string NameOf(OccupationId id) => FindGoal.NameOf(_index, id, Language) ?? id.Value;

    public string WithPresent(string id) => $"{Url.NewGoal()}?route=advance&present={Uri.EscapeDataString(id)}";

    public string WithStep(OccupationId id) => $"{WithPresent(Present!)}&occupation={Uri.EscapeDataString(id.Value)}";

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        _index = await search.IndexAsync(cancellationToken);
        if (Occupation is { Length: > 0 })
        {
            OccupationName = FindGoal.NameOf(_index, new OccupationId(Occupation), Language);
            if (OccupationName is null)
                ModelState.AddModelError(nameof(Q), t["No occupation here has the code “{0}”. Search for it by its name.", Occupation]);
        }

        if (Present is { Length: > 0 })
        {
            PresentName = FindGoal.NameOf(_index, new OccupationId(Present), Language);
            if (PresentName is null)
                ModelState.AddModelError(nameof(Now), t["No occupation here has the code “{0}”. Search for it by its name.", Present]);
        }

        var known = new List<(SkillId, LocalName)>();
        foreach (var id in Skill.Where(id => id.Length > 0).Distinct().Take(MostSkills).Select(id => new SkillId(id)))
        {
            if (FindGoal.NameOf(_index, id, Language) is { } name)
                known.Add((id, name));
            else
                ModelState.AddModelError(nameof(Q), t["No skill here has the code “{0}”. Search for it by its name.", id.Value]);
        }

        Skills = known;
        CatalogueLanguages = CatalogueLanguage.MostTaught(_index);
    }

    /// <summary>A typed present occupation names one, or is asked about, or is refused; never passed over.</summary>
    private void ReadPresent()
    {
        if (string.IsNullOrWhiteSpace(Now) || (Now == AskedNow && Request.Form.ContainsKey(nameof(Present))))
            return;
        (Present, PresentName) = (null, null);
        PossiblePresent = Means(Now, SuggestKind.Occupation, nameof(Now), one => Present = one.Id);
        if (PossiblePresent.Count > 0)
            ModelState.AddModelError(nameof(Now), t["“{0}” may mean several things. Pick one of them.", Now.Trim()]);
    }

    private void AddSkill(string? typed)
    {
        More = typed;
        PossibleMore = Means(typed, SuggestKind.Skill, nameof(More), Add);
        if (PossibleMore.Count > 0)
            ModelState.AddModelError(nameof(More), t["“{0}” may mean several things. Pick one of them.", typed!.Trim()]);
    }

    private void Add(Suggestion skill)
    {
        if (Skills.Count < MostSkills)
            Choose(skill);
        More = null;
        ModelState.Remove(nameof(More));
    }

    private void Choose(Suggestion certain)
    {
        if (certain.Kind == "occupation")
        {
            Occupation = certain.Id;
            OccupationName = certain.Label;
        }
        else if (Skills.All(skill => skill.Id.Value != certain.Id))
            Skills = [.. Skills, (new SkillId(certain.Id), FindGoal.NameOf(_index, new SkillId(certain.Id), Language)!.Value)];
    }

    private IReadOnlyList<Suggestion> Means(string? typed, SuggestKind kind, string field, Action<Suggestion> take)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            ModelState.AddModelError(field, kind switch
            {
                SuggestKind.Occupation => t["Write the name of a job, such as bookkeeper."],
                SuggestKind.Skill => t["Write a skill, such as SQL."],
                _ => t["Write a job or a skill, such as data analyst or SQL."],
            });
            return [];
        }

        var reading = find.Run(_index, typed, kind, Language);
        if (reading.Certain is { } certain)
        {
            take(certain);
            return [];
        }

        if (reading.Possible.Count == 0)
            ModelState.AddModelError(field, t["Nothing here is called “{0}” or anything near it. Try a more common word for it.", typed.Trim()]);
        return reading.Possible;
    }

    /// <summary>Languages the reader surely reads, and the currency most programs here can be planned in.</summary>
    private GoalLimits Defaults() => new()
    {
        Currency = currency.Of(_index, new GoalLimits().Today(clock)),
        Languages = Language == "en" ? "en" : $"{Language} en",
    };
}
