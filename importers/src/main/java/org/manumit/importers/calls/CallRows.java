package org.manumit.importers.calls;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.CallTable;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.job.Cancellation;
import org.manumit.importers.calls.CallWords.Direction;
import org.manumit.importers.tabular.ClockChange;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.HeaderText;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.RecordRows;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowOutcome;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.value.DateOrder;
import org.manumit.importers.tabular.value.Degrees;
import org.manumit.importers.tabular.value.DurationReading;
import org.manumit.importers.tabular.value.Moment;
import org.manumit.importers.tabular.value.MomentReading;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;
import org.manumit.importers.tabular.value.ZoneWords;

/**
 * Turns the rows of one table of call records into records, one by one. Not thread-safe.
 */
final class CallRows implements RecordRows<CallEntry> {

    private static final Pattern NUMBER_IN_NAME =
            Pattern.compile("(?<![\\d.:/-])(?:\\+|\\(\\+?)?\\d(?:[ ()/-]{0,2}\\d){7,14}(?![\\d.:/-]*\\d)");
    private static final Optional<Direction> IN = Optional.of(Direction.IN);
    private static final Pattern DATES =
            Pattern.compile("\\d{1,4}[-./ ]\\d{1,2}[-./ ]\\d{2,4}|\\d{1,2}:\\d{2}(:\\d{2})?");

    /** From whom a row tells. */
    enum View {
        /** Caller and called stand in columns of their own. */
        PARTIES,
        /** One subscriber's records: direction and the other party. */
        SUBSCRIBER,
        /** What one subscriber called and wrote to, as a bill lists it. */
        BILL,
        /** One subscriber's sessions, with nobody at the other end. */
        SESSIONS
    }

    /** Where the columns stand; -1 for a meaning that no column has. */
    private record Places(
            int from,
            int to,
            int direction,
            int kind,
            int start,
            int date,
            int time,
            int end,
            int duration,
            int cell,
            int otherCell,
            int area,
            int imei,
            int otherImei,
            int imsi,
            int otherImsi,
            int latitude,
            int longitude,
            int endTime,
            int offset,
            int own) {}

    private final Table table;
    private final ColumnMapping mapping;
    private final View view;
    private final Places at;
    private final String subscriber;
    private final ZoneId zone;
    private final PhoneNumbers numbers;
    private final ColumnReadings readings;
    private final CallCodes codes;
    private final RowRemarks remarks = new RowRemarks();
    private final List<ImportIssue> issues = new ArrayList<>();
    private final List<Integer> extras = new ArrayList<>();
    private final Map<String, String> interned = new HashMap<>();
    private final Optional<ZoneOffset> startZone;
    private final Optional<ZoneOffset> dateZone;
    private final Optional<ZoneOffset> endZone;
    private final boolean knowsKinds;
    private final CallTable.Kind ofAll;
    private final boolean served;
    private final String owner;
    private boolean sawLocalTime;

    private CallRows(
            MappedTable mapped,
            View view,
            Places at,
            String subscriber,
            ZoneId zone,
            PhoneNumbers numbers,
            ColumnReadings readings,
            ColumnVocabulary vocabulary) {
        this.table = mapped.table();
        this.mapping = mapped.mapping();
        this.view = view;
        this.at = at;
        this.subscriber = subscriber;
        this.zone = zone;
        this.numbers = numbers;
        this.readings = readings;
        this.codes = CallCodes.of(mapping, table);
        Set<Integer> used = used(at);
        for (ColumnMapping.Column column : mapping.columns()) {
            if (!used.contains(column.index())) {
                extras.add(column.index());
            }
        }
        this.startZone = at.start < 0 ? Optional.empty() : readings.zoneInHeader(CallColumns.START);
        this.dateZone = at.date < 0 ? Optional.empty() : readings.zoneInHeader(CallColumns.DATE);
        this.endZone = at.end < 0 ? Optional.empty() : readings.zoneInHeader(CallColumns.END);
        this.knowsKinds = knowsKinds();
        this.ofAll = kindOfAll();
        this.served = view == View.PARTIES && isOfServed(vocabulary);
        this.owner = served && at.own < 0 ? owner() : "";
        if (!owner.isEmpty()) {
            issues.add(issue(
                    Severity.NOTE,
                    table,
                    "All records are of " + owner + ", so handset, SIM and antenna are taken for those of " + owner
                            + ", also where it was called."));
        }
    }

