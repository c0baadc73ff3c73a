using System.Globalization;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Imports;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

/// <summary>A list that is read several times, some programs at a time.</summary>
public sealed class ProgramIdentitiesTests : IDisposable
{
    private const string Heading = "title,link,duration,instructor,students\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("cairn-parts-").FullName;

    private string FilePath => Path.Combine(_folder, "list.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_got_shorter_while_it_was_read_is_refused()
    {
        var identified = Identified(Rows(1, 10));
        File.WriteAllText(FilePath, Heading + Rows(1, 5));

        Refusal(identified).Found.ShouldBe("a file that changed while it was read");
    }

    [Fact]
    public void A_file_that_says_something_else_while_it_is_read_is_refused()
    {
        var identified = Identified(Rows(1, 10));
        File.WriteAllText(FilePath, Heading + Rows(11, 20));

        Refusal(identified).Found.ShouldBe("a file that changed while it was read");
    }

    [Theory]
    [InlineData(2, 4)]
    [InlineData(3, 100)]
    [InlineData(1, 1)]
    public void Every_program_stands_in_one_part_with_what_its_rows_far_away_say(int size, int mostWaiting)
    {
        // The first ten state no length; their repeats at the end do. Where fewer may wait than that, the file is read several times.
        var identified = Identified(Rows(1, 10, length: "") + Rows(11, 12) + Rows(1, 10));

        var programs = identified.Parts(size, mostWaiting).ToList();

        programs.ShouldAllBe(part => part.Count <= size);
        programs.SelectMany(part => part).Select(p => p.Draft.Title).ShouldBe(Enumerable.Range(1, 12).Select(i => $"Class {i}"), ignoreOrder: true);
        programs.SelectMany(part => part).ShouldAllBe(p => p.Draft.Length!.Hours != null);
        identified.Repeats.ShouldBe(10);
    }

    private ProgramIdentities Identified(string rows)
    {
        File.WriteAllText(FilePath, Heading + rows);
        return ProgramIdentities.Of(ReadProgramList.Read(new ProgramListOptions(FilePath)), new KnownPrograms());
    }

    private static Refusal Refusal(ProgramIdentities identified) =>
        Should.Throw<ImportRefusedException>(() => identified.Parts(3).Count()).Refusal;

    private static string Rows(int first, int last, string length = "2h") => string.Concat(Enumerable.Range(first, last - first + 1)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"Class {i},https://www.skillshare.com/{i},{length},X,1\n")));
}
