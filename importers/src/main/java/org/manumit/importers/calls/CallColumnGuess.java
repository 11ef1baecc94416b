package org.manumit.importers.calls;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.ImportIssue;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnProfile;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableKind;
import org.manumit.importers.tabular.value.EquipmentNumbers;

/**
 * One try to tell the columns of a table of call records from their values, besides what its headers tell. Used once; not
 * thread-safe.
 */
final class CallColumnGuess {

    private static final Pattern DIALLED = Pattern.compile("[+*#]?\\d{2,15}");

    private final Table table;
    private final boolean headed;
    private final List<ColumnProfile> profiles = new ArrayList<>();
    private final @Nullable String[] meanings;
    private final String[] reasons;
    private final String[] hints;
    private final List<ImportIssue> issues = new ArrayList<>();

    /** @param known what the headers tell; empty for a table without any */
    CallColumnGuess(Table table, List<ColumnMapping.Column> known) {
        this.table = table;
        this.headed = !known.isEmpty();
        int columns = table.layout().columns();
        meanings = new @Nullable String[columns];
        reasons = new String[columns];
        hints = new String[columns];
        Arrays.fill(hints, "");
        for (int column = 0; column < columns; column++) {
            profiles.add(table.profile(column));
            reasons[column] =
                    "no header; kept as it stands: " + profiles.get(column).words();
        }
        for (ColumnMapping.Column column : known) {
            reasons[column.index()] = column.reason();
            meanings[column.index()] = column.isMapped() ? column.meaning() : null;
        }
    }

    Optional<TableKind.Guessed> guess() {
        if (table.sample().size() < 2 || (headed && !hasTelephones())) {
            return Optional.empty();
        }
        int start = Arrays.asList(meanings).indexOf(taken(CallColumns.START) ? CallColumns.START : CallColumns.DATE);
        if (start < 0) {
            start = first(c -> profiles.get(c).writtenMoments() >= 0.9, 0);
            // Seconds since 1970: ten digits that hardly anything else has, between 1980 and 2100.
            start = start < 0 && headed ? first(c -> isEpoch(profiles.get(c)), 0) : start;
            if (start < 0) {
                return Optional.empty();
            }
            set(start, CallColumns.START, "no header; " + profiles.get(start).words());
        }
        int clock = first(c -> profiles.get(c).isClock(), start + 1);
        boolean dayOnly = profiles.get(start).clocks() < 0.5;
        if (dayOnly && clock == start + 1 && !taken(CallColumns.TIME) && (headed || tellsTimeOfDay(clock))) {
            set(
                    clock,
                    CallColumns.TIME,
                    "beside the date; " + profiles.get(clock).words());
        }
        int second = first(c -> isMoment(profiles.get(c)), start + 1);
        int third = second < 0 ? -1 : first(c -> isMoment(profiles.get(c)), second + 1);
        int end = taken(CallColumns.END) || taken(CallColumns.DURATION) ? -1 : third > 0 ? third : second;
        if (end > 0) {
            set(
                    end,
                    CallColumns.END,
                    third > 0
                            ? "no header; the last date, after start and answer"
                            : "no header; a second date after the start");
        }
        int duration = taken(CallColumns.DURATION)
                ? -1
                : first(
                        c -> profiles.get(c).filled() > 0
                                && profiles.get(c).durations() >= 0.9
                                && profiles.get(c).telephones() < 0.5
                                && (profiles.get(c).clocks() > 0.5
                                        || (profiles.get(c).integers() >= 0.95
                                                && profiles.get(c).most() <= 90_000)),
                        start + 1);
        if (duration > 0) {
            set(
                    duration,
                    CallColumns.DURATION,
                    "no header; whole numbers after the start, "
                            + profiles.get(duration).words());
            if (third > 0 && isTalkTime(duration)) {
                set(duration + 1, CallColumns.TALK_TIME, "no header; never more than the column before");
            }
        }
        codes();
        coordinates();
        equipment();
        if (!parties() || looksLikeMoney()) {
            return Optional.empty();
        }
        List<ColumnMapping.Column> columns = new ArrayList<>();
        for (int column = 0; column < meanings.length; column++) {
            String meaning = meanings[column];
            columns.add(new ColumnMapping.Column(
                    column,
                    table.layout().headerOf(column),
                    meaning == null ? "" : meaning,
                    hints[column],
                    reasons[column]));
        }
        if (headed) {
            issues.add(new ImportIssue(
                    ImportIssue.Severity.WARNING,
                    table.sheetName(),
                    0,
                    "",
                    "",
                    "",
                    "The headers do not tell who called whom and when; columns were told from their values: " + said()
                            + ". Check them, above all which party is the caller."));
        } else {
            note("The file has no header; the columns were told from their values: " + said() + ". Check them.");
        }
        return Optional.of(new TableKind.Guessed(columns, issues));
    }

