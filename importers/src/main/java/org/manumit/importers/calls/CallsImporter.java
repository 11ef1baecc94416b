package org.manumit.importers.calls;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
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
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowFingerprints;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableKind;
import org.manumit.importers.tabular.TableNotes;
import org.manumit.importers.tabular.TabularFile;
import org.manumit.importers.tabular.value.DecimalReading;
import org.manumit.importers.tabular.value.EquipmentNumbers;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.tabular.value.PhoneNumbers;

/**
 * Reads call records of any operator, from text files and workbooks: calls, messages and data sessions between two
 * columns of numbers, or one subscriber's records with a direction; and lists of antennas with their positions.
 * Numbers are normalised where that is sure; nothing else about a row is dropped: columns without a known meaning stay
 * with the record.
 */
public final class CallsImporter implements SourceImporter {

    private static final ColumnVocabulary VOCABULARY = ColumnVocabulary.of(CallsImporter.class, "columns.txt");
    private static final TableKind TABLES = new TableKind("calls", VOCABULARY, new HeaderlessCalls());

    private enum Content {
        RECORDS,
        ANTENNAS
    }

    private record Recognised(MappedTable mapped, Content content, Optional<CallRows.View> view) {}

    /** An importer of call records. */
    public CallsImporter() {}

    @Override
    public String kind() {
        return "calls";
    }

