using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cairn.Credentials;
using Cairn.Credentials.Models;

namespace Cairn.Web.Features.Verification;

/// <summary>What was handed in is nothing that can be checked.</summary>
/// <param name="message">What was found, in English, for the page to show as the file's own fault.</param>
internal sealed class NotAnAwardException(string message, Exception inner) : Exception(message, inner);

/// <summary>
/// Checks an award from its file or text: JSON, a compact JWS, or a picture with one inside. Nothing is fetched: what would need another
/// site's address ends as "could not be checked". At most one check for each core runs at a time, each within the limits of the library.
/// </summary>
internal sealed class VerifyAward(TimeProvider time) : IDisposable
{
    /// <summary>Bytes of a file.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private readonly SemaphoreSlim _room = new(Environment.ProcessorCount);

    /// <exception cref="NotAnAwardException">It is no JSON, no JWS and no picture with an award inside.</exception>
    public async Task<CheckedAward> RunAsync(ReadOnlyMemory<byte> content, string? holder, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Check(content, holder), cancellationToken);
        }
        finally
        {
            _room.Release();
        }
    }

    public void Dispose() => _room.Dispose();

    private CheckedAward Check(ReadOnlyMemory<byte> content, string? holder)
    {
        var at = time.GetUtcNow();
        var began = time.GetTimestamp();
        try
        {
            var text = Baking.IsImage(content.Span) ? Baking.Unbake(content.Span) : Trimmed(content);
            var report = CredentialVerifier.Verify(text.Span, new VerificationOptions { At = at, ExpectedHolder = holder });
            return new CheckedAward(report, Says(text.Span), at, Convert.ToHexStringLower(SHA256.HashData(content.Span)), time.GetElapsedTime(began), holder);
        }
        catch (CredentialException wrong)
        {
            throw new NotAnAwardException(wrong.Message, wrong);
        }
    }

    /// <summary>Null for what is refused before it is read, such as a name that stands twice: then nobody can say what it says.</summary>
    private static CredentialView? Says(ReadOnlySpan<byte> text)
    {
        try
        {
            return CredentialView.Read(text, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        }
        catch (CredentialException)
        {
            return null;
        }
    }

    /// <summary>A pasted text has spaces around it, a file of Windows a byte order mark before it.</summary>
    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> content) =>
        (content.Span.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content).Trim(" \t\r\n"u8);
}