    private static boolean isMoment(ColumnProfile profile) {
        return profile.filled() > 0 && profile.writtenMoments() >= 0.9;
    }

    /** What exchanges write beside the whole length: the seconds that were spoken, none where nobody answered. */
    private boolean isTalkTime(int duration) {
        int column = duration + 1;
        if (column >= meanings.length
                || meanings[column] != null
                || profiles.get(column).filled() == 0
                || profiles.get(column).integers() < 1
                || profiles.get(duration).integers() < 1) {
            return false;
        }
        return table.sample().stream()
                .filter(row -> !row.isBlank(duration) && !row.isBlank(column))
                .allMatch(row -> new BigDecimal(row.value(column)).compareTo(new BigDecimal(row.value(duration))) <= 0);
    }

    private static boolean isEpoch(ColumnProfile profile) {
        return profile.filled() > 0
                && profile.moments() >= 0.99
                && profile.integers() == 1
                && profile.least() >= 315_532_800
                && profile.most() - profile.least() < 400_000_000d;
    }

    private boolean hasTelephones() {
        return profiles.stream()
                .anyMatch(p ->
                        p.filled() > 0 && p.telephones() >= 0.8 && p.fifteenDigits() < 0.5 && p.writtenMoments() < 0.5);
    }

    /** Sums with cents beside parties that are no telephone numbers, and nothing that only calls have. */
    private boolean looksLikeMoney() {
        boolean calls = hasSignsOfCalls();
        // Under headers that say nothing of calls, whole numbers are no durations yet.
        return (headed || !calls)
                && profiles.stream()
                        .anyMatch(p -> p.filled() > 0
                                && p.values().stream().allMatch(v -> v.matches("-?[\\d., ']*\\d[.,]\\d{2}")));
    }

    /** Whether some column holds what only records of calls have. */
    private boolean hasSignsOfCalls() {
        return taken(CallColumns.DURATION)
                || taken(CallColumns.DIRECTION)
                || taken(CallColumns.KIND)
                || taken(CallColumns.IMEI)
                || taken(CallColumns.IMSI);
    }

    /** Whether a column only says who has the number in another: the same name beside the same number, always. */
    private boolean names(int column, int numbered) {
        Map<String, String> of = new HashMap<>();
        return profiles.get(column).letters() >= 0.5
                && profiles.get(numbered).distinct() > 1
                && profiles.get(column).distinct() == profiles.get(numbered).distinct()
                && profiles.get(column).distinct() < table.sample().size()
                && table.sample().stream().allMatch(row -> {
                    String known = of.putIfAbsent(row.value(numbered), row.value(column));
                    return known == null || known.equals(row.value(column));
                });
    }

    /** Whether the clock times of a column are those of a day and no lengths, which are shorter. */
    private boolean tellsTimeOfDay(int column) {
        return profiles.get(column).values().stream()
                .anyMatch(value -> value.matches("(?:0?[6-9]|1\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?"));
    }

    private String said() {
        List<String> said = new ArrayList<>();
        for (int column = 0; column < meanings.length; column++) {
            if (meanings[column] != null) {
                said.add((column + 1) + " " + meanings[column]);
            }
        }
        return String.join(", ", said);
    }

    private void note(String message) {
        issues.add(new ImportIssue(ImportIssue.Severity.NOTE, table.sheetName(), 0, "", "", "", message));
    }

    private void set(int column, String meaning, String reason) {
        meanings[column] = meaning;
        reasons[column] = reason;
    }

    private int first(IntPredicate fits, int from) {
        for (int column = from; column < meanings.length; column++) {
            if (meanings[column] == null && fits.test(column)) {
                return column;
            }
        }
        return -1;
    }

