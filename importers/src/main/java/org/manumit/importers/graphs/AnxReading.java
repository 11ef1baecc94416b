package org.manumit.importers.graphs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ShelterGuard;

/** One reading of an i2 chart exchange file. Not thread-safe. */
final class AnxReading {

    private static final int LONGEST = 20_000;

    /** The attribute by which this program's own charts are known. */
    private static final String PROTECT = "Victim, protect";

    private static final Set<String> TENTATIVE =
            Set.of("unconfirmed", "tentative", "suspected", "presumed", "possible", "unverified");

    /** Where a card or an item stands in its source, how it is graded and when it holds. */
    private record Place(String page, Grades grades, Period when, Map<String, String> values) {}

    /** An item of the chart while it is read. */
    private static final class Item {
        private final Map<String, String> own;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<Map<String, String>> cards = new ArrayList<>();
        private Map<String, String> entity = Map.of();
        private Map<String, String> link = Map.of();
        private String type = "";
        private String strength = "";
        private String arrow = "";
        private long row;

        Item(Map<String, String> own) {
            this.own = own;
        }
    }

    private final TieDraft draft;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> grades = new HashMap<>();
    private final Map<String, EntityId> ends = new HashMap<>();
    private final List<Item> links = new ArrayList<>();
    private String collection = "";
    private boolean ours;

