package org.manumit.importers.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.SourceId;
import org.manumit.importers.casefile.WorkbookTable.TableRow;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;

/**
 * Gives every row that describes somebody or something its entity, so that a corrected workbook means the same people
 * again, and two workbooks never mean one person by two.
 *
 * <ul>
 *   <li>Things with a number are that number, whatever file names it.
 *   <li>With the case's originator and reference: those and the row's {@code id}, or its name.
 *   <li>Without: the {@code id} and the name; a row that lacks either belongs to this very file.
 *   <li>A row with neither is known by its content.
 * </ul>
 */
final class CaseIdentities {
    /** So short a text is an id and no name: {@code C} and {@code c} may be two. */
    private static final int SHORT_ID = 2;

    private static final Pattern OF_COUNTRY = Pattern.compile("([A-Z]{2,3})\\s?/\\s?(.*\\d.*)");

    private final SourceId source;
    private final Optional<String> scope;
    private final RowFates fates;
    private final PhoneNumbers phones;
    private final CellValues cellValues;
    private final List<ImportIssue> issues;
    private final CaseDirectory directory = new CaseDirectory();
    private final IdentityHashMap<TableRow, Entity> described = new IdentityHashMap<>();
    private final Map<EntityId, Entity> byId = new HashMap<>();
    private final Map<String, Integer> anonymous = new HashMap<>();

    /** The first name that stands beside an id (with kind): other spellings of it must not make others of one. */
    private final Map<String, String> nameOfId = new HashMap<>();

    /** Ids (with kind) that stand for different names. */
    private final Set<String> sharedIds = new HashSet<>();

    /** Names (with kind) of rows without id that different people bear. */
    private final Set<String> sharedNames = new HashSet<>();

    private final Map<String, Long> namedWithoutId = new HashMap<>();
    private final Map<String, Long> namedWithId = new HashMap<>();

    CaseIdentities(
            SourceId source,
            Optional<String> scope,
            RowFates fates,
            PhoneNumbers phones,
            CellValues cellValues,
            List<ImportIssue> issues) {
        this.source = source;
        this.scope = scope;
        this.fates = fates;
        this.phones = phones;
        this.cellValues = cellValues;
        this.issues = issues;
    }

    /** Looks at all rows that describe something. */
    void describe(List<WorkbookTable> tables) {
        for (WorkbookTable table : tables) {
            table.sheet().filter(s -> s.describes().isPresent()).ifPresent(s -> {
                findShared(table, s.describes().orElseThrow());
                table.rows().stream().filter(fates::isData).forEach(row -> namedWithId(table, row));
            });
        }
        for (WorkbookTable table : tables) {
            if (table.sheet().flatMap(CaseSheet::describes).isPresent()) {
                for (TableRow row : table.rows()) {
                    switch (fates.of(row)) {
                        case DATA, DUPLICATE -> describe(table, table.sheet().get(), row);
                        case REFUSED -> refuse(table, table.sheet().get(), row);
                        case EXAMPLE -> {}
                    }
                }
            }
        }
    }

    CaseDirectory directory() {
        return directory;
    }

    /** The entity that a row describes. */
    Optional<Entity> of(TableRow row) {
        return Optional.ofNullable(described.get(row));
    }

    /** An entity that a row describes. */
    Entity entity(EntityId id) {
        return Objects.requireNonNull(byId.get(id), "described");
    }

    /** Whether the text says that a number was withheld. */
    boolean isWithheld(String text) {
        return phones.read(text).form() == PhoneReading.Form.WITHHELD;
    }

    /** The entity of somebody whom rows only refer to. */
    Entity referenceOnly(EntityKind kind, String text) {
        String called = text.length() <= SHORT_ID ? text : Folding.name(text);
        return new Entity(EntityId.of(kind, home() + "/?" + called), kind, text, Entity.Standing.REFERENCE_ONLY);
    }

    /** The entity of a reference that fits several: its own, since nobody can say which is meant. */
    Entity ambiguous(EntityKind kind, String text, String sheet, long row) {
        return new Entity(
                EntityId.of(kind, home() + "/?" + Folding.name(text) + "@" + sheet + "!" + row),
                kind,
                text,
                Entity.Standing.REFERENCE_ONLY);
    }

    /** A phone known by its number alone; empty when the text is none. */
    Optional<Entity> phone(String text, Entity.Standing standing) {
        return phoneKey(text)
                .map(key -> new Entity(EntityId.of(EntityKind.PHONE, key), EntityKind.PHONE, key, standing));
    }

