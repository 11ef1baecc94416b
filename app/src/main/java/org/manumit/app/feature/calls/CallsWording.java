package org.manumit.app.feature.calls;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.manumit.app.enquiry.CallAnswer;
import org.manumit.app.enquiry.CallEnquiry;
import org.manumit.app.enquiry.CallPatterns;
import org.manumit.app.feature.calls.CallsPage.CallRow;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.ReasonsTold;
import org.manumit.app.session.Selection;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.assessment.CallFindings;
import org.manumit.graph.analysis.calls.CallChain;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.CountryCode;
import org.manumit.graph.analysis.calls.HabitBreak;
import org.manumit.graph.analysis.calls.Meeting;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.calls.Toll;
import org.manumit.graph.analysis.calls.UnknownNumber;
import org.manumit.styles.Words;

/** Puts what the calls say into rows. Made for one answer; off the window's thread. */
final class CallsWording {
    private final CaseSnapshot snapshot;
    private final DisplayNames names;
    private final Words words;
    private final CallEnquiry enquiry;
    private final List<Integer> chosen;

    CallsWording(CaseSnapshot snapshot, DisplayNames names, Words words, CallEnquiry enquiry, List<Integer> chosen) {
        this.snapshot = snapshot;
        this.names = names;
        this.words = words;
        this.enquiry = enquiry;
        this.chosen = chosen;
    }

    CallsPage page(CallAnswer contacts, CallPatterns patterns) {
        CallFindings findings = patterns.findings();
        Map<CallTopic, List<CallRow>> tables = new EnumMap<>(CallTopic.class);
        tables.put(
                CallTopic.TOLLS,
                contacts.people().stream()
                        .flatMap(person -> person.tolls().stream().map(toll -> toll(person, toll)))
                        .toList());
        tables.put(
                CallTopic.COMMON, contacts.common().stream().map(this::common).toList());
        tables.put(CallTopic.CHAINS, findings.chains().stream().map(this::chain).toList());
        tables.put(
                CallTopic.PLACES,
                findings.meetings().stream().map(this::meeting).toList());
        tables.put(CallTopic.HABITS, patterns.habits().stream().map(this::habit).toList());
        tables.put(
                CallTopic.SUCCESSORS,
                findings.successors().stream().map(this::successor).toList());
        tables.put(CallTopic.LEADS, findings.leads().stream().map(this::lead).toList());
        tables.put(
                CallTopic.COVERAGE,
                findings.coverages().stream().map(this::coverage).toList());
        tables.put(
                CallTopic.COUNTRIES,
                findings.countries().stream().map(this::country).toList());
        return new CallsPage(enquiry, chosen, tables, patterns.hours());
    }

    private static CallRow row(Supplier<Selection> selects, String... cells) {
        return new CallRow(List.of(cells), selects);
    }

    private CallRow toll(CallAnswer.Person person, Toll toll) {
        String who = names.name(person.entity().id());
        String with = names.name(toll.with());
        int entity = snapshot.graph().indexOf(person.entity().id()).orElseThrow();
        return row(
                () -> new Selection.OfEvidence(
                        words.text("inspector.between", who, with),
                        words.text(
                                "calls.toll.says",
                                who,
                                with,
                                toll.made(),
                                toll.received(),
                                toll.messages(),
                                day(toll.first()),
                                day(toll.last())),
                        "",
                        enquiry.between(entity, toll.with())),
                who,
                withUser(toll.with()),
                number(toll.made()),
                number(toll.received()),
                number(toll.messages()),
                length(toll.seconds()),
                day(toll.first()),
                day(toll.last()));
    }

    private CallRow common(CallAnswer.Shared shared) {
        EntityId contact = shared.with();
        String by = shared.by().stream().map(person -> names.name(person.id())).collect(Collectors.joining(", "));
        return row(
                () -> new Selection.OfEvidence(
                        names.name(contact),
                        words.text("calls.common.says", names.name(contact), by),
                        "",
                        shared.by().stream()
                                .flatMap(person ->
                                        enquiry
                                                .between(
                                                        snapshot.graph()
                                                                .indexOf(person.id())
                                                                .orElseThrow(),
                                                        contact)
                                                .stream())
                                .distinct()
                                .toList()),
                names.name(contact),
                user(contact),
                by,
                number(shared.records()));
    }

    private CallRow chain(CallChain chain) {
        return row(
                () -> reason(words.text("verdict.chain"), chain.reason(names::name)),
                withUser(chain.first()),
                withUser(chain.middle()),
                withUser(chain.last()),
                number(chain.times()),
                expected(chain.expected()));
    }

