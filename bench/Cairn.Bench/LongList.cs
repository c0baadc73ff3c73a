using System.Globalization;
using System.Text;

namespace Cairn.Bench;

/// <summary>
/// Writes a list as long as an import may be, the same on every machine: a CSV with its mapping beside it. Titles, lengths, prices and skills
/// read like those of real lists; every twentieth row repeats a program from anywhere before it, since real lists do so.
/// </summary>
internal static class LongList
{
    public const string Heading = "id,title,provider,link,level,language,duration,price,skills,description";
    private const int OneRepeatIn = 20;
    private const int Providers = 600;

    private static readonly string[] Leads = ["Introduction to", "Fundamentals of", "Advanced", "Practical", "Applied", "The Complete Guide to", "Mastering", "Certificate in", "Learn", "Diploma in"];
    private static readonly string[] Endings = ["for Beginners", "for Managers", "at Work", "in Practice", "with Projects", "for Nurses", "for Small Businesses", "Bootcamp", "Step by Step", "for Teachers"];
    private static readonly string[] Levels = ["Beginner", "Intermediate", "Advanced", "All levels"];
    private static readonly string[] Languages = ["English", "Spanish", "French", "German"];

    private static readonly string[] Subjects =
    [
        "Python", "SQL", "Java", "JavaScript", "Project Management", "Accounting", "Statistics", "Machine Learning", "Data Analysis", "Digital Marketing", "Graphic Design", "Nursing Care", "First Aid",
        "Cloud Computing", "Cybersecurity", "Business Analysis", "Public Speaking", "Negotiation", "Welding", "Carpentry", "Bookkeeping", "Human Resources", "Supply Chain Management", "Microsoft Excel",
        "Power BI", "Tableau", "Linux", "Docker", "Kubernetes", "Photography", "Video Editing", "Creative Writing", "Leadership", "Customer Service", "Sales", "Quality Management", "Food Safety",
        "Electrical Installation", "Plumbing", "Automotive Repair", "Early Childhood Education", "Translation", "Financial Modelling", "Risk Management", "Software Testing", "Web Development", "Robotics",
        "Biostatistics", "Epidemiology", "Pharmacology", "Medical Coding", "Health Informatics", "Urban Planning", "Solar Energy", "Water Treatment", "Geographic Information Systems", "Game Design",
    ];

    private const string Description =
        "This class is taught by people who do this work every day. Each week has a short talk, a reading and an exercise that is looked at by others, and at the end there is a small project of your own. "
        + "You need no more than a computer and a few hours a week; what you have made stays yours, and you may come back to the talks as often as you like. Whoever finishes all exercises gets a certificate "
        + "with a link that employers can open. Questions are answered in the forum, usually within a day, by the teachers and by people who were here before you.";

    /// <param name="file">The CSV; its mapping goes to <c>FILE.map.json</c>.</param>
    /// <param name="rows">Rows under the heading.</param>
    /// <param name="untitled">One row in so many has no title and is refused; 0 for none.</param>
    public static void Write(string file, int rows, int untitled = 0)
    {
        var random = new Random(20261124);
        using (var csv = new StreamWriter(file, append: false, new UTF8Encoding(false)))
        {
            csv.Write(Heading + "\n");
            for (var row = 0; row < rows; row++)
            {
                var program = row % OneRepeatIn == OneRepeatIn - 1 ? random.Next(row) : row;
                csv.Write(Row(program, hasTitle: untitled == 0 || row % untitled != untitled - 1));
            }
        }

        File.WriteAllText(file + ".map.json", Mapping);
    }

    private static string Row(int program, bool hasTitle)
    {
        // Everything follows from the number of the program, so that a repeat says the same.
        var random = new Random(program);
        string Any(string[] words) => words[random.Next(words.Length)];
        var subject = Any(Subjects);
        var title = $"{Any(Leads)} {subject} {Any(Endings)} {program % 997 + 1}.{program / 997 + 1}";
        var skills = string.Join(';', Enumerable.Range(0, random.Next(3, 9)).Select(_ => Any(Subjects)).Prepend(subject).Distinct());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{program},{(hasTitle ? title : "")},Provider {random.Next(Providers)} of Learning,https://learn.example.org/classes/{program}-{subject.Replace(' ', '-')},{Any(Levels)},{Any(Languages)},{random.Next(2, 90)},{random.Next(10, 900)}.00,{skills},\"{Description}\"\n");
    }

    private const string Mapping = """
        {
          "layout": "long-list",
          "list": { "id": "long-list", "name": "A long list", "publisher": "Cairn", "attribution": "Made by Cairn.Bench.", "asOf": "2026-11-24" },
          "fields": [
            { "to": "key", "column": "id" }, { "to": "title", "column": "title" }, { "to": "provider", "column": "provider" }, { "to": "link", "column": "link" },
            { "to": "level", "column": "level" }, { "to": "language", "column": "language" }, { "to": "length", "column": "duration", "as": "clock hours" },
            { "to": "price", "column": "price", "currency": "USD" }, { "to": "topics", "column": "skills", "separator": ";" }
          ]
        }

        """;
}
