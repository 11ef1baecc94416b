package org.manumit.importers.tabular;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.job.Cancellation;
import org.manumit.importers.tabular.value.CurrencyWords;
import org.manumit.importers.tabular.value.DateOrder;
import org.manumit.importers.tabular.value.DecimalLearner;
import org.manumit.importers.tabular.value.DecimalReading;
import org.manumit.importers.tabular.value.DurationLearner;
import org.manumit.importers.tabular.value.DurationReading;
import org.manumit.importers.tabular.value.MomentLearner;
import org.manumit.importers.tabular.value.MomentReading;
import org.manumit.importers.tabular.value.MoneyReading;
import org.manumit.importers.tabular.value.ZoneWords;

/**
 * How the dates, durations and amounts of a table's mapped columns are to be read, decided from the sample, and from
 * all rows where the sample leaves it open. Not thread-safe (the readings of dates are not).
 */
public final class ColumnReadings {

    private static final Pattern TWELVE_HOURS = Pattern.compile("\\d\\s*[ap]\\.?\\s?m\\.?$", Pattern.CASE_INSENSITIVE);

    private final Table table;
    private final Map<String, ColumnMapping.Column> columns = new LinkedHashMap<>();
    private final Map<String, MomentReading> moments = new HashMap<>();
    private final Map<String, DurationReading> durations = new HashMap<>();
    private final Map<String, DecimalReading> decimals = new HashMap<>();

    private String country = "";

    private ColumnReadings(Table table) {
        this.table = table;
    }

    /** Learns how the columns are to be read. */
    public static ColumnReadings learn(
            Table table, ColumnMapping mapping, ColumnVocabulary vocabulary, Cancellation cancellation)
            throws IOException {
        ColumnReadings readings = new ColumnReadings(table);
        Map<String, MomentLearner> momentLearners = new HashMap<>();
        Map<String, DurationLearner> durationLearners = new HashMap<>();
        Map<String, DecimalLearner> decimalLearners = new HashMap<>();
        for (ColumnMapping.Column column : mapping.columns()) {
            Optional<ColumnVocabulary.Meaning> meaning = vocabulary.meaning(column.meaning());
            if (meaning.isEmpty()) {
                continue;
            }
            readings.columns.put(column.meaning(), column);
            switch (meaning.get().shape()) {
                case MOMENT -> momentLearners.put(column.meaning(), new MomentLearner());
                case DURATION -> durationLearners.put(column.meaning(), new DurationLearner(column.header()));
                case AMOUNT, LATITUDE, LONGITUDE -> decimalLearners.put(column.meaning(), new DecimalLearner());
                case TIME, PARTY, NODE, EQUIPMENT, POSITION, CODE, TEXT -> {}
            }
        }
        if (readings.hasTwelveHourClock(vocabulary)) {
            momentLearners.values().forEach(MomentLearner::besideTwelveHourClock);
        }
        for (Row row : table.sample()) {
            readings.feed(row, momentLearners, durationLearners, decimalLearners);
        }
        boolean open = momentLearners.values().stream().anyMatch(MomentLearner::isOrderOpen)
                || decimalLearners.values().stream().anyMatch(DecimalLearner::isOpen);
        if (open && !table.whole()) {
            readings.feedAll(momentLearners, durationLearners, decimalLearners, cancellation);
        }
        momentLearners.forEach((key, learner) -> readings.moments.put(key, readings.hinted(key, learner.reading())));
        durationLearners.forEach(
                (key, learner) -> readings.durations.put(key, readings.hinted(key, learner.reading())));
        Optional<DecimalReading> others = decimalLearners.values().stream().anyMatch(DecimalLearner::isAssumed)
                ? readings.markOfOtherColumns()
                : Optional.empty();
        decimalLearners.forEach((key, learner) -> readings.decimals.put(
                key,
                readings.hinted(key, learner.isAssumed() && others.isPresent() ? others.get() : learner.reading())));
        return readings;
    }

