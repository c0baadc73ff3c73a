using System.Text;
using Cairn.Cli.Lines;
using Shouldly;
using Xunit;

namespace Cairn.Cli.Tests.Lines;

public sealed class LineSplitterTests
{
    private static async Task<List<(int Length, bool Cut)>> LengthsAsync(byte[] input)
    {
        var splitter = new LineSplitter(new MemoryStream(input));
        List<(int, bool)> lengths = [];
        while (await splitter.NextAsync() is { } line)
        {
            lengths.Add((line.Text.Length, line.Cut));
        }

        return lengths;
    }

    [Theory]
    [InlineData("", new int[0])]
    [InlineData("\n", new[] { 0 })]
    [InlineData("a", new[] { 1 })]
    [InlineData("a\n", new[] { 1 })]
    [InlineData("a\nbc", new[] { 1, 2 })]
    [InlineData("a\r\n\r\nb\r", new[] { 1, 0, 1 })]
    [InlineData("a\rb\n", new[] { 3 })]
    public async Task Lines_end_in_LF_or_CR_LF(string text, int[] lengths) =>
        (await LengthsAsync(Encoding.UTF8.GetBytes(text))).Select(line => line.Length).ShouldBe(lengths);

    [Theory]
    [InlineData(LineSplitter.MostBytes, "\n", false)]
    [InlineData(LineSplitter.MostBytes, "\r\n", false)]
    [InlineData(LineSplitter.MostBytes, "", false)]
    [InlineData(LineSplitter.MostBytes + 1, "\n", true)]
    [InlineData(LineSplitter.MostBytes + 1, "\r\n", true)]
    [InlineData(LineSplitter.MostBytes * 2, "", true)]
    public async Task A_line_may_have_16_MB_without_its_end(int length, string end, bool cut)
    {
        byte[] input = [.. Enumerable.Repeat((byte)'a', length), .. Encoding.UTF8.GetBytes(end)];

        List<(int Length, bool Cut)> lines = await LengthsAsync(input);

        lines.ShouldHaveSingleItem().Cut.ShouldBe(cut);
    }
}
