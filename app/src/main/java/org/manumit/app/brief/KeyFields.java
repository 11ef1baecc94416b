package org.manumit.app.brief;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.app.release.Wording;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.edit.FindingReview;
import org.manumit.graph.query.CaseFacts;
import org.manumit.graph.query.Victims;

/**
 * The twelve key fields of an intelligence report on trafficking, filled from what the file holds (ICMPD Background
 * Reader, ch. 5.3; 001, l. 3047-3075).
 */
final class KeyFields {

    private static final int LISTED = 8;

    /**
     * One field.
     *
     * @param name what it is
     * @param content what the file holds of it; empty when nothing
     * @param inquiry what would fill it
     */
    record Field(String name, String content, String inquiry) {}

    private final CaseGraph graph;
    private final CaseFacts facts;
    private final Wording wording;
    private final Victims victims;
    private final CaseAnalysis analysis;

    KeyFields(CaseGraph graph, CaseFacts facts, Wording wording, Victims victims, CaseAnalysis analysis) {
        this.graph = graph;
        this.facts = facts;
        this.wording = wording;
        this.victims = victims;
        this.analysis = analysis;
    }

    List<Field> all() {
        return List.of(
                new Field(
                        "Trafficking and exploitation type",
                        types(),
                        "Ask victims and witnesses what was done to whom."),
                new Field("Countries and places", places(), "Ask for routes, premises and places of recruitment."),
                new Field("Suspects and victims", people(), "Identify who acts and who suffers."),
                new Field("Addresses", addresses(), "Ask land registers, landlords and utilities."),
                new Field("Vehicles and other transport", vehicles(), "Ask for plates, tickets and border crossings."),
                new Field("Communications", communications(), "Ask operators for subscribers and call records."),
                new Field("Travel and identity documents", papers(), "Ask issuers, carriers and border police."),
                new Field("Routes and means", routes(), "Ask how, with whom and when people travelled."),
                new Field(
                        "Financial intelligence",
                        money(),
                        "Ask banks, transfer agents and the financial intelligence unit."),
                new Field("Modus operandi", modus(), "Ask how people were won, moved and held."),
                new Field("Free text", freeText(), "Add reports and statements."),
                new Field("Source officer or unit", officer(), "Fill in the originator on the sheet Case."));
    }

    private String types() {
        String forms = tally(ClaimType.EXPLOITATION, "form");
        String classes = analysis.networks().stream()
                .map(n -> Words.networkClass(n.networkClass().answer()))
                .distinct()
                .collect(Collectors.joining(", "));
        return join(
                forms.isEmpty() ? "" : "Exploitation: " + forms,
                classes.isEmpty() ? "" : "Class of network: " + classes);
    }

    private String places() {
        Set<String> countries = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>();
        for (Claim claim : graph.claims()) {
            if (claim.type() == ClaimType.CASE || claim.type() == ClaimType.PAPER) {
                continue;
            }
            for (String column : List.of("country", "from country", "to country")) {
                addPlain(countries, claim.list(column));
            }
            for (String column : List.of("place", "city", "from place", "to place")) {
                addPlain(places, claim.list(column));
            }
        }
        return join(
                countries.isEmpty() ? "" : "Countries: " + named(countries),
                places.isEmpty() ? "" : "Places: " + named(places));
    }

    private String people() {
        Map<String, Set<String>> byStatus = new TreeMap<>();
        for (Claim claim : graph.claims(ClaimType.PERSON)) {
            claim.first(Part.SUBJECT).map(graph::indexOf).ifPresent(index -> {
                if (index.isPresent() && !victims.isVictim(index.getAsInt())) {
                    for (String status : claim.list("status")) {
                        byStatus.computeIfAbsent(plain(status), k -> new LinkedHashSet<>())
                                .add(wording.label(index.getAsInt()));
                    }
                }
            });
        }
        String others = byStatus.entrySet().stream()
                .filter(e -> !e.getKey().contains("bystander"))
                .map(e -> upperFirst(e.getKey()) + ": " + named(e.getValue()))
                .collect(Collectors.joining(". "));
        Set<String> protectedPeople =
                victims.entities().mapToObj(wording::label).collect(Collectors.toCollection(LinkedHashSet::new));
        return join(others, protectedPeople.isEmpty() ? "" : "Victims: " + named(protectedPeople));
    }

    private String addresses() {
        return things(EntityKind.PREMISES);
    }

    private String vehicles() {
        return things(EntityKind.VEHICLE);
    }

    private String communications() {
        long phones = count(EntityKind.PHONE);
        long handsets = count(EntityKind.HANDSET);
        long known = graph.claims(ClaimType.PHONE).stream()
                .filter(c -> c.first(Part.USER).isPresent())
                .flatMap(c -> c.holders(Part.SUBJECT))
                .distinct()
                .count();
        long adverts = count(EntityKind.ADVERT);
        return join(
                phones == 0
                        ? ""
                        : BriefSection.count(phones, "telephone number", "telephone numbers") + ", of which " + known
                                + " with a known user",
                handsets == 0 ? "" : BriefSection.count(handsets, "handset", "handsets"),
                graph.calls().size() == 0
                        ? ""
                        : BriefSection.count(graph.calls().size(), "call record", "call records"),
                adverts == 0 ? "" : BriefSection.count(adverts, "advert", "adverts"));
    }

