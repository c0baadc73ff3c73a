namespace Cairn.Web.Features.Skills.Esco;

/// <summary>ESCO names everything by an address; our keys are its last part, which stands in an address of ours as it is.</summary>
internal static class EscoUri
{
    private const string Root = "http://data.europa.eu/esco/";
    private const string Skills = Root + "skill/";
    private const string Fields = Root + "isced-f/";
    private const string Occupations = Root + "occupation/";

    /// <summary>An ISCO group is a heading that many occupations stand under, not an occupation.</summary>
    public static bool IsIscoGroup(string uri) => uri.StartsWith(Root + "isco/", StringComparison.Ordinal);

    public static bool TrySkill(string uri, out SkillId id)
    {
        var field = uri.StartsWith(Fields, StringComparison.Ordinal);
        var code = field ? uri[Fields.Length..] : uri.StartsWith(Skills, StringComparison.Ordinal) ? uri[Skills.Length..] : "";
        id = new SkillId(field ? "esco:isced-f." + code : "esco:" + code);
        return IsCode(code);
    }

    public static bool TryOccupation(string uri, out OccupationId id)
    {
        var code = uri.StartsWith(Occupations, StringComparison.Ordinal) ? uri[Occupations.Length..] : "";
        id = new OccupationId("esco:" + code);
        return IsCode(code);
    }

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= 64 && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.');
}
