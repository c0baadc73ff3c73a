namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>What a guess is worth: the share of guesses of about this score that were right when read (docs/matching.md).</summary>
internal static class MatchConfidence
{
    /// <summary>Below this a guess is kept to itself.</summary>
    public const int Least = 20;

    // Score at and above which, and hundredths.
    private static readonly (float Score, int Confidence)[] Steps =
        [(2.2f, 85), (1.9f, 75), (1.6f, 65), (1.3f, 50), (1.0f, 35), (0.8f, 25), (0.7f, 20)];

    public static int Of(float score)
    {
        foreach (var (least, confidence) in Steps)
        {
            if (score >= least)
                return confidence;
        }
        return 0;
    }
}