    /** Whether one side's handset, SIM and antenna are given and no header says whose. */
    private boolean isOfServed(ColumnVocabulary vocabulary) {
        if (at.otherCell >= 0 || at.otherImei >= 0 || at.otherImsi >= 0) {
            return false;
        }
        boolean any = false;
        for (int column : new int[] {at.cell, at.imei, at.imsi, at.latitude}) {
            any |= column >= 0;
            if (column >= 0 && vocabulary.speaksOf(header(mapping, column), "a")) {
                return false;
            }
        }
        return any;
    }

    /** The number that has a part in all records, as caller and as called; empty when there is none. */
    private String owner() {
        Set<String> candidates = new HashSet<>();
        int rows = 0;
        int called = 0;
        for (Row row : table.sample()) {
            Set<String> parties = new HashSet<>(List.of(
                    numbers.read(row.value(at.from)).value(),
                    numbers.read(row.value(at.to)).value()));
            if (rows++ == 0) {
                candidates.addAll(parties);
            } else if (row.filled() * 2 > mapping.columns().size()) {
                candidates.retainAll(parties);
            }
        }
        candidates.remove("");
        if (rows < 4 || candidates.size() != 1) {
            return "";
        }
        String only = candidates.iterator().next();
        for (Row row : table.sample()) {
            called += numbers.read(row.value(at.to)).value().equals(only) ? 1 : 0;
        }
        return called > 0 ? only : "";
    }

    /** What the rows are where none says: messages on a sheet that is called so, otherwise calls. */
    private CallTable.Kind kindOfAll() {
        Optional<CallTable.Kind> named = CallWords.kind(table.sheetName());
        boolean messages = at.kind < 0
                && at.duration < 0
                && at.end < 0
                && at.endTime < 0
                && named.equals(Optional.of(CallTable.Kind.MESSAGE));
        if (messages) {
            issues.add(issue(
                    Severity.NOTE,
                    table,
                    "No column says what passed; the records are taken for messages, as the sheet is called '"
                            + table.sheetName() + "'."));
        }
        return messages ? CallTable.Kind.MESSAGE : CallTable.Kind.CALL;
    }

    private static Set<Integer> used(Places at) {
        Set<Integer> used = new HashSet<>();
        used.addAll(List.of(
                at.from, at.to, at.direction, at.kind, at.start, at.date, at.time, at.end, at.duration, at.cell));
        used.addAll(List.of(at.otherCell, at.imei, at.otherImei, at.imsi, at.otherImsi, at.latitude, at.longitude));
        used.addAll(List.of(at.endTime, at.offset));
        if (at.cell >= 0) {
            used.add(at.area);
        }
        return used;
    }

    /** Whether the columns are those of call records, and how the parties are named. */
    static Optional<View> viewOf(ColumnMapping mapping, Table table) {
        if (!mapping.has(CallColumns.START) && !mapping.has(CallColumns.DATE)) {
            return Optional.empty();
        }
        int parties = 0;
        for (String key : List.of(CallColumns.CALLER, CallColumns.CALLED, CallColumns.SUBSCRIBER, CallColumns.OTHER)) {
            parties += mapping.has(key) ? 1 : 0;
        }
        if (mapping.has(CallColumns.CALLER) && mapping.has(CallColumns.CALLED)) {
            return Optional.of(ownerFirst(mapping, table) ? View.SUBSCRIBER : View.PARTIES);
        }
        boolean directed = tellsDirection(mapping, table);
        // A direction that is not understood makes rows that are rejected, each saying so; never one that is guessed.
        boolean asked = mapping.has(CallColumns.DIRECTION)
                && mapping.has(CallColumns.OTHER)
                && !mapping.has(CallColumns.CALLER)
                && !mapping.has(CallColumns.CALLED);
        if (parties >= 1 && (directed || asked)) {
            return Optional.of(View.SUBSCRIBER);
        }
        if (parties >= 2) {
            return Optional.of(View.PARTIES);
        }
        boolean session = parties == 1
                && (mapping.has(CallColumns.IMSI) || mapping.has(CallColumns.IMEI) || mapping.has(CallColumns.CELL))
                && mapping.has(CallColumns.SUBSCRIBER);
        if (session && tellsClock(mapping, table)) {
            return Optional.of(View.SESSIONS);
        }
        boolean bill = parties == 1
                && mapping.has(CallColumns.CALLED)
                && mapping.has(CallColumns.DURATION)
                && !mapping.has(CallColumns.DIRECTION);
        return bill ? Optional.of(View.BILL) : Optional.empty();
    }

