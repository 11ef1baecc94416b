package org.manumit.app.feature.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.manumit.app.feature.chart.render.Legend;
import org.manumit.app.feature.chart.render.LegendPainter;

/** The legend as it lies over the chart: the marks drawn by the chart's own painter; a click selects what bears one. */
final class ChartLegendView extends VBox {

    private final Consumer<Legend.Entry> select;

    ChartLegendView(Consumer<Legend.Entry> select) {
        this.select = select;
        getStyleClass().add("legend");
        setFillWidth(true);
    }

    void show(Legend legend, LegendPainter painter, double scale) {
        List<Node> rows = new ArrayList<>();
        for (Legend.Section section : legend.sections()) {
            Label heading = new Label(section.title());
            heading.getStyleClass().add("legend-heading");
            rows.add(heading);
            for (Legend.Entry entry : section.entries()) {
                rows.add(row(entry, painter, scale));
            }
        }
        getChildren().setAll(rows);
    }

    private Node row(Legend.Entry entry, LegendPainter painter, double scale) {
        ImageView mark = new ImageView(SwingFXUtils.toFXImage(mark(entry, painter, scale), null));
        mark.setFitWidth(LegendPainter.MARK_WIDTH);
        mark.setFitHeight(LegendPainter.MARK_HEIGHT);
        int count =
                switch (entry) {
                    case Legend.KindEntry kind -> kind.count();
                    case Legend.RoleEntry role -> role.count();
                    case Legend.LinkEntry link -> link.count();
                    case Legend.CertaintyEntry certainty -> 0;
                };
        if (count == 0) {
            Label plain = new Label(entry.label(), mark);
            plain.getStyleClass().add("legend-entry");
            return plain;
        }
        Button button = new Button(entry.label(), mark);
        button.setAccessibleText(entry.label() + ", " + count);
        button.getStyleClass().add("legend-entry");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> select.accept(entry));
        HBox.setHgrow(button, Priority.ALWAYS);
        Label number = new Label(String.format(Locale.getDefault(Locale.Category.FORMAT), "%,d", count));
        number.getStyleClass().add("legend-count");
        number.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(6, button, number);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static BufferedImage mark(Legend.Entry entry, LegendPainter painter, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(LegendPainter.MARK_WIDTH * scale),
                (int) Math.ceil(LegendPainter.MARK_HEIGHT * scale),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        painter.mark(g, entry, 0, 0);
        g.dispose();
        return image;
    }
}
