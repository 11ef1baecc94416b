package org.manumit.app.feature.chart.render;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.graphstream.ui.graphicGraph.stylesheet.StyleConstants;
import org.manumit.app.feature.chart.layout.LayoutResult;
import org.manumit.app.feature.chart.model.ChartLink;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartScene;
import org.manumit.app.feature.chart.model.LinkDirection;
import org.manumit.app.feature.chart.render.LabelText.Weight;

/**
 * Draws a chart with Java2D: the same for the screen and for pictures, and without JavaFX. Keeps drawn symbols and labels
 * between pictures, so it is cheap to keep and belongs to one thread at a time.
 */
public final class ChartPainter {

    private static final float DIM = 0.13f;
    private static final double LABEL_GAP = 3;

    private final ChartStyles styles;
    private final ChartTheme theme;
    private final LabelText text;
    private final SymbolPainter symbols;
    private final SpriteCache sprites = new SpriteCache();
    private final Map<StrokeKey, Stroke> strokes = new HashMap<>();
    private final LinkPath path = new LinkPath();

    /** A painter of these styles. */
    public ChartPainter(ChartStyles styles, Symbols glyphs, ChartFonts fonts) {
        this.styles = styles;
        theme = styles.theme();
        text = new LabelText(fonts);
        symbols = new SymbolPainter(styles, glyphs, fonts);
    }

    /** The theme it paints in. */
    public ChartTheme theme() {
        return theme;
    }

    /**
     * Paints a frame.
     *
     * @param g takes logical pixels; for {@link Detail#DRAFT} and {@link Detail#SMOOTH} its transform is a plain scaling
     * @param scale device pixels per logical pixel, as in that transform
     * @param cancelled asked from time to time; when true the picture is left unfinished
     * @return whether the picture was finished
     */
    public boolean paint(Graphics2D g, ChartFrame frame, Detail detail, double scale, BooleanSupplier cancelled) {
        return new Picture(g, frame, detail, scale, cancelled).paint();
    }

    private record StrokeKey(float width, StyleConstants.StrokeMode mode) {}

    private record SymbolKey(String classes, Object roles, Object kind, int radius, double scale, boolean dot) {}

    private record LabelKey(String text, float size, Weight weight, Color ink, double scale) {}

    private record PlacedLabel(int node, List<String> lines, double x, double top, boolean lit) {}

    private static Color mix(Color over, Color under, double share) {
        return new Color(
                (int) Math.round(under.getRed() + (over.getRed() - under.getRed()) * share),
                (int) Math.round(under.getGreen() + (over.getGreen() - under.getGreen()) * share),
                (int) Math.round(under.getBlue() + (over.getBlue() - under.getBlue()) * share));
    }

    private static Color faded(Color colour, double opacity) {
        return new Color(
                colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(colour.getAlpha() * opacity));
    }

