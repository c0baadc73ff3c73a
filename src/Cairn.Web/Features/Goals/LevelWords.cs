using Cairn.Web.Features.Shared;

namespace Cairn.Web.Features.Goals;

/// <summary>The three levels in words a person can place themselves by. The mapping from other scales is in docs/needs.md.</summary>
internal static class LevelWords
{
    public static string Name(this Texts t, int level) => level switch
    {
        1 => t["introductory"],
        2 => t["working"],
        _ => t["advanced"],
    };

    public static string Meaning(this Texts t, int level) => level switch
    {
        1 => t["I know the basics and can do simple cases, sometimes with help."],
        2 => t["I do the usual cases on my own, and the result can be relied on."],
        _ => t["I do the hard cases, judge the work of others and can show them how."],
    };

    /// <summary>"Working needed; introductory held, own word": what a level bar draws.</summary>
    public static string NeededAndHeld(this Texts t, int needed, bool stated, int held) => (stated, held) switch
    {
        (true, 0) => t["{0} level needed; nothing held", t.Name(needed)],
        (true, _) => t["{0} level needed; {1} level held, own word", t.Name(needed), t.Name(held)],
        (false, 0) => t["Planned for at {0} level; the source names none. Nothing held", t.Name(needed)],
        (false, _) => t["Planned for at {0} level; the source names none. {1} level held, own word", t.Name(needed), t.Name(held)],
    };
}
