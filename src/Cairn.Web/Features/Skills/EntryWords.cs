using Cairn.Web.Features.Shared;

namespace Cairn.Web.Features.Skills;

/// <summary>The categories of O*NET and BLS for education, experience and training: a closed set of phrases, said in the reader's language.</summary>
internal static class EntryWords
{
    /// <summary>Null when the phrase is not one of theirs: it is then shown as it is, marked as English.</summary>
    public static string? Category(this Texts t, string phrase) => Head(phrase) switch
    {
        "none" => t["None"],
        "no formal educational credential" => t["No formal educational credential"],
        "less than a high school diploma" => t["Less than a high school diploma"],
        "high school diploma" or "high school diploma or equivalent" => t["High school diploma or the equivalent"],
        "some college courses" => t["Some college courses"],
        "some college, no degree" => t["Some college, no degree"],
        "post-secondary certificate" or "postsecondary nondegree award" => t["Certificate of training after high school, no degree"],
        "associate's degree" => t["Associate's degree, usually two years of college"],
        "bachelor's degree" => t["Bachelor's degree"],
        "post-baccalaureate certificate" => t["Certificate after a bachelor's degree"],
        "master's degree" => t["Master's degree"],
        "post-master's certificate" => t["Certificate after a master's degree"],
        "first professional degree" => t["Professional degree, such as in law or medicine"],
        "doctoral degree" => t["Doctoral degree"],
        "doctoral or professional degree" => t["Doctoral or professional degree"],
        "post-doctoral training" => t["Training after a doctoral degree"],
        "less than 5 years" => t["Less than 5 years"],
        "5 years or more" => t["5 years or more"],
        "none or short demonstration" => t["None or a short demonstration"],
        "anything beyond short demonstration, up to and including 1 month" => t["More than a short demonstration, up to 1 month"],
        "up to and including 1 month" => t["Up to 1 month"],
        "over 1 month, up to and including 3 months" => t["Over 1 month, up to 3 months"],
        "over 3 months, up to and including 6 months" => t["Over 3 months, up to 6 months"],
        "over 6 months, up to and including 1 year" => t["Over 6 months, up to 1 year"],
        "over 1 year, up to and including 2 years" => t["Over 1 year, up to 2 years"],
        "over 2 years, up to and including 4 years" => t["Over 2 years, up to 4 years"],
        "over 4 years, up to and including 6 years" => t["Over 4 years, up to 6 years"],
        "over 4 years, up to and including 10 years" => t["Over 4 years, up to 10 years"],
        "over 6 years, up to and including 8 years" => t["Over 6 years, up to 8 years"],
        "over 8 years, up to and including 10 years" => t["Over 8 years, up to 10 years"],
        "over 10 years" => t["Over 10 years"],
        "short-term on-the-job training" => t["Short training on the job, up to 1 month"],
        "moderate-term on-the-job training" => t["Training on the job of 1 to 12 months"],
        "long-term on-the-job training" => t["Training on the job of more than 12 months"],
        "internship/residency" => t["Internship or residency"],
        "apprenticeship" => t["Apprenticeship"],
        _ => null,
    };

    /// <summary>O*NET adds examples and definitions after a dash or in brackets.</summary>
    private static string Head(string phrase) => phrase.Split(" - ")[0].Split(" (")[0].Trim().ToLowerInvariant();
}
