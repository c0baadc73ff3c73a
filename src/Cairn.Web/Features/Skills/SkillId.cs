namespace Cairn.Web.Features.Skills;

/// <summary>
/// Natural key of a skill: the framework and its own code, such as <c>esco:fed5b267-73fa-461d-9f69-827c78beb39d</c>,
/// <c>onet:2.C.3.a</c> or <c>onet-tech:python</c>. It stands in addresses, so it never changes.
/// </summary>
internal readonly record struct SkillId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Natural key of an occupation, such as <c>onet:15-1252.00</c> or <c>esco:258e46f9-0075-4a2e-adae-1ff0477e0f30</c>.</summary>
internal readonly record struct OccupationId(string Value)
{
    public override string ToString() => Value;
}