    /** Whether records begin at a time of day, as sessions do; the day a contract began has none. */
    private static boolean tellsClock(ColumnMapping mapping, Table table) {
        if (mapping.has(CallColumns.NAME) && !mapping.has(CallColumns.CELL) && !mapping.has(CallColumns.DURATION)) {
            return false;
        }
        int kind = mapping.indexOf(CallColumns.KIND).orElse(-1);
        long others = table.sample().stream()
                .filter(row -> kind >= 0)
                .map(row -> CallWords.kind(row.value(kind)))
                .filter(k -> k.isPresent() && k.get() != CallTable.Kind.DATA)
                .count();
        if (others * 2 > table.sample().size()) {
            // Calls and messages have another end, even where no column is known to name it.
            return false;
        }
        int start = mapping.indexOf(CallColumns.START).orElse(-1);
        if (mapping.has(CallColumns.TIME) || start < 0) {
            return mapping.has(CallColumns.TIME);
        }
        boolean told =
                mapping.has(CallColumns.CELL) || mapping.has(CallColumns.DURATION) || mapping.has(CallColumns.END);
        boolean seen = HeaderText.plain(mapping.columns().get(start).header()).contains("seen");
        return told
                && !seen
                && table.sample().stream().anyMatch(row -> row.value(start).length() > 10);
    }

    /** Whether most rows say which way the record went, in the direction column or in the kind column. */
    private static boolean tellsDirection(ColumnMapping mapping, Table table) {
        CallCodes codes = CallCodes.of(mapping, table);
        int direction = mapping.indexOf(CallColumns.DIRECTION).orElse(-1);
        int kind = mapping.indexOf(CallColumns.KIND).orElse(-1);
        int told = 0;
        int filled = 0;
        for (Row row : table.sample()) {
            String cell = direction >= 0 ? row.value(direction) : kind >= 0 ? row.value(kind) : "";
            if (!cell.isEmpty()) {
                filled++;
                told += codes.direction(cell).isPresent() ? 1 : 0;
            }
        }
        return direction >= 0 ? told > 0 : told * 2 > filled;
    }

    /**
     * Whether the column taken for the caller is the subscriber whose list this is, whichever way each record went:
     * then in incoming records, too, the subscriber stands there.
     */
    private static boolean ownerFirst(ColumnMapping mapping, Table table) {
        if (!tellsDirection(mapping, table)) {
            return false;
        }
        CallCodes codes = CallCodes.of(mapping, table);
        int direction = mapping.indexOf(CallColumns.DIRECTION)
                .orElse(mapping.indexOf(CallColumns.KIND).orElse(-1));
        int caller = mapping.indexOf(CallColumns.CALLER).orElseThrow();
        int called = mapping.indexOf(CallColumns.CALLED).orElseThrow();
        Map<String, Integer> occurrences = new HashMap<>();
        for (Row row : table.sample()) {
            occurrences.merge(row.value(caller), 1, Integer::sum);
            occurrences.merge(row.value(called), 1, Integer::sum);
        }
        String owner = occurrences.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        int incoming = 0;
        int ownerAsCaller = 0;
        for (Row row : table.sample()) {
            if (codes.direction(row.value(direction)).equals(Optional.of(Direction.IN))) {
                incoming++;
                ownerAsCaller +=
                        row.value(caller).equals(owner) && !row.value(called).equals(owner) ? 1 : 0;
            }
        }
        return incoming > 0 && ownerAsCaller * 10 >= incoming * 9;
    }

