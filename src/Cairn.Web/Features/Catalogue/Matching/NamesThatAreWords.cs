using System.Collections.Frozen;

namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>What must stand beside a name for it to be the name and not the word: "R for Data Science", but not "R-rated".</summary>
/// <param name="Before">Stems of which one stands directly before.</param>
/// <param name="After">Stems of which one stands directly behind.</param>
/// <param name="With">Stems of which one stands anywhere in the title.</param>
/// <param name="NotBefore">Stems that must not stand directly before, whatever else does.</param>
/// <param name="NotAfter">Stems that must not stand directly behind, whatever else does.</param>
/// <param name="Alone">It counts with no witness, unless one of the last two stands there.</param>
internal sealed record Witness(string[] Before, string[] After, string[] With, string[] NotBefore, string[] NotAfter, bool Alone);

/// <summary>
/// Names of tools that are also words, letters or other names. Found by reading every one-word link over 55,000 real titles;
/// each line is a rule about the name, never about one title.
/// </summary>
internal static class NamesThatAreWords
{
    /// <summary>Ordinary words that labels happen not to use in lower case.</summary>
    public static readonly string[] Words =
    [
        "excel", "word", "access", "project", "outlook", "team", "exchange", "window", "publisher", "edge", "planner", "form", "list", "power", "point",
        "go", "dig", "swift", "spark", "chef", "puppet", "flask", "express", "react", "native", "ember", "snap", "sketch", "slack", "zoom", "stripe", "square",
        "word", "page", "number", "note", "keep", "drive", "map", "doc", "sheet", "slide", "cloud", "search", "play", "home", "photo", "mail", "calendar", "meet",
        "flash", "fireworks", "director", "captivate", "audition", "animate", "bridge", "premiere", "dimension", "express", "acrobat", "illustrator",
        "essential", "premier", "expert", "prime", "pulse", "vision", "insight", "focus", "compass", "horizon", "summit", "pioneer", "frontier",
        "unity", "maya", "blender", "rhino", "revit", "inventor", "fusion", "nuke", "houdini", "shake", "motion", "logic", "reason", "live", "final",
        "oracle", "sage", "basecamp", "trello", "notion", "monday", "smart", "sharp", "act", "stata", "minitab", "origin", "maple", "axiom", "magma",
        "workspace", "chrome", "blogger", "scratch", "logo", "ring", "rust", "dart", "crystal", "elm", "julia", "ada", "pascal", "eagle", "altium", "spice",
    ];

    /// <summary>Names that everybody uses without the maker, though their words are ordinary.</summary>
    public static readonly FrozenSet<string> StandAlone = new[] { "excel", "after effect", "premiere pro", "final cut pro", "visual studio", "power bi", "sql server", "visual basic", "revit", "camtasia", "dreamweaver", "terraform", "cogno", "lightroom" }
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Initials that mean one thing in course titles. Others ("PMP", "CIS") are names of examinations as often as of tools.</summary>
    public static readonly FrozenSet<string> KnownInitials = new[]
        {
            "HTML", "CSS", "XML", "SQL", "SVG", "MIDI", "DNS", "LAN", "WAN", "OSPF", "BGP", "MPLS", "EIGRP", "PLC", "CAD", "CAM", "UML", "GIS", "ERP", "CRM", "GRC",
            "XSLT", "JSON", "SEO", "LMS", "EHR", "EMR", "VBA", "HRMS", "SCADA", "PHP", "VHDL", "VPN", "TCP", "ETL", "OCR",
        }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Coding =
        ["programming", "programmer", "language", "code", "coding", "developer", "development", "compiler", "algorithm", "library", "framework", "api", "backend", "microservice"];

