using System.Text;

namespace Cairn.Web.Drawing;

/// <summary>A stone: a superellipse, a little uneven, flatter below than above so that a stack looks as if it rests.</summary>
internal static class Pebble
{
    private const int Corners = 12;

    /// <summary>The outline of a stone centred on 0,0, as path data. Sizes in pixels; the seed decides its unevenness.</summary>
    public static string Outline(string seed, double width, double height)
    {
        var random = new Seed(seed);
        var lean = random.Around() * 0.24;
        var corner = new (double X, double Y)[Corners];
        for (var i = 0; i < Corners; i++)
        {
            var (sin, cos) = Math.SinCos(i * 2 * Math.PI / Corners);
            var below = sin > 0;
            var uneven = 1 + random.Around() * (below ? 0.02 : 0.05);
            var x = Power(cos, 0.9) * width / 2 * uneven;
            var y = Power(sin, below ? 0.68 : 0.92) * height / 2 * (below ? 1 : uneven);
            corner[i] = (x - lean * y, y);
        }
        return Smooth(corner);
    }

    /// <summary>The layer in a stone that is laid but was not assessed.</summary>
    public static string Stratum(double width, double height) =>
        FormattableString.Invariant($"M{width * -0.4:0.#} {height * 0.1:0.#}q{width * 0.25:0.#} {height * -0.17:0.#} {width * 0.42:0.#} 0t{width * 0.36:0.#} {height * -0.05:0.#}");

    private static double Power(double value, double exponent) => Math.Sign(value) * Math.Pow(Math.Abs(value), exponent);

    /// <summary>A closed curve through all corners (Catmull-Rom, written as Bézier curves).</summary>
    private static string Smooth((double X, double Y)[] corner)
    {
        var n = corner.Length;
        var path = new StringBuilder().Append('M').Append(Point(corner[0].X, corner[0].Y));
        for (var i = 0; i < n; i++)
        {
            var (before, from, to, after) = (corner[(i + n - 1) % n], corner[i], corner[(i + 1) % n], corner[(i + 2) % n]);
            path.Append('C').Append(Point(from.X + (to.X - before.X) / 6, from.Y + (to.Y - before.Y) / 6))
                .Append(' ').Append(Point(to.X - (after.X - from.X) / 6, to.Y - (after.Y - from.Y) / 6))
                .Append(' ').Append(Point(to.X, to.Y));
        }
        return path.Append('Z').ToString();
    }

    private static string Point(double x, double y) => FormattableString.Invariant($"{Math.Round(x, 1) + 0.0:0.#} {Math.Round(y, 1) + 0.0:0.#}");
}
