package org.manumit.graph;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Transfers of money in columns, a record a row of a bank's or transfer agent's file. Entities are given as indexes
 * into the entity list that the table comes with, as in {@link CallTable}. Amounts are exact. Immutable; safe for use
 * from several threads.
 */
public final class TransferTable {

    /** What stands for a party that the record does not name. */
    public static final int NONE = -1;

    /** How the time of a transfer is to be read. */
    public enum TimeBasis {
        /** Seconds since 1970-01-01T00:00Z. */
        INSTANT(0),
        /** A calendar day: seconds since 1970-01-01T00:00Z of its midnight, taken as UTC. */
        DATE(1),
        /** A step of a sequence: orders transfers of one source, is no date. */
        STEP(2),
        /** Not given. */
        NONE(3);

        private final byte code;

        TimeBasis(int code) {
            this.code = (byte) code;
        }

        /** The number that stands for it in packed columns, in memory and in the store. Never changes. */
        public byte code() {
            return code;
        }

        /** The basis a code stands for; {@link #NONE} for a code nobody knows. */
        public static TimeBasis ofCode(byte code) {
            return code >= 0 && code < BASES.length ? BASES[code] : NONE;
        }
    }

    /** No transfers. */
    public static final TransferTable EMPTY = new Builder().build();

    private static final TimeBasis[] BASES = {TimeBasis.INSTANT, TimeBasis.DATE, TimeBasis.STEP, TimeBasis.NONE};

    private final List<SourceId> sources;
    private final List<String> sheets;
    private final List<String> currencies;
    private final int size;
    private final int[] from;
    private final int[] to;
    private final int[] nominalFrom;
    private final int[] nominalTo;
    private final long[] unscaled;
    private final byte[] scale;
    private final int[] currency;
    private final long[] time;
    private final byte[] basis;
    private final int[] source;
    private final int[] sheet;
    private final int[] row;
    private final @Nullable String[] text;

    private TransferTable(Builder b) {
        sources = List.copyOf(b.sources);
        sheets = List.copyOf(b.sheets);
        currencies = List.copyOf(b.currencies);
        size = b.size;
        from = Arrays.copyOf(b.from, size);
        to = Arrays.copyOf(b.to, size);
        nominalFrom = Arrays.copyOf(b.nominalFrom, size);
        nominalTo = Arrays.copyOf(b.nominalTo, size);
        unscaled = Arrays.copyOf(b.unscaled, size);
        scale = Arrays.copyOf(b.scale, size);
        currency = Arrays.copyOf(b.currency, size);
        time = Arrays.copyOf(b.time, size);
        basis = Arrays.copyOf(b.basis, size);
        source = Arrays.copyOf(b.source, size);
        sheet = Arrays.copyOf(b.sheet, size);
        row = Arrays.copyOf(b.row, size);
        text = Arrays.copyOf(b.text, size);
    }

    /** How many transfers. */
    public int size() {
        return size;
    }

    /** The files the transfers stand in. */
    public List<SourceId> sources() {
        return sources;
    }

    /** Index of the account or person the money came from, or {@link #NONE} (cash paid in). */
    public int from(int i) {
        return from[i];
    }

    /** Index of the account or person the money went to, or {@link #NONE} (cash taken out). */
    public int to(int i) {
        return to[i];
    }

    /** Index of the sender the record shows when that is another than who really paid, or {@link #NONE}. */
    public int nominalFrom(int i) {
        return nominalFrom[i];
    }

    /** Index of the recipient the record shows when that is another than who really received, or {@link #NONE}. */
    public int nominalTo(int i) {
        return nominalTo[i];
    }

    /** The exact amount, not negative. */
    public BigDecimal amount(int i) {
        return BigDecimal.valueOf(unscaled[i], scale[i]);
    }

    /** The amount's digits without the point, for packed storage. */
    public long unscaledAmount(int i) {
        return unscaled[i];
    }

    /** How many of {@link #unscaledAmount} stand behind the point. */
    public int scale(int i) {
        return scale[i];
    }

    /** The amount as a number to reckon shares and sums with; never for display. */
    public double amountAsDouble(int i) {
        return unscaled[i] / Math.pow(10, scale[i]);
    }

    /** ISO 4217 code, or empty when the source does not give one. */
    public String currency(int i) {
        return currencies.get(currency[i]);
    }

    /** When, to be read as {@link #basis} says. */
    public long time(int i) {
        return time[i];
    }

    /** How {@link #time} is to be read. */
    public TimeBasis basis(int i) {
        return TimeBasis.ofCode(basis[i]);
    }

    /** The file the transfer stands in, as an index into {@link #sources()}. */
    public int sourceIndex(int i) {
        return source[i];
    }

    /** The file the transfer stands in. */
    public SourceId source(int i) {
        return sources.get(source[i]);
    }

