using Xunit;

namespace Cairn.Web.Tests.Features.Catalogue.Lists;

/// <summary>The public lists beside the checkout, for tests that read real rows. They are not part of the product.</summary>
internal static class SharedLists
{
    private static readonly string? Folder = Find();

    /// <summary>Path of a list; skips the test with a plain reason where the lists are not there.</summary>
    public static string File(string name)
    {
        Assert.SkipWhen(Folder is null, "The public lists (../shared/data/courses beside the checkout) are not on this machine.");
        return Path.Combine(Folder!, name);
    }

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Cairn.slnx")))
            folder = folder.Parent;
        var lists = Path.Combine(folder?.Parent?.FullName ?? "", "shared", "data", "courses");
        return folder is not null && Directory.Exists(lists) ? lists : null;
    }
}
