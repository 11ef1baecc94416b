package org.manumit.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Call records in columns: calls, messages and data sessions, a record a row of an operator's file. Entities are given
 * as indexes into the entity list that the table comes with ({@link CaseAddition#entities()} or
 * {@link CaseGraph#entities()}), sources as indexes into {@link #sources()}. Immutable; safe for use from several
 * threads; about 45 bytes a record.
 */
public final class CallTable {

    /** Start of a record whose time the source does not give. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** Duration of a record whose duration the source does not give, or that has none. */
    public static final int NO_DURATION = -1;

    /** What stands for an entity that a record does not name. */
    public static final int NONE = -1;

    /** What passed between the two ends. */
    public enum Kind {
        CALL(0),
        MESSAGE(1),
        DATA(2),
        OTHER(3);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }

        /** The number that stands for it in packed columns, in memory and in the store. Never changes. */
        public byte code() {
            return code;
        }

        /** The kind a code stands for; {@link #OTHER} for a code nobody knows. */
        public static Kind ofCode(byte code) {
            return code >= 0 && code < KINDS.length ? KINDS[code] : OTHER;
        }
    }

    /** No records. */
    public static final CallTable EMPTY = new Builder().build();

    private static final Kind[] KINDS = {Kind.CALL, Kind.MESSAGE, Kind.DATA, Kind.OTHER};

    private final List<SourceId> sources;
    private final List<String> sheets;
    private final int size;
    private final int[] from;
    private final int[] to;
    private final long[] start;
    private final int[] duration;
    private final byte[] kind;
    private final int[] source;
    private final int[] sheet;
    private final int[] row;
    /** A column per {@link Equipment}; of no length where no record names any. */
    private final int[][] equipment;

    /** Of no length where no record has unmapped columns. */
    private final @Nullable String[] extra;

    private CallTable(Builder b) {
        sources = List.copyOf(b.sources);
        sheets = List.copyOf(b.sheets);
        size = b.size;
        from = Arrays.copyOf(b.from, size);
        to = Arrays.copyOf(b.to, size);
        start = Arrays.copyOf(b.start, size);
        duration = Arrays.copyOf(b.duration, size);
        kind = Arrays.copyOf(b.kind, size);
        source = Arrays.copyOf(b.source, size);
        sheet = Arrays.copyOf(b.sheet, size);
        row = Arrays.copyOf(b.row, size);
        equipment = new int[Equipment.values().length][];
        for (int i = 0; i < equipment.length; i++) {
            int[] column = b.equipment[i];
            equipment[i] = column.length == 0 ? column : Arrays.copyOf(column, size);
        }
        extra = b.extra.length == 0 ? b.extra : Arrays.copyOf(b.extra, size);
    }

    /** The apparatus that a record may name at either end. */
    public enum Equipment {
        FROM_CELL(0),
        TO_CELL(1),
        FROM_HANDSET(2),
        TO_HANDSET(3),
        FROM_SIM(4),
        TO_SIM(5);

        private final int column;

        Equipment(int column) {
            this.column = column;
        }
    }

    /** How many records. */
    public int size() {
        return size;
    }

    /** The files the records stand in. */
    public List<SourceId> sources() {
        return sources;
    }

    /** Index of the entity that called, wrote or opened the session. */
    public int from(int i) {
        return from[i];
    }

    /** Index of the entity that was called or written to, or {@link #NONE} (a data session names no other end). */
    public int to(int i) {
        return to[i];
    }

    /** Start in seconds since 1970-01-01T00:00Z, or {@link #NO_TIME}. */
    public long start(int i) {
        return start[i];
    }

    /** Duration in seconds, or {@link #NO_DURATION}. */
    public int duration(int i) {
        return duration[i];
    }

    /** What passed. */
    public Kind kind(int i) {
        return Kind.ofCode(kind[i]);
    }

    /** The file the record stands in, as an index into {@link #sources()}. */
    public int sourceIndex(int i) {
        return source[i];
    }

    /** The file the record stands in. */
    public SourceId source(int i) {
        return sources.get(source[i]);
    }

    /** The sheet the record stands in, or empty. */
    public String sheet(int i) {
        return sheets.get(sheet[i]);
    }

    /** The row the record stands in, as a spreadsheet or text editor counts. */
    public int row(int i) {
        return row[i];
    }

    /** Index of the antenna, handset or SIM that the record names, or {@link #NONE}. */
    public int equipment(int i, Equipment which) {
        int[] column = equipment[which.column];
        return column.length == 0 ? NONE : column[i];
    }

    /** Whether any record names such equipment. */
    public boolean has(Equipment which) {
        return equipment[which.column].length > 0;
    }

    /** Columns nobody mapped, as {@code header=value} joined by {@code "; "}. */
    public Optional<String> extra(int i) {
        return extra.length == 0 ? Optional.empty() : Optional.ofNullable(extra[i]);
    }

    /** The claim that the record is. */
    public ClaimId claim(int i) {
        return ClaimId.of(source(i), sheet(i), row[i]);
    }

    /** Collects records. Not safe for use from several threads. */
    public static final class Builder {
        private final List<SourceId> sources = new ArrayList<>();
        private final List<String> sheets = new ArrayList<>();
        private int size;
        private int[] from = new int[16];
        private int[] to = new int[16];
        private long[] start = new long[16];
        private int[] duration = new int[16];
        private byte[] kind = new byte[16];
        private int[] source = new int[16];
        private int[] sheet = new int[16];
        private int[] row = new int[16];
        private final int[][] equipment = new int[Equipment.values().length][0];
        private @Nullable String[] extra = new @Nullable String[0];

        /** Adds a record and returns its index, for {@link #equipment} and {@link #extra}. */
        public int add(int from, int to, Kind kind, long start, int duration, SourceId source, String sheet, int row) {
            int i = size;
            this.from = Columns.room(this.from, i);
            this.to = Columns.room(this.to, i);
            this.start = Columns.room(this.start, i);
            this.duration = Columns.room(this.duration, i);
            this.kind = Columns.room(this.kind, i);
            this.source = Columns.room(this.source, i);
            this.sheet = Columns.room(this.sheet, i);
            this.row = Columns.room(this.row, i);
            this.from[i] = from;
            this.to[i] = to;
            this.start[i] = start;
            this.duration[i] = duration;
            this.kind[i] = kind.code();
            this.source[i] = indexIn(sources, source);
            this.sheet[i] = indexIn(sheets, sheet);
            this.row[i] = row;
            for (int e = 0; e < equipment.length; e++) {
                int[] column = equipment[e];
                if (column.length > 0) {
                    column = Columns.room(column, i);
                    column[i] = NONE;
                    equipment[e] = column;
                }
            }
            if (extra.length > 0) {
                extra = Columns.room(extra, i);
                extra[i] = null;
            }
            size++;
            return i;
        }

        /**
         * Adds a record of another table with all that it says.
         *
         * @param here where the other table's entities stand in the list that this one's indexes point to
         */
        public int add(CallTable table, int i, IntUnaryOperator here) {
            int at = add(
                    at(table.from(i), here),
                    at(table.to(i), here),
                    table.kind(i),
                    table.start(i),
                    table.duration(i),
                    table.source(i),
                    table.sheet(i),
                    table.row(i));
            for (Equipment which : Equipment.values()) {
                int entity = table.equipment(i, which);
                if (entity != NONE) {
                    equipment(at, which, here.applyAsInt(entity));
                }
            }
            Optional<String> text = table.extra(i);
            if (text.isPresent()) {
                extra(at, text.get());
            }
            return at;
        }

        /** Says how long record {@code i} was. */
        Builder duration(int i, int seconds) {
            duration[Objects.checkIndex(i, size)] = seconds;
            return this;
        }

        /** Says which antenna, handset or SIM record {@code i} names. */
        public Builder equipment(int i, Equipment which, int entity) {
            Objects.checkIndex(i, size);
            int[] column = equipment[which.column];
            if (column.length == 0) {
                column = new int[from.length];
                Arrays.fill(column, 0, size, NONE);
                equipment[which.column] = column;
            }
            column[i] = entity;
            return this;
        }

        /** Keeps the unmapped columns of record {@code i}. */
        public Builder extra(int i, String text) {
            Objects.checkIndex(i, size);
            if (extra.length == 0) {
                extra = new @Nullable String[from.length];
            }
            extra[i] = text;
            return this;
        }

        /** How many records so far. */
        public int size() {
            return size;
        }

        public CallTable build() {
            return new CallTable(this);
        }
    }

    /** Where an entity stands in another list; nobody stays nobody. */
    static int at(int entity, IntUnaryOperator here) {
        return entity < 0 ? NONE : here.applyAsInt(entity);
    }

    /** Index of an element that is nearly always the last one added. */
    static <T> int indexIn(List<T> list, T element) {
        int last = list.size() - 1;
        if (last >= 0 && list.get(last).equals(element)) {
            return last;
        }
        int i = list.indexOf(element);
        if (i < 0) {
            list.add(element);
            i = list.size() - 1;
        }
        return i;
    }
}
