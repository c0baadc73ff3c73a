using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Cairn.Credentials.Tests.Hostile;

/// <summary>No changed byte of a valid award verifies, unless the change cannot be seen in JSON at all (a space between values, another way to write a letter).</summary>
public sealed class MutatedBytesTests
{
    private static readonly byte[] Letters = Encoding.ASCII.GetBytes("aZ09 \"\\{}[]:,-.@/#\u0000\u007f");

    [Theory]
    [InlineData("eddsa-rdfc-2022")]
    [InlineData("eddsa-jcs-2022")]
    public void No_changed_byte_verifies(string suite)
    {
        var original = Encoding.UTF8.GetBytes(CredentialSigner.Sign(Award.New(), Award.Key, new SigningOptions { Created = "2026-01-01T00:00:00Z", Cryptosuite = suite }).ToJsonString());
        Verdict(original).ShouldBe(Credentials.Verdict.Valid);
        var random = new Random(20261124);
        var mutations = new List<byte[]>();
        for (var i = 0; i < original.Length; i++)
        {
            mutations.Add([.. original[..i], Letters[random.Next(Letters.Length)], .. original[(i + 1)..]]);
            mutations.Add([.. original[..i], (byte)(original[i] ^ (1 << random.Next(8))), .. original[(i + 1)..]]);
            if (random.Next(4) == 0)
                mutations.Add([.. original[..i], .. original[(i + 1)..]]);
            if (random.Next(4) == 0)
                mutations.Add([.. original[..i], Letters[random.Next(Letters.Length)], .. original[i..]]);
        }

        var passed = new ConcurrentBag<string>();
        Parallel.ForEach(mutations, mutated =>
        {
            if (Verdict(mutated) == Credentials.Verdict.Valid && !IsTheSameJson(mutated, original))
                passed.Add(Encoding.UTF8.GetString(mutated));
        });

        passed.ShouldBeEmpty();
    }

    private static Verdict? Verdict(byte[] text)
    {
        try
        {
            return CredentialVerifier.Verify(text, new VerificationOptions { At = Award.Now }).Verdict;
        }
        catch (CredentialException)
        {
            return null;
        }
    }

    private static bool IsTheSameJson(byte[] one, byte[] other)
    {
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
