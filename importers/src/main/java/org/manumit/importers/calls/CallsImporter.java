package org.manumit.importers.calls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.RecognisedTable;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowOutcome;
import org.manumit.importers.tabular.TableImporter;
import org.manumit.importers.tabular.TableKind;
import org.manumit.importers.tabular.TableReading;
import org.manumit.importers.tabular.TablesInTurn;
import org.manumit.importers.tabular.value.EquipmentNumbers;
import org.manumit.importers.tabular.value.PhoneNumbers;

/**
 * Reads call records of any operator, from text files and workbooks: calls, messages and data sessions between two
 * columns of numbers, or one subscriber's records with a direction; and lists of antennas with their positions.
 * Numbers are normalised where that is sure; nothing else about a row is dropped: columns without a known meaning stay
 * with the record.
 */
public final class CallsImporter extends TableImporter<CallsImporter.Content> {

    private static final ColumnVocabulary VOCABULARY = ColumnVocabulary.of(CallsImporter.class, "columns.txt");

    /** What a table of this kind can hold. */
    sealed interface Content {

        /** Calls, messages, data sessions. */
        record Records(CallView view) implements Content {}

        /** Antennas and where they stand. */
        record Antennas() implements Content {}

        /** Numbers with their subscribers, handsets and SIM cards. */
        record Subscribers() implements Content {}
    }

    /** An importer of call records. */
    public CallsImporter() {
        super(
                new TableKind("calls", VOCABULARY, new HeaderlessCalls(VOCABULARY)),
                new Phrases(
                        "call records",
                        "two columns of numbers and one of times are needed.",
                        "say which columns hold the numbers and the time"));
    }

    @Override
    protected Optional<Content> contentOf(MappedTable mapped) {
        ColumnMapping mapping = mapped.mapping();
        Optional<Content> records = CallView.of(mapping, mapped.table()).map(Content.Records::new);
        boolean antennas = mapping.has(CallColumns.CELL) && SitePositions.in(mapping);
        if (records.isPresent()) {
            return records;
        }
        boolean subscribers = mapping.has(CallColumns.SUBSCRIBER)
                && !mapping.has(CallColumns.OTHER)
                && !mapping.has(CallColumns.CALLER)
                && !mapping.has(CallColumns.CALLED)
                && (mapping.has(CallColumns.NAME) || mapping.has(CallColumns.IMEI) || mapping.has(CallColumns.IMSI));
        return antennas
                ? Optional.of(new Content.Antennas())
                : subscribers ? Optional.of(new Content.Subscribers()) : Optional.empty();
    }

    /** Whether what is taken for the subscribers' numbers could be such: house numbers and counts are none. */
    private static boolean holdsNumbers(MappedTable mapped) {
        ColumnMapping mapping = mapped.mapping();
        if (mapping.has(CallColumns.IMEI) || mapping.has(CallColumns.IMSI)) {
            return true;
        }
        int column = mapping.indexOf(CallColumns.SUBSCRIBER).orElseThrow();
        return mapped.table().profile(column).telephones() >= 0.3;
    }

    @Override
    protected double confidence(RecognisedTable<Content> recognised) {
        return switch (recognised.content()) {
            case Content.Antennas antennas -> 0.8;
            case Content.Subscribers subscribers -> holdsNumbers(recognised.mapped()) ? 0.7 : 0.3;
            // Told from values against headers that say nothing known: anything surer goes first.
            case Content.Records records
            when recognised.table().layout().header().isPresent()
                    && recognised.mapped().issues().stream().anyMatch(i -> i.severity() == Severity.WARNING) -> 0.4;
            case Content.Records(CallView view) when view == CallView.BILL -> 0.5;
            case Content.Records records ->
                growing(
                        recognised.table().layout().header().isPresent() ? 0.6 : 0.5,
                        recognised.mapping(),
                        List.of(
                                CallColumns.DURATION,
                                CallColumns.KIND,
                                CallColumns.DIRECTION,
                                CallColumns.CELL,
                                CallColumns.IMEI,
                                CallColumns.IMSI));
        };
    }

    @Override
    protected String words(Content content) {
        return switch (content) {
            case Content.Antennas antennas -> "antennas and their positions";
            case Content.Subscribers subscribers -> "numbers and their subscribers";
            case Content.Records(CallView view) ->
                switch (view) {
                    case PARTIES -> "call records, caller and called";
                    case SUBSCRIBER -> "call records of one subscriber, with direction";
                    case BILL -> "what one subscriber called";
                    case SESSIONS -> "data sessions";
                };
        };
    }