    private void codes() {
        for (int column = 0; column < meanings.length; column++) {
            Set<String> values = profiles.get(column).values();
            if (meanings[column] != null || values.isEmpty() || values.size() > 12) {
                continue;
            }
            if (CallCodes.BASIC_SERVICES.containsAll(values) && !taken(CallColumns.KIND)) {
                set(
                        column,
                        CallColumns.KIND,
                        "no header; values "
                                + String.join(", ", values.stream().sorted().toList())
                                + " are GSM basic services (11, 12 call; 21, 22 message)");
            } else if (Set.of("1", "2").equals(values) && !taken(CallColumns.DIRECTION)) {
                set(column, CallColumns.DIRECTION, "no header; values 1 and 2");
            } else if (values.stream().allMatch(v -> CallWords.direction(v).isPresent())
                    && values.stream().noneMatch(v -> CallWords.kind(v).isPresent())
                    && !taken(CallColumns.DIRECTION)) {
                set(
                        column,
                        CallColumns.DIRECTION,
                        "no header; " + profiles.get(column).words());
            } else if (values.stream().allMatch(v -> CallWords.kind(v).isPresent())
                    && !values.stream().allMatch(CallWords::tellsOutcome)
                    && !taken(CallColumns.KIND)) {
                set(
                        column,
                        CallColumns.KIND,
                        "no header; " + profiles.get(column).words());
            }
        }
    }

    private boolean taken(String meaning) {
        return Arrays.asList(meanings).contains(meaning);
    }

    private void coordinates() {
        int one = first(c -> isCoordinate(profiles.get(c)), 0);
        if (one < 0
                || one + 1 >= meanings.length
                || meanings[one + 1] != null
                || !isCoordinate(profiles.get(one + 1))) {
            return;
        }
        boolean oneIsLongitude = beyondLatitude(profiles.get(one));
        boolean twoIsLongitude = beyondLatitude(profiles.get(one + 1));
        if (oneIsLongitude == twoIsLongitude) {
            note("Columns " + (one + 1) + " and " + (one + 2)
                    + " look like a position, but nothing tells latitude from"
                    + " longitude; they are kept as they stand. Say which column is the latitude to use them.");
            return;
        }
        set(oneIsLongitude ? one + 1 : one, CallColumns.LATITUDE, "no header; degrees, beside values above 90");
        set(oneIsLongitude ? one : one + 1, CallColumns.LONGITUDE, "no header; degrees, some above 90");
    }

    private static boolean isCoordinate(ColumnProfile profile) {
        return profile.filled() > 0 && profile.fractions() >= 0.9 && profile.least() >= -180 && profile.most() <= 180;
    }

    private static boolean beyondLatitude(ColumnProfile profile) {
        return profile.least() < -90 || profile.most() > 90;
    }

    private void equipment() {
        int column = first(
                c -> profiles.get(c).fifteenDigits() >= 0.9 && profiles.get(c).filled() > 0, 0);
        if (column >= 0) {
            // Three digits of country open an IMSI, the manufacturer's code an IMEI: the check digit tells which.
            long luhn = profiles.get(column).values().stream()
                    .filter(v -> EquipmentNumbers.imei(v).isPresent()
                            && EquipmentNumbers.spelling(v) == EquipmentNumbers.Spelling.EXACT)
                    .count();
            boolean imei = luhn * 2 > profiles.get(column).distinct();
            set(column, imei ? CallColumns.IMEI : CallColumns.IMSI, "no header; fifteen digits each");
        }
    }

