using Cairn.EndToEnd.Tests;
using Cairn.Testing;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(Chromium))]
// One browser and one processor to spare: journeys run one after the other.
[assembly: Parallelization(Mode = ParallelMode.None)]
