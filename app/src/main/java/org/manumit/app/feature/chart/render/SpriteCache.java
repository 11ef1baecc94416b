package org.manumit.app.feature.chart.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Symbols and labels already drawn, as small pictures in device pixels; the least recently used are let go. */
final class SpriteCache {

    private static final long MOST_PIXELS = 24_000_000;

    private final LinkedHashMap<Object, Sprite> sprites = new LinkedHashMap<>(512, 0.75f, true);
    private long pixels;

    /**
     * A drawn picture.
     *
     * @param image device pixels
     * @param originX device pixels from the left edge to the point drawn about
     * @param originY device pixels from the top edge to the point drawn about
     */
    record Sprite(BufferedImage image, int originX, int originY) {}

    /**
     * The picture for a key, drawn when it is not at hand.
     *
     * @param left how far it reaches to the left of its origin, logical pixels; likewise the other sides
     * @param scale device pixels per logical pixel
     * @param drawing draws it about the origin, in logical pixels
     */
    Sprite get(
            Object key,
            double left,
            double top,
            double right,
            double bottom,
            double scale,
            Consumer<Graphics2D> drawing) {
        Sprite known = sprites.get(key);
        if (known != null) {
            return known;
        }
        int originX = (int) Math.ceil(left * scale) + 1;
        int originY = (int) Math.ceil(top * scale) + 1;
        BufferedImage image = new BufferedImage(
                originX + (int) Math.ceil(right * scale) + 1,
                originY + (int) Math.ceil(bottom * scale) + 1,
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        smooth(g);
        g.translate(originX, originY);
        g.scale(scale, scale);
        drawing.accept(g);
        g.dispose();
        Sprite sprite = new Sprite(image, originX, originY);
        sprites.put(key, sprite);
        pixels += (long) image.getWidth() * image.getHeight();
        var oldest = sprites.entrySet().iterator();
        while (pixels > MOST_PIXELS && oldest.hasNext()) {
            Map.Entry<Object, Sprite> entry = oldest.next();
            if (entry.getKey().equals(key)) {
                break;
            }
            pixels -= (long) entry.getValue().image().getWidth()
                    * entry.getValue().image().getHeight();
            oldest.remove();
        }
        return sprite;
    }

    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }
}