    /** The decimal mark that all other columns of numbers agree on; a table is written with one. */
    private Optional<DecimalReading> markOfOtherColumns() {
        Map<DecimalReading.Mark, String> marks = new EnumMap<>(DecimalReading.Mark.class);
        for (int column = 0; column < table.layout().columns(); column++) {
            ColumnProfile profile = table.profile(column);
            if (profile.filled() == 0 || profile.numbers() < 0.9 || profile.writtenMoments() >= 0.5) {
                continue;
            }
            DecimalLearner learner = new DecimalLearner();
            for (Row row : table.sample()) {
                learner.add(row.value(column), row.kind(column));
            }
            if (!learner.isOpen()) {
                marks.putIfAbsent(learner.reading().mark(), table.layout().headerOf(column));
            }
        }
        return marks.size() == 1
                ? marks.entrySet().stream()
                        .findFirst()
                        .map(mark -> new DecimalReading(
                                mark.getKey(),
                                MomentReading.Assurance.ASSUMED,
                                (mark.getKey() == DecimalReading.Mark.COMMA ? "decimal comma" : "decimal point")
                                        + ", as in '" + mark.getValue() + "'; their own values leave it open"))
                : Optional.empty();
    }

    private boolean hasTwelveHourClock(ColumnVocabulary vocabulary) {
        return columns.values().stream()
                .filter(c -> vocabulary.meaning(c.meaning()).orElseThrow().shape() == ValueShape.TIME)
                .anyMatch(c -> table.sample().stream()
                        .anyMatch(row ->
                                TWELVE_HOURS.matcher(row.value(c.index())).find()));
    }

    private void feedAll(
            Map<String, MomentLearner> momentLearners,
            Map<String, DurationLearner> durationLearners,
            Map<String, DecimalLearner> decimalLearners,
            Cancellation cancellation)
            throws IOException {
        // The sample is fed already; only what follows it is new.
        long last = table.sample().isEmpty() ? 0 : table.sample().getLast().number();
        long count = 0;
        try (Table.Rows rows = table.openAsWritten()) {
            while (rows.advance()) {
                if (rows.row().number() > last) {
                    feed(rows.row(), momentLearners, durationLearners, decimalLearners);
                }
                if ((++count & 0x3FFF) == 0) {
                    cancellation.check();
                }
            }
        }
    }

    private void feed(
            Row row,
            Map<String, MomentLearner> momentLearners,
            Map<String, DurationLearner> durationLearners,
            Map<String, DecimalLearner> decimalLearners) {
        momentLearners.forEach((key, learner) -> learner.add(row.value(index(key)), row.kind(index(key))));
        durationLearners.forEach((key, learner) -> learner.add(row.value(index(key)), row.kind(index(key))));
        decimalLearners.forEach((key, learner) -> learner.add(row.value(index(key)), row.kind(index(key))));
    }

    private int index(String key) {
        return column(key).index();
    }

    private ColumnMapping.Column column(String key) {
        ColumnMapping.Column column = columns.get(key);
        if (column == null) {
            throw new IllegalArgumentException("no column is mapped to " + key);
        }
        return column;
    }

    private MomentReading hinted(String key, MomentReading learned) {
        String hint = column(key).hint().toLowerCase(Locale.ROOT);
        for (DateOrder order : DateOrder.values()) {
            if (hint.contains(order.words())) {
                return new MomentReading(
                        MomentReading.Form.WRITTEN,
                        order,
                        MomentReading.Assurance.CERTAIN,
                        order.words() + ", as told");
            }
        }
        return learned;
    }

    private DurationReading hinted(String key, DurationReading learned) {
        String hint = column(key).hint().toLowerCase(Locale.ROOT);
        for (DurationReading.Unit unit : DurationReading.Unit.values()) {
            if (hint.contains(unit.name().toLowerCase(Locale.ROOT))) {
                return new DurationReading(
                        unit, learned.twoParts(), unit.name().toLowerCase(Locale.ROOT) + ", as told");
            }
        }
        return learned;
    }

    private DecimalReading hinted(String key, DecimalReading learned) {
        String hint = column(key).hint().toLowerCase(Locale.ROOT);
        if (hint.contains("comma")) {
            return DecimalReading.COMMA;
        }
        return hint.contains("point") ? DecimalReading.POINT : learned;
    }

    /** How the dates of the column with this meaning are to be read. */
    public MomentReading moment(String key) {
        return require(moments.get(key), key);
    }

    /** How the durations of the column with this meaning are to be read. */
    public DurationReading duration(String key) {
        return require(durations.get(key), key);
    }

