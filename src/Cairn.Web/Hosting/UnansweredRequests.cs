using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Cairn.Web.Hosting;

/// <summary>
/// Refuses what no handler of a page answers: another method, an action that no form of ours has, a form that cannot be read, a value that
/// is missing. Without it the page would be drawn although nothing had filled it, or a handler would meet a null it was promised not to.
/// </summary>
internal sealed class UnansweredRequests(IModelMetadataProvider metadata) : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Refused(context) is { } status)
            context.Result = new StatusCodeResult(status);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    private int? Refused(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is { } handler)
        {
            if (handler.Parameters.FirstOrDefault(parameter => IsMissing(parameter, context)) is not { } missing)
                return null;
            // Spaces alone in the place of a link or an id are an address that leads nowhere.
            return context.RouteData.Values.TryGetValue(missing.Name, out var given) && string.IsNullOrWhiteSpace(given as string)
                ? StatusCodes.Status404NotFound
                : StatusCodes.Status400BadRequest;
        }

        // A page without any handler only shows words; asking what is allowed changes nothing; a refusal is shown whatever the method was.
        if (context.ActionDescriptor.HandlerMethods.Count == 0 || HttpMethods.IsOptions(method) || IsShownInPlace(context.HttpContext))
            return null;
        return HttpMethods.IsPost(method) ? StatusCodes.Status400BadRequest
            : HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? StatusCodes.Status404NotFound
            : StatusCodes.Status405MethodNotAllowed;
    }

    private static bool IsShownInPlace(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    private bool IsMissing(Microsoft.AspNetCore.Mvc.Abstractions.ParameterDescriptor parameter, PageHandlerExecutingContext context) =>
        parameter is HandlerParameterDescriptor { ParameterInfo: { ParameterType.IsValueType: false } promised }
        && !(context.HandlerArguments.TryGetValue(parameter.Name, out var value) && value is not null)
        && metadata is ModelMetadataProvider known && known.GetMetadataForParameter(promised).IsRequired;
}
