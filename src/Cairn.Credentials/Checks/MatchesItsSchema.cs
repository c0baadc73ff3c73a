using System.Text.Json.Nodes;
using Cairn.Credentials.Json;
using Cairn.Credentials.Schemas;

namespace Cairn.Credentials.Checks;

/// <summary>The credential has the form of every schema it names and that is at hand (Verifiable Credentials Data Model 2.0, section 4.11).</summary>
internal sealed class MatchesItsSchema() : Check(CheckNames.Schema)
{
    public override IEnumerable<CheckResult> Run(Verification verification)
    {
        if (!verification.Json.ContainsKey("credentialSchema"))
            return [NotApplicable("It names no schema.")];
        var checkedOne = false;
        string? unknown = null;
        // Each once: a schema may be named a thousand times.
        foreach (var url in verification.Json.Items("credentialSchema").Select(node => (node as JsonObject)?.Text("id") ?? "").Distinct(StringComparer.Ordinal))
        {
            if (EmbeddedSchemas.For(url, verification.IsVersion1) is not { } schema)
            {
                unknown ??= url;
                continue;
            }

            checkedOne = true;
            try
            {
                if (schema.FlawOf(WithProofsAsArray(verification.Json)) is { } flaw)
                    return [Failed(ProblemTypes.MalformedValue, $"It is not of the form of {schema.Name}. {flaw}")];
            }
            catch (SchemaWorkException)
            {
                return [NotChecked(ProblemTypes.MalformedValue, $"Comparing it with {schema.Name} would take more work than is allowed.")];
            }
        }

        return [checkedOne ? Passed() : NotApplicable(unknown is null ? "It names no schema." : $"The schema {unknown} is not one of those that are part of this library.")];
    }

    /// <summary>The formal schemas want an array of proofs; both forms are accepted, because a proof is put on after a credential was made by its schema.</summary>
    private static JsonObject WithProofsAsArray(JsonObject credential)
    {
        if (credential["proof"] is not JsonObject proof)
            return credential;
        var same = credential.DeepClone().AsObject();
        same["proof"] = new JsonArray(proof.DeepClone());
        return same;
    }
}
