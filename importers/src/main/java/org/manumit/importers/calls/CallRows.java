package org.manumit.importers.calls;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.RecordRows;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowOutcome;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.value.EquipmentNumbers;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;

/**
 * Turns the rows of one table of call records into records, one by one. Not thread-safe.
 */
final class CallRows implements RecordRows<CallEntry> {

    /** "Ana (100)", "Ana" <100>: the number stands behind the name. */
    private static final Pattern NAMED =
            Pattern.compile("[^()<>]*\\p{L}[^()<>]*[(<](\\+?\\d(?:[\\d ./-]{0,18}\\d)?)[)>]");

    private static final int LONGEST_TITLE = 60;
    private static final Optional<Direction> IN = Optional.of(Direction.IN);

    /** A handset's number as an entity's key, and how it was written. */
    private final Table table;

    private final ColumnMapping mapping;
    private final CallView view;
    private final CallPlaces at;
    private final String subscriber;
    private final ZoneId zone;
    private final PhoneNumbers numbers;
    private final CallCodes codes;
    private final CallTimes times;
    private final CallSites sites;
    private final RowRemarks remarks = new RowRemarks();
    private final List<ImportIssue> issues = new ArrayList<>();
    private final List<Integer> extras = new ArrayList<>();
    private final Map<String, String> interned = new HashMap<>();
    private final HandsetSpellings handsets;
    private final CallTable.Kind ofAll;
    private final boolean knowsKinds;
    private final boolean served;
    private final Direction titled;
    private final CallAsides asides;
    private final String owner;

    private CallRows(
            MappedTable mapped,
            CallView view,
            CallPlaces at,
            String subscriber,
            ZoneId zone,
            PhoneNumbers numbers,
            HandsetSpellings handsets,
            ColumnReadings readings,
            ColumnVocabulary vocabulary) {
        this.table = mapped.table();
        this.mapping = mapped.mapping();
        this.view = view;
        this.at = at;
        this.subscriber = subscriber;
        this.zone = zone;
        this.numbers = numbers;
        this.handsets = handsets;
        this.codes = CallCodes.of(mapping, table);
        this.times = new CallTimes(mapping, at, readings, zone, remarks);
        this.sites = new CallSites(mapped, at, readings, numbers.home(), remarks, issues);
        Set<Integer> used = at.used();
        for (ColumnMapping.Column column : mapping.columns()) {
            if (!used.contains(column.index())) {
                extras.add(column.index());
            }
        }
        this.titled = view == CallView.BILL ? CallView.titled(table).orElse(Direction.OUT) : Direction.OUT;
        this.asides = new CallAsides(table, mapping, at, times.startColumn(), vocabulary);
        this.ofAll = kindOfAll();
        this.knowsKinds = knowsKinds();
        this.served = view == CallView.PARTIES && isOfServed(vocabulary);
        this.owner = served && at.own() < 0 ? owner() : "";
        if (!owner.isEmpty()) {
            issues.add(issue(
                    Severity.NOTE,
                    table,
                    "All records are of " + owner + ", so handset, SIM and antenna are taken for those of " + owner
                            + ", also where it was called."));
        }
    }

    @Override
    public CallEntry continued(CallEntry entry, Row row) {
        return entry.with(joined(entry.extra(), asides.text(row)));
    }

