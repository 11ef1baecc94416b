package org.manumit.app.control;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.manumit.styles.StyleClass;

/** A horizontal bar that is filled to a share; always stands beside the share in words. */
public final class Bar extends StackPane {
    private final Region fill = new Region();
    private final double share;

    /**
     * A bar.
     *
     * @param share from 0 to 1
     * @param height in pixels
     */
    public Bar(double share, double height, StyleClass track, StyleClass filled) {
        this.share = Math.clamp(share, 0, 1);
        Texts.style(this, track);
        Texts.style(fill, filled);
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        fill.setManaged(false);
        getChildren().add(fill);
    }

    /** Marks the bar as that of the leading answer. */
    public Bar leading() {
        Texts.style(fill, StyleClass.SUPPORT_BAR_LEADING);
        return this;
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, snapSizeX(getWidth() * share), getHeight());
    }
}
