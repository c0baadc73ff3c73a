namespace Cairn.Rdf;

/// <summary>A text is not N-Quads, or is more than was allowed.</summary>
public sealed class NQuadsException : FormatException
{
    internal NQuadsException(int line, int column, string expected, string found)
        : base($"Line {line}, column {column}: expected {expected}, found {found}.")
    {
        Line = line;
        Column = column;
        Expected = expected;
        Found = found;
    }

    /// <summary>Line of the first character that does not fit, from 1.</summary>
    public int Line { get; }

    /// <summary>Its column in UTF-16 code units, from 1.</summary>
    public int Column { get; }

    /// <summary>What the grammar asks for there.</summary>
    public string Expected { get; }

    /// <summary>What stands there.</summary>
    public string Found { get; }
}