    private boolean parties() {
        if (taken(CallColumns.CALLER) && taken(CallColumns.CALLED)) {
            return true;
        }
        for (String other :
                List.of(CallColumns.SUBSCRIBER, CallColumns.CALLER, CallColumns.CALLED, CallColumns.OTHER)) {
            // One party by its header, the other by its values: too little to say who called.
            if (headed && taken(other)) {
                int column = first(
                        c -> profiles.get(c).telephones() >= 0.8
                                && profiles.get(c).fifteenDigits() < 0.5,
                        0);
                if (column < 0) {
                    return taken(CallColumns.DIRECTION);
                }
                set(
                        column,
                        switch (other) {
                            case CallColumns.CALLER -> CallColumns.CALLED;
                            case CallColumns.CALLED -> CallColumns.CALLER;
                            case CallColumns.OTHER -> CallColumns.SUBSCRIBER;
                            default -> CallColumns.OTHER;
                        },
                        "the other column of numbers, " + profiles.get(column).words());
                return true;
            }
        }
        List<Integer> candidates = new ArrayList<>();
        for (int column = 0; column < meanings.length; column++) {
            ColumnProfile profile = profiles.get(column);
            boolean party = meanings[column] == null
                    && profile.filled() * 2 > profile.rows()
                    && profile.fractions() < 0.1
                    && profile.clocks() < 0.1
                    && (profile.telephones() >= 0.5 || profile.letters() >= 0.5 || profile.integers() >= 0.9);
            if (party) {
                candidates.add(column);
            }
        }
        // Where some columns hold telephone numbers, the other numbers are something else.
        List<Integer> telephones = candidates.stream()
                .filter(c -> profiles.get(c).telephones() >= 0.5)
                .toList();
        if (telephones.size() == 1) {
            int numbered = telephones.getFirst();
            if (candidates.stream().anyMatch(c -> c != numbered && names(c, numbered))) {
                // Who has the numbers is said beside them; other words are no second party.
                candidates.retainAll(telephones);
            }
        }
        List<Integer> dialled = candidates.stream()
                .filter(c -> profiles.get(c).values().stream()
                                        .filter(v -> DIALLED.matcher(v).matches())
                                        .count()
                                * 10
                        >= profiles.get(c).distinct() * 9L)
                .toList();
        // An account's code, the same in all rows, is nobody who calls.
        List<Integer> changing = dialled.stream()
                .filter(c -> profiles.get(c).distinct() > 1 || profiles.get(c).telephones() >= 0.5)
                .toList();
        List<Integer> numbers = changing.size() >= 2 ? changing : dialled;
        List<Integer> chosen =
                telephones.size() >= 2 ? telephones : numbers.size() >= 2 && !headed ? numbers : candidates;
        // Names of columns, words and one number of something: "user", "account", "operation" of an exchange of coins.
        if (headed && telephones.size() < 2 && !hasSignsOfCalls()) {
            return false;
        }
        if (chosen.size() < 2) {
            if (chosen.size() == 1 && taken(CallColumns.DIRECTION)) {
                set(chosen.getFirst(), CallColumns.OTHER, "no header; the only column of numbers or names");
                orient();
                return true;
            }
            return false;
        }
        int one = chosen.get(0);
        int two = chosen.get(1);
        boolean owned = taken(CallColumns.DIRECTION) && profiles.get(one).distinct() == 1;
        if (owned) {
            set(
                    one,
                    CallColumns.SUBSCRIBER,
                    "no header; the same in all rows, " + profiles.get(one).words());
            set(
                    two,
                    CallColumns.OTHER,
                    "no header; the other party, " + profiles.get(two).words());
            orient();
        } else {
            set(
                    one,
                    CallColumns.CALLER,
                    "no header; the first party, " + profiles.get(one).words());
            set(
                    two,
                    CallColumns.CALLED,
                    "no header; the second party, " + profiles.get(two).words());
        }
        return true;
    }

    /** Which of the direction codes 1 and 2 is outgoing: the services of messages sent and received may tell. */
    private void orient() {
        int direction = Arrays.asList(meanings).indexOf(CallColumns.DIRECTION);
        if (!Set.of("1", "2").containsAll(profiles.get(direction).values())) {
            return;
        }
        int kind = Arrays.asList(meanings).indexOf(CallColumns.KIND);
        Map<String, Integer> votes = new HashMap<>();
        if (kind >= 0) {
            for (Row row : table.sample()) {
                String service = row.value(kind);
                boolean one = row.value(direction).equals("1");
                if (service.equals("22") || service.equals("21")) {
                    votes.merge(service.equals("22") == one ? "one out" : "one in", 1, Integer::sum);
                }
            }
        }
        int out = votes.getOrDefault("one out", 0);
        int in = votes.getOrDefault("one in", 0);
        boolean oneIsIn = in > 3 * out && in >= 3;
        boolean proved = oneIsIn || (out > 3 * in && out >= 3);
        hints[direction] = oneIsIn ? "1 in, 2 out" : "1 out, 2 in";
        reasons[direction] = "no header; values 1 and 2, read as " + hints[direction]
                + (proved
                        ? ", as the services 22 (sent) and 21 (received) show"
                        : ", as records of originated and terminated calls are usually numbered");
        issues.add(new ImportIssue(
                proved ? ImportIssue.Severity.NOTE : ImportIssue.Severity.WARNING,
                table.sheetName(),
                0,
                table.layout().headerOf(direction),
                "1, 2",
                "in or out",
                "Direction codes are read as " + hints[direction]
                        + (proved
                                ? ", as the services of the messages show."
                                : ": assumed. If it is the other way round, say so for the column and import again.")));
    }
}
