using System.Text.RegularExpressions;

namespace Cairn.Web.Features.Shared;

/// <summary>A refusal as it is shown. It quotes what was typed; nobody needs ten thousand letters of that back to find the field.</summary>
internal static partial class RefusalText
{
    private const int Quoted = 60;

    /// <summary>Longer than any sentence of ours with a short quote in it: what was typed has quotes of its own.</summary>
    private const int Usual = 400;

    /// <summary>What stands in quotes is cut to sixty letters.</summary>
    public static string Shown(string refusal)
    {
        var cut = LongQuote().Replace(refusal, Cut);
        return cut.Length > Usual ? FirstToLastQuote().Replace(cut, Cut) : cut;
    }

    private static string Cut(Match quote)
    {
        var text = quote.Groups[2].Value;
        // Half of a pair that writes one letter is no letter.
        return $"{quote.Groups[1].Value}{text[..(char.IsHighSurrogate(text[Quoted - 1]) ? Quoted - 1 : Quoted)]}…{quote.Groups[3].Value}";
    }

    [GeneratedRegex("([“«])([^“”«»]{61,})([”»])")]
    private static partial Regex LongQuote();

    [GeneratedRegex("([“«])(.{61,})([”»])", RegexOptions.Singleline)]
    private static partial Regex FirstToLastQuote();
}
