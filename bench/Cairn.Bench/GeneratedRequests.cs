using System.Globalization;
using Cairn.Planning.Contract;

namespace Cairn.Bench;

/// <summary>
/// Large plan requests that need no data at hand: 15,000 programs over 1,500 skills whose popularity falls the way it does in real catalogues, 25 needs, at
/// most ten programs. Three families: self-paced; with subscriptions and counted aid; with cohorts, <c>after</c>, two at once and a deadline.
/// The same number gives the same request for ever.
/// </summary>
internal static class GeneratedRequests
{
    private const int Skills = 1500;
    private static readonly DateOnly StartOn = new(2027, 1, 4);
    private static readonly int[] Hours = [2, 4, 6, 8, 10, 15, 20, 30, 40, 60, 100, 160];
    private static readonly long[] Prices = [12_99, 14_99, 19_99, 29_99, 39_00, 49_00, 79_00, 99_00, 149_00, 199_00, 299_00, 499_00, 799_00];

    public static int Usage()
    {
        Console.Error.WriteLine("generate OUT [--requests N] [--programs N]: write N large plan requests of each family (default 10 of 15000 programs)");
        return 64;
    }

    public static int Write(string[] args)
    {
        if (args.Length == 0) return Usage();
        Directory.CreateDirectory(args[0]);
        var (requests, programs) = (Option(args, "--requests", 10), Option(args, "--programs", 15_000));
        foreach (var family in (string[])["self-paced", "subscriptions-and-aid", "cohorts-and-after"])
        {
            for (var number = 1; number <= requests; number++)
            {
                var file = Path.Combine(args[0], string.Create(CultureInfo.InvariantCulture, $"{family}-{number:000}.json"));
                File.WriteAllText(file, PlanRequestJson.Write(Of(family, number, programs)));
            }
        }

        return 0;
    }

    public static PlanRequest Of(string family, int number, int count)
    {
        var random = new Random(number);
        var (subscribed, dated) = (family == "subscriptions-and-aid", family == "cohorts-and-after");
        var programs = new List<PlanProgram>(count);
        for (var i = 0; i < count; i++) programs.Add(Program(random, i, subscribed, dated));
        var needs = Distinct(random, 25, most: 300).Select(skill => new SkillNeed(skill, random.Next(100) < 60 ? 1 : 2, random.Next(1, 11))).ToList();
        return new()
        {
            Currency = "USD",
            Limits = new()
            {
                HoursPerWeek = 8,
                StartOn = StartOn,
                FinishBy = dated ? StartOn.AddDays(7 * 40 - 1) : null,
                MaxPrograms = 10,
                MaxAtOnce = dated ? 2 : null,
                CoverageMillionths = 800_000,
            },
            Needs = needs,
            Programs = programs,
            Subscriptions = subscribed ? [new("plus", 49_00), new("pro", 29_00), new("max", 99_00)] : [],
            Aid = subscribed
                ? [new("grant", [.. programs.Where((p, i) => i % 3 == 0 && p.PriceOnce is not null).Select(p => p.Id)], 50m, null, 2),
                   new("voucher", [.. programs.Where((p, i) => i % 5 == 0 && p.PriceOnce is not null).Select(p => p.Id)], null, 30_00, 3)]
                : [],
        };
    }

    private static PlanProgram Program(Random random, int i, bool subscribed, bool dated)
    {
        var teaches = Distinct(random, random.Next(1, 7), most: Skills).Select(skill => new SkillLevel(skill, Level(random))).ToList();
        var hours = Hours[Math.Clamp((int)(4.5 + 2.2 * Normal(random)), 0, Hours.Length - 1)];
        var price = random.Next(100) < 6 ? 0 : Prices[Math.Clamp((int)(3.5 + Math.Log(hours) / 2 + 2 * Normal(random)), 0, Prices.Length - 1)];
        var through = subscribed && random.Next(100) < 40 ? (string[])["plus", "plus", "pro", "max"] : [];
        var cohort = dated && random.Next(100) < 35;
        var weeks = cohort ? Math.Clamp((hours + 4) / 5, 1, 40) : 0;
        return new()
        {
            Id = $"p{i}",
            Hours = hours,
            PriceOnce = through.Length > 0 && random.Next(100) < 50 ? null : price,
            Subscription = through.Length > 0 ? through[random.Next(through.Length)] : null,
            Starts = cohort ? [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => StartOn.AddDays(random.Next(0, 200))).Distinct().Order()] : null,
            Weeks = cohort ? weeks : null,
            Teaches = teaches,
            Requires = random.Next(100) < (dated ? 15 : 4) ? [new(Distinct(random, 1, most: Skills)[0], 1)] : [],
            After = dated && i > 0 && random.Next(100) < 4 ? [$"p{random.Next(i)}"] : [],
            Recognition = random.Next(100) switch { < 60 => 0, < 85 => 1, < 95 => 2, _ => 3 },
        };
    }

    /// <summary>Skills of small number are the popular ones.</summary>
    private static List<string> Distinct(Random random, int wanted, int most)
    {
        var chosen = new List<string>(wanted);
        while (chosen.Count < wanted)
        {
            var skill = $"s{(int)(most * Math.Pow(random.NextDouble(), 2.2))}";
            if (!chosen.Contains(skill)) chosen.Add(skill);
        }

        return chosen;
    }

    private static int Level(Random random) => random.Next(100) switch { < 50 => 1, < 85 => 2, _ => 3 };

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int Option(string[] args, string name, int otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
