namespace Cairn.Planning.Contract;

/// <summary>
/// Reads a decimal from its text into a whole number of its smallest unit, never through a binary double:
/// <c>19.99</c> with two decimals is 1999.
/// </summary>
internal static class ExactDecimal
{
    internal enum Outcome
    {
        Read,
        NotADecimal,
        TooManyDecimals,
        OutOfRange,
    }

    /// <param name="text">A number in JSON's grammar.</param>
    /// <param name="decimals">Decimals of the smallest unit, and the most the text may have.</param>
    /// <param name="most">The largest value, in the smallest unit.</param>
    /// <param name="exponent">Whether <c>e</c> may be used: in a JSON number yes, in a string no.</param>
    /// <param name="value">The value in the smallest unit.</param>
    internal static Outcome Parse(ReadOnlySpan<byte> text, int decimals, long most, bool exponent, out long value)
    {
        value = 0;
        int at = 0;
        bool negative = at < text.Length && text[at] == '-';
        at += negative ? 1 : 0;

        int whole = Digits(text, at);
        if (whole == 0 || (whole > 1 && text[at] == '0'))
        {
            return Outcome.NotADecimal;
        }

        ReadOnlySpan<byte> wholePart = text.Slice(at, whole);
        ReadOnlySpan<byte> fraction = [];
        at += whole;
        if (at < text.Length && text[at] == '.')
        {
            int length = Digits(text, at + 1);
            if (length == 0)
            {
                return Outcome.NotADecimal;
            }

            fraction = text.Slice(at + 1, length);
            at += 1 + length;
        }

        long shift = 0;
        if (exponent && at < text.Length && (text[at] | 0x20) == 'e')
        {
            at++;
            bool down = at < text.Length && text[at] == '-';
            at += down || (at < text.Length && text[at] == '+') ? 1 : 0;
            int length = Digits(text, at);
            if (length == 0)
            {
                return Outcome.NotADecimal;
            }

            foreach (byte digit in text.Slice(at, length))
            {
                shift = Math.Min(1_000_000_000, (shift * 10) + (digit - '0'));
            }

            shift = down ? -shift : shift;
            at += length;
        }

        if (at != text.Length)
        {
            return Outcome.NotADecimal;
        }

        return Scale(wholePart, fraction, shift, decimals, most, negative, out value);
    }

    private static Outcome Scale(
        ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, long shift, int decimals, long most, bool negative, out long value)
    {
        value = 0;
        UInt128 digits = 0;
        int significant = 0;
        for (int i = 0; i < whole.Length + fraction.Length; i++)
        {
            int digit = (i < whole.Length ? whole[i] : fraction[i - whole.Length]) - '0';
            significant += significant > 0 || digit != 0 ? 1 : 0;
            if (significant <= 36)
            {
                digits = (digits * 10) + (UInt128)digit;
            }
        }

        long missing = decimals - (fraction.Length - shift);
        if (missing < 0)
        {
            return Outcome.TooManyDecimals;
        }

        if (significant == 0)
        {
            return Outcome.Read;
        }

        if (negative || significant + missing > 36)
        {
            return Outcome.OutOfRange;
        }

        for (; missing > 0; missing--)
        {
            digits *= 10;
        }

        if (digits > (UInt128)most)
        {
            return Outcome.OutOfRange;
        }

        value = (long)digits;
        return Outcome.Read;
    }

    private static int Digits(ReadOnlySpan<byte> text, int from)
    {
        int at = from;
        while (at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        return Math.Max(0, at - from);
    }
}
