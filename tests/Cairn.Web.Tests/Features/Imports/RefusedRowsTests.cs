using Cairn.Web.Features.Imports;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Imports;

public sealed class RefusedRowsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cairn-refused-").FullName;

    private string FilePath => Path.Combine(_folder, "list.csv.refused.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_cannot_be_written_is_said_and_the_rows_are_counted_all_the_same()
    {
        using var rows = new RefusedRows(Path.Combine(_folder, "no such folder", "refused.csv"));

        rows.AddRange(Enumerable.Range(1, 1_200).Select(Row));

        rows.Count.ShouldBe(1_200);
        rows.Remark!.ShouldContain("could not be written down");
    }

    [Fact]
    public void A_thousand_are_kept_and_need_no_file()
    {
        using var rows = new RefusedRows(FilePath);

        rows.AddRange(Enumerable.Range(1, 1_000).Select(Row));

        rows.Shown.Count.ShouldBe(1_000);
        rows.Remark.ShouldBeNull();
        File.Exists(FilePath).ShouldBeFalse();
    }

    [Fact]
    public void Of_more_than_a_thousand_every_one_stands_in_the_file()
    {
        var rows = new RefusedRows(FilePath);
        rows.AddRange(Enumerable.Range(1, 1_200).Select(Row));
        rows.Dispose();

        rows.Shown.Count.ShouldBe(1_000);
        rows.Remark!.ShouldContain(FilePath);
        var lines = File.ReadAllLines(FilePath);
        lines.Length.ShouldBe(1_201);
        lines[^1].ShouldBe("\"list.csv\",1200,\"title\",\"a \"\"quoted\"\" word\",\"a title\"");
    }

    [Fact]
    public void A_cell_of_a_million_letters_is_shortened()
    {
        using var rows = new RefusedRows();

        rows.Add(new Refusal("list.csv", 1, "provider", new string('x', 1_000_000), "a name"));

        rows.Shown[0].Found.Length.ShouldBe(200);
    }

    private static Refusal Row(int line) => new("list.csv", line, "title", "a \"quoted\" word", "a title");
}
