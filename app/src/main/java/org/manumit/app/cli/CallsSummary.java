package org.manumit.app.cli;

import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.manumit.app.enquiry.CallAnswer;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.assessment.CallFindings;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.CountryCode;
import org.manumit.graph.analysis.calls.HabitBreak;
import org.manumit.graph.analysis.calls.HourProfile;
import org.manumit.graph.analysis.calls.Toll;

/** What calls show, in plain text. */
final class CallsSummary {

    private static final int ROWS = 15;

    private final Function<EntityId, String> label;
    private final PrintWriter out;

    /**
     * A summary.
     *
     * @param label what numbers and people are called
     */
    CallsSummary(Function<EntityId, String> label, PrintWriter out) {
        this.label = label;
        this.out = out;
    }

    /** Whom one is in touch with, when in the week, and in which countries. */
    void person(CallAnswer.Person person, ZoneId zone) {
        out.println(person.entity().label() + ": " + counted(person.profile().total(), "record") + " with "
                + counted(person.tolls().size(), "number"));
        for (Toll toll : person.tolls().stream().limit(ROWS).toList()) {
            out.printf(
                    Locale.ROOT,
                    "  %-40s %4d made %4d received %4d other %6d min  %s to %s%n",
                    label.apply(toll.with()),
                    toll.made(),
                    toll.received(),
                    toll.messages(),
                    toll.seconds() / 60,
                    toll.first().atZone(zone).toLocalDate(),
                    toll.last().atZone(zone).toLocalDate());
        }
        more(person.tolls().size());
        if (!person.countries().isEmpty()) {
            out.println("  country codes: "
                    + person.countries().stream()
                            .map(c -> "+" + c.code() + " (" + counted(c.numbers(), "number") + ", "
                                    + counted(c.records(), "record") + ")")
                            .collect(Collectors.joining(", ")));
        }
        hours(person.profile(), zone);
        out.println();
    }

    /** Whom several have in common. */
    void common(List<CallAnswer.Shared> common) {
        out.println("Contacts in common" + (common.isEmpty() ? ": none" : ""));
        common.stream()
                .limit(ROWS)
                .forEach(shared -> out.println("  " + label.apply(shared.with()) + ": "
                        + shared.by().stream().map(Entity::label).collect(Collectors.joining(", ")) + " ("
                        + counted(shared.records(), "record") + ")"));
        more(common.size());
    }

    /** When in the week: records by hour and weekday. */
    void hours(HourProfile profile, ZoneId zone) {
        if (profile.total() == 0) {
            return;
        }
        HourProfile.Hour busiest = profile.busiest();
        out.printf(
                Locale.ROOT,
                "  When in the week (hours of %s): %.0f %% from 22 to 6 o'clock; the busiest hour is %s from %d to %d%n",
                zone.getId(),
                profile.nightShare() * 100,
                word(busiest.day()),
                busiest.hour(),
                busiest.hour() + 1);
        StringBuilder heads = new StringBuilder("     ");
        for (int hour = 0; hour < 24; hour++) {
            heads.append(String.format(Locale.ROOT, "%6d", hour));
        }
        out.println(heads);
        for (DayOfWeek day : DayOfWeek.values()) {
            StringBuilder hours = new StringBuilder();
            for (int hour = 0; hour < 24; hour++) {
                hours.append(String.format(Locale.ROOT, "%6d", profile.count(day, hour)));
            }
            out.println("  " + word(day).substring(0, 3) + hours);
        }
    }

    /** The country codes of the numbers. */
    void countries(List<CountryCode> countries) {
        if (countries.isEmpty()) {
            return;
        }
        out.println("Country codes");
        countries.stream()
                .limit(ROWS)
                .forEach(c -> out.println("  +" + c.code() + ": " + counted(c.numbers(), "number") + ", "
                        + counted(c.records(), "record")));
        more(countries.size());
    }

    /** What the analysis of a case looks for in calls. */
    void findings(CallFindings findings) {
        section(
                "Numbers that took over from others",
                findings.successors(),
                s -> String.format(
                                Locale.ROOT, "%s -> %s (%.2f)", label.apply(s.from()), label.apply(s.to()), s.score())
                        + weightiest(s.reasons()));
        section("Who holds the numbers of victims held together", findings.coverages(), this::coverage);
        section(
                "Numbers of unknown users that deserve an inquiry",
                findings.leads(),
                lead -> String.format(
                        Locale.ROOT,
                        "%s (%.2f)%s",
                        label.apply(lead.number()),
                        lead.score(),
                        weightiest(lead.reasons())));
        section("Calls passed on within minutes", findings.chains(), chain -> chain.reason(label)
                .text());
        section(
                "Numbers at the same places at the same time",
                findings.meetings(),
                m -> String.format(
                        Locale.ROOT,
                        "%s (%.2f)",
                        m.reasons().stream().map(Reason::text).collect(Collectors.joining(" ")),
                        m.score()));
    }

    private static String weightiest(List<Reason> reasons) {
        return reasons.stream()
                .max(Comparator.comparingDouble(Reason::weight))
                .map(r -> ": " + r.text())
                .orElse("");
    }

    private String coverage(ContactCoverage coverage) {
        return String.format(
                Locale.ROOT,
                "%s (%.2f): holds %d and is in touch with %d of the %d known numbers of %s%s%s",
                label.apply(coverage.holder()),
                coverage.score(),
                coverage.held(),
                coverage.called(),
                coverage.known(),
                coverage.group(),
                weightiest(coverage.reasonsFor()),
                coverage.standing() == ContactCoverage.Standing.VICTIM_TOO ? "; a victim too, and a victim first" : "");
    }

    /** Silences and bursts. */
    void habits(List<HabitBreak> habits) {
        section("Silences and bursts", habits, found -> {
            String usual = String.format(Locale.ROOT, "where its usual use lets expect %.1f", found.expected());
            return label.apply(found.number())
                    + switch (found.kind()) {
                        case SILENCE -> " has no record from " + found.from() + " to " + found.to() + ", " + usual;
                        case SILENT_SINCE ->
                            " has no record from " + found.from() + " on, as far as the files reach (" + found.to()
                                    + "), " + usual;
                        case BURST ->
                            " has " + counted(found.records(), "record") + " from " + found.from() + " to " + found.to()
                                    + ", " + usual;
                    };
        });
    }

    private <T> void section(String title, List<T> all, Function<T, String> words) {
        if (all.isEmpty()) {
            return;
        }
        out.println();
        out.println(title);
        all.stream().limit(ROWS).forEach(one -> out.println("  " + words.apply(one)));
        more(all.size());
    }

    private void more(int size) {
        if (size > ROWS) {
            out.printf(Locale.ROOT, "  and %,d more; --json FILE lists them all%n", size - ROWS);
        }
    }

    private static String counted(int count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private static String word(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
