package org.manumit.graph.edit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;

/**
 * That an analyst accepted or dismissed what was found in passages of documents: one note for all that was decided at
 * once, so that it is taken back at once. What is accepted becomes a claim each, "this passage speaks of this number",
 * with the sentence, the place and the grades of the passage; a number is tied to a person only where the analyst said
 * whose it is. What is dismissed becomes a decision, so that it is not offered again.
 *
 * @param ruling what was decided of all of them
 * @param items what it was decided of; at least one
 * @param by who decided
 * @param at when, to the millisecond
 */
public record FindingReview(Ruling ruling, List<Item> items, String by, Instant at) implements Note {

    private static final String FINDING = "finding";
    private static final Pattern CHARACTERS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What was decided. */
    public enum Ruling {
        ACCEPTED,
        DISMISSED
    }

    /**
     * One finding.
     *
     * @param finding its name
     * @param kind what it is, in words: {@code phone}
     * @param written as it stands in the text
     * @param value normalised
     * @param passage the claim whose text it stands in
     * @param place where that is, for people: {@code statement.docx, page 3, paragraph 12}
     * @param start where it begins in the passage's text
     * @param end where it ends, exclusive
     * @param sentence the sentence
     * @param document the document
     * @param about whom or what it speaks of; none when it names nothing, as a date
     * @param whose whose it is, if the analyst said so
     * @param grades those of the passage
     */
    public record Item(
            String finding,
            String kind,
            String written,
            String value,
            ClaimId passage,
            String place,
            int start,
            int end,
            String sentence,
            Entity document,
            Optional<Entity> about,
            Optional<Entity> whose,
            Grades grades) {

        public Item {
            Objects.requireNonNull(passage, "passage");
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(whose, "whose");
            Objects.requireNonNull(grades, "grades");
            if (finding.isBlank() || kind.isBlank()) {
                throw new IllegalArgumentException("a finding must have a name and a kind");
            }
            if (whose.isPresent() && !whose.get().kind().isActor()) {
                throw new IllegalArgumentException("only a person or an organisation can have something: "
                        + whose.get().id());
            }
        }
    }

