package org.manumit.importers.tabular;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.manumit.importers.tabular.value.DateOrder;
import org.manumit.importers.tabular.value.DecimalReading;
import org.manumit.importers.tabular.value.Degrees;
import org.manumit.importers.tabular.value.DurationLearner;
import org.manumit.importers.tabular.value.MomentLearner;
import org.manumit.importers.tabular.value.MomentReading;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.tabular.value.PlainDigits;
import org.manumit.importers.tabular.value.Position;

/**
 * What the values of one column look like in a sample of rows: how many are filled, and the share of the filled ones
 * that are dates, times, numbers and so on (from 0 to 1). Immutable.
 */
public final class ColumnProfile {

    private static final Pattern CLOCK =
            Pattern.compile("([01]?\\d|2[0-3])[:.][0-5]\\d([:.][0-5]\\d([.,]\\d{1,6})?)?\\s*(\\p{L}\\.?\\p{L}\\.?)?");

    /** Of a computer: 10.92.26.67, 2409:40e4:3c:e906::; a path to a file counts too. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|(?:[0-9a-fA-F]{1,4}::?){2,7}[0-9a-fA-F]{0,4}");

    private static final int MAX_DISTINCT = 5000;

    private final int rows;
    private final int filled;
    private final Map<String, Integer> values;
    private final double moments;
    private final double writtenMoments;
    private final double times;
    private final double durations;
    private final double clocks;
    private final double numbers;
    private final double integers;
    private final double fractions;
    private final double telephones;
    private final double letters;
    private final double addresses;
    private final double positions;
    private final double fifteenDigits;
    private final double clockNumbers;
    private final double within90;
    private final double within180;
    private final double least;
    private final double most;

    private ColumnProfile(List<Row> sample, int column) {
        MomentLearner momentLearner = new MomentLearner();
        DurationLearner durationLearner = new DurationLearner("");
        MomentReading timeReading = MomentReading.written(DateOrder.YEAR_FIRST);
        Map<String, Integer> counts = new HashMap<>();
        int filledCells = 0;
        int timeCells = 0;
        int clockCells = 0;
        int numberCells = 0;
        int integerCells = 0;
        int fractionCells = 0;
        int clockNumberCells = 0;
        int within90Cells = 0;
        int within180Cells = 0;
        int telephoneCells = 0;
        int letterCells = 0;
        int addressCells = 0;
        int positionCells = 0;
        int fifteenCells = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (Row row : sample) {
            String written = row.value(column);
            if (written.isEmpty()) {
                continue;
            }
            filledCells++;
            if (counts.size() < MAX_DISTINCT) {
                counts.merge(written, 1, Integer::sum);
            }
            String cell = PlainDigits.of(written);
            CellKind kind = row.kind(column);
            momentLearner.add(cell, kind);
            durationLearner.add(cell, kind);
            if (cell.indexOf(':') > 0 || kind == CellKind.TIME || kind == CellKind.DURATION) {
                clockCells++;
                if (timeReading.readTime(cell, kind) instanceof Parsed.Value) {
                    timeCells++;
                }
            }
            Optional<BigDecimal> number = number(cell, kind);
            if (number.isEmpty()
                    && Degrees.read(cell, kind, DecimalReading.POINT, 180).isPresent()) {
                within90Cells++;
                within180Cells++;
            }
            if (number.isPresent()) {
                numberCells++;
                smallest = Math.min(smallest, number.get().doubleValue());
                largest = Math.max(largest, number.get().doubleValue());
                double size = Math.abs(number.get().doubleValue());
                clockNumberCells += isClockNumber(cell) ? 1 : 0;
                within90Cells += size <= 90 ? 1 : 0;
                within180Cells += size <= 180 ? 1 : 0;
                if (number.get().stripTrailingZeros().scale() <= 0) {
                    integerCells++;
                }
                if (number.get().scale() > 0) {
                    fractionCells++;
                }
            }
            addressCells += ADDRESS.matcher(cell).matches() || cell.indexOf('\\') >= 0 ? 1 : 0;
            positionCells += Position.isIn(cell) ? 1 : 0;
            if (isTelephone(cell)) {
                telephoneCells++;
            }
            if (cell.length() >= 14 && cell.length() <= 16 && isDigits(cell)) {
                fifteenCells++;
            }
            if (cell.chars().anyMatch(Character::isLetter)) {
                letterCells++;
            }
        }
        rows = sample.size();
        filled = filledCells;
        values = Map.copyOf(counts);
        moments = momentLearner.share();
        writtenMoments = momentLearner.writtenShare();
        durations = durationLearner.share();
        times = share(timeCells);
        clocks = share(clockCells);
        numbers = share(numberCells);
        integers = share(integerCells);
        fractions = share(fractionCells);
        clockNumbers = share(clockNumberCells);
        within90 = share(within90Cells);
        within180 = share(within180Cells);
        telephones = share(telephoneCells);
        letters = share(letterCells);
        addresses = share(addressCells);
        positions = share(positionCells);
        fifteenDigits = share(fifteenCells);
        least = smallest;
        most = largest;
    }

    /** Profiles one column of a sample of data rows. */
    public static ColumnProfile of(List<Row> sample, int column) {
        return new ColumnProfile(sample, column);
    }