    /** Whether one side's handset, SIM and antenna are given and no header says whose. */
    private boolean isOfServed(ColumnVocabulary vocabulary) {
        if (at.otherCell() >= 0 || at.otherImei() >= 0 || at.otherImsi() >= 0) {
            return false;
        }
        boolean any = false;
        for (int column : new int[] {at.cell(), at.imei(), at.imsi(), at.latitude()}) {
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
                    numbers.read(row.value(at.from())).value(),
                    numbers.read(row.value(at.to())).value()));
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
            called += numbers.read(row.value(at.to())).value().equals(only) ? 1 : 0;
        }
        return called > 0 ? only : "";
    }

    /** What the rows are where none says: messages on a sheet that is called so, otherwise calls. */
    private CallTable.Kind kindOfAll() {
        String title = CallView.title(table);
        boolean onSheet = CallWords.kind(table.sheetName()).isPresent() || title.length() > LONGEST_TITLE;
        Optional<CallTable.Kind> named = CallWords.kind(onSheet ? table.sheetName() : title);
        boolean messages = at.kind() < 0 && !at.tellsLength(table) && named.equals(Optional.of(CallTable.Kind.MESSAGE));
        if (messages) {
            issues.add(issue(
                    Severity.NOTE,
                    table,
                    "No column says what passed; the records are taken for messages, as the "
                            + (onSheet ? "sheet is called '" + table.sheetName() : "title is '" + title) + "'."));
        }
        return messages ? CallTable.Kind.MESSAGE : CallTable.Kind.CALL;
    }

    static CallRows of(
            MappedTable mapped,
            CallView view,
            SourceFile file,
            ZoneId zone,
            PhoneNumbers numbers,
            HandsetSpellings handsets,
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
                } else if (caller >= 0 && other >= 0) {
                    from = caller;
                    to = other;
                } else if (own >= 0 && (other >= 0 || caller >= 0 || called >= 0)) {
                    from = own;
                    to = other >= 0 ? other : called >= 0 ? called : caller;
                } else {
                    from = -1;
                    to = other >= 0 ? other : own >= 0 ? own : called >= 0 ? called : caller;
                    subscriber = ListOwner.of(mapped.table(), mapping, vocabulary, file, issues);
                }
            }
            case BILL -> {
                from = -1;
                to = called >= 0 ? called : caller >= 0 ? caller : other >= 0 ? other : own;
                subscriber = ListOwner.of(mapped.table(), mapping, vocabulary, file, issues);
                Optional<Direction> titled = CallView.titled(mapped.table());
                issues.add(
                        titled.isPresent()
                                ? issue(
                                        Severity.NOTE,
                                        mapped.table(),
                                        "No column names a direction: every row is taken for "
                                                + (titled.get() == Direction.IN ? "incoming" : "outgoing")
                                                + ", as the title says.")
                                : issue(
                                        Severity.WARNING,
                                        mapped.table(),
                                        "No column names a caller or a direction: every row is taken for one that "
                                                + subscriber + " called, as on a bill."));
            }
            case SESSIONS -> {
                from = own;
                to = -1;
            }
            default -> throw new IllegalStateException("no such view: " + view);
        }
        CallPlaces at = CallPlaces.of(mapping, mapped.table(), from, to);
        PhoneNumbers spelled = spelled(mapped.table(), numbers, from, to, issues);
        ColumnReadings readings = ColumnReadings.learn(mapped.table(), mapping, vocabulary, cancellation);
        issues.addAll(readings.issues());
        Optional<String> country = spelled.home().or(() -> spelled.countryOf(parties(mapped.table(), from, to)));
        readings.zonesOf(country).forEach(message -> issues.add(issue(Severity.WARNING, mapped.table(), message)));
        CallRows rows = new CallRows(mapped, view, at, subscriber, zone, spelled, handsets, readings, vocabulary);
        rows.issues.addAll(issues);
        return rows;
    }

    /** Numbers that all begin with a country's code, though no plus says so, are international, foreign ones too. */
    private static PhoneNumbers spelled(Table table, PhoneNumbers numbers, int from, int to, List<ImportIssue> issues) {
        Optional<String> why = numbers.bareAreInternational(parties(table, from, to));
        why.ifPresent(reason -> issues.add(issue(Severity.NOTE, table, reason)));
        return why.isPresent() ? numbers.withBareInternational() : numbers;
    }

    private static List<String> parties(Table table, int from, int to) {
        List<String> cells = new ArrayList<>();
        for (Row row : table.sample()) {
            cells.add(from < 0 ? "" : row.value(from));
            cells.add(to < 0 ? "" : row.value(to));
        }
        return cells;
    }

    private boolean isCalled(int column) {
        return column >= 0 && mapping.columns().get(column).meaning().equals(CallColumns.CALLED);
    }

    private static String header(ColumnMapping mapping, int column) {
        return column < 0 ? "" : mapping.columns().get(column).header();
    }

    private static ImportIssue issue(Severity severity, Table table, String message) {
        return new ImportIssue(severity, table.sheetName(), 0, "", "", "", message);
    }

    /** Whether most words for the kind of record are known, so that another is rather a fault than a word not listed. */
    private boolean knowsKinds() {
        int known = 0;
        int filled = 0;
        for (Row row : table.sample()) {
            String cell = at.kind() < 0 ? "" : row.value(at.kind());
            if (!cell.isEmpty()) {
                filled++;
                known += codes.kind(cell).isPresent() || codes.direction(cell).isPresent() ? 1 : 0;
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
        return times.sawLocalTime();
    }

    @Override
    public RowOutcome<CallEntry> read(Row row) {
        Parsed<Long> began = times.start(row);
        Optional<RowOutcome.Aside<CallEntry>> aside = asides.of(row, began);
        if (aside.isPresent()) {
            return aside.get();
        }
        CallTable.Kind kind = ofAll;
        String kindCell = at.kind() < 0 ? "" : row.value(at.kind());
        boolean kindUnknown = false;
        if (!kindCell.isEmpty()) {
            Optional<CallTable.Kind> known = codes.kind(kindCell);
            if (known.isPresent()) {
                kind = known.get();
            } else if (codes.direction(kindCell).isPresent()) {
                kind = CallTable.Kind.CALL;
            } else {
                kindUnknown = true;
            }
        } else if (view == CallView.SESSIONS) {
            kind = CallTable.Kind.DATA;
        }
        Direction direction = titled;
        if (view == CallView.SUBSCRIBER) {
            String cell = at.direction() < 0 ? kindCell : row.value(at.direction());
            Optional<Direction> known = codes.direction(cell).or(() -> codes.direction(kindCell));
            if (known.isEmpty() && (CallWords.isForwarded(kindCell) || CallWords.isForwarded(cell))) {
                remarks.add(
                        Severity.WARNING,
                        row,
                        header(mapping, at.kind()),
                        kindCell,
                        "Calls passed on whose direction is not given, read as going from the subscriber to the other party");
            } else if (known.isEmpty() && (CallWords.isCancelled(cell) || CallWords.isCancelled(kindCell))) {
                remarks.add(
                        Severity.WARNING,
                        row,
                        header(mapping, at.direction() < 0 ? at.kind() : at.direction()),
                        cell,
                        "Calls cancelled whose direction is not given, read as going from the subscriber to the other"
                                + " party, as whoever cancels a call has made it");
            } else if (known.isEmpty() && !kindUnknown && !kindCell.isEmpty() && isCalled(at.to())) {
                remarks.add(
                        Severity.WARNING,
                        row,
                        header(mapping, at.to()),
                        cell,
                        "Records whose direction is not given, read as going to the other party, as the header says that"
                                + " it was called");
            } else if (known.isEmpty() && kind != CallTable.Kind.DATA) {
                return rejected(at.direction() < 0 ? at.kind() : at.direction(), cell, "in or out");
            }
            // A data session is opened by the handset.
            direction = known.orElse(Direction.OUT);
        }
        long start;
        switch (began) {
            case Parsed.Value<Long>(Long second) -> start = second;
            case Parsed.Absent<Long> absent -> start = CallTable.NO_TIME;
            case Parsed.Malformed<Long>(String found, String expected) -> {
                return rejected(times.startColumn(), found, expected);
            }
        }
        int duration;
        switch (times.length(row, start)) {
            case Parsed.Value<Integer>(Integer seconds) -> duration = seconds;
            case Parsed.Absent<Integer> absent -> duration = CallTable.NO_DURATION;
            case Parsed.Malformed<Integer>(String found, String expected) -> {
                return rejected(times.lengthColumn(), found, expected);
            }
        }
        if (kindUnknown && knowsKinds && duration <= 0) {
            return rejected(at.kind(), kindCell, "a call, a message or a data session");
        }
        if (kindUnknown) {
            kind = duration > 0 ? CallTable.Kind.CALL : CallTable.Kind.OTHER;
        }
        if (kind == CallTable.Kind.MESSAGE && duration == 0) {
            duration = CallTable.NO_DURATION;
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
        if (at.own() >= 0) {
            String own = numbers.read(row.value(at.own())).value();
            return own.equals(to) && !own.equals(from);
        }
        if (!owner.isEmpty()) {
            return owner.equals(to) && !owner.equals(from);
        }
        return codes.direction(at.direction() < 0 ? kindCell : row.value(at.direction()))
                .equals(IN);
    }

    private RowOutcome<CallEntry> parties(
            Row row, CallTable.Kind kind, Direction direction, long start, int duration, boolean kindUnknown) {
        String kindCell = at.kind() < 0 ? "" : row.value(at.kind());
        String unknownKind = kindUnknown ? kindCell : "";
        String extra = extra(row, unknownKind);
        if (start == CallTable.NO_TIME && at.time() >= 0 && !row.isBlank(at.time())) {
            extra = joined(extra, header(mapping, at.time()) + "=" + row.value(at.time()));
        }
        for (int column : new int[] {at.kind(), at.direction()}) {
            if (column >= 0 && codes.tellsOutcome(row.value(column))) {
                extra = joined(extra, header(mapping, column) + "=" + row.value(column));
            }
        }
        String fromCell = at.from() < 0 ? subscriber : row.value(at.from());
        String toCell = at.to() < 0 ? "" : row.value(at.to());
        boolean needsBoth = kind != CallTable.Kind.DATA && view != CallView.SESSIONS;
        if (fromCell.isEmpty()) {
            return rejected(at.from(), fromCell, "a number");
        }
        if (toCell.isEmpty() && needsBoth) {
            return rejected(at.to(), toCell, "the number at the other end");
        }
        remark(row, start, unknownKind);
        String from = party(row, at.from(), fromCell);
        String to = toCell.isEmpty() || isAccessPoint(kind, toCell) ? "" : party(row, at.to(), toCell);
        if (from.isEmpty() || named(fromCell).isPresent()) {
            extra = joined(extra, header(mapping, at.from()) + "=" + fromCell);
        }
        if (!toCell.isEmpty() && (to.isEmpty() || named(toCell).isPresent())) {
            extra = joined(extra, header(mapping, at.to()) + "=" + toCell);
        }
        if (from.equals(to) && !from.isEmpty()) {
            remarks.add(Severity.NOTE, row, "", from, "Records with the same number at both ends, kept");
        }
        String position = sites.position(row);
        String named = sites.cell(row);
        String cell = named.isEmpty() ? position : named;
        String otherCell = site(row, at.otherCell());
        String imei = handset(row, at.imei());
        String otherImei = handset(row, at.otherImei());
        extra = asWritten(row, at.imei(), imei, asWritten(row, at.otherImei(), otherImei, extra));
        String imsi = sim(row, at.imsi());
        String otherImsi = sim(row, at.otherImsi());
        for (int column : new int[] {at.imsi(), at.otherImsi()}) {
            if (isSlot(site(row, column))) {
                extra = joined(extra, header(mapping, column) + "=" + row.value(column));
            }
        }
        boolean turned = (view == CallView.SUBSCRIBER || view == CallView.BILL) && direction == Direction.IN;
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

    /** The number behind a name; empty where the cell is not so. */
    private static Optional<String> named(String cell) {
        char last = cell.charAt(cell.length() - 1);
        if (last != ')' && last != '>') {
            return Optional.empty();
        }
        Matcher matcher = NAMED.matcher(cell);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The number as an entity's key; empty when the source withholds or has lost it. */
    private String party(Row row, int column, String cell) {
        PhoneReading reading = numbers.read(named(cell).orElse(cell));
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

    private void remark(Row row, long start, String unknownKind) {
        if (start == CallTable.NO_TIME) {
            remarks.add(
                    Severity.WARNING, row, header(mapping, times.startColumn()), "", "Records without a time, kept");
        }
        if (!unknownKind.isEmpty()) {
            remarks.add(
                    Severity.WARNING,
                    row,
                    header(mapping, at.kind()),
                    unknownKind,
                    "Words for the kind of record are not known; with a duration they count as calls, otherwise as other");
        }
    }

    private static String site(Row row, int column) {
        return column < 0 || Blank.isNoNumber(row.value(column)) ? "" : row.value(column);
    }

    /** A handset's number in fifteen digits, or as it stands where it is no IMEI; empty where the cell says none. */
    private String handset(Row row, int column) {
        return column < 0 ? "" : handsets.of(row.value(column)).key();
    }

    /** Telephones with two cards say in which of their slots a call was made: that is no card's number. */
    private static boolean isSlot(String cell) {
        return !cell.isEmpty()
                && cell.length() <= 6
                && cell.chars().filter(Character::isDigit).count() < 5;
    }

    private static String sim(Row row, int column) {
        String cell = site(row, column);
        return cell.isEmpty() || isSlot(cell) ? "" : EquipmentNumbers.imsi(cell).orElse(cell);
    }

    /** With the handset's number as it stands, where the file called it otherwise before. */
    private String asWritten(Row row, int column, String imei, String extra) {
        if (imei.isEmpty()) {
            return extra;
        }
        String cell = row.value(column);
        HandsetSpellings.Handset handset = handsets.of(cell);
        HandsetSpellings.Name name = handsets.name(handset);
        if (name == HandsetSpellings.Name.AS_AT_FIRST) {
            return extra;
        }
        switch (handset.spelling()) {
            case EXACT -> {}
            case COMPLETED ->
                remarks.add(
                        Severity.NOTE,
                        row,
                        header(mapping, column),
                        cell,
                        "Handsets written without their check digit or with another digit in its place, entered under"
                                + " their fifteen digits and called as written");
            case CONTRADICTORY ->
                remarks.add(
                        Severity.WARNING,
                        row,
                        header(mapping, column),
                        cell,
                        "Handsets whose last digit contradicts the others, so that one may be mistyped; kept as"
                                + " handsets of their own");
        }
        return name == HandsetSpellings.Name.FIRST ? extra : joined(extra, header(mapping, column) + "=" + cell);
    }

    private String extra(Row row, String unknownKind) {
        StringBuilder text = new StringBuilder();
        if (!unknownKind.isEmpty()) {
            text.append(header(mapping, at.kind())).append('=').append(unknownKind);
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