    /** An account known by its number alone; empty when the text is none. */
    Optional<Entity> account(String text, Entity.Standing standing) {
        String key = Folding.number(text);
        long digits = key.chars().filter(Character::isDigit).count();
        return digits < 5 || digits * 2 < key.length()
                ? Optional.empty()
                : Optional.of(new Entity(EntityId.of(EntityKind.ACCOUNT, key), EntityKind.ACCOUNT, text, standing));
    }

    /** How a reference would be written as a number of the kinds it may name. */
    List<String> numbers(String reference, List<EntityKind> kinds) {
        List<String> numbers = new ArrayList<>();
        boolean anything = kinds.equals(List.of(EntityKind.PERSON, EntityKind.ORGANISATION));
        if (anything || kinds.contains(EntityKind.PHONE)) {
            phoneKey(reference).ifPresent(numbers::add);
        }
        if (reference.chars().anyMatch(Character::isDigit)) {
            numbers.add(Folding.number(reference));
        }
        return numbers;
    }

    private Optional<String> phoneKey(String text) {
        PhoneReading reading = phones.read(text);
        return switch (reading.form()) {
            case NORMALISED, AS_WRITTEN, SHORT_CODE -> Optional.of(reading.value());
            case NAME, WITHHELD, TRUNCATED -> Optional.empty();
        };
    }

    private String home() {
        return scope.orElse(source.abbreviated());
    }

    private void findShared(WorkbookTable table, EntityKind kind) {
        Map<String, Set<String>> namesOfId = new HashMap<>();
        Map<String, Set<String>> bornOfName = new HashMap<>();
        for (TableRow row : table.rows()) {
            if (!fates.isData(row)) {
                continue;
            }
            String id = table.first(row, CaseColumn.Content.ID);
            String name = Folding.name(stated(nameOf(table, row)));
            if (!id.isEmpty() && !name.isEmpty()) {
                Set<String> names = namesOfId.computeIfAbsent(kind + "/" + id, k -> new HashSet<>());
                names.add(name);
                nameOfId.putIfAbsent(kind + "/" + id, name);
                if (names.size() > 1 && !namesAgree(names, kind) && sharedIds.add(kind + "/" + id)) {
                    issues.add(new ImportIssue(
                            Severity.WARNING,
                            table.name(),
                            row.number(),
                            "id",
                            id,
                            "an id of its own for each",
                            "the id stands for different names; they were kept apart, and a reference to the id names"
                                    + " none of them"));
                }
            } else if (id.isEmpty() && !name.isEmpty()) {
                String born = table.value(row, "born");
                if (!born.isEmpty()) {
                    Set<String> dates = bornOfName.computeIfAbsent(kind + "/" + name, k -> new HashSet<>());
                    dates.add(born);
                    if (dates.size() > 1) {
                        sharedNames.add(kind + "/" + name);
                    }
                }
            }
        }
    }

    /** Two spellings of one person's name share a part; two addresses are one only when they are equal. */
    private static boolean namesAgree(Set<String> names, EntityKind kind) {
        if (!kind.isActor()) {
            return false;
        }
        Set<String> common = new HashSet<>();
        boolean first = true;
        for (String name : names) {
            Set<String> parts = new HashSet<>(List.of(name.split("[ ,.-]+")));
            if (first) {
                common.addAll(parts);
                first = false;
            } else {
                common.retainAll(parts);
            }
        }
        common.removeIf(p -> p.length() < 3);
        return !common.isEmpty();
    }

    private void namedWithId(WorkbookTable table, TableRow row) {
        String name = Folding.name(stated(nameOf(table, row)));
        if (!name.isEmpty() && !table.first(row, CaseColumn.Content.ID).isEmpty()) {
            namedWithId.putIfAbsent(table.sheet() + "/" + name, row.number());
        }
    }

    private void refuse(WorkbookTable table, CaseSheet sheet, TableRow row) {
        // A person is somebody whatever was written about their shelter; a place is what must not be known.
        if (sheet != CaseSheet.PEOPLE) {
            directory.refuse(table.first(row, CaseColumn.Content.ID));
            directory.refuse(nameOf(table, row));
        }
    }

