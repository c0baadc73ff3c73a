using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Xunit;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.StatusLists;

/// <summary>The list itself: entries, their order, the compressed form.</summary>
[Properties(Replay = "(20261126,7)")]
public sealed class StatusListTests
{
    [Theory]
    [InlineData(StatusList.MinLength - 1, 1)]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(StatusList.MinLength, 0)]
    [InlineData(StatusList.MinLength, 9)]
    [InlineData(int.MaxValue, 1)]
    public void Too_few_or_too_many_are_refused(int length, int size) => Should.Throw<ArgumentOutOfRangeException>(() => StatusList.Create(length, size));

    [Theory]
    [InlineData(-1)]
    [InlineData(StatusList.MinLength)]
    public void An_entry_that_is_not_there_is_refused(int index)
    {
        var list = StatusList.Create();

        Should.Throw<ArgumentOutOfRangeException>(() => list.Get(index));
        Should.Throw<ArgumentOutOfRangeException>(() => list.Set(index, 1));
    }

    [Fact]
    public void A_value_of_more_bits_than_an_entry_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => StatusList.Create().Set(0, 2));

    [Fact]
    public void An_entry_has_a_message_for_each_value_or_none() => Should.Throw<ArgumentException>(() => StatusList.EntryOf("https://issuer.example/status/1", 0, "message", ["one", "two", "three"]));

    [Fact]
    public void An_entry_names_its_list_by_a_URL() => Should.Throw<ArgumentException>(() => StatusList.EntryOf("status/1", 0, "revocation"));

    [Theory]
    [InlineData("")]
    [InlineData("u")]
    [InlineData("zH4sIAAAAAAAAA")]
    [InlineData("uH4sIAAAA====")]
    [InlineData("u!!!!")]
    [InlineData("uaGVsbG8")]
    public void What_is_no_list_is_refused(string encoded) => Should.Throw<CredentialException>(() => StatusList.Read(encoded)).Problem.ShouldBe(ProblemTypes.StatusVerification);

    [Fact]
    public void A_list_that_is_too_short_is_refused() =>
        Should.Throw<CredentialException>(() => StatusList.Read(Status.EncodedList.Encode(new byte[StatusList.MinLength / 8 - 1]))).Problem.ShouldBe(ProblemTypes.StatusListLength);

    [Fact]
    public void Index_0_is_the_left_most_bit()
    {
        var list = StatusList.Create();
        list.Set(0, 1);
        var first = new byte[1];

        Status.EncodedList.Decode(list.Encode(), 1 << 20, (offset, piece) =>
        {
            if (offset == 0)
                first[0] = piece[0];
        });

        first[0].ShouldBe((byte)0x80);
    }

    [Fact]
    public void A_list_of_nothing_begins_as_the_specification_says() => StatusList.Create().Encode().ShouldStartWith("uH4sIAAAAAAAA");

    /// <summary>The list of the specification's example 5, all of whose entries are 0.</summary>
    [Fact]
    public void The_published_list_is_read() =>
        StatusList.Read("uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA").Length.ShouldBe(StatusList.MinLength);

    [Property(MaxTest = 50)]
    public void What_was_set_is_read_back(NonNegativeInt at, PositiveInt bits, NonNegativeInt number)
    {
        var size = bits.Get % 8 + 1;
        var index = at.Get % StatusList.MinLength;
        var value = number.Get % (1 << size);
        var list = StatusList.Create(statusSize: size);
        list.Set(index, value);

        var read = StatusList.Read(list.Encode(), size);

        read.Get(index).ShouldBe(value);
        Enumerable.Range(0, StatusList.MinLength).Where(i => i != index).ShouldAllBe(i => read.Get(i) == 0);
    }

    [Fact]
    public void A_list_as_a_credential_can_be_signed_and_is_valid()
    {
        var list = Award.Sign(StatusList.Create().ToCredential("https://issuer.example/status/1", Award.Key.Controller, "revocation", Award.Now, timeToLive: TimeSpan.FromMinutes(5)));

        Award.Verify(list).Verdict.ShouldBe(Verdict.Valid);
        list["credentialSubject"]!["ttl"]!.GetValue<long>().ShouldBe(300_000);
        StatusList.FromCredential(list).Length.ShouldBe(StatusList.MinLength);
    }

    [Fact]
    public void A_credential_without_a_list_is_refused() => Should.Throw<CredentialException>(() => StatusList.FromCredential(new JsonObject())).Pointer.ShouldBe("/credentialSubject/encodedList");
}
