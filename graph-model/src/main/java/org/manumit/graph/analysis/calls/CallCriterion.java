package org.manumit.graph.analysis.calls;

import org.manumit.graph.analysis.CriterionText;
import org.manumit.graph.analysis.WrittenCriterion;

/** What call records and handsets are asked, each with where it comes from and how much it counts. */
public enum CallCriterion implements WrittenCriterion {
    NEW_SIM_IN_OLD_HANDSET(
            "new-sim-in-old-handset",
            "The new number is used in the handset in which the old one was used last.",
            "TRACE Handbook 2016, ch. 6 (000, l. 940-943)",
            "call records or case file with handsets (IMEI)",
            4.0,
            "A handset rarely changes hands on the day its number falls silent; it may be sold, so it does not decide alone."),
    SAME_CONTACTS(
            "same-contacts",
            "The new number is in touch with those the old one was in touch with, far beyond chance.",
            "TRACE Handbook 2016, ch. 6 (000, l. 940-943); Williams, ch. 10, in Friesendorf 2009 (003, l. 16478-16488)",
            "call records of both numbers or of their contacts",
            6.0,
            "Few people share many rare contacts; friends and relatives do, which the other criteria must exclude."),
    FORMER_CONTACTS_FIRST(
            "former-contacts-first",
            "The first whom the new number gets in touch with are contacts of the old one.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16478-16488)",
            "call records of the new number or of the contacts",
            1.8,
            "Whoever changes numbers tells the others; it largely repeats the shared contacts, so it counts little more."),
    CLOSEST_LEFT_BEHIND(
            "closest-left-behind",
            "Those who were closest to the old number go on telephoning, but not with the new one.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16478-16488)",
            "call records of either number or of the contacts",
            5.5,
            "Whoever takes over a job or a handset takes its contacts, not the family; one who hides drops many too."),
    HAD_CLOSE_OF_ITS_OWN(
            "had-close-contacts-of-its-own",
            "Those who are closest to the new number were there before, and had nothing to do with the old one.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16478-16488)",
            "call records of either number or of the contacts",
            3.0,
            "Somebody else has a family and friends of their own; new friends come with time to anybody."),
    SAME_NIGHTS(
            "same-nights",
            "The new number spends its nights at the same antennas as the old one.",
            "TRACE Handbook 2016, ch. 6 (000, l. 940-943)",
            "call records with antennas and times",
            0.5,
            "The bed tells the person from the job; families and crews share it."),
    OTHER_NIGHTS(
            "other-nights",
            "The new number spends its nights at other antennas than the old one.",
            "TRACE Handbook 2016, ch. 6 (000, l. 940-943)",
            "call records with antennas and times",
            1.0,
            "Whoever takes over a job sleeps at home; some move house when they change numbers."),
    SAME_PLACES(
            "same-places",
            "The new number is used by day at the same antennas as the old one.",
            "TRACE Handbook 2016, ch. 6 (000, l. 940-943)",
            "call records with antennas",
            0.8,
            "Neighbours and colleagues share antennas as well."),
    TAKES_OVER_IN_TIME(
            "takes-over-in-time",
            "The new number appears about when the old one falls silent.",
            "TRACE Handbook 2016, ch. 6 (000, l. 940-943)",
            "call records from before and after",
            1.4,
            "Numbers come and go all the time in a large file."),
    OLD_FALLS_SILENT(
            "old-falls-silent",
            "The old number stays silent far longer than it ever did.",
            "TRACE Handbook 2016, ch. 6 (000, l. 940-943)",
            "call records reaching past the change",
            0.5,
            "Silence may also mean arrest, travel or the end of the records."),
    SPEAK_WITH_EACH_OTHER(
            "speak-with-each-other",
            "The two numbers are in touch with each other, as two people are.",
            "TRACE Handbook 2016, ch. 6 (000, l. 940-943)",
            "call records",
            7.0,
            "Nobody calls himself; a test call or two is allowed for."),
    HOLDS_VICTIMS_NUMBERS(
            "holds-victims-numbers",
            "Holds the victims' numbers in a handset.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2795-2797)",
            "contact lists of handsets, victims' numbers",
            5.5,
            "The source calls it the sign of a controller: who watches over victims holds all their numbers."),
    CALLS_VICTIMS_NUMBERS(
            "calls-victims-numbers",
            "Is in touch with the victims' numbers.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2795-2797)",
            "call records, victims' numbers",
            2.5,
            "Call records only approximate what a handset holds; customers call one or two of the victims of a place, hardly all."),
    STEADY_TOUCH_WITH_VICTIMS(
            "steady-touch-with-victims",
            "Is in touch with several of the victims day after day, far beyond chance.",
            "ICMPD Background Reader, ch. 4.9.1 and 4.2.1 (001, l. 2795-2797, 2018)",
            "call records, victims' numbers",
            2.0,
            "Customers call once or twice, and families one victim each; what everybody calls is made up for."),
    FIRST_IN_VICTIMS_CIRCLES(
            "first-in-victims-circles",
            "Of all who call several of the victims, is the one who calls each most, or nearly.",
            "ICMPD Background Reader, ch. 4.2.1 (001, l. 1999-2003, 2018)",
            "call records, victims' numbers",
            3.2,
            "Kin and friends come first with one victim; to come first with several is hardly chance."),
    MANY_CALLS_TO_VICTIMS(
            "many-calls-to-victims",
            "Makes more calls to the victims than whoever is closest to one of them only.",
            "ICMPD Background Reader, ch. 4.3 and 4.2.1 (001, l. 2135, 2018)",
            "call records, victims' numbers",
            6.0,
            "The source names frequency; how often kin call differs, so the case itself gives the measure."),
    FEW_CALLS_TO_VICTIMS(
            "few-calls-to-victims",
            "Makes fewer calls to the victims than whoever is closest to one of them only.",
            "ICMPD Background Reader, ch. 4.3 and 4.2.1 (001, l. 2135, 2018)",
            "call records, victims' numbers",
            10.0,
            "Customers, taxis and landlords call several, and seldom; a holder may use other means too."),
    CALLS_AND_IS_NOT_CALLED(
            "calls-and-is-not-called",
            "Calls the victims, and is seldom called by them.",
            "ICMPD Background Reader, ch. 4.3 (001, l. 2135)",
            "call records, victims' numbers",
            4.0,
            "The source names direction; customers call one way too, and are told by how little they call."),
    IS_CALLED_AS_MUCH(
            "is-called-as-much",
            "Is called by the victims as much as calling them, or more.",
            "ICMPD Background Reader, ch. 4.3 (001, l. 2135)",
            "call records, victims' numbers",
            6.0,
            "Friends, kin, taxis and drivers are called; victims told to report call too."),
    TALKS_AT_LENGTH(
            "talks-at-length",
            "Talks with the victims for minutes at a time.",
            "ICMPD Background Reader, ch. 4.2.1 (001, l. 2018)",
            "call records with durations, victims' numbers",
            6.0,
            "A leash is many short calls; helpers, kin and friends talk. Some controllers do as well."),
    VICTIMS_LACK_EACH_OTHER(
            "victims-lack-each-other",
            "The victims' handsets do not hold one another's numbers.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2795-2797)",
            "contact lists of victims' handsets",
            1.0,
            "It sets the controller apart from a circle of friends, but few victims' handsets are examined."),
    ALONE_IN_TOUCH_WITH_THEM(
            "alone-in-touch-with-them",
            "Nobody else who is not a victim holds or calls nearly so many of these numbers.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2795-2797)",
            "call records or handsets, victims' numbers",
            2.0,
            "Customers and friends of one victim are many and know one or two; a controller stands out."),
    FREQUENT_SHORT_CALLS(
            "frequent-short-calls",
            "Many short calls to victims' numbers: the telephone as a leash.",
            "ICMPD Background Reader, ch. 4.2.1 (001, l. 2018)",
            "call records, victims' numbers",
            5.5,
            "Short calls are common wherever work is arranged."),
    IN_TOUCH_WITH_KNOWN(
            "in-touch-with-known-people",
            "Is in touch with several people of the case.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16471-16476)",
            "call records, users of numbers",
            2.5,
            "Toll analysis begins here; taxis and shops are in touch with many too, which the next criterion weighs."),
    IN_TOUCH_WITH_IMPLICATED(
            "in-touch-with-implicated",
            "Is in touch with several who are accused or said to have taken part.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16471-16476)",
            "call records, users of numbers, people: status, roles",
            2.0,
            "Whoever all suspects call may lead or serve them; a shared lawyer or shop is called by them too."),
    WEEK_AFTER_WEEK(
            "week-after-week",
            "Is in touch with them week after week.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4991-4994)",
            "call records over at least four weeks",
            1.5,
            "Orders and accounts are regular; so are families, which is why it counts only with several suspects."),
    FEW_OTHERS(
            "few-other-contacts",
            "Much of what it has to do with is people of the case, as far as its own records show.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16471-16476)",
            "call records of the number itself",
            1.5,
            "Tells a member's number from a service that everybody calls."),
    IN_TOUCH_WITH_VICTIMS(
            "in-touch-with-victims",
            "Is in touch with victims.",
            "Radeva, Trossero, Pluim, ch. 12, in Friesendorf 2009 (003, l. 18826-18830)",
            "call records, victims' numbers",
            1.5,
            "May be a trafficker, a customer, or family raising the alarm."),
    HELD_IN_HANDSET(
            "held-in-handset",
            "Stands in the contact list of an examined handset.",
            "Arsovska, Janssens, ch. 5, in Friesendorf 2009 (003, l. 7808-7809)",
            "contact lists of handsets",
            1.0,
            "Somebody thought it worth keeping."),
    JOINS_GROUPS(
            "joins-groups",
            "Joins people of the case who are not otherwise in touch.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4991-4994)",
            "call records, users of numbers",
            1.5,
            "One who alone bridges the demand side and the supply side is a coordinator's mark."),
    FELL_SILENT(
            "fell-silent-after-event",
            "Falls silent after the event.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16478-16488)",
            "call records before and after the event",
            5.0,
            "Numbers are thrown away after arrests; also by chance."),
    BURST(
            "burst-after-event",
            "Is used far more than before right after the event.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16478-16488)",
            "call records before and after the event",
            5.0,
            "News of an arrest travels by telephone."),
    TAKES_OVER_CONTACTS(
            "takes-over-contacts",
            "Is newly in touch with contacts of whoever was arrested.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16478-16488)",
            "call records before and after the event",
            5.0,
            "Who takes over which calls shows who steps in."),
    MEET_AT_ANTENNAS(
            "meet-at-antennas",
            "Two numbers are used at the same antennas at the same time, oftener than chance.",
            "ICMPD Background Reader, ch. 4.4.1 (001, l. 2240-2246)",
            "call records with antennas and times",
            4.0,
            "Couples and colleagues do too; neighbours are allowed for by how often both are there anyway."),
    TRAVEL_TOGETHER(
            "travel-together",
            "Two numbers pass three antennas or more together on the same day, on several days.",
            "ICMPD Background Reader, ch. 4.4.1 (001, l. 2240-2246)",
            "call records with antennas and times",
            3.0,
            "The source asks for co-travellers without prior contact; commuters on one line travel together as well."),
    PASSES_ON(
            "passes-on",
            "A number that was called calls a third within minutes, again and again.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4991-4996)",
            "call records with times",
            5.0,
            "Orders are passed on so, and dinner plans; judged against how often chance gives it.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts never changes
    private final CriterionText text;

    CallCriterion(String key, String statement, String source, String needs, double weight, String why) {
        text = new CriterionText(key, statement, source, needs, weight, why);
    }

    @Override
    public CriterionText text() {
        return text;
    }
}
