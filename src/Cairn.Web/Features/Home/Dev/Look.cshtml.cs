using Cairn.Web.Drawing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Home.Dev;

/// <summary>A page for whoever changes the sheet. The project file leaves this folder out of a release build.</summary>
internal sealed class LookModel : PageModel
{
    public static readonly Frontier Frontier = new("f",
    [
        new("#p0", new(2027, 6, 13), 26_800, 41, "Cheapest", true), new("#p1", new(2027, 5, 30), 29_000, 44, null, false),
        new("#p2", new(2027, 5, 16), 32_700, 46, null, false), new("#p3", new(2027, 5, 9), 37_200, 43, null, false),
        new("#p4", new(2027, 4, 25), 49_800, 42, null, false), new("#p5", new(2027, 4, 18), 57_400, 39, "Fastest", false),
        new("#p6", new(2027, 6, 20), 59_600, 63, "Best recognised", false),
    ], "USD", new(2027, 6, 28), IsComplete: true, RecognitionOf: 69);

    public static readonly PlanWeeks Weeks = new("w",
    [
        new("Spreadsheets for Operations", "#1", 24, new(2027, 1, 4), new(2027, 1, 31)), new("SQL for Working Analysts", "#2", 42, new(2027, 2, 1), new(2027, 3, 21)),
        new("Forecasting Demand: a Practical Introduction for Warehouse and Transport Teams", "#3", 18, new(2027, 3, 22), new(2027, 4, 11)),
        new("Supply Chain Analytics", "#4", 40, new(2027, 4, 12), new(2027, 5, 30)), new("Presenting With Data", "#5", 14, new(2027, 5, 31), new(2027, 6, 13)),
    ], [new(new(2027, 1, 1), 4000), new(new(2027, 2, 1), 5900), new(new(2027, 3, 1), 5900), new(new(2027, 4, 1), 118_500), new(new(2027, 5, 1), 2550)], "USD");

    public static readonly GapPicture Gap = new(
        [new(Stone.Assessed, 27, 5), new(Stone.Completed, 9, 2), new(Stone.Unchecked, 4, 1), new(Stone.OwnWord, 6, 3), new(null, 54, 9)],
        "Held: 11 of 20 skills", "Missing: 9", 0.92);

    public static readonly (string Name, int? Need, int Held, Stone Stone)[] Skills =
    [
        ("Query data with SQL", 2, 0, Stone.OwnWord), ("Model a supply chain", 2, 1, Stone.OwnWord), ("Analyse transport cost", 3, 1, Stone.Completed),
        ("Control inventory", 2, 3, Stone.Assessed), ("Use an ERP system", null, 1, Stone.Unchecked),
    ];

    [BindProperty]
    public string Name { get; set; } = "Spring 2027, evenings";

    [BindProperty]
    public decimal? Price { get; set; }

    [BindProperty]
    public int Kind { get; set; }

    public IActionResult OnGet()
    {
        if (!HttpContext.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment()) return NotFound();
        ModelState.SetModelValue(nameof(Price), "85 dollars", "85 dollars");
        ModelState.AddModelError(nameof(Price), "“85 dollars” is not a number. Write 85 or 85.00");
        ModelState.AddModelError(nameof(Kind), "Choose a kind");
        return Page();
    }

    public IActionResult OnPost() => Page();
}
