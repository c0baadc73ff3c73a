using System.Text;
using Cairn.Testing;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests;

/// <summary>The sample of the library's README is this one, and it works.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_sample_works()
    {
        // sample
        // Its secret is zeroed when it is disposed of.
        using SigningKey key = SigningKey.Generate();
        string award = $$"""
            {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"], "name": "First aid",
             "issuer": "{{key.Controller}}", "credentialSubject": {"id": "did:example:ana"} }
            """;

        SignedCredential signed = CredentialSigner.Sign(Encoding.UTF8.GetBytes(award), key);
        VerificationReport report = CredentialVerifier.Verify(signed.Utf8.Span);

        Console.WriteLine($"{report.Verdict}: {report.Decisive?.Reason ?? "nothing is wrong"}");
        // end

        report.Verdict.ShouldBe(Verdict.Valid);
        signed.Warning.ShouldBeNull();
    }

    [Fact]
    public void The_README_shows_this_sample() =>
        Readme.Sample(Path.Combine("src", "Cairn.Credentials", "README.md")).ShouldBe(Readme.Source(Path.Combine("tests", "Cairn.Credentials.Tests", "ReadmeTests.cs")));
}