    AnxReading(TieDraft draft) {
        this.draft = draft;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        Item item = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("ChartItem")) {
                    item = new Item(attributes(xml));
                } else if (item != null) {
                    inside(item, name, attributes(xml));
                } else {
                    outside(name, attributes(xml));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && item != null
                    && xml.getLocalName().equals("ChartItem")) {
                end(item);
                item = null;
            }
        }
        links.forEach(this::link);
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String value = xml.getAttributeValue(i).strip();
            attributes.put(
                    xml.getAttributeLocalName(i),
                    value.length() > LONGEST ? value.substring(0, LONGEST) + "\u2026" : value);
        }
        return attributes;
    }

    private static String value(Map<String, String> attributes, String name) {
        return attributes.getOrDefault(name, "");
    }

    private void outside(String name, Map<String, String> attributes) {
        switch (name) {
            case "GradeOne", "GradeTwo", "GradeThree", "SourceHints" -> collection = name;
            case "String" ->
                grades.computeIfAbsent(collection, k -> new ArrayList<>()).add(value(attributes, "Text"));
            case "AttributeClass", "EntityType", "LinkType", "Strength" -> {
                names.put(value(attributes, "Id"), value(attributes, "Name"));
                ours |= value(attributes, "Name").equals(PROTECT);
            }
            default -> {}
        }
    }

    private void inside(Item item, String name, Map<String, String> attributes) {
        switch (name) {
            case "Entity" -> item.entity = attributes;
            case "Link" -> item.link = attributes;
            case "Attribute" -> {
                String title = value(attributes, "AttributeClass");
                item.attributes.put(
                        title.isEmpty()
                                ? names.getOrDefault(value(attributes, "AttributeClassReference"), "attribute")
                                : title,
                        value(attributes, "Value"));
            }
            case "Card" -> item.cards.add(attributes);
            case "LinkStyle" -> {
                type(item, attributes, "LinkTypeReference");
                item.arrow = value(attributes, "ArrowStyle");
                String strength = value(attributes, "Strength");
                item.strength =
                        strength.isEmpty() ? names.getOrDefault(value(attributes, "StrengthReference"), "") : strength;
            }
            default -> {
                if (name.endsWith("Style") && !name.equals("CIStyle")) {
                    type(item, attributes, "EntityTypeReference");
                }
            }
        }
    }

    private void type(Item item, Map<String, String> attributes, String reference) {
        String type = value(attributes, "Type");
        String named = type.isEmpty() ? names.getOrDefault(value(attributes, reference), "") : type;
        item.type = named.isEmpty() ? item.type : named;
    }

    private void end(Item item) {
        draft.step();
        item.row = draft.rows();
        if (isRefused(item)) {
            draft.reject("", item.row, "", "", "no victims' shelter", ShelterGuard.REMEDY);
        } else if (!item.link.isEmpty()) {
            links.add(item);
        } else if (!item.entity.isEmpty()) {
            entity(item);
        } else {
            draft.reject(
                    "",
                    item.row,
                    "",
                    value(item.own, "Label"),
                    "an entity or a link",
                    "The item is neither an entity nor a link.");
        }
    }

    private static boolean isRefused(Item item) {
        return Stream.concat(
                                Stream.of(value(item.own, "Label"), value(item.own, "Description"), item.type),
                                item.attributes.values().stream())
                        .anyMatch(text -> ShelterGuard.givesAway(text, ShelterGuard.Text.PLACE))
                || item.cards.stream()
                        .flatMap(card -> card.values().stream())
                        .anyMatch(text -> ShelterGuard.givesAway(text, ShelterGuard.Text.NARRATIVE));
    }

    // ---- entities

    private void entity(Item item) {
        String number = value(item.entity, "EntityId");
        String identity = value(item.entity, "Identity");
        String label = value(item.own, "Label");
        String shown = label.isEmpty() ? identity : label;
        String key = identity.isEmpty() ? number : identity;
        if (key.isEmpty()) {
            draft.reject(
                    "", item.row, "Identity", "", "an identity", "The entity has neither an identity nor a number.");
            return;
        }
        Optional<EntityKind> kind = ThingWords.kind(item.type);
        Entity named = kind.isPresent() && isNumbered(kind.get())
                ? byNumber(key, shown, kind.get())
                : kind.map(k -> draft.naming().ofKind(key, shown, k))
                        .orElseGet(() -> draft.naming().unnamedKind(key, shown));
        EntityId id = draft.register(named);
        // Links name their ends by number; some writers by the item, or by the identity.
        for (String end : List.of(number, value(item.own, "Id"), identity)) {
            if (!end.isEmpty()) {
                ends.putIfAbsent(end, id);
            }
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (kind.isEmpty() && !item.type.isEmpty()) {
            values.put("type", item.type);
        }
        if (!identity.isEmpty() && !identity.equals(shown) && !identity.equals(id.value())) {
            values.put("identity", identity);
        }
        said(values, item);
        if (isTrue(item.attributes.getOrDefault(PROTECT, ""))) {
            values.put("status", "victim");
        }
        Place place = place(item.own, "DateTimeDescription");
        if (!values.isEmpty()
                || !place.page().isEmpty()
                || !place.grades().isEmpty()
                || !place.when().isUnknown()) {
            values.putAll(place.values());
            draft.describe(id, values, place.when(), place.page(), place.grades(), "", item.row);
        }
        for (Map<String, String> card : item.cards) {
            Place of = place(card, "DateTimeDescription");
            draft.describe(id, of.values(), of.when(), of.page(), of.grades(), "", item.row);
        }
    }

    private static boolean isNumbered(EntityKind kind) {
        return switch (kind) {
            case PHONE, ACCOUNT, HANDSET, SIM -> true;
            default -> false;
        };
    }

    /** A number may stand in the identity as well as in the label. */
    private Entity byNumber(String key, String label, EntityKind kind) {
        Entity byLabel = draft.naming().ofKind(key, label, kind);
        if (!isOfThisFile(byLabel)) {
            return byLabel;
        }
        Entity byKey = draft.naming().ofKind(key, key, kind);
        return isOfThisFile(byKey) ? byLabel : byKey;
    }

    private boolean isOfThisFile(Entity entity) {
        return entity.id().value().contains(draft.source().abbreviated() + "/");
    }

    private static boolean isTrue(String value) {
        return value.equalsIgnoreCase("true") || value.equals("1") || value.equalsIgnoreCase("yes");
    }

    private static void said(Map<String, String> values, Item item) {
        put(values, "description", value(item.own, "Description"));
        item.attributes.forEach((name, value) -> {
            if (!name.equals(PROTECT)) {
                put(values, name.toLowerCase(Locale.ROOT), value);
            }
        });
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isBlank()) {
            values.put(name, value.replaceAll("\\s+", " ").strip());
        }
    }

    // ---- cards

    private Place place(Map<String, String> attributes, String dateWords) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "summary", value(attributes, "Summary"));
        put(values, "text", value(attributes, "Text"));
        put(values, "source type", value(attributes, "SourceType"));
        put(values, "date as described", value(attributes, dateWords));
        Period when = Period.UNKNOWN;
        String time = value(attributes, "DateTime");
        if (isTrue(value(attributes, "DateSet")) && !time.isEmpty()) {
            String day = time.replaceAll("T.*", "");
            Optional<PartialDate> date = IsoDates.date(isTrue(value(attributes, "TimeSet")) ? time : day);
            when = date.map(Period::on).orElse(Period.UNKNOWN);
            if (date.isEmpty()) {
                put(values, "date as written", time); // day and month of other spellings could be exchanged
            }
        }
        return new Place(
                value(attributes, "SourceReference"),
                new Grades(
                        grade("GradeOne", attributes), grade("GradeTwo", attributes), grade("GradeThree", attributes)),
                when,
                values);
    }

    private String grade(String which, Map<String, String> attributes) {
        String index = value(attributes, which + "Index");
        List<String> codes = grades.getOrDefault(which, List.of());
        if (!index.matches("\\d{1,4}") || Integer.parseInt(index) >= codes.size()) {
            return "";
        }
        String code = codes.get(Integer.parseInt(index));
        return code.equals("-") ? "" : code;
    }

    // ---- links

    private void link(Item item) {
        EntityId one = end(item, "End1Id", "End1Reference");
        EntityId other = end(item, "End2Id", "End2Reference");
        if (one == null || other == null) {
            draft.reject(
                    "",
                    item.row,
                    one == null ? "End1Id" : "End2Id",
                    value(item.link, one == null ? "End1Id" : "End2Id"),
                    "the number of an entity",
                    "One end of the link is no entity of the chart.");
            return;
        }
        boolean back = item.arrow.equals("ArrowOnTail");
        boolean directed = back || item.arrow.equals("ArrowOnHead");
        EntityId from = back ? other : one;
        EntityId to = back ? one : other;
        String label = value(item.own, "Label");
        Map<String, String> values = new LinkedHashMap<>();
        String word = item.type.isEmpty() ? label : item.type;
        String[] parts = word.split(": ", 2);
        Optional<OwnStatements.Statement> own =
                ours ? OwnStatements.of(parts[0], parts.length > 1 ? parts[1] : "") : Optional.empty();
        Certainty certainty =
                TENTATIVE.contains(item.strength.toLowerCase(Locale.ROOT)) ? Certainty.PRESUMED : Certainty.STATED;
        List<Participant> participants = List.of(
                new Participant(own.map(OwnStatements.Statement::from).orElse(Part.WHO), from, certainty),
                new Participant(own.map(OwnStatements.Statement::to).orElse(Part.WHOM), to, certainty));
        if (own.isPresent()) {
            put(values, own.get().value().isEmpty() ? "-" : own.get().value(), parts.length > 1 ? parts[1] : "");
            values.remove("-");
        } else {
            put(values, "kind", word);
            values.put("directed", directed ? "yes" : "no");
            if (!label.equals(word)) {
                put(values, "label", label);
            }
        }
        if (!item.strength.isEmpty() && !item.strength.equals("Default")) {
            put(values, "strength", item.strength);
        }
        said(values, item);
        Place place = place(item.own, "DateTimeDescription");
        values.putAll(place.values());
        ClaimType type = own.map(OwnStatements.Statement::type).orElse(ClaimType.TIE);
        boolean sum = ours && own.isEmpty();
        if (item.cards.isEmpty() || sum) {
            draft.claim(type, participants, values, place.when(), place.page(), place.grades(), "", item.row);
            return;
        }
        // Each card is a source of its own for the link.
        for (Map<String, String> card : item.cards) {
            Place of = place(card, "DateTimeDescription");
            Map<String, String> said = new LinkedHashMap<>(values);
            said.putAll(of.values());
            draft.claim(
                    type,
                    participants,
                    said,
                    of.when().isUnknown() ? place.when() : of.when(),
                    of.page().isEmpty() ? place.page() : of.page(),
                    of.grades().orElse(place.grades()),
                    "",
                    item.row);
        }
    }

    private @Nullable EntityId end(Item item, String number, String reference) {
        EntityId id = ends.get(value(item.link, number));
        return id == null ? ends.get(value(item.link, reference)) : id;
    }

    ImportDraft draft(String profile) {
        return draft.draft(profile);
    }
}
