using Cairn.Credentials;
using Cairn.JsonLd;

namespace Cairn.Cli.Verbs;

/// <summary>The credential that a file holds: JSON and JSON Web Signatures as they stand, out of images what is baked into them.</summary>
internal static class CredentialInput
{
    private const string Expected = "a credential (.json, .jws, .jwt, .png or .svg)";

    /// <param name="name">A file, <c>-</c>, or an address when online.</param>
    /// <param name="standardInput">For <c>-</c>.</param>
    /// <param name="online">Where addresses are loaded from; null when they are not.</param>
    /// <exception cref="UnreadableInputException">It cannot be read, or is an image without a credential.</exception>
    internal static byte[] Read(string name, Stream standardInput, IDocumentLoader? online) => Inside(name, Bytes(name, standardInput, online));

    /// <summary>The one place where a credential is taken out of what it is baked into.</summary>
    private static byte[] Inside(string name, byte[] file) => Baking.IsImage(file) ? CredentialErrors.Reading(name, () => Baking.Unbake(file)) : file;

    private static byte[] Bytes(string name, Stream standardInput, IDocumentLoader? online)
    {
        if (online is null || !name.StartsWith("https://", StringComparison.Ordinal))
        {
            return InputFile.ReadAll(name, standardInput, Expected, InputFile.MostBytesOfACredential);
        }

        try
        {
            return online.Load(name)?.Content.ToArray() ?? throw new UnreadableInputException($"cairn: cannot read {name}: it is not there.");
        }
        catch (DocumentNotLoadedException why)
        {
            throw new UnreadableInputException($"cairn: cannot read {name}: {Plain.Text(why.Reason)}");
        }
    }
}