    @Override
    protected Sampler sampler(RecognisedTable<Content> recognised, SourceFile file, ImportOptions options)
            throws IOException {
        return switch (recognised.content()) {
            case Content.Antennas antennas ->
                Sampler.naming(
                        "position of antenna",
                        recognised.mapping().indexOf(CallColumns.CELL).orElseThrow());
            case Content.Subscribers subscribers ->
                Sampler.naming(
                        "subscriber of number",
                        recognised.mapping().indexOf(CallColumns.SUBSCRIBER).orElseThrow());
            case Content.Records(CallView view) ->
                Sampler.of(rows(
                        recognised.mapped(),
                        view,
                        file,
                        options,
                        PhoneNumbers.of(options.country()),
                        new HandsetSpellings(),
                        Cancellation.NEVER));
        };
    }

    private static CallRows rows(
            MappedTable mapped,
            CallView view,
            SourceFile file,
            ImportOptions options,
            PhoneNumbers numbers,
            HandsetSpellings handsets,
            Cancellation cancellation)
            throws IOException {
        return CallRows.of(mapped, view, file, zone(options), numbers, handsets, VOCABULARY, cancellation);
    }

    @Override
    protected ImportDraft read(TableReading reading, TablesInTurn<Content> recognised) throws IOException {
        Tables tables = new Tables(reading);
        for (Optional<RecognisedTable<Content>> next = recognised.next(); next.isPresent(); next = recognised.next()) {
            RecognisedTable<Content> table = next.get();
            switch (table.content()) {
                case Content.Records(CallView view) -> tables.records(table.mapped(), view);
                case Content.Antennas antennas -> tables.antennas(table.mapped());
                case Content.Subscribers subscribers -> tables.subscribers(table.mapped());
            }
        }
        return tables.draft(layouts(recognised.taken()));
    }

    /** The tables of one file. */
    private static final class Tables {
        /** The 0 before a number within most countries; two would open an international one. */
        private static final Pattern WITH_TRUNK_PREFIX = Pattern.compile("\\(?0[ (]?[1-9][\\d ()./-]{5,}");

        private final TableReading reading;
        private final SourceFile file;
        private final PhoneNumbers numbers;
        private final EntityRegister entities = new EntityRegister();
        private final Map<String, Integer> phones = new HashMap<>();
        private final Map<String, Integer> cells = new HashMap<>();
        private final Map<String, Integer> handsets = new HashMap<>();
        private final HandsetSpellings spellings = new HandsetSpellings();
        private final Map<String, Integer> sims = new HashMap<>();
        private final CallTable.Builder calls = new CallTable.Builder();
        private final List<Claim> claims = new ArrayList<>();
        private final Map<String, String> positions = new HashMap<>();
        private long normalised;

        Tables(TableReading reading) {
            this.reading = reading;
            this.file = reading.file();
            this.numbers = PhoneNumbers.of(reading.options().country());
        }

        void records(MappedTable mapped, CallView view) throws IOException {
            CallRows rows = rows(mapped, view, file, reading.options(), numbers, spellings, reading.cancellation());
            String sheet = mapped.table().sheetName();
            reading.records(mapped, rows, CallColumns.RECORD, (entry, row) -> add(entry, sheet, row));
        }

        ImportDraft draft(String profile) {
            if (reading.assumedZone()) {
                reading.note("Times carry no zone and are taken as UTC; give the operator's zone to correct that.");
            }
            if (reading.options().country().isEmpty()) {
                noteNumbersAsWritten();
            }
            return reading.draft(profile, entities.toList(), claims, calls.build(), TransferTable.EMPTY);
        }

        private void noteNumbersAsWritten() {
            if (!phones.isEmpty() && normalised == 0) {
                reading.note("No number is in international form and no country is given, so numbers are kept as"
                        + " written; give the country to normalise them.");
                return;
            }
            List<String> national = phones.keySet().stream()
                    .filter(number -> WITH_TRUNK_PREFIX.matcher(number).matches())
                    .sorted()
                    .toList();
            if (!national.isEmpty()) {
                String one = national.size() == 1 ? "1 number" : national.size() + " numbers";
                reading.note(one + " in national form, such as '" + national.getFirst()
                        + "', and no country given: kept as written, and not joined with the same numbers in"
                        + " international form; give the country to join them"
                        + numbers.countryOf(List.copyOf(phones.keySet()))
                                .map(country -> " (nearly all others are of " + country + ").")
                                .orElse("."));
            }
        }