    private void describe(WorkbookTable table, CaseSheet sheet, TableRow row) {
        EntityKind kind = sheet.describes().orElseThrow();
        String id = table.first(row, CaseColumn.Content.ID);
        String written = nameOf(table, row);
        String name = stated(written);
        Entity entity =
                switch (kind) {
                    case PHONE -> phoneOf(table, row, id);
                    case ACCOUNT -> accountOf(table, row, id);
                    case VEHICLE -> numbered(table, row, kind, id, "plate");
                    case PAPER -> numbered(table, row, kind, id, "number");
                    default -> named(table, row, kind, id, name);
                };
        described.put(row, entity);
        byId.putIfAbsent(entity.id(), entity);
        directory.id(id, kind, entity.id(), entity.label());
        directory.name(name, kind, entity.id(), entity.label());
        if (kind == EntityKind.PREMISES
                && !name.isEmpty()
                && !table.value(row, "city").isEmpty()) {
            directory.name(name + ", " + table.value(row, "city"), kind, entity.id(), entity.label());
        }
        for (String alias : CellValues.elements(table.value(row, "aliases"))) {
            directory.alias(stated(alias), kind, entity.id(), entity.label());
        }
    }

    private Entity phoneOf(WorkbookTable table, TableRow row, String id) {
        String number = table.value(row, "number");
        if (!number.isEmpty()) {
            PhoneReading reading = phones.read(stated(number));
            if (reading.form() == PhoneReading.Form.TRUNCATED) {
                issues.add(new ImportIssue(
                        Severity.WARNING,
                        table.name(),
                        row.number(),
                        "number",
                        number,
                        "all digits",
                        "a spreadsheet has cut digits off this number; format the column as text and enter it again"));
            } else if (reading.form() != PhoneReading.Form.WITHHELD) {
                Entity phone = new Entity(
                        EntityId.of(EntityKind.PHONE, reading.value()),
                        EntityKind.PHONE,
                        reading.value(),
                        Entity.Standing.DESCRIBED);
                directory.number(reading.value(), EntityKind.PHONE, phone.id(), phone.label());
                return phone;
            }
        }
        return named(table, row, EntityKind.PHONE, id, "");
    }

    private Entity accountOf(WorkbookTable table, TableRow row, String id) {
        String number = stated(table.value(row, "account"));
        Optional<Entity> account = account(number, Entity.Standing.DESCRIBED);
        if (account.isEmpty() && number.chars().anyMatch(Character::isDigit)) {
            // Too short to be sure of: as written, which is how lists of transfers name it too.
            account = Optional.of(new Entity(
                    EntityId.of(EntityKind.ACCOUNT, number), EntityKind.ACCOUNT, number, Entity.Standing.DESCRIBED));
        }
        if (account.isPresent()) {
            directory.number(
                    Folding.number(number), EntityKind.ACCOUNT, account.get().id(), number);
            return account.get();
        }
        return named(table, row, EntityKind.ACCOUNT, id, number);
    }

    private Entity numbered(WorkbookTable table, TableRow row, EntityKind kind, String id, String column) {
        String written = stated(table.value(row, column));
        String country = stated(table.value(row, "country"));
        String code = cellValues.country(country).orElse(Folding.name(country));
        Matcher prefixed = OF_COUNTRY.matcher(written);
        Optional<String> prefix = prefixed.matches() ? cellValues.country(prefixed.group(1)) : Optional.empty();
        // RO/123456 is the 123456 of Romania, whether its column says Romania or nothing.
        boolean sameCountry = prefix.isPresent() && (code.isEmpty() || code.equals(prefix.get()));
        String number = sameCountry ? prefixed.group(2) : written;
        code = sameCountry ? prefix.get() : code;
        String key = Folding.number(number);
        if (key.isEmpty()) {
            return named(table, row, kind, id, "");
        }
        String what = kind == EntityKind.PAPER ? table.value(row, "kind") : "";
        EntityId entity = EntityId.of(kind, code.isEmpty() ? key : code + "/" + key);
        Entity numbered =
                new Entity(entity, kind, what.isEmpty() ? number : what + " " + number, Entity.Standing.DESCRIBED);
        directory.number(key, kind, entity, numbered.label());
        return numbered;
    }

