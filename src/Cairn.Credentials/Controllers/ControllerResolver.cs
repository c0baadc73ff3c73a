using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.JsonLd;

namespace Cairn.Credentials.Controllers;

/// <summary>What became of looking for a controller's document: one of three.</summary>
internal abstract record Resolution
{
    private Resolution()
    {
    }

    /// <summary>It is here.</summary>
    internal sealed record Found(ControllerDocument Document) : Resolution;

    /// <summary>It could not be had: nothing is known about it.</summary>
    internal sealed record NotObtained(string Reason, bool MethodIsKnown = true) : Resolution;

    /// <summary>What is there, or the identifier itself, is wrong.</summary>
    internal sealed record Malformed(string Reason) : Resolution;
}

/// <summary>Finds controllers' documents: did:key and did:jwk without asking anybody, did:web and https addresses through the loader.</summary>
/// <param name="documents">Documents by address; null knows none.</param>
internal sealed class ControllerResolver(IDocumentLoader? documents)
{
    /// <param name="controller">A DID or an https address, without a fragment.</param>
    public Resolution Resolve(string controller)
    {
        try
        {
            if (controller.StartsWith(DidKey.Prefix, StringComparison.Ordinal))
                return new Resolution.Found(DidKey.Resolve(controller));
            if (controller.StartsWith(DidJwk.Prefix, StringComparison.Ordinal))
                return new Resolution.Found(DidJwk.Resolve(controller));
            if (controller.StartsWith(DidWeb.Prefix, StringComparison.Ordinal))
                return Load(DidWeb.DocumentUrl(controller), controller);
            if (controller.StartsWith("https://", StringComparison.Ordinal))
                return Load(controller, controller);
            return new Resolution.NotObtained($"The controller {controller} is neither did:key, did:jwk or did:web nor an https address; its keys are not known here.", MethodIsKnown: false);
        }
        catch (KeyException wrong)
        {
            return new Resolution.Malformed(wrong.Message);
        }
    }

    private Resolution Load(string url, string id)
    {
        if (documents.Obtain(url, out var problem) is not { } loaded)
            return new Resolution.NotObtained(problem is null ? $"The document of {id} is not at hand ({url})." : $"The document of {id} could not be had: {problem}");
        return CredentialDocument.TryParse(loaded.Content.Span, out var document, out var wrong) && document.Json is JsonObject json
            ? new Resolution.Found(ControllerDocument.Read(json, id))
            : new Resolution.Malformed($"The document of {id} is no JSON object{(wrong is null ? "." : $": {wrong.Message}")}");
    }
}
