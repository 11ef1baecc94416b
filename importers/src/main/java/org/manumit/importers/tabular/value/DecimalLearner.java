package org.manumit.importers.tabular.value;

import org.manumit.importers.tabular.CellKind;

/**
 * Decides from all values of a column whether its numbers have a decimal comma or point. Not thread-safe.
 *
 * <p>Proof is a mark with another number of digits behind it than three, or two different marks in one number (the
 * last is the decimal mark). A single mark before exactly three digits proves nothing and is taken for a thousands
 * separator where nothing else in the column speaks, since amounts have two decimals or none.
 */
public final class DecimalLearner {

    private long filled;
    private long numbers;
    private long comma;
    private long point;
    private long openComma;
    private long openPoint;

    /** Takes in one cell; currency signs and letters around the number do not matter. */
    public void add(String written, CellKind kind) {
        if (written.isEmpty()) {
            return;
        }
        String cell = PlainDigits.of(written);
        filled++;
        if (kind == CellKind.NUMBER) {
            numbers++;
            return;
        }
        int first = -1;
        int last = -1;
        int lastComma = -1;
        int lastPoint = -1;
        int commas = 0;
        int points = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first < 0) {
            return;
        }
        for (int i = Math.max(0, first - 1); i <= last; i++) {
            char c = cell.charAt(i);
            if (c == ',') {
                commas++;
                lastComma = i;
            } else if (c == '.') {
                points++;
                lastPoint = i;
            } else if (Character.isLetter(c) && c != 'e' && c != 'E' && i >= first) {
                return;
            }
        }
        numbers++;
        if (commas > 0 && points > 0) {
            if (lastComma > lastPoint) {
                comma++;
            } else {
                point++;
            }
        } else if (commas > 1 && isGrouped(last - lastComma)) {
            point++;
        } else if (points > 1 && isGrouped(last - lastPoint)) {
            comma++;
        } else if (commas == 1) {
            if (isGrouped(last - lastComma)
                    && lastComma - first <= 3
                    && lastComma > first - 1
                    && !startsWithZero(cell, first)) {
                openComma++;
            } else {
                comma++;
            }
        } else if (points == 1) {
            if (isGrouped(last - lastPoint)
                    && lastPoint - first <= 3
                    && lastPoint > first - 1
                    && !startsWithZero(cell, first)) {
                openPoint++;
            } else {
                point++;
            }
        }
    }

    private static boolean isGrouped(int digitsBehind) {
        return digitsBehind == 3;
    }

    /** 0,125 is no group of thousands. */
    private static boolean startsWithZero(String cell, int first) {
        return cell.charAt(first) == '0';
    }

    /** Share of the filled cells that hold a number. */
    public double share() {
        return filled == 0 ? 0 : (double) numbers / filled;
    }

    /** Whether no value has proved the mark yet, so that further values could. */
    public boolean isOpen() {
        return comma == 0 && point == 0;
    }

    /** Whether some value could be read in two ways, and none proves which. */
    public boolean isAssumed() {
        return isOpen() && (openComma > 0 || openPoint > 0);
    }

    /** How the column is to be read. */
    public DecimalReading reading() {
        if (comma > 0 || point > 0) {
            boolean isComma = comma > point;
            long fors = Math.max(comma, point);
            long against = Math.min(comma, point);
            return new DecimalReading(
                    isComma ? DecimalReading.Mark.COMMA : DecimalReading.Mark.POINT,
                    against == 0 ? MomentReading.Assurance.CERTAIN : MomentReading.Assurance.ASSUMED,
                    (isComma ? "decimal comma: " : "decimal point: ") + fors
                            + (fors == 1 ? " value allows" : " values allow") + " nothing else"
                            + (against == 0 ? "" : ", against " + against));
        }
        if (openComma > 0 || openPoint > 0) {
            boolean isComma = openPoint >= openComma;
            return new DecimalReading(
                    isComma ? DecimalReading.Mark.COMMA : DecimalReading.Mark.POINT,
                    MomentReading.Assurance.ASSUMED,
                    (isComma ? "1.234" : "1,234")
                            + " read as one thousand two hundred and thirty-four: assumed, as three digits follow every mark");
        }
        return new DecimalReading(DecimalReading.Mark.POINT, MomentReading.Assurance.CERTAIN, "whole numbers");
    }
}
