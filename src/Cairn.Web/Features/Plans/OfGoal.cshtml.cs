using System.Globalization;
using Cairn.Web.Data;
using Cairn.Web.Features.Explore.Occupations;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Plans;

/// <summary>The plans of a goal: side by side, as a picture, and one of them week by week. Other limits are tried in the address.</summary>
internal sealed class OfGoalModel(CairnDb db, SearchEngine search, ReadOccupation read, BuildPlan build, ChangeGoal change, KeepPlan keep, TimeProvider clock, Texts t) : PageModel
{
    /// <summary>A page without a script waits this long for the proof; after that it says what is known so far.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(2500);

    /// <summary>A slider that moves gets what is known at once, and asks again by itself.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(300);

    [BindProperty(SupportsGet = true)]
    public TriedLimits Tried { get; set; } = new();

    public Goal Goal { get; private set; } = null!;
    public GoalLimits Limits { get; private set; } = null!;
    public DateOnly FirstDay { get; private set; }
    public PlanState State { get; private set; } = null!;
    public PlanView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(string link, string? plan, CancellationToken cancellationToken)
    {
        PrivatePage.Mark(Response);
        if (await GoalAccess.FindAsync(db, link, cancellationToken) is not { } goal)
            return NotFound();
        var index = await search.IndexAsync(cancellationToken);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        Goal = goal;
        FirstDay = goal.Limits.FirstDay(clock);
        Limits = Tried.Over(goal.Limits, FirstDay, t, (field, said) => ModelState.AddModelError($"{nameof(Tried)}.{field}", said));
        var patience = Request.Headers["X-Fragment"] == "1" ? Glance : Patience;
        State = await build.RunAsync(goal, Limits, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", patience, cancellationToken);
        var entry = goal.OccupationId is { } id && await read.RunAsync(index, id, language, cancellationToken) is { } facts ? EntrySummary.Of(facts.Entry, t) : null;
        var title = GoalTitle.Of(goal, index, language, t);
        if (State.Findings is { } findings)
            View = new PlanView(PlanSheet.Of(State.Request, findings, State.Assumptions, State.Programs, plan), title, entry, index, language, State.Plan, key => Address(key), goal.Link);
        return Page();
    }

    /// <summary>Takes the limits in the address into the goal.</summary>
    public Task<IActionResult> OnPostLimitsAsync(string link, CancellationToken cancellationToken) =>
        TakeAsync(link, goal => Tried.Over(goal.Limits, goal.Limits.FirstDay(clock), t, (_, _) => { }), cancellationToken);

    /// <summary>Accepts the one change that was offered because nothing fits.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(string link, string dimension, string to, CancellationToken cancellationToken) =>
        AcceptedChange.Read(dimension, to) is { } accepted
            ? await TakeAsync(link, goal => Tried.Over(goal.Limits, goal.Limits.FirstDay(clock), t, (_, _) => { }).Accept(accepted), cancellationToken)
            : BadRequest();

    public async Task<IActionResult> OnPostKeepAsync(string link, string made, string plan, CancellationToken cancellationToken)
    {
        if (await GoalAccess.FindAsync(db, link, cancellationToken) is not { } goal)
            return NotFound();
        var kept = await keep.RunAsync(goal.Id, made, plan, cancellationToken);
        return kept is null ? Redirect(Url.GoalPlan(link)) : Redirect(Url.Content($"~/plans/{kept}?plan={Uri.EscapeDataString(plan)}"));
    }

    /// <summary>This page with another plan shown, at the limits being tried.</summary>
    public string Address(string plan) => $"{Url.GoalPlan(Goal.Link)}?plan={Uri.EscapeDataString(plan)}{Query("&")}";

    /// <summary>The limits being tried, for an address.</summary>
    public string Query(string first) => !Tried.Any ? "" : first + string.Join('&',
        new (string Name, string? Value)[] { ("Hours", Tried.Hours), ("Spend", Tried.Spend), ("SpendTop", Tried.SpendTop), ("Weeks", Tried.Weeks), ("WeeksTop", Tried.WeeksTop) }
            .Where(entry => entry.Value is not null).Select(entry => $"Tried.{entry.Name}={Uri.EscapeDataString(entry.Value!)}"));

    private async Task<IActionResult> TakeAsync(string link, Func<Goal, GoalLimits> limits, CancellationToken cancellationToken) =>
        await change.RunAsync(link, goal => goal.SetLimits(limits(goal)), cancellationToken) ? Redirect(Url.GoalPlan(link)) : NotFound();
}
