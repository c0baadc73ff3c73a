using Cairn.Web.Data;
using Cairn.Web.Hosting;
using Microsoft.AspNetCore.Connections;
using Shouldly;
using Xunit;

namespace Cairn.Web.Tests.Hosting;

public sealed class CannotStartTests
{
    [Fact]
    public void A_fault_of_ours_is_not_put_on_the_operator() =>
        CannotStart.Said(new InvalidOperationException("No service.")).ShouldBeNull();

    [Fact]
    public void A_taken_address_is_named_with_the_way_out() =>
        CannotStart.Said(new IOException("Failed to bind to address http://127.0.0.1:5080: address already in use.", new AddressInUseException("taken")))!
            .ShouldSatisfyAllConditions(said => said.ShouldContain("5080"), said => said.ShouldContain("--urls"));

    [Fact]
    public void A_data_folder_that_is_a_file_is_named()
    {
        var file = Path.GetTempFileName();

        var refused = Should.Throw<DatabaseUnusableException>(() => CairnDatabase.Sqlite(file));

        File.Delete(file);
        CannotStart.Said(refused)!.ShouldSatisfyAllConditions(said => said.ShouldContain(file), said => said.ShouldContain("CAIRN_DATA"));
    }

    [Fact]
    public void A_connection_string_that_is_none_is_refused_with_the_setting_s_name() =>
        CannotStart.Said(Should.Throw<DatabaseUnusableException>(() => CairnDatabase.Postgres("garbage")))!.ShouldContain("CAIRN_POSTGRES");

    [Fact]
    public async Task A_database_server_that_does_not_answer_is_named_with_the_setting()
    {
        var database = CairnDatabase.Postgres("Host=127.0.0.1;Port=1;Username=x;Database=y");

        var refused = await Should.ThrowAsync<Npgsql.NpgsqlException>(() => database.OpenConnectionAsync(TestContext.Current.CancellationToken));

        CannotStart.Said(refused)!.ShouldContain("CAIRN_POSTGRES");
    }
}