    private Entity named(WorkbookTable table, TableRow row, EntityKind kind, String id, String name) {
        String folded = Folding.name(name);
        String key;
        if (!id.isEmpty()) {
            boolean apart = sharedIds.contains(kind + "/" + id) && !folded.isEmpty();
            if (scope.isPresent()) {
                key = scope.get() + "/" + id + (apart ? "/" + folded : "");
            } else {
                String known = apart ? folded : nameOfId.getOrDefault(kind + "/" + id, "");
                key = known.isEmpty() ? source.abbreviated() + "/" + id : id + "/" + known;
            }
        } else if (!folded.isEmpty()) {
            boolean apart = sharedNames.contains(kind + "/" + folded);
            key = home() + "/~" + folded + (apart ? "/" + Folding.name(table.value(row, "born")) : "");
            if (kind == EntityKind.PREMISES) {
                key += "/" + Folding.name(table.value(row, "city")) + "/" + Folding.name(table.value(row, "country"));
            }
            warnOfSameName(table, row, kind, folded, name);
        } else {
            String content = fingerprint(table, row);
            int number = anonymous.merge(content, 1, Integer::sum);
            key = home() + "/*" + content + (number > 1 ? "." + number : "");
        }
        return new Entity(EntityId.of(kind, key), kind, label(table, row, kind, id, name), Entity.Standing.DESCRIBED);
    }

    private void warnOfSameName(WorkbookTable table, TableRow row, EntityKind kind, String folded, String name) {
        Long withId = namedWithId.get(table.sheet() + "/" + folded);
        if (withId != null) {
            issues.add(new ImportIssue(
                    Severity.WARNING,
                    table.name(),
                    row.number(),
                    "name",
                    name,
                    "the id of row " + withId + " if it is the same",
                    "row " + withId + " has the same name and an id; without an id this row was taken for another, and"
                            + " a reference to the name alone names neither"));
        }
        Long before = namedWithoutId.putIfAbsent(kind + "/" + folded, row.number());
        if (before != null && !sharedNames.contains(kind + "/" + folded) && kind.isActor()) {
            issues.add(new ImportIssue(
                    Severity.WARNING,
                    table.name(),
                    row.number(),
                    "name",
                    name,
                    "an id for each when they are two",
                    "row " + before + " has the same name and neither has an id, so both were taken for one"));
        }
    }

    private static String label(WorkbookTable table, TableRow row, EntityKind kind, String id, String name) {
        if (kind == EntityKind.PREMISES) {
            String city = table.value(row, "city");
            String place = name.isEmpty() ? city : city.isEmpty() ? name : name + ", " + city;
            if (!place.isEmpty()) {
                return place;
            }
        }
        if (kind == EntityKind.EVENT || kind == EntityKind.ADVERT || kind == EntityKind.PAPER) {
            String what = joined(
                    table.value(row, "kind"),
                    table.value(row, "where"),
                    table.value(row, "place"),
                    table.value(row, "date"));
            if (!what.isEmpty()) {
                return what;
            }
        }
        if (!name.isEmpty()) {
            return name;
        }
        List<String> aliases = CellValues.elements(table.value(row, "aliases"));
        if (!aliases.isEmpty()) {
            return aliases.getFirst();
        }
        if (!id.isEmpty()) {
            return id;
        }
        String count = table.value(row, "count");
        String what = joined(table.value(row, "status"), table.value(row, "kind"), table.value(row, "occupation"));
        String place = table.name() + " row " + row.number();
        String said = joined(count, what);
        return said.isEmpty() ? "unnamed (" + place + ")" : said + " (" + place + ")";
    }

    private static String joined(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(part);
            }
        }
        return text.toString();
    }

    private static String nameOf(WorkbookTable table, TableRow row) {
        if (table.sheet().isEmpty()) {
            return "";
        }
        return switch (table.sheet().get()) {
            case PEOPLE, ORGANISATIONS -> table.value(row, "name");
            case SOURCES -> table.value(row, "title");
            case PREMISES -> table.value(row, "address");
            case CASE,
                    MEMBERS,
                    ROLES,
                    RECRUITMENT,
                    TIES,
                    PHONES,
                    ACCOUNTS,
                    VEHICLES,
                    PAPERS,
                    ADVERTS,
                    JOURNEYS,
                    EXPLOITATION,
                    PAYMENTS,
                    DEBTS,
                    EVENTS,
                    STATEMENTS -> "";
        };
    }

    /** Without the {@code ?} that says it is presumed. */
    static String stated(String text) {
        return text.length() > 1 && text.endsWith("?")
                ? Folding.spaced(text.substring(0, text.length() - 1))
                : Folding.spaced(text);
    }

    private static String fingerprint(WorkbookTable table, TableRow row) {
        List<String> content = new ArrayList<>();
        for (int i = 0; i < table.headings().size(); i++) {
            if (!row.cells().get(i).isEmpty()) {
                content.add(table.headings().get(i).key() + "="
                        + Folding.name(row.cells().get(i)));
            }
        }
        content.sort(null);
        String text = table.sheet().map(CaseSheet::title).orElse(table.name()) + "|" + String.join("|", content);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
