using Microsoft.AspNetCore.Mvc;

namespace Cairn.Web.Features.Verification;

/// <summary>Addresses of the pages of this feature, in the language of the request.</summary>
internal static class VerificationLinks
{
    public static string Verify(this IUrlHelper url) => url.Content("~/verify");
}
