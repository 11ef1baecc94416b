package org.manumit.importers.documents;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Finds out whether a page of a PDF file is set in columns, and where: a strip that hardly any line crosses, between
 * lines that fill their columns, as prose does and the cells of a table do not. Not thread-safe.
 */
final class PdfColumns extends PDFTextStripper {

    private static final int LEAST_LINES = 8;
    private static final int NARROWEST_GUTTER = 6;

    /** Headings over both columns may be many on a first page. */
    private static final double MAY_CROSS = 0.4;

    private static final double FILLED = 0.7;
    private static final double LINES_FILLED = 0.6;

    /** Where characters begin and end. */
    private record Span(double from, double to) {}

    private final Map<Integer, List<Span>> lines = new TreeMap<>();
    private double least = Double.MAX_VALUE;
    private double most;

    private PdfColumns() throws IOException {}

    /**
     * The parts of a page in the order in which they are read.
     *
     * @param page from 1
     * @return empty when it is not set in columns
     */
    static List<Rectangle2D> areas(PDDocument document, int page) throws IOException {
        PdfColumns columns = new PdfColumns();
        columns.setStartPage(page);
        columns.setEndPage(page);
        columns.getText(document);
        return columns.gutter().map(columns::areas).orElse(List.of());
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (text.getDir() == 0 && !text.getUnicode().isBlank()) {
            double from = text.getX();
            double to = from + Math.max(text.getWidth(), 1);
            lines.computeIfAbsent(Math.round(text.getY() / 2), y -> new ArrayList<>())
                    .add(new Span(from, to));
            least = Math.min(least, from);
            most = Math.max(most, to);
        }
    }

    private static boolean crosses(List<Span> line, Span gutter) {
        double middle = (gutter.from + gutter.to) / 2;
        return line.stream().anyMatch(s -> s.from < middle && s.to > middle);
    }

    /** The widest strip in the middle of the page that divides lines of prose. */
    private Optional<Span> gutter() {
        if (lines.size() < LEAST_LINES || most - least < 100 || most - least > 20_000) {
            return Optional.empty();
        }
        int width = (int) (most - least) + 1;
        int[] crossed = new int[width];
        for (List<Span> line : lines.values()) {
            boolean[] covered = new boolean[width];
            for (Span span : line) {
                for (int x = Math.max(0, (int) (span.from - least));
                        x < Math.min(width, (int) Math.ceil(span.to - least));
                        x++) {
                    covered[x] = true;
                }
            }
            for (int x = 0; x < width; x++) {
                crossed[x] += covered[x] ? 1 : 0;
            }
        }
        Optional<Span> best = Optional.empty();
        int from = -1;
        for (int x = width / 5; x <= width * 4 / 5; x++) {
            boolean free = x < width * 4 / 5 && crossed[x] <= lines.size() * MAY_CROSS;
            if (free && from < 0) {
                from = x;
            } else if (!free && from >= 0) {
                Span strip = narrowed(crossed, from, x);
                if (strip.to - strip.from >= NARROWEST_GUTTER
                        && best.map(b -> b.to - b.from < strip.to - strip.from).orElse(true)
                        && isBetweenProse(strip)) {
                    best = Optional.of(strip);
                }
                from = -1;
            }
        }
        return best;
    }

    /** The part of a strip that the fewest lines cross. */
    private Span narrowed(int[] crossed, int from, int to) {
        int fewest = Integer.MAX_VALUE;
        for (int x = from; x < to; x++) {
            fewest = Math.min(fewest, crossed[x]);
        }
        int allowed = fewest + Math.max(1, lines.size() / 20);
        int bestFrom = from;
        int bestTo = from;
        int start = -1;
        for (int x = from; x <= to; x++) {
            boolean free = x < to && crossed[x] <= allowed;
            if (free && start < 0) {
                start = x;
            } else if (!free && start >= 0) {
                if (x - start > bestTo - bestFrom) {
                    bestFrom = start;
                    bestTo = x;
                }
                start = -1;
            }
        }
        return new Span(least + bestFrom, least + bestTo);
    }

    private boolean isBetweenProse(Span gutter) {
        return isProse(gutter, least, gutter.from) && isProse(gutter, gutter.to, most);
    }

    private boolean isProse(Span gutter, double from, double to) {
        int lines = 0;
        int filled = 0;
        for (List<Span> line : this.lines.values()) {
            if (crosses(line, gutter)) {
                continue;
            }
            double covered = line.stream()
                    .filter(s -> s.from >= from - 1 && s.to <= to + 1)
                    .mapToDouble(s -> s.to - s.from)
                    .sum();
            if (covered > 0) {
                lines++;
                // Spaces between words are not covered.
                filled += covered >= FILLED * 0.8 * (to - from) ? 1 : 0;
            }
        }
        return lines >= LEAST_LINES && filled >= LINES_FILLED * lines;
    }

    /** From top to bottom: what crosses the strip, then what stands left of it, then what stands right. */
    private List<Rectangle2D> areas(Span gutter) {
        double middle = (gutter.from + gutter.to) / 2;
        List<Rectangle2D> areas = new ArrayList<>();
        Optional<Boolean> crossing = Optional.empty();
        double top = 0;
        double before = 0;
        for (Map.Entry<Integer, List<Span>> line : lines.entrySet()) {
            double y = line.getKey() * 2.0;
            boolean crosses = crosses(line.getValue(), gutter);
            if (crossing.isPresent() && crossing.get() != crosses) {
                double bottom = (before + y) / 2;
                band(areas, crossing.get(), top, bottom, middle);
                top = bottom;
            }
            crossing = Optional.of(crosses);
            before = y;
        }
        band(areas, crossing.orElse(true), top, before + 1_000, middle);
        return areas;
    }

    private static void band(List<Rectangle2D> areas, boolean crosses, double top, double bottom, double middle) {
        double right = 100_000;
        if (crosses) {
            areas.add(new Rectangle2D.Double(-right, top, 2 * right, bottom - top));
        } else {
            areas.add(new Rectangle2D.Double(-right, top, right + middle, bottom - top));
            areas.add(new Rectangle2D.Double(middle, top, right, bottom - top));
        }
    }
}
