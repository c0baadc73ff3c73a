using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Cairn.Credentials.Keys;

/// <summary>
/// The two NIST curves (FIPS 186-5) and their compressed points (SEC 1, sections 2.3.3 and 2.3.4), which Multikey uses and the platform does not read.
/// </summary>
internal sealed class EllipticCurve
{
    private static readonly BigInteger Three = 3;

    private readonly BigInteger _prime;
    private readonly BigInteger _b;

    private EllipticCurve(ECCurve curve, HashAlgorithmName hash, int length, string prime, string b)
    {
        (Curve, Hash, Length) = (curve, hash, length);
        _prime = BigInteger.Parse("0" + prime, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        _b = BigInteger.Parse("0" + b, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    public static EllipticCurve P256 { get; } = new(
        ECCurve.NamedCurves.nistP256, HashAlgorithmName.SHA256, 32,
        "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
        "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");

    public static EllipticCurve P384 { get; } = new(
        ECCurve.NamedCurves.nistP384, HashAlgorithmName.SHA384, 48,
        "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff",
        "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef");

    public ECCurve Curve { get; }

    /// <summary>The hash that signatures with this curve use.</summary>
    public HashAlgorithmName Hash { get; }

    /// <summary>Bytes of a coordinate and of a secret.</summary>
    public int Length { get; }

    public static byte[] Compress(ECPoint point) => [(byte)(2 + (point.Y![^1] & 1)), .. point.X!];

    /// <summary>The point whose compressed form is given; null when there is none on the curve.</summary>
    public ECPoint? Decompress(ReadOnlySpan<byte> compressed)
    {
        if (compressed.Length != Length + 1 || compressed[0] is not (2 or 3))
            return null;
        var x = new BigInteger(compressed[1..], isUnsigned: true, isBigEndian: true);
        if (x >= _prime)
            return null;
        // y² = x³ − 3x + b, and the prime is 3 modulo 4: the root, if there is one, is that power.
        var square = ((BigInteger.ModPow(x, Three, _prime) - (Three * x) + _b) % _prime + _prime) % _prime;
        var y = BigInteger.ModPow(square, (_prime + 1) / 4, _prime);
        if (BigInteger.ModPow(y, 2, _prime) != square)
            return null;
        if (y.IsEven != (compressed[0] == 2))
            y = _prime - y;
        var yBytes = new byte[Length];
        y.TryWriteBytes(yBytes.AsSpan(Length - y.GetByteCount(isUnsigned: true)), out _, isUnsigned: true, isBigEndian: true);
        return new ECPoint { X = compressed[1..].ToArray(), Y = yBytes };
    }
}