    static CallRows of(
            MappedTable mapped,
            View view,
            String fileName,
            ZoneId zone,
            PhoneNumbers numbers,
            ColumnVocabulary vocabulary,
            Cancellation cancellation)
            throws IOException {
        ColumnMapping mapping = mapped.mapping();
        int caller = mapping.indexOf(CallColumns.CALLER).orElse(-1);
        int called = mapping.indexOf(CallColumns.CALLED).orElse(-1);
        int own = mapping.indexOf(CallColumns.SUBSCRIBER).orElse(-1);
        int other = mapping.indexOf(CallColumns.OTHER).orElse(-1);
        List<ImportIssue> issues = new ArrayList<>(mapped.issues());
        int from;
        int to;
        String subscriber = "";
        switch (view) {
            case PARTIES -> {
                from = caller >= 0 ? caller : own >= 0 && called >= 0 ? own : own >= 0 && other >= 0 ? own : other;
                to = called >= 0 ? called : caller >= 0 && own >= 0 ? own : other;
                if (caller < 0 || called < 0) {
                    issues.add(issue(
                            Severity.WARNING,
                            mapped.table(),
                            "No column says who called whom: '" + header(mapping, from)
                                    + "' is taken for the caller of '" + header(mapping, to) + "' in every row."));
                }
            }
            case SUBSCRIBER -> {
                if (caller >= 0 && called >= 0) {
                    from = caller;
                    to = called;
                    issues.add(issue(
                            Severity.NOTE,
                            mapped.table(),
                            "'" + header(mapping, from)
                                    + "' holds the subscriber of the list in incoming records too; the direction says who"
                                    + " called."));
                } else if (own >= 0 && (other >= 0 || caller >= 0 || called >= 0)) {
                    from = own;
                    to = other >= 0 ? other : called >= 0 ? called : caller;
                } else {
                    from = -1;
                    to = other >= 0 ? other : own >= 0 ? own : called >= 0 ? called : caller;
                    subscriber = subscriberOf(mapped.table(), vocabulary, fileName, issues);
                }
            }
            case BILL -> {
                from = -1;
                to = called;
                subscriber = subscriberOf(mapped.table(), vocabulary, fileName, issues);
                issues.add(issue(
                        Severity.WARNING,
                        mapped.table(),
                        "No column names a caller or a direction: every row is taken for one that " + subscriber
                                + " called, as on a bill."));
            }
            case SESSIONS -> {
                from = own;
                to = -1;
            }
            default -> throw new IllegalStateException("no such view: " + view);
        }
        Places at = new Places(
                from,
                to,
                index(mapping, CallColumns.DIRECTION),
                index(mapping, CallColumns.KIND),
                index(mapping, CallColumns.START),
                index(mapping, CallColumns.DATE),
                index(mapping, CallColumns.TIME),
                index(mapping, CallColumns.END),
                index(mapping, CallColumns.DURATION),
                index(mapping, CallColumns.CELL),
                index(mapping, CallColumns.OTHER_CELL),
                index(mapping, CallColumns.AREA),
                index(mapping, CallColumns.IMEI),
                index(mapping, CallColumns.OTHER_IMEI),
                index(mapping, CallColumns.IMSI),
                index(mapping, CallColumns.OTHER_IMSI),
                index(mapping, CallColumns.LATITUDE),
                index(mapping, CallColumns.LONGITUDE),
                index(mapping, CallColumns.END_TIME),
                index(mapping, CallColumns.OFFSET),
                own == from || own == to ? -1 : own);
        PhoneNumbers spelled = spelled(mapped.table(), numbers, from, to, issues);
        ColumnReadings readings = ColumnReadings.learn(mapped.table(), mapping, vocabulary, cancellation);
        issues.addAll(readings.issues());
        CallRows rows = new CallRows(mapped, view, at, subscriber, zone, spelled, readings, vocabulary);
        rows.issues.addAll(issues);
        return rows;
    }

    /** Numbers that all begin with a country's code, though no plus says so, are international, foreign ones too. */
    private static PhoneNumbers spelled(Table table, PhoneNumbers numbers, int from, int to, List<ImportIssue> issues) {
        List<String> cells = new ArrayList<>();
        for (Row row : table.sample()) {
            cells.add(from < 0 ? "" : row.value(from));
            cells.add(to < 0 ? "" : row.value(to));
        }
        Optional<String> why = numbers.bareAreInternational(cells);
        why.ifPresent(reason -> issues.add(issue(Severity.NOTE, table, reason)));
        return why.isPresent() ? numbers.withBareInternational() : numbers;
    }

