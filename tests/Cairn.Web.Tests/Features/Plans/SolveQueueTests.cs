using Cairn.Planning.Contract;
using Cairn.Web.Features.Plans;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Features.Plans;

/// <summary>Each piece of work waits for the test to let it go, so nothing here depends on time.</summary>
public sealed class SolveQueueTests
{
    private readonly List<string> _started = [];
    private readonly Dictionary<string, TaskCompletionSource> _gates = [];

    [Fact]
    public void A_full_queue_says_so()
    {
        var queue = new SolveQueue(1, mostWaiting: 1, mostWaitingPerAddress: 5);
        Ask(queue, "running").ShouldNotBeNull();
        Ask(queue, "waiting").ShouldNotBeNull();

        Ask(queue, "one too many").ShouldBeNull();
    }

    [Fact]
    public void One_address_cannot_fill_the_queue()
    {
        var queue = new SolveQueue(1, mostWaiting: 10, mostWaitingPerAddress: 1);
        Ask(queue, "running", "greedy");
        Ask(queue, "waiting", "greedy").ShouldNotBeNull();

        Ask(queue, "refused", "greedy").ShouldBeNull();
        Ask(queue, "welcome", "modest").ShouldNotBeNull();
    }

    [Fact]
    public void No_more_run_than_there_are_slots()
    {
        var queue = new SolveQueue(2, 10, 10);

        Solve?[] asked = [Ask(queue, "a"), Ask(queue, "b"), Ask(queue, "c")];

        asked.Select(solve => solve!.State).ShouldBe([SolveState.Running, SolveState.Running, SolveState.Waiting]);
    }

    [Fact]
    public async Task The_next_starts_when_a_slot_is_free()
    {
        var queue = new SolveQueue(1, 10, 10);
        var first = Ask(queue, "first")!;
        var second = Ask(queue, "second")!;

        Release("first");
        await first.Finished;

        first.State.ShouldBe(SolveState.Done);
        second.State.ShouldBe(SolveState.Running);
    }

    [Fact]
    public async Task The_newest_question_of_a_page_takes_the_place_of_the_waiting_one()
    {
        var queue = new SolveQueue(1, 10, 10);
        Ask(queue, "elsewhere");
        var older = queue.Ask("page", "older", "home", Work("older"))!;

        var newer = queue.Ask("page", "newer", "home", Work("newer"))!;

        await older.Finished;
        older.State.ShouldBe(SolveState.Replaced);
        newer.State.ShouldBe(SolveState.Waiting);
    }

    [Fact]
    public void A_replaced_question_leaves_its_turn_to_the_newer_one()
    {
        var queue = new SolveQueue(1, 10, 10);
        Ask(queue, "elsewhere");
        queue.Ask("page", "older", "home", Work("older"));
        Ask(queue, "behind");

        var newer = queue.Ask("page", "newer", "home", Work("newer"))!;

        queue.Before(newer).ShouldBe(0);
    }

    [Fact]
    public async Task A_running_question_is_given_up_for_a_newer_one_of_its_page()
    {
        var queue = new SolveQueue(1, 10, 10);
        var older = queue.Ask("page", "older", "home", Work("older"))!;
        var newer = queue.Ask("page", "newer", "home", Work("newer"))!;

        await older.Finished;

        older.State.ShouldBe(SolveState.Replaced);
        newer.State.ShouldBe(SolveState.Running);
    }

    [Fact]
    public void The_same_question_of_a_page_joins_the_one_under_way()
    {
        var queue = new SolveQueue(1, 10, 10);
        var first = queue.Ask("page", "same", "home", Work("same"));

        queue.Ask("page", "same", "elsewhere", Work("same")).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task Addresses_take_turns()
    {
        var queue = new SolveQueue(1, 10, 10);
        var running = Ask(queue, "many 0", "many")!;
        var second = Ask(queue, "many 1", "many")!;
        var third = Ask(queue, "many 2", "many")!;
        var single = Ask(queue, "single", "one")!;
        queue.Before(third).ShouldBe(2);

        Release("many 0");
        await running.Finished;
        Release("many 1");
        await second.Finished;

        single.State.ShouldBe(SolveState.Running);
        third.State.ShouldBe(SolveState.Waiting);
    }

    [Fact]
    public async Task A_failure_frees_the_slot_and_is_kept()
    {
        var queue = new SolveQueue(1, 10, 10);
        var failing = queue.Ask("failing", "q", "home", (_, _) => throw new InvalidOperationException("no model"))!;
        await failing.Finished;

        var next = Ask(queue, "next")!;

        failing.State.ShouldBe(SolveState.Failed);
        failing.Failure!.Message.ShouldBe("no model");
        next.State.ShouldBe(SolveState.Running);
    }

    [Fact]
    public async Task What_is_found_can_be_seen_before_the_end()
    {
        var queue = new SolveQueue(1, 10, 10);
        var reported = new TaskCompletionSource();
        var findings = new PlanFindings(new PlanAnswer { Plans = new Dictionary<string, LearnerPlan>(), Unreachable = [] }, Settled: false, null);
        var solve = queue.Ask("page", "q", "home", async (self, token) =>
        {
            self.Report(findings);
            reported.SetResult();
            await Gate("end").Task.WaitAsync(token);
        })!;

        await reported.Task;

        solve.Latest.ShouldBeSameAs(findings);
        solve.Finished.IsCompleted.ShouldBeFalse();
    }

    private Solve? Ask(SolveQueue queue, string page, string address = "home") => queue.Ask(page, page, address, Work(page));

    private Func<Solve, CancellationToken, Task> Work(string name) => async (_, token) =>
    {
        lock (_started)
            _started.Add(name);
        await Gate(name).Task.WaitAsync(token);
    };

    private void Release(string name) => Gate(name).SetResult();

    private TaskCompletionSource Gate(string name)
    {
        lock (_gates)
        {
            if (!_gates.TryGetValue(name, out var gate))
                _gates[name] = gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return gate;
        }
    }
}
