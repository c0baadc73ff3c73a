namespace Cairn.Credentials.Models;

/// <summary>A name or address as a document has it.</summary>
/// <param name="Type">Its kind, such as <c>emailAddress</c>.</param>
/// <param name="Text">The name or address, or its hash.</param>
/// <param name="IsHashed">Whether it says that it is a hash.</param>
public sealed record IdentityView(string? Type, string? Text, bool IsHashed);

/// <summary>A result as a document has it.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The value.</param>
/// <param name="Status">Its status, such as Completed.</param>
/// <param name="Level">The name of the level that was reached.</param>
public sealed record ResultView(string? Name, string? Value, string? Status, string? Level);

/// <summary>Evidence as a document has it.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Narrative">What was done, in Markdown.</param>
public sealed record EvidenceView(string? Url, string? Name, string? Description, string? Narrative);

/// <summary>An alignment as a document has it.</summary>
/// <param name="Name">Name of the skill or entry.</param>
/// <param name="Url">Its URI.</param>
/// <param name="Code">Its code.</param>
/// <param name="Framework">The framework it is of.</param>
public sealed record AlignmentView(string? Name, string? Url, string? Code, string? Framework);
