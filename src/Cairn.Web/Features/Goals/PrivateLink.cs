using System.Security.Cryptography;

namespace Cairn.Web.Features.Goals;

/// <summary>An address that nobody can guess: 128 random bits, in letters and digits that are the same in capitals and survive being read aloud.</summary>
internal static class PrivateLink
{
    public const int Length = 26;

    // Base 32 without i, l, o and u (Crockford).
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New()
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        Span<char> link = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            // Five bits from position 5i on; the last letter carries three.
            var (at, shift) = (i * 5 / 8, i * 5 % 8);
            var pair = (random[at] << 8) | (at + 1 < random.Length ? random[at + 1] : 0);
            link[i] = Letters[(pair >> (11 - shift)) & 31];
        }

        return new string(link);
    }
}
