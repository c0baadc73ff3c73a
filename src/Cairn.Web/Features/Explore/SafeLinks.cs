namespace Cairn.Web.Features.Explore;

/// <summary>Addresses from imported lists are only words until they are web addresses.</summary>
internal static class SafeLinks
{
    public static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
