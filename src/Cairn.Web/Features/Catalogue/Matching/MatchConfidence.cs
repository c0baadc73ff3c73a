namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>What a guess is worth: about the share of guesses of such a score that were right when 90 were read (docs/matching.md).</summary>
internal static class MatchConfidence
{
    /// <summary>Below this a guess is kept to itself: of those read, one in eight was right.</summary>
    public const int Least = 25;

    // Score at and above which, and hundredths.
    private static readonly (float Score, int Confidence)[] Steps = [(1.9f, 70), (1.6f, 50), (1.0f, 25)];

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
