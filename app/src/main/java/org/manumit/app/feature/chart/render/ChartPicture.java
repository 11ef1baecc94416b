package org.manumit.app.feature.chart.render;

import java.util.Objects;
import org.manumit.app.feature.chart.layout.LayoutResult;
import org.manumit.app.feature.chart.model.ChartScene;

/**
 * A picture of a chart to be made: what, how large, in which theme, under which title. Labels are drawn as the scene has
 * them, so pictures for others are made of scenes that hold pseudonyms.
 *
 * @param scene what is shown
 * @param places where it stands
 * @param title first line; may be empty
 * @param note second line, for example a handling code and a date; may be empty
 * @param width logical pixels
 * @param height logical pixels
 * @param scale device pixels per logical pixel; 2 for print
 * @param theme colours
 * @param groups whether groups are outlined
 * @param legend whether the marks are explained below
 */
public record ChartPicture(
        ChartScene scene,
        LayoutResult places,
        String title,
        String note,
        int width,
        int height,
        double scale,
        ChartTheme theme,
        ChartFrame.GroupOutlines groups,
        LegendStrip legend) {

    /** Whether a picture explains its marks. */
    public enum LegendStrip {
        SHOWN,
        HIDDEN
    }

    public ChartPicture {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(note, "note");
        if (width < 50 || height < 50 || !(scale > 0) || width * scale * height * scale > 400_000_000) {
            throw new IllegalArgumentException(
                    "picture size out of bounds: " + width + " by " + height + " at " + scale);
        }
        if (places.x().length != scene.nodeCount()) {
            throw new IllegalArgumentException(places.x().length + " places for " + scene.nodeCount() + " entities");
        }
    }

    /** A light picture of 1600 by 1000 at scale 2, with a legend. */
    public static ChartPicture of(ChartScene scene, LayoutResult places, String title) {
        return new ChartPicture(
                scene,
                places,
                title,
                "",
                1600,
                1000,
                2,
                ChartTheme.LIGHT,
                ChartFrame.GroupOutlines.HIDDEN,
                LegendStrip.SHOWN);
    }

    /** The same picture in another size. */
    public ChartPicture sized(int newWidth, int newHeight, double newScale) {
        return new ChartPicture(scene, places, title, note, newWidth, newHeight, newScale, theme, groups, legend);
    }

    /** The same picture with a second line. */
    public ChartPicture withNote(String newNote) {
        return new ChartPicture(scene, places, title, newNote, width, height, scale, theme, groups, legend);
    }

    /** The same picture in another theme. */
    public ChartPicture in(ChartTheme newTheme) {
        return new ChartPicture(scene, places, title, note, width, height, scale, newTheme, groups, legend);
    }

    /** The same picture with or without outlined groups. */
    public ChartPicture with(ChartFrame.GroupOutlines newGroups) {
        return new ChartPicture(scene, places, title, note, width, height, scale, theme, newGroups, legend);
    }

    /** The same picture with or without a legend. */
    public ChartPicture with(LegendStrip newLegend) {
        return new ChartPicture(scene, places, title, note, width, height, scale, theme, groups, newLegend);
    }
}