    private Stroke stroke(double width, StyleConstants.StrokeMode mode) {
        float rounded = Math.max(0.4f, Math.round(width * 8) / 8f);
        return strokes.computeIfAbsent(new StrokeKey(rounded, mode), key -> switch (mode) {
            case DASHES ->
                new BasicStroke(
                        key.width(),
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {5 + 1.5f * key.width(), 3.5f + key.width()},
                        0);
            case DOTS ->
                new BasicStroke(
                        key.width(),
                        BasicStroke.CAP_ROUND,
                        BasicStroke.JOIN_ROUND,
                        1,
                        new float[] {0.1f, 2.8f + 1.6f * key.width()},
                        0);
            case NONE, PLAIN, DOUBLE -> new BasicStroke(key.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        });
    }

    /** One picture being painted. */
    private final class Picture {

        private final Graphics2D g;
        private final ChartFrame frame;
        private final ChartScene scene;
        private final Detail detail;
        private final double scale;
        private final BooleanSupplier cancelled;
        private final double symbolScale;
        private final int[] inView;
        private final int[] linksInView;
        private final BitSet lit = new BitSet();
        private final boolean focused;
        private final LevelOfDetail level;
        private final LabelSpace space = new LabelSpace();
        private final Map<String, Rectangle2D> groupBoxes = new TreeMap<>();

        Picture(Graphics2D g, ChartFrame frame, Detail detail, double scale, BooleanSupplier cancelled) {
            this.g = g;
            this.frame = frame;
            this.detail = detail;
            this.scale = scale;
            this.cancelled = cancelled;
            scene = frame.scene();
            symbolScale = frame.camera().symbolScale();
            inView = nodesInView();
            linksInView = linksInView();
            focused = !frame.selectedNodes().isEmpty() || !frame.selectedLinks().isEmpty();
            level = LevelOfDetail.of(
                    detail, inView.length, linksInView.length, frame.camera().zoom());
            light();
        }

        boolean paint() {
            Shape clip = g.getClip();
            background();
            columns();
            if (frame.groups() == ChartFrame.GroupOutlines.SHOWN) {
                groups();
            }
            links();
            if (cancelled.getAsBoolean()) {
                return false;
            }
            nodes();
            if (cancelled.getAsBoolean()) {
                return false;
            }
            labels();
            g.setClip(clip);
            return !cancelled.getAsBoolean();
        }

        private int[] nodesInView() {
            int[] found = new int[scene.nodeCount()];
            int count = 0;
            double margin = 40;
            // The least prominent first, so that the most prominent end on top.
            for (int k = scene.nodeCount() - 1; k >= 0; k--) {
                int i = scene.byProminence(k);
                double x = frame.viewX(i);
                double y = frame.viewY(i);
                double r = frame.viewRadius(i) + margin;
                if (x + r > 0 && x - r < frame.width() && y + r > 0 && y - r < frame.height()) {
                    found[count++] = i;
                }
            }
            return java.util.Arrays.copyOf(found, count);
        }

        private int[] linksInView() {
            int[] found = new int[scene.linkCount()];
            int count = 0;
            double margin = 24;
            for (int l = 0; l < scene.linkCount(); l++) {
                double ax = frame.viewX(scene.from(l));
                double bx = frame.viewX(scene.to(l));
                if (Double.isNaN(ax + bx) || Math.max(ax, bx) < -margin || Math.min(ax, bx) > frame.width() + margin) {
                    continue;
                }
                double ay = frame.viewY(scene.from(l));
                double by = frame.viewY(scene.to(l));
                if (Math.max(ay, by) < -margin || Math.min(ay, by) > frame.height() + margin) {
                    continue;
                }
                found[count++] = l;
            }
            return java.util.Arrays.copyOf(found, count);
        }

        private void light() {
            BitSet selected = frame.selectedNodes();
            lit.or(selected);
            for (int i = selected.nextSetBit(0); i >= 0; i = selected.nextSetBit(i + 1)) {
                lightNeighbours(i);
            }
            BitSet links = frame.selectedLinks();
            for (int l = links.nextSetBit(0); l >= 0; l = links.nextSetBit(l + 1)) {
                lit.set(scene.from(l));
                lit.set(scene.to(l));
            }
            if (frame.hoverNode() >= 0) {
                lit.set(frame.hoverNode());
                if (!focused) {
                    lightNeighbours(frame.hoverNode());
                }
            }
        }

        private void lightNeighbours(int node) {
            for (int k = 0; k < scene.degree(node); k++) {
                lit.set(scene.neighbour(node, k));
            }
        }

        private boolean isLit(int link) {
            int a = scene.from(link);
            int b = scene.to(link);
            return frame.selectedLinks().get(link)
                    || link == frame.hoverLink()
                    || frame.selectedNodes().get(a)
                    || frame.selectedNodes().get(b)
                    || (frame.hoverNode() >= 0 && (a == frame.hoverNode() || b == frame.hoverNode()));
        }

        private void background() {
            g.setColor(theme.colour("canvas"));
            g.fill(new Rectangle2D.Double(0, 0, frame.width(), frame.height()));
            if (detail != Detail.DRAFT) {
                SpriteCache.smooth(g);
            }
        }

        private void columns() {
            int k = 0;
            for (LayoutResult.Column column : frame.columns()) {
                double left = frame.camera().toViewX(column.left(), frame.width());
                double right = frame.camera().toViewX(column.right(), frame.width());
                if (k++ % 2 == 0) {
                    g.setColor(theme.colour("band"));
                    g.fill(new Rectangle2D.Double(left, 0, right - left, frame.height()));
                }
                g.setColor(theme.colour("outline"));
                g.setStroke(stroke(1, StyleConstants.StrokeMode.PLAIN));
                if (k > 1) {
                    g.draw(new Line2D.Double(left, 0, left, frame.height()));
                }
                double from = Math.max(0, left);
                double to = Math.min(frame.width(), right);
                double width = text.width(column.title(), 13, Weight.BOLD);
                if (to - from > width + 12) {
                    g.setColor(theme.colour("label-muted"));
                    text.draw(g, column.title(), 13, Weight.BOLD, (from + to - width) / 2, 30);
                    space.take((from + to - width) / 2 - 6, 10, (from + to + width) / 2 + 6, 38);
                }
            }
        }

        private void groups() {
            Map<String, List<Integer>> members = new TreeMap<>();
            for (int i = 0; i < scene.nodeCount(); i++) {
                int node = i;
                scene.node(i).group().ifPresent(group -> members.computeIfAbsent(group, key -> new ArrayList<>())
                        .add(node));
            }
            double pad = 26 * symbolScale + 8;
            members.forEach((group, nodes) -> {
                if (nodes.size() < 2) {
                    return;
                }
                Path2D hull = ConvexHull.of(
                        nodes.stream().mapToDouble(frame::viewX).toArray(),
                        nodes.stream().mapToDouble(frame::viewY).toArray());
                Stroke wide = new BasicStroke((float) (2 * pad), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
                java.awt.geom.Area area = new java.awt.geom.Area(wide.createStrokedShape(hull));
                area.add(new java.awt.geom.Area(hull));
                Color colour = theme.colour("hull");
                g.setColor(faded(colour, 0.07));
                g.fill(area);
                g.setColor(faded(colour, 0.32));
                g.setStroke(stroke(1, StyleConstants.StrokeMode.PLAIN));
                g.draw(area);
                groupBoxes.put(group, area.getBounds2D());
            });
        }

        /** Names of groups go above their outline or, where that is taken, below it. */
        private void groupLabels(AffineTransform logical) {
            groupBoxes.forEach((group, box) -> {
                double width = text.width(group, 12, Weight.BOLD);
                double left = box.getCenterX() - width / 2;
                for (double top : new double[] {box.getY() - 18, box.getMaxY() + 3}) {
                    if (box.getWidth() > 40 && space.isFree(left - 3, top, left + width + 3, top + 15)) {
                        space.take(left - 3, top, left + width + 3, top + 15);
                        textAt(group, 12, Weight.BOLD, theme.colour("label-muted"), box.getCenterX(), top, logical);
                        return;
                    }
                }
            });
        }

        private void links() {
            if (detail == Detail.DRAFT && !level.smooth()) {
                draftLinks();
            } else {
                for (int k = 0; k < linksInView.length; k++) {
                    if ((k & 255) == 0 && cancelled.getAsBoolean()) {
                        return;
                    }
                    if (!isLit(linksInView[k])) {
                        double opacity = focused ? DIM + 0.05 : level.lineOpacity();
                        link(linksInView[k], opacity, level.arrows() && !focused, 1);
                    }
                }
            }
            if (detail == Detail.DRAFT) {
                g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            }
            int emphasised = 0;
            for (int l : linksInView) {
                if (isLit(l) && (detail != Detail.DRAFT || emphasised < 600)) {
                    emphasised++;
                    link(
                            l,
                            1,
                            symbolScale > 0.12,
                            l == frame.hoverLink() || frame.selectedLinks().get(l) ? 1.9 : 1.25);
                }
            }
        }

        /** Straight unsmoothed lines in device pixels, one colour after another. */
        private void draftLinks() {
            AffineTransform logical = g.getTransform();
            g.setTransform(new AffineTransform());
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_NORMALIZE);
            Color canvas = theme.colour("canvas");
            double share = focused ? DIM + 0.05 : level.lineOpacity();
            Map<Color, Color> mixed = new HashMap<>();
            g.setStroke(new BasicStroke(0));
            @org.jspecify.annotations.Nullable String last = null;
            for (int k = 0; k < linksInView.length; k++) {
                int l = linksInView[k];
                if ((k & 1023) == 0 && cancelled.getAsBoolean()) {
                    break;
                }
                if (isLit(l)) {
                    continue;
                }
                String classes = scene.linkClasses(l);
                if (!classes.equals(last)) {
                    last = classes;
                    g.setColor(mixed.computeIfAbsent(styles.link(classes).line(), line -> mix(line, canvas, share)));
                }
                g.drawLine(
                        (int) (frame.viewX(scene.from(l)) * scale),
                        (int) (frame.viewY(scene.from(l)) * scale),
                        (int) (frame.viewX(scene.to(l)) * scale),
                        (int) (frame.viewY(scene.to(l)) * scale));
            }
            g.setTransform(logical);
        }

        private void link(int l, double opacity, boolean arrows, double emphasis) {
            ChartLink link = scene.link(l);
            LinkStyle style = styles.link(scene.linkClasses(l));
            double width = scene.thickness(l) * Math.clamp(Math.sqrt(symbolScale), 0.45, 1.35) * emphasis;
            double head = 6.2 + 1.9 * width;
            boolean toHead =
                    arrows && (link.direction() == LinkDirection.FORWARD || link.direction() == LinkDirection.BOTH);
            boolean fromHead =
                    arrows && (link.direction() == LinkDirection.BACKWARD || link.direction() == LinkDirection.BOTH);
            path.trace(frame, l, fromHead ? head * 0.85 : 0, toHead ? head * 0.85 : 0);
            if (!path.visible) {
                path.trace(frame, l, 0, 0);
                toHead = false;
                fromHead = false;
                if (!path.visible) {
                    return;
                }
            }
            Color line = emphasis > 1 ? mix(style.ink(), style.line(), 0.35) : style.line();
            g.setColor(faded(line, opacity));
            g.setStroke(stroke(width, style.mode()));
            if (path.curved) {
                g.draw(new QuadCurve2D.Double(path.x1, path.y1, path.controlX, path.controlY, path.x2, path.y2));
            } else {
                g.draw(new Line2D.Double(path.x1, path.y1, path.x2, path.y2));
            }
            if (toHead) {
                arrow(path.controlX, path.controlY, path.x2, path.y2, head, width);
            }
            if (fromHead) {
                arrow(path.controlX, path.controlY, path.x1, path.y1, head, width);
            }
        }

        /** An arrowhead whose base is at the line's end and whose tip touches the symbol. */
        private void arrow(double fromX, double fromY, double endX, double endY, double head, double width) {
            double dx = endX - fromX;
            double dy = endY - fromY;
            double length = Math.sqrt(dx * dx + dy * dy);
            if (length < 1e-6) {
                return;
            }
            dx /= length;
            dy /= length;
            double half = head * 0.36 + width * 0.25;
            double tipX = endX + dx * head * 0.85;
            double tipY = endY + dy * head * 0.85;
            double baseX = tipX - dx * head;
            double baseY = tipY - dy * head;
            Path2D shape = new Path2D.Double();
            shape.moveTo(tipX, tipY);
            shape.lineTo(baseX - dy * half, baseY + dx * half);
            shape.lineTo(endX, endY);
            shape.lineTo(baseX + dy * half, baseY - dx * half);
            shape.closePath();
            g.fill(shape);
        }

        private void nodes() {
            AffineTransform logical = g.getTransform();
            Composite opaque = g.getComposite();
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < inView.length; k++) {
                    int i = inView[k];
                    boolean bright = !focused || lit.get(i);
                    if (bright != (pass == 1)) {
                        continue;
                    }
                    if ((k & 1023) == 0 && cancelled.getAsBoolean()) {
                        return;
                    }
                    if (!bright) {
                        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, DIM + 0.07f));
                    }
                    node(i, logical);
                    g.setComposite(opaque);
                }
            }
        }

        private void node(int i, AffineTransform logical) {
            ChartNode node = scene.node(i);
            double x = frame.viewX(i);
            double y = frame.viewY(i);
            double r = frame.viewRadius(i);
            String classes = scene.nodeClasses(i);
            if (detail == Detail.PRINT) {
                symbols.paint(g, node, classes, x, y, r);
            } else {
                boolean dot = r < SymbolPainter.DOT_BELOW;
                int quantised = Math.max(2, (int) Math.round(r * scale * (dot ? 1 : 2)));
                double drawn = quantised / (dot ? 1.0 : 2.0) / scale;
                SymbolKey key = new SymbolKey(
                        classes,
                        dot ? node.roles().isEmpty() : node.roles(),
                        dot ? "" : node.kind(),
                        quantised,
                        scale,
                        dot);
                double reach = dot ? drawn * 1.2 : drawn + SymbolPainter.reach(drawn);
                SpriteCache.Sprite sprite = sprites.get(
                        key, reach, reach, reach, reach, scale, s -> symbols.paint(s, node, classes, 0, 0, drawn));
                blit(sprite, x, y, logical);
            }
            if (r >= SymbolPainter.DOT_BELOW) {
                double room = r * 1.05;
                space.take(x - room, y - room, x + room, y + room, i);
            }
            marks(i, x, y, r, logical);
        }

        private void blit(SpriteCache.Sprite sprite, double x, double y, AffineTransform logical) {
            g.setTransform(new AffineTransform());
            g.drawImage(
                    sprite.image(),
                    (int) Math.round(x * scale) - sprite.originX(),
                    (int) Math.round(y * scale) - sprite.originY(),
                    null);
            g.setTransform(logical);
        }

        /** What is not of the entity but of the moment: selected, under the pointer, pinned, more to show. */
        private void marks(int i, double x, double y, double r, AffineTransform logical) {
            boolean selected = frame.selectedNodes().get(i);
            if (selected || i == frame.hoverNode()) {
                g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
                g.setColor(faded(theme.colour("accent"), selected ? 1 : 0.55));
                g.setStroke(stroke(selected ? 2.4 : 2, StyleConstants.StrokeMode.PLAIN));
                NodeStyle style = styles.node(scene.nodeClasses(i));
                double gap = Math.max(3.5, r * 0.2);
                g.draw(
                        r < SymbolPainter.DOT_BELOW
                                ? new java.awt.geom.Ellipse2D.Double(x - 7, y - 7, 14, 14)
                                : Outline.of(style.shape(), x, y, r + gap));
            }
            if (r < SymbolPainter.BADGES_FROM || (detail == Detail.DRAFT && inView.length > 400)) {
                return;
            }
            int more = scene.hiddenNeighbours(i);
            if (more > 0) {
                String count = more > 999 ? "+999" : "+" + more;
                double size = Math.clamp(r * 0.3, 5.4, 8);
                double px = x + r * 0.78;
                double py = y + r * 0.86;
                Color fill = theme.colour("surface");
                Color ink = theme.colour("label-muted");
                if (detail == Detail.PRINT) {
                    return;
                }
                SpriteCache.Sprite sprite = sprites.get(
                        new LabelKey(count, Math.round(size * 4), Weight.PLAIN, ink, scale),
                        6 * size,
                        2 * size,
                        6 * size,
                        2 * size,
                        scale,
                        s -> {
                            symbols.pill(s, count, 0, 0, size, fill, ink);
                        });
                blit(sprite, px, py, logical);
            }
            if (frame.pinned().get(i) && detail != Detail.PRINT) {
                SpriteCache.Sprite sprite =
                        sprites.get("pin" + scale, 8, 8, 8, 8, scale, s -> symbols.pin(s, 0, 0, 3.4));
                blit(sprite, x - r * 0.78, y + r * 0.78, logical);
            }
        }

        private void labels() {
            AffineTransform logical = g.getTransform();
            groupLabels(logical);
            List<Integer> order = labelOrder();
            int placed = 0;
            List<PlacedLabel> labels = new ArrayList<>();
            for (int i : order) {
                if (placed >= level.labels()
                        && i != frame.hoverNode()
                        && !frame.selectedNodes().get(i)) {
                    continue;
                }
                PlacedLabel label = place(i);
                if (label != null) {
                    labels.add(label);
                    placed++;
                }
            }
            linkLabels(logical);
            for (int k = labels.size() - 1; k >= 0; k--) {
                draw(labels.get(k), logical);
            }
        }

        private List<Integer> labelOrder() {
            List<Integer> first = new ArrayList<>();
            List<Integer> second = new ArrayList<>();
            List<Integer> rest = new ArrayList<>();
            for (int k = inView.length - 1; k >= 0; k--) {
                int i = inView[k];
                if (i == frame.hoverNode() || frame.selectedNodes().get(i)) {
                    first.add(i);
                } else if (lit.get(i)) {
                    second.add(i);
                } else if (!focused) {
                    rest.add(i);
                }
            }
            // What is under the pointer comes before everything.
            first.sort((a, b) -> Boolean.compare(b == frame.hoverNode(), a == frame.hoverNode()));
            first.addAll(second);
            first.addAll(rest);
            return first;
        }

        private float textSize(int i) {
            double size = styles.node(scene.nodeClasses(i)).textSize()
                    * frame.camera().textScale();
            return (float) (Math.round(size * 2) / 2.0);
        }

        private Weight weight(int i) {
            ChartNode node = scene.node(i);
            return LabelText.weightOf(node);
        }

        private @org.jspecify.annotations.Nullable PlacedLabel place(int i) {
            ChartNode node = scene.node(i);
            float size = textSize(i);
            Weight weight = weight(i);
            boolean pressing = i == frame.hoverNode() || frame.selectedNodes().get(i);
            List<String> lines = text.lines(node.label(), size, weight);
            if (lines.isEmpty()) {
                return null;
            }
            double width = 0;
            for (String line : lines) {
                width = Math.max(width, text.width(line, size, weight));
            }
            double height = lines.size() * size * 1.18 + 1;
            double x = frame.viewX(i);
            double y = frame.viewY(i);
            double r = Math.max(frame.viewRadius(i), 3);
            double[][] spots = {
                {x, y + r + LABEL_GAP},
                {x, y - r - LABEL_GAP - height},
                {x + r + LABEL_GAP + 2 + width / 2, y - height / 2},
                {x - r - LABEL_GAP - 2 - width / 2, y - height / 2},
            };
            int tried = r > 4 ? 4 : 2;
            for (int s = 0; s < tried; s++) {
                double left = spots[s][0] - width / 2 - 1;
                double top = spots[s][1];
                if (space.isFree(left, top, left + width + 2, top + height, i)) {
                    space.take(left, top, left + width + 2, top + height);
                    return new PlacedLabel(i, lines, spots[s][0], top, pressing);
                }
            }
            if (pressing) {
                space.take(x - width / 2, spots[0][1], x + width / 2, spots[0][1] + height);
                return new PlacedLabel(i, lines, x, spots[0][1], true);
            }
            return null;
        }

        private void draw(PlacedLabel label, AffineTransform logical) {
            float size = textSize(label.node());
            Weight weight = weight(label.node());
            Color ink = scene.node(label.node()).kind().acts() ? theme.colour("label") : theme.colour("line-ink");
            double top = label.top();
            for (String line : label.lines()) {
                textAt(line, size, weight, ink, label.x(), top, logical);
                top += size * 1.18;
            }
        }

        private void linkLabels(AffineTransform logical) {
            for (int pass = 0; pass < 2; pass++) {
                for (int l : linksInView) {
                    boolean bright = isLit(l);
                    if (bright != (pass == 0)
                            || (!bright && (!level.linkLabels() || focused))
                            || (detail == Detail.DRAFT && l != frame.hoverLink())) {
                        continue;
                    }
                    String words = scene.link(l).label();
                    if (words.isEmpty()) {
                        continue;
                    }
                    path.trace(frame, l, 0, 0);
                    LinkStyle style = styles.link(scene.linkClasses(l));
                    float size = (float)
                            (Math.round(style.textSize() * frame.camera().textScale() * 2) / 2.0);
                    double width = text.width(words, size, Weight.PLAIN);
                    double length = Math.hypot(path.x2 - path.x1, path.y2 - path.y1);
                    if (!path.visible || (length < width + 16 && l != frame.hoverLink() && !path.loop)) {
                        continue;
                    }
                    double x = path.middleX();
                    double top = path.middleY() - size * 0.6;
                    if (l == frame.hoverLink()
                            || space.isFree(x - width / 2 - 2, top, x + width / 2 + 2, top + size * 1.2)) {
                        space.take(x - width / 2 - 2, top, x + width / 2 + 2, top + size * 1.2);
                        textAt(words, size, Weight.PLAIN, style.ink(), x, top, logical);
                    }
                }
            }
        }

        /** A line of text with a halo, centred on x, its top at y. */
        private void textAt(
                String words, float size, Weight weight, Color ink, double x, double top, AffineTransform logical) {
            double width = text.width(words, size, weight);
            if (detail == Detail.PRINT) {
                halo(g, words, size, weight, x - width / 2, top + size * 0.94);
                g.setColor(ink);
                text.draw(g, words, size, weight, x - width / 2, top + size * 0.94);
                return;
            }
            SpriteCache.Sprite sprite = sprites.get(
                    new LabelKey(words, size, weight, ink, scale),
                    width / 2 + 4,
                    4,
                    width / 2 + 4,
                    size * 1.35 + 4,
                    scale,
                    s -> {
                        halo(s, words, size, weight, -width / 2, size * 0.94);
                        s.setColor(ink);
                        text.draw(s, words, size, weight, -width / 2, size * 0.94);
                    });
            blit(sprite, x, top, logical);
        }

        private void halo(Graphics2D target, String words, float size, Weight weight, double x, double baseline) {
            Shape outline = new java.awt.font.TextLayout(
                            words, text.font(words, size, weight), target.getFontRenderContext())
                    .getOutline(AffineTransform.getTranslateInstance(x, baseline));
            target.setColor(faded(theme.colour("halo"), 0.88));
            target.setStroke(new BasicStroke(3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            target.draw(outline);
        }
    }
}
