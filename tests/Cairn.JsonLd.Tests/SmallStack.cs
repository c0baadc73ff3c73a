using System.Runtime.ExceptionServices;

namespace Cairn.JsonLd.Tests;

/// <summary>Runs something on a thread of one megabyte, the least that a host gives.</summary>
internal static class SmallStack
{
    public static T Run<T>(Func<T> act)
    {
        T? result = default;
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = act();
            }
            catch (Exception exception)
            {
                thrown = ExceptionDispatchInfo.Capture(exception);
            }
        }, 1024 * 1024);
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return result!;
    }
}