    private static int index(ColumnMapping mapping, String key) {
        return mapping.indexOf(key).orElse(-1);
    }

    private static String header(ColumnMapping mapping, int column) {
        return column < 0 ? "" : mapping.columns().get(column).header();
    }

    private static ImportIssue issue(Severity severity, Table table, String message) {
        return new ImportIssue(severity, table.sheetName(), 0, "", "", "", message);
    }

    /** Whose records these are: from a line above the table, the sheet's name, or else the file's. */
    private static String subscriberOf(
            Table table, ColumnVocabulary vocabulary, String fileName, List<ImportIssue> issues) {
        Set<String> above = new LinkedHashSet<>();
        for (Row row : table.layout().preamble()) {
            String line = DATES.matcher(String.join(" ", row.texts())).replaceAll(" ");
            Matcher number = NUMBER_IN_NAME.matcher(line);
            if (!number.find()) {
                continue;
            }
            if (vocabulary.names(line.substring(0, number.start()), CallColumns.SUBSCRIBER)) {
                return subscriber(table, issues, number.group(), "from row " + row.number() + " above the table");
            }
            above.add(number.group());
        }
        if (above.size() == 1) {
            return subscriber(
                    table, issues, above.iterator().next(), "as the only number in the lines above the table");
        }
        Matcher onSheet = NUMBER_IN_NAME.matcher(table.sheetName());
        if (onSheet.find()) {
            return subscriber(table, issues, onSheet.group(), "from the sheet's name");
        }
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        Matcher number = NUMBER_IN_NAME.matcher(stem);
        boolean found = number.find();
        String subscriber = found ? number.group() : stem;
        issues.add(issue(
                found ? Severity.NOTE : Severity.WARNING,
                table,
                "No column names the subscriber whose records these are; '" + subscriber
                        + "' is taken from the file's name."));
        return subscriber;
    }

    private static String subscriber(Table table, List<ImportIssue> issues, String number, String from) {
        issues.add(issue(Severity.NOTE, table, "The subscriber " + number + " is taken " + from + "."));
        return number;
    }

    private boolean knowsKinds() {
        if (at.kind < 0) {
            return true;
        }
        int known = 0;
        int filled = 0;
        for (Row row : table.sample()) {
            String cell = row.value(at.kind);
            if (!cell.isEmpty()) {
                filled++;
                known += codes.kind(cell).isPresent() ? 1 : 0;
            }
        }
        return known * 2 > filled;
    }

    @Override
    public String words(CallEntry entry) {
        return entry.words(zone);
    }

    @Override
    public List<ImportIssue> issues() {
        List<ImportIssue> all = new ArrayList<>(issues);
        all.addAll(remarks.issues());
        return all;
    }

    @Override
    public boolean sawLocalTime() {
        return sawLocalTime;
    }

