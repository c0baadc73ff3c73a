using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Shared;

/// <summary>What is shown in place of an answer, in plain words: what happened, and what to do now.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel(Texts t) : PageModel
{
    public string Heading { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public string Next { get; private set; } = "";

    /// <summary>Only for faults of ours.</summary>
    public string? Trace { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var shownInPlace = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        // Nobody links here; whoever types the address finds nothing.
        if (!shownInPlace) Response.StatusCode = StatusCodes.Status404NotFound;
        Explain(Response.StatusCode);
    }

    private void Explain(int status)
    {
        (Heading, Reason, Next) = status switch
        {
            404 or 410 => (t["There is no page here"], t["The address may be mistyped, or the page was taken away."], t["Check the address, or begin again from the first page."]),
            403 => (t["This page is not open to you"], t["It belongs to someone else, or needs an invitation."], t["Ask the person who sent you the link."]),
            413 => (t["That was too large"], t["What was sent is larger than this page takes."], t["Send less, or a smaller file. Nothing was changed."]),
            429 => (t["Too many requests"], t["Many requests came from your address in a short time."], t["Wait a minute and try again. Nothing is lost."]),
            503 => (t["Not ready yet"], t["This site is starting or is very busy."], t["Wait a minute and try again. Nothing is lost."]),
            >= 500 => (t["Something went wrong here"], t["It is our fault, not yours. Nothing was half done."], t["Go back and try again. If it happens again, tell the people who run this site."]),
            _ => (t["This request could not be read"], t["Part of the address or of the form is not what this page expects."], t["Go back, check what you wrote, and try again. Nothing was changed."]),
        };
        Trace = status >= 500 && status != 503 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;
    }
}
