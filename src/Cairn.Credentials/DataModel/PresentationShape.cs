using System.Text.Json.Nodes;
using Cairn.Credentials.Jose;
using Cairn.Credentials.Json;

namespace Cairn.Credentials.DataModel;

/// <summary>The shape of presentations (Verifiable Credentials Data Model 2.0, W3C Recommendation of 15 May 2025, section 4.13).</summary>
internal static class PresentationShape
{
    public static ShapeProblem? FirstProblem(JsonObject json)
    {
        if (Values.Url(json, "", "holder", needed: false) is { } holder)
            return holder;
        foreach (var (at, item) in Values.Each(json, "verifiableCredential"))
        {
            if (item is not JsonObject credential)
                return ShapeProblem.At(at, $"Found {JsonReading.Excerpt(item)}; expected a credential as an object (an enveloped one has a type and a data: URL as id).");
            if (CredentialShape.Types(credential, at, null) is { } wrong)
                return wrong;
            if (credential.Names("type", EnvelopedCredential.Type) && !EnvelopedCredential.HasDataUrl(credential))
                return ShapeProblem.At(at + "/id", $"Found {Values.Shown(credential, "id")}; expected a data: URL with the credential.");
        }

        return null;
    }
}
