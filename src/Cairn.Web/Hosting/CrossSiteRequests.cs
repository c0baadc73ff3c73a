namespace Cairn.Web.Hosting;

/// <summary>
/// Refuses every unsafe request that may come from another site: <c>Sec-Fetch-Site</c> must be same-origin or none, or, where a client does
/// not send it, <c>Origin</c> must be ours. A client that sends neither does not say where it comes from, and is refused too.
/// </summary>
internal static class CrossSiteRequests
{
    public static void RefuseCrossSiteRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsSafe(context.Request.Method) || IsOurs(context.Request))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await context.Response.WriteAsync("This request came from another site, or did not say where it came from. Open the page here and send it again.");
    });

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
            return site == "same-origin" || site == "none";
        return request.Headers.TryGetValue("Origin", out var origin)
            && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