    private String papers() {
        long papers = count(EntityKind.PAPER);
        String kinds = tally(ClaimType.PAPER, "kind");
        String quality = tally(ClaimType.PAPER, "quality");
        return papers == 0
                ? ""
                : join(
                        BriefSection.count(papers, "paper", "papers") + (kinds.isEmpty() ? "" : ": " + kinds),
                        quality.isEmpty() ? "" : "Quality: " + quality);
    }

    private String routes() {
        Map<String, Integer> routes = new LinkedHashMap<>();
        for (Claim journey : graph.claims(ClaimType.JOURNEY)) {
            String from = first(journey.value("from country"), journey.value("from place"));
            String to = first(journey.value("to country"), journey.value("to place"));
            if (!from.isEmpty() || !to.isEmpty()) {
                routes.merge(
                        wording.text((from.isEmpty() ? "?" : from) + " to " + (to.isEmpty() ? "?" : to)),
                        1,
                        Integer::sum);
            }
        }
        String means = tally(ClaimType.JOURNEY, "means");
        String entry = tally(ClaimType.JOURNEY, "entry");
        return join(
                routes.isEmpty() ? "" : "Routes: " + counted(routes),
                means.isEmpty() ? "" : "Means: " + means,
                entry.isEmpty() ? "" : "Entry: " + entry);
    }

    private String money() {
        TransferTable transfers = graph.transfers();
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (int i = 0; i < transfers.size(); i++) {
            sums.merge(transfers.currency(i), transfers.amount(i), BigDecimal::add);
        }
        String total = sums.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%,.2f %s", e.getValue(), e.getKey())
                        .strip())
                .collect(Collectors.joining(", "));
        long accounts = count(EntityKind.ACCOUNT);
        int payments = graph.claims(ClaimType.PAYMENT).size();
        int debts = graph.claims(ClaimType.DEBT).size();
        String purposes = tally(ClaimType.PAYMENT, "purpose");
        return join(
                transfers.size() == 0
                        ? ""
                        : BriefSection.count(transfers.size(), "transfer", "transfers") + ", " + total + " in all",
                accounts == 0 ? "" : BriefSection.count(accounts, "account", "accounts"),
                payments == 0
                        ? ""
                        : BriefSection.count(payments, "payment told of", "payments told of")
                                + (purposes.isEmpty() ? "" : " (" + purposes + ")"),
                debts == 0 ? "" : BriefSection.count(debts, "debt", "debts"));
    }

    private String modus() {
        String how = tally(ClaimType.RECRUITMENT, "how");
        String promised = tally(ClaimType.RECRUITMENT, "promised");
        String control = tally(ClaimType.EXPLOITATION, "control");
        return join(
                how.isEmpty() ? "" : "Recruitment by " + how,
                promised.isEmpty() || wording.freeText() == Wording.FreeText.LEFT_OUT ? "" : "Promised: " + promised,
                control.isEmpty() ? "" : "Held by " + control);
    }

    private String freeText() {
        int statements = graph.claims(ClaimType.STATEMENT).size();
        int events = graph.claims(ClaimType.EVENT).size();
        long passages = graph.claims(ClaimType.PASSAGE).stream()
                .filter(passage -> FindingReview.findingOf(passage).isEmpty())
                .count();
        return join(
                statements == 0 ? "" : BriefSection.count(statements, "statement", "statements"),
                events == 0
                        ? ""
                        : BriefSection.count(events, "event", "events") + " (" + tally(ClaimType.EVENT, "kind") + ")",
                passages == 0 ? "" : BriefSection.count(passages, "passage of a document", "passages of documents"));
    }

    private String officer() {
        String originator = facts.value("originator");
        Set<String> others = new LinkedHashSet<>();
        graph.claims(ClaimType.DOCUMENT).forEach(d -> addPlain(others, d.list("originator")));
        others.remove(originator);
        return join(wording.text(originator), others.isEmpty() ? "" : "Originators of documents: " + named(others));
    }

    private long count(EntityKind kind) {
        return graph.entities().stream().filter(e -> e.kind() == kind).count();
    }

    private String things(EntityKind kind) {
        Set<String> labels = new LinkedHashSet<>();
        for (int i = 0; i < graph.entities().size(); i++) {
            Entity entity = graph.entity(i);
            if (entity.kind() == kind && entity.standing() != Entity.Standing.NAME_ONLY) {
                labels.add(wording.label(i));
            }
        }
        return named(labels);
    }

    private String tally(ClaimType type, String column) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Claim claim : graph.claims(type)) {
            for (String value : claim.list(column)) {
                counts.merge(wording.text(plain(value)), 1, Integer::sum);
            }
        }
        return counted(counts);
    }

    private static String counted(Map<String, Integer> counts) {
        List<String> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> e.getValue() > 1 ? e.getKey() + " (" + e.getValue() + ")" : e.getKey())
                .toList();
        return BriefSection.some(most, LISTED);
    }

    private String named(Collection<String> names) {
        return BriefSection.some(
                names.stream()
                        .map(wording::text)
                        .distinct()
                        .sorted(Comparator.naturalOrder())
                        .toList(),
                LISTED * 2);
    }

    private static void addPlain(Set<String> into, List<String> values) {
        values.stream().map(KeyFields::plain).filter(v -> !v.isEmpty()).forEach(into::add);
    }

    private static String plain(String value) {
        String v = value.strip();
        return v.endsWith("?") ? v.substring(0, v.length() - 1).strip() : v;
    }

    private static String first(String... values) {
        return Stream.of(values)
                .filter(Objects::nonNull)
                .map(KeyFields::plain)
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String upperFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String join(String... parts) {
        String joined = Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(". "));
        return joined.isEmpty() ? "" : joined + ".";
    }
}
