using Cairn.Web.Features.Skills;
using Cairn.Web.Features.Skills.Esco;
using Cairn.Web.Features.Skills.Onet;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Skills;

public sealed class SameSkillsTests
{
    [Theory]
    [InlineData("Accounting software", "accounting")]
    [InlineData("Customer relationship management CRM software", "customer relationship management")]
    [InlineData("Oracle Database", "database")]
    [InlineData("Microsoft Office software", "office software")]
    [InlineData("Apache Spark", "SPARK")]
    [InlineData("Go", "GO")]
    [InlineData("C", "C++")]
    [InlineData("C++", "C#")]
    [InlineData("SoftRisk SQL", "SQL")]
    [InlineData("Schlumberger ECLIPSE", "Eclipse (integrated development environment software)")]
    [InlineData("Microsoft Excel", "use spreadsheets software")]
    public void Two_things_are_not_the_same(string onet, string esco) => Same(onet, esco).ShouldBeNull();

    [Theory]
    [InlineData("Git", "tools for software configuration management")]
    [InlineData("Project management software", "ICT project management methodologies")]
    [InlineData("Blackboard Learning System", "learning management systems")]
    public void An_example_among_other_labels_is_not_the_concept(string onet, string esco) => Same(onet, esco, alternate: onet).ShouldBeNull();

    [Fact]
    public void A_label_of_two_concepts_decides_nothing() =>
        SameSkills.Find(
            [Technology("t"), Concept("1"), Concept("2")],
            [Name("t", "Eclipse"), Name("1", "Eclipse (software)"), Name("2", "Eclipse (astronomy)")]).ShouldBeEmpty();

    [Fact]
    public void A_skill_of_ESCO_is_never_a_technology() =>
        SameSkills.Find([Technology("t"), Concept("1") with { Kind = SkillKind.Skill }], [Name("t", "Python"), Name("1", "Python")]).ShouldBeEmpty();

    [Theory]
    [InlineData("Python", "Python (computer programming)")]
    [InlineData("R", "R")]
    [InlineData("C#", "C#")]
    [InlineData("Structured query language SQL", "SQL")]
    [InlineData("Learning management system LMS", "learning management systems")]
    [InlineData("Geographic information system GIS software", "geographic information systems")]
    [InlineData("Unified modeling language UML", "unified modelling language")]
    [InlineData("Oracle Java", "Java (computer programming)")]
    [InlineData("Objective C", "Objective-C")]
    public void Two_names_of_one_thing_are_the_same(string onet, string esco) => Same(onet, esco).ShouldNotBeNull();

    [Fact]
    public void Another_label_that_holds_the_whole_title_is_a_name_of_it() => Same("FileMaker Pro", "Filemaker (database management systems)", alternate: "FileMaker Pro").ShouldNotBeNull();

    [Fact]
    public void The_concept_of_ESCO_is_the_one_shown() => Same("Python", "Python (computer programming)")!.SkillId.ShouldBe(new SkillId("esco:1"));

    /// <summary>A change of the rule that says more or less than these is looked at by a person.</summary>
    [Fact]
    public void The_public_data_have_the_88_pairs_that_were_looked_at()
    {
        var onet = OnetReader.Read(SharedData.Folder("onet"), null);
        var esco = EscoReader.Read(SharedData.Folder("esco"), null, null);
        SameSkills.Find(onet.Rows<Skill>().Concat(esco.Rows<Skill>()), onet.Rows<SkillName>().Concat(esco.Rows<SkillName>())).Count.ShouldBe(88);
    }

    private static SameSkill? Same(string onet, string esco, string? alternate = null) => SameSkills.Find(
        [Technology("t"), Concept("1")],
        [Name("t", onet), Name("1", esco), .. alternate is null ? Array.Empty<SkillName>() : [Name("1", alternate) with { Kind = NameKind.Alternate }]]).SingleOrDefault();

    private static Skill Technology(string id) => new() { Id = new SkillId("esco:" + id), Framework = "onet", Kind = SkillKind.Technology };

    private static Skill Concept(string id) => new() { Id = new SkillId("esco:" + id), Framework = "esco", Kind = SkillKind.Knowledge };

    private static SkillName Name(string id, string text) =>
        new() { SkillId = new SkillId("esco:" + id), Language = "en", Kind = NameKind.Preferred, Ordinal = 0, Text = text };
}
