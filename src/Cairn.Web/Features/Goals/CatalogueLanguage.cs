using System.Globalization;
using Cairn.Web.Features.Explore.Search;

namespace Cairn.Web.Features.Goals;

/// <summary>Languages a person can tick: those that programs here are really in.</summary>
internal static class CatalogueLanguage
{
    private const int Offered = 8;

    public static IReadOnlyList<string> MostTaught(CatalogueIndex index) =>
        [.. index.Languages.Select(tag => tag.Split('-')[0]).Distinct().Take(Offered)];

    /// <summary>"Spanish", "inglés": the language's name in the reader's.</summary>
    public static string Name(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
