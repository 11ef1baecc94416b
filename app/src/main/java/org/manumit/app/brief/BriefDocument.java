package org.manumit.app.brief;

import java.util.List;
import java.util.Objects;

/**
 * A brief as content, before it becomes a Word or PDF file.
 *
 * @param title the title
 * @param subtitle what stands under the title
 * @param author who is named as the author in the file's properties
 * @param marking the handling marking that heads and ends every page
 * @param footer what else ends every page
 * @param blocks the content in order
 */
public record BriefDocument(
        String title, String subtitle, String author, String marking, String footer, List<Block> blocks) {

    /** A piece of content. */
    public sealed interface Block {}

    /**
     * A heading.
     *
     * @param level 1 to 3
     * @param number its number, for example {@code 2.1}; empty for none
     * @param text what it says
     */
    public record Heading(int level, String number, String text) implements Block {
        public Heading {
            text = printable(text);
        }

        /** Number and text as printed. */
        public String whole() {
            return number.isEmpty() ? text : number + "  " + text;
        }
    }

    /** A paragraph. */
    public record Paragraph(Style style, List<Run> runs) implements Block {
        public Paragraph {
            Objects.requireNonNull(style, "style");
            runs = List.copyOf(runs);
        }
    }

    /** How a paragraph looks. */
    public enum Style {
        BODY,
        /** The sentence that says it all. */
        VERDICT,
        /** Small print under a table. */
        NOTE,
        /** Something that must not be overlooked, in a box. */
        NOTICE,
        CAPTION,
        BULLET
    }

    /** A stretch of text of one look. */
    public record Run(String text, Look look) {
        public Run {
            text = printable(text);
            Objects.requireNonNull(look, "look");
        }
    }

    /** How a stretch of text looks. */
    public enum Look {
        PLAIN,
        STRONG,
        /** Where something comes from. */
        CITATION,
        /** A hash: every character counts. */
        CODE,
        /** A bar drawn with block characters. */
        BAR
    }

    /**
     * A table; its header is repeated on every page.
     *
     * @param columns the columns
     * @param rows the rows, a cell a column
     * @param look how it looks
     */
    public record Table(List<Column> columns, List<List<Cell>> rows, TableLook look) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row of " + row.size() + " cells in a table of " + columns.size() + " columns");
                }
            }
        }
    }

    /** How a table looks. */
    public enum TableLook {
        /** A header and rows. */
        LIST,
        /** Names on the left, what they stand for on the right; no header. */
        FACTS
    }

    /**
     * A column.
     *
     * @param title its header
     * @param share its share of the width, relative to the others
     * @param alignment where its content stands
     */
    public record Column(String title, int share, Alignment alignment) {}

    /** Where the content of a column stands. */
    public enum Alignment {
        LEFT,
        RIGHT
    }

    /** A cell. */
    public record Cell(List<Run> runs) {
        public Cell {
            runs = List.copyOf(runs);
        }

        static Cell of(String text) {
            return new Cell(List.of(new Run(text, Look.PLAIN)));
        }

        static Cell strong(String text) {
            return new Cell(List.of(new Run(text, Look.STRONG)));
        }
    }

    /**
     * A picture over the whole width.
     *
     * @param png its content
     * @param width in pixels
     * @param height in pixels
     * @param description what it shows, for those who cannot see it
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from the painter to the writer, never compared
    public record Picture(byte[] png, int width, int height, String description) implements Block {}

    /** The table of contents. */
    public record Contents() implements Block {}

    /** What follows stands on a new page. */
    public record PageBreak() implements Block {}

    /** Whether a block says what the table after it shows, and so belongs on the same page. */
    boolean isLeadIn(int block) {
        return blocks.get(block) instanceof Paragraph paragraph
                && paragraph.style() == Style.BODY
                && block + 1 < blocks.size()
                && blocks.get(block + 1) instanceof Table;
    }

    /** A source may hold control characters that no document may. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public BriefDocument {
        title = printable(title);
        Objects.requireNonNull(subtitle, "subtitle");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(marking, "marking");
        Objects.requireNonNull(footer, "footer");
        blocks = List.copyOf(blocks);
    }
}