    @Override
    public RowOutcome<CallEntry> read(Row row) {
        CallTable.Kind kind = ofAll;
        String kindCell = at.kind < 0 ? "" : row.value(at.kind);
        boolean kindUnknown = false;
        if (!kindCell.isEmpty()) {
            Optional<CallTable.Kind> known = codes.kind(kindCell);
            if (known.isPresent()) {
                kind = known.get();
            } else if (codes.direction(kindCell).isPresent()) {
                kind = CallTable.Kind.CALL;
            } else if (knowsKinds) {
                return rejected(at.kind, kindCell, "a call, a message or a data session");
            } else {
                kindUnknown = true;
            }
        } else if (view == View.SESSIONS) {
            kind = CallTable.Kind.DATA;
        }
        Direction direction = Direction.OUT;
        if (view == View.SUBSCRIBER) {
            String cell = at.direction < 0 ? kindCell : row.value(at.direction);
            Optional<Direction> known = codes.direction(cell).or(() -> codes.direction(kindCell));
            if (known.isEmpty() && kind != CallTable.Kind.DATA) {
                return rejected(at.direction < 0 ? at.kind : at.direction, cell, "in or out");
            }
            // A data session is opened by the handset.
            direction = known.orElse(Direction.OUT);
        }
        long start;
        switch (start(row)) {
            case Parsed.Value<Long>(Long second) -> start = second;
            case Parsed.Absent<Long> absent -> {
                start = CallTable.NO_TIME;
                remarks.add(
                        Severity.WARNING,
                        row,
                        header(mapping, at.start >= 0 ? at.start : at.date),
                        "",
                        "Records without a time, kept");
            }
            case Parsed.Malformed<Long>(String found, String expected) -> {
                return rejected(at.start >= 0 ? at.start : at.date, found, expected);
            }
        }
        int duration = CallTable.NO_DURATION;
        if (at.duration >= 0) {
            DurationReading reading = readings.duration(CallColumns.DURATION);
            switch (reading.read(row.value(at.duration), row.kind(at.duration))) {
                case Parsed.Value<Duration>(Duration length) -> duration = (int) ((length.toMillis() + 500) / 1000);
                case Parsed.Absent<Duration> absent -> {}
                case Parsed.Malformed<Duration>(String found, String expected) -> {
                    return rejected(at.duration, found, expected);
                }
            }
        }
        if (duration < 0 && start != CallTable.NO_TIME && (at.end >= 0 || at.endTime >= 0)) {
            duration = untilEnd(row, start);
        }
        if (kind == CallTable.Kind.MESSAGE && duration == 0) {
            duration = CallTable.NO_DURATION;
        }
        if (kindUnknown) {
            kind = duration > 0 ? CallTable.Kind.CALL : CallTable.Kind.OTHER;
            remarks.add(
                    Severity.WARNING,
                    row,
                    header(mapping, at.kind),
                    kindCell,
                    "Words for the kind of record are not known; with a duration they count as calls, otherwise as other");
        }
        return parties(row, kind, direction, start, duration, kindUnknown);
    }

    /**
     * Whether the handset, SIM and antenna of the row are those of the party called: of a list of caller and called they
     * are the served subscriber's, who is the one whose list it is, or else whom the record of a terminated call is of.
     */
    private boolean isServedAtTo(Row row, String kindCell, String from, String to, CallTable.Kind kind) {
        if (kind == CallTable.Kind.DATA) {
            return false;
        }
        if (at.own >= 0) {
            String own = numbers.read(row.value(at.own)).value();
            return own.equals(to) && !own.equals(from);
        }
        if (!owner.isEmpty()) {
            return owner.equals(to) && !owner.equals(from);
        }
        return codes.direction(at.direction < 0 ? kindCell : row.value(at.direction))
                .equals(IN);
    }

    private RowOutcome<CallEntry> parties(
            Row row, CallTable.Kind kind, Direction direction, long start, int duration, boolean kindUnknown) {
        String kindCell = at.kind < 0 ? "" : row.value(at.kind);
        String unknownKind = kindUnknown ? kindCell : "";
        String extra = extra(row, unknownKind);
        if (start == CallTable.NO_TIME && at.time >= 0 && !row.isBlank(at.time)) {
            extra = joined(extra, header(mapping, at.time) + "=" + row.value(at.time));
        }
        String fromCell = at.from < 0 ? subscriber : row.value(at.from);
        String toCell = at.to < 0 ? "" : row.value(at.to);
        boolean needsBoth = kind != CallTable.Kind.DATA && view != View.SESSIONS;
        if (fromCell.isEmpty()) {
            return rejected(at.from, fromCell, "a number");
        }
        if (toCell.isEmpty() && needsBoth) {
            return rejected(at.to, toCell, "the number at the other end");
        }
        String from = party(row, at.from, fromCell);
        String to = toCell.isEmpty() || isAccessPoint(kind, toCell) ? "" : party(row, at.to, toCell);
        if (from.isEmpty()) {
            extra = joined(extra, header(mapping, at.from) + "=" + fromCell);
        }
        if (to.isEmpty() && !toCell.isEmpty()) {
            extra = joined(extra, header(mapping, at.to) + "=" + toCell);
        }
        if (from.equals(to) && !from.isEmpty()) {
            remarks.add(Severity.NOTE, row, "", from, "Records with the same number at both ends, kept");
        }
        String position = position(row);
        String named = cell(row);
        String cell = named.isEmpty() ? position : named;
        String otherCell = value(row, at.otherCell);
        String imei = value(row, at.imei);
        String otherImei = value(row, at.otherImei);
        String imsi = value(row, at.imsi);
        String otherImsi = value(row, at.otherImsi);
        boolean turned = view == View.SUBSCRIBER && direction == Direction.IN;
        if (served && isServedAtTo(row, kindCell, from, to, kind)) {
            return new RowOutcome.Accepted<>(new CallEntry(
                    from, to, kind, start, duration, "", cell, "", imei, "", imsi, intern(extra), cell, position));
        }
        CallEntry entry = turned
                ? new CallEntry(
                        to,
                        from,
                        kind,
                        start,
                        duration,
                        otherCell,
                        cell,
                        otherImei,
                        imei,
                        otherImsi,
                        imsi,
                        intern(extra),
                        cell,
                        position)
                : new CallEntry(
                        from,
                        to,
                        kind,
                        start,
                        duration,
                        cell,
                        otherCell,
                        imei,
                        otherImei,
                        imsi,
                        otherImsi,
                        intern(extra),
                        cell,
                        position);
        return new RowOutcome.Accepted<>(entry);
    }

