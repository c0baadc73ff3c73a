using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Web.Features.Skills.Tables;

/// <summary>Which stored rows an import owns, told by how the natural key of their skill or occupation begins.</summary>
internal static class Owned
{
    /// <summary>Rows whose key begins with one of <paramref name="prefixes"/>; none for no prefixes.</summary>
    /// <param name="key">Key of the row as text, such as <c>row =&gt; (string)(object)row.SkillId</c>: the column is text on both databases.</param>
    /// <param name="prefixes">Letters, digits, <c>:</c>, <c>.</c> and <c>-</c>.</param>
    public static Func<IQueryable<TRow>, IQueryable<TRow>> By<TRow>(Expression<Func<TRow, string>> key, params IReadOnlyList<string> prefixes)
    {
        var like = typeof(DbFunctionsExtensions).GetMethod(nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string)])!;
        var any = prefixes
            .Select(prefix => (Expression)Expression.Call(like, Expression.Constant(EF.Functions), key.Body, Expression.Constant(prefix + "%")))
            .DefaultIfEmpty(Expression.Constant(false))
            .Aggregate(Expression.OrElse);
        var filter = Expression.Lambda<Func<TRow, bool>>(any, key.Parameters);
        return rows => rows.Where(filter);
    }
}
