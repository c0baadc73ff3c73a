using System.Collections.Concurrent;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Catalogue.Matching;

/// <summary>
/// Links a program's title and the skills its provider lists to framework skills. The rule and its measured precision: docs/matching.md.
/// Built once per set of labels; safe for any number of threads; the same input gives the same links.
/// </summary>
internal sealed class SkillMatcher
{
    private const int GuessesPerTitle = 3, TopicsRemembered = 50_000;

    private readonly UnambiguousForms _index;
    private readonly TitleReader _titles;
    private readonly GuessIndex _guesses;
    private readonly TopicSynonyms _synonyms;
    private readonly ConcurrentDictionary<string, SkillMatch[]> _topicsSeen = new(StringComparer.Ordinal);

    private SkillMatcher(UnambiguousForms index)
    {
        _index = index;
        _titles = new TitleReader(index);
        _synonyms = new TopicSynonyms(index.Preferred);
        _guesses = new GuessIndex([.. index.Preferred.Select(l => l.Text)]);
    }

    public static SkillMatcher Build(IEnumerable<SkillLabel> labels) => new(new UnambiguousForms(labels));

    /// <summary>Links of one program: each skill once, on its firmest basis, in the order topics, title, guesses.</summary>
    /// <param name="title">As the list has it.</param>
    /// <param name="language">BCP 47 of the title; null lets the title say it.</param>
    /// <param name="topics">Skills as the provider lists them.</param>
    public IReadOnlyList<SkillMatch> Match(string title, string? language, IReadOnlyList<string> topics)
    {
        var matches = new Dictionary<SkillId, SkillMatch>();
        var guessed = new List<SkillMatch>();
        foreach (var match in topics.SelectMany(OfTopic))
        {
            if (match.Basis == SkillBasis.Listed)
                matches.TryAdd(match.SkillId, match);
            else
                guessed.Add(match);
        }

        var words = LabelText.Words(title);
        language ??= TitleLanguage.Of(title);
        _titles.Read(title, words, language, (key, named, shown) =>
        {
            matches.TryAdd(key.Label.SkillId, new SkillMatch(key.Label.SkillId, SkillBasis.Title, 100, shown));
            if (_index.ActOf(key, named) is { } act)
                matches.TryAdd(act.Label.SkillId, new SkillMatch(act.Label.SkillId, SkillBasis.Title, 100, shown));
        });

        var english = language is null || language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        foreach (var (skill, shown) in english ? _synonyms.In(title, words) : [])
            matches.TryAdd(skill, new SkillMatch(skill, SkillBasis.Title, 100, shown));

        foreach (var guess in guessed)
            matches.TryAdd(guess.SkillId, guess);
        if (english)
        {
            foreach (var guess in _guesses.Rank(words, GuessesPerTitle))
            {
                var label = _index.Preferred[guess.Label];
                if (Confidence(guess.Score) is >= MatchConfidence.Least and var confidence && !label.SkillId.Equals(default))
                    matches.TryAdd(label.SkillId, new SkillMatch(label.SkillId, SkillBasis.Guessed, confidence, title));
            }
        }
        return [.. matches.Values];
    }

    private SkillMatch[] OfTopic(string topic)
    {
        if (_topicsSeen.TryGetValue(topic, out var seen))
            return seen;
        SkillMatch[] matches = [.. ReadTopic(topic.Trim())];
        if (_topicsSeen.Count < TopicsRemembered)
            _topicsSeen.TryAdd(topic, matches);
        return matches;
    }

    private IEnumerable<SkillMatch> ReadTopic(string topic)
    {
        var words = LabelText.Words(topic);
        if (words.Count == 0)
            yield break;
        if (_synonyms.Of(words) is { } meant)
        {
            foreach (var skill in meant)
                yield return new SkillMatch(skill, SkillBasis.Listed, 100, topic);
            yield break;
        }
        foreach (var form in TopicForms.Of(topic, words))
        {
            if (_index.Find(form.Key) is not { } key || (form.NameOnly && key is not { Proper: true, Label.Kind: not SkillKind.Language }) || !TopicForms.Fits(key, form.Words))
                continue;
            yield return new SkillMatch(key.Label.SkillId, SkillBasis.Listed, 100, topic);
            if (_index.ActOf(key, form.Words) is { } act)
                yield return new SkillMatch(act.Label.SkillId, SkillBasis.Listed, 100, topic);
            yield break;
        }
        if (_guesses.Rank(words, 1) is [var guess] && Confidence(guess.Score) is >= MatchConfidence.Least and var confidence)
            yield return new SkillMatch(_index.Preferred[guess.Label].SkillId, SkillBasis.Guessed, confidence, topic);
    }

    private static int Confidence(float score) => MatchConfidence.Of(score);
}
