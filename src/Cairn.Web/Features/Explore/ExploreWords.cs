using System.Globalization;
using Cairn.Web.Features.Catalogue;
using Cairn.Web.Features.Explore.Programs;
using Cairn.Web.Features.Explore.Search;
using Cairn.Web.Features.Shared;
using Cairn.Web.Features.Skills;

namespace Cairn.Web.Features.Explore;

/// <summary>The facts of programs, skills and occupations in the reader's words. Unknown is said, never left blank and never nought.</summary>
internal sealed class ExploreWords(Texts t, TimeProvider time)
{
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public bool IsOld(DateOnly asOf) => asOf < new FacetContext("", Today).Oldest;

    /// <summary>What people call it: the template where there is one, else what it ends in, else what is offered.</summary>
    public string Kind(OfferKind offer, CredentialType credential) => (offer, credential) switch
    {
        (OfferKind.ProjectProgram, _) => t["Nanodegree"],
        (OfferKind.ExaminationOnly, CredentialType.Certification) => t["Certification exam"],
        (_, not CredentialType.Unknown) => Credential(credential),
        _ => Offer(offer),
    };

    public string Offer(OfferKind offer) => offer switch
    {
        OfferKind.Course => t["Course"],
        OfferKind.Program => t["Program"],
        OfferKind.ProjectProgram => t["Nanodegree: months of projects judged by people"],
        OfferKind.Apprenticeship => t["Apprenticeship"],
        _ => t["Examination only"],
    };

    public string Credential(CredentialType credential) => credential switch
    {
        CredentialType.ParticipationBadge => t["Digital badge for taking part"],
        CredentialType.SkillBadge => t["Digital badge for a skill"],
        CredentialType.MicroCredential => t["Micro-credential"],
        CredentialType.Certificate => t["Certificate"],
        CredentialType.Certification => t["Certification"],
        CredentialType.Licence => t["Licence"],
        CredentialType.CourseCredit => t["Course credit"],
        CredentialType.Degree => t["Degree"],
        _ => t["Not stated"],
    };

    /// <summary>Stones at the foot of the badge: badge, certificate, longer.</summary>
    public static int Stones(OfferKind offer, CredentialType credential) =>
        offer is OfferKind.ProjectProgram or OfferKind.Apprenticeship || credential == CredentialType.Degree ? 3
        : credential is CredentialType.Certificate or CredentialType.Certification or CredentialType.Licence || offer == OfferKind.Program ? 2 : 1;

    public string Level(int? level) => level switch
    {
        1 => t["Introductory"],
        2 => t["Working"],
        3 => t["Advanced"],
        _ => t["Level not stated"],
    };

    public string Hours(int? hours, HoursBasis basis) => hours is { } known
        ? basis is HoursBasis.Band or HoursBasis.Video ? t["about {0}", HoursText.Of(known)] : HoursText.Of(known)
        : t["Hours unknown"];

    public string HoursFrom(HoursBasis basis) => basis switch
    {
        HoursBasis.Stated => t["as the provider states"],
        HoursBasis.WeeksTimesEffort => t["weeks times hours a week, both stated"],
        HoursBasis.Video => t["estimated from the length of its videos"],
        HoursBasis.Band => t["estimated from a range of weeks or months"],
        _ => t["no source at hand states them"],
    };

    public string Price(PriceKind kind, long? price, string? currency, SubscriptionRow? subscription) => kind switch
    {
        PriceKind.Free => t["Free"],
        PriceKind.Once when price is { } once && currency is not null => MoneyText.Of(once, currency),
        _ when subscription is not null => t["{0} a month", MoneyText.Of(subscription.PerMonth, subscription.Currency)],
        PriceKind.Subscription => t["Monthly fee, amount unknown"],
        _ => t["Price unknown"],
    };

    public string Price(ProgramRow program, CatalogueIndex index) => Price(
        program.PriceKind, program.Price, program.Currency, program.Subscription >= 0 ? index.Subscriptions[program.Subscription] : null);

    public string Pace(Pace pace) => pace switch
    {
        Catalogue.Pace.SelfPaced => t["At your own pace"],
        Catalogue.Pace.Scheduled => t["On fixed dates"],
        _ => t["Pace not stated"],
    };

    public string Mode(DeliveryMode mode) => mode switch
    {
        DeliveryMode.Online => t["Online"],
        DeliveryMode.InPerson => t["In person"],
        DeliveryMode.Blended => t["Partly online"],
        _ => t["Place not stated"],
    };

