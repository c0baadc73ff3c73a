namespace Cairn.Web.Features.Skills.Needs;

/// <summary>Tells the name of a kind of software from the name of one.</summary>
internal static class SoftwareNames
{
    private static readonly string[] Kinds = [" software", " systems", " system", " applications", " programs", " tools"];

    /// <summary>
    /// "Web browser software" and "Email software" name a kind: no word but the first has a capital letter, and the last says what kind of thing it is.
    /// "Adobe Acrobat software" names one; so does "Salesforce software", which only its being hot tells.
    /// </summary>
    public static bool NameAKind(string name, bool hot) =>
        !hot && Kinds.Any(kind => name.EndsWith(kind, StringComparison.Ordinal)) && !name.Skip(1).Any(char.IsUpper);
}
