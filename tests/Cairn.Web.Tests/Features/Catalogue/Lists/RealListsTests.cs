using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Catalogue.Lists;
using Cairn.Web.Features.Imports;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

/// <summary>The twenty public lists, whole, with what was counted in them. Skipped where they are not at hand.</summary>
public sealed class RealListsTests
{
    [Theory]
    [InlineData("coursera_2024_partner_skills.csv", "coursera-2024-partners", 1139, 1114, 0, 996, 0, 0)]
    [InlineData("coursera_2024_v3.csv", "coursera-2024", 623, 623, 0, 623, 0, 403)]
    [InlineData("coursera_2025_programs_courses_is450.csv", "coursera-2025-courses", 2183, 1990, 0, 0, 0, 1990)]
    [InlineData("coursera_2026_search.csv", "coursera-2026", 3600, 3600, 0, 3600, 0, 3600)]
    [InlineData("cricos_2023_vocational_aud.csv", "cricos-2023", 13766, 13146, 0, 0, 13112, 0)]
    [InlineData("edx_2020_usd.csv", "edx-2020", 975, 974, 0, 974, 974, 974)]
    [InlineData("edx_2021_extended.csv", "edx-2021", 2096, 2096, 0, 1822, 1702, 2096)]
    [InlineData("edx_2024_skills.csv", "edx-2024", 816, 784, 32, 0, 0, 784)]
    [InlineData("etpl_california_2026_sample60.json", "california-2026", 60, 60, 0, 49, 58, 22)]
    [InlineData("etpl_newjersey_detail_2021.csv", "newjersey-detail-2021", 1110, 965, 145, 926, 894, 0)]
    [InlineData("etpl_newjersey_list_2018.csv", "newjersey-list-2018", 4499, 4499, 0, 4279, 4376, 0)]
    [InlineData("harvard_professional_2026.csv", "harvard-2026", 588, 452, 0, 0, 317, 452)]
    [InlineData("icourse163_2017_zh.csv", "icourse163-2017", 1219, 1219, 0, 1119, 0, 1219)]
    [InlineData("it_certifications_2026_rolemath.csv", "rolemath-2026", 50, 50, 0, 0, 41, 50)]
    [InlineData("mooc_2023_futurelearn_coursera_udacity_simplilearn.csv", "mooc-2023", 8092, 5033, 0, 2576, 0, 5033)]
    [InlineData("skillshare_2024_classes.csv", "skillshare-2024", 14250, 14235, 0, 14227, 0, 14235)]
    [InlineData("udacity_2023.csv", "udacity-2023", 263, 263, 0, 0, 0, 263)]
    [InlineData("udemy_2017_courses.csv", "udemy-2017", 3678, 3672, 0, 3671, 3362, 3672)]
    [InlineData("udemy_2026_it_courses.csv", "udemy-2026", 6801, 6106, 113, 3097, 6083, 0)]
    [InlineData("uk_apprenticeship_standards_2018.csv", "uk-standards-2018", 546, 262, 1, 0, 0, 262)]
    public void A_public_list_is_recognised_and_read_as_counted(string file, string layout, int read, int programs, int refused, int hours, int priced, int links)
    {
        var list = ReadProgramList.Read(new ProgramListOptions(SharedLists.File(file)));
        var catalogue = EmptyCatalogue.With(SharedLists.File(file));
        var rows = catalogue.Rows<LearningProgram>();

        list.Mapping.Layout.ShouldBe(layout);
        (catalogue.Batch.Read, rows.Count, catalogue.Batch.Refusals.Count).ShouldBe((read, programs, refused));
        (rows.Count(p => p.Hours is not null), rows.Count(p => p.PriceKind == PriceKind.Once), rows.Count(p => p.Link is not null)).ShouldBe((hours, priced, links));
        rows.Select(p => p.Id).Distinct().Count().ShouldBe(programs);
    }

    [Fact]
    public void A_table_that_is_no_list_of_programs_is_refused()
    {
        // Looked for outside of what must throw: where the lists are missing this test is skipped, and a skip is thrown too.
        var table = SharedLists.File("crosswalk_soc2018_cip2020.csv");

        Should.Throw<ImportRefusedException>(() => ReadProgramList.Read(new ProgramListOptions(table))).Refusal.Expected.ShouldContain("titles of programs");
    }
}