    /// <summary>The language's name in the reader's language, or its tag where nobody knows it.</summary>
    public string Language(string? tag)
    {
        if (tag is null or ProgramFacets.Unknown)
            return t["Language not stated"];
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
            return CultureInfo.CurrentUICulture.TextInfo.ToTitleCase(culture.DisplayName);
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    public string FacetName(Facet facet) => facet switch
    {
        Facet.Kind => t["Kind"],
        Facet.Level => t["Level"],
        Facet.Hours => t["Hours of work"],
        Facet.Price => t["Price"],
        Facet.Pace => t["Pace"],
        Facet.Mode => t["Where"],
        Facet.Aid => t["Aid"],
        Facet.Checked => t["When its facts were true"],
        Facet.Language => t["Language"],
        Facet.Provider => t["Provider"],
        _ => t["Skill"],
    };

    /// <summary>A value of a facet as it stands beside its count.</summary>
    public string FacetValue(Facet facet, string value, CatalogueIndex index, string currency, string language) => facet switch
    {
        Facet.Language => Language(value),
        Facet.Provider => index.Providers[index.ProviderNumbers[new ProviderId(value)]].Name,
        Facet.Skill => index.Skills[index.SkillNumbers[new SkillId(value)]].Names.In(language).Text,
        Facet.Price => PriceBand(value, currency),
        Facet.Hours => HourBand(value),
        _ => FixedValue(facet, value),
    };

    private string FixedValue(Facet facet, string value) => (facet, value) switch
    {
        (Facet.Kind, "badge") => t["Digital badge"],
        (Facet.Kind, "certificate") => t["Certificate"],
        (Facet.Kind, "nanodegree") => t["Nanodegree"],
        (Facet.Kind, "course") => t["Course"],
        (Facet.Kind, "program") => t["Program"],
        (Facet.Kind, "apprenticeship") => t["Apprenticeship"],
        (Facet.Kind, "exam") => t["Examination only"],
        (Facet.Kind, "micro-credential") => t["Micro-credential"],
        (Facet.Kind, "certification") => t["Certification"],
        (Facet.Kind, "licence") => t["Licence"],
        (Facet.Kind, "credit") => t["Course credit"],
        (Facet.Kind, "degree") => t["Degree"],
        (Facet.Level, ProgramFacets.Unknown) => t["Level not stated"],
        (Facet.Level, _) => Level(value[0] - '0'),
        (Facet.Pace, "self") => t["At your own pace"],
        (Facet.Pace, "dates") => t["On fixed dates"],
        (Facet.Pace, _) => t["Pace not stated"],
        (Facet.Mode, "online") => t["Online"],
        (Facet.Mode, "in-person") => t["In person"],
        (Facet.Mode, "blended") => t["Partly online"],
        (Facet.Mode, _) => t["Place not stated"],
        (Facet.Aid, _) => t["May be paid by public funds"],
        (Facet.Checked, "recent") => t["Within twelve months"],
        _ => t["Older"],
    };

    private string HourBand(string value) => value switch
    {
        "10" => t["Up to {0} hours", 10],
        "40" => t["{0} to {1} hours", 11, 40],
        "100" => t["{0} to {1} hours", 41, 100],
        "300" => t["{0} to {1} hours", 101, 300],
        "more" => t["More than {0} hours", 300],
        _ => t["Hours unknown"],
    };

    private string PriceBand(string value, string currency)
    {
        string Whole(int amount) => MoneyText.Of(amount * (long)Math.Pow(10, MoneyText.Digits(currency)), currency);
        return value switch
        {
            "free" => t["Free"],
            "100" => t["Up to {0}", Whole(100)],
            "500" => t["{0} to {1}", Whole(100), Whole(500)],
            "2000" => t["{0} to {1}", Whole(500), Whole(2000)],
            "more" => t["More than {0}", Whole(2000)],
            "monthly" => t["Through a monthly fee"],
            "other" => t["In another currency"],
            _ => t["Price unknown"],
        };
    }

    /// <summary>Why a program is held to teach a skill, in the words of the rule.</summary>
    public string Basis(SkillBasis basis, int confidence) => basis switch
    {
        SkillBasis.Assessed => t["Closes your gap when passed: assessed in it"],
        SkillBasis.Listed => t["Covers it: listed by the provider"],
        SkillBasis.Title => t["Covers it: named in its title"],
        _ => t["May cover it: guessed from its words, {0}%", confidence],
    };

    public string KindOf(SkillKind kind) => kind switch
    {
        SkillKind.Knowledge => t["Field of knowledge"],
        SkillKind.Technology => t["Technology"],
        SkillKind.GenericSkill => t["General skill"],
        SkillKind.Ability => t["Ability"],
        SkillKind.WorkActivity => t["Work activity"],
        SkillKind.Language => t["Language skill"],
        SkillKind.Transversal => t["Skill for any work"],
        SkillKind.Group => t["Group of skills"],
        _ => t["Skill"],
    };

    /// <summary>"facts of 3 May 2026", marked when older than twelve months.</summary>
    public string AsOf(DateOnly asOf) => t["Facts of {0}", DateText.Of(asOf)];

    /// <summary>One plain sentence for what could not be used of an address.</summary>
    public string Say(Remark remark) => remark.Kind switch
    {
        RemarkKind.WordsCut => t["Your words were cut to {0} characters.", remark.What],
        RemarkKind.ValueUnknown => t["“{0}” is not something this list can be narrowed by. It was left out.", remark.What],
        RemarkKind.TooMany => t["A list is narrowed by at most {0} values of a kind. The others were left out.", remark.What],
        RemarkKind.PageUnknown => t["“{0}” is not a page number. This is the first page.", remark.What],
        _ => t["There is no such page. This is the last one, page {0}.", remark.What],
    };
}
