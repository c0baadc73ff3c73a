using System.CommandLine;
using Cairn.Web.Data;
using Cairn.Web.Features.Explore.Programs;
using Cairn.Web.Hosting;

namespace Cairn.Web.Commands;

/// <summary><c>correct PROGRAM SKILL --teaches|--does-not-teach</c>: exit 0 done, 65 when there is no such program or skill.</summary>
internal static class CorrectVerb
{
    public static Command Create()
    {
        var program = new Argument<string>("PROGRAM") { Description = "Id of the program: the last part of its page's address." };
        var skill = new Argument<string>("SKILL") { Description = "Id of the skill, such as onet-tech:python." };
        var teaches = new Option<bool>("--teaches") { Description = "It teaches the skill." };
        var doesNot = new Option<bool>("--does-not-teach") { Description = "It does not teach the skill." };
        var level = new Option<int?>("--level") { Description = "To level 1 (introductory), 2 (working) or 3 (advanced); the imported one when left out." };
        var reason = new Option<string?>("--reason") { Description = "Why, in a few words. It is shown on the page of the program." };
        var command = new Command("correct", "Say that a program does or does not teach a skill. No import overwrites it.") { program, skill, teaches, doesNot, level, reason };
        command.Validators.Add(said =>
        {
            if (said.GetValue(teaches) == said.GetValue(doesNot))
                said.AddError("Say either --teaches or --does-not-teach.");
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new(new(parsed.GetValue(program)!), new(parsed.GetValue(skill)!), parsed.GetValue(teaches), parsed.GetValue(level), parsed.GetValue(reason)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(SkillCorrection said, CancellationToken cancellationToken)
    {
        await using var installation = Installation.Open();
        await StartUp.PrepareAsync(installation.Services, Console.Error.WriteLine, cancellationToken);
        var correct = new CorrectProgramSkill(installation.Services.GetRequiredService<WriteQueue>(), installation.Services.GetRequiredService<TimeProvider>());
        var refusal = await correct.RunAsync(said, cancellationToken);
        var answer = refusal switch
        {
            CorrectionRefusal.NoSuchProgram => $"There is no program {said.Program}. Nothing was changed.",
            CorrectionRefusal.NoSuchSkill => $"There is no skill {said.Skill}. Nothing was changed.",
            CorrectionRefusal.LevelOutOfRange => $"Found level {said.Level}, expected 1, 2 or 3. Nothing was changed.",
            _ => $"{said.Program} {(said.Teaches ? "teaches" : "does not teach")} {said.Skill}. A running site shows it within seconds.",
        };
        await (refusal == CorrectionRefusal.None ? Console.Out : Console.Error).WriteLineAsync(answer);
        return refusal == CorrectionRefusal.None ? 0 : 65;
    }
}