    public FindingReview {
        Objects.requireNonNull(ruling, "ruling");
        items = List.copyOf(items);
        Objects.requireNonNull(by, "by");
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a review must be of something");
        }
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder("Review of what was found in documents\n");
        text.append("Ruling: ").append(ruling.name().toLowerCase(Locale.ROOT)).append('\n');
        text.append("By: ").append(by).append('\n');
        text.append("At: ").append(at).append('\n');
        for (Item item : items) {
            text.append('\n')
                    .append(item.finding())
                    .append('\n')
                    .append(item.kind())
                    .append(": ")
                    .append(item.value())
                    .append(item.about().map(e -> " (" + e.id() + ")").orElse(""))
                    .append('\n')
                    .append(item.whose()
                            .map(e -> "whose: " + e.label() + " (" + e.id() + ")\n")
                            .orElse(""))
                    .append(item.place())
                    .append('\n')
                    .append(item.sentence().replace('\n', ' '))
                    .append('\n');
        }
        return text.toString();
    }

    @Override
    public String noteName() {
        return "review " + NAME.format(at) + " " + ruling.name().toLowerCase(Locale.ROOT) + ".txt";
    }

    @Override
    public CaseAddition toAddition() {
        SourceId id = noteId();
        int count = items.size();
        Source source = new Source(
                id, noteName(), note().length, RoleDecision.KIND, "", "", "", at, by, count, count, 0, 0, Grades.NONE);
        Map<Object, Entity> entities = new LinkedHashMap<>();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Item item = items.get(i);
            entities.putIfAbsent(item.document().id(), item.document());
            switch (ruling) {
                case DISMISSED -> claims.add(claim(id, i + 1, 1, ClaimType.DECISION, item, List.of(), values(item)));
                case ACCEPTED -> {
                    item.about().ifPresent(e -> entities.putIfAbsent(e.id(), e));
                    item.whose().ifPresent(e -> entities.putIfAbsent(e.id(), e));
                    claims.add(mention(id, i + 1, item));
                    int index = i;
                    item.about()
                            .flatMap(thing -> item.whose().flatMap(owner -> belonging(id, index, item, thing, owner)))
                            .ifPresent(claims::add);
                }
            }
        }
        return new CaseAddition(
                source, List.copyOf(entities.values()), claims, CallTable.EMPTY, TransferTable.EMPTY, List.of());
    }

    private Claim mention(SourceId id, int row, Item item) {
        List<Participant> about = new ArrayList<>();
        item.about().ifPresent(e -> about.add(Participant.stated(Part.ABOUT, e.id())));
        item.whose()
                .filter(e -> item.about().isEmpty())
                .ifPresent(e -> about.add(Participant.stated(Part.ABOUT, e.id())));
        Map<String, String> values = values(item);
        values.put("text", item.sentence());
        return claim(id, row, 1, ClaimType.PASSAGE, item, about, values);
    }

    private Map<String, String> values(Item item) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(FINDING, item.finding());
        values.put("kind", item.kind());
        values.put("written", item.written());
        values.put("value", item.value());
        values.put("characters", item.start() + "-" + item.end());
        values.put("ruling", ruling.name().toLowerCase(Locale.ROOT));
        values.put("by", by);
        values.put("at", at.toString());
        return values;
    }

    private static Claim claim(
            SourceId id,
            int row,
            int number,
            ClaimType type,
            Item item,
            List<Participant> more,
            Map<String, String> values) {
        List<Participant> participants = new ArrayList<>();
        participants.add(Participant.stated(Part.SUBJECT, item.document().id()));
        participants.addAll(more);
        return new Claim(
                ClaimId.of(id, "", row, number),
                type,
                participants,
                values,
                Period.UNKNOWN,
                List.of(item.passage()),
                new Provenance(id, "", row, item.place(), ""),
                item.grades());
    }

    /** Whose a number, account, vehicle or paper is, as the row of a case file would state it. */
    private static Optional<Claim> belonging(SourceId id, int index, Item item, Entity thing, Entity owner) {
        return ownership(thing.kind()).map(ownership -> belonging(id, index, item, thing, owner, ownership));
    }

    /** How a case file states whose a thing is. */
    private record Ownership(ClaimType type, Part part, String column) {}

    private static final List<Ownership> OWNERSHIPS = Stream.of(EntityKind.values())
            .flatMap(kind -> ownership(kind).stream())
            .toList();

    private static Optional<Ownership> ownership(EntityKind kind) {
        return switch (kind) {
            case PHONE -> Optional.of(new Ownership(ClaimType.PHONE, Part.USER, "number"));
            case ACCOUNT -> Optional.of(new Ownership(ClaimType.ACCOUNT, Part.HOLDER, "account"));
            case VEHICLE -> Optional.of(new Ownership(ClaimType.VEHICLE, Part.USER, "plate"));
            case PAPER -> Optional.of(new Ownership(ClaimType.PAPER, Part.FOR, "number"));
            case PERSON, ORGANISATION, HANDSET, SIM, PREMISES, ADVERT, CELL_SITE, DOCUMENT, EVENT -> Optional.empty();
        };
    }

    private static Claim belonging(SourceId id, int index, Item item, Entity thing, Entity owner, Ownership ownership) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(ownership.column(), item.value());
        values.put("note", item.sentence());
        return new Claim(
                ClaimId.of(id, "", index + 1L, 2),
                ownership.type(),
                List.of(Participant.stated(Part.SUBJECT, thing.id()), Participant.stated(ownership.part(), owner.id())),
                values,
                Period.UNKNOWN,
                List.of(item.passage()),
                new Provenance(id, "", index + 1L, item.place(), ""),
                item.grades());
    }

    /**
     * The reviews that a case holds, each under the id of its note, as far as the claims that they became tell: so that what
     * was accepted from a document can be taken back with it.
     */
    public static Map<SourceId, FindingReview> of(CaseGraph graph) {
        Map<SourceId, List<Item>> items = new LinkedHashMap<>();
        Map<SourceId, Claim> first = new HashMap<>();
        Map<ClaimId, Claim> belongings = new HashMap<>();
        for (Ownership ownership : OWNERSHIPS) {
            for (Claim claim : graph.claims(ownership.type())) {
                belongings.put(claim.id(), claim);
            }
        }
        for (ClaimType type : List.of(ClaimType.PASSAGE, ClaimType.DECISION)) {
            for (Claim claim : graph.claims(type)) {
                if (findingOf(claim).isPresent()) {
                    SourceId note = claim.provenance().source();
                    item(graph, claim, belongings).ifPresent(item -> {
                        first.putIfAbsent(note, claim);
                        items.computeIfAbsent(note, n -> new ArrayList<>()).add(item);
                    });
                }
            }
        }
        Map<SourceId, FindingReview> reviews = new LinkedHashMap<>();
        items.forEach((note, of) -> {
            Claim claim = Objects.requireNonNull(first.get(note));
            reviews.put(
                    note,
                    new FindingReview(
                            Ruling.valueOf(claim.value("ruling").toUpperCase(Locale.ROOT)),
                            of,
                            claim.value("by"),
                            Instant.parse(claim.value("at"))));
        });
        return reviews;
    }

    private static Optional<Item> item(CaseGraph graph, Claim claim, Map<ClaimId, Claim> belongings) {
        Optional<Entity> document = claim.first(Part.SUBJECT).flatMap(graph::entity);
        Matcher characters = CHARACTERS.matcher(claim.value("characters"));
        if (document.isEmpty() || claim.refersTo().isEmpty() || !characters.matches()) {
            return Optional.empty();
        }
        long row = claim.provenance().row();
        Optional<Claim> belonging =
                Optional.ofNullable(belongings.get(ClaimId.of(claim.provenance().source(), "", row, 2)));
        Optional<Entity> whose = belonging.flatMap(of -> OWNERSHIPS.stream()
                .filter(ownership -> ownership.type() == of.type())
                .flatMap(ownership -> of.first(ownership.part()).stream())
                .findFirst()
                .flatMap(graph::entity));
        return Optional.of(new Item(
                claim.value(FINDING),
                claim.value("kind"),
                claim.value("written"),
                claim.value("value"),
                claim.refersTo().getFirst(),
                claim.provenance().page(),
                Integer.parseInt(characters.group(1)),
                Integer.parseInt(characters.group(2)),
                claim.value("text"),
                document.get(),
                claim.first(Part.ABOUT).flatMap(graph::entity),
                whose,
                claim.grades()));
    }

    /** The name of the finding that a claim accepts or dismisses; empty when the claim is no such thing. */
    public static Optional<String> findingOf(Claim claim) {
        return Optional.of(claim.value(FINDING)).filter(name -> !name.isBlank());
    }

    /** Whether a finding of an entity's kind can be said to be somebody's. */
    public static boolean canBelong(EntityKind kind) {
        return ownership(kind).isPresent();
    }
}
