namespace Cairn.Web.Features.Goals;

/// <summary>A page that opens by its link alone: no copy in shared caches, none in search engines, and the link is told to no other site.</summary>
internal static class PrivatePage
{
    public static void Mark(HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-cache";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
