namespace Cairn.JsonLd;

/// <summary>A document cannot be processed. It says the specification's code, where, and what was found.</summary>
public class JsonLdException : Exception
{
    internal JsonLdException(string code, string pointer, string found, Exception? inner = null)
        : base($"{code} at {(pointer.Length == 0 ? "the root" : pointer)}: {found}.", inner)
    {
        Code = code;
        Pointer = pointer;
        Found = found;
    }

    internal JsonLdException(string code, int line, int column, string found)
        : base($"{code} at line {line}, column {column}: {found}.")
    {
        Code = code;
        Line = line;
        Column = column;
        Found = found;
    }

    /// <summary>One of <see cref="JsonLdErrorCode"/>.</summary>
    public string Code { get; }

    /// <summary>JSON Pointer (RFC 6901) into the document that was being processed; into the context, for errors of contexts. Null when the text is no JSON.</summary>
    public string? Pointer { get; }

    /// <summary>Line of what is no JSON, from 1; null otherwise.</summary>
    public int? Line { get; }

    /// <summary>Column in bytes of what is no JSON, from 1; null otherwise.</summary>
    public int? Column { get; }

    /// <summary>What was found, in a few words.</summary>
    public string Found { get; }
}

/// <summary>A limit of <see cref="JsonLdBudget"/> was reached.</summary>
public sealed class JsonLdBudgetException : JsonLdException
{
    internal JsonLdBudgetException(string budget, long limit, string code = JsonLdErrorCode.BudgetExceeded)
        : base(code, "", $"more than {limit}, the limit {budget}")
    {
        Budget = budget;
        Limit = limit;
    }

    /// <summary>Name of the limit, as a member of <see cref="JsonLdBudget"/>.</summary>
    public string Budget { get; }

    /// <summary>Its amount.</summary>
    public long Limit { get; }
}