    private CallRow meeting(Meeting meeting) {
        return row(
                () -> reasons(
                        words.text("inspector.between", names.name(meeting.one()), names.name(meeting.other())),
                        meeting.reasons()),
                withUser(meeting.one()),
                withUser(meeting.other()),
                words.of(meeting.kind()),
                number(meeting.days()),
                number(meeting.places()),
                number(meeting.times()),
                expected(meeting.expected()));
    }

    private CallRow habit(HabitBreak found) {
        String number = names.name(found.number());
        String what = words.of(found.kind());
        return row(
                () -> new Selection.OfEvidence(
                        number,
                        words.text(
                                "calls.habit.says." + found.kind().name(),
                                number,
                                found.from().toString(),
                                found.to().toString(),
                                found.records(),
                                expected(found.expected())),
                        "",
                        found.evidence()),
                number,
                user(found.number()),
                what,
                found.from().toString(),
                found.to().toString(),
                words.text("number", found.records()),
                expected(found.expected()));
    }

    private CallRow successor(SuccessorNumber successor) {
        return row(
                () -> ReasonsTold.of(
                        words.text("verdict.successor.who", names.name(successor.from()), names.name(successor.to())),
                        successor.reasons(),
                        successor.reasonsAgainst(),
                        names,
                        words),
                withUser(successor.from()),
                withUser(successor.to()),
                share(successor.score()),
                successor.reasons().stream()
                        .findFirst()
                        .map(Reason::text)
                        .map(names::text)
                        .orElse(""));
    }

    private CallRow lead(UnknownNumber lead) {
        return row(
                () -> reasons(names.name(lead.number()), lead.reasons()),
                names.name(lead.number()),
                number(lead.knownContacts()),
                number(lead.victims()),
                number(lead.otherContacts()),
                number(lead.calls()),
                share(lead.score()));
    }

    private CallRow coverage(ContactCoverage coverage) {
        return row(
                () -> ReasonsTold.of(
                        names.name(coverage.holder()), coverage.reasonsFor(), coverage.reasonsAgainst(), names, words),
                withUser(coverage.holder()),
                names.text(coverage.group()),
                number(coverage.held()),
                number(coverage.called()),
                number(coverage.known()),
                share(coverage.score()));
    }

    private CallRow country(CountryCode code) {
        String country = country(code.code());
        return row(
                () -> new Selection.OfEvidence(
                        words.text("calls.country", "+" + code.code(), country),
                        words.text("calls.country.says", "+" + code.code(), code.numbers(), code.records()),
                        "",
                        enquiry.withCountry(chosen, code.code())),
                "+" + code.code(),
                country,
                number(code.numbers()),
                number(code.records()));
    }

    private String country(String code) {
        String region = PhoneNumberUtil.getInstance().getRegionCodeForCountryCode(Integer.parseInt(code));
        // 001 stands for numbers of no country, ZZ for codes that nobody has
        return region.equals("001") || region.equals("ZZ")
                ? ""
                : Locale.of("", region).getDisplayCountry(words.locale());
    }

    private Selection reason(String title, Reason reason) {
        return new Selection.OfEvidence(title, names.text(reason.text()), reason.citation(), reason.evidence());
    }

    private Selection reasons(String title, List<Reason> reasons) {
        return ReasonsTold.of(title, reasons, List.of(), names, words);
    }

    /** Who stands behind a number; empty when nobody is known. */
    private String user(EntityId number) {
        return enquiry.user(number).map(names::name).orElse("");
    }

    private String withUser(EntityId number) {
        String user = user(number);
        String called = names.name(number);
        // the number of a victim is called after them
        return user.isEmpty() || called.startsWith(user) ? called : words.text("evidence.with", user, called);
    }

    private String day(Instant moment) {
        ZoneId zone = enquiry.zone();
        return LocalDate.ofInstant(moment, zone).toString();
    }

    private String number(int number) {
        return number == 0 ? "" : words.text("number", number);
    }

    private String expected(double expected) {
        return words.text("calls.expected", expected);
    }

    private String share(double share) {
        return words.text("verdict.share", share);
    }

    private static String length(long seconds) {
        Duration length = Duration.ofSeconds(seconds);
        return seconds == 0
                ? ""
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", length.toHours(), length.toMinutesPart(), length.toSecondsPart());
    }
}
