package org.manumit.importers.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.CallTable;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnProfile;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableKind;

/**
 * Tells the columns of call records without a header from their values: a column of dates is the start, the first
 * whole numbers after it the duration, small codes say kind and direction, and of what is left two columns of numbers
 * or names are the parties.
 */
final class HeaderlessCalls implements TableKind.HeaderlessGuess {

    private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> Locale.of("", code))
            .flatMap(country -> Stream.of(country.getDisplayCountry(Locale.ENGLISH), country.getCountry()))
            .collect(Collectors.toUnmodifiableSet());

    private final ColumnVocabulary vocabulary;

    HeaderlessCalls(ColumnVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Optional<TableKind.Guessed> guess(Table table) {
        return new CallColumnGuess(table, List.of()).guess().or(() -> HeaderlessAntennas.guess(table));
    }

    @Override
    public Optional<TableKind.Guessed> complete(Table table, ColumnMapping mapping) {
        List<ColumnMapping.Column> columns = new ArrayList<>(mapping.columns());
        boolean changed = false;
        for (ColumnMapping.Column column : mapping.columns()) {
            if (column.isMapped()) {
                continue;
            }
            Set<String> values = table.profile(column.index()).values();
            if (values.isEmpty() || values.size() > 12) {
                continue;
            }
            boolean tells = CallWords.namesBothWays(column.header())
                    || values.stream()
                            .allMatch(v ->
                                    v.length() > 1 && CallWords.direction(v).isPresent());
            boolean kinds = tellsKinds(values);
            String meaning = kinds ? CallColumns.KIND : tells ? CallColumns.DIRECTION : "";
            if (!meaning.isEmpty()
                    && columns.stream().noneMatch(c -> c.meaning().equals(meaning))) {
                columns.set(
                        column.index(),
                        new ColumnMapping.Column(
                                column.index(),
                                column.header(),
                                meaning,
                                "",
                                "values are words for it: "
                                        + String.join(
                                                ", ", values.stream().sorted().toList())));
                changed = true;
            }
        }
        changed |= position(table, columns);
        changed |= antenna(table, columns);
        changed |= sides(table, columns);
        changed |= noCountries(table, columns);
        boolean sessions = CallView.of(new ColumnMapping("", mapping.kind(), mapping.fingerprint(), columns), table)
                .isPresent();
        changed |= !sessions && other(table, mapping, columns);
        changed |= duration(table, mapping, columns);
        ColumnMapping completed = new ColumnMapping("", mapping.kind(), mapping.fingerprint(), columns);
        if (CallView.of(completed, table).isEmpty() && !hasAntennas(completed)) {
            Optional<TableKind.Guessed> guessed = new CallColumnGuess(table, columns).guess();
            if (guessed.isPresent()) {
                return guessed;
            }
        }
        return changed ? Optional.of(new TableKind.Guessed(columns, List.of())) : Optional.empty();
    }

    /**
     * Whether the values are words for what passed: at least half of them known, and not all of them words for data, for
     * "internet" in every row may as well be the access point. Words that are not known are pointed out when rows are
     * read.
     */
    private static boolean tellsKinds(Set<String> values) {
        long known = values.stream()
                .filter(v -> v.length() > 1 && CallWords.kind(v).isPresent())
                .count();
        boolean data = values.stream().allMatch(v -> CallWords.kind(v).equals(Optional.of(CallTable.Kind.DATA)));
        boolean words = values.stream().allMatch(v -> v.chars().anyMatch(Character::isLetter));
        boolean outcomes = values.stream().allMatch(CallWords::tellsOutcome);
        return known > 0 && known * 2 >= values.size() && !data && !outcomes && words;
    }

    /** The only other column of telephone numbers, where the headers name the subscriber alone. */
    private static boolean other(Table table, ColumnMapping mapping, List<ColumnMapping.Column> columns) {
        if (!mapping.has(CallColumns.SUBSCRIBER)
                || mapping.has(CallColumns.OTHER)
                || mapping.has(CallColumns.CALLER)
                || mapping.has(CallColumns.CALLED)) {
            return false;
        }
        List<ColumnMapping.Column> numbers = mapping.columns().stream()
                .filter(column -> !column.isMapped())
                .filter(column -> {
                    ColumnProfile profile = table.profile(column.index());
                    return profile.filled() * 2 > profile.rows()
                            && profile.telephones() >= 0.8
                            && profile.fifteenDigits() < 0.5
                            && profile.writtenMoments() < 0.5;
                })
                .toList();
        if (numbers.size() != 1) {
            return false;
        }
        ColumnMapping.Column only = numbers.getFirst();
        columns.set(
                only.index(),
                new ColumnMapping.Column(
                        only.index(), only.header(), CallColumns.OTHER, "", "the only other column of numbers"));
        return true;
    }

    /**
     * A list of a handset names the other party twice, by number and as it is saved: then the number is the other's, not
     * the subscriber's. And one number that stands in every row beside the other party's is the subscriber.
     */
    private static boolean sides(Table table, List<ColumnMapping.Column> columns) {
        Optional<ColumnMapping.Column> own = mapped(columns, CallColumns.SUBSCRIBER);
        Optional<ColumnMapping.Column> other = mapped(columns, CallColumns.OTHER);
        if (other.isEmpty() || mapped(columns, CallColumns.CALLER).isPresent()) {
            return false;
        }
        ColumnProfile names = table.profile(other.get().index());
        if (own.isPresent()) {
            ColumnProfile numbers = table.profile(own.get().index());
            if (names.letters() < 1 || numbers.telephones() < 0.5 || numbers.distinct() < 2) {
                return false;
            }
            set(
                    columns,
                    own.get(),
                    CallColumns.OTHER,
                    "numbers beside '" + other.get().header() + "', which names the same");
            set(columns, other.get(), "", "what the number in '" + own.get().header() + "' is saved as");
            return true;
        }
        List<ColumnMapping.Column> constant = columns.stream()
                .filter(c -> !c.isMapped())
                .filter(c -> {
                    ColumnProfile profile = table.profile(c.index());
                    return profile.filled() == profile.rows()
                            && profile.rows() > 1
                            && profile.distinct() == 1
                            && profile.telephones() == 1
                            && profile.fifteenDigits() < 0.5
                            && profile.writtenMoments() < 0.5;
                })
                .toList();
        if (constant.size() != 1) {
            return false;
        }
        set(
                columns,
                constant.getFirst(),
                CallColumns.SUBSCRIBER,
                "the same number in all rows, beside the other party's");
        return true;
    }

    private static Optional<ColumnMapping.Column> mapped(List<ColumnMapping.Column> columns, String meaning) {
        return columns.stream().filter(c -> c.meaning().equals(meaning)).findFirst();
    }

    private static void set(
            List<ColumnMapping.Column> columns, ColumnMapping.Column column, String meaning, String reason) {
        columns.set(column.index(), new ColumnMapping.Column(column.index(), column.header(), meaning, "", reason));
    }

    /** "ID" beside latitude and longitude is an antenna's where it is written as networks number theirs. */
    private static boolean antenna(Table table, List<ColumnMapping.Column> columns) {
        boolean placed = mapped(columns, CallColumns.LATITUDE).isPresent()
                || mapped(columns, CallColumns.POSITION).isPresent();
        if (!placed || mapped(columns, CallColumns.CELL).isPresent()) {
            return false;
        }
        Optional<ColumnMapping.Column> found = columns.stream()
                .filter(c -> !c.isMapped())
                .filter(c -> {
                    Set<String> values = table.profile(c.index()).values();
                    return !values.isEmpty()
                            && values.stream()
                                    .allMatch(v -> NETWORKS_NUMBER.matcher(v).matches());
                })
                .findFirst();
        found.ifPresent(c -> set(columns, c, CallColumns.CELL, "values are written as networks number their antennas"));
        return found.isPresent();
    }

    /** Country, network, area, antenna: 262-01-123-4567, 26201-123-4567. */
    private static final Pattern NETWORKS_NUMBER = Pattern.compile("\\d{3}[-_ .]?\\d{2,3}[-_ .]\\d{1,5}[-_ .]\\d{1,9}");

    /** A "location" that only names countries is no antenna: everybody in a country is not in one place. */
    private static boolean noCountries(Table table, List<ColumnMapping.Column> columns) {
        Optional<ColumnMapping.Column> cell = mapped(columns, CallColumns.CELL);
        if (cell.isEmpty()) {
            return false;
        }
        Set<String> values = table.profile(cell.get().index()).values();
        if (values.isEmpty() || values.size() > 100 || !COUNTRIES.containsAll(values)) {
            return false;
        }
        set(columns, cell.get(), "", "kept as it stands: names of countries");
        return true;
    }

    /**
     * A column of texts that hold a latitude and a longitude each, where no header names a position: the antenna's, or
     * else the first.
     */
    private static boolean position(Table table, List<ColumnMapping.Column> columns) {
        if (columns.stream()
                .anyMatch(c ->
                        c.meaning().equals(CallColumns.POSITION) || c.meaning().equals(CallColumns.LATITUDE))) {
            return false;
        }
        Optional<ColumnMapping.Column> found = columns.stream()
                .filter(c -> !c.isMapped() || c.meaning().equals(CallColumns.CELL))
                .filter(c -> table.profile(c.index()).positions() >= 0.8)
                .min(Comparator.comparingInt(c -> (c.isMapped() ? 0 : columns.size()) + c.index()));
        found.ifPresent(c -> columns.set(
                c.index(),
                new ColumnMapping.Column(
                        c.index(),
                        c.header(),
                        CallColumns.POSITION,
                        "",
                        "values hold a latitude and a longitude, such as "
                                + table.profile(c.index()).values().stream()
                                        .sorted()
                                        .findFirst()
                                        .orElse(""))));
        return found.isPresent();
    }

    /** The only column of elapsed times (0:01:35) or whose header speaks of a length, where none names it or an end. */
    private boolean duration(Table table, ColumnMapping mapping, List<ColumnMapping.Column> columns) {
        if (mapping.has(CallColumns.DURATION)
                || mapping.has(CallColumns.TALK_TIME)
                || mapping.has(CallColumns.END)
                || mapping.has(CallColumns.END_TIME)
                || (!mapping.has(CallColumns.START) && !mapping.has(CallColumns.TIME))) {
            return false;
        }
        List<ColumnMapping.Column> clocks = mapping.columns().stream()
                .filter(column -> !column.isMapped())
                .filter(column -> {
                    ColumnProfile profile = table.profile(column.index());
                    return profile.filled() > 0
                            && profile.durations() >= 0.9
                            && (profile.clocks() > 0.5 || vocabulary.speaksOf(column.header(), "duration"));
                })
                .toList();
        if (clocks.size() != 1) {
            return false;
        }
        ColumnMapping.Column only = clocks.getFirst();
        columns.set(
                only.index(),
                new ColumnMapping.Column(
                        only.index(), only.header(), CallColumns.DURATION, "", "the only column of elapsed times"));
        return true;
    }

    private static boolean hasAntennas(ColumnMapping mapping) {
        return mapping.has(CallColumns.CELL) && SitePositions.in(mapping);
    }
}
