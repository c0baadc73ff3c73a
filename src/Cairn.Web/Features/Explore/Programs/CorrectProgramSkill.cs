using Cairn.Web.Data;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Explore.Programs;

/// <summary>What a person says about a skill of a program.</summary>
/// <param name="Program">Which program.</param>
/// <param name="Skill">Which skill.</param>
/// <param name="Teaches">Whether it teaches it.</param>
/// <param name="Level">1 to 3, or null to keep the imported level.</param>
/// <param name="Reason">Shown on the page of the program.</param>
internal sealed record SkillCorrection(ProgramId Program, SkillId Skill, bool Teaches, int? Level, string? Reason);

/// <summary>Why a correction was refused.</summary>
internal enum CorrectionRefusal
{
    None,
    NoSuchProgram,
    NoSuchSkill,
    LevelOutOfRange,
}

/// <summary>
/// Writes down that a program does or does not teach a skill. It wins over every import and is never overwritten by one.
/// Only the operator may, on the command line: a form waits until there are accounts to say who.
/// </summary>
internal sealed class CorrectProgramSkill(WriteQueue writes, TimeProvider time)
{
    public Task<CorrectionRefusal> RunAsync(SkillCorrection said, CancellationToken cancel) => writes.RunAsync(
        async db =>
        {
            if (said.Level is < 1 or > 3)
                return CorrectionRefusal.LevelOutOfRange;
            if (!await db.Set<LearningProgram>().AnyAsync(program => program.Id == said.Program, cancel))
                return CorrectionRefusal.NoSuchProgram;
            if (!await db.Set<Skill>().AnyAsync(skill => skill.Id == said.Skill, cancel))
                return CorrectionRefusal.NoSuchSkill;
            await db.Set<ProgramSkillCorrection>().Where(row => row.ProgramId == said.Program && row.SkillId == said.Skill).ExecuteDeleteAsync(cancel);
            db.Add(new ProgramSkillCorrection
            {
                ProgramId = said.Program, SkillId = said.Skill, Teaches = said.Teaches, Level = said.Level, Reason = said.Reason, At = time.GetUtcNow(),
            });
            return CorrectionRefusal.None;
        },
        cancel);
}
