using System.Security.Cryptography;

namespace Cairn.Web.Hosting;

/// <summary>A strict content security policy and its companions on every answer: no inline script or style, no third party, no frame.</summary>
internal static class SecurityHeaders
{
    private const string NonceKey = "csp-nonce";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[NonceKey] = nonce;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
            "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    });

    /// <summary>The nonce of this answer, for the import map.</summary>
    public static string CspNonce(this HttpContext context) => (string?)context.Items[NonceKey] ?? "";
}
