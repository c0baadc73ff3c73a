namespace Cairn.Credentials;

/// <summary>Something is no key, or not the key it says it is.</summary>
public sealed class KeyException : Exception
{
    /// <param name="message">What was found and what was expected, in one sentence; never any part of a secret.</param>
    /// <param name="inner">What the cryptography underneath said, or null.</param>
    public KeyException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
