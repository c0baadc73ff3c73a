using System.Globalization;
using System.Text;

namespace Cairn.Web.Features.Skills.Onet;

/// <summary>
/// O*NET gives its technologies no code, only a name, so their key is the name itself, written with characters that stand in an address
/// as they are. Two names have the same key only if they differ in nothing but letter case and the number of spaces: <c>C</c> is <c>c</c>, <c>C++</c> is
/// <c>c_p_p</c>, <c>C#</c> is <c>c_s</c>.
/// </summary>
internal static class TechnologySlug
{
    /// <summary>The key, without its <c>onet-tech:</c> prefix.</summary>
    public static string Of(string name)
    {
        var words = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var slug = new StringBuilder(words.Length + 8);
        for (var index = 0; index < words.Length; index++)
        {
            var letter = char.ToLowerInvariant(words[index]);
            _ = letter switch
            {
                >= 'a' and <= 'z' or >= '0' and <= '9' => slug.Append(letter),
                ' ' => slug.Append('-'),
                // A dot at the end of an address is taken for the end of a sentence.
                '.' when index < words.Length - 1 => slug.Append('.'),
                '.' => slug.Append("_d"),
                '-' => slug.Append("_-"),
                '_' => slug.Append("__"),
                '+' => slug.Append("_p"),
                '#' => slug.Append("_s"),
                '/' => slug.Append("_l"),
                '&' => slug.Append("_a"),
                _ => slug.Append(CultureInfo.InvariantCulture, $"_x{(int)letter:x4}"),
            };
        }

        return slug.ToString();
    }
}
