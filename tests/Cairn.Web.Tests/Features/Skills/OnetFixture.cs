namespace Cairn.Web.Tests.Features.Skills;

/// <summary>A small O*NET download by hand: two occupations, one of them without skills.</summary>
internal static class OnetFixture
{
    private const string Rated = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source";

    public static SourceFolder Write() => new SourceFolder()
        .With("Read Me.txt", "O*NET 29.3 Database", "May 2025 Release")
        .With("Occupation Data.txt",
            "O*NET-SOC Code\tTitle\tDescription",
            "15-1252.00\tSoftware Developers\tResearch, design, and develop \"software.",
            "15-1253.00\tTesters\tTest software.")
        .With("Alternate Titles.txt",
            "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)",
            "15-1252.00\tApplication Developer\tn/a\t08",
            "15-1252.00\tapplication developer \t\t08",
            "15-1252.00\tSoftware Engineer\tSWE\t08")
        .With("Sample of Reported Titles.txt", "O*NET-SOC Code\tReported Job Title\tShown in My Next Move", "15-1252.00\tProgrammer\tY")
        .With("Skills.txt", Rated,
            "15-1252.00\t2.B.3.e\tProgramming\tIM\t4.12\t8\t0.125\t3.88\t4.37\tN\tn/a\t08/2023\tAnalyst",
            "15-1252.00\t2.B.3.e\tProgramming\tLV\t4.62\t8\t0.183\t4.2\t4.9\tY\tN\t08/2023\tAnalyst",
            "15-1252.00\t2.B.3.l\tRepairing\tIM\t1.5\t8\t\t\t\t\t\t08/2023\tAnalyst",
            "15-1252.00\t2.B.3.l\tRepairing\tLV\t1.25\t8\t\t\t\t\tY\t08/2023\tAnalyst")
        .With("Knowledge.txt", Rated,
            "15-1252.00\t2.C.3.a\tComputers and Electronics\tIM\t5\t8\t\t\t\tN\t\t08/2023\tAnalyst",
            "15-1252.00\t2.C.3.a\tComputers and Electronics\tLV\t6.96\t8\t\t\t\tN\tN\t08/2023\tAnalyst")
        .With("Technology Skills.txt",
            "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand",
            "15-1252.00\tC\t43232402\tDevelopment environment software\tY\tN",
            "15-1252.00\tC++\t43232402\tDevelopment environment software\tY\tY",
            "15-1252.00\tC#\t43232405\tObject or component oriented development software\tY\tN",
            "15-1252.00\tC#\t43232402\tDevelopment environment software\tY\tY",
            "15-1253.00\tWeb browser software\t43232705\tInternet browser software\tN\tN")
        .With("Job Zones.txt", "O*NET-SOC Code\tJob Zone\tDate\tDomain Source", "15-1252.00\t4\t08/2023\tAnalyst")
        .With("Related Occupations.txt", "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex", "15-1252.00\t15-1253.00\tPrimary-Short\t1")
        .With("Education, Training, and Experience Categories.txt",
            "Element ID\tElement Name\tScale ID\tCategory\tCategory Description",
            "2.D.1\tRequired Level of Education\tRL\t6\tBachelor's Degree",
            "3.A.3\tOn-the-Job Training\tOJ\t1\tNone or short demonstration")
        .With("Education, Training, and Experience.txt",
            "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tCategory\tData Value\tN\tStandard Error\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tDate\tDomain Source",
            "15-1252.00\t2.D.1\tRequired Level of Education\tRL\t6\t81.25\t20\t\t\t\tN\t08/2023\tIncumbent",
            "15-1252.00\t2.D.4.a\tJob-Related Professional Certification\tIM\t\t3.01\t28\t\t\t\tN\t08/2023\tIncumbent",
            "15-1252.00\t3.A.3\tOn-the-Job Training\tOJ\t1\t40\t20\t\t\t\t\t08/2023\tIncumbent")
        .With("Content Model Reference.txt", "Element ID\tElement Name\tDescription", "2.B.3.e\tProgramming\tWriting computer programs for various purposes.")
        .With("Level Scale Anchors.txt",
            "Element ID\tElement Name\tScale ID\tAnchor Value\tAnchor Description",
            "2.B.3.e\tProgramming\tLV\t2\tWrite a program in \"BASIC\" to sort objects in a database",
            "1.A.1.a.1\tOral Comprehension\tLV\t2\tUnderstand a television commercial");
}
