using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>A name of a framework skill, as the matcher reads it.</summary>
/// <remarks>Language is BCP 47. Hot, O*NET's hot technology, breaks ties between technologies of the same name.</remarks>
internal sealed record SkillLabel(SkillId SkillId, SkillKind Kind, string Language, NameKind NameKind, string Text, bool Hot);

/// <summary>A program's words name a skill.</summary>
/// <remarks>Confidence is in hundredths: 100 for Listed and Title, 1 to 99 for Guessed. Words are the program's, as they stand there.</remarks>
internal sealed record SkillMatch(SkillId SkillId, SkillBasis Basis, int Confidence, string Words);
