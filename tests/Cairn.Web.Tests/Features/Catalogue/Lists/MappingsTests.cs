using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Imports;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

public sealed class MappingsTests : IDisposable
{
    private const string Rows = "Course;School;Where;Stunden;Preis;Difficulty\nNähen;Acme;https://acme.org/n;\"12\";49;Beginner\nKochen;Acme;https://acme.org/k;0;TBC;Advanced\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("cairn-maps-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("""{ "layout": "x" }""", "", "list")]
    [InlineData("""{ "layout": "x", "liist": {} }""", "", "liist")]
    [InlineData("not json", "", "")]
    public void A_mapping_that_is_none_is_refused_with_its_place(string map, string column, string found)
    {
        var refusal = Should.Throw<ImportRefusedException>(() => ListMapping.Parse("a.map.json", map)).Refusal;
        (refusal.File, refusal.Line).ShouldBe(("a.map.json", 1));
        (refusal.Column + refusal.Found).ShouldContain(column + found);
    }

    [Theory]
    [InlineData("""{ "to": "titel", "column": "Course" }""", "titel")]
    [InlineData("""{ "to": "length", "column": "Stunden", "as": "parsecs" }""", "parsecs")]
    [InlineData("""{ "to": "length", "column": "Hours" }""", "Hours")]
    [InlineData("""{ "to": "place" }""", "place")]
    [InlineData("""{ "to": "place", "column": "Where", "find": "(a)\\1" }""", "(a)")]
    public void A_field_that_cannot_be_read_is_refused_by_name(string field, string found) =>
        Should.Throw<ImportRefusedException>(() => Read(Map(field))).Refusal.Found.ShouldContain(found);

    [Fact]
    public void A_mapping_without_a_title_is_refused() =>
        Should.Throw<ImportRefusedException>(() => ProgramListReaderOf("""{ "to": "provider", "value": "Acme" }""")).Refusal.Found.ShouldContain("title");

    [Fact]
    public void A_mapped_list_is_read()
    {
        var list = Read(Map("""{ "to": "length", "column": "Stunden", "as": "clock hours" }, { "to": "level", "column": "Difficulty" }, { "to": "price", "column": "Preis", "currency": "EUR" }"""));

        list.Drafts.Select(d => (d.Title, d.Length?.Hours, d.Level, d.Price?.Minor)).ShouldBe([("Nähen", 12, 1, 4900L), ("Kochen", null, 3, null)]);
        list.Remarks.ShouldContain(r => r.Contains("\"TBC\""));
    }

    [Fact]
    public void The_day_can_be_stated_at_import()
    {
        var list = ReadProgramList.Read(new ProgramListOptions(WriteRows(), Map("""{ "to": "level", "column": "Difficulty" }"""), new DateOnly(2026, 3, 4)));
        list.AsOf.ShouldBe(new DateOnly(2026, 3, 4));
        list.Drafts.ShouldAllBe(d => d.AsOf == new DateOnly(2026, 3, 4));
    }

    [Fact]
    public void A_list_nobody_knows_gets_a_proposal_and_nothing_is_imported()
    {
        var file = WriteRows();

        var refusal = Should.Throw<ImportRefusedException>(() => ReadProgramList.Read(new ProgramListOptions(file))).Refusal;

        refusal.Expected.ShouldContain("list.csv.map.json");
        refusal.Expected.ShouldContain("currency");
        var proposal = ListMapping.Parse("list.csv.map.json", File.ReadAllText(file + ".map.json"));
        proposal.Fields.Select(f => (f.To, f.Column)).ShouldBe([("title", "Course"), ("provider", "School"), ("level", "Difficulty"), ("length", "Stunden"), ("price", "Preis")]);
    }

    [Fact]
    public void A_proposal_that_was_not_filled_in_is_refused_by_what_is_missing()
    {
        var file = WriteRows();
        Should.Throw<ImportRefusedException>(() => ReadProgramList.Read(new ProgramListOptions(file)));

        var refusal = Should.Throw<ImportRefusedException>(() => ReadProgramList.Read(new ProgramListOptions(file, file + ".map.json"))).Refusal;

        refusal.Found.ShouldContain("list.publisher, list.attribution, list.asOf, the currency of price");
    }

    [Theory]
    [InlineData("Curso;Centro;Horas;Precio;Idioma\nCosturas;Acme;12;49;es\n", "title,provider,language,length,price")]
    [InlineData("Kursname;Hochschule;Webseite;Stunden;Kosten\nNähen;Acme;https://acme.org/n;12;49\n", "title,provider,link,length,price")]
    public void A_proposal_knows_headings_of_other_languages(string rows, string facts)
    {
        var file = Path.Combine(_folder, "other.csv");
        File.WriteAllText(file, rows);
        Should.Throw<ImportRefusedException>(() => ReadProgramList.Read(new ProgramListOptions(file)));

        string.Join(',', ListMapping.Parse("map", File.ReadAllText(file + ".map.json")).Fields.Select(field => field.To)).ShouldBe(facts);
    }

    [Fact]
    public void A_proposal_never_overwrites_a_mapping()
    {
        var file = WriteRows();
        File.WriteAllText(file + ".map.json", "mine");

        Should.Throw<ImportRefusedException>(() => ReadProgramList.Read(new ProgramListOptions(file))).Refusal.Expected.ShouldContain("from before");
        File.ReadAllText(file + ".map.json").ShouldBe("mine");
    }

    [Fact]
    public void Every_layout_that_ships_names_its_list_and_reads_with_the_closed_set()
    {
        ListLayouts.All.Count.ShouldBe(20);
        ListLayouts.All.Select(l => l.List.Id).Distinct().Count().ShouldBe(20);
        foreach (var field in ListLayouts.All.SelectMany(l => l.Fields))
            FieldReadings.Find(field.To, field.As).ShouldNotBeNull($"{field.To} as {field.As}");
        ListLayouts.All.ShouldAllBe(l => ListMapping.Parse(l.Layout, l.ToJson()).Fields.Count == l.Fields.Count);
    }

    private ReadList ProgramListReaderOf(string fields)
    {
        var map = Path.Combine(_folder, "only.map.json");
        File.WriteAllText(map, MapText(fields));
        return ReadProgramList.Read(new ProgramListOptions(WriteRows(), map));
    }

    private ReadList Read(string map) => ReadProgramList.Read(new ProgramListOptions(WriteRows(), map));

    private string WriteRows()
    {
        var file = Path.Combine(_folder, "list.csv");
        File.WriteAllText(file, Rows);
        return file;
    }

    private string Map(string fields)
    {
        var map = Path.Combine(_folder, "test.map.json");
        File.WriteAllText(map, MapText("""{ "to": "title", "column": "Course" }, { "to": "provider", "column": "School" }, { "to": "link", "column": "Where" }, """ + fields));
        return map;
    }

    private static string MapText(string fields) => $$"""
        { "layout": "t", "list": { "id": "t", "name": "T", "publisher": "T", "attribution": "T", "asOf": "2026-01-01" }, "fields": [ {{fields}} ] }
        """;
}