    /** What a data session leads to is no number unless it looks like one: "internet". */
    private boolean isAccessPoint(CallTable.Kind kind, String cell) {
        return kind == CallTable.Kind.DATA && numbers.read(cell).form() == PhoneReading.Form.NAME;
    }

    /** The number as an entity's key; empty when the source withholds or has lost it. */
    private String party(Row row, int column, String cell) {
        PhoneReading reading = numbers.read(cell);
        return switch (reading.form()) {
            case NORMALISED, SHORT_CODE, NAME, AS_WRITTEN -> reading.value();
            case WITHHELD -> "";
            case TRUNCATED -> {
                remarks.add(
                        Severity.WARNING,
                        row,
                        header(mapping, column),
                        cell,
                        "Numbers whose last digits a spreadsheet has lost, kept without a number; ask for the file again as"
                                + " text or XLSX");
                yield "";
            }
        };
    }

    private Parsed<Long> start(Row row) {
        String key = at.start >= 0 ? CallColumns.START : CallColumns.DATE;
        int column = at.start >= 0 ? at.start : at.date;
        MomentReading reading = readings.moment(key);
        Parsed<Moment> parsed = reading.read(row.value(column), row.kind(column));
        if (!(parsed instanceof Parsed.Value<Moment>(Moment moment))) {
            return parsed instanceof Parsed.Malformed<Moment>(String found, String expected)
                    ? Parsed.malformed(found, expected)
                    : Parsed.absent();
        }
        if (moment.precision() == Moment.Precision.DAY && at.time >= 0) {
            switch (reading.readTime(row.value(at.time), row.kind(at.time))) {
                case Parsed.Value<LocalTime>(LocalTime time) ->
                    moment = new Moment(
                            LocalDateTime.of(moment.local().toLocalDate(), time),
                            moment.offset(),
                            Moment.Precision.SECOND);
                case Parsed.Absent<LocalTime> absent -> {}
                case Parsed.Malformed<LocalTime>(String found, String expected) -> {
                    return Parsed.malformed(found, expected);
                }
            }
        }
        if (moment.precision() == Moment.Precision.DAY) {
            remarks.add(
                    Severity.WARNING,
                    row,
                    header(mapping, column),
                    row.value(column),
                    "Records with a date but no time of day, taken at midnight");
        }
        Optional<ZoneOffset> stated = at.offset < 0 ? Optional.empty() : ZoneWords.offset(row.value(at.offset));
        if (stated.isEmpty()) {
            stated = at.start >= 0 ? startZone : dateZone;
        }
        sawLocalTime |= moment.offset().isEmpty() && stated.isEmpty();
        if (stated.isEmpty()) {
            ClockChange.remark(remarks, row, header(mapping, column), row.value(column), moment, zone);
        }
        return Parsed.of(
                moment.toInstant(stated.isPresent() ? stated.get() : zone).getEpochSecond());
    }

