using System.Text;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Imports;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

public sealed class WrongFilesTests : IDisposable
{
    private const string Heading = "title,link,duration,instructor,students\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("cairn-lists-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Refused(() => Read(Path.Combine(_folder, "none.csv"))).Found.ShouldBe("no such file");

    [Fact]
    public void An_empty_file_is_refused() => RefusalOf("").Found.ShouldBe("an empty file");

    [Fact]
    public void A_heading_alone_is_refused() => RefusalOf(Heading).Found.ShouldContain("nothing under it");

    [Fact]
    public void A_binary_file_is_refused() => Refused(() => Read(Write("a.csv", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3, 0, 0]))).Found.ShouldContain("binary");

    [Fact]
    public void A_packed_file_is_refused() => Refused(() => Read(Write("a.xlsx", "PK\u0003\u0004abc"u8.ToArray()))).Found.ShouldContain("packed");

    [Fact]
    public void A_quote_that_is_never_closed_refuses_the_whole_file_with_its_line()
    {
        var refusal = RefusalOf(Heading + "A,https://www.skillshare.com/a,5m,X,1\n\"B,https://www.skillshare.com/b,5m,X,1\nC,c,5m,X,1\n");
        refusal.Line.ShouldBe(3);
        refusal.Expected.ShouldContain("cut off");
    }

    [Fact]
    public void A_last_row_that_stops_early_refuses_the_whole_file() =>
        RefusalOf(Heading + "A,https://www.skillshare.com/a,5m,X,1\nB,https://www.skillsh").Found.ShouldBe("a last row that stops after 2 of 5 cells");

    [Fact]
    public void A_file_that_ends_inside_a_letter_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Heading + "Café");
        Refused(() => Read(Write("a.csv", bytes[..^1]))).Expected.ShouldContain("cut off");
    }

    [Fact]
    public void Json_that_was_cut_off_is_refused_with_its_line() =>
        Refused(() => Read(Write("a.json", "{\n \"programs\": [\n  {\"uuid\": \"1\","u8.ToArray()))).Line.ShouldBe(3);

    [Fact]
    public void A_row_with_a_wrong_number_of_cells_is_refused_with_its_line_and_the_others_stay()
    {
        var list = Read(Write("a.csv", Heading + "A,https://www.skillshare.com/a,5m,X,1\nB,too,many,cells,in,it\nC,https://www.skillshare.com/c,5m,\"X\nY\",1\nD,short\nE,https://www.skillshare.com/e,5m,X,1\n"));
        list.Drafts.Select(d => d.Title).ShouldBe(["A", "C", "E"]);
        list.Refusals.Shown.Select(r => (r.File, r.Line, r.Found, r.Expected)).ShouldBe([("a.csv", 3, "6 cells", "5 cells"), ("a.csv", 6, "2 cells", "5 cells")]);
    }

    [Fact]
    public void Five_hundred_wrong_rows_are_each_named()
    {
        var rows = string.Concat(Enumerable.Range(0, 500).Select(i => $",https://www.skillshare.com/{i},5m,X,1\n"));
        var list = Read(Write("a.csv", Heading + rows + "A,https://www.skillshare.com/a,5m,X,1\n"));
        list.Refusals.Count.ShouldBe(500);
        list.Refusals.Shown.ShouldAllBe(r => r.Column == "title" && r.Found == "no title");
        list.Refusals.Shown[^1].Line.ShouldBe(501);
    }

    [Fact]
    public void An_unknown_file_of_many_rows_is_refused_by_its_headings_alone()
    {
        // The row that is cut off stands behind more rows than are looked at for a proposal.
        var refusal = RefusalOf("what,is,this\n" + string.Concat(Enumerable.Repeat("a,b,c\n", 1_000)) + "\"d,e");
        refusal.Found.ShouldStartWith("columns of no list that is known");
    }

    [Fact]
    public void A_file_of_nothing_but_wrong_rows_is_refused_as_a_whole() => RefusalOf(Heading + ",https://www.skillshare.com/a,5m,X,1\n").Column.ShouldBe("title");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_is_read_with_and_without_its_mark(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        var text = Heading + "Dibujo fácil,https://www.skillshare.com/a,5m,X,1\n";
        byte[] marked = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        Read(Write("a.csv", marked)).Drafts.Single().Title.ShouldBe("Dibujo fácil");
        Read(Write("b.csv", encoding.GetBytes(text))).Drafts.Single().Title.ShouldBe("Dibujo fácil");
    }

    [Fact]
    public void Latin_1_is_read_and_said()
    {
        var list = Read(Write("a.csv", Encoding.Latin1.GetBytes(Heading + "Dibujo fácil,https://www.skillshare.com/a,5m,X,1\n")));
        list.Drafts.Single().Title.ShouldBe("Dibujo fácil");
        list.Remarks[0].ShouldContain("Windows-1252");
    }

    [Fact]
    public void Another_list_with_the_same_columns_is_not_taken_for_the_one_we_know() =>
        RefusalOf(Heading + "A,https://www.example.org/a,5m,X,1\n").Expected.ShouldContain(".map.json");

    [Fact]
    public void Line_ends_of_windows_and_blank_lines_change_nothing()
    {
        var list = Read(Write("a.csv", (Heading + "A,https://www.skillshare.com/a,5m,\"X \"\"Y\"\"\",1\n\nB,https://www.skillshare.com/b,5m,X,1\n").ReplaceLineEndings("\r\n")));
        list.Drafts.Select(d => (d.Title, d.ToldApartBy, d.Line)).ShouldBe([("A", "X \"Y\"", 2), ("B", "X", 4)]);
    }

    private Refusal RefusalOf(string text) => Refused(() => Read(Write("a.csv", text)));

    private static Refusal Refused(Func<ReadList> read) => Should.Throw<ImportRefusedException>(() => read()).Refusal;

    private static ReadList Read(string path) => ReadProgramList.Read(new ProgramListOptions(path));

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
