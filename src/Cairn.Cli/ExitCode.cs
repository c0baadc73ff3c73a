namespace Cairn.Cli;

/// <summary>What a verb tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done, or valid. An answer that says "impossible" is an answer.</summary>
    internal const int Done = 0;

    /// <summary>Invalid, with the reasons on standard output.</summary>
    internal const int Invalid = 1;

    /// <summary>Neither valid nor invalid: something that matters could not be checked.</summary>
    internal const int Unknown = 2;

    /// <summary>The command line makes no sense.</summary>
    internal const int WrongUsage = 64;

    /// <summary>The input cannot be read: what, where, what was expected.</summary>
    internal const int InputUnreadable = 65;

    /// <summary>Our bug.</summary>
    internal const int Bug = 70;
}
