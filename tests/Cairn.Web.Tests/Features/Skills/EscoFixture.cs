namespace Cairn.Web.Tests.Features.Skills;

/// <summary>A small ESCO download by hand, with a trap in each table.</summary>
internal static class EscoFixture
{
    public const string Machinist = "http://data.europa.eu/esco/occupation/aaaa0001";
    public const string Nurse = "http://data.europa.eu/esco/occupation/aaaa0002";
    public const string Python = "http://data.europa.eu/esco/skill/bbbb0001";
    public const string Drill = "http://data.europa.eu/esco/skill/bbbb0002";
    public const string Spanish = "http://data.europa.eu/esco/skill/bbbb0003";
    public const string Initiative = "http://data.europa.eu/esco/skill/bbbb0004";
    public const string Programming = "http://data.europa.eu/esco/skill/S5.1";
    public const string Computing = "http://data.europa.eu/esco/isced-f/061";

    private const string SkillColumns = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description";
    private const string CollectionColumns = "conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description";

    public static SourceFolder Write() => new SourceFolder()
        .With("occupations_en.csv",
            "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code",
            $"Occupation,{Machinist},7223, gear machinist ,\"gear cutter\r\n gear maker \nGear Machinist\",gearist,released,,http://data.europa.eu/esco/regulated-professions/unregulated,,,,\"Makes gears,\r\nand says \"\"so\"\".\",7223.5",
            $"Occupation,{Nurse},2221,specialist nurse,,,released,,http://data.europa.eu/esco/regulated-professions/regulated,,,,Nurses.,2221.1")
        .With("occupations_es.csv",
            "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,description,code",
            $"Occupation,{Nurse},2221,enfermera especialista,enfermero especialista,Cuida.,2221.1")
        .With("skills_en.csv", SkillColumns,
            $"KnowledgeSkillCompetence,{Python},knowledge,sector-specific,Python (computer programming),Python 3.x,,released,A language.",
            $"KnowledgeSkillCompetence,{Drill},skill/competence,,operate drill,use drill,,released,Drill.",
            $"KnowledgeSkillCompetence,{Spanish},skill/competence,transversal,write Spanish,,,released,Write.",
            $"KnowledgeSkillCompetence,{Initiative},skill/competence,transversal,show initiative,,,released,Act.")
        .With("skillGroups_en.csv",
            "conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,description,code",
            $"SkillGroup,{Programming},programming,,,released,,,,,S5.1",
            $"SkillGroup,{Computing},information and communication technologies,,,released,,,,,061")
        .With("languageSkillsCollection_en.csv", CollectionColumns, $"KnowledgeSkillCompetence,{Spanish},write Spanish,released,skill/competence,transversal,correspond in Spanish | use Spanish,Write.")
        .With("transversalSkillsCollection_en.csv", CollectionColumns,
            $"KnowledgeSkillCompetence,{Initiative},show initiative,released,skill/competence,transversal,,Act.",
            $"KnowledgeSkillCompetence,{Spanish},write Spanish,released,skill/competence,transversal,,Write.")
        .With("broaderRelationsSkillPillar_en.csv",
            "conceptType,conceptUri,broaderType,broaderUri",
            $"KnowledgeSkillCompetence,{Python},SkillGroup,{Programming}",
            $"KnowledgeSkillCompetence,{Python},SkillGroup,{Computing}")
        .With("skillsHierarchy_en.csv",
            "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 2 preferred term,Level 3 URI,Level 3 preferred term,Description,Scope note,Level 0 code,Level 1 code,Level 2 code,Level 3 code",
            $"{Computing},ICT,{Programming},programming,,,,,,,061,S5.1",
            $"{Computing},ICT,,,,,,,,,061")
        .With("skillSkillRelations_en.csv",
            "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri",
            $"{Python},knowledge,optional,skill/competence,{Drill}")
        .With("occupationSkillRelations_en.csv",
            "occupationUri,relationType,skillType,skillUri",
            $"{Machinist},optional,skill/competence,{Drill}",
            $"{Machinist},essential,skill/competence,{Drill}",
            $"{Machinist},optional,knowledge,{Python}")
        .With("crosswalk.csv",
            "\uFEFFMapping project name,ESCO-O*NET Crosswalk,,,,,",
            "Mapping project version,1,,,,,",
            ",,,,,,",
            "O*NET Id,O*NET Title,O*NET Description,ESCO or ISCO URI,ESCO or ISCO Title,ESCO or ISCO Description,Type of Match",
            $"51-4041.00,Machinists,x,{Machinist},gear machinist,x,broadMatch",
            $"29-1141.01,Acute Care Nurses,x,{Nurse},specialist nurse,x,narrowMatch",
            "15-1252.00,Software Developers,x,http://data.europa.eu/esco/isco/C2512,Software developers,x,exactISCO",
            "15-1252.00,Software Developers,x,http://data.europa.eu/esco/occupation/gone,gone,x,exactMatch");
}
