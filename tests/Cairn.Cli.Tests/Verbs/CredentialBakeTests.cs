using System.Text;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Verbs;

/// <summary><c>cairn credential bake</c> and <c>unbake</c>, run as a shell runs them.</summary>
public sealed class CredentialBakeTests : IDisposable
{
    private readonly SignedAward _award = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _award.Dispose();
        _folder.Dispose();
    }

    private string Out => Path.Combine(_folder.Path, "out");

    [Theory]
    [InlineData("bake")]
    [InlineData("bake", "a.json")]
    [InlineData("bake", "a.json", "--image", "a.png")]
    [InlineData("bake", "-", "--image", "-", "--out", "b.png")]
    [InlineData("unbake")]
    [InlineData("unbake", "a.png", "b.png")]
    public async Task Wrong_usage_is_64(params string[] words) =>
        (await CairnProcess.RunAsync(["credential", .. words])).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(64), run => run.Output.ShouldBeEmpty(), run => run.Error.ShouldStartWith("cairn: "));

    [Theory]
    [InlineData("<svg/>", "There is no credential in the SVG.")]
    [InlineData("<!DOCTYPE svg><svg/>", "it has a DTD")]
    [InlineData("GIF89a", "neither a PNG nor an SVG")]
    [InlineData("<svg xmlns:o='https://purl.imsglobal.org/ob/v3p0'><o:credential verify='a.b.c'/><o:credential verify='a.b.c'/></svg>", "There are 2 credentials")]
    public async Task A_picture_without_one_credential_is_65(string picture, string why)
    {
        Finished run = await CairnProcess.RunAsync(picture, ["credential", "unbake", "-"]);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(65), r => r.Output.ShouldBeEmpty(), r => r.Error.ShouldContain(why));
    }

    [Fact]
    public async Task What_is_no_credential_is_not_baked()
    {
        Finished run = await CairnProcess.RunAsync("hello", ["credential", "bake", "-", "--image", _folder.Write("a.svg", "<svg/>"), "--out", Out]);

        run.ExitCode.ShouldBe(65);
        File.Exists(Out).ShouldBeFalse();
    }

    [Fact]
    public async Task What_cannot_be_written_is_said()
    {
        Finished run = await CairnProcess.RunAsync("{}", ["credential", "bake", "-", "--image", _folder.Write("a.svg", "<svg/>"), "--out", _folder.Path]);

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldContain("cannot write");
    }

    /// <summary>A PNG of one pixel, as written by hand.</summary>
    [Fact]
    public async Task What_was_baked_into_a_png_comes_back_byte_for_byte()
    {
        string png = Path.Combine(_folder.Path, "a.png");
        await File.WriteAllBytesAsync(png, Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), TestContext.Current.CancellationToken);
        string json = _award.Award().ToJsonString() + "\n";

        Finished bake = await CairnProcess.RunAsync(json, ["credential", "bake", "-", "--image", png, "--out", Out]);

        bake.ShouldBe(new Finished(0, "", ""));
        (await CairnProcess.RunAsync(["credential", "unbake", Out])).ShouldBe(new Finished(0, json, ""));
    }

    [Fact]
    public async Task A_baked_award_is_verified()
    {
        await CairnProcess.RunAsync(_award.Award().ToJsonString(), ["credential", "bake", "-", "--image", _folder.Write("a.svg", "<svg/>"), "--out", Out]);

        (await CairnProcess.RunAsync(["credential", "verify", Out])).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task An_award_signed_as_a_token_is_verified_out_of_its_picture()
    {
        Finished signed = await CairnProcess.RunAsync(["credential", "sign", _folder.Write("c.json", TestCredentials.Credential()), "--key", _folder.Write("k.json", TestCredentials.Key), "--suite", "jwt"]);
        await CairnProcess.RunAsync(signed.Output, ["credential", "bake", "-", "--image", _folder.Write("a.svg", "<svg/>"), "--out", Out]);

        signed.Output.ShouldMatch(@"\Aey[A-Za-z0-9_-]+\.ey[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}\n\z");
        (await CairnProcess.RunAsync(["credential", "unbake", Out])).Output.ShouldBe(signed.Output.TrimEnd());
        (await CairnProcess.RunAsync(["credential", "verify", Out])).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_token_bears_no_date_of_its_own() =>
        (await CairnProcess.RunAsync(["credential", "sign", "-", "--key", "k.json", "--suite", "jwt", "--created", "2026-01-01T00:00:00Z"])).ExitCode.ShouldBe(64);

    [Fact]
    public async Task A_token_is_signed_by_a_line()
    {
        string line = $$"""{"id":1,"op":"sign","suite":"jwt","credential":{{TestCredentials.Credential()}},"key":{{TestCredentials.Key}}}""" + "\n";

        string answer = (await CairnProcess.RunAsync(line, ["lines"])).Lines.Single();

        string token = TestCredentials.Json(answer)["result"]!.GetValue<string>();
        Encoding.UTF8.GetString(Convert.FromBase64String(token.Split('.')[1].Replace('-', '+').Replace('_', '/').PadRight((token.Split('.')[1].Length + 3) / 4 * 4, '='))).ShouldContain("\"name\":\"Añá\"");
    }

    [Theory]
    [InlineData("bake")]
    [InlineData("unbake")]
    [InlineData("inspect")]
    [InlineData("convert")]
    public async Task Help_has_examples(string verb)
    {
        Finished run = await CairnProcess.RunAsync(["credential", verb, "--help"]);

        run.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(0), r => r.Output.ShouldContain($"  cairn credential {verb} "), r => r.Error.ShouldBeEmpty());
    }
}
