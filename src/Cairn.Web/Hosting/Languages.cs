using System.Globalization;

namespace Cairn.Web.Hosting;

/// <summary>The language this request is answered in, and the address of the site without a language.</summary>
internal sealed record AddressLanguage(CultureInfo Culture, PathString SiteBase);

/// <summary>
/// The language stands in the address: <c>/es/…</c> for Spanish, nothing for English. The segment moves to the path base,
/// so every link a page generates keeps the language without knowing of it. See docs/adr/0004.
/// </summary>
internal static class Languages
{
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    public static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");

    /// <summary>The first is the one without a segment.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [English, Spanish];

    /// <summary>What machines and signatures refer to has exactly one address.</summary>
    private static readonly PathString[] WithoutLanguage =
        ["/api", "/healthz", "/.well-known", "/credentials", "/achievements", "/issuers", "/status"];

    /// <summary>Must come before anything that answers, error pages and routing included.</summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.Use(SpeakTheLanguageOfTheAddress);

    public static AddressLanguage Language(this HttpContext context) =>
        context.Features.Get<AddressLanguage>() ?? new(English, context.Request.PathBase);

    /// <summary>The name a speaker of the language looks for.</summary>
    public static string OwnName(CultureInfo culture) => culture.TextInfo.ToTitleCase(culture.NativeName);

    public static string Direction(CultureInfo culture) => culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Where a path of this site is found in a language.</summary>
    public static PathString In(CultureInfo culture, PathString siteBase, PathString path)
    {
        var home = culture.Equals(English) ? siteBase : siteBase.Add("/" + culture.Name);
        var bare = path == "/" && home.HasValue ? PathString.Empty : path;
        var whole = home.Add(bare);
        return whole.HasValue ? whole : "/";
    }

    private static async Task SpeakTheLanguageOfTheAddress(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var (pathBase, path) = (request.PathBase, request.Path);
        var culture = English;
        foreach (var other in All.Skip(1))
        {
            var isThisLanguage = path.StartsWithSegments("/" + other.Name, StringComparison.Ordinal, out var rest);
            if (!isThisLanguage || WithoutLanguage.Any(machine => rest.StartsWithSegments(machine))) continue;
            culture = other;
            request.PathBase = pathBase.Add("/" + other.Name);
            request.Path = rest.HasValue ? rest : "/";
        }

        context.Features.Set(new AddressLanguage(culture, pathBase));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        try
        {
            await next(context);
        }
        finally
        {
            // A page shown in place of this answer is looked for again from the outside.
            (request.PathBase, request.Path) = (pathBase, path);
        }
    }
}