    /** How the numbers of the column with this meaning are to be read. */
    public DecimalReading decimal(String key) {
        return require(decimals.get(key), key);
    }

    /** How the amounts of money of the column with this meaning are to be read. */
    public MoneyReading money(String key) {
        return new MoneyReading(decimal(key));
    }

    /** The currency that the header of the column with this meaning names. */
    public Optional<String> currencyInHeader(String key) {
        return CurrencyWords.inHeader(column(key).header());
    }

    /** The offset from UTC that the header of the column with this meaning names: {@code Start Time (UTC)}. */
    public Optional<ZoneOffset> zoneInHeader(String key) {
        String header = column(key).header();
        return ZoneWords.inHeader(header)
                .or(() -> ZoneWords.ambiguousInHeader(header).flatMap(word -> ZoneWords.inCountry(word, country)));
    }

    /**
     * Reads abbreviations of zones that mean another one elsewhere ("CST") as a country does.
     *
     * @param code the country that the table is of, where it is known
     * @return for each abbreviation that this leaves open, what to do about it
     */
    public List<String> zonesOf(Optional<String> code) {
        country = code.orElse("");
        moments.values().forEach(reading -> reading.in(country));
        Set<String> words = new TreeSet<>();
        for (ColumnMapping.Column column : columns.values()) {
            ZoneWords.ambiguousInHeader(column.header()).ifPresent(words::add);
            if (moments.containsKey(column.meaning()) || column.meaning().equals("time")) {
                for (Row row : table.sample()) {
                    ZoneWords.ambiguousAtEnd(row.value(column.index())).ifPresent(words::add);
                }
            }
        }
        return words.stream()
                .filter(word -> ZoneWords.inCountry(word, country).isEmpty())
                .map(word -> "'" + word
                        + "' names different zones in different countries, and nothing tells which is meant;"
                        + " its times are read as those without a zone. Give the country or the zone to correct that.")
                .toList();
    }

    private static <T> T require(@Nullable T reading, String key) {
        if (reading == null) {
            throw new IllegalArgumentException("no column of that shape is mapped to " + key);
        }
        return reading;
    }

    /** The assumptions made, for the user to check: a warning where the values leave another reading open. */
    public List<ImportIssue> issues() {
        return issues(key -> true);
    }

    /** The assumptions made for the columns with some meanings. */
    public List<ImportIssue> issues(Predicate<String> meanings) {
        List<ImportIssue> issues = new ArrayList<>();
        columns.forEach((key, column) -> {
            if (!meanings.test(key)) {
                return;
            }
            MomentReading moment = moments.get(key);
            boolean plain = moment != null
                    && moment.order() == DateOrder.YEAR_FIRST
                    && moment.form() == MomentReading.Form.WRITTEN
                    && moment.assurance() == MomentReading.Assurance.CERTAIN;
            if (moment != null && !plain) {
                issues.add(issue(
                        column, moment.assurance(), "Dates in '" + column.header() + "' are read " + moment.reason()));
            }
            DurationReading duration = durations.get(key);
            if (duration != null && !duration.reason().equals("seconds")) {
                issues.add(issue(
                        column,
                        MomentReading.Assurance.CERTAIN,
                        "Durations in '" + column.header() + "' are read as " + duration.reason()));
            }
            DecimalReading decimal = decimals.get(key);
            if (decimal != null
                    && (decimal.assurance() == MomentReading.Assurance.ASSUMED
                            || decimal.mark() == DecimalReading.Mark.COMMA)) {
                issues.add(issue(
                        column, decimal.assurance(), "Numbers in '" + column.header() + "': " + decimal.reason()));
            }
        });
        return issues;
    }

    private ImportIssue issue(ColumnMapping.Column column, MomentReading.Assurance assurance, String message) {
        return switch (assurance) {
            case CERTAIN -> issue(ImportIssue.Severity.NOTE, column, message + ".");
            case ASSUMED ->
                issue(
                        ImportIssue.Severity.WARNING,
                        column,
                        message + ". If that is wrong, say so for the column and import again.");
        };
    }

    private ImportIssue issue(ImportIssue.Severity severity, ColumnMapping.Column column, String message) {
        return new ImportIssue(severity, table.sheetName(), 0, column.header(), "", "", message);
    }
}
