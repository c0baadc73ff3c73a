using System.Text;
using Cairn.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cairn.Web.Features.Verification;

/// <summary>Anyone checks an award: paste or drop, no account. The answer is the page itself, and nothing that was handed in is kept.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueLengthLimit = LargestForm)]
internal sealed class VerifyModel(VerifyAward verify, Texts t) : PageModel
{
    /// <summary>More than a file may have, so that one that is too large gets a sentence of ours; the server itself takes little more.</summary>
    private const int LargestForm = 29_000_000;

    private const int LongestHolder = 200;

    /// <summary>Text that was pasted.</summary>
    [BindProperty]
    public string? Award { get; set; }

    /// <summary>A file that was chosen or dropped.</summary>
    [BindProperty]
    public IFormFile? AwardFile { get; set; }

    /// <summary>A name or address to compare with.</summary>
    [BindProperty]
    public string? Holder { get; set; }

    public CheckedAward? Checked { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (ModelState.ContainsKey(string.Empty))
        {
            // The form could not be read to its end; the server says so in its own words, once for each part.
            ModelState.Clear();
            ModelState.AddModelError(nameof(AwardFile), TooLarge());
            return;
        }

        if (Holder?.Length > LongestHolder)
            ModelState.AddModelError(nameof(Holder), t["A name or address has at most {0} letters.", LongestHolder]);
        if (await HandedInAsync(cancellationToken) is not { } content || !ModelState.IsValid)
            return;
        try
        {
            Checked = await verify.RunAsync(content, string.IsNullOrWhiteSpace(Holder) ? null : Holder.Trim(), cancellationToken);
        }
        catch (NotAnAwardException wrong)
        {
            ModelState.AddModelError(AwardFile is null ? nameof(Award) : nameof(AwardFile), t["This is no award that can be read: no JSON, no signed text, no picture with an award inside. {0}", wrong.Message]);
        }
    }

    private string TooLarge() => t["The file is larger than {0} MB. No award is.", VerifyAward.MostBytes / 1024 / 1024];

    private async Task<ReadOnlyMemory<byte>?> HandedInAsync(CancellationToken cancellationToken)
    {
        if (AwardFile is { Length: > 0 } file)
        {
            if (file.Length > VerifyAward.MostBytes)
            {
                ModelState.AddModelError(nameof(AwardFile), TooLarge());
                return null;
            }

            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }

        var text = Award?.Trim() ?? "";
        if (text.Length == 0)
            ModelState.AddModelError(nameof(Award), t["Paste an award, or choose its file."]);
        else if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !text.Any(char.IsWhiteSpace))
            ModelState.AddModelError(nameof(Award), t["This site does not open addresses of other sites. Save the award there as a file, and choose that here."]);
        else
            return Encoding.UTF8.GetBytes(text);
        return null;
    }
}
