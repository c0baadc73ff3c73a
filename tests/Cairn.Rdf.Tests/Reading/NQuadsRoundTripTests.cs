using System.Text;
using FsCheck.Xunit;
using Shouldly;

namespace Cairn.Rdf.Tests.Reading;

[Properties(Arbitrary = [typeof(Quads)], Replay = "(20261126,7)", MaxTest = 300)]
public sealed class NQuadsRoundTripTests
{
    [Property]
    public void What_is_written_reads_the_same(Quad[] quads) => NQuads.Parse(NQuads.Write(quads)).ShouldBe(quads);

    [Property]
    public void What_is_written_in_UTF_8_reads_the_same(Quad[] quads) =>
        NQuads.Parse(Encoding.UTF8.GetBytes(NQuads.Write(quads))).ShouldBe(quads);

    [Property]
    public void Writing_again_gives_the_same_text(Quad[] quads)
    {
        var text = NQuads.Write(quads);

        NQuads.Write(NQuads.Parse(text)).ShouldBe(text);
    }
}
