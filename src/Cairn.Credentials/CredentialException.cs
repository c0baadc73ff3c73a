namespace Cairn.Credentials;

/// <summary>A document cannot be signed, read or converted. It says the problem's type, where, and what was found and expected.</summary>
public sealed class CredentialException : Exception
{
    /// <param name="problem">One of <see cref="ProblemTypes"/>.</param>
    /// <param name="pointer">JSON Pointer (RFC 6901) to what is wrong; empty is the whole document, null when there is no place.</param>
    /// <param name="message">What was found and what was expected, in one sentence.</param>
    /// <param name="inner">What it came from, or null.</param>
    public CredentialException(string problem, string? pointer, string message, Exception? inner = null)
        : base(string.IsNullOrEmpty(pointer) ? message : $"At {pointer}: {message}", inner)
    {
        Problem = problem;
        Pointer = pointer;
    }

    /// <summary>One of <see cref="ProblemTypes"/>.</summary>
    public string Problem { get; }

    /// <summary>JSON Pointer to what is wrong; null when there is no place.</summary>
    public string? Pointer { get; }
}
