using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cairn.Web.Drawing;

/// <summary>
/// A stream of numbers in [0, 1) that depends on nothing but a text: the same award looks the same on every machine, in every
/// version, for ever. Changing it changes every badge ever drawn.
/// </summary>
internal struct Seed
{
    private ulong _state;

    public Seed(string text) => _state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>SplitMix64, as published by Steele, Lea and Flood.</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Between -0.5 and 0.5.</summary>
    public double Around() => Next() - 0.5;
}