    private static readonly FrozenDictionary<string, Witness> Witnesses = new Dictionary<string, Witness>(StringComparer.Ordinal)
    {
        ["r"] = Need(after: ["programming", "studio", "language", "markdown", "shiny", "software"],
            with: ["data", "statistic", "statistics", "statistical", "programming", "rstudio", "ggplot2", "regression", "analytics", "tidyverse", "bioinformatics", "bioconductor", "python", "econometrics", "forecasting"]),
        ["c"] = Need(after: ["programming", "language", "code", "语言程序设计", "语言", "程序设计"],
            with: ["programming", "programmer", "coding", "embedded", "microcontroller", "pointer", "c++"],
            notBefore: ["vitamin", "hepatitis", "class", "level", "part", "type", "grade", "cdl", "series", "title", "section", "category", "objective", "visual", "module", "unit"]),
        ["j"] = Need(after: ["programming", "language"]),
        ["d"] = Need(after: ["programming", "language"]),
        ["go"] = Need(before: ["google"], after: ["programming", "language", "lang"], with: ["golang", "goroutine", "microservice"]),
        ["dig"] = Need(after: ["command"]),
        ["sa"] = Need(),
        ["swift"] = Need(after: Coding, with: ["io", "ios", "xcode", "swiftui", "apple", "macos", "iphone", "programming", "app"], notBefore: ["taylor", "jonathan"]),
        ["access"] = Need(before: ["microsoft", "ms"], after: ["2007", "2010", "2013", "2016", "2019", "365"]),
        ["word"] = Need(before: ["microsoft", "ms"], after: ["2007", "2010", "2013", "2016", "2019", "365"]),
        ["excel"] = Freely(notAfter: ["in", "at", "as", "your", "on", "beyond", "you"], notBefore: ["to", "you", "that"]),
        ["spark"] = Need(before: ["ada"], after: ["ada"]),
        ["les"] = Need(with: ["css", "sas"]),
        ["less"] = Need(with: ["css"], notAfter: ["than", "is"]),
        ["sass"] = Need(with: ["css", "scss", "web", "html", "html5", "css3", "bootstrap"]),
        ["logging"] = Need(with: ["forest", "forestry", "tree", "timber"]),
        ["ajax"] = Need(with: ["javascript", "jquery", "php", "web", "json", "asp", "java", "xml", "dom", "html"]),
        ["groovy"] = Need(with: ["java", "jvm", "grails", "gradle", "jenkins", "programming"]),
        ["blender"] = Freely(notBefore: ["smoothie", "immersion"]), ["pandas"] = Need(with: ["python", "numpy", "data", "dataframe"]), ["panda"] = Need(with: ["python", "numpy", "data", "dataframe"]), ["flask"] = Need(with: ["python", "web", "api", "app", "rest", "framework"]),
        ["shiny"] = Need(with: ["r", "rstudio", "dashboard"]),
        ["fastest"] = Need(), ["interview"] = Need(), ["system"] = Need(), ["design"] = Need(), ["mechanical"] = Need(), ["administrative"] = Need(), ["transportation"] = Need(),
        ["canva"] = Need(with: ["lm", "moodle", "instructure"]),
        ["ml"] = Need(with: ["ocaml", "functional", "haskell"]),
        ["scratch"] = Need(after: ["programming", "coding"], with: ["kid", "coding", "game"], notBefore: ["from"]),
        ["epic"] = Need(with: ["ehr", "emr", "hospital", "clinical", "mychart", "hyperspace"], notAfter: ["game"]), ["jersey"] = Need(with: ["java", "jax", "rest", "servlet"], notBefore: ["new"]), ["webinar"] = Need(),
        ["plan"] = Need(), ["sing"] = Freely(), ["dye"] = Need(), ["die"] = Need(), ["migration"] = Need(with: ["refugee", "human", "policy", "immigration", "global"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Witness? WitnessFor(string key) => Witnesses.GetValueOrDefault(key);

    private static Witness Need(string[]? before = null, string[]? after = null, string[]? with = null, string[]? notBefore = null, string[]? notAfter = null) =>
        new(before ?? [], after ?? [], with ?? [], notBefore ?? [], notAfter ?? [], Alone: false);

    private static Witness Freely(string[]? notBefore = null, string[]? notAfter = null) =>
        new([], [], [], notBefore ?? [], notAfter ?? [], Alone: true);
}
