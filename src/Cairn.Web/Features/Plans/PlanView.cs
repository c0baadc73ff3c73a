using Cairn.Web.Drawing;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Goals;
using Cairn.Web.Features.Skills;
using Microsoft.AspNetCore.Mvc;

namespace Cairn.Web.Features.Plans;

/// <summary>A plan sheet with the names and addresses its pages need.</summary>
/// <param name="Sheet">What is shown.</param>
/// <param name="Title">What the goal is called.</param>
/// <param name="Entry">What the occupation asks for besides skills; null for single skills.</param>
/// <param name="Index">Names.</param>
/// <param name="Language">Of the reader.</param>
/// <param name="Plan">The stored plan, once there is one.</param>
/// <param name="Address">The address of this page with another plan shown.</param>
/// <param name="GoalLink">The goal's link for its owner; null on a page that is shown to others.</param>
internal sealed record PlanView(
    PlanSheet Sheet, string Title, EntrySummary? Entry, CatalogueIndex Index, string Language, Plan? Plan, Func<string, string> Address, string? GoalLink)
{
    public LocalName SkillName(string skill) => FindGoal.NameOf(Index, new SkillId(skill), Language) ?? new LocalName("und", skill);

    public ProgramInPlan? Program(string id) => Sheet.Programs.GetValueOrDefault(id);

    public string ProgramName(string id) => Program(id)?.Name ?? Sheet.Request.Programs.FirstOrDefault(program => program.Id == id)?.Name ?? id;

    /// <summary>The page of a program here; null when the catalogue no longer has it.</summary>
    public string? ProgramHref(string id, IUrlHelper url) =>
        Index.ProgramNumbers.ContainsKey(new ProgramId(id)) ? url.Content(ExploreLinks.Program(new ProgramId(id))) : null;

    public Frontier Picture(PlanWords words)
    {
        var sheet = Sheet;
        var most = sheet.Cards.Select(card => sheet.ApprovedIn(card.Plan)).Concat((sheet.Answer.Frontier ?? []).Select(point => sheet.ApprovedIn(point.Plan))).DefaultIfEmpty().Max();
        var points = sheet.Answer.Frontier is { Count: > 0 } frontier
            ? frontier.Select((point, i) => Point(sheet.NameOf(point) ?? PlanSheet.Point + i, sheet.NameOf(point), point.Plan))
            : sheet.Cards.DistinctBy(card => (card.Plan.Cost, card.Plan.Weeks)).Select(card => Point(card.Key, card.Key, card.Plan));
        return new Frontier("frontier", [.. points], sheet.Currency, sheet.Request.Limits.FinishBy, sheet.Answer.FrontierComplete == true, most > 0 ? most : null);

        Drawing.FrontierPoint Point(string key, string? named, Cairn.Planning.Contract.LearnerPlan plan) => new(
            Address(key), sheet.Finish(plan), plan.Cost, most > 0 ? sheet.ApprovedIn(plan) : null, named is null ? null : words.Name(sheet.Ways.First(way => way.Any(card => card.Key == named))), IsChosen: key == sheet.Chosen || ReferenceEquals(plan, sheet.Shown));
    }

    public PlanWeeks Weeks(IUrlHelper url) => new(
        "weeks",
        [.. Sheet.Shown!.Programs.Select(planned => new PlannedProgram(
            ProgramName(planned.Id), ProgramHref(planned.Id, url), Sheet.Request.Programs.First(program => program.Id == planned.Id).Hours, planned.Start, planned.Finish))],
        [.. Payments.ByMonth(Sheet.Shown, Sheet.Request).Select(paid => new MonthPayment(paid.Month, paid.Amount))],
        Sheet.Currency);
}