    private double share(int cells) {
        return filled == 0 ? 0 : (double) cells / filled;
    }

    private static Optional<BigDecimal> number(String cell, CellKind kind) {
        if (DecimalReading.POINT.read(cell, kind) instanceof Parsed.Value<BigDecimal>(BigDecimal value)) {
            return Optional.of(value);
        }
        return DecimalReading.COMMA.read(cell, kind) instanceof Parsed.Value<BigDecimal>(BigDecimal value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static boolean isTelephone(String cell) {
        int digits = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (" +()-/".indexOf(c) < 0) {
                return false;
            }
        }
        return digits >= 7
                && digits <= 15
                && cell.charAt(0) != '-'
                && (cell.charAt(0) == '+' || cell.indexOf('-') < 0 || digits > 8);
    }

    /** 143507 or 1435 as a time of day. */
    private static boolean isClockNumber(String cell) {
        if (cell.length() > 6 || !isDigits(cell)) {
            return false;
        }
        int number = Integer.parseInt(cell);
        int clock = cell.length() <= 4 ? number * 100 : number;
        return clock % 100 < 60 && clock / 100 % 100 < 60 && clock / 10_000 < 24;
    }

    private static boolean isDigits(String cell) {
        return cell.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Rows in the sample. */
    public int rows() {
        return rows;
    }

    /** Cells that hold something. */
    public int filled() {
        return filled;
    }

    /** Different values (up to 5000 are told apart). */
    public int distinct() {
        return values.size();
    }

    /** The different values. */
    public Set<String> values() {
        return new HashSet<>(values.keySet());
    }

    /** Share that are dates in any form, numbers of seconds or days included. */
    public double moments() {
        return moments;
    }

    /** Share that are dates as people write them. */
    public double writtenMoments() {
        return writtenMoments;
    }

    /** Share that are times of day. */
    public double times() {
        return times;
    }

    /** Share with a colon, or typed as time. */
    public double clocks() {
        return clocks;
    }

    /** Whether all cells are a clock's hours and minutes, with seconds or not, however parted: 8:15, 08.15.30, 8:15 pm. */
    public boolean isClock() {
        return filled > 0
                && values.keySet().stream().allMatch(cell -> CLOCK.matcher(cell).matches());
    }

    /** Share that are durations in any spelling, bare numbers included. */
    public double durations() {
        return durations;
    }

    /** Share that are numbers. */
    public double numbers() {
        return numbers;
    }

    /** Share that are whole numbers. */
    public double integers() {
        return integers;
    }

    /** Share that are numbers with decimals. */
    public double fractions() {
        return fractions;
    }

    /** Share of 7 to 15 digits, spelled as telephone numbers are. */
    public double telephones() {
        return telephones;
    }

    /** Share with a letter. */
    public double letters() {
        return letters;
    }

    /** Whether any value has a digit. */
    boolean hasDigits() {
        return values.keySet().stream().anyMatch(value -> value.chars().anyMatch(Character::isDigit));
    }

    /** Share that are addresses of computers. */
    public double addresses() {
        return addresses;
    }

    /** Share that hold a latitude and a longitude. */
    public double positions() {
        return positions;
    }

    /** Share of 14 to 16 digits and nothing else: handsets and SIM cards. */
    public double fifteenDigits() {
        return fifteenDigits;
    }

    /** Least number; positive infinity when there is none. */
    public double least() {
        return least;
    }

    /** Largest number; negative infinity when there is none. */
    public double most() {
        return most;
    }

    /** Whether the values allow the shape; an empty column allows any. */
    public boolean allows(ValueShape shape) {
        if (filled == 0) {
            return true;
        }
        return switch (shape) {
            case MOMENT -> moments >= 0.5;
            case TIME -> times >= 0.5 || (clockNumbers >= 0.98 && most >= 1000);
            case DURATION -> durations >= 0.5;
            case AMOUNT -> numbers >= 0.5 || (amounts() >= 0.5 && writtenMoments < 0.5);
            case PARTY -> (writtenMoments < 0.5 || telephones > 0.9) && addresses < 0.5 && !isCounter();
            case NODE -> (writtenMoments < 0.5 || telephones > 0.9) && addresses < 0.5;
            case EQUIPMENT -> letters < 0.5 && !areDialled();
            case LATITUDE -> within90 >= 0.5;
            case LONGITUDE -> within180 >= 0.5;
            case POSITION -> positions >= 0.5;
            case CODE -> writtenMoments < 0.5 && distinct() <= Math.max(40, filled / 5);
            case TEXT -> true;
        };
    }

    /** Whether the values are telephone numbers, too short for the number of a handset or a SIM card. */
    private boolean areDialled() {
        return telephones >= 0.9
                && values().stream().allMatch(value -> {
                    long digits = value.chars().filter(Character::isDigit).count();
                    return digits >= 9 && digits <= 13;
                });
    }

    /** Whether the values number the rows: 1, 2, 3, each once. */
    public boolean isCounter() {
        return filled >= 3
                && integers >= 0.9
                && distinct() == filled
                && least >= 0
                && least <= 1
                && most - least + 1 <= rows;
    }

    /** Share with a digit: amounts may carry a currency. */
    private double amounts() {
        int found = 0;
        int all = 0;
        for (Map.Entry<String, Integer> entry : values.entrySet()) {
            all += entry.getValue();
            String cell = entry.getKey();
            long digits = cell.chars().filter(Character::isDigit).count();
            long others = cell.chars().filter(Character::isLetter).count();
            if (digits > 0 && others <= 6) {
                found += entry.getValue();
            }
        }
        return all == 0 ? 0 : (double) found / all;
    }

    /** The values in a few words for a user: "values 0 to 3600", "3 different values: in, out, ...". */
    public String words() {
        if (filled == 0) {
            return "no values";
        }
        if (writtenMoments >= 0.5) {
            return "values are dates such as " + example();
        }
        if (numbers >= 0.9 && telephones < 0.5) {
            return "values " + plain(least) + " to " + plain(most);
        }
        if (distinct() <= 6) {
            return "values "
                    + String.join(
                            ", ",
                            values.keySet().stream()
                                    .sorted()
                                    .limit(6)
                                    .map(ColumnProfile::shortened)
                                    .toList());
        }
        return "values such as " + example();
    }

    private String example() {
        return values.keySet().stream()
                .sorted()
                .findFirst()
                .map(ColumnProfile::shortened)
                .orElse("");
    }

    private static String shortened(String value) {
        return value.length() > 30 ? value.substring(0, 29) + "\u2026" : value;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
