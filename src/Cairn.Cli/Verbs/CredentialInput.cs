using System.Text;
using Cairn.JsonLd;

namespace Cairn.Cli.Verbs;

/// <summary>The credential that a file holds: JSON and JSON Web Signatures as they stand.</summary>
internal static class CredentialInput
{
    private const string Expected = "a credential (.json, .jws, .jwt, .png or .svg)";

    /// <param name="name">A file, <c>-</c>, or an address when online.</param>
    /// <param name="standardInput">For <c>-</c>.</param>
    /// <param name="online">Where addresses are loaded from; null when they are not.</param>
    /// <exception cref="UnreadableInputException">It cannot be read, or is an image without a credential.</exception>
    internal static byte[] Read(string name, Stream standardInput, IDocumentLoader? online) => Inside(name, Bytes(name, standardInput, online));

    /// <summary>The one place where a credential is taken out of what it is baked into.</summary>
    private static byte[] Inside(string name, byte[] file) => IsImage(file)
        ? throw new UnreadableInputException($"cairn: {name}: images are not read yet. Expected JSON or a JSON Web Signature.")
        : file;

    private static bool IsImage(byte[] file) =>
        file is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] || Encoding.UTF8.GetString(file.AsSpan(0, Math.Min(file.Length, 64))).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<');

    private static byte[] Bytes(string name, Stream standardInput, IDocumentLoader? online)
    {
        if (online is null || !name.StartsWith("https://", StringComparison.Ordinal))
        {
            return InputFile.ReadAll(name, standardInput, Expected);
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
