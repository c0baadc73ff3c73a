using System.Globalization;
using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Goals;

/// <summary>Hours, money, dates, languages, what may be planned with, and the aid a person has or hopes for.</summary>
internal sealed class LimitsModel(CairnDb db, SearchEngine search, ChangeGoal change, TimeProvider clock, Texts t) : PageModel
{
    private const int MostAid = 20;
    private CatalogueIndex _index = null!;

    public Goal Goal { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public IReadOnlyList<string> CatalogueLanguages { get; private set; } = [];

    [BindProperty]
    public LimitsForm Limits { get; set; } = new();

    [BindProperty]
    public AidForm Aid { get; set; } = new();

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    public async Task<IActionResult> OnGetAsync(string link, string? program, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(link, cancellationToken))
            return NotFound();
        Limits = LimitsForm.Of(Goal.Limits, Culture);
        Aid.Programs = program;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string link, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(link, cancellationToken))
            return NotFound();
        ModelState.Clear();
        var limits = Limits.Read(Goal.Limits, t, Culture, clock, (field, said) => Refuse($"{nameof(Limits)}.{field}", said));
        if (!ModelState.IsValid)
            return Page();
        await change.RunAsync(link, goal => goal.SetLimits(limits), cancellationToken);
        return Redirect(Url.GoalPlan(link));
    }

    public async Task<IActionResult> OnPostAidAsync(string link, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(link, cancellationToken))
            return NotFound();
        ModelState.Clear();
        Limits = LimitsForm.Of(Goal.Limits, Culture);
        var aid = Aid.Read(Goal, ProviderCalled, ProgramAt, t, Culture, (field, said) => Refuse($"{nameof(Aid)}.{field}", said));
        if (Goal.Aid.Count >= MostAid)
            Refuse($"{nameof(Aid)}.{nameof(AidForm.Name)}", t["A goal keeps at most {0} entries of aid. Remove one first.", MostAid]);
        if (!ModelState.IsValid || aid is null)
            return Page();
        await change.RunAsync(link, goal => goal.AddAid(aid), cancellationToken);
        return Redirect(Url.GoalLimits(link) + "#aid");
    }

    public async Task<IActionResult> OnPostRemoveAidAsync(string link, int ordinal, CancellationToken cancellationToken) =>
        await change.RunAsync(link, goal => goal.RemoveAid(ordinal), cancellationToken) ? Redirect(Url.GoalLimits(link) + "#aid") : NotFound();

    public string WhatFor(GoalAid aid) => aid switch
    {
        { ProgramIds: [var one] } => ProgramName(one),
        { ProgramIds: { Count: > 1 } several } => t["{0} programs: {1}", several.Count, string.Join(", ", several.Select(ProgramName))],
        { ProviderId: { } provider } => t["programs of {0}", _index.ProviderNumbers.TryGetValue(provider, out var number) ? _index.Providers[number].Name : provider.Value],
        _ => t["any program with a price of its own"],
    };

    private string ProgramName(ProgramId program) =>
        _index.ProgramNumbers.TryGetValue(program, out var number) ? _index.Programs[number].Names.In(Culture.TwoLetterISOLanguageName).Text : program.Value;

    private void Refuse(string field, string said) => ModelState.AddModelError(field, said);

    private ProviderId? ProviderCalled(string name)
    {
        var called = _index.Providers.Where(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase) || p.Id.Value == name).Take(2).ToList();
        return called.Count == 1 ? called[0].Id : null;
    }

    /// <summary>By its id or by the address of its page here.</summary>
    private ProgramId? ProgramAt(string text)
    {
        var last = Uri.UnescapeDataString(text[(text.LastIndexOf('/') + 1)..].Split('?', '#')[0]);
        return _index.ProgramNumbers.ContainsKey(new ProgramId(last)) ? new ProgramId(last) : null;
    }

    private async Task<bool> ReadAsync(string link, CancellationToken cancellationToken)
    {
        PrivatePage.Mark(Response);
        if (await GoalAccess.FindAsync(db, link, cancellationToken) is not { } goal)
            return false;
        _index = await search.IndexAsync(cancellationToken);
        Goal = goal;
        Title = GoalTitle.Of(goal, _index, Culture.TwoLetterISOLanguageName, t);
        CatalogueLanguages = [.. CatalogueLanguage.MostTaught(_index).Union(goal.Limits.LanguageList)];
        return true;
    }
}
