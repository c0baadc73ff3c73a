using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Verbs;

/// <summary><c>cairn key generate</c>, run as a shell runs it.</summary>
public sealed class KeyGenerateTests
{
    [Fact]
    public async Task A_kind_of_key_that_is_not_made_is_wrong_usage() => (await CairnProcess.RunAsync("key", "generate", "--type", "RSA")).ExitCode.ShouldBe(64);

    [Fact]
    public async Task A_file_that_is_there_is_never_overwritten()
    {
        using var file = new TemporaryFile("dear to somebody");

        Finished run = await CairnProcess.RunAsync("key", "generate", "--out", file.Path);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(64), r => r.Error.ShouldContain("which is there already"), _ => File.ReadAllText(file.Path).ShouldBe("dear to somebody"));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_65() => (await CairnProcess.RunAsync("key", "generate", "--out", "no/such/folder/key.json")).ExitCode.ShouldBe(65);

    [Fact]
    public async Task Only_its_owner_can_read_the_file()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes.");
            return;
        }

        string folder = Directory.CreateTempSubdirectory("cairn-key-").FullName;
        try
        {
            string name = Path.Combine(folder, "key.json");

            Finished run = await CairnProcess.RunAsync("key", "generate", "--out", name);

            UnixFileMode mode = File.GetUnixFileMode(name);
            run.ShouldSatisfyAllConditions(
                r => r.ExitCode.ShouldBe(0),
                r => r.Output.ShouldBeEmpty(),
                r => r.Error.ShouldNotContain(TestCredentials.Json(File.ReadAllText(name))["secretKeyMultibase"]!.GetValue<string>()),
                _ => mode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("Ed25519", "z6Mk", "z3u2")]
    [InlineData("P-256", "zDn", "z42t")]
    [InlineData("P-384", "z82", "z2fa")]
    public async Task A_key_is_a_Multikey_of_its_own_did_key(string type, string publicStart, string secretStart)
    {
        Finished run = await CairnProcess.RunAsync("key", "generate", "--type", type);

        JsonObject key = TestCredentials.Json(run.Output);
        string multibase = key["publicKeyMultibase"]!.GetValue<string>();
        key.ShouldSatisfyAllConditions(
            k => k.Select(member => member.Key).ShouldBe(["@context", "id", "type", "controller", "publicKeyMultibase", "secretKeyMultibase"]),
            k => k["@context"]!.GetValue<string>().ShouldBe("https://w3id.org/security/multikey/v1"),
            k => k["type"]!.GetValue<string>().ShouldBe("Multikey"),
            k => k["controller"]!.GetValue<string>().ShouldBe($"did:key:{multibase}"),
            k => k["id"]!.GetValue<string>().ShouldBe($"did:key:{multibase}#{multibase}"),
            _ => multibase.ShouldStartWith(publicStart),
            k => k["secretKeyMultibase"]!.GetValue<string>()[..4].ShouldBe(secretStart));
    }

    [Fact]
    public async Task Every_key_is_another()
    {
        string[] keys = [.. await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => (await CairnProcess.RunAsync("key", "generate")).Output))];

        keys[0].ShouldNotBe(keys[1]);
    }
}