        private void add(CallEntry record, String sheet, Row row) {
            int call = calls.add(
                    phone(record.from()),
                    phone(record.to()),
                    record.kind(),
                    record.start(),
                    record.duration(),
                    file.id(),
                    sheet,
                    Math.toIntExact(row.number()));
            String fromCell = record.fromCell();
            if (!fromCell.isEmpty()) {
                calls.equipment(call, CallTable.Equipment.FROM_CELL, cell(fromCell));
            }
            if (!record.toCell().isEmpty()) {
                calls.equipment(call, CallTable.Equipment.TO_CELL, cell(record.toCell()));
            }
            handset(call, CallTable.Equipment.FROM_HANDSET, record.fromImei());
            handset(call, CallTable.Equipment.TO_HANDSET, record.toImei());
            sim(call, CallTable.Equipment.FROM_SIM, record.fromImsi());
            sim(call, CallTable.Equipment.TO_SIM, record.toImsi());
            if (!record.extra().isEmpty()) {
                calls.extra(call, record.extra());
            }
            if (!record.position().isEmpty()) {
                position(record.ownCell(), record.position(), sheet, row);
            }
        }

        /** States once where an antenna stands that the records themselves give the position of. */
        private void position(String cell, String position, String sheet, Row row) {
            if (positions.putIfAbsent(cell + " " + position, position) != null) {
                return;
            }
            int comma = position.indexOf(',');
            Map<String, String> values = new LinkedHashMap<>();
            values.put("latitude", position.substring(0, comma));
            values.put("longitude", position.substring(comma + 2));
            claims.add(new Claim(
                    ClaimId.of(file.id(), sheet, row.number(), 2),
                    ClaimType.CELL_SITE,
                    List.of(Claim.Participant.stated(
                            Part.SUBJECT, entities.get(cell(cell)).id())),
                    values,
                    Period.UNKNOWN,
                    List.of(),
                    new Provenance(file.id(), sheet, row.number(), "", ""),
                    Grades.NONE));
        }

        private int phone(String number) {
            if (number.isEmpty()) {
                return CallTable.NONE;
            }
            Integer known = phones.get(number);
            if (known == null) {
                known = entities.index(EntityKind.PHONE, number);
                phones.put(number, known);
                if (number.charAt(0) == '+') {
                    normalised++;
                }
            }
            return known;
        }

        private int cell(String id) {
            return cells.computeIfAbsent(id, key -> entities.index(EntityKind.CELL_SITE, key));
        }

        private void handset(int call, CallTable.Equipment which, String imei) {
            if (!imei.isEmpty()) {
                calls.equipment(call, which, handsets.computeIfAbsent(imei, this::handset));
            }
        }

        private int handset(String imei) {
            return entities.index(new Entity(
                    EntityId.of(EntityKind.HANDSET, imei),
                    EntityKind.HANDSET,
                    spellings.label(imei),
                    Entity.Standing.DESCRIBED));
        }

        private void sim(int call, CallTable.Equipment which, String imsi) {
            if (!imsi.isEmpty()) {
                calls.equipment(call, which, sims.computeIfAbsent(imsi, key -> entities.index(EntityKind.SIM, key)));
            }
        }

        void antennas(MappedTable mapped) throws IOException {
            List<ImportIssue> issues = new ArrayList<>();
            AntennaRows antennas = new AntennaRows(mapped, numbers.home(), issues);
            issues.forEach(reading::notice);
            String sheet = mapped.table().sheetName();
            reading.entries(mapped, antennas::fault, row -> antenna(row, sheet, antennas));
        }

        void subscribers(MappedTable mapped) throws IOException {
            ColumnMapping mapping = mapped.mapping();
            ColumnMapping.Column number = mapping.column(CallColumns.SUBSCRIBER).orElseThrow();
            String sheet = mapped.table().sheetName();
            if (mapping.has(CallColumns.NAME)) {
                reading.note("Whoever a number is registered to is entered as its user, with the word 'registered'; who"
                        + " really used it is another question.");
            }
            reading.entries(
                    mapped,
                    row -> row.isBlank(number.index())
                            ? Optional.of(new RowOutcome.Rejected<>(
                                    number.header(), "", "a telephone number", "The number is empty."))
                            : Optional.empty(),
                    row -> subscriber(row, sheet, mapping, number.index()));
        }