    private int untilEnd(Row row, long start) {
        Optional<LocalTime> clock = Optional.empty();
        if (at.endTime >= 0) {
            MomentReading times = MomentReading.written(DateOrder.YEAR_FIRST);
            clock = times.readTime(row.value(at.endTime), row.kind(at.endTime))
                            instanceof Parsed.Value<LocalTime>(LocalTime time)
                    ? Optional.of(time)
                    : Optional.empty();
        }
        String cell = row.value(at.end >= 0 ? at.end : at.endTime);
        Optional<Moment> end = Optional.empty();
        if (at.end >= 0) {
            end = readings.moment(CallColumns.END).read(cell, row.kind(at.end))
                            instanceof Parsed.Value<Moment>(Moment moment)
                    ? Optional.of(moment)
                    : Optional.empty();
        } else if (clock.isPresent()) {
            // A clock alone: the same day, or after midnight.
            LocalDateTime began = LocalDateTime.ofInstant(Instant.ofEpochSecond(start), zone);
            LocalDateTime ended = LocalDateTime.of(began.toLocalDate(), clock.get());
            end = Optional.of(new Moment(
                    ended.isBefore(began) ? ended.plusDays(1) : ended, Optional.empty(), Moment.Precision.SECOND));
        }
        if (end.isPresent() && end.get().precision() == Moment.Precision.DAY) {
            Moment day = end.get();
            end = clock.map(time -> new Moment(
                    LocalDateTime.of(day.local().toLocalDate(), time), day.offset(), Moment.Precision.SECOND));
        }
        if (end.isEmpty()) {
            return CallTable.NO_DURATION;
        }
        long seconds =
                end.get().toInstant(endZone.isPresent() ? endZone.get() : zone).getEpochSecond() - start;
        if (seconds < 0 || seconds > 31L * 86_400) {
            remarks.add(
                    Severity.WARNING,
                    row,
                    header(mapping, at.end >= 0 ? at.end : at.endTime),
                    cell,
                    "Records that end before they start or more than 31 days later, kept without a duration");
            return CallTable.NO_DURATION;
        }
        return (int) seconds;
    }

    private String cell(Row row) {
        String cell = value(row, at.cell);
        String area = value(row, at.area);
        return cell.isEmpty() || area.isEmpty() ? cell : area + "-" + cell;
    }

    /** "latitude, longitude" in degrees, or empty. */
    private String position(Row row) {
        if (at.latitude < 0 || at.longitude < 0) {
            return "";
        }
        Optional<String> latitude = degrees(CallColumns.LATITUDE, row, at.latitude, 90);
        Optional<String> longitude = degrees(CallColumns.LONGITUDE, row, at.longitude, 180);
        if (latitude.isPresent() && longitude.isPresent()) {
            return latitude.get() + ", " + longitude.get();
        }
        if (!row.isBlank(at.latitude) || !row.isBlank(at.longitude)) {
            remarks.add(
                    Severity.WARNING,
                    row,
                    header(mapping, at.latitude),
                    row.value(at.latitude) + ", " + row.value(at.longitude),
                    "Records whose position is not a latitude and a longitude, kept without it");
        }
        return "";
    }

    private Optional<String> degrees(String key, Row row, int column, int most) {
        return Degrees.read(row.value(column), row.kind(column), readings.decimal(key), most)
                .map(BigDecimal::toPlainString);
    }

    private static String value(Row row, int column) {
        return column < 0 ? "" : row.value(column);
    }

    private String extra(Row row, String unknownKind) {
        StringBuilder text = new StringBuilder();
        if (!unknownKind.isEmpty()) {
            text.append(header(mapping, at.kind)).append('=').append(unknownKind);
        }
        for (int column : extras) {
            String value = row.value(column);
            if (!value.isEmpty()) {
                text.append(text.isEmpty() ? "" : "; ")
                        .append(mapping.columns().get(column).header())
                        .append('=')
                        .append(value);
            }
        }
        for (int column = mapping.columns().size(); column < row.size(); column++) {
            if (!row.isBlank(column)) {
                text.append(text.isEmpty() ? "" : "; ")
                        .append("column ")
                        .append(column + 1)
                        .append('=')
                        .append(row.value(column));
            }
        }
        return text.toString();
    }

    private static String joined(String text, String more) {
        return text.isEmpty() ? more : text + "; " + more;
    }

    /** One object for the same text: attributes such as a tariff repeat from row to row. */
    private String intern(String text) {
        if (text.isEmpty() || interned.size() > 20_000) {
            return text;
        }
        String known = interned.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private RowOutcome<CallEntry> rejected(int column, String found, String expected) {
        return RowOutcome.Rejected.cell(header(mapping, column), found, expected);
    }
}