    /** The sheet the transfer stands in, or empty. */
    public String sheet(int i) {
        return sheets.get(sheet[i]);
    }

    /** The row the transfer stands in, as a spreadsheet or text editor counts. */
    public int row(int i) {
        return row[i];
    }

    /** Purpose, reference, places and unmapped columns, as {@code header=value} joined by {@code "; "}. */
    public Optional<String> text(int i) {
        return Optional.ofNullable(text[i]);
    }

    /** The claim that the transfer is. */
    public ClaimId claim(int i) {
        return ClaimId.of(source(i), sheet(i), row[i]);
    }

    /** Collects transfers. Not safe for use from several threads. */
    public static final class Builder {
        private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

        private final List<SourceId> sources = new ArrayList<>();
        private final List<String> sheets = new ArrayList<>();
        private final List<String> currencies = new ArrayList<>();
        private int size;
        private int[] from = new int[16];
        private int[] to = new int[16];
        private int[] nominalFrom = new int[16];
        private int[] nominalTo = new int[16];
        private long[] unscaled = new long[16];
        private byte[] scale = new byte[16];
        private int[] currency = new int[16];
        private long[] time = new long[16];
        private byte[] basis = new byte[16];
        private int[] source = new int[16];
        private int[] sheet = new int[16];
        private int[] row = new int[16];
        private @Nullable String[] text = new @Nullable String[16];

        /**
         * Adds a transfer and returns its index, for {@link #nominal} and {@link #text}.
         *
         * @throws IllegalArgumentException when the amount is negative or has more than 18 digits
         */
        public int add(
                int from,
                int to,
                BigDecimal amount,
                String currency,
                long time,
                TimeBasis basis,
                SourceId source,
                String sheet,
                int row) {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException("an amount must not be negative: " + amount);
            }
            BigDecimal plain = amount.scale() < 0 ? amount.setScale(0) : amount;
            if (plain.unscaledValue().compareTo(LARGEST) > 0 || plain.scale() > 18) {
                throw new IllegalArgumentException("an amount has too many digits: " + amount);
            }
            int i = size;
            this.from = Columns.room(this.from, i);
            this.to = Columns.room(this.to, i);
            this.nominalFrom = Columns.room(this.nominalFrom, i);
            this.nominalTo = Columns.room(this.nominalTo, i);
            this.unscaled = Columns.room(this.unscaled, i);
            this.scale = Columns.room(this.scale, i);
            this.currency = Columns.room(this.currency, i);
            this.time = Columns.room(this.time, i);
            this.basis = Columns.room(this.basis, i);
            this.source = Columns.room(this.source, i);
            this.sheet = Columns.room(this.sheet, i);
            this.row = Columns.room(this.row, i);
            this.text = Columns.room(this.text, i);
            this.from[i] = from;
            this.to[i] = to;
            this.nominalFrom[i] = NONE;
            this.nominalTo[i] = NONE;
            this.unscaled[i] = plain.unscaledValue().longValueExact();
            this.scale[i] = (byte) plain.scale();
            this.currency[i] = CallTable.indexIn(currencies, currency);
            this.time[i] = time;
            this.basis[i] = basis.code();
            this.source[i] = CallTable.indexIn(sources, source);
            this.sheet[i] = CallTable.indexIn(sheets, sheet);
            this.row[i] = row;
            this.text[i] = null;
            size++;
            return i;
        }

        /**
         * Adds a transfer of another table with all that it says.
         *
         * @param here where the other table's entities stand in the list that this one's indexes point to
         */
        public int add(TransferTable table, int i, IntUnaryOperator here) {
            int at = add(
                    CallTable.at(table.from(i), here),
                    CallTable.at(table.to(i), here),
                    table.amount(i),
                    table.currency(i),
                    table.time(i),
                    table.basis(i),
                    table.source(i),
                    table.sheet(i),
                    table.row(i));
            nominal(at, CallTable.at(table.nominalFrom(i), here), CallTable.at(table.nominalTo(i), here));
            Optional<String> words = table.text(i);
            if (words.isPresent()) {
                text(at, words.get());
            }
            return at;
        }

        /** Names the parties that the record of transfer {@code i} shows, where they are others. */
        public Builder nominal(int i, int from, int to) {
            Objects.checkIndex(i, size);
            nominalFrom[i] = from;
            nominalTo[i] = to;
            return this;
        }

        /** Keeps purpose, reference and unmapped columns of transfer {@code i}. */
        public Builder text(int i, String text) {
            Objects.checkIndex(i, size);
            this.text[i] = text;
            return this;
        }

        /** How many transfers so far. */
        public int size() {
            return size;
        }

        public TransferTable build() {
            return new TransferTable(this);
        }
    }
}