        private void subscriber(Row row, String sheet, ColumnMapping mapping, int number) {
            List<Claim.Participant> participants = new ArrayList<>();
            int phone = phone(numbers.read(row.value(number)).value());
            participants.add(
                    Claim.Participant.stated(Part.SUBJECT, entities.get(phone).id()));
            Map<String, String> values = new LinkedHashMap<>();
            for (ColumnMapping.Column column : mapping.columns()) {
                String value = row.value(column.index());
                if (value.isEmpty() || column.index() == number) {
                    continue;
                }
                switch (column.meaning()) {
                    case CallColumns.NAME -> {
                        participants.add(Claim.Participant.stated(Part.USER, registered(value)));
                        values.put("registered", value);
                    }
                    case CallColumns.IMEI -> {
                        if (!Blank.isNoNumber(value)) {
                            participants.add(Claim.Participant.stated(
                                    Part.HANDSET,
                                    id(
                                            EntityKind.HANDSET,
                                            EquipmentNumbers.imei(value).orElse(value))));
                            asWritten(row, sheet, column.header(), value, values);
                        }
                    }
                    case CallColumns.IMSI -> {
                        if (!Blank.isNoNumber(value)) {
                            participants.add(Claim.Participant.stated(
                                    Part.SIM,
                                    id(
                                            EntityKind.SIM,
                                            EquipmentNumbers.imsi(value).orElse(value))));
                        }
                    }
                    default -> values.put(column.header(), value);
                }
            }
            claims.add(new Claim(
                    ClaimId.of(file.id(), sheet, row.number()),
                    ClaimType.PHONE,
                    participants,
                    values,
                    Period.UNKNOWN,
                    List.of(),
                    new Provenance(file.id(), sheet, row.number(), "", ""),
                    Grades.NONE));
        }

        /** Keeps a handset's number as it stands where another spelling of it is used, and points out a wrong one. */
        private void asWritten(Row row, String sheet, String header, String imei, Map<String, String> values) {
            EquipmentNumbers.Spelling spelling = EquipmentNumbers.spelling(imei);
            if (spelling != EquipmentNumbers.Spelling.EXACT) {
                values.put(header, imei);
            }
            if (spelling == EquipmentNumbers.Spelling.CONTRADICTORY) {
                reading.notice(new ImportIssue(
                        Severity.WARNING,
                        sheet,
                        row.number(),
                        header,
                        imei,
                        EquipmentNumbers.imei(imei).orElse(""),
                        "The last digit of handset " + imei
                                + " contradicts the others, so that one may be mistyped; it is"
                                + " kept as a handset of its own."));
            }
        }

        private EntityId id(EntityKind kind, String key) {
            return entities.get(entities.index(kind, key)).id();
        }

        /** A person known by the name on the contract only. */
        private EntityId registered(String name) {
            String folded = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            Entity person = new Entity(
                    EntityId.of(EntityKind.PERSON, "name " + folded),
                    EntityKind.PERSON,
                    name,
                    Entity.Standing.NAME_ONLY);
            entities.index(person);
            return person.id();
        }

        private void antenna(Row row, String sheet, AntennaRows antennas) {
            String key = antennas.key(row);
            EntityId id = entities.get(cell(key)).id();
            Map<String, String> values = antennas.said(row);
            String position = antennas.position(row).orElse("");
            String before = positions.putIfAbsent(key, position);
            if (before != null && !before.equals(position) && !position.isEmpty()) {
                reading.notice(new ImportIssue(
                        Severity.WARNING,
                        sheet,
                        row.number(),
                        "",
                        position,
                        before,
                        "Antenna " + key + " stands here at " + position + " and earlier at " + before
                                + "; both are kept."));
            }
            claims.add(new Claim(
                    ClaimId.of(file.id(), sheet, row.number()),
                    ClaimType.CELL_SITE,
                    List.of(Claim.Participant.stated(Part.SUBJECT, id)),
                    values,
                    Period.UNKNOWN,
                    List.of(),
                    new Provenance(file.id(), sheet, row.number(), "", ""),
                    Grades.NONE));
        }
    }
}
