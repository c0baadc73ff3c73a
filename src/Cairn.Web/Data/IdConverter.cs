using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cairn.Web.Data;

/// <summary>Id structs of the product: a record struct whose name ends in Id, with one member named Value (text or UUID).</summary>
internal static class IdTypes
{
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(IdTypes).Assembly.GetTypes().Where(type =>
            type is { IsValueType: true, IsEnum: false, IsGenericType: false }
            && type.Name.EndsWith("Id", StringComparison.Ordinal)
            && type.GetProperty("Value") is { } value && (value.PropertyType == typeof(string) || value.PropertyType == typeof(Guid))),
    ];

    public static Type ValueOf(Type id) => id.GetProperty("Value")!.PropertyType;
}

/// <summary>Unwraps an id struct. Expressions, not reflection: mass imports pass here a million times.</summary>
internal sealed class IdConverter<TId, TValue>() : ValueConverter<TId, TValue>(Unwrap(), Wrap())
    where TId : struct
{
    private static Expression<Func<TId, TValue>> Unwrap()
    {
        var id = Expression.Parameter(typeof(TId), "id");
        return Expression.Lambda<Func<TId, TValue>>(Expression.Property(id, "Value"), id);
    }

    private static Expression<Func<TValue, TId>> Wrap()
    {
        var value = Expression.Parameter(typeof(TValue), "value");
        return Expression.Lambda<Func<TValue, TId>>(Expression.New(typeof(TId).GetConstructor([typeof(TValue)])!, value), value);
    }
}

/// <summary>A UUID as 16 big-endian bytes, so that SQLite orders version 7 by time.</summary>
internal sealed class UuidBytesConverter<TId>() : ValueConverter<TId, byte[]>(ToBytes(), FromBytes())
    where TId : struct
{
    private static Expression<Func<TId, byte[]>> ToBytes()
    {
        var id = Expression.Parameter(typeof(TId), "id");
        return Expression.Lambda<Func<TId, byte[]>>(
            Expression.Call(Expression.Property(id, "Value"), nameof(Guid.ToByteArray), null, Expression.Constant(true)), id);
    }

    private static Expression<Func<byte[], TId>> FromBytes()
    {
        var bytes = Expression.Parameter(typeof(byte[]), "bytes");
        var guid = Expression.Call(typeof(UuidBytesConverter<TId>), nameof(Read), null, bytes);
        return Expression.Lambda<Func<byte[], TId>>(Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, guid), bytes);
    }

    private static Guid Read(byte[] bytes) => new(bytes, bigEndian: true);
}