    /** The column mappings chosen for a file's tables, to be corrected and saved under a name. */
    public List<ColumnMapping> mappings(SourceFile file, ImportOptions options) {
        try {
            return TABLES.map(TabularFile.inspect(file.path()), wishes(options)).stream()
                    .map(MappedTable::mapping)
                    .toList();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static TableKind.Wishes wishes(ImportOptions options) {
        return new TableKind.Wishes(options.profile(), options.profiles(), options.columns());
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        try {
            Optional<TabularFile> tabular = TabularFile.inspectIfTable(file.path());
            if (tabular.isEmpty()) {
                return Optional.empty();
            }
            return recognised(TABLES.map(tabular.get(), wishes(options))).stream()
                    .map(CallsImporter::detection)
                    .max(Comparator.comparingDouble(Detection::confidence));
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static Detection detection(Recognised table) {
        ColumnMapping mapping = table.mapped.mapping();
        double confidence =
                switch (table.content) {
                    case ANTENNAS -> 0.8;
                    case RECORDS -> {
                        boolean header = table.mapped.table().layout().header().isPresent();
                        double sure = header ? 0.6 : 0.5;
                        for (String key : List.of(
                                CallColumns.DURATION,
                                CallColumns.KIND,
                                CallColumns.DIRECTION,
                                CallColumns.CELL,
                                CallColumns.IMEI,
                                CallColumns.IMSI)) {
                            sure += mapping.has(key) ? 0.1 : 0;
                        }
                        yield Math.min(Math.round(sure * 100) / 100.0, 0.95);
                    }
                };
        return new Detection("calls", confidence, layout(table));
    }

    private static List<Recognised> recognised(List<MappedTable> tables) {
        List<Recognised> recognised = new ArrayList<>();
        for (MappedTable table : tables) {
            Optional<CallRows.View> view = CallRows.viewOf(table.mapping(), table.table());
            if (view.isPresent()) {
                recognised.add(new Recognised(table, Content.RECORDS, view));
            } else if (table.mapping().has(CallColumns.CELL)
                    && table.mapping().has(CallColumns.LATITUDE)
                    && table.mapping().has(CallColumns.LONGITUDE)) {
                recognised.add(new Recognised(table, Content.ANTENNAS, Optional.empty()));
            }
        }
        return recognised;
    }

    private static String layout(Recognised table) {
        String columns = table.mapped.mapping().columns().stream()
                .filter(ColumnMapping.Column::isMapped)
                .map(c -> c.meaning() + " '" + c.header() + "'")
                .collect(Collectors.joining(", "));
        String what =
                switch (table.content) {
                    case ANTENNAS -> "antennas and their positions";
                    case RECORDS ->
                        switch (table.view.orElseThrow()) {
                            case PARTIES -> "call records, caller and called";
                            case SUBSCRIBER -> "call records of one subscriber, with direction";
                            case SESSIONS -> "data sessions";
                        };
                };
        String name = table.mapped.mapping().name();
        return (name.isEmpty() ? "" : name + ": ") + what + ": " + columns;
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        try {
            List<MappedTable> tables = TABLES.map(TabularFile.inspect(file.path()), wishes(options));
            List<Recognised> recognised = recognised(tables);
            MappedTable shown = recognised.isEmpty()
                    ? tables.stream().findFirst().orElseThrow(() -> noTable(file))
                    : recognised.getFirst().mapped;
            List<Preview.Column> columns = shown.mapping().columns().stream()
                    .map(c -> new Preview.Column(c.header(), c.meaning(), c.reason()))
                    .toList();
            List<Row> sample = shown.table().sample().stream().limit(rows).toList();
            List<String> becomes = new ArrayList<>();
            List<ImportIssue> issues = new ArrayList<>();
            Detection detection = new Detection("calls", 0, "no columns of call records recognised");
            if (recognised.isEmpty()) {
                sample.forEach(row -> becomes.add("not read: say which columns hold the numbers and the time"));
            } else {
                detection = detection(recognised.getFirst());
                describe(recognised.getFirst(), file, options, sample, becomes, issues);
            }
            List<List<String>> texts = sample.stream().map(Row::texts).toList();
            return new Preview(detection, columns, texts, becomes, issues);
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static void describe(
            Recognised table,
            SourceFile file,
            ImportOptions options,
            List<Row> sample,
            List<String> becomes,
            List<ImportIssue> issues)
            throws IOException {
        switch (table.content) {
            case ANTENNAS ->
                sample.forEach(row -> becomes.add("position of antenna "
                        + row.value(
                                table.mapped.mapping().indexOf(CallColumns.CELL).orElseThrow())));
            case RECORDS -> {
                ZoneId zone = options.zone().orElse(ZoneOffset.UTC);
                CallRows rows = CallRows.of(
                        table.mapped,
                        table.view.orElseThrow(),
                        file.fileName(),
                        zone,
                        numbers(options),
                        VOCABULARY,
                        Cancellation.NEVER);
                for (Row row : sample) {
                    becomes.add(words(rows.read(row), zone));
                }
                issues.addAll(rows.issues());
            }
        }
    }

    private static String words(CallRows.Outcome outcome, ZoneId zone) {
        return switch (outcome) {
            case CallRows.Outcome.Rejected rejected -> "rejected: " + rejected.message();
            case CallRows.Outcome.Accepted record -> {
                String what =
                        switch (record.kind()) {
                            case CALL -> "call";
                            case MESSAGE -> "message";
                            case DATA -> "data session";
                            case OTHER -> "record";
                        };
                yield what + " from " + named(record.from())
                        + (record.kind() == CallTable.Kind.DATA && record.to().isEmpty()
                                ? ""
                                : " to " + named(record.to()))
                        + (record.start() == CallTable.NO_TIME
                                ? ", time not given"
                                : ", "
                                        + Instant.ofEpochSecond(record.start())
                                                .atZone(zone)
                                                .toLocalDateTime())
                        + (record.duration() < 0 ? "" : ", " + record.duration() + " s");
            }
        };
    }

    private static String named(String party) {
        return party.isEmpty() ? "a number not shown" : party;
    }

    private static PhoneNumbers numbers(ImportOptions options) {
        try {
            return new PhoneNumbers(options.country());
        } catch (IllegalArgumentException e) {
            throw new ImportException(String.valueOf(e.getMessage()), e);
        }
    }

    private static ImportException noTable(SourceFile file) {
        return new ImportException(file.path() + ": there is no row in it. Check that the export was completed.");
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        try {
            List<MappedTable> tables = TABLES.map(TabularFile.inspect(file.path()), wishes(options));
            List<Recognised> recognised = recognised(tables);
            if (tables.isEmpty()) {
                throw noTable(file);
            }
            if (recognised.isEmpty()) {
                throw new ImportException(file.path()
                        + ": no call records recognised: two columns of numbers and one of times are needed. Its columns are "
                        + tables.getFirst().mapping().columns().stream()
                                .map(ColumnMapping.Column::header)
                                .limit(30)
                                .collect(Collectors.joining(", "))
                        + "; say which is the caller, the called and the start, or import it as another kind.");
            }
            return new Reading(file, options, progress, cancellation).read(tables, recognised);
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    /** One import. */
    private static final class Reading {
        private final SourceFile file;
        private final ImportOptions options;
        private final Progress progress;
        private final Cancellation cancellation;
        private final ZoneId zone;
        private final PhoneNumbers numbers;
        private final EntityRegister entities = new EntityRegister();
        private final Map<String, Integer> phones = new HashMap<>();
        private final Map<String, Integer> cells = new HashMap<>();
        private final Map<String, Integer> handsets = new HashMap<>();
        private final Map<String, Integer> sims = new HashMap<>();
        private final CallTable.Builder calls = new CallTable.Builder();
        private final List<Claim> claims = new ArrayList<>();
        private final List<ImportIssue> issues = new ArrayList<>();
        private final Map<String, String> positions = new HashMap<>();
        private long read;
        private long rejected;
        private long duplicate;
        private long normalised;
        private boolean sawLocalTime;

        Reading(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
            this.file = file;
            this.options = options;
            this.progress = progress;
            this.cancellation = cancellation;
            this.zone = options.zone().orElse(ZoneOffset.UTC);
            this.numbers = numbers(options);
        }

        ImportDraft read(List<MappedTable> tables, List<Recognised> recognised) throws IOException {
            for (MappedTable table : tables) {
                if (recognised.stream().noneMatch(r -> r.mapped.equals(table))) {
                    issues.add(TableNotes.notRecognised(table.table(), "call records"));
                }
            }
            for (Recognised table : recognised) {
                issues.addAll(TableNotes.above(table.mapped.table()));
                switch (table.content) {
                    case RECORDS -> records(table);
                    case ANTENNAS -> antennas(table.mapped);
                }
            }
            if (sawLocalTime && options.zone().isEmpty()) {
                issues.add(note("Times carry no zone and are taken as UTC; give the operator's zone to correct that."));
            }
            if (options.country().isEmpty() && !phones.isEmpty() && normalised == 0) {
                issues.add(note("No number is in international form and no country is given, so numbers are kept as"
                        + " written; give the country to normalise them."));
            }
            progress.report(read, read, "rows read");
            return new ImportDraft(
                    file,
                    "calls",
                    recognised.stream().map(CallsImporter::layout).collect(Collectors.joining(" | ")),
                    options.zone().map(ZoneId::getId).orElse(sawLocalTime ? "UTC" : ""),
                    options.country().orElse(""),
                    read,
                    read - rejected - duplicate,
                    rejected,
                    duplicate,
                    entities.toList(),
                    claims,
                    calls.build(),
                    TransferTable.EMPTY,
                    issues,
                    Grades.NONE);
        }

        private static ImportIssue note(String message) {
            return new ImportIssue(Severity.NOTE, "", 0, "", "", "", message);
        }

        private void records(Recognised recognised) throws IOException {
            MappedTable mapped = recognised.mapped;
            CallRows reader = CallRows.of(
                    mapped, recognised.view.orElseThrow(), file.fileName(), zone, numbers, VOCABULARY, cancellation);
            int record = mapped.mapping().indexOf(CallColumns.RECORD).orElse(-1);
            RowFingerprints fingerprints = new RowFingerprints();
            RowRemarks remarks = new RowRemarks();
            List<ImportIssue> rejections = new ArrayList<>();
            String sheet = mapped.table().sheetName();
            try (Table.Rows rows = mapped.table().open()) {
                while (rows.advance()) {
                    Row row = rows.row();
                    read++;
                    if ((read & 0x3FFF) == 0) {
                        cancellation.check();
                        progress.report(read, -1, "rows read");
                    }
                    boolean repeated = fingerprints.seen(row);
                    switch (reader.read(row)) {
                        case CallRows.Outcome.Rejected(
                                String column,
                                String found,
                                String expected,
                                String message) -> {
                            rejected++;
                            rejections.add(new ImportIssue(
                                    Severity.REJECTED, sheet, row.number(), column, found, expected, message));
                        }
                        case CallRows.Outcome.Accepted accepted -> {
                            if (repeated && record >= 0 && !row.isBlank(record)) {
                                duplicate++;
                                remarks.add(
                                        Severity.NOTE,
                                        row,
                                        "",
                                        row.value(record),
                                        "Rows that repeat another one with the same record number, counted as duplicates");
                            } else {
                                if (repeated) {
                                    remarks.add(
                                            Severity.WARNING,
                                            row,
                                            "",
                                            "",
                                            "Rows equal to an earlier one in every cell, kept");
                                }
                                add(accepted, sheet, row);
                            }
                        }
                    }
                }
                issues.addAll(reader.issues());
                issues.addAll(remarks.issues());
                issues.addAll(rejections);
                issues.addAll(TableNotes.among(rows, mapped.table()));
            }
            sawLocalTime |= reader.sawLocalTime();
        }

        private void add(CallRows.Outcome.Accepted record, String sheet, Row row) {
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
                calls.equipment(
                        call,
                        which,
                        handsets.computeIfAbsent(
                                imei,
                                key -> entities.index(
                                        EntityKind.HANDSET,
                                        EquipmentNumbers.imei(key).orElse(key))));
            }
        }

        private void sim(int call, CallTable.Equipment which, String imsi) {
            if (!imsi.isEmpty()) {
                calls.equipment(
                        call,
                        which,
                        sims.computeIfAbsent(
                                imsi,
                                key -> entities.index(
                                        EntityKind.SIM,
                                        EquipmentNumbers.imsi(key).orElse(key))));
            }
        }

        private void antennas(MappedTable mapped) throws IOException {
            ColumnMapping mapping = mapped.mapping();
            int cell = mapping.indexOf(CallColumns.CELL).orElseThrow();
            int area = mapping.indexOf(CallColumns.AREA).orElse(-1);
            int latitude = mapping.indexOf(CallColumns.LATITUDE).orElseThrow();
            int longitude = mapping.indexOf(CallColumns.LONGITUDE).orElseThrow();
            String sheet = mapped.table().sheetName();
            issues.addAll(mapped.issues());
            try (Table.Rows rows = mapped.table().open()) {
                while (rows.advance()) {
                    Row row = rows.row();
                    read++;
                    Optional<String> fault = positionFault(row, cell, latitude, longitude);
                    if (fault.isPresent()) {
                        rejected++;
                        issues.add(new ImportIssue(
                                Severity.REJECTED,
                                sheet,
                                row.number(),
                                "",
                                String.join(", ", row.texts()),
                                "an antenna's id, latitude and longitude",
                                fault.get()));
                        continue;
                    }
                    String key =
                            area >= 0 && !row.isBlank(area) ? row.value(area) + "-" + row.value(cell) : row.value(cell);
                    antenna(row, sheet, key, mapping);
                }
                issues.addAll(TableNotes.among(rows, mapped.table()));
            }
        }

        private static Optional<String> positionFault(Row row, int cell, int latitude, int longitude) {
            if (row.isBlank(cell)) {
                return Optional.of("The antenna's id is empty.");
            }
            if (degrees(row, latitude, 90).isEmpty()) {
                return Optional.of(
                        "'" + row.value(latitude) + "' is no latitude: degrees from -90 to 90, such as 48.8566.");
            }
            if (degrees(row, longitude, 180).isEmpty()) {
                return Optional.of(
                        "'" + row.value(longitude) + "' is no longitude: degrees from -180 to 180, such as 2.3522.");
            }
            return Optional.empty();
        }

        static Optional<String> degrees(Row row, int column, int most) {
            String cell = row.value(column);
            Parsed<BigDecimal> parsed = DecimalReading.POINT.read(cell, row.kind(column));
            if (parsed instanceof Parsed.Malformed) {
                parsed = DecimalReading.COMMA.read(cell, row.kind(column));
            }
            return parsed instanceof Parsed.Value<BigDecimal>(BigDecimal value)
                            && value.abs().compareTo(BigDecimal.valueOf(most)) <= 0
                    ? Optional.of(value.toPlainString())
                    : Optional.empty();
        }

        private void antenna(Row row, String sheet, String key, ColumnMapping mapping) {
            int index = cell(key);
            EntityId id = entities.get(index).id();
            Map<String, String> values = new LinkedHashMap<>();
            for (ColumnMapping.Column column : mapping.columns()) {
                String value = row.value(column.index());
                if (value.isEmpty() || column.meaning().equals(CallColumns.CELL)) {
                    continue;
                }
                switch (column.meaning()) {
                    case CallColumns.LATITUDE ->
                        values.put("latitude", degrees(row, column.index(), 90).orElseThrow());
                    case CallColumns.LONGITUDE ->
                        values.put(
                                "longitude", degrees(row, column.index(), 180).orElseThrow());
                    default -> values.put(column.header(), value);
                }
            }
            String position = values.get("latitude") + ", " + values.get("longitude");
            String before = positions.putIfAbsent(key, position);
            if (before != null && !before.equals(position)) {
                issues.add(new ImportIssue(
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
