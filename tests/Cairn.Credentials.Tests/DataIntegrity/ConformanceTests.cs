using System.Globalization;
using System.Reflection;
using System.Text;
using Cairn.JsonLd.Tests.Suites;
using Xunit;

namespace Cairn.Credentials.Tests.DataIntegrity;

/// <summary>docs/conformance.md says of the published vectors what this run found, and is never older than it.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public void The_table_of_the_vectors_is_that_of_this_run()
    {
        // Skips where the vectors are missing.
        Vectors.Text("vc-di-eddsa/TestVectors/keyPair.json");

        Conformance.IsTheFound("credentials", Write());
    }

    private static string Write()
    {
        var text = new StringBuilder();
        text.Append("""
            ## Data Integrity

            Verifiable Credential Data Integrity 1.0, EdDSA and ECDSA Cryptosuites 1.0: W3C Recommendations of 15 May 2025; their test vectors. A step is a published file or value that is worked out
            again and compared: canonical document and proof, hashes, signature, each part of a selective proof, the credential verified, the credential changed and refused.

            | vectors | steps | passed | failed |
            |---|---:|---:|---:|

            """);
        var failures = new List<string>();
        foreach (var row in SuiteVectorTests.All)
            Row(text, failures, row.Data.Item1, StepsOf<SuiteVectorTests>(nameof(SuiteVectorTests.All)), [row.Data.Item1, row.Data.Item2, row.Data.Item3]);
        foreach (var set in SelectiveVectorTests.Both)
            Row(text, failures, $"vc-di-ecdsa/TestVectors/ecdsa-sd-2023/{set.Data}", StepsOf<SelectiveVectorTests>(nameof(SelectiveVectorTests.Both)), [set.Data]);
        foreach (var file in ProofChainTests.Published)
            Row(text, failures, $"vc-di-eddsa/TestVectors/proof-set-chain/{file.Data}", StepsOf<ProofChainTests>(nameof(ProofChainTests.Published)), [file.Data]);
        text.Append("\nECDSA signatures have a random part, so that ours are verified and not compared. Failures: ").Append(failures.Count == 0 ? "none.\n" : string.Join(", ", failures) + ".\n");
        return text.ToString();
    }

    private static void Row(StringBuilder text, List<string> failures, string name, List<MethodInfo> steps, object?[] arguments)
    {
        var named = name.Replace("/TestVectors", "", StringComparison.Ordinal);
        var failed = steps.Where(step => !Passes(step, arguments)).ToList();
        failures.AddRange(failed.Select(step => $"{named} {step.Name}"));
        text.Append(CultureInfo.InvariantCulture, $"| {named} | {steps.Count} | {steps.Count - failed.Count} | {failed.Count} |\n");
    }

    /// <summary>The tests of a class that run over these rows.</summary>
    private static List<MethodInfo> StepsOf<TTests>(string rows) =>
        [.. typeof(TTests).GetMethods().Where(method => method.GetCustomAttribute<MemberDataAttribute>()?.MemberName == rows)];

    private static bool Passes(MethodInfo step, object?[] arguments)
    {
        try
        {
            step.Invoke(Activator.CreateInstance(step.DeclaringType!), arguments);
            return true;
        }
        catch (TargetInvocationException)
        {
            return false;
        }
    }
}
